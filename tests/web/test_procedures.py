"""The register of procedures on its page and as a spreadsheet."""

from __future__ import annotations

import io
from datetime import date
from uuid import UUID

import pytest
from openpyxl import load_workbook

from engine.domain.identifiers import derived_id
from qms.documents.commands import document_id
from qms.documents.procedures import NewVersion, write_version
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

BUILDING = derived_id("procedure", "VP-UBND-TN", "1.013225")


@pytest.fixture
def officer(office: Office) -> Browser:
    return Browser(create_app(office.system)).sign_in("camtien")


def decide(office: Office, label: str | None, effective_on: date) -> UUID:
    """A case decides on the next version of a procedure."""
    case = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    new = NewVersion(
        procedure=BUILDING,
        label=label,
        effective_on=effective_on,
        summary="Rút ngắn thời hạn",
        decision_number="125/QĐ-VP",
        decided_on=date(2026, 11, 20),
        instance=case,
    )
    with office.system.store.transaction() as session:
        write_version(session, new, office.now)
    return case


def test_procedures_are_found_without_marks(officer: Browser) -> None:
    page = officer.get("/procedures/", query_string={"q": "ho kinh doanh"}).text

    assert "1.001612" in page
    assert "03 ngày làm việc" in page
    assert "Phòng Kinh tế" in page
    assert "1.013225" not in page
    assert "Không có thủ tục nào khớp" in officer.get("/procedures/?q=zzz").text


def test_citations_lead_to_the_register(office: Office, officer: Browser) -> None:
    page = officer.get("/procedures/?q=1.001612").text

    cited = document_id(office.viewer("camtien").agency, "168/2025/NĐ-CP")
    assert "Điều 112, Điều 113" in page
    assert f'href="/legal-documents/{cited}"' in page


def test_a_new_version_shows_the_old_one_its_decision_and_its_case(office: Office, officer: Browser) -> None:
    case = decide(office, "02", date(2026, 11, 23))
    page = officer.get("/procedures/?q=1.013225").text

    assert "01 → 02" in page
    assert "Quyết định 125/QĐ-VP" in page
    assert "ngày 20/11/2026" in page
    assert "đến trước 23/11/2026" in page
    assert "P06-2026-0001" in page
    assert f"/instances/{case}" not in page
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    assert f"/instances/{case}" in secretary.get("/procedures/?q=1.013225").text


def test_a_version_to_come_is_announced_while_the_old_one_holds(office: Office, officer: Browser) -> None:
    decide(office, "02", date(2026, 12, 15))
    page = officer.get("/procedures/?q=1.013225").text

    assert "02 áp dụng từ 15/12/2026" in page
    assert "<strong>01</strong>" in page


def test_a_withdrawn_procedure_says_since_when(office: Office, officer: Browser) -> None:
    decide(office, None, date(2026, 11, 23))

    assert "Bãi bỏ từ 23/11/2026" in officer.get("/procedures/?q=1.013225").text


def test_another_agency_sees_none_of_them(office: Office) -> None:
    other = Browser(create_app(office.system)).sign_in("socv")

    assert "Chưa có quy trình nào" in other.get("/procedures/").text
    book = load_workbook(io.BytesIO(other.get("/procedures/procedures.xlsx").data))
    assert [sheet.max_row for sheet in book.worksheets] == [1, 1]


def test_the_export_holds_procedures_and_versions(office: Office, officer: Browser) -> None:
    decide(office, "02", date(2026, 11, 23))
    answer = officer.get("/procedures/procedures.xlsx?q=1.013225")

    procedures, versions = load_workbook(io.BytesIO(answer.data)).worksheets
    assert procedures.max_row == 2
    assert procedures.cell(2, 6).value == "02"
    rows = [[cell.value for cell in row[2:4]] for row in versions.iter_rows(min_row=2)]
    assert rows == [["01", "02"], [None, "01"]]
    assert versions.cell(2, 10).value == "P06-2026-0001"
