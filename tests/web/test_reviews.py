"""The pages of management reviews: the list, one review with the lines behind its figures, its tasks."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from engine.domain.identifiers import derived_id
from qms.demo_office.loading import person_id
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Person
from qms.reviews.tables import ReviewDecision
from tests.office import Office, entry
from tests.qms.reviews.review_case import ReviewCase, begin
from tests.web_browser import Browser
from web.app import create_app


@pytest.fixture
def case(office: Office) -> ReviewCase:
    """A review whose inputs are reckoned after a legal update fell due, with one late and one ended task."""
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 8, 3)))
    office.work()
    with office.system.store.transaction() as session:
        session.add(
            Nonconformity(
                id=derived_id("test", "slip"),
                agency_id=office.viewer("thuky").agency,
                code="KPH-2026-900",
                source="tự phát hiện",
                description="Ba hồ sơ trả muộn.",
                requirement="ISO 9001:2015, 8.5.1",
                state="phan_tich",
                found_on=date(2026, 11, 20),
                due_on=date(2026, 11, 20),
                recorded_at=office.now,
                search_text="",
            )
        )
    case = begin(office)
    case.plan()
    review = case.review()
    with office.system.store.transaction() as session:
        for code, owner, due, state in (
            ("XXLD-2026-001", "camtien", date(2026, 11, 20), "dang_thuc_hien"),
            ("XXLD-2026-002", "truongnc", date(2026, 11, 30), "da_xong"),
        ):
            session.add(
                ReviewDecision(
                    id=derived_id("test", code),
                    agency_id=review.agency_id,
                    review_id=review.id,
                    code=code,
                    kind="cai_tien",
                    what=f"Rút ngắn bước kiểm tra {code[-1]}.",
                    owner_id=person_id(owner),
                    unit_id=session.get_one(Person, person_id(owner)).unit_id,
                    due_on=due,
                    state=state,
                    result="Đã bỏ bước trùng." if state == "da_xong" else "",
                    ended_on=date(2026, 11, 22) if state == "da_xong" else None,
                    recorded_at=office.now,
                )
            )
    return case


def browser(office: Office, username: str) -> Browser:
    return Browser(create_app(office.system)).sign_in(username)


def test_a_review_shows_its_figures_with_the_lines_behind_them(office: Office, case: ReviewCase) -> None:
    secretary = browser(office, "thuky")
    review = case.review().id

    assert f'href="/xem-xet/{review}"' in secretary.get("/xem-xet/?q=nam+2026").text
    page = secretary.get(f"/xem-xet/{review}").text
    assert "KPH-2026-900" in page
    assert "9/2026/NĐ-CP" in page
    assert "còn mở 1, quá hạn 1" in page or "còn mở 2, quá hạn 1" in page
    assert "Chưa có dữ liệu trong hệ thống." in page
    assert "dự kiến 07/12/2026" in page
    assert f'href="/instances/{case.id}"' in page
    english = secretary.get(f"/xem-xet/{review}?lang=en").text
    assert "Performance of procedures" in english
    assert "The system has no data on this yet." in english
    assert "Không có cuộc xem xét nào khớp" in secretary.get("/xem-xet/?trang_thai=da_hop&lang=vi").text


def test_tasks_are_found_without_marks_by_lateness_owner_and_unit(office: Office, case: ReviewCase) -> None:
    officer = browser(office, "camtien")

    every = officer.get("/xem-xet/viec").text
    assert "XXLD-2026-001" in every
    assert "XXLD-2026-002" in every
    late = officer.get("/xem-xet/viec?qua_han=1").text
    assert "XXLD-2026-001" in late
    assert "XXLD-2026-002" not in late
    own = officer.get(f"/xem-xet/viec?nguoi={person_id('truongnc')}&trang_thai=da_xong").text
    assert "XXLD-2026-002" in own
    assert "XXLD-2026-001" not in own
    assert "XXLD-2026-001" in officer.get("/xem-xet/viec?q=rut+ngan+tien").text
    assert "Không có việc nào khớp" in officer.get("/xem-xet/viec?q=zzz").text
    assert officer.get("/xem-xet/viec?nguoi=x&don_vi=y&trang_thai=z").status_code == 200


def test_the_spreadsheets_hold_reviews_and_tasks(office: Office, case: ReviewCase) -> None:
    secretary = browser(office, "thuky")

    book = load_workbook(io.BytesIO(secretary.get("/xem-xet/xem-xet-cua-lanh-dao.xlsx").data))
    reviews, tasks = book.worksheets
    assert [cell.value for cell in reviews[2]][:2] == [2026, 1]
    assert [row[0].value for row in tasks.iter_rows(min_row=2)] == ["XXLD-2026-001", "XXLD-2026-002"]
    late = load_workbook(io.BytesIO(secretary.get("/xem-xet/viec-sau-xem-xet.xlsx?qua_han=1").data))
    assert [row[8].value for row in late.worksheets[0].iter_rows(min_row=2)] == ["có"]


def test_another_agency_sees_none_of_it(office: Office, case: ReviewCase) -> None:
    other = browser(office, "socv")

    assert "Chưa có cuộc xem xét nào" in other.get("/xem-xet/").text
    assert other.get(f"/xem-xet/{case.review().id}").status_code == 404
    assert "XXLD-2026-001" not in other.get("/xem-xet/viec").text
