"""The clock of a case or a task as its page shows it: each stretch, who began it and why, and the sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.clock_ledger import (
    ClockInterval,
    ClockSum,
    LedgerEntry,
    event_moment,
    intervals,
    paused_by,
    sum_of,
)
from engine.domain.deadline_terms import read_terms
from engine.domain.refusals import TaskNotFound
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
from engine.execution.clock_rows import ledger_of, read_ledger
from engine.execution.legal_dates import read_sentences
from engine.execution.surroundings import Surroundings
from engine.queries.instance import require_visible
from engine.store.tables import ClockEntry, ModelVersion, ProcessInstance, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLine:
    """A stretch with who made the entry that began it; None for the event itself and for the model."""

    interval: ClockInterval
    actor: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """The clock of a case, or of one task of it."""

    instance: UUID
    code: str
    title: str
    task: UUID | None
    task_name: str
    live: bool
    legal_due: date | None
    target_due: date | None
    paused_since: datetime | None
    """Since when the ledger says that it stands still."""
    lines: tuple[ClockLine, ...]
    total: ClockSum
    explanation: tuple[tuple[str, str], ...]

    @property
    def moved(self) -> bool:
        """Whether anything ever moved it."""
        return len(self.lines) > 1


def case_clock(
    session: Session, surroundings: Surroundings, viewer: Viewer, instance: UUID, now: datetime
) -> ClockView:
    """The clock of a case; raises as require_visible."""
    row = require_visible(session, viewer, instance)
    live = row.state in LIVE_INSTANCE_STATES
    return _view(session, surroundings, row, None, row.started_at, now if live else row.ended_at or now)


def task_clock(
    session: Session, surroundings: Surroundings, viewer: Viewer, instance: UUID, task: UUID, now: datetime
) -> ClockView:
    """The clock of one task of a case; raises TaskNotFound and as require_visible."""
    case = require_visible(session, viewer, instance)
    row = session.get(Task, task)
    if row is None or row.instance_id != instance:
        raise TaskNotFound(task)
    return _view(session, surroundings, case, row, row.created_at, row.completed_at or case.ended_at or now)


def _view(
    session: Session,
    surroundings: Surroundings,
    case: ProcessInstance,
    task: Task | None,
    came: datetime,
    until: datetime,
) -> ClockView:
    row = task if task is not None else case
    rows = read_ledger(session, case.id) if case.clock_entries else ()
    ledger = ledger_of(rows, task)
    calendar = surroundings.calendars.calendar_of(case.agency_id)
    anchor = read_terms(row.deadline_terms).anchor if row.deadline_terms else None
    begins = came if anchor is None else event_moment(anchor, calendar)
    stretches = intervals(begins if task is None else max(begins, came), ledger, calendar, until)
    standing = paused_by(ledger)
    live_states = LIVE_INSTANCE_STATES if task is None else LIVE_TASK_STATES
    return ClockView(
        instance=case.id,
        code=case.code,
        title=case.title,
        task=task.id if task is not None else None,
        task_name=task.name if task is not None else "",
        live=row.state in live_states,
        legal_due=row.legal_due,
        target_due=row.target_due,
        paused_since=standing.at if standing is not None else None,
        lines=tuple(ClockLine(interval=one, actor=_actor(one.entry, rows)) for one in stretches),
        total=sum_of(
            stretches,
            _due(session, surroundings, case, row, ledger),
            row.clock_paused_at,
            calendar,
            until,
        ),
        explanation=read_sentences(row.explanation),
    )


def _due(
    session: Session,
    surroundings: Surroundings,
    case: ProcessInstance,
    row: ProcessInstance | Task,
    ledger: Sequence[LedgerEntry],
) -> datetime | None:
    """The first late moment; while the clock stands still, that of going on at once."""
    if row.clock_paused_at is None or not row.deadline_terms:
        return row.overdue_from
    key = session.get_one(ModelVersion, case.model_version_id).key
    found = surroundings.deadlines.reckon(
        row.agency_id, read_terms(row.deadline_terms), ledger, procedure=key
    )
    return found.deadline.overdue_from


def _actor(entry: LedgerEntry | None, rows: Sequence[ClockEntry]) -> UUID | None:
    if entry is None:
        return None
    same = (row for row in rows if row.kind == entry.kind and row.reason == entry.reason)
    return next((row.actor_id for row in same if row.at == entry.at), None)
