"""The floor of a completion: exactly its rows, in the same tables, written by bare psycopg."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]

_LOCK: Final = "SELECT * FROM process_instance WHERE id = %s FOR UPDATE"
_READ: Final = "SELECT * FROM task WHERE id = %s"
_COMPLETE: Final = (
    "UPDATE task SET state = 'completed', claimed_by = %s, claimed_at = now(), completed_by = %s,"
    " completed_at = now(), outputs = %s, escalate_at = NULL WHERE id = %s"
)
_ADVANCE: Final = (
    "UPDATE process_instance SET revision = revision + 1, process_state = %s, history_sequence = %s,"
    " history_hash = %s WHERE id = %s"
)
_SEAL: Final = bytes(32)


@dataclass(kw_only=True)
class Pattern:
    """The rows of one case that our engine started and took one round: what each further round writes."""

    instance: UUID
    state: bytes
    task: tuple[Any, ...]
    """The open task, in the order of the table's columns, its id first."""
    events: list[tuple[Any, ...]]
    """The history rows of the last round."""
    sequence: int
    insert_task: sql.Composed = field(repr=False)
    insert_event: sql.Composed = field(repr=False)


def plain_url(url: str) -> str:
    """SQLAlchemy's address as psycopg reads it."""
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


def pattern(connection: Connection, instance: UUID, before: int) -> Pattern:
    """Read what the case's last round left; `before` is the number of its history rows until then."""
    state, sequence = _one(
        connection, "SELECT process_state, history_sequence FROM process_instance WHERE id = %s", instance
    )
    task = connection.execute("SELECT * FROM task WHERE instance_id = %s AND state = 'open'", (instance,))
    open_task = task.fetchone()
    events = connection.execute(
        "SELECT * FROM history_event WHERE instance_id = %s AND sequence > %s ORDER BY sequence",
        (instance, before),
    )
    rows = events.fetchall()
    if open_task is None or not rows:
        raise LookupError(instance)
    return Pattern(
        instance=instance,
        state=state,
        task=open_task,
        events=rows,
        sequence=sequence,
        insert_task=_insert("task", len(open_task)),
        insert_event=_insert("history_event", len(rows[0])),
    )


def history_rows(connection: Connection, instance: UUID) -> int:
    """How many history rows a case has."""
    (found,) = _one(connection, "SELECT count(*) FROM history_event WHERE instance_id = %s", instance)
    return int(found)


def operations(
    connection: Connection, patterns: Sequence[Pattern], rounds: int
) -> list[Callable[[], object]]:
    """So many completions' worth of rows for each pattern, each in one transaction."""
    return [partial(_complete, connection, one) for _ in range(rounds) for one in patterns]


def _complete(connection: Connection, one: Pattern) -> None:
    person = uuid4()
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(_LOCK, (one.instance,))
        cursor.fetchone()
        cursor.execute(_READ, (one.task[0],))
        cursor.fetchone()
        cursor.execute(_COMPLETE, (person, person, b"{}", one.task[0]))
        one.task = (uuid4(), *one.task[1:])
        cursor.execute(one.insert_task, one.task)
        first = one.sequence + 1
        cursor.executemany(
            one.insert_event,
            [(event[0], first + place, *event[2:]) for place, event in enumerate(one.events)],
        )
        one.sequence += len(one.events)
        cursor.execute(_ADVANCE, (one.state, one.sequence, _SEAL, one.instance))


def _one(connection: Connection, query: str, instance: UUID) -> tuple[Any, ...]:
    found = connection.execute(query.encode(), (instance,)).fetchone()
    if found is None:
        raise LookupError(instance)
    return found


def _insert(table: str, columns: int) -> sql.Composed:
    values = sql.SQL(", ").join([sql.Placeholder()] * columns)
    return sql.SQL("INSERT INTO {} VALUES ({})").format(sql.Identifier(table), values)
