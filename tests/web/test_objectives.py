"""The pages of objectives: the list, one objective with its trend, a correction, a list taken over."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from engine.domain.identifiers import derived_id
from qms.demo_office.loading import agency_id
from qms.nonconformities.tables import Nonconformity
from qms.objectives.list_columns import COLUMNS
from qms.objectives.tables import Measurement, Objective
from tests.office import Office
from tests.web.test_importing_history import hand_in, load
from tests.web_browser import Browser
from web.app import create_app

AGENCY = agency_id("VP-UBND-TN")


@pytest.fixture(name="objective")
def measured(office: Office) -> UUID:
    """An objective of the agency that was met in the first quarter and at risk in the second."""
    key = derived_id("test", "objective")
    with office.system.store.transaction() as session:
        session.add(
            Objective(
                id=key,
                agency_id=AGENCY,
                year=2026,
                code="MT-2026-01",
                content="Giải quyết hồ sơ đúng hạn",
                indicator="Tỷ lệ hồ sơ đúng hạn",
                formula="",
                source="nhap_tay",
                figure="",
                measure_unit="%",
                target=Decimal(98),
                direction=">=",
                due_on=date(2026, 12, 31),
                means="",
                evaluation="theo_ky",
                state="da_ban_hanh",
                recorded_at=office.now,
                search_text="mt-2026-01 giai quyet ho so dung han",
            )
        )
        session.flush()
        for period, value, verdict in (("Q1", "98.5", "dat"), ("Q2", "95", "nguy_co")):
            session.add(
                Measurement(
                    id=derived_id("measurement", key, period),
                    agency_id=AGENCY,
                    objective_id=key,
                    period=period,
                    ordinal=1,
                    measured_on=date(2026, 7, 6),
                    value=Decimal(value),
                    verdict=verdict,
                    analysis="Theo sổ.",
                    automatic=False,
                    recorded_at=office.now,
                )
            )
    return key


def browser(office: Office, username: str = "thuky") -> Browser:
    """Somebody signed in."""
    return Browser(create_app(office.system)).sign_in(username)


def test_the_list_is_searched_without_marks_and_filtered_by_year_and_verdict(
    office: Office, objective: UUID
) -> None:
    page = browser(office)
    for address in ("/muc-tieu/?q=dung+han&nam=2026", "/muc-tieu/?ket_qua=nguy_co&don_vi=co_quan"):
        shown = page.get(address).text
        assert f"/muc-tieu/{objective}" in shown
        assert "98,5" in shown
    for address in ("/muc-tieu/?q=khong+co", "/muc-tieu/?nam=2025", "/muc-tieu/?ket_qua=dat"):
        assert f"/muc-tieu/{objective}" not in page.get(address).text


def test_an_objective_shows_its_trend_in_a_picture_and_in_words(office: Office, objective: UUID) -> None:
    shown = browser(office).get(f"/muc-tieu/{objective}").text
    assert '<svg class="mw-100"' in shown
    assert "Quý I: 98,5 (Đạt); Quý II: 95 (Nguy cơ)" in shown


@pytest.mark.usefixtures("objective")
def test_the_list_goes_out_as_a_spreadsheet_with_every_measurement(office: Office) -> None:
    answer = browser(office).get("/muc-tieu/muc-tieu-chat-luong.xlsx?nam=2026")
    book = load_workbook(io.BytesIO(answer.data))
    first, second = book.worksheets
    assert [first.cell(2, 2).value, first.cell(2, 7).value, first.cell(2, 11).value] == [
        "MT-2026-01",
        98,
        98.5,
    ]
    assert second.max_row == 3


def test_a_correction_is_a_further_line_and_an_unmet_one_begins_a_slip(
    office: Office, objective: UUID
) -> None:
    page = browser(office)
    address = f"/muc-tieu/{objective}"
    kept = page.post(f"{address}/so-do", {"period": "Q2", "value": "120", "reason": "sai"})
    assert kept.status_code == 422
    assert "Tỷ lệ phần trăm phải từ 0 đến 100." in kept.text
    assert 'value="120"' in kept.text
    done = page.post(f"{address}/so-do", {"period": "Q2", "value": "80,5", "reason": "Cộng nhầm một phòng."})
    assert "Đã ghi số đo sửa" in done.text
    assert "sửa lần 1" in done.text
    with office.system.store.reading() as session:
        lines = session.scalars(
            select(Measurement).where(Measurement.period == "Q2").order_by(Measurement.ordinal)
        ).all()
        slip = session.scalars(select(Nonconformity).where(Nonconformity.id == lines[1].slip_id)).one()
    assert [(line.value, line.verdict) for line in lines] == [
        (Decimal(95), "nguy_co"),
        (Decimal("80.5"), "khong_dat"),
    ]
    assert slip.source == "mục tiêu chất lượng không đạt"


def test_who_begins_no_processes_corrects_nothing(office: Office, objective: UUID) -> None:
    page = browser(office, "giabao")
    address = f"/muc-tieu/{objective}"
    assert "Sửa số đo" not in page.get(address).text
    refused = page.post(f"{address}/so-do", {"period": "Q2", "value": "99", "reason": "Nhầm số."})
    assert refused.status_code == 403


def test_last_years_objectives_are_taken_over_and_bad_cells_are_named(office: Office) -> None:
    secretary = browser(office)
    good = {
        "nam": 2025,
        "noi_dung": "Giải quyết hồ sơ đúng hạn",
        "chi_so": "Tỷ lệ",
        "chi_tieu": "98",
        "don_vi_tinh": "%",
        "thoi_han": date(2025, 12, 31),
        "ket_qua": "97,5",
    }
    bad = {**good, "noi_dung": "Trả lời phản ánh", "thoi_han": date(2026, 12, 31), "ket_qua": "120"}
    preview = hand_in(secretary, "/muc-tieu", COLUMNS, good, bad)
    assert "Thời hạn phải trong năm 2025." in preview.text
    assert "Tỷ lệ phần trăm phải từ 0 đến 100." in preview.text
    listed = load(secretary, "/muc-tieu", preview)
    assert "MT-2025-01" in listed.text
    with office.system.store.reading() as session:
        (line,) = session.scalars(select(Measurement))
    assert (line.period, line.value, line.verdict) == ("NAM", Decimal("97.5"), "khong_dat")
