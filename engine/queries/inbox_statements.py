"""The SQL of the inbox: whatever the office holds, a page reads only as far as it shows and counts.

Each way in which a task may wait for somebody is one walk along an index in the order of the list, cut off
after `most` rows; a million tasks in other queues, or in the viewer's own, cost nothing. No task is met on
two walks. There is one statement for each number of roles, and the ends of the walks stand in it as figures:
not knowing them, the database would expect long walks of a kept plan and make a new plan at every look.

Who acts in the names of others walks once more for each role so reached (Shape). What is met on several of
those walks is counted once; who acts for nobody pays nothing for it.
"""

# ruff: noqa: S608  the statements are put together from constants alone; what is asked is always a parameter

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from sqlalchemy import text

from engine.domain.states import InstanceState, TaskState
from engine.store.rows import Statement


class Queue(StrEnum):
    """The lists of the inbox."""

    ALL = "all"
    MINE = "mine"
    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"


_URGENT: Final = "target_due, priority DESC, created_at, id"
_WALKED: Final = "id, target_due, priority, created_at, clock_paused_at"
"""What the indexes of the walks hold, so that counting reads no rows."""
_NEWEST: Final = "completed_at DESC, id"
_FITS: Final = "task.search_text LIKE ALL (CAST(:patterns AS text[]))"
_LATE: Final = "target_due < :today AND clock_paused_at IS NULL"
_OPEN: Final = f"task.agency_id = :agency AND task.state = '{TaskState.OPEN}'"
_SHOWN: Final = (
    "task.id, task.name, task.title, task.instance_id, process_instance.code, process_instance.title,"
    " task.state, task.claimed_by, task.legal_due, task.target_due, task.overdue_from, task.unconfirmed,"
    " task.returned_reason, task.completed_at, task.draft_at IS NOT NULL,"
    f" process_instance.state = '{InstanceState.SUSPENDED}', task.clock_paused_at,"
    " coalesce(task.completed_for, task.claimed_for), task.mandate_id"
)
_ASKED: Final = (
    ", task.role, task.unit_id, task.person_id, task.process_key, task.element_id, task.in_person,"
    " task.claimed_by, task.mandate_id"
)
"""What says by which of several mandates a task is reached."""
_DONE: Final = (
    "(SELECT task.id, task.completed_at FROM task WHERE task.completed_by = :person"
    f" AND task.state = '{TaskState.COMPLETED}' AND task.completed_at > :done_since{{more}}"
    f" ORDER BY {_NEWEST} LIMIT {{most}})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many roles are held everywhere and in units, by oneself and by mandates; for how many absent."""

    roles: int
    units: int
    mandated: int = 0
    mandated_units: int = 0
    substitutes: int = 0

    @property
    def for_others(self) -> bool:
        """Whether anything is done in another's name."""
        return bool(self.mandated or self.mandated_units or self.substitutes)


@lru_cache(maxsize=256)
def page(queue: Queue, shape: Shape, *, searched: bool, skip: int, shown: int) -> Statement:
    """What the list shows of a queue after `skip` rows; with what mandates are told by, where there are some.

    The columns stand in the order in which `inbox` unpacks them.
    """
    order = _NEWEST if queue is Queue.DONE else _URGENT
    walks = _walks(queue, shape, searched=searched, most=skip + shown)
    more = _ASKED if shape.for_others else ""
    ordered = ", ".join(f"page.{key.strip()}" for key in order.split(","))
    return Statement(
        text(
            f"SELECT {_SHOWN}{more} FROM"
            f" (SELECT * FROM ({walks}) AS found ORDER BY {order} OFFSET {skip} LIMIT {shown}) AS page"
            " JOIN task ON task.id = page.id JOIN process_instance ON process_instance.id = task.instance_id"
            f" ORDER BY {ordered}"
        )
    )


@lru_cache(maxsize=256)
def length(queue: Queue, shape: Shape, *, searched: bool, most: int) -> Statement:
    """How many tasks of a queue fit the words, up to `most`."""
    walks = _walks(queue, shape, searched=searched, most=most)
    return Statement(text(f"SELECT least(count(*), {most}) FROM ({walks}) AS found"))


@lru_cache(maxsize=64)
def counts(shape: Shape, *, most: int) -> Statement:
    """How many tasks each queue holds, in the order of Queue, each up to `most`."""
    walks = _walks(Queue.ALL, shape, searched=False, most=most)
    return Statement(
        text(
            f"SELECT least(count(*), {most}), least(count(*) FILTER (WHERE mine), {most}),"
            f" least(count(*) FILTER (WHERE NOT mine), {most}),"
            f" least(count(*) FILTER (WHERE {_LATE}), {most}),"
            f" (SELECT count(*) FROM {_DONE.format(more='', most=most)} AS done) FROM ({walks}) AS found"
        )
    )


def _walks(queue: Queue, shape: Shape, *, searched: bool, most: int) -> str:
    more = f" AND {_FITS}" if searched else ""
    if queue is Queue.DONE:
        return _DONE.format(more=more, most=most)
    found = [] if queue is Queue.OPEN else [(_mine(shape), True)]
    if queue is not Queue.MINE:
        found += [(condition, False) for condition in (*_waiting(shape), *_for_others(shape))]
    late = f" AND {_LATE}" if queue is Queue.OVERDUE else ""
    walks = " UNION ALL ".join(
        f"(SELECT {_WALKED}, {str(mine).lower()} AS mine FROM task"
        f" WHERE {condition}{late}{more} ORDER BY {_URGENT} LIMIT {most})"
        for condition, mine in found
    )
    if not shape.for_others or queue is Queue.MINE:
        return walks
    return f"SELECT DISTINCT ON (id) * FROM ({walks}) AS met ORDER BY id"


def _waiting(shape: Shape) -> list[str]:
    """The ways in which an open task may wait for the viewer."""
    of_roles = f"{_OPEN} AND task.person_id IS NULL AND "
    return [
        f"{_OPEN} AND task.person_id = :person",
        *(f"{of_roles}task.role = :role_{place}" for place in range(shape.roles)),
        *(
            f"{of_roles}task.role = :unit_role_{place} AND task.unit_id = :unit_{place}"
            for place in range(shape.units)
        ),
        *(
            f"{of_roles}task.role = :unit_role_{place} AND task.unit_id IS NULL AND :first_{place}"
            for place in range(shape.units)
        ),
    ]


def _for_others(shape: Shape) -> list[str]:
    """The ways in which a task may wait for the viewer in another's name.

    Of an absent person also what waits for that person alone, and what that person has claimed.
    """
    of_roles = f"{_OPEN} AND task.person_id IS NULL AND "
    standing_in = range(shape.substitutes)
    return [
        *(f"{of_roles}{way}" for way in _lent(shape)),
        *(f"{_OPEN} AND {_of_the_absent(place)}" for place in standing_in),
        *(
            f"task.agency_id = :agency AND task.claimed_by = :absent_{place}"
            f" AND task.state = '{TaskState.CLAIMED}' AND ({' OR '.join(ways)})"
            for place in standing_in
            if (ways := [_of_the_absent(place), *_lent(shape, of_absent=place)])
        ),
    ]


def _lent(shape: Shape, *, of_absent: int | None = None) -> list[str]:
    """Tasks of the roles reached by mandates; `of_absent`: by the mandate of that absent person alone."""
    alone = "" if of_absent is None else f" AND :lent_by_{{place}} = :absent_mandate_{of_absent}"
    in_units = "" if of_absent is None else f" AND :unit_lent_by_{{place}} = :absent_mandate_{of_absent}"
    free = "task.person_id IS NULL AND " if of_absent is not None else ""
    return [
        *(
            f"{free}task.role = :lent_role_{place} AND {_within('lent', place)}{alone.format(place=place)}"
            for place in range(shape.mandated)
        ),
        *(
            f"{free}task.role = :unit_lent_role_{place} AND {unit}"
            f" AND {_within('unit_lent', place)}{in_units.format(place=place)}"
            for place in range(shape.mandated_units)
            for unit in (f"task.unit_id = :lent_unit_{place}", "task.unit_id IS NULL")
        ),
    ]


def _of_the_absent(place: int) -> str:
    roles = f":absent_roles_{place}"
    return (
        f"task.person_id = :absent_{place} AND {_within('absent', place)}"
        f" AND (cardinality(CAST({roles} AS text[])) = 0 OR task.role = ANY (CAST({roles} AS text[])))"
    )


def _within(kind: str, place: int) -> str:
    """The scope of a mandate: which models and tasks, never what is to be done in person."""
    models, tasks = (f"CAST(:{kind}_{what}_{place} AS text[])" for what in ("models", "tasks"))
    return (
        f"NOT task.in_person AND (cardinality({models}) = 0 OR task.process_key = ANY ({models}))"
        f" AND (cardinality({tasks}) = 0 OR task.element_id = ANY ({tasks}))"
    )


def _mine(shape: Shape) -> str:
    """A claim does not outlive the role, nor the mandate."""
    held = [
        *(f"task.role = :role_{place}" for place in range(shape.roles)),
        *(
            f"task.role = :unit_role_{place} AND (task.unit_id = :unit_{place} OR task.unit_id IS NULL)"
            for place in range(shape.units)
        ),
        *_lent(shape),
    ]
    able = f" OR task.person_id IS NULL AND ({' OR '.join(held)})" if held else ""
    able += "".join(f" OR {_of_the_absent(place)}" for place in range(shape.substitutes))
    return (
        f"task.agency_id = :agency AND task.claimed_by = :person AND task.state = '{TaskState.CLAIMED}'"
        f" AND (task.person_id = :person{able})"
    )
