"""The floors of starting a case and of completing one of its tasks: their rows, by bare psycopg."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]
Row: TypeAlias = tuple[Any, ...]

_NUMBER: Final = (
    "INSERT INTO number_series (agency_id, series, year, last) VALUES (%s, 'FLOOR', 2026, 1)"
    " ON CONFLICT (agency_id, series, year) DO UPDATE SET last = number_series.last + 1 RETURNING last"
)
_LOCK: Final = "SELECT * FROM process_instance WHERE id = %s FOR UPDATE"
_READ: Final = "SELECT * FROM task WHERE id = %s"
_COMPLETE: Final = (
    "UPDATE task SET state = 'completed', claimed_by = %s, claimed_at = now(), completed_by = %s,"
    " completed_at = now(), outputs = '{}', escalate_at = NULL WHERE id = %s"
)
_ADVANCE: Final = (
    "UPDATE process_instance SET revision = revision + 1, process_state = %s, history_sequence = %s,"
    " history_hash = %s WHERE id = %s"
)
_SEAL: Final = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRows:
    """The rows of a case, each in the order of its table's columns; ids come first."""

    case: Row
    agency: UUID
    state: bytes
    tasks: tuple[Row, ...]
    """Its open tasks: id, case, …"""
    events: tuple[Row, ...]
    """Its history: case, number, …"""

    def since(self, earlier: CaseRows) -> CaseRows:
        """The same with the history alone that has come since."""
        return replace(self, events=self.events[len(earlier.events) :])


def read_case(connection: Connection, instance: UUID) -> CaseRows:
    """What our engine has written of a case so far."""
    columns = "SELECT agency_id, process_state FROM process_instance WHERE id = %s"
    found = connection.execute(columns, (instance,)).fetchone()
    case = connection.execute("SELECT * FROM process_instance WHERE id = %s", (instance,)).fetchone()
    if found is None or case is None:
        raise LookupError(instance)
    tasks = connection.execute("SELECT * FROM task WHERE instance_id = %s AND state = 'open'", (instance,))
    events = connection.execute(
        "SELECT * FROM history_event WHERE instance_id = %s ORDER BY sequence", (instance,)
    )
    return CaseRows(
        case=case,
        agency=found[0],
        state=found[1],
        tasks=tuple(tasks.fetchall()),
        events=tuple(events.fetchall()),
    )


def starts(connection: Connection, like: CaseRows, count: int) -> list[Callable[[], object]]:
    """So many starts of a case like this one, each in one transaction."""
    return [partial(_start, connection, like)] * count


def _start(connection: Connection, like: CaseRows) -> tuple[UUID, list[UUID]]:
    case, tasks = uuid4(), [uuid4() for _ in like.tasks]
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(_NUMBER, (like.agency,)).fetchone()
        cursor.execute(_insert("process_instance", like.case), (case, *like.case[1:]))
        cursor.executemany(
            _insert("task", like.tasks[0]),
            [(task, case, *row[2:]) for task, row in zip(tasks, like.tasks, strict=True)],
        )
        note(cursor, case, like.events, first=1)
    return case, tasks


def completions(connection: Connection, begun: CaseRows, after: CaseRows) -> list[Callable[[], object]]:
    """The completions of all tasks of a new case like `begun`, each leaving state and events of `after`."""
    case, tasks = _start(connection, begun)
    first = len(begun.events) + 1
    return [
        partial(_complete, connection, case, task, after, first + place * len(after.events))
        for place, task in enumerate(tasks)
    ]


def _complete(connection: Connection, case: UUID, task: UUID, after: CaseRows, first: int) -> None:
    person = uuid4()
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(_LOCK, (case,)).fetchone()
        cursor.execute(_READ, (task,)).fetchone()
        cursor.execute(_COMPLETE, (person, person, task))
        note(cursor, case, after.events, first=first)
        cursor.execute(_ADVANCE, (after.state, first + len(after.events), _SEAL, case))


def note(cursor: psycopg.Cursor[Row], case: UUID, events: tuple[Row, ...], *, first: int) -> None:
    """Write the rows of history to another case."""
    if events:
        cursor.executemany(
            _insert("history_event", events[0]),
            [(case, first + place, *event[2:]) for place, event in enumerate(events)],
        )


def _insert(table: str, row: Row) -> sql.Composed:
    values = sql.SQL(", ").join([sql.Placeholder()] * len(row))
    return sql.SQL("INSERT INTO {} VALUES ({})").format(sql.Identifier(table), values)
