"""The escalation ladder of a case or task: planned by its dates, climbed by the worker."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain import escalation
from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import ClockEntryKind
from engine.domain.deadline_terms import read_terms
from engine.domain.definition import EscalationRule
from engine.domain.escalation import Standing
from engine.execution.surroundings import Surroundings
from engine.store.tables import ClockEntry, ProcessInstance, Task


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


def rearm(row: ProcessInstance | Task, surroundings: Surroundings, now: datetime, *, anew: bool) -> None:
    """Find the row's next moment after its dates were moved, or its clock was paused or went on.

    An escalation that was told and whose moment lies ahead again will be told again; a reminder only where
    the term begins `anew`.
    """
    if row.ladder_done and row.clock_paused_at is None:
        planned = planned_steps(row, surroundings)
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
    """In how many minutes of office time the clock was paused since the row's beginning.

    Asked only for a ladder that counts in percent, of a case whose clock was ever moved.
    """
    row = task or instance
    if not instance.clock_entries or row.ladder is None or row.clock_paused_at is not None:
        return 0
    if not surroundings.ladders.ladder(row.agency_id, row.ladder).needs_beginning:
        return 0
    entries = session.execute(
        select(ClockEntry.kind, ClockEntry.at)
        .where(
            ClockEntry.instance_id == instance.id,
            or_(ClockEntry.task_id.is_(None), ClockEntry.task_id == _task_id(task)),
        )
        .order_by(ClockEntry.at, ClockEntry.sequence)
    )
    calendar = surroundings.calendars.calendar_of(row.agency_id)
    begins = _begins(row, calendar)
    total, since = 0, None
    for kind, at in entries:
        if kind == ClockEntryKind.PAUSE:
            since = max(at, begins) if since is None else since
        elif kind in {ClockEntryKind.RESUME, ClockEntryKind.RESET} and since is not None:
            total += calendar.working_minutes_between(since, max(at, since))
            since = None
    return total


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


def _task_id(task: Task | None) -> UUID | None:
    return task.id if task is not None else None
