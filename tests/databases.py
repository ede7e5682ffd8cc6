"""Databases for tests: copied from a template once, and after each test put back as the template is.

To copy a database takes the machine half a second, to put one back some hundredths. What a test changed is
seen by each table's number of rows and its newest transaction; such a table is emptied and filled again. A
database with another schema than before, or one to which somebody is still connected, is thrown away.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

import psycopg
from psycopg import sql
from sqlalchemy import make_url

Driver = psycopg.Connection[tuple[Any, ...]]
Signature = Mapping[str, tuple[int, int]]
"""Of each table by name: how many rows, and the newest transaction that wrote one."""

MOST_USES: Final = 60
"""After as many tests a database is made anew, before its dead rows make it slow."""

_TABLES: Final = """
SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
_SEQUENCES: Final = """
SELECT sequencename, coalesce(last_value, start_value), last_value IS NOT NULL FROM pg_sequences
WHERE schemaname = 'public' ORDER BY sequencename
"""
_CATALOGUES: Final = (
    "pg_attribute",
    "pg_constraint",
    "pg_default_acl",
    "pg_index",
    "pg_namespace",
    "pg_policy",
    "pg_proc",
    "pg_trigger",
    "pg_type",
)
_GRANTS: Final = """
SELECT count(*), sum(hashtext(relname || relacl::text || relrowsecurity::text || relforcerowsecurity::text))
FROM pg_class WHERE relnamespace = 'public'::regnamespace
"""
_OTHERS: Final = """
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_LOOKS: Final = 50

_numbers = count(1)


@dataclass(slots=True)
class _Lent:
    name: str
    signature: Signature
    uses: int = 0


@dataclass
class Databases:
    """The copies of one template, lent to one test after another."""

    server: str
    template: str
    _free: list[_Lent] = field(default_factory=list)
    _lent: dict[str, _Lent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Learn what the template holds."""
        with _connected(self.server, self.template) as driver:
            self._signature = _signature(driver)
            self._schema = _schema(driver)
            self._sequences = _sequences(driver)
            self._content = {
                table: _content(driver, table) for table, (rows, _) in self._signature.items() if rows
            }

    def take(self) -> str:
        """The name of a database that is as the template is."""
        lent = self._free.pop() if self._free else self._copied()
        self._lent[lent.name] = lent
        return lent.name

    def give_back(self, name: str) -> None:
        """Put it back as it was, or throw it away where that cannot be."""
        lent = self._lent.pop(name)
        lent.uses += 1
        if lent.uses < MOST_USES and self._cleaned(lent):
            self._free.append(lent)
        else:
            drop(self.server, name)

    def close(self) -> None:
        """Throw all of them away."""
        for lent in (*self._free, *self._lent.values()):
            drop(self.server, lent.name)

    def _copied(self) -> _Lent:
        name = f"quytrinh_test_{os.getpid()}_{next(_numbers)}"
        create(self.server, name, template=self.template)
        return _Lent(name, self._signature)

    def _cleaned(self, lent: _Lent) -> bool:
        with _connected(self.server, lent.name) as driver:
            if not _alone(driver) or _schema(driver) != self._schema:
                return False
            found = _signature(driver)
            changed = [table for table, signature in found.items() if signature != lent.signature[table]]
            driver.execute("SET session_replication_role = replica")  # no trigger, no foreign key
            with driver.transaction():
                for table in changed:
                    self._refill(driver, table)
            for sequence, (value, used) in _sequences(driver).items():
                if (value, used) != self._sequences[sequence]:
                    driver.execute(
                        "SELECT setval(%s::regclass, %s, %s)", (sequence, *self._sequences[sequence])
                    )
            lent.signature = _signature(driver) if changed else found
        return True

    def _refill(self, driver: Driver, table: str) -> None:
        driver.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        content = self._content.get(table)
        if content is not None:
            with driver.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copy:
                copy.write(content)


def create(server: str, name: str, *, template: str = "template0") -> None:
    """Make a database."""
    # Copying files is twice as fast as logging them when nothing needs to survive a crash.
    command = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
    _execute(server, command.format(sql.Identifier(name), sql.Identifier(template)))


def drop(server: str, name: str) -> None:
    """Remove a database with whoever is still connected."""
    _execute(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def address(server: str, name: str) -> str:
    """Where the database is reached."""
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _connected(server: str, name: str) -> Driver:
    url = make_url(server).set(drivername="postgresql", database=name)
    return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)


def _execute(server: str, command: sql.Composed) -> None:
    with _connected(server, make_url(server).database or "postgres") as connection:
        connection.execute(command)


def _alone(driver: Driver) -> bool:
    """Whether nobody else is connected; who has just left takes a moment to be gone."""
    return any(driver.execute(_OTHERS).fetchone() == (0,) for _ in range(_LOOKS))


def _signature(driver: Driver) -> Signature:
    return _signature_of(driver, [name for (name,) in driver.execute(_TABLES)])


def _signature_of(driver: Driver, tables: Iterable[str]) -> Signature:
    each = sql.SQL(" UNION ALL ").join(
        sql.SQL("SELECT {}, count(*), coalesce(max(xmin::text::bigint), 0) FROM {}").format(
            sql.Literal(table), sql.Identifier(table)
        )
        for table in tables
    )
    return {name: (rows, newest) for name, rows, newest in driver.execute(each)}


def _schema(driver: Driver) -> tuple[object, ...]:
    return (*_signature_of(driver, _CATALOGUES).items(), *driver.execute(_GRANTS))


def _sequences(driver: Driver) -> Mapping[str, tuple[int, bool]]:
    return {name: (value, used) for name, value, used in driver.execute(_SEQUENCES)}


def _content(driver: Driver, table: str) -> bytes:
    with driver.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as copy:
        return b"".join(bytes(block) for block in copy)
