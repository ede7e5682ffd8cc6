"""Entering what was spent, and taking a mistake back by a line of the opposite amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.local_time import local_day
from engine.domain.refusals import NotAuthorised
from engine.domain.text import one_line, storable
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.budget.expense_form import ExpenseEntry
from qms.budget.operators import spent_on
from qms.budget.refusals import BudgetClosed, BudgetNotFound, ExpenseNotFound, ExpenseReversed
from qms.budget.rules import BudgetState, Spent, spent_of
from qms.budget.tables import BudgetLine, BudgetYear, Expense
from qms.lists.provenance import record_import

RECORDED: Final = "expense.recorded"
REVERSED: Final = "expense.reversed"
IMPORTED: Final = "expenses.imported"
LONGEST_REASON: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordExpense:
    """An expense of a year's money."""

    viewer: Viewer
    origin: str
    budget: UUID
    entry: ExpenseEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseExpense:
    """An expense that was entered wrongly, and why it is taken back."""

    viewer: Viewer
    origin: str
    expense: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportExpenses:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    entries: Sequence[tuple[UUID, ExpenseEntry]]
    """Each with the id of its budget."""
    file: UUID


def keeps_budget(viewer: Viewer) -> bool:
    """Whether the viewer enters expenses."""
    return may(viewer, Power.KEEP_BUDGET)


def record_expense(store: Store, command: RecordExpense, now: datetime) -> Spent:
    """Enter it; says how much of what was approved is spent then.

    Raises NotAuthorised, BudgetNotFound, BudgetClosed, ExpenseNotFound (no such line).
    """
    _require(command.viewer)
    with store.transaction() as session:
        budget = _open_budget(session, command.viewer, command.budget)
        row = _entered(session, budget, command.entry, command.viewer, now, fresh_id())
        _audit(session, RECORDED, command.viewer, command.origin, row, now)
        return spent_of(spent_on(session, budget.id), budget.approved)


def reverse_expense(store: Store, command: ReverseExpense, now: datetime) -> None:
    """Enter the opposite amount; the mistake stays. Once only.

    Raises NotAuthorised, FieldsInvalid without a reason, ExpenseNotFound, BudgetClosed, ExpenseReversed.
    """
    _require(command.viewer)
    reason = one_line(storable(command.reason))[:LONGEST_REASON]
    if not reason:
        raise FieldsInvalid(fields={"reason": [("Ghi lý do ghi đảo.", "Say why it is taken back.")]})
    with store.transaction() as session:
        found = session.get(Expense, command.expense)
        if found is None or found.agency_id != command.viewer.agency:
            raise ExpenseNotFound
        _open_budget(session, command.viewer, found.budget_id)
        again = session.scalars(select(Expense.id).where(Expense.reverses_id == found.id)).first()
        if again is not None or found.reverses_id is not None:
            raise ExpenseReversed
        row = Expense(
            id=derived_id("expense reversed", found.id),
            agency_id=found.agency_id,
            budget_id=found.budget_id,
            line_id=found.line_id,
            spent_on=max(found.spent_on, local_day(now)),
            what=f"Ghi đảo: {found.what} ({reason})",
            voucher=found.voucher,
            contractor=found.contractor,
            licence=found.licence,
            amount=-found.amount,
            reverses_id=found.id,
            recorded_by=command.viewer.person,
            recorded_at=now,
        )
        session.add(row)
        session.flush()
        _audit(session, REVERSED, command.viewer, command.origin, row, now)


def import_expenses(store: Store, command: ImportExpenses, now: datetime) -> int:
    """Write all rows or none; how many. Raises as `record_expense` does."""
    _require(command.viewer)
    with store.transaction() as session:
        named = sorted({budget for budget, _ in command.entries}, key=str)
        locked = {budget: _open_budget(session, command.viewer, budget) for budget in named}
        rows = [
            _entered(
                session,
                locked[budget],
                entry,
                command.viewer,
                now,
                derived_id("expense", command.file, position),
            )
            for position, (budget, entry) in enumerate(command.entries)
        ]
        record_import(
            session,
            IMPORTED,
            viewer=command.viewer,
            origin=command.origin,
            file=command.file,
            records=[row.id for row in rows],
            count=len(rows),
            now=now,
        )
    return len(rows)


def _require(viewer: Viewer) -> None:
    if not keeps_budget(viewer):
        raise NotAuthorised("ghi khoản chi", "enter expenses")


def _open_budget(session: Session, viewer: Viewer, budget: UUID) -> BudgetYear:
    row = session.get(BudgetYear, budget, with_for_update=True)
    if row is None or row.agency_id != viewer.agency:
        raise BudgetNotFound
    if row.state != BudgetState.APPROVED:
        raise BudgetClosed(row.year)
    return row


def _entered(
    session: Session, budget: BudgetYear, entry: ExpenseEntry, viewer: Viewer, now: datetime, key: UUID
) -> Expense:
    line = session.get(BudgetLine, entry.line) if entry.line else None
    if entry.line is not None and (line is None or line.budget_id != budget.id):
        raise ExpenseNotFound
    row = Expense(
        id=key,
        agency_id=budget.agency_id,
        budget_id=budget.id,
        line_id=entry.line,
        spent_on=entry.spent_on,
        what=entry.what,
        voucher=entry.voucher,
        contractor=entry.contractor,
        licence=entry.licence,
        amount=entry.amount,
        file_id=entry.file,
        recorded_by=viewer.person,
        recorded_at=now,
    )
    session.add(row)
    session.flush()
    return row


def _audit(session: Session, kind: str, viewer: Viewer, origin: str, row: Expense, now: datetime) -> None:
    record_audit(
        session,
        kind,
        actor=Actor(person=viewer.person, origin=origin),
        agency=viewer.agency,
        now=now,
        data={"expense": row.id, "budget": row.budget_id, "amount": row.amount, "voucher": row.voucher},
    )
