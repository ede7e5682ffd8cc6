"""Rows for the benchmark of timers: pending and due ones, ours copied from a real case, and the floor's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import psycopg

from workers.bench.case_rows import Connection, Row, note, read_case
from workers.bench.floor import plain_url

_ANALYSED: Final = ("process_instance", "timer")
_CLAIM: Final = (
    "SELECT t.id, p.id, p.history_sequence, p.process_state, p.history_hash FROM timer t"
    " JOIN process_instance p ON p.id = t.instance_id WHERE t.wake_at <= %s AND p.state = 'running'"
    " ORDER BY t.wake_at LIMIT 1 FOR UPDATE OF p SKIP LOCKED"
)
_ADVANCE: Final = (
    "UPDATE process_instance SET revision = revision + 1, process_state = %s, history_sequence = %s,"
    " history_hash = %s WHERE id = %s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A real case that waits for its timer, and what its copies differ in."""

    instance: UUID
    timer: UUID
    due: datetime


def template(url: str, instance: UUID) -> Template:
    """The case as a template."""
    with psycopg.connect(plain_url(url)) as connection:
        row = connection.execute("SELECT id, due FROM timer WHERE instance_id = %s", (instance,)).fetchone()
    if row is None:
        raise LookupError(instance)
    return Template(instance=instance, timer=row[0], due=row[1])


def add_pending(url: str, model: Template, count: int) -> None:
    """So many cases whose timers are due in a far year; none of them is ever looked at."""
    _copy(url, model, count, first=datetime.fromisoformat("2099-01-01T00:00:00+00:00"), apart="1 s")


def add_due(url: str, model: Template, count: int, *, first: datetime, apart: str) -> None:
    """So many cases whose timers are due one after the other from `first` on."""
    _copy(url, model, count, first=first, apart=apart)


def _copy(url: str, model: Template, count: int, *, first: datetime, apart: str) -> None:
    with psycopg.connect(plain_url(url)) as connection:
        columns = [
            row[0]
            for row in connection.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = 'process_instance'"
                " AND column_name NOT IN ('id', 'process_state') ORDER BY ordinal_position"
            ).fetchall()
        ]
        names = ", ".join(f'"{column}"' for column in columns)
        connection.execute(
            "CREATE TEMPORARY TABLE made ON COMMIT DROP AS SELECT gen_random_uuid() AS id,"
            " gen_random_uuid() AS timer, %s::timestamptz + number * %s::interval AS due"
            " FROM generate_series(0, %s) AS number",
            (first, apart, count - 1),
        )
        # The state is a text that names its waiting task and its moment; each copy gets its own.
        connection.execute(
            f"INSERT INTO process_instance (id, process_state, {names})"  # noqa: S608 - names of columns
            " SELECT made.id, convert_to(replace(replace(convert_from(p.process_state, 'UTF8'),"
            " %s, replace(made.timer::text, '-', '')), %s,"
            " to_char(made.due AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US+00:00')), 'UTF8'),"
            f" {', '.join(f'p.{name}' for name in names.split(', '))}"
            " FROM made, process_instance p WHERE p.id = %s",
            (model.timer.hex, model.due.isoformat(), model.instance),
        )
        connection.execute(
            "INSERT INTO timer (id, instance_id, element_id, due, wake_at, attempts)"
            " SELECT made.timer, made.id, t.element_id, made.due, made.due, 0"
            " FROM made, timer t WHERE t.id = %s",
            (model.timer,),
        )


def settle(url: str) -> None:
    """Let the planner know the tables, and none of their upkeep fall into what is measured."""
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        for table in _ANALYSED:
            connection.execute(f"VACUUM ANALYZE {table}")
        connection.execute("CHECKPOINT")


def events_of_a_firing(url: str, model: Template) -> tuple[Row, ...]:
    """The rows of history of a copy of the case that our engine has fired, for the floor to write."""
    with psycopg.connect(plain_url(url)) as connection:
        fired = connection.execute("SELECT instance_id FROM history_event WHERE kind = 'timer.fired' LIMIT 1")
        row = fired.fetchone()
        if row is None:
            raise LookupError(model.instance)
        return read_case(connection, row[0]).events


def fire_on_the_floor(connection: Connection, events: tuple[Row, ...], now: datetime) -> bool:
    """What firing a timer takes at the least: claim it, take it away, change its case, note it."""
    with connection.transaction(), connection.cursor() as cursor:
        found = cursor.execute(_CLAIM, (now,)).fetchone()
        if found is None:
            return False
        timer, case, sequence, state, seal = found
        cursor.execute("DELETE FROM timer WHERE id = %s", (timer,))
        cursor.execute(_ADVANCE, (state, sequence + len(events), seal, case))
        note(cursor, case, events, first=sequence + 1)
        return True


def latenesses(url: str, since: datetime) -> list[float]:
    """Seconds from due to fired of the timers that fired since, as the history tells them."""
    with psycopg.connect(plain_url(url)) as connection:
        rows = connection.execute(
            "SELECT extract(epoch FROM"
            " (data::json->>'fired')::timestamptz - (data::json->>'due')::timestamptz)"
            " FROM history_event WHERE kind = 'timer.fired' AND at >= %s",
            (since,),
        ).fetchall()
    return [float(row[0]) for row in rows]
