"""A list of expenses: the good rows enter the open years, the others are told what is wrong."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from qms.budget.importing import KnownOfBudgets, check_expenses
from qms.budget.list_columns import COLUMNS
from tests.qms.lists.spreadsheets import workbook

BUDGET = UUID(int=1)
KNOWN = KnownOfBudgets(today=date(2026, 11, 23), open={2026: BUDGET}, vouchers=frozenset({(2026, "pc 01")}))
GOOD = {"chung_tu": "PC-02", "ngay": "15/03/2026", "noi_dung": "In tài liệu", "so_tien": "1.250.000"}


def test_a_good_row_becomes_an_expense_of_its_year() -> None:
    checked = check_expenses("chi.xlsx", workbook(COLUMNS, GOOD), KNOWN)
    (row,) = checked.entries
    assert (row.budget, row.entry.amount, row.entry.spent_on) == (BUDGET, 1_250_000, date(2026, 3, 15))


def test_what_is_wrong_is_told_under_its_heading() -> None:
    wrong = {
        "Số chứng từ": {"chung_tu": "pc 01"},
        "Ngày chi": {"chung_tu": "PC-03", "ngay": "15/03/2025"},
        "Số tiền (đồng)": {"chung_tu": "PC-04", "so_tien": "-5"},
        "Giấy xác nhận": {"chung_tu": "PC-05", "don_vi_nhan": "Công ty ABC"},
    }
    checked = check_expenses("chi.xlsx", workbook(COLUMNS, *(GOOD | one for one in wrong.values())), KNOWN)
    assert [[one.heading for one in row.problems] for row in checked.bad] == [[one] for one in wrong]
    again = check_expenses("chi.xlsx", workbook(COLUMNS, GOOD, GOOD), KNOWN)
    assert (len(again.good), len(again.bad)) == (1, 1)
