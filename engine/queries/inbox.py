"""What an officer sees of the work: queues with counts, a list, and one task with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import (
    ASKED_COLUMNS,
    Candidates,
    MandatedGrant,
    Viewer,
    right_of,
)
from engine.domain.local_time import local_day
from engine.domain.mandates import Mandate, MandateForm
from engine.domain.states import LIVE_TASK_STATES, TaskState
from engine.domain.text import fold
from engine.ports import Directory
from engine.queries.inbox_statements import Queue, Shape, counts, length, page

DONE_SHOWN_FOR: Final = timedelta(days=7)
MOST_COUNTED: Final = 1_000
"""Beyond it a count says only that there are more: nobody reads on, and counting a million costs a second."""
_STATE: Final = 6
_CLAIMED_BY: Final = 7
_PRINCIPAL: Final = 17
_MANDATE: Final = 18
_OWN_WIDTH: Final = 19
"""How many columns a row has for somebody who acts for nobody else."""


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
    on_behalf_of: str | None = None
    """In whose name the viewer holds, did or may do it; None: in the own."""
    form: MandateForm | None = None
    decision: str | None = None


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
    directory: Directory,
) -> Inbox:
    """The viewer's tasks: by due date, then the oldest first; done ones newest first.

    What was done by a mandate that has ended since still says in whose name and by which decision.
    """
    asked = _Asked(viewer, now, words)
    listed = asked.page(session, queue, offset, limit)
    counts = asked.counts(session)
    total = asked.length(session, queue) if asked.searched else counts[queue]
    lent = {mandate.id: mandate for mandate in viewer.mandates}
    ended = {row[_MANDATE] for row in listed if row[_STATE] not in LIVE_TASK_STATES} - {None, *lent}
    if ended:
        lent |= directory.mandates(session, frozenset(ended))
    by = [_mandate(row, viewer, lent) for row in listed]
    persons = {person for row in listed for person in (row[_CLAIMED_BY], row[_PRINCIPAL])}
    persons |= {mandate.principal for mandate in by if mandate is not None}
    asked_for = frozenset(person for person in persons if person is not None)
    known = directory.names(session, asked_for) if asked_for else {}
    return Inbox(
        rows=tuple(_row(row, viewer, known, mandate) for row, mandate in zip(listed, by, strict=True)),
        total=total,
        counts=counts,
    )


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
    return tuple(_row(row, viewer, {}, None) for row in found)


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
        lent, lent_in_units = (
            [one for one in viewer.mandated if (one.unit is not None) is in_unit] for in_unit in (False, True)
        )
        self._shape = Shape(
            roles=len(everywhere),
            units=len(in_units),
            mandated=len(lent),
            mandated_units=len(lent_in_units),
            substitutes=len(viewer.substitutes),
        )
        if self._shape.for_others:
            self._values |= _lent(lent, lent_in_units, viewer.substitutes)

    def page(self, session: Session, queue: Queue, skip: int, shown: int) -> Sequence[Sequence[Any]]:
        """The rows of one page of a queue."""
        statement = page(queue, self._shape, searched=self.searched, skip=skip, shown=shown)
        return statement.run(session, **self._values).fetchall()

    def length(self, session: Session, queue: Queue) -> int:
        """How many tasks of a queue fit what was searched."""
        statement = length(queue, self._shape, searched=self.searched, most=MOST_COUNTED)
        return int(statement.run(session, **self._values).fetchall()[0][0])

    def counts(self, session: Session) -> dict[Queue, int]:
        """How many tasks each queue holds, whatever was searched."""
        found = counts(self._shape, most=MOST_COUNTED).run(session, **self._values)
        return dict(zip(Queue, found.fetchall()[0], strict=True))


def _lent(
    everywhere: Sequence[MandatedGrant], in_units: Sequence[MandatedGrant], substitutes: Sequence[Mandate]
) -> dict[str, object]:
    """What the walks of mandates ask for."""
    values: dict[str, object] = {}
    for place, one in enumerate(everywhere):
        values |= {f"lent_role_{place}": one.role, f"lent_by_{place}": one.mandate.id}
        values |= _scope("lent", place, one.mandate)
    for place, one in enumerate(in_units):
        values |= {f"unit_lent_role_{place}": one.role, f"unit_lent_by_{place}": one.mandate.id}
        values |= {f"lent_unit_{place}": one.unit, **_scope("unit_lent", place, one.mandate)}
    for place, mandate in enumerate(substitutes):
        values |= {f"absent_{place}": mandate.principal, f"absent_mandate_{place}": mandate.id}
        values |= {f"absent_roles_{place}": sorted(mandate.roles), **_scope("absent", place, mandate)}
    return values


def _scope(kind: str, place: int, mandate: Mandate) -> dict[str, object]:
    return {
        f"{kind}_models_{place}": sorted(mandate.procedures),
        f"{kind}_tasks_{place}": sorted(mandate.elements),
    }


def _mandate(found: Sequence[Any], viewer: Viewer, lent: Mapping[UUID, Mandate]) -> Mandate | None:
    """By what mandate the viewer has a row in the list; of what is done already the row says so itself."""
    if len(found) == _OWN_WIDTH or found[_STATE] not in LIVE_TASK_STATES:
        return lent.get(found[_MANDATE])
    right = right_of(viewer, Candidates(**dict(zip(ASKED_COLUMNS, found[_OWN_WIDTH:], strict=True))))
    return right.mandate if right is not None else None


def _literally(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _row(
    found: Sequence[Any], viewer: Viewer, names: Mapping[UUID, str], mandate: Mandate | None
) -> InboxRow:
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
        principal,
        _by,
    ) = found[:_OWN_WIDTH]
    if mandate is not None or state in LIVE_TASK_STATES:
        principal = mandate.principal if mandate is not None else None
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
        on_behalf_of=names.get(principal),
        form=mandate.form if mandate else None,
        decision=mandate.decision if mandate else None,
    )
