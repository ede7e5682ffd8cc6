"""The pages of yearly plans and of the budget: lists, forms that refuse, results, amendments, expenses."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from engine.domain.identifiers import derived_id
from qms.budget.tables import BudgetLine, BudgetYear
from qms.plans.tables import PlanActivity, PlanOpinion, YearPlan
from tests.office import Office
from tests.qms.plans.plan_case import FOLDER, units
from tests.web_browser import Browser
from web.app import create_app

PLAN = derived_id("test", "plan")
BUDGET = derived_id("test", "budget")


@pytest.fixture(name="registers")
def filled(office: Office) -> Office:
    """A plan in force with two lines, and an approved budget."""
    agency, unit = office.viewer("thuky").agency, units(office)["Phòng Kinh tế"]
    with office.system.store.transaction() as session:
        session.add(
            YearPlan(
                id=PLAN,
                agency_id=agency,
                year=2026,
                edition=1,
                state="da_ban_hanh",
                content={"can_cu": ["Quyết định 19/2014/QĐ-TTg"], "muc_dich": "Duy trì."},
                budget=9_000_000,
                budget_source="Thường xuyên",
                recorded_at=office.now,
            )
        )
        session.add(
            BudgetYear(
                id=BUDGET,
                agency_id=agency,
                year=2026,
                state="duoc_duyet",
                approved=1_000_000,
                approved_on=date(2026, 1, 5),
                approved_by="UBND tỉnh",
                settlement="",
                recorded_at=office.now,
            )
        )
        session.flush()
        for ordinal, kind in enumerate(("dao_tao", "xem_xet_lanh_dao"), start=1):
            session.add(
                PlanActivity(
                    id=derived_id("test", "activity", ordinal),
                    agency_id=agency,
                    plan_id=PLAN,
                    ordinal=ordinal,
                    kind=kind,
                    subject="",
                    what=f"Hoạt động số {ordinal}",
                    unit_id=unit,
                    partners="",
                    audited_units=[],
                    starts_on=date(2026, 2, 1),
                    ends_on=date(2026, 3, 1),
                    product="",
                    state="chua_den",
                    result="",
                )
            )
        session.add(
            PlanOpinion(
                plan_id=PLAN,
                unit_id=unit,
                agency_id=agency,
                opinion="",
                objectives="",
                training_need="",
                silent=True,
                given_on=date(2026, 1, 20),
            )
        )
        session.add(
            BudgetLine(
                id=derived_id("test", "line"),
                agency_id=agency,
                budget_id=BUDGET,
                ordinal=1,
                kind="duy_tri",
                what="Duy trì",
                amount=12_000_000,
                source="Thường xuyên",
                warnings=[{"ma": "vuot_tran_dia_phuong", "ly_do": "Theo văn bản giao."}],
            )
        )
    return office


def browser(office: Office, username: str) -> Browser:
    return Browser(create_app(office.system)).sign_in(username)


def test_a_plan_shows_what_is_late_who_was_silent_and_takes_the_result_of_the_unit(registers: Office) -> None:
    head = browser(registers, "truongkt")
    assert "2 quá hạn" in head.get("/ke-hoach/?q=hoat+dong+so+1").text
    assert "Không có kế hoạch nào khớp" in head.get("/ke-hoach/?q=zzz&nam=2019").text
    page = head.get(f"/ke-hoach/{PLAN}").text
    assert "không có ý kiến (hết hạn)" in page
    assert "9.000.000 đ" in page
    first, followed = (f"/ke-hoach/hoat-dong/{derived_id('test', 'activity', one)}" for one in (1, 2))
    head.get(first)
    refused = head.post(first, {"state": "da_xong", "result": "", "ended_on": "31/02/2026"})
    assert refused.status_code == 422
    refused = head.post(first, {"state": "da_xong", "result": "", "ended_on": "20/02/2026"})
    assert refused.status_code == 422
    assert 'value="20/02/2026"' in refused.text
    done = head.post(first, {"state": "da_xong", "result": "Đã mở một lớp.", "ended_on": "20/02/2026"})
    assert "Đã mở một lớp." in done.text
    assert head.post(followed, {"state": "da_xong", "result": "Đã họp."}).status_code == 422
    assert browser(registers, "truongnc").get(first).status_code == 403
    assert browser(registers, "socv").get(f"/ke-hoach/{PLAN}").status_code == 404
    book = load_workbook(io.BytesIO(head.get("/ke-hoach/ke-hoach-nam.xlsx").data))
    assert [sheet.max_row for sheet in book.worksheets] == [2, 3]


def test_an_expense_is_checked_at_its_fields_told_when_it_goes_beyond_and_taken_back(
    registers: Office,
) -> None:
    clerk = browser(registers, "taivu")
    assert "1.000.000 đ" in clerk.get("/kinh-phi/?q=ubnd").text
    address = f"/kinh-phi/{BUDGET}/khoan-chi"
    clerk.get(address)
    typed = {
        "ngay_chi": "05/02/2027",
        "noi_dung": "Lớp đánh giá nội bộ",
        "so_tien": "900.000",
        "chung_tu": "PC-01",
        "don_vi_nhan": "Công ty ABC",
    }
    assert clerk.post(address, typed).status_code == 422
    refused = clerk.post(address, {**typed, "ngay_chi": "05/02/2026"})
    assert "Ghi số Giấy xác nhận" in refused.text
    assert 'value="PC-01"' in refused.text
    done = clerk.post(address, {**typed, "ngay_chi": "05/02/2026", "giay_xac_nhan": "45/GXN-TĐC"})
    assert "Đã chi quá 80 %" in done.text
    assert "900.000 đ" in done.text
    assert "Theo văn bản giao." in done.text
    undo = done.text.partition("/kinh-phi/khoan-chi/")[2].partition('"')[0]
    clerk.get(f"/kinh-phi/khoan-chi/{undo}")
    assert clerk.post(f"/kinh-phi/khoan-chi/{undo}", {"reason": " "}).status_code == 422
    back = clerk.post(f"/kinh-phi/khoan-chi/{undo}", {"reason": "Ghi nhầm"})
    assert "-900.000 đ" in back.text
    assert "đã ghi đảo" in back.text
    assert browser(registers, "giabao").get(address).status_code == 403
    assert browser(registers, "socv").get(f"/kinh-phi/{BUDGET}").status_code == 404
    book = load_workbook(io.BytesIO(clerk.get("/kinh-phi/kinh-phi.xlsx").data))
    assert [sheet.max_row for sheet in book.worksheets] == [2, 2, 3]
    assert "Expenses" in clerk.get(f"/kinh-phi/{BUDGET}?lang=en").text


def test_only_a_plan_of_a_case_is_amended(registers: Office) -> None:
    registers.deploy(FOLDER)
    secretary = browser(registers, "thuky")
    secretary.get(f"/ke-hoach/{PLAN}/sua-doi")
    assert secretary.post(f"/ke-hoach/{PLAN}/sua-doi", {"reason": "ngắn"}).status_code == 422
    answer = secretary.post(f"/ke-hoach/{PLAN}/sua-doi", {"reason": "Dời lịch đánh giá nội bộ"})
    assert answer.status_code == 409
    assert "Dời lịch đánh giá nội bộ" in answer.text
