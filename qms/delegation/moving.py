"""Which open tasks a delegation would open to whom, shown before it is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.orm import Session

from engine.domain.mandates import MandateForm
from engine.domain.states import LIVE_TASK_STATES
from engine.store.tables import ProcessInstance, Task
from qms.delegation.rules import NEVER_DELEGATED, Asked
from qms.organisation.rules import overlap

MOST_COUNTED: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingTask:
    """An open task that the delegate could do as well."""

    task: UUID
    name: str
    instance: UUID
    case_code: str
    legal_due: date | None
    held: bool
    """Whether the principal has claimed it: a substitute goes on with it, other delegates do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """What one delegate would see; what comes later within the scope follows of itself."""

    delegate: UUID
    tasks: tuple[MovingTask, ...]
    more: int
    """How many beyond those listed."""


def moving(session: Session, asked: Iterable[Asked], today: date, *, most: int = 50) -> tuple[Moving, ...]:
    """The open tasks within each scope that its principal may do, by due date, up to `most` of each."""
    return tuple(_moving(session, each, today, most) for each in asked)


def _moving(session: Session, asked: Asked, today: date, most: int) -> Moving:
    rows = _rows(session, asked, today)
    return Moving(
        delegate=asked.delegate.id,
        tasks=tuple(
            MovingTask(
                task=task.id,
                name=task.name,
                instance=task.instance_id,
                case_code=code,
                legal_due=task.legal_due,
                held=task.claimed_by is not None,
            )
            for task, code in rows[:most]
        ),
        more=max(len(rows) - most, 0),
    )


def _rows(session: Session, asked: Asked, today: date) -> Sequence[Row[Task, str]]:
    reached = _reached(asked, today)
    if reached is None:
        return ()
    return session.execute(
        select(Task, ProcessInstance.code)
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .where(
            Task.agency_id == asked.principal.agency,
            Task.state.in_(LIVE_TASK_STATES),
            Task.in_person.is_(False),
            _unheld(asked),
            reached,
            *_within(asked),
        )
        .order_by(Task.target_due.nulls_last(), Task.created_at, Task.id)
        .limit(MOST_COUNTED)
    ).all()


def _unheld(asked: Asked) -> ColumnElement[bool]:
    free = Task.claimed_by.is_(None)
    if asked.scope.form is not MandateForm.ABSENCE:
        return free
    return or_(free, Task.claimed_by == asked.principal.id)


def _reached(asked: Asked, today: date) -> ColumnElement[bool] | None:
    """Tasks of the principal's own roles of the first day, or of today; of the absent also personal ones."""
    day, scope = max(asked.scope.valid_from, today), asked.scope
    clauses: list[ColumnElement[bool]] = [
        and_(
            Task.person_id.is_(None),
            Task.role == held.role,
            *([] if held.unit is None else [or_(Task.unit_id == held.unit, Task.unit_id.is_(None))]),
        )
        for held in asked.principal.held
        if overlap(day, None, held.valid_from, held.valid_to)
        and held.valid_from <= day
        and held.role not in NEVER_DELEGATED
        and (not scope.roles or held.role in scope.roles)
    ]
    if scope.form is MandateForm.ABSENCE:
        of_roles = [Task.role.in_(sorted(scope.roles))] if scope.roles else []
        clauses.append(and_(Task.person_id == asked.principal.id, *of_roles))
    return or_(*clauses) if clauses else None


def _within(asked: Asked) -> list[ColumnElement[bool]]:
    scope = asked.scope
    return [
        *([Task.process_key.in_(sorted(scope.procedures))] if scope.procedures else []),
        *([Task.element_id.in_(sorted(scope.elements))] if scope.elements else []),
    ]
