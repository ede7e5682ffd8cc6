"""The floor: the same rows as a completion, written by bare psycopg in one transaction."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from uuid import uuid4

import psycopg

TABLES = """
CREATE TABLE IF NOT EXISTS floor_instance (id uuid PRIMARY KEY, revision int, state bytea, hash bytea);
CREATE TABLE IF NOT EXISTS floor_task
    (id uuid PRIMARY KEY, instance_id uuid, state text, name text, at timestamptz);
CREATE TABLE IF NOT EXISTS floor_event (instance_id uuid, sequence int, kind text, data text, hash bytea,
    PRIMARY KEY (instance_id, sequence));
"""
STATE_BYTES = 600
EVENTS = 8
"""History rows that one completion of the looping model writes."""


def plain_url(url: str) -> str:
    """SQLAlchemy's address as psycopg reads it."""
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


def prepare(url: str, instances: int) -> list[tuple[str, str]]:
    """Tables and rows for the floor: (instance, open task) pairs."""
    pairs = [(str(uuid4()), str(uuid4())) for _ in range(instances)]
    with psycopg.connect(plain_url(url)) as connection:
        connection.execute(TABLES)
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO floor_instance VALUES (%s, 0, %s, %s)",
                [(instance, os.urandom(STATE_BYTES), bytes(32)) for instance, _ in pairs],
            )
            cursor.executemany(
                "INSERT INTO floor_task VALUES (%s, %s, 'open', 'Việc', now())",
                [(task, instance) for instance, task in pairs],
            )
    return pairs


def operations(
    connection: psycopg.Connection[tuple[object, ...]], pairs: Sequence[tuple[str, str]], rounds: int
) -> list[Callable[[], object]]:
    """So many completions' worth of rows for each pair."""
    current = dict(pairs)
    sequence = dict.fromkeys(current, 0)
    state, seal = os.urandom(STATE_BYTES), bytes(32)

    def once(instance: str) -> None:
        with connection.transaction(), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM floor_instance WHERE id = %s FOR UPDATE", (instance,))
            cursor.execute("SELECT * FROM floor_task WHERE id = %s", (current[instance],))
            cursor.execute("UPDATE floor_task SET state = 'completed' WHERE id = %s", (current[instance],))
            current[instance] = str(uuid4())
            cursor.execute(
                "INSERT INTO floor_task VALUES (%s, %s, 'open', 'Việc', now())", (current[instance], instance)
            )
            first = sequence[instance]
            sequence[instance] += EVENTS
            cursor.executemany(
                "INSERT INTO floor_event VALUES (%s, %s, 'activity.entered', '{}', %s)",
                [(instance, first + number, seal) for number in range(EVENTS)],
            )
            cursor.execute(
                "UPDATE floor_instance SET revision = revision + 1, state = %s, hash = %s WHERE id = %s",
                (state, seal, instance),
            )

    return [partial(once, instance) for _ in range(rounds) for instance, _ in pairs]
