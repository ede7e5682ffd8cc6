"""The pages of letters and inspections: the Department gives tasks, both sides see what arrived."""

from __future__ import annotations

from io import BytesIO

import pytest
from sqlalchemy import select

from engine.store.tables import ProcessInstance
from qms.demo_office.loading import agency_id
from qms.exchange.tables import ExchangeLetter
from qms.inspections.tables import Inspection
from tests.office import Office
from tests.qms.inspections.inspection_case import begin_inspecting
from tests.web_browser import Browser
from web.app import create_app

AGENCY = str(agency_id("VP-UBND-TN"))
LETTER = {
    "viec": "KE_HOACH",
    "nam": "2027",
    "han": "",
    "so": "17/SKHCN-TĐC",
    "ngay": "23/11/2026",
    "trich_yeu": "Xây dựng kế hoạch năm 2027",
    "co_quan": AGENCY,
}


@pytest.fixture(name="department")
def officer_of_the_department(office: Office) -> Browser:
    return Browser(create_app(office.system)).sign_in("socv")


def test_a_letter_is_looked_at_before_it_is_sent_and_its_receipt_is_shown(
    office: Office, department: Browser
) -> None:
    assert (
        "VP UBND" in department.get("/thu-co-quan/giao-viec").text
        or AGENCY in department.get("/thu-co-quan/giao-viec").text
    )
    preview = department.post(
        "/thu-co-quan/giao-viec/xem-truoc", {**LETTER, "cong_van": (BytesIO(b"%PDF-1.7 x"), "cong-van.pdf")}
    )
    assert "cong-van.pdf" in preview.text
    assert letters(office) == []
    file = preview.text.split('name="tep" value="')[1].split('"')[0]
    for _ in range(2):  # pressed twice, sent once
        assert department.post("/thu-co-quan/giao-viec", {**LETTER, "tep": file}).status_code == 200
    (sent,) = letters(office)
    assert sent.file_id is not None
    office.work()
    assert "Đã đến, chờ hồ sơ nhận" in department.get("/thu-co-quan/").text
    other = Browser(create_app(office.system)).sign_in("thuky")
    page = other.get("/thu-co-quan/?chieu=den&q=ke hoach").text
    assert "17/SKHCN-TĐC" in page
    assert other.get(f"/thu-co-quan/{sent.id}/tep").data == b"%PDF-1.7 x"
    assert other.get("/thu-co-quan/thu-giua-cac-co-quan.xlsx").status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"so": ""}, "Ghi số, ký hiệu và trích yếu"),
        ({"viec": "BC_DOT_XUAT"}, "phải có hạn gửi"),
        ({"nam": "hai"}, "bốn chữ số"),
        ({"co_quan": ""}, "Chọn ít nhất một cơ quan"),
        ({"han": "31/02/2027"}, "31/02/2027"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    department: Browser, changed: dict[str, str], said: str
) -> None:
    answer = department.post("/thu-co-quan/giao-viec/xem-truoc", LETTER | changed)
    assert answer.status_code == 422
    assert said in answer.text
    assert "Xây dựng kế hoạch năm 2027" in answer.text


def test_the_register_of_inspections_shows_the_board_to_the_department_and_the_own_side_to_the_agency(
    office: Office,
) -> None:
    inspecting = begin_inspecting(office)
    inspecting.until_request()
    department = Browser(create_app(office.system)).sign_in("socv")
    page = department.get("/kiem-tra/").text
    assert "tại trụ sở, cần ít nhất 1/3" in page
    assert "chưa lần nào" in page
    agency = Browser(create_app(office.system)).sign_in("thuky")
    own = agency.get("/kiem-tra/").text
    assert "cần ít nhất 1/3" not in own
    assert "Chờ cơ quan trả lời" in own
    with office.system.store.reading() as session:
        row = session.scalars(select(Inspection)).one()
    inspecting.answer()
    for browser in (department, agency):
        assert "Đã làm mục 1a." in browser.get(f"/kiem-tra/{row.id}").text
        assert browser.get("/kiem-tra/kiem-tra-cua-so.xlsx").status_code == 200


def test_the_department_begins_a_plan_once_a_year(office: Office, department: Browser) -> None:
    begin_inspecting(office)
    department = Browser(create_app(office.system)).sign_in("socv")
    for year, more in (("2027", 0), ("2031", 0), ("", 0), ("2028", 1)):
        department.post("/kiem-tra/ke-hoach", {"nam": year})
        assert plans(office) == 1 + more


def letters(office: Office) -> list[ExchangeLetter]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(ExchangeLetter)))


def plans(office: Office) -> int:
    with office.system.store.reading() as session:
        return len(
            session.scalars(select(ProcessInstance.id).where(ProcessInstance.code.startswith("P12"))).all()
        )
