"""What an officer sees of the work: queues with counts, a list, and one task with all that belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from engine.domain.states import LIVE_TASK_STATES, TaskState
from engine.domain.text import fold
from engine.queries.inbox_statements import Queue, counts, length, page
from engine.store.tables import Task

DONE_SHOWN_FOR: Final = timedelta(days=7)
MOST_COUNTED: Final = 1_000
"""Beyond it a count says only that there are more: nobody reads on, and counting a million costs a second."""
_CLAIMED_BY: Final = 7

NameLookup: TypeAlias = Callable[[object, frozenset[UUID]], Mapping[UUID, str]]
"""How names are found: the `names` of the Directory port."""


class InboxRow(NamedTuple):
    """One task in the list; a tuple, as a page makes fifty of them."""

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
    clock_paused_at: datetime | None
    """Since when its clock stands still: meanwhile it is not late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """A queue of the viewer with the counts of all of them, each up to MOST_COUNTED."""

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
    asked = _Asked(viewer, now, words)
    listed = asked.page(session, queue, offset, limit)
    counts = asked.counts(session)
    total = asked.length(session, queue) if asked.searched else counts[queue]
    holders = frozenset(row[_CLAIMED_BY] for row in listed if row[_CLAIMED_BY])
    known = names(session, holders) if holders else {}
    return Inbox(rows=tuple(_row(row, viewer, known) for row in listed), total=total, counts=counts)


def next_task(session: Session, viewer: Viewer, now: datetime) -> UUID | None:
    """The task to do next: the most urgent of those the viewer holds, else of those waiting."""
    asked = _Asked(viewer, now, "")
    for queue in (Queue.MINE, Queue.OPEN):
        for found in asked.page(session, queue, 0, 1):
            return UUID(str(found[0]))
    return None


def listed_tasks(session: Session, viewer: Viewer, now: datetime, *, most: int) -> tuple[InboxRow, ...]:
    """The viewer's own and waiting tasks, the most urgent first, in one statement: no counts, no names."""
    found = _Asked(viewer, now, "").page(session, Queue.ALL, 0, most)
    return tuple(_row(row, viewer, {}) for row in found)


class _Asked:
    """Whose tasks, and which of them."""

    def __init__(self, viewer: Viewer, now: datetime, words: str) -> None:
        everywhere = sorted({grant.role for grant in viewer.grants if grant.unit is None})
        in_units = sorted(
            {
                (grant.role, grant.unit)
                for grant in viewer.grants
                if grant.unit is not None and grant.role not in everywhere
            }
        )
        patterns = [f"%{_literally(word)}%" for word in fold(words).split()]
        self.searched = bool(patterns)
        self._roles, self._units = len(everywhere), len(in_units)
        self._values: dict[str, object] = {
            "agency": viewer.agency,
            "person": viewer.person,
            "today": local_day(now),
            "done_since": now - DONE_SHOWN_FOR,
            "patterns": patterns,
            **{f"role_{place}": role for place, role in enumerate(everywhere)},
        }
        for place, (role, unit) in enumerate(in_units):
            # What waits for the role in no unit is met once, however many units it is held in.
            first = place == 0 or in_units[place - 1][0] != role
            self._values |= {f"unit_role_{place}": role, f"unit_{place}": unit, f"first_{place}": first}

    def page(self, session: Session, queue: Queue, skip: int, shown: int) -> Sequence[Sequence[Any]]:
        """The rows of one page of a queue."""
        statement = page(queue, self._roles, self._units, searched=self.searched, skip=skip, shown=shown)
        return statement.run(session, **self._values).fetchall()

    def length(self, session: Session, queue: Queue) -> int:
        """How many tasks of a queue fit what was searched."""
        statement = length(queue, self._roles, self._units, searched=self.searched, most=MOST_COUNTED)
        return int(statement.run(session, **self._values).fetchall()[0][0])

    def counts(self, session: Session) -> dict[Queue, int]:
        """How many tasks each queue holds, whatever was searched."""
        found = counts(self._roles, self._units, most=MOST_COUNTED).run(session, **self._values)
        return dict(zip(Queue, found.fetchall()[0], strict=True))


def _literally(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _row(found: Sequence[Any], viewer: Viewer, names: Mapping[UUID, str]) -> InboxRow:
    (
        task,
        name,
        title,
        instance,
        code,
        case_title,
        state,
        claimed_by,
        legal_due,
        target_due,
        overdue_from,
        unconfirmed,
        returned_reason,
        completed_at,
        has_draft,
        suspended,
        clock_paused_at,
    ) = found
    return InboxRow(
        id=task,
        name=name,
        title=title,
        instance=instance,
        case_code=code,
        case_title=case_title,
        state=TaskState(state),
        mine=claimed_by == viewer.person,
        holder=names.get(claimed_by),
        legal_due=legal_due,
        target_due=target_due,
        overdue_from=overdue_from,
        unconfirmed=unconfirmed,
        returned_reason=returned_reason,
        completed_at=completed_at,
        has_draft=has_draft and state in LIVE_TASK_STATES,
        suspended=suspended,
        clock_paused_at=clock_paused_at,
    )


def granted(viewer: Viewer) -> ColumnElement[bool]:
    """Tasks of a role the viewer holds: in the unit it is held in, or everywhere."""
    everywhere = sorted({grant.role for grant in viewer.grants if grant.unit is None})
    clauses: list[ColumnElement[bool]] = [Task.role.in_(everywhere)] if everywhere else []
    for role, unit in sorted({(grant.role, grant.unit) for grant in viewer.grants if grant.unit is not None}):
        clauses.append(and_(Task.role == role, or_(Task.unit_id == unit, Task.unit_id.is_(None))))
    return or_(*clauses) if clauses else Task.id.is_(None)
