"""The money of a year from its estimate to its settlement, on the database of an office."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from engine.domain.errors import FieldsInvalid
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.refusals import NotAuthorised
from qms.budget.expense_form import ExpenseEntry
from qms.budget.expenses import RecordExpense, ReverseExpense, record_expense, reverse_expense
from qms.budget.queries import budget_record, expenses
from qms.budget.refusals import BudgetClosed, ExpenseReversed
from qms.budget.rules import Spent
from qms.outgoing.tables import Dispatch
from tests.office import Office
from tests.qms.budget.budget_case import BudgetCase, begin, estimate, line


def test_an_estimate_is_signed_sent_to_finance_approved_and_settled_in_january(office: Office) -> None:
    case = begin(office)
    case.approve()
    budget = case.budget()
    assert (budget.year, budget.state, budget.approved) == (2027, "duoc_duyet", 8_000_000)
    with office.system.store.reading() as session:
        sent = session.scalars(select(Dispatch)).one()
    assert (sent.deliverable, sent.addressee, sent.channel) == ("DU_TOAN", "Sở Tài chính", "thu_dien_tu")
    spend(office, case, 3_000_000)
    office.pass_until(datetime(2028, 1, 5, 9, 0, tzinfo=OFFICE_ZONE))
    assert case.waiting() == ["QuyetToan"]
    case.do(
        "taivu",
        "QuyetToan",
        {"ngay_chot": "05/01/2028", "noi_dung_quyet_toan": "Đối chiếu đủ chứng từ, nộp lại phần còn."},
    )
    settled = case.budget()
    assert (settled.state, settled.settled_on) == ("da_quyet_toan", date(2028, 1, 5))
    assert "chi 3.000.000 đ" in settled.settlement
    with pytest.raises(BudgetClosed):
        spend(office, case, 1)
    assert office.instance(case.id).state == "completed"


def test_what_passes_a_cap_needs_a_reason_at_its_line_and_then_stands_with_it(office: Office) -> None:
    case = begin(office)
    lines = (line("Duy trì", "duy_tri", "16.000.000"), line("Giám sát", "chung_nhan", "4.000.000"))
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "LapDuToan", estimate(*lines))
    over, hired = (refused.value.fields[f"dong_du_toan__{number}__dt_ly_do"][0][0] for number in (1, 2))
    assert "15.000.000 đ" in over
    assert "khoản 6 Điều 4 Thông tư 116/2015/TT-BTC" in over
    assert "10.000.000 đ" in over
    assert "Điều 4 Quyết định 19/2014/QĐ-TTg" in hired
    case.do("thuky", "LapDuToan", estimate(*({**one, "dt_ly_do": "Theo văn bản giao."} for one in lines)))
    with pytest.raises(FieldsInvalid) as called_fine:
        case.do("taivu", "KiemTraDuToan", {"ket_qua_du_toan": "dat"})
    assert set(called_fine.value.fields) == {"ket_qua_du_toan"}
    case.do("taivu", "KiemTraDuToan", {"ket_qua_du_toan": "vuot"})
    kept = case.lines()
    assert [one["ma"] for one in kept[0].warnings] == ["vuot_tran_luat", "vuot_tran_dia_phuong"]
    assert {one["ly_do"] for one in kept[0].warnings} == {"Theo văn bản giao."}
    assert case.waiting() == ["CHUNG_TRINH_KY/KiemTraNoiDung"]


def test_an_expense_is_told_when_it_goes_beyond_and_a_mistake_is_taken_back_once(office: Office) -> None:
    case = begin(office)
    with pytest.raises(BudgetClosed):
        spend(office, case, 1)
    case.approve()
    assert spend(office, case, 6_400_000) is Spent.WITHIN
    assert spend(office, case, 1) is Spent.NEARLY
    assert spend(office, case, 1_600_000) is Spent.OVER
    with pytest.raises(NotAuthorised):
        spend(office, case, 1, by="giabao")
    viewer = office.viewer("taivu")
    with office.system.store.reading() as session:
        wrong = expenses(session, viewer, case.budget().id)[-1]
    undo = ReverseExpense(viewer=viewer, origin="test", expense=wrong.id, reason="Ghi nhầm số tiền")
    reverse_expense(office.system.store, undo, office.now)
    with pytest.raises(ExpenseReversed):
        reverse_expense(office.system.store, undo, office.now)
    with office.system.store.reading() as session:
        found = budget_record(session, viewer, case.budget().id)
        kept = expenses(session, viewer, case.budget().id)
    assert len(kept) == 4
    assert found.spent == 8_000_001 - wrong.amount
    assert found.left == 8_000_000 - found.spent


def spend(office: Office, case: BudgetCase, amount: int, *, by: str = "taivu") -> Spent:
    """Enter an expense."""
    entry = ExpenseEntry(
        spent_on=date(2027, 3, 2),
        what="In tài liệu",
        line=None,
        amount=amount,
        voucher="PC-01",
        contractor="",
        licence="",
        file=None,
    )
    command = RecordExpense(viewer=office.viewer(by), origin="test", budget=case.budget().id, entry=entry)
    return record_expense(office.system.store, command, office.now)
