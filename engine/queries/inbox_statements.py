"""The SQL of the inbox: whatever the office holds, a page reads only as far as it shows and counts.

Each way in which a task may wait for somebody is one walk along an index in the order of the list, cut off
after `most` rows; a million tasks in other queues, or in the viewer's own, cost nothing. No task is met on
two walks. There is one statement for each number of roles, and the ends of the walks stand in it as figures:
not knowing them, the database would expect long walks of a kept plan and make a new plan at every look.
"""

# ruff: noqa: S608  the statements are put together from constants alone; what is asked is always a parameter

from __future__ import annotations

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
    f" process_instance.state = '{InstanceState.SUSPENDED}', task.clock_paused_at"
)
_DONE: Final = (
    "(SELECT task.id, task.completed_at FROM task WHERE task.completed_by = :person"
    f" AND task.state = '{TaskState.COMPLETED}' AND task.completed_at > :done_since{{more}}"
    f" ORDER BY {_NEWEST} LIMIT {{most}})"
)


@lru_cache(maxsize=256)
def page(queue: Queue, roles: int, units: int, *, searched: bool, skip: int, shown: int) -> Statement:
    """What the list shows of a queue after `skip` rows; so many roles are held everywhere and in units.

    The columns stand in the order in which `inbox` unpacks them.
    """
    order = _NEWEST if queue is Queue.DONE else _URGENT
    walks = _walks(queue, roles, units, searched=searched, most=skip + shown)
    ordered = ", ".join(f"page.{key.strip()}" for key in order.split(","))
    return Statement(
        text(
            f"SELECT {_SHOWN} FROM"
            f" (SELECT * FROM ({walks}) AS found ORDER BY {order} OFFSET {skip} LIMIT {shown}) AS page"
            " JOIN task ON task.id = page.id JOIN process_instance ON process_instance.id = task.instance_id"
            f" ORDER BY {ordered}"
        )
    )


@lru_cache(maxsize=256)
def length(queue: Queue, roles: int, units: int, *, searched: bool, most: int) -> Statement:
    """How many tasks of a queue fit the words, up to `most`."""
    walks = _walks(queue, roles, units, searched=searched, most=most)
    return Statement(text(f"SELECT least(count(*), {most}) FROM ({walks}) AS found"))


@lru_cache(maxsize=64)
def counts(roles: int, units: int, *, most: int) -> Statement:
    """How many tasks each queue holds, in the order of Queue, each up to `most`."""
    walks = _walks(Queue.ALL, roles, units, searched=False, most=most)
    return Statement(
        text(
            f"SELECT least(count(*), {most}), least(count(*) FILTER (WHERE mine), {most}),"
            f" least(count(*) FILTER (WHERE NOT mine), {most}),"
            f" least(count(*) FILTER (WHERE {_LATE}), {most}),"
            f" (SELECT count(*) FROM {_DONE.format(more='', most=most)} AS done) FROM ({walks}) AS found"
        )
    )


def _walks(queue: Queue, roles: int, units: int, *, searched: bool, most: int) -> str:
    more = f" AND {_FITS}" if searched else ""
    if queue is Queue.DONE:
        return _DONE.format(more=more, most=most)
    found = [] if queue is Queue.OPEN else [(_mine(roles, units), True)]
    if queue is not Queue.MINE:
        found += [(condition, False) for condition in _waiting(roles, units)]
    late = f" AND {_LATE}" if queue is Queue.OVERDUE else ""
    return " UNION ALL ".join(
        f"(SELECT {_WALKED}, {str(mine).lower()} AS mine FROM task"
        f" WHERE {condition}{late}{more} ORDER BY {_URGENT} LIMIT {most})"
        for condition, mine in found
    )


def _waiting(roles: int, units: int) -> list[str]:
    """The ways in which an open task may wait for the viewer."""
    of_roles = f"{_OPEN} AND task.person_id IS NULL AND "
    return [
        f"{_OPEN} AND task.person_id = :person",
        *(f"{of_roles}task.role = :role_{place}" for place in range(roles)),
        *(
            f"{of_roles}task.role = :unit_role_{place} AND task.unit_id = :unit_{place}"
            for place in range(units)
        ),
        *(
            f"{of_roles}task.role = :unit_role_{place} AND task.unit_id IS NULL AND :first_{place}"
            for place in range(units)
        ),
    ]


def _mine(roles: int, units: int) -> str:
    """A claim does not outlive the role."""
    held = [
        *(f"task.role = :role_{place}" for place in range(roles)),
        *(
            f"task.role = :unit_role_{place} AND (task.unit_id = :unit_{place} OR task.unit_id IS NULL)"
            for place in range(units)
        ),
    ]
    able = f" OR task.person_id IS NULL AND ({' OR '.join(held)})" if held else ""
    return (
        f"task.agency_id = :agency AND task.claimed_by = :person AND task.state = '{TaskState.CLAIMED}'"
        f" AND (task.person_id = :person{able})"
    )
