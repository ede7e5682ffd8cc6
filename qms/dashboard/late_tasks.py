"""The tasks past their day, the longest late first, and who holds each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import LIVE_TASK_STATES
from engine.domain.text import fold
from engine.execution.confidential import open_to
from engine.store.tables import ProcessInstance, Task
from qms.dashboard.scope import Scope
from qms.organisation.tables import Person

_DUE = func.coalesce(Task.target_due, Task.legal_due)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateTask:
    """One of them; what the case is about is not told, so that nobody reads here what is not for them."""

    id: UUID
    name: str
    instance: UUID
    code: str
    due: date
    days: int
    """Calendar days since the last day in time."""
    legally: bool
    """Whether the day that the law gives is over as well."""
    holder: UUID | None
    """Who has claimed it, or for whom in person it waits."""
    claimed: bool
    role: str | None
    unit: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateTasks:
    """Some of them, and how many there are in all."""

    lines: tuple[LateTask, ...]
    total: int


def late_tasks(  # one list with its filter
    session: Session,
    viewer: Viewer,
    scope: Scope,
    today: date,
    *,
    words: str = "",
    offset: int = 0,
    limit: int | None = None,
) -> LateTasks:
    """Open tasks whose clock runs and whose day is over; cases that are closed to the viewer do not count."""
    conditions = _conditions(viewer, scope, today, words)
    total = func.count().over()
    rows = session.execute(
        select(Task, ProcessInstance.code, total)
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .where(*conditions)
        .order_by(_DUE, Task.created_at, Task.id)
        .offset(offset)
        .limit(limit)
    ).all()
    if not rows and offset:
        return late_tasks(session, viewer, scope, today, words=words, limit=limit)
    return LateTasks(
        lines=tuple(_line(row, code, today) for row, code, _ in rows), total=rows[0][2] if rows else 0
    )


def _conditions(viewer: Viewer, scope: Scope, today: date, words: str) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Task.agency_id == viewer.agency,
        Task.state.in_(LIVE_TASK_STATES),
        Task.clock_paused_at.is_(None),
        today > _DUE,
        open_to(viewer),
        *(Task.search_text.contains(word, autoescape=True) for word in fold(words).split()),
    ]
    if scope.units is not None:
        staff = select(Person.id).where(Person.unit_id.in_(scope.units))
        conditions.append(
            or_(Task.unit_id.in_(scope.units), Task.claimed_by.in_(staff), Task.person_id.in_(staff))
        )
    return conditions


def _line(row: Task, code: str, today: date) -> LateTask:
    due = row.target_due or row.legal_due or today
    return LateTask(
        id=row.id,
        name=row.name,
        instance=row.instance_id,
        code=code,
        due=due,
        days=(today - due).days,
        legally=row.legal_due is not None and row.legal_due < today,
        holder=row.claimed_by or row.person_id,
        claimed=row.claimed_by is not None,
        role=row.role,
        unit=row.unit_id,
    )
