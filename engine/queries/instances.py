"""The cases that somebody may see, as a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES, InstanceState
from engine.domain.text import fold
from engine.execution.confidential import open_to
from engine.queries.taking_part import taking_part
from engine.store.tables import Incident, ProcessInstance, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceLine:
    """One case in a list."""

    id: UUID
    code: str
    title: str
    state: InstanceState
    started_at: datetime
    ended_at: datetime | None
    legal_due: date | None
    target_due: date | None
    overdue_from: datetime | None
    overdue_at: datetime | None
    clock_paused_at: datetime | None
    open_tasks: int
    incidents: int


def instance_lines(
    session: Session,
    viewer: Viewer,
    *,
    words: str = "",
    late_at: datetime | None = None,
    offset: int = 0,
    limit: int = 50,
) -> tuple[tuple[InstanceLine, ...], int]:
    """The cases the viewer may see in which all words occur, newest first, and how many there are.

    With `late_at`, only those past their legal due date at that moment or marked late before.
    """
    conditions = [
        *seen_by(viewer),
        *(ProcessInstance.search_text.contains(word, autoescape=True) for word in fold(words).split()),
    ]
    if late_at is not None:
        running_late = and_(
            ProcessInstance.state.in_(LIVE_INSTANCE_STATES), ProcessInstance.overdue_from <= late_at
        )
        conditions.append(or_(ProcessInstance.overdue_at.is_not(None), running_late))
    total = session.scalar(select(func.count()).select_from(ProcessInstance).where(*conditions)) or 0
    open_tasks = (
        select(func.count())
        .where(Task.instance_id == ProcessInstance.id, Task.state.in_(LIVE_TASK_STATES))
        .scalar_subquery()
    )
    incidents = (
        select(func.count())
        .where(Incident.instance_id == ProcessInstance.id, Incident.resolved_at.is_(None))
        .scalar_subquery()
    )
    rows = session.execute(
        select(ProcessInstance, open_tasks, incidents)
        .where(*conditions)
        .order_by(ProcessInstance.started_at.desc(), ProcessInstance.code.desc())
        .offset(offset)
        .limit(limit)
    )
    return tuple(_instance_line(row, tasks, open_) for row, tasks, open_ in rows), total


def seen_by(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    """Cases the viewer may see: all of the agency for its overseers, else those begun or worked on."""
    of_agency = and_(ProcessInstance.agency_id == viewer.agency, open_to(viewer))
    if may(viewer, Power.SEE_CASE):
        return (of_agency,)
    part = (
        exists()
        .where(
            Task.instance_id == ProcessInstance.id,
            taking_part(viewer),
        )
        .correlate(ProcessInstance)  # a query that reads tasks too asks about other tasks here
    )
    return of_agency, or_(ProcessInstance.started_by == viewer.person, part)


def _instance_line(row: ProcessInstance, open_tasks: int, incidents: int) -> InstanceLine:
    return InstanceLine(
        id=row.id,
        code=row.code,
        title=row.title,
        state=InstanceState(row.state),
        started_at=row.started_at,
        ended_at=row.ended_at,
        legal_due=row.legal_due,
        target_due=row.target_due,
        overdue_from=row.overdue_from,
        overdue_at=row.overdue_at,
        clock_paused_at=row.clock_paused_at,
        open_tasks=open_tasks,
        incidents=incidents,
    )
