"""The money of a year in one sentence, for the management review (ISO 9001:2015, 9.3.2 d)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qms.budget.caps import money
from qms.budget.operators import spent_on
from qms.budget.tables import BudgetYear


def budget_sentence(session: Session, agency: UUID, year: int) -> str:
    """What was approved, spent and is left; or that the register knows nothing of the year."""
    row = session.scalars(
        select(BudgetYear).where(BudgetYear.agency_id == agency, BudgetYear.year == year)
    ).first()
    if row is None or row.approved is None:
        return f"Kinh phí năm {year}: chưa có mức được duyệt trong hệ thống."
    spent = spent_on(session, row.id)
    left = money(row.approved - spent)
    return f"Kinh phí năm {year}: được duyệt {money(row.approved)}, đã chi {money(spent)}, còn {left}."
