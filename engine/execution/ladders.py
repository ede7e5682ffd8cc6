"""The escalation ladder of a case or task: planned by its dates, climbed by the worker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from engine.domain import escalation
from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry
from engine.domain.deadline_terms import read_terms
from engine.domain.definition import EscalationRule
from engine.domain.escalation import Standing
from engine.execution.clock_rows import ledger_of, read_ledger
from engine.execution.surroundings import Surroundings
from engine.store.tables import ProcessInstance, Task


def planned_steps(
    row: ProcessInstance | Task, surroundings: Surroundings, *, stood_still: int = 0
) -> tuple[escalation.PlannedStep, ...]:
    """The dated steps of the row's ladder.

    `stood_still` are the minutes of office time in which its clock was paused: they count for steps in
    percent alone, which otherwise come too early, never too late.
    """
    if row.ladder is None or row.legal_due is None or row.target_due is None:
        return ()
    calendar = surroundings.calendars.calendar_of(row.agency_id)
    ladder = surroundings.ladders.ladder(row.agency_id, row.ladder)
    return escalation.plan(
        ladder,
        row.legal_due,
        row.target_due,
        calendar,
        owed_to_department=row.owed_to_department,
        begins=_begins(row, calendar) if ladder.needs_beginning else None,
        overdue_from=row.overdue_from,
        stood_still=stood_still,
        whole_case=isinstance(row, ProcessInstance),
    )


def arm(
    row: ProcessInstance | Task,
    rule: EscalationRule | None,
    surroundings: Surroundings,
    now: datetime,
    *,
    done: str = "",
) -> None:
    """Put the row on its ladder: the next moment is a column, found by the escalation pass.

    `done` are the steps of that ladder that were already told.
    """
    row.ladder = rule.ladder if rule else None
    row.owed_to_department = bool(rule and rule.owed_to_department)
    row.ladder_done = done
    _set_moment(row, surroundings, created=now, now=now)


def rearm(
    row: ProcessInstance | Task,
    surroundings: Surroundings,
    now: datetime,
    *,
    anew: bool,
    stood_still: int = 0,
) -> None:
    """Find the row's next moment after its dates were moved, or its clock was paused or went on.

    An escalation that was told and whose moment lies ahead again will be told again; a reminder only where
    the term is given `anew`: by a reset or an extension.
    """
    if row.ladder_done and row.clock_paused_at is None:
        planned = planned_steps(row, surroundings, stood_still=stood_still)
        row.ladder_done = escalation.open_again(planned, row.ladder_done, now, anew=anew)
    _set_moment(row, surroundings, created=_created(row), now=now)


def look_again(task: Task, surroundings: Surroundings, now: datetime) -> None:
    """Let the worker look at a task that was claimed or given back, where its ladder asks how it stands."""
    if task.ladder is None or task.clock_paused_at is not None:
        return
    if surroundings.ladders.ladder(task.agency_id, task.ladder).asks_standing:
        _set_moment(task, surroundings, created=task.created_at, now=now)


def decide(
    row: ProcessInstance | Task,
    surroundings: Surroundings,
    *,
    created: datetime,
    now: datetime,
    stood_still: int = 0,
) -> escalation.Decision:
    """What the row's ladder asks for now; nothing while its clock stands still."""
    if row.ladder is None or row.clock_paused_at is not None:
        return escalation.Rest()
    calendar = surroundings.calendars.calendar_of(row.agency_id)
    planned = planned_steps(row, surroundings, stood_still=stood_still)
    return escalation.decide(planned, row.ladder_done, created, now, calendar, _standing(row))


def stood_still(
    session: Session, surroundings: Surroundings, instance: ProcessInstance, task: Task | None
) -> int:
    """The office minutes since the row's beginning that do not count for its ladder; see `stood_still_by`."""
    if not instance.clock_entries:
        return 0
    row = task or instance
    if not _counts_stood_still(row, surroundings):
        return 0
    return stood_still_by(row, ledger_of(read_ledger(session, instance.id), task), surroundings)


def stood_still_by(
    row: ProcessInstance | Task, ledger: Sequence[LedgerEntry], surroundings: Surroundings
) -> int:
    """In how many minutes of office time the clock stood still by its ledger since the row's beginning.

    What was before a reset does not count at all. Asked only for a ladder that counts in percent.
    """
    if not ledger or not _counts_stood_still(row, surroundings):
        return 0
    calendar = surroundings.calendars.calendar_of(row.agency_id)
    begins = _begins(row, calendar)
    ends = row.overdue_from
    total, since = 0, None
    for entry in ledger:
        at = max(entry.at, begins) if ends is None else min(max(entry.at, begins), max(ends, begins))
        match entry.kind:
            case ClockEntryKind.PAUSE:
                since = at
            case ClockEntryKind.RESUME if since is not None:
                total += calendar.working_minutes_between(since, at)
                since = None
            case ClockEntryKind.RESET:
                total, since = calendar.working_minutes_between(begins, at), None
            case _:
                pass
    return total


def _counts_stood_still(row: ProcessInstance | Task, surroundings: Surroundings) -> bool:
    if row.ladder is None or row.clock_paused_at is not None:
        return False
    return surroundings.ladders.ladder(row.agency_id, row.ladder).needs_beginning


def _set_moment(
    row: ProcessInstance | Task, surroundings: Surroundings, *, created: datetime, now: datetime
) -> None:
    row.escalate_at = None
    match decide(row, surroundings, created=created, now=now):
        case escalation.Tell():
            row.escalate_at = now
        case escalation.Wait(until=until):
            row.escalate_at = until
        case escalation.Rest():
            pass


def _created(row: ProcessInstance | Task) -> datetime:
    return row.created_at if isinstance(row, Task) else row.started_at


def _begins(row: ProcessInstance | Task, calendar: WorkingCalendar) -> datetime:
    """When the term began: with the row, or with the event it counts from where that came earlier."""
    anchor = read_terms(row.deadline_terms).anchor if row.deadline_terms else None
    created = _created(row)
    if anchor is None:
        return created
    return min(created, anchor if isinstance(anchor, datetime) else calendar.midnight(anchor))


def _standing(row: ProcessInstance | Task) -> Standing | None:
    """How a task stands; a case as a whole does not stand at all."""
    if isinstance(row, ProcessInstance):
        return None
    return Standing.UNCLAIMED if row.claimed_by is None else Standing.CLAIMED
