"""A list of expenses: which rows may enter, what is wrong with others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from qms.budget.expense_form import ExpenseEntry
from qms.budget.list_columns import COLUMNS
from qms.budget.rules import BudgetState
from qms.budget.tables import BudgetYear, Expense
from qms.lists.columns import CheckedList, plain
from qms.lists.reading import RowReader, check_list

_MOST: Final = 100_000_000_000
_AMOUNT: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d{1,12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfBudgets:
    """What the registers hold that a list may name or must not repeat."""

    today: date
    open: Mapping[int, UUID]
    """Years whose money is approved and not settled -> the budget."""
    vouchers: frozenset[tuple[int, str]]
    """Year and voucher, as `plain` gives it, of what is entered already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseRow:
    """An expense and the budget it belongs to."""

    budget: UUID
    entry: ExpenseEntry


def checked_expenses(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[ExpenseRow]:
    """A file against what the registers hold now; raises SheetRefused for what is no such list."""
    budgets = session.scalars(select(BudgetYear).where(BudgetYear.agency_id == viewer.agency)).all()
    years = {row.id: row.year for row in budgets}
    vouchers = session.execute(
        select(Expense.budget_id, Expense.voucher).where(Expense.agency_id == viewer.agency)
    )
    known = KnownOfBudgets(
        today=local_day(now),
        open={row.year: row.id for row in budgets if row.state == BudgetState.APPROVED},
        vouchers=frozenset((years[budget], plain(voucher)) for budget, voucher in vouchers),
    )
    return check_expenses(name, content, known)


def check_expenses(name: str, content: bytes, known: KnownOfBudgets) -> CheckedList[ExpenseRow]:
    """Read the file and check each row; raises SheetRefused."""
    return check_list(COLUMNS, name, content, lambda reader: _read(reader, known))


def _read(reader: RowReader, known: KnownOfBudgets) -> ExpenseRow | None:
    voucher, day = reader.text("chung_tu", most=100), reader.day("ngay")
    budget = _budget(reader, day, known)
    if day is not None and voucher:
        key = (day.year, plain(voucher))
        if reader.once("chung_tu", key) and key in known.vouchers:
            reader.wrong("chung_tu", "Chứng từ này đã có trong sổ.", "This voucher is entered already.")
    amount = _amount(reader)
    contractor, licence = reader.text("don_vi_nhan", most=300), reader.text("giay_xac_nhan", most=200)
    if contractor and not licence:
        reader.wrong(
            "giay_xac_nhan",
            "Ghi Giấy xác nhận của đơn vị được thuê.",
            "Give the licence of the body that was hired.",
        )
    if reader.problems or budget is None or day is None or amount is None:
        return None
    entry = ExpenseEntry(
        spent_on=day,
        what=reader.text("noi_dung", most=500),
        line=None,
        amount=amount,
        voucher=voucher,
        contractor=contractor,
        licence=licence,
        file=None,
    )
    return ExpenseRow(budget=budget, entry=entry)


def _budget(reader: RowReader, day: date | None, known: KnownOfBudgets) -> UUID | None:
    if day is None:
        return None
    if day > known.today:
        reader.wrong("ngay", "Ngày chi chưa đến.", "This day has not come yet.")
    found = known.open.get(day.year)
    if found is None:
        reader.wrong(
            "ngay",
            f"Năm {day.year} chưa có kinh phí được duyệt, hoặc đã quyết toán.",
            f"The money of {day.year} is not approved yet, or settled.",
        )
    return found


def _amount(reader: RowReader) -> int | None:
    text = reader.text("so_tien").removesuffix("đ").strip()
    if not text:
        return None
    amount = int(re.sub(r"[.,]", "", text)) if _AMOUNT.fullmatch(text) else 0
    if not 0 < amount <= _MOST:
        reader.wrong("so_tien", "Ghi số đồng, lớn hơn 0.", "Write đồng, more than 0.")
        return None
    return amount
