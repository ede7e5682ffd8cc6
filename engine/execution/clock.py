"""Moving the clock of a case or of one of its tasks, under the lock of the case."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import select

from engine.domain.clock_ledger import (
    ClockEntryKind,
    LedgerEntry,
    begins_anew,
    event_moment,
    paused_by,
    require_entry,
)
from engine.domain.clock_refusals import ClockStandsWithCase, NothingToMove
from engine.domain.deadline import DeadlinePolicy, DeadlineUnit
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.errors import Refusal
from engine.domain.states import LIVE_TASK_STATES
from engine.execution import ladders, legal_dates
from engine.execution.clock_rows import ledger_of, paused_alone, read_ledger
from engine.execution.instances import Execution
from engine.execution.redating import carry_dates, change_line, dates_of, settle_lateness
from engine.store.tables import ClockEntry, ProcessInstance, Task

_Subject: TypeAlias = ProcessInstance | Task
KINDS: Final = {
    ClockEntryKind.PAUSE: "clock.paused",
    ClockEntryKind.RESUME: "clock.resumed",
    ClockEntryKind.RESET: "clock.reset",
    ClockEntryKind.EXTENSION: "clock.extended",
}
REASONS: Final = {
    ClockEntryKind.PAUSE: ("Đồng hồ thời hạn dừng", "The clock was paused"),
    ClockEntryKind.RESUME: ("Đồng hồ thời hạn chạy tiếp", "The clock was resumed"),
    ClockEntryKind.RESET: ("Thời hạn tính lại từ đầu", "The period began anew"),
    ClockEntryKind.EXTENSION: ("Thời hạn được gia hạn", "The deadline was extended"),
}
_OPEN_AGAIN: Final = ("Việc được mở lại", "The task was opened again")


def move(
    execution: Execution, entry: LedgerEntry, task: Task | None = None, *, by_person: bool, key: UUID
) -> None:
    """Enter it into the ledger and let dates, ladders, variables and timers follow; the caller saves.

    Without a task it moves the clock of the case and of all its open tasks. Raises as `require_entry`,
    NothingToMove for a task without a deadline, ClockStandsWithCase for a task that goes on while its case
    stands still, and what reckoning and the process raise.
    """
    session, row = execution.session, execution.row
    subject: _Subject = task if task is not None else row
    if task is not None and task.legal_due is None:
        raise NothingToMove
    rows = read_ledger(session, row.id) if row.clock_entries else ()
    require_entry(
        entry,
        ledger_of(rows, task),
        event=_runs_from(execution, subject) if by_person else None,
        legal_due=subject.legal_due,
        by_person=by_person,
        now=execution.now,
    )
    if task is not None and entry.kind is ClockEntryKind.RESUME and not paused_alone(rows, task):
        raise ClockStandsWithCase
    row.clock_entries += 1
    added = _row(execution, entry, task, key)
    session.add(added)
    _record(execution, entry, task)
    _follow(execution, entry.kind, (*rows, added), task)
    session.flush()


def _follow(
    execution: Execution, kind: ClockEntryKind, rows: Sequence[ClockEntry], task: Task | None
) -> None:
    if task is not None:
        _redate(execution, task, rows, kind)
        return
    row = execution.row
    if row.legal_due is not None:
        _redate(execution, row, rows, kind)
    else:
        open_pause = paused_by(ledger_of(rows, None))
        row.clock_paused_at = open_pause.at if open_pause else None
    for each in _open_tasks(execution):
        if each.legal_due is not None:
            _redate(execution, each, rows, kind)
    carry_dates(execution.process, row)


def reckon_again(execution: Execution, task: Task) -> None:
    """Bring the dates of a task that is open again to what holds now; no reckoning looked at it meanwhile.

    What cannot be reckoned any more stays.
    """
    if task.legal_due is None:
        return
    rows = read_ledger(execution.session, task.instance_id) if execution.row.clock_entries else ()
    with suppress(Refusal):
        _redate_by(execution, task, ledger_of(rows, task), _OPEN_AGAIN, anew=False)


def _redate(execution: Execution, row: _Subject, rows: Sequence[ClockEntry], kind: ClockEntryKind) -> None:
    ledger = ledger_of(rows, row if isinstance(row, Task) else None)
    _redate_by(execution, row, ledger, REASONS[kind], anew=begins_anew(ledger))


def _redate_by(
    execution: Execution,
    row: _Subject,
    ledger: Sequence[LedgerEntry],
    reason: tuple[str, str],
    *,
    anew: bool,
) -> None:
    surroundings, now = execution.surroundings, execution.now
    terms = kept_terms(execution, row)
    found = legal_dates.dated(
        surroundings, row.agency_id, terms, ledger, procedure=execution.definition.process_id
    )
    before = dates_of(row)
    legal_dates.write_dates(row, found)
    settle_lateness(row, now)
    stood = ladders.stood_still_by(row, ledger, surroundings)
    ladders.rearm(row, surroundings, now, anew=anew, stood_still=stood)
    after = dates_of(row)
    if after != before:
        place = execution.row.history_sequence
        line = change_line(row, before, after, reason=reason, now=now, place=place)
        execution.session.add(line)


def kept_terms(execution: Execution, row: _Subject) -> DeadlineTerms:
    """By what the row's dates are reckoned; raises TermsLost for old rows whose model tells it no more."""
    if isinstance(row, ProcessInstance):
        rule, came, place = execution.definition.deadline, row.started_at, None
    else:
        activity = execution.definition.activities.get(row.element_id)
        rule, came, place = activity.deadline if activity else None, row.created_at, str(row.id)
    return legal_dates.kept_terms(
        row, rule, lambda expression: execution.process.evaluate(expression, place), came
    )


def policy_in_force(execution: Execution, row: _Subject, terms: DeadlineTerms) -> DeadlinePolicy | None:
    """The named policy of the terms; None where the model gives days or a day itself."""
    if terms.policy is None or terms.anchor is None:
        return None
    calendar = execution.surroundings.calendars.calendar_of(row.agency_id)
    day = calendar.local_day(event_moment(terms.anchor, calendar))
    return execution.surroundings.deadlines.policy(
        row.agency_id, terms.policy, day, procedure=execution.definition.process_id
    )


def _runs_from(execution: Execution, row: _Subject) -> datetime | None:
    """The moment from which the clock of the row runs, to the minute; None where it runs backwards."""
    came = row.started_at if isinstance(row, ProcessInstance) else row.created_at
    if row.legal_due is None:
        return came.replace(second=0, microsecond=0)
    terms = kept_terms(execution, row)
    if terms.anchor is None:  # a fixed day: nothing runs towards it but time
        return came.replace(second=0, microsecond=0)
    policy = policy_in_force(execution, row, terms)
    if policy is not None and (policy.amount < 0 or policy.unit is DeadlineUnit.FIXED_DATE):
        return None
    event = event_moment(terms.anchor, execution.surroundings.calendars.calendar_of(row.agency_id))
    event = event if isinstance(row, ProcessInstance) else max(event, came)
    return event.replace(second=0, microsecond=0)


def _row(execution: Execution, entry: LedgerEntry, task: Task | None, key: UUID) -> ClockEntry:
    return ClockEntry(
        id=key,
        instance_id=execution.row.id,
        task_id=task.id if task is not None else None,
        agency_id=execution.row.agency_id,
        sequence=execution.row.clock_entries,
        kind=entry.kind.value,
        at=entry.at,
        amount=entry.amount,
        unit=entry.unit.value if entry.unit is not None else None,
        until=entry.until,
        event=entry.event,
        authority=entry.authority,
        basis=entry.basis,
        reason=entry.reason,
        actor_id=execution.actor.person,
        recorded_at=execution.now,
    )


def _record(execution: Execution, entry: LedgerEntry, task: Task | None) -> None:
    execution.record(
        KINDS[entry.kind],
        element=task.element_id if task is not None else None,
        task=task.id if task is not None else None,
        data=entry_told(entry),
    )


def entry_told(entry: LedgerEntry) -> dict[str, object]:
    """The entry as history and audit tell it."""
    told = {
        "at": entry.at,
        "amount": entry.amount,
        "unit": entry.unit.value if entry.unit is not None else None,
        "until": entry.until,
        "event": entry.event,
        "authority": entry.authority,
        "basis": entry.basis,
        "reason": entry.reason,
    }
    return {name: value for name, value in told.items() if value not in {None, ""}}


def _open_tasks(execution: Execution) -> list[Task]:
    return list(
        execution.session.scalars(
            select(Task)
            .where(Task.instance_id == execution.row.id, Task.state.in_(LIVE_TASK_STATES))
            .order_by(Task.created_at, Task.id)
        )
    )
