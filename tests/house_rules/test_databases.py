"""A database that a test gives back is as it was, or nobody gets it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from sqlalchemy import make_url

from tests.databases import Databases, address
from tests.office import Office, entry


@pytest.fixture
def databases(postgres_url: str, office_template: str) -> Iterator[Databases]:
    """Databases of this test alone."""
    ours = Databases(postgres_url, office_template)
    yield ours
    ours.close()


def test_what_a_test_wrote_changed_and_removed_is_undone(databases: Databases, postgres_url: str) -> None:
    name = databases.take()
    before = _everything(postgres_url, name)
    office = Office(address(postgres_url, name), loaded=True)
    office.register(entry("1/2026/NĐ-CP", effective_on=date(2026, 12, 1)))
    office.close()
    _run(postgres_url, name, "DELETE FROM citation", "UPDATE person SET full_name = 'Ai đó'")
    assert _everything(postgres_url, name) != before
    databases.give_back(name)
    assert databases.take() == name
    assert _everything(postgres_url, name) == before


def test_numbers_count_from_where_they_stood(databases: Databases, postgres_url: str) -> None:
    name = databases.take()
    counted = "SELECT nextval('model_draft_save_id_seq')"
    first = _asked(postgres_url, name, counted)
    _run(postgres_url, name, counted, counted)
    databases.give_back(name)
    assert _asked(postgres_url, databases.take(), counted) == first


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE person ADD COLUMN more text",
        "CREATE TABLE one_more (id int)",
        "ALTER TABLE citation DISABLE ROW LEVEL SECURITY",
        "GRANT DELETE ON history_event TO quytrinh_office",
        "ALTER TABLE task DROP CONSTRAINT pk_task CASCADE",
        "ALTER TABLE history_event DISABLE TRIGGER ALL",
    ],
)
def test_one_with_another_schema_is_thrown_away(databases: Databases, postgres_url: str, change: str) -> None:
    name = databases.take()
    _run(postgres_url, name, change)
    databases.give_back(name)
    assert databases.take() != name


def test_one_to_which_somebody_is_connected_is_thrown_away(databases: Databases, postgres_url: str) -> None:
    name = databases.take()
    connection = psycopg.connect(_plain(postgres_url, name))
    databases.give_back(name)
    assert databases.take() != name
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")
    connection.close()


def _plain(server: str, name: str) -> str:
    url = make_url(server).set(drivername="postgresql", database=name)
    return url.render_as_string(hide_password=False)


def _run(server: str, name: str, *commands: str) -> None:
    with psycopg.connect(_plain(server, name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for command in commands:
            connection.execute(command.encode())


def _asked(server: str, name: str, question: str) -> object:
    with psycopg.connect(_plain(server, name), autocommit=True) as connection:
        return connection.execute(question.encode()).fetchone()


def _everything(server: str, name: str) -> dict[str, list[str]]:
    with psycopg.connect(_plain(server, name), autocommit=True) as connection:
        tables = [
            table
            for (table,) in connection.execute(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            )
        ]
        return {
            table: sorted(row for (row,) in connection.execute(f"SELECT t::text FROM {table} t".encode()))  # noqa: S608
            for table in tables
        }
