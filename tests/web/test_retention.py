"""The pages of retention: from the list of what is due to the tombstone, and who is let in."""

from __future__ import annotations

import hashlib
import re
import zipfile
from io import BytesIO
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.office import Office
from tests.qms.retention.kept_cases import (
    CLERK,
    HEAD,
    PDF,
    SECRET,
    case,
    confirm_period,
    disposed,
    ended,
    later,
    propose,
    verified,
)
from tests.web_browser import Browser
from web.app import create_app

PAGES = ("", "classes", "holds", "disposals", "archives")


def approval(office: Office) -> dict[str, object]:
    return {
        "minutes_number": "12/BB-TH",
        "minutes_on": f"{office.today:%d/%m/%Y}",
        "council": "Ông A",
        "minutes": (BytesIO(PDF), "bien-ban.pdf"),
    }


def test_a_case_goes_from_due_over_the_minutes_to_its_tombstone(office: Office) -> None:
    (one,) = ended(office)
    code = case(office, one).code
    confirm_period(office)
    app = create_app(office.system)
    clerk = Browser(app).sign_in(CLERK)
    assert "Lưu đến hết ngày 31/12/2031" in clerk.get(f"/retention/cases/{one}").text
    assert "Lưu đến hết ngày 31/12/2031" in Browser(app).sign_in("thuky").get(f"/instances/{one}").text
    later(office)
    clerk.sign_in(CLERK)
    assert code in clerk.get("/retention/").text
    refused = clerk.post("/retention/", {"case": str(one), "reason": " "})
    assert refused.status_code == 422
    assert "Xin ghi lý do" in refused.text
    page = clerk.post("/retention/", {"case": str(one), "reason": "Hết hạn"})
    (disposal,) = re.findall(r"/retention/disposals/([0-9a-f-]{36})/list.xlsx", page.text)
    at = f"/retention/disposals/{disposal}"
    sheet = load_workbook(BytesIO(clerk.get(f"{at}/list.xlsx").data)).worksheets[0]
    assert sheet.cell(2, 2).value == code
    pdf = PdfReader(BytesIO(clerk.get(f"{at}/minutes.pdf").data))
    assert code in "".join(sheet.extract_text() for sheet in pdf.pages)
    clerk.get(at)
    assert clerk.post(f"{at}/carrying-out", {"sure": "1"}).status_code == 409
    assert clerk.post(f"{at}/approval", approval(office)).status_code == 403
    head = Browser(app).sign_in(HEAD)
    head.get(at)
    assert (
        head.post(f"{at}/approval", {**approval(office), "minutes": (BytesIO(b"x"), "a.exe")}).status_code
        == 422
    )
    assert "Đã phê duyệt" in head.post(f"{at}/approval", approval(office)).text
    assert head.get(f"{at}/minutes").data == PDF
    clerk.get(at)
    assert clerk.post(f"{at}/carrying-out").status_code == 422
    assert case(office, one).disposed_at is None
    assert "Đã tiêu hủy nội dung" in clerk.post(f"{at}/carrying-out", {"sure": "1"}).text
    assert verified(office).findings == []
    left = head.get(f"/instances/{one}")
    assert "đã tiêu hủy theo biên bản số 12/BB-TH" in left.text
    assert SECRET not in left.text
    for path in ("case-file.pdf", "control-sheet.pdf", "events.csv", "events.xes"):
        assert head.get(f"/instances/{one}/{path}").status_code == 409
    (done,) = office.tasks(one)
    worker = Browser(app).sign_in("thuky")
    assert SECRET not in worker.get(f"/tasks/{done.id}").text
    assert worker.get("/?queue=done").status_code == 200
    assert SECRET not in worker.get("/instances/").text
    assert worker.get(f"/api/cases/{one}").status_code == 401
    assert Browser(app).sign_in("quantri").get(f"/operations/cases/{one}").status_code == 409
    for page_of in ("", "disposals", f"disposals/{disposal}"):
        assert head.get(f"/retention/{page_of}").status_code == 200


def test_holds_periods_and_archives_by_page(office: Office) -> None:
    (one,) = ended(office)
    clerk = Browser(create_app(office.system)).sign_in(CLERK)
    clerk.get("/retention/holds")
    wrong = {"basis": "CV 5", "reason": "Khiếu nại", "first_day": "02/01/2026", "last_day": "01/01/2026"}
    assert "không trước ngày đầu" in clerk.post("/retention/holds", wrong).text
    code = case(office, one).code
    clerk.post("/retention/holds", {"basis": "CV 5", "reason": "Khiếu nại", "case_code": code})
    held = clerk.get(f"/retention/cases/{one}").text
    assert "Đang bị tạm giữ" in held
    (hold,) = re.findall(r"/retention/holds/([0-9a-f-]{36})/lifting", clerk.get("/retention/holds").text)
    assert clerk.post(f"/retention/holds/{hold}/lifting").status_code == 422
    assert "Đã gỡ" in clerk.post(f"/retention/holds/{hold}/lifting", {"reason": "Xong"}).text
    clerk.get("/retention/classes?code=HS_TTHC")
    entered = {"code": "HS_TTHC", "name": "Hồ sơ TTHC", "basis": "QĐ 1", "reason": "Xác nhận", "years": "0"}
    assert clerk.post("/retention/classes", entered).status_code == 422
    page = clerk.post("/retention/classes", {**entered, "years": "7", "confirmed": "1"})
    assert "7 năm" in page.text
    clerk.get("/retention/archives")
    made = clerk.post("/retention/archives", {"ended_until": ""})
    with zipfile.ZipFile(BytesIO(made.data)) as archive:
        assert "manifest.json" in archive.namelist()
    made.close()
    assert hashlib.sha256(made.data).hexdigest() in clerk.get("/retention/archives").text
    assert clerk.get("/retention/archives?lang=en").status_code == 200


@pytest.mark.parametrize(("username", "status"), [("yennhi", 403), ("quantri", 200)])
def test_whom_the_pages_are_for(office: Office, username: str, status: int) -> None:
    browser = Browser(create_app(office.system)).sign_in(username)
    assert {browser.get(f"/retention/{page}").status_code for page in PAGES} == {status}


def test_another_agency_finds_nothing(office: Office) -> None:
    one, other = disposed(office, 1), ended(office)
    disposal = propose_one(office, other)
    browser = Browser(create_app(office.system)).sign_in("quantriso")
    paths = (f"cases/{one[0]}", *(f"disposals/{disposal}{end}" for end in ("", "/list.xlsx", "/minutes.pdf")))
    for path in paths:
        assert browser.get(f"/retention/{path}").status_code == 404, path
    browser.get("/retention/disposals")
    for act in ("carrying-out", "withdrawal"):
        answer = browser.post(f"/retention/disposals/{disposal}/{act}", {"reason": "x", "sure": "1"})
        assert answer.status_code == 404, act


def propose_one(office: Office, cases: list[UUID]) -> UUID:
    """A proposal that still waits."""
    later(office, office.now.replace(year=office.now.year + 7))
    return propose(office, cases)
