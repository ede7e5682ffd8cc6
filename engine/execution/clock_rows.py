"""The clock ledger of a case as its rows have it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry, merged, paused_by
from engine.domain.deadline_policy import DeadlineUnit
from engine.store.tables import ClockEntry, Task


def read_ledger(session: Session, instance: UUID) -> tuple[ClockEntry, ...]:
    """The entries of a case and of its tasks in their order."""
    rows = session.scalars(
        select(ClockEntry)
        .where(ClockEntry.instance_id == instance)
        .order_by(ClockEntry.at, ClockEntry.sequence)
    )
    return tuple(rows)


def ledger_of(rows: Sequence[ClockEntry], task: Task | None) -> tuple[LedgerEntry, ...]:
    """The entries that move the clock of the case, or of one of its tasks.

    An entry of the case moves the tasks that are there; one of a task moves that task alone.
    """
    in_order = sorted(rows, key=lambda row: (row.at, row.sequence))
    of_case = [entry_of(row) for row in in_order if row.task_id is None]
    if task is None:
        return tuple(of_case)
    own = [entry_of(row) for row in in_order if row.task_id == task.id]
    return merged(of_case, own, task.created_at)


def paused_alone(rows: Sequence[ClockEntry], task: Task) -> bool:
    """Whether the clock of a task was paused for itself, whatever its case does."""
    in_order = sorted(rows, key=lambda row: (row.at, row.sequence))
    concerned = (
        row
        for row in in_order
        if row.task_id == task.id or (row.task_id is None and row.kind == ClockEntryKind.RESET)
    )
    return paused_by([entry_of(row) for row in concerned]) is not None


def entry_of(row: ClockEntry) -> LedgerEntry:
    """The entry of a row."""
    return LedgerEntry(
        kind=ClockEntryKind(row.kind),
        at=row.at,
        amount=row.amount,
        unit=DeadlineUnit(row.unit) if row.unit else None,
        until=row.until,
        event=row.event,
        authority=row.authority,
        basis=row.basis,
        reason=row.reason,
    )
