"""The registers of internal audit on their pages: audits, findings, who may audit."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from qms.audits.tables import Audit, AuditFinding, AuditorCompetence
from qms.demo_office.loading import person_id
from tests.office import Office
from tests.web.authority.audited import AUDIT, FINDING, SLIP, audited
from tests.web_browser import Browser
from web.app import create_app

HEADS = ("Họ và tên", "Số chứng nhận", "Nơi cấp", "Từ ngày", "Đến hết ngày")


@pytest.fixture(name="held")
def _held(office: Office) -> Office:
    """An office in which one audit was held and found something."""
    audited(office)
    return office


def browser(office: Office, username: str) -> Browser:
    return Browser(create_app(office.system)).sign_in(username)


def test_audits_and_findings_are_listed_searched_shown_and_taken_along(held: Office) -> None:
    secretary = browser(held, "thuky")
    page = secretary.get("/audits/").text
    assert "Phòng Kinh tế" in page
    assert "Đinh Thị Kiều Oanh" in page
    assert "chậm nhất ngày 16/11/2026" in page
    assert "Phòng Kinh tế" in secretary.get("/audits/?q=phong+kinh+te&year=2026&state=da_ket_thuc").text
    assert "Không có cuộc đánh giá nào khớp" in secretary.get("/audits/?q=zzz").text
    detail = secretary.get(f"/audits/{AUDIT}").text
    assert "Không trả lời trong 3 ngày làm việc, coi là đồng ý" in detail
    assert "Hồ sơ mẫu" in detail
    assert "PH-2026-001" in secretary.get("/audits/findings?q=khong+theo+doi&kind=kph_nhe").text
    assert "Không có phát hiện nào khớp" in secretary.get("/audits/findings?kind=co_hoi").text
    assert "Hồ sơ P06-2026-0001 trễ hai ngày." in secretary.get(f"/audits/findings/{FINDING}").text
    book = load_workbook(io.BytesIO(secretary.get("/audits/cuoc-danh-gia.xlsx").data))
    assert "ĐG.2026.1.P-KT" in [cell.value for row in book.active.rows for cell in row]  # type: ignore[union-attr]
    book = load_workbook(io.BytesIO(secretary.get("/audits/phat-hien.xlsx").data))
    assert "PH-2026-001" in [cell.value for row in book.active.rows for cell in row]  # type: ignore[union-attr]

    other = browser(held, "socv")
    assert "Phòng Kinh tế" not in other.get("/audits/").text
    assert other.get(f"/audits/{AUDIT}").status_code == 404
    assert other.get(f"/audits/findings/{FINDING}").status_code == 404


def test_a_finding_leads_to_its_audit_and_its_slip(held: Office) -> None:
    with held.system.store.transaction() as session:
        session.get_one(AuditFinding, FINDING).nonconformity_id = SLIP
    secretary = browser(held, "thuky")
    link = f'href="/nonconformities/{SLIP}">KPH-2026-900</a>'
    for page in (f"/audits/findings/{FINDING}", "/audits/findings", f"/audits/{AUDIT}"):
        assert link in secretary.get(page).text, page
    assert f'href="/audits/{AUDIT}"' in secretary.get(f"/audits/findings/{FINDING}").text
    assert secretary.get(f"/nonconformities/{SLIP}").status_code == 200


def certificates(office: Office, username: str) -> list[AuditorCompetence]:
    with office.system.store.reading() as session:
        asked = select(AuditorCompetence).where(AuditorCompetence.person_id == person_id(username))
        return list(session.scalars(asked.order_by(AuditorCompetence.valid_from)))


def test_the_secretary_enters_and_ends_certificates_and_nothing_typed_is_lost(office: Office) -> None:
    secretary = browser(office, "thuky")
    page = secretary.get("/audits/auditors").text
    assert "không còn hiệu lực" in page  # that of Phạm Gia Bảo
    typed = {
        "person": str(person_id("minhdat")),
        "number": "ĐGV-2026-01",
        "issuer": "Chi cục TĐC",
        "first_day": "31/02/2026",
        "last_day": "",
    }
    answer = secretary.post("/audits/auditors", typed)
    assert answer.status_code == 422
    assert 'value="ĐGV-2026-01"' in answer.text
    assert certificates(office, "minhdat") == []
    secretary.post("/audits/auditors", typed | {"first_day": "01/02/2026"})
    (entered,) = certificates(office, "minhdat")
    assert entered.valid_to is None
    assert "đã có trong sổ" in secretary.post("/audits/auditors", typed | {"first_day": "01/02/2026"}).text
    ended = {"certificate": str(entered.id), "ended_on": "30/11/2026", "reason": ""}
    assert secretary.post("/audits/auditors/end", ended).status_code == 422
    secretary.post("/audits/auditors/end", ended | {"reason": "Chuyển công tác"})
    assert [one.valid_to for one in certificates(office, "minhdat")] == [date(2026, 12, 1)]
    assert "Ghi chứng nhận" not in browser(office, "camtien").get("/audits/auditors").text


def sheet(*rows: tuple[str, ...]) -> dict[str, object]:
    book = Workbook()
    for row in (HEADS, *rows):
        book.active.append(row)  # type: ignore[union-attr]
    content = io.BytesIO()
    book.save(content)
    return {"file": (io.BytesIO(content.getvalue()), "danh-sach.xlsx")}


def test_a_list_of_certificates_is_checked_row_by_row_and_enters_on_consent(office: Office) -> None:
    secretary = browser(office, "thuky")
    assert "/audits/auditors/import" in secretary.get("/audits/auditors").text
    good = ("Tô Minh Đạt", "ĐGV-2026-02", "Chi cục TĐC", "05/01/2026", "05/01/2029")
    bad = ("Nguyễn Không Có", "ĐGV-2026-03", "Chi cục TĐC", "05/01/2026", "")
    backwards = ("Tô Minh Đạt", "ĐGV-2026-04", "Chi cục TĐC", "05/01/2026", "04/01/2026")
    preview = secretary.post("/audits/auditors/import", sheet(good, bad, backwards, good))
    for words in (
        "cơ quan có 0 người tên này",
        "Trùng với dòng 2 của tệp.",
        "Ngày cuối không được trước ngày đầu",
    ):
        assert words in preview.text, words
    assert certificates(office, "minhdat") == []
    answer = {"file": preview.request.path.rpartition("/")[2], "consent": "true"}
    done = secretary.post("/audits/auditors/import/xac-nhan", answer)
    assert "Đã ghi 1 chứng nhận." in done.text
    assert [one.valid_to for one in certificates(office, "minhdat")] == [date(2029, 1, 6)]
    again = secretary.post("/audits/auditors/import/xac-nhan", answer)
    assert again.status_code == 422
    assert "đã có trong sổ" in again.text
    not_a_sheet = {"file": (io.BytesIO(b"%PDF-1.7"), "danh-sach.pdf")}
    assert "Chỉ nhận tệp .xlsx hoặc .csv" in secretary.post("/audits/auditors/import", not_a_sheet).text


def test_the_secretary_alone_is_offered_to_change_an_audit_and_keeps_what_was_typed(held: Office) -> None:
    with held.system.store.transaction() as session:
        session.get_one(Audit, AUDIT).state = "da_thong_bao"
    assert "Ghi thay đổi" not in browser(held, "giabao").get(f"/audits/{AUDIT}").text
    secretary = browser(held, "thuky")
    page = secretary.get(f"/audits/{AUDIT}").text
    assert "Dời sang ngày khác" in page
    answer = secretary.post(
        f"/audits/{AUDIT}/change", {"change": "doi_ngay", "day": "17/10/2026", "reason": " "}
    )
    assert answer.status_code == 422
    assert "Ghi lý do thay đổi." in answer.text
    assert 'value="17/10/2026"' in answer.text
