"""The register of nonconformities on its page and as a spreadsheet."""

from __future__ import annotations

import io
from datetime import date
from uuid import UUID

import pytest
from openpyxl import load_workbook

from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app


@pytest.fixture
def late(office: Office) -> UUID:
    """A case that was overdue from its first day, with its nonconformity."""
    case = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 8, 3)))
    office.work()
    return case


def browser(office: Office, username: str) -> Browser:
    return Browser(create_app(office.system)).sign_in(username)


def test_an_overdue_update_stands_in_the_register_with_its_case(office: Office, late: UUID) -> None:
    page = browser(office, "thuky").get("/nonconformities/").text

    assert "KPH-2026-001" in page
    assert "quá hạn cập nhật VBQPPL" in page
    assert "9/2026/NĐ-CP" in page
    assert "Điều 4 khoản 4 điểm a" in page
    assert "Đề xuất" in page
    assert "23/11/2026" in page
    assert f'href="/instances/{late}"' in page


def test_it_is_found_without_marks_and_by_its_state(office: Office, late: UUID) -> None:
    secretary = browser(office, "thuky")

    assert "KPH-2026-001" in secretary.get("/nonconformities/?q=qua+han+cap+nhat").text
    assert "KPH-2026-001" in secretary.get("/nonconformities/?state=de_xuat").text
    assert "Không có phiếu nào khớp" in secretary.get("/nonconformities/?state=da_dong").text
    assert "Không có phiếu nào khớp" in secretary.get("/nonconformities/?q=zzz").text
    assert secretary.get("/nonconformities/?state=x&page=0").status_code == 200


def test_an_officer_reads_it_without_a_link_that_would_be_refused(office: Office, late: UUID) -> None:
    page = browser(office, "camtien").get("/nonconformities/").text

    assert "P06-2026-0001" in page
    assert f"/instances/{late}" not in page


def test_another_agency_sees_none(office: Office, late: UUID) -> None:
    other = browser(office, "socv")

    assert "Chưa có điểm không phù hợp nào" in other.get("/nonconformities/").text
    answer = other.get("/nonconformities/nonconformities.xlsx")
    assert load_workbook(io.BytesIO(answer.data)).worksheets[0].max_row == 1


def test_the_export_says_the_state_in_words(office: Office, late: UUID) -> None:
    answer = browser(office, "thuky").get("/nonconformities/nonconformities.xlsx")

    row = [cell.value for cell in load_workbook(io.BytesIO(answer.data)).worksheets[0][2]]
    assert row[0] == "KPH-2026-001"
    assert row[5:7] == ["Đề xuất", "P06-2026-0001"]
