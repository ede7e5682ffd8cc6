"""Rows of our tables read and written on the driver, past the ORM's machinery (ADR 0009).

A step of a case must cost what its transaction costs. The tables stay declared once, in
`engine.store.tables`; their statements are compiled to SQL once and run from then on by psycopg, in the
transaction of the session.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, Generic, TypeAlias, TypeVar, cast

import psycopg
from sqlalchemy import Executable, Select, Table, bindparam, insert, inspect, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session, configure_mappers, object_session
from sqlalchemy.orm.instrumentation import manager_of_class
from sqlalchemy.orm.state import InstanceState
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from engine.store.session import DRIVER
from engine.store.tables import Base, ProcessInstance, Task

Driver: TypeAlias = psycopg.Connection[tuple[Any, ...]]
Row = TypeVar("Row", bound=Base)

_DIALECT: Final = postgresql.psycopg.dialect()  # type: ignore[no-untyped-call]
_PARAMETER: Final = re.compile(r"%\((\w+)\)s")


def driver(session: Session) -> Driver:
    """The driver's connection in the transaction of the session."""
    if session.in_nested_transaction():
        session.connection()  # the ORM sets a savepoint when the connection is asked for, not before
    found = session.info.get(DRIVER)
    if found is None:
        found = session.info[DRIVER] = session.connection().connection.driver_connection
    return cast("Driver", found)


class Statement:
    """One statement of SQLAlchemy, compiled once; what changes from run to run are its `bindparam`s."""

    def __init__(self, statement: Executable) -> None:
        compiled = statement.compile(dialect=_DIALECT)  # type: ignore[attr-defined]
        self.sql = str(compiled)
        self._text = self.sql.encode()
        self.fixed: Mapping[str, object] = {
            name: value for name, value in compiled.params.items() if value is not None
        }

    def run(self, session: Session, **values: object) -> psycopg.Cursor[tuple[Any, ...]]:
        """Run it in the session's transaction."""
        return driver(session).execute(self._text, {**self.fixed, **values})

    def run_for_each(self, session: Session, rows: Sequence[Mapping[str, object]]) -> None:
        """Run it once for each of the rows, in one round trip."""
        if rows:
            with driver(session).cursor() as cursor:
                cursor.executemany(self._text, rows)


class Batch:
    """Writes that touch different rows, sent to the database as one statement.

    They all see the rows as they were before, and foreign keys are looked at when all are done.
    """

    def __init__(self) -> None:
        self._writes: list[tuple[Statement, Mapping[str, object]]] = []

    def add(self, statement: Statement, values: Mapping[str, object]) -> None:
        """Take up one write."""
        self._writes.append((statement, values))

    def run(self, session: Session) -> None:
        """Do all that was taken up; what comes more than once is run for each, after the others."""
        many = Counter(statement for statement, _ in self._writes)
        once = [write for write in self._writes if many[write[0]] == 1]
        if once:
            values: dict[str, object] = {}
            for place, (statement, given) in enumerate(once):
                for name, value in {**statement.fixed, **given}.items():
                    values[f"{name}_{place}"] = value
            driver(session).execute(_joined(tuple(statement for statement, _ in once)), values)
        for repeated in (statement for statement, times in many.items() if times > 1):
            rows = [{**repeated.fixed, **given} for statement, given in self._writes if statement is repeated]
            repeated.run_for_each(session, rows)
        self._writes = []


@lru_cache(maxsize=512)
def _joined(statements: tuple[Statement, ...]) -> bytes:
    parts = [_PARAMETER.sub(rf"%(\1_{place})s", statement.sql) for place, statement in enumerate(statements)]
    others = ", ".join(f"write_{place} AS ({part})" for place, part in enumerate(parts[:-1]))
    return (f"WITH {others} {parts[-1]}" if others else parts[-1]).encode()


class Rows(Generic[Row]):
    """Whole rows of one table, as objects of its mapped class that belong to no session.

    Whoever changes such an object writes it with `write`.
    """

    def __init__(self, mapped: type[Row]) -> None:
        configure_mappers()
        self._manager = manager_of_class(mapped)
        self._table = cast("Table", mapped.__table__)
        self._names = tuple(column.name for column in self._table.columns)
        self._unset = {
            column.name: column.default.arg
            for column in self._table.columns
            if isinstance(column.default, ScalarElementColumnDefault)
        }

    @property
    def width(self) -> int:
        """How many columns a whole row has."""
        return len(self._names)

    def select(self) -> Select[Any]:
        """The whole row, for a Statement that `one` reads."""
        return select(self._table)

    def one(self, values: Sequence[object]) -> Row:
        """The object of a row whose values stand in the order of the table's columns."""
        row = self._manager.new_instance()
        inspect(row).dict.update(zip(self._names, values, strict=True))
        return row

    def add_one(self, batch: Batch, row: Row) -> None:
        """Let the batch insert the row; what was never set takes the column's default, else NULL."""
        state = inspect(row)
        values = {**self._unset, **{name: state.dict[name] for name in self._names if name in state.dict}}
        batch.add(_insert(self._table, frozenset(values)), values)
        state._commit_all(state.dict)  # noqa: SLF001 - what was set is about to be written


@cache
def _insert(table: Table, names: frozenset[str]) -> Statement:
    return Statement(insert(table).values({name: bindparam(name) for name in sorted(names)}))


@cache
def _update(mapped: type[Base], names: frozenset[str]) -> Statement:
    table = mapped.__table__
    return Statement(
        update(table)  # type: ignore[arg-type]
        .where(table.c.id == bindparam("row_id"))
        .values({name: bindparam(name) for name in sorted(names)})
    )


def write(session: Session, row: ProcessInstance | Task) -> None:
    """Write the attributes of the row that were set since it was read or written."""
    if object_session(row) is not None:
        session.flush()
        return
    batch = Batch()
    write_one(batch, row)
    batch.run(session)


def write_one(batch: Batch, row: ProcessInstance | Task) -> None:
    """The same for a row that belongs to no session, among the writes of a batch."""
    state: InstanceState[Any] = inspect(row)
    changed = frozenset(state.committed_state)
    if changed:
        values = {name: state.dict[name] for name in changed}
        batch.add(_update(type(row), changed), {"row_id": row.id, **values})
        state._commit_all(state.dict)  # noqa: SLF001 - what was set is about to be written
