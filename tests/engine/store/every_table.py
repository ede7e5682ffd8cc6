"""A row of each table for an agency, whatever its columns: what the second wall is tried on.

Constraints are dropped first: a wall must hold by itself, and a row need make sense to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any, Final
from uuid import UUID, uuid4, uuid5

from psycopg import Connection, sql
from sqlalchemy import Column, Table

import qms.tables  # noqa: F401 - brings in every table of the offices
from engine.domain.identifiers import derived_id
from engine.store.tables import Base

TABLES: Final = {table.name: table for table in Base.metadata.sorted_tables}
Driver = Connection[tuple[Any, ...]]
_numbers = count(1)


def drop_constraints(owner: Driver) -> None:
    """Let any row be written; what is not null stays so."""
    found = owner.execute(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'c', 'u', 'p')"
        " ORDER BY contype <> 'f'"
    ).fetchall()
    for table, name in found:
        command = sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}")
        owner.execute(command.format(sql.Identifier(table), sql.Identifier(name)))
    unique = "SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indrelid"
    of_ours = " WHERE indisunique AND relnamespace = 'public'::regnamespace"
    for (name,) in owner.execute(f"{unique}{of_ours}").fetchall():
        owner.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))


def row_of(table: Table, agency: UUID) -> dict[str, object]:
    """The values of a row that belongs to the agency by whatever says so."""
    return {
        column.name: _value(table, column, agency)
        for column in table.columns
        if not column.nullable or column.name in {"agency_id", "instance_id", "person_id"}
    }


def insert(driver: Driver, table: str, row: Mapping[str, object]) -> None:
    """Write the row."""
    names = sql.SQL(", ").join(map(sql.Identifier, row))
    places = sql.SQL(", ").join([sql.Placeholder()] * len(row))
    command = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, places)
    driver.execute(command, list(row.values()))


def of(agency: UUID, what: str) -> UUID:
    """The case, person, unit or procedure of the agency to which its other rows belong."""
    return derived_id("wall", agency, what)


def _value(table: Table, column: Column[Any], agency: UUID) -> object:
    if table.name == "succession" and column.name == "predecessor_id":
        return agency
    if column.name in {"subject", "username"}:
        return "agency" if column.name == "subject" else f"user of {agency}"
    whose = {"agency_id": agency, "subject_id": agency}
    whose |= dict.fromkeys(("from_agency", "to_agency", "inspector_id"), agency)
    whose |= {f"{one}_id": of(agency, one) for one in ("instance", "person", "unit", "procedure", "draft")}
    if column.name in whose:
        return whose[column.name]
    owners = {"agency": agency, "process_instance": of(agency, "instance")}
    owners |= {one: of(agency, one) for one in ("person", "unit", "procedure")}
    owners["model_draft"] = of(agency, "draft")
    if column.name == "id" and table.name in owners:
        return owners[table.name]
    return _plain(column.type.python_type)


def _plain(kind: type) -> object:
    number = next(_numbers)
    values: dict[type, object] = {
        str: f"text {number}",
        int: number % 30_000,
        Decimal: Decimal(number % 90),
        bool: False,
        bytes: str(number).encode(),
        datetime: datetime(2026, 11, 23, tzinfo=UTC),
        date: date(2026, 11, 23) + timedelta(days=number),
        time: time(8, 0),
        UUID: uuid5(uuid4(), str(number)),
        list: [],
    }
    return values.get(kind, "{}")
