"""The pages of risks: the matrix that opens its cells, one risk with its years, a list taken over."""

from __future__ import annotations

import io
from datetime import date
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from engine.domain.identifiers import derived_id
from engine.domain.text import fold
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.risks.list_columns import COLUMNS
from qms.risks.tables import Risk, RiskAction
from tests.office import Office
from tests.web.test_importing_history import hand_in, load
from tests.web_browser import Browser
from web.app import create_app

AGENCY = "VP-UBND-TN"


def written(
    office: Office, code: str, weights: tuple[int, int], description: str, before: UUID | None = None
) -> UUID:
    """A line of the register."""
    key = derived_id("test", code)
    likelihood, severity = weights
    with office.system.store.transaction() as session:
        session.add(
            Risk(
                id=key,
                agency_id=agency_id(AGENCY),
                code=code,
                kind="co_hoi" if code.startswith("CH") else "rui_ro",
                year=int(code[3:7]),
                unit_id=unit_id(AGENCY, "P-KT"),
                process_name="Tiếp nhận hồ sơ",
                description=description,
                cause="Thiếu người",
                consequence="Người dân phải chờ",
                likelihood=likelihood,
                severity=severity,
                score=likelihood * severity,
                control="",
                state="dang_xu_ly",
                carried_from=before,
                identified_on=date(int(code[3:7]), 2, 10),
                recorded_at=office.now,
                search_text=fold(f"{code} {description}"),
            )
        )
    return key


@pytest.fixture(name="risk")
def carried_risk(office: Office) -> UUID:
    """A risk of two years, with an action that was late and did not work; and an opportunity."""
    before = written(office, "RR-2025-001", (5, 4), "Trả kết quả trễ hạn")
    now = written(office, "RR-2026-001", (4, 3), "Trả kết quả trễ hạn", before)
    written(office, "CH-2026-001", (4, 3), "Nộp hồ sơ trực tuyến")
    with office.system.store.transaction() as session:
        session.add(
            RiskAction(
                id=derived_id("test", "action"),
                agency_id=agency_id(AGENCY),
                risk_id=now,
                what="Bố trí thêm một người",
                owner_id=person_id("camtien"),
                due_on=date(2026, 3, 1),
                done_on=date(2026, 3, 9),
                result="Đã bố trí.",
                effective=False,
                residual_likelihood=4,
                residual_severity=3,
                checked_by=person_id("thuky"),
                checked_on=date(2026, 3, 20),
                note="Vẫn trễ.",
            )
        )
    return now


def browser(office: Office, username: str = "thuky") -> Browser:
    """Somebody signed in."""
    return Browser(create_app(office.system)).sign_in(username)


def test_the_matrix_counts_risks_apart_from_opportunities_and_each_cell_opens_its_list(
    office: Office, risk: UUID
) -> None:
    reader = browser(office, "truongkt")
    page = reader.get("/rui-ro/?nam=2026").text
    assert "RR-2026-001" in page
    assert "RR-2025-001" not in page
    assert "CH-2026-001" not in page
    assert "Khả năng 4, mức độ 3: 1" in page
    cell = reader.get("/rui-ro/?kha_nang=4&muc_do=3").text
    assert "RR-2026-001" in cell
    assert "RR-2025-001</a>" not in cell
    chances = reader.get("/rui-ro/?loai=co_hoi&q=truc+tuyen").text
    assert "CH-2026-001" in chances
    assert "RR-2026-001" not in chances


def test_one_risk_shows_its_actions_and_its_other_years(office: Office, risk: UUID) -> None:
    page = browser(office).get(f"/rui-ro/{risk}").text
    for told in ("Trễ hạn", "Không hiệu lực", "Vẫn trễ.", "12 điểm", "RR-2025-001", "20 (5 × 4)"):
        assert told in page, told
    assert browser(office).get(f"/rui-ro/{derived_id('test', 'none')}").status_code == 404


def test_the_list_is_exported_as_it_is_filtered(office: Office, risk: UUID) -> None:
    answer = browser(office).get("/rui-ro/rui-ro-co-hoi.xlsx?nam=2026")
    sheet = load_workbook(io.BytesIO(answer.data)).worksheets[0]
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "RR-2026-001" in cells
    assert "RR-2025-001" not in cells


def test_earlier_years_are_taken_over_and_bad_rows_told(office: Office) -> None:
    secretary = browser(office)
    good = {
        "nam": 2025,
        "loai": "Cơ hội",
        "don_vi": "Phòng Kinh tế",
        "qua_trinh": "Tiếp nhận",
        "mo_ta": "Nộp trực tuyến",
        "kha_nang": "3",
        "muc_do": "4",
    }
    bad = {**good, "mo_ta": "Mất hồ sơ", "kha_nang": "6"}
    preview = hand_in(secretary, "/rui-ro", COLUMNS, good, bad)
    assert "Ghi số từ 1 đến 5." in preview.text
    load(secretary, "/rui-ro", preview)
    with office.system.store.reading() as session:
        (row,) = session.scalars(select(Risk))
    assert (row.code, row.score, row.state, row.year) == ("CH-2025-001", 12, "dong", 2025)
