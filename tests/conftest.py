"""What tests share: PostgreSQL with a fresh migrated database for each test that asks, and a browser."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg import sql
from sqlalchemy import make_url

from engine.store import embedded, migrate
from tests.office import Office

# Two old cores shared with a browser: how long an example takes says nothing about the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The server for tests: `DATABASE_URL` if set, else an embedded one that forgets everything."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="quytrinh-tests-"))
    folder.chmod(0o755)  # run by root, PostgreSQL's own account must enter
    with embedded.start(folder / "postgres", durable=False) as server:
        yield server.url("postgres")
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def empty_template(postgres_url: str) -> Iterator[str]:
    """The name of a database that is migrated once and copied for each test."""
    name = f"quytrinh_template_{os.getpid()}"
    _create(postgres_url, name)
    migrate.upgrade(_address(postgres_url, name))
    yield name
    _drop(postgres_url, name)


@pytest.fixture
def database_url(postgres_url: str, empty_template: str) -> Iterator[str]:
    """A migrated database of the test's own; gone after it, with whoever is still connected."""
    name = f"quytrinh_test_{os.getpid()}_{next(_numbers)}"
    _create(postgres_url, name, template=empty_template)
    yield _address(postgres_url, name)
    _drop(postgres_url, name)


@pytest.fixture(scope="session")
def office_template(postgres_url: str, empty_template: str) -> Iterator[str]:
    """The name of a database into which the demo office is loaded once, to be copied for each test."""
    name = f"quytrinh_office_{os.getpid()}"
    _create(postgres_url, name, template=empty_template)
    Office(_address(postgres_url, name)).close()
    yield name
    _drop(postgres_url, name)


@pytest.fixture
def office(postgres_url: str, office_template: str) -> Iterator[Office]:
    """The demo office on a database of the test's own, its clock on Monday 23/11/2026, 08:00."""
    name = f"quytrinh_test_{os.getpid()}_{next(_numbers)}"
    _create(postgres_url, name, template=office_template)
    office = Office(_address(postgres_url, name), loaded=True)
    yield office
    office.close()
    _drop(postgres_url, name)


@pytest.fixture
def empty_database_url(postgres_url: str) -> Iterator[str]:
    """A database without a single table, for tests of the migrations."""
    name = f"quytrinh_bare_{os.getpid()}_{next(_numbers)}"
    _create(postgres_url, name)
    yield _address(postgres_url, name)
    _drop(postgres_url, name)


def _create(server: str, name: str, *, template: str = "template0") -> None:
    # Copying files is twice as fast as logging them when nothing needs to survive a crash.
    command = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
    _execute(server, command.format(sql.Identifier(name), sql.Identifier(template)))


def _drop(server: str, name: str) -> None:
    _execute(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _execute(server: str, command: sql.Composed) -> None:
    address = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command)


def _address(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)
