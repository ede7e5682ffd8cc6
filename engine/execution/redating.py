"""Dates of a case that were reckoned anew: what else has to follow them, and the line that tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from engine.domain.errors import NotFound
from engine.domain.identifiers import derived_id
from engine.execution import ladders
from engine.execution.beginning import LEGAL_DUE, OVERDUE_FROM, TARGET_DUE
from engine.execution.surroundings import Surroundings
from engine.runtime import RunningProcess
from engine.runtime.following import follow_dates
from engine.store.tables import DeadlineChange, ProcessInstance, Task

DATE_VARIABLES: Final = frozenset({LEGAL_DUE, TARGET_DUE, OVERDUE_FROM})


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a deadline as a row has them."""

    legal_due: date | None
    target_due: date | None
    overdue_from: datetime | None


NO_DATES: Final = Dates(None, None, None)


def dates_of(row: ProcessInstance | Task) -> Dates:
    """The dates of a row as they stand."""
    return Dates(row.legal_due, row.target_due, row.overdue_from)


def carry_dates(process: RunningProcess, row: ProcessInstance) -> None:
    """Let the variables and the timers of a case follow the dates on its row, under the case's lock.

    Timers that count working days follow the calendar too. While the clock of the case stands still, the
    variable `qua_han_luc` stays and the timers that rest on its dates do not fire. What this sets going is
    written by `Execution.save`. Raises ProcessIncident.
    """
    if process.completed:
        return
    values = {LEGAL_DUE: row.legal_due, TARGET_DUE: row.target_due, OVERDUE_FROM: row.overdue_from}
    follow_dates(
        process,
        {name: value for name, value in values.items() if value is not None},
        DATE_VARIABLES,
        standing=row.clock_paused_at is not None,
    )


def settle_lateness(row: ProcessInstance | Task, now: datetime) -> bool:
    """Take the mark of lateness from a case that is not late by its new dates; whether it had one.

    What followed from the lateness stays: its history, the nonconformity, the steps of the ladder told.
    """
    if not isinstance(row, ProcessInstance) or row.overdue_at is None:
        return False
    if row.clock_paused_at is None and (row.overdue_from is None or row.overdue_from <= now):
        return False
    row.overdue_at = None
    return True


def rearm(row: ProcessInstance | Task, surroundings: Surroundings, now: datetime, *, moved: bool) -> bool:
    """Set the next moment of the row's ladder by its new dates or by another calendar; whether it is another.

    A moment that has come already is left to the worker, unless the dates `moved`. So is a ladder that is
    not there any more: looked at in vain, it is told in the worker's log.
    """
    if row.ladder is None or not (moved or row.escalate_at is None or row.escalate_at > now):
        return False
    before = (row.escalate_at, row.ladder_done)
    try:
        ladders.rearm(row, surroundings, now, anew=False)
    except NotFound:
        row.escalate_at = now
    return before != (row.escalate_at, row.ladder_done)


def change_line(
    row: ProcessInstance | Task,
    before: Dates,
    after: Dates,
    *,
    reason: tuple[str, str],
    now: datetime,
    reckoning: UUID | None = None,
    place: int,
) -> DeadlineChange:
    """The line that tells how the dates of a row changed and why; see `change_values`."""
    values = change_values(row, before, after, reason=reason, now=now, reckoning=reckoning, place=place)
    return DeadlineChange(**values)


def change_values(
    row: ProcessInstance | Task,
    before: Dates,
    after: Dates,
    *,
    reason: tuple[str, str],
    now: datetime,
    reckoning: UUID | None = None,
    place: int,
) -> dict[str, object]:
    """The values of that line, `reason` in Vietnamese and English.

    `place` tells one change of the row from another: the case's `history_sequence` does. Dates that could not
    be reckoned anew are told as changed to NO_DATES; the row keeps those of before.
    """
    vi, en = reason
    return {
        "id": derived_id("deadline_change", reckoning, row.id, place),
        "agency_id": row.agency_id,
        "instance_id": row.id if isinstance(row, ProcessInstance) else row.instance_id,
        "task_id": row.id if isinstance(row, Task) else None,
        "reckoning_id": reckoning,
        "at": now,
        "old_legal_due": before.legal_due,
        "old_target_due": before.target_due,
        "old_overdue_from": before.overdue_from,
        "new_legal_due": after.legal_due,
        "new_target_due": after.target_due,
        "new_overdue_from": after.overdue_from,
        "reason_vi": vi,
        "reason_en": en,
    }
