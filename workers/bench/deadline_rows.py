"""Rows for the benchmark of reckoning deadlines anew: copies of a real case, and the floor's writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import psycopg

from workers.bench.floor import Connection, plain_url

CASES_AT_ONCE: Final = 200
_SET_DATES: Final = (
    "deadline_policy = %s, deadline_terms = %s, reckoned_by = %s, clock_paused_at = %s, legal_due = %s,"
    " target_due = %s, overdue_from = %s, explanation = %s, unconfirmed = %s, escalate_at = %s"
)
_DATES: Final = _SET_DATES.replace(" = %s", "")
_UPDATE_CASE: Final = (
    f"UPDATE process_instance SET {_SET_DATES}, revision = %s, process_state = %s, history_hash = %s,"  # noqa: S608 - our columns
    " history_sequence = history_sequence + 1 WHERE id = %s"
)
_UPDATE_TASK: Final = f"UPDATE task SET {_SET_DATES} WHERE id = %s"  # noqa: S608 - our columns
_INSERT_EVENT: Final = (
    "INSERT INTO history_event (instance_id, at, actor_id, origin, sequence, kind, element_id, task_id, data,"
    " hash) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_INSERT_LINE: Final = (
    "INSERT INTO deadline_change (id, instance_id, task_id, agency_id, at, old_legal_due, old_target_due,"
    " old_overdue_from, new_legal_due, new_target_due, new_overdue_from, reason_vi, reason_en)"
    " VALUES (gen_random_uuid(), %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A real case with one open task."""

    instance: UUID
    task: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """The values of one case that was reckoned anew."""

    case: tuple[Any, ...]
    task: tuple[Any, ...]
    event: tuple[Any, ...]
    line: tuple[Any, ...]


def template(url: str, instance: UUID) -> Template:
    """The case as a template."""
    with psycopg.connect(plain_url(url)) as connection:
        row = connection.execute("SELECT id FROM task WHERE instance_id = %s", (instance,)).fetchone()
    if row is None:
        raise LookupError(instance)
    return Template(instance=instance, task=row[0])


def add_cases(url: str, model: Template, count: int) -> None:
    """So many copies of the case, each begun a second before the other and counting from then."""
    with psycopg.connect(plain_url(url)) as connection:
        connection.execute(
            "CREATE TEMPORARY TABLE made ON COMMIT DROP AS SELECT gen_random_uuid() AS id,"
            " gen_random_uuid() AS task, number * interval '1 second' AS earlier"
            " FROM generate_series(1, %s) AS number",
            (count,),
        )
        for table, own, at, source in (
            ("process_instance", "made.id", "started_at", model.instance),
            ("task", "made.task", "created_at", model.task),
        ):
            _copy(connection, table, own, at, source, model)


def _copy(connection: Connection, table: str, own: str, at: str, source: UUID, model: Template) -> None:
    given = {
        "id": own,
        "instance_id": "made.id",
        at: f"row.{at} - made.earlier",
        "deadline_terms": "replace(row.deadline_terms, substring(row.deadline_terms"
        " from '[0-9-]{10}T[0-9:.+-]+'), to_char((substring(row.deadline_terms"
        " from '[0-9-]{10}T[0-9:.+-]+')::timestamptz - made.earlier) AT TIME ZONE 'UTC',"
        " 'YYYY-MM-DD\"T\"HH24:MI:SS.US+00:00'))",
        # The state is a text that names its waiting task; each copy gets its own.
        "process_state": "convert_to(replace(convert_from(row.process_state, 'UTF8'),"
        f" '{model.task.hex}', replace(made.task::text, '-', '')), 'UTF8')",
    }
    columns = [
        name
        for (name,) in connection.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s", (table,)
        )
    ]
    values = ", ".join(given.get(name, f'row."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    connection.execute(
        f"INSERT INTO {table} ({names}) SELECT {values} FROM made, {table} AS row"  # noqa: S608 - our columns
        " WHERE row.id = %s",
        (source,),
    )


def settle(url: str) -> None:
    """Let the planner know the tables, and none of their upkeep fall into what is measured."""
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        for table in ("process_instance", "task", "deadline_change", "history_event"):
            connection.execute(f"VACUUM ANALYZE {table}")
        connection.execute("CHECKPOINT")


def changed_cases(connection: Connection, reckoning: UUID) -> Iterator[Sequence[tuple[Any, ...]]]:
    """The cases that a reckoning moved, in the batches in which the floor writes them again."""
    rows = connection.execute(
        "SELECT instance_id, array_agg(task_id) FILTER (WHERE task_id IS NOT NULL) FROM deadline_change"
        " WHERE reckoning_id = %s GROUP BY instance_id ORDER BY instance_id",
        (reckoning,),
    ).fetchall()
    for start in range(0, len(rows), CASES_AT_ONCE):
        yield rows[start : start + CASES_AT_ONCE]


def write_on_the_floor(connection: Connection, cases: Sequence[tuple[Any, ...]], pattern: Pattern) -> int:
    """What the same rows take at the least: the dates of cases and tasks, a line each, an event a case."""
    tasks = [task for _, found in cases for task in found or ()]
    with connection.transaction(), connection.cursor() as cursor:
        ids = [case for case, _ in cases]
        cursor.execute("SELECT id FROM process_instance WHERE id = ANY(%s) ORDER BY id FOR UPDATE", (ids,))
        cursor.executemany(_UPDATE_CASE, [(*pattern.case, case) for case in ids])
        cursor.executemany(_UPDATE_TASK, [(*pattern.task, task) for task in tasks])
        cursor.executemany(_INSERT_EVENT, [(case, *pattern.event) for case in ids])
        lines = [(case, task) for case, found in cases for task in (None, *(found or ()))]
        cursor.executemany(_INSERT_LINE, [(case, task, *pattern.line) for case, task in lines])
    return len(lines)


def pattern(connection: Connection, instance: UUID) -> Pattern:
    """Read what our engine wrote of a case."""

    def row(statement: str) -> tuple[Any, ...]:
        found = connection.execute(statement, (instance,)).fetchone()
        if found is None:
            raise LookupError(instance)
        return found

    def dates(more: str) -> tuple[Any, ...]:
        return row(f"SELECT {_DATES}{more}")

    return Pattern(
        case=dates(", revision, process_state, history_hash FROM process_instance WHERE id = %s"),
        task=dates(" FROM task WHERE instance_id = %s"),
        event=row(
            "SELECT at, actor_id, origin, sequence + 1000, kind, element_id, task_id, data, hash"
            " FROM history_event WHERE instance_id = %s ORDER BY sequence DESC LIMIT 1"
        ),
        line=row(
            "SELECT agency_id, at, old_legal_due, old_target_due, old_overdue_from, new_legal_due,"
            " new_target_due, new_overdue_from, reason_vi, reason_en FROM deadline_change"
            " WHERE instance_id = %s LIMIT 1"
        ),
    )
