"""What an officer sees of the work: queues with counts, a list, and one task with all that belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from engine.domain.states import LIVE_TASK_STATES, InstanceState, TaskState
from engine.domain.text import fold
from engine.store.tables import ProcessInstance, Task

DONE_SHOWN_FOR: Final = timedelta(days=7)


NameLookup: TypeAlias = Callable[[object, frozenset[UUID]], Mapping[UUID, str]]
"""How names are found: the `names` of the Directory port."""


class Queue(StrEnum):
    """The lists of the inbox."""

    ALL = "all"
    MINE = "mine"
    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One task in the list."""

    id: UUID
    name: str
    title: str
    instance: UUID
    case_code: str
    case_title: str
    state: TaskState
    mine: bool
    holder: str | None
    legal_due: date | None
    target_due: date | None
    overdue_from: datetime | None
    unconfirmed: bool
    returned_reason: str | None
    completed_at: datetime | None
    has_draft: bool
    suspended: bool
    """Whether its case rests: nobody can take a step of it until it is resumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """A queue of the viewer with the counts of all of them."""

    rows: tuple[InboxRow, ...]
    total: int
    counts: Mapping[Queue, int]


def inbox(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    queue: Queue,
    words: str = "",
    offset: int = 0,
    limit: int = 50,
    names: NameLookup,
) -> Inbox:
    """The viewer's tasks: by due date, then the oldest first; done ones newest first."""
    condition = and_(_in_queue(queue, viewer, now), *_matching(words))
    order = (
        (Task.completed_at.desc(),)
        if queue is Queue.DONE
        else (Task.target_due.asc().nulls_last(), Task.created_at, Task.id)
    )
    found = session.execute(
        select(Task, ProcessInstance.code, ProcessInstance.title, ProcessInstance.state)
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .where(condition)
        .order_by(*order)
        .offset(offset)
        .limit(limit)
    ).all()
    counts = dict.fromkeys(Queue, 0) | _counts(session, viewer, now)
    total = counts[queue]
    if words.strip():
        total = session.scalar(select(func.count()).select_from(Task).where(condition)) or 0
    known = names(session, frozenset(task.claimed_by for task, *_ in found if task.claimed_by))
    rows = tuple(_row(task, code, title, state, viewer, known) for task, code, title, state in found)
    return Inbox(rows=rows, total=total, counts=counts)


def next_task(session: Session, viewer: Viewer, now: datetime) -> UUID | None:
    """The task to do next: the most urgent of those the viewer holds, else of those waiting."""
    for queue in (Queue.MINE, Queue.OPEN):
        found = session.scalar(
            select(Task.id)
            .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
            .where(_in_queue(queue, viewer, now), ProcessInstance.state != InstanceState.SUSPENDED)
            .order_by(Task.target_due.asc().nulls_last(), Task.created_at)
            .limit(1)
        )
        if found is not None:
            return found
    return None


def _row(
    task: Task, code: str, title: str, state: str, viewer: Viewer, names: Mapping[UUID, str]
) -> InboxRow:
    return InboxRow(
        id=task.id,
        name=task.name,
        title=task.title,
        instance=task.instance_id,
        case_code=code,
        case_title=title,
        state=TaskState(task.state),
        mine=task.claimed_by == viewer.person,
        holder=names.get(task.claimed_by) if task.claimed_by else None,
        legal_due=task.legal_due,
        target_due=task.target_due,
        overdue_from=task.overdue_from,
        unconfirmed=task.unconfirmed,
        returned_reason=task.returned_reason,
        completed_at=task.completed_at,
        has_draft=task.draft_at is not None and task.state in LIVE_TASK_STATES,
        suspended=state == InstanceState.SUSPENDED,
    )


def _matching(words: str) -> list[ColumnElement[bool]]:
    return [Task.search_text.contains(word, autoescape=True) for word in fold(words).split()]


def _in_queue(queue: Queue, viewer: Viewer, now: datetime) -> ColumnElement[bool]:
    able = and_(
        Task.agency_id == viewer.agency,
        or_(Task.person_id == viewer.person, and_(Task.person_id.is_(None), granted(viewer))),
    )
    mine = and_(Task.claimed_by == viewer.person, Task.state == TaskState.CLAIMED, able)
    waiting = and_(Task.state == TaskState.OPEN, able)
    match queue:
        case Queue.ALL:
            return or_(mine, waiting)
        case Queue.MINE:
            return mine
        case Queue.OPEN:
            return waiting
        case Queue.OVERDUE:
            return and_(or_(mine, waiting), Task.target_due < local_day(now))
        case Queue.DONE:
            return and_(
                Task.completed_by == viewer.person,
                Task.state == TaskState.COMPLETED,
                Task.completed_at > now - DONE_SHOWN_FOR,
            )


def granted(viewer: Viewer) -> ColumnElement[bool]:
    """Tasks of a role the viewer holds: in the unit it is held in, or everywhere."""
    everywhere = sorted({grant.role for grant in viewer.grants if grant.unit is None})
    clauses: list[ColumnElement[bool]] = [Task.role.in_(everywhere)] if everywhere else []
    for role, unit in sorted({(grant.role, grant.unit) for grant in viewer.grants if grant.unit is not None}):
        clauses.append(and_(Task.role == role, or_(Task.unit_id == unit, Task.unit_id.is_(None))))
    return or_(*clauses) if clauses else Task.id.is_(None)


def _counts(session: Session, viewer: Viewer, now: datetime) -> dict[Queue, int]:
    """All counts in one statement, over the viewer's live tasks and what is done."""
    today = local_day(now)
    done = select(func.count()).select_from(Task).where(_in_queue(Queue.DONE, viewer, now))
    counts = session.execute(
        select(
            func.count(),
            func.count().filter(Task.state == TaskState.CLAIMED),
            func.count().filter(Task.state == TaskState.OPEN),
            func.count().filter(Task.target_due < today),
            done.correlate(None).scalar_subquery(),
        ).where(_in_queue(Queue.ALL, viewer, now))
    ).one()
    return {
        Queue.ALL: counts[0],
        Queue.MINE: counts[1],
        Queue.OPEN: counts[2],
        Queue.OVERDUE: counts[3],
        Queue.DONE: counts[4],
    }
