"""What tests share: PostgreSQL with a fresh migrated database for each test that asks, and a browser."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from engine.store import embedded, migrate
from tests.databases import Databases, address, create, drop
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
    """The name of a database that is migrated once and copied for tests."""
    name = f"quytrinh_template_{os.getpid()}"
    create(postgres_url, name)
    migrate.upgrade(address(postgres_url, name))
    yield name
    drop(postgres_url, name)


@pytest.fixture(scope="session")
def empty_databases(postgres_url: str, empty_template: str) -> Iterator[Databases]:
    """Migrated databases, lent to one test after another."""
    databases = Databases(postgres_url, empty_template)
    yield databases
    databases.close()


@pytest.fixture
def database_url(postgres_url: str, empty_databases: Databases) -> Iterator[str]:
    """A migrated database of the test's own."""
    name = empty_databases.take()
    yield address(postgres_url, name)
    empty_databases.give_back(name)


@pytest.fixture(scope="session")
def office_template(postgres_url: str, empty_template: str) -> Iterator[str]:
    """The name of a database into which the demo office is loaded once, to be copied for tests."""
    name = f"quytrinh_office_{os.getpid()}"
    create(postgres_url, name, template=empty_template)
    Office(address(postgres_url, name)).close()
    yield name
    drop(postgres_url, name)


@pytest.fixture(scope="session")
def office_databases(postgres_url: str, office_template: str) -> Iterator[Databases]:
    """Databases with the demo office, lent to one test after another."""
    databases = Databases(postgres_url, office_template)
    yield databases
    databases.close()


@pytest.fixture
def office(postgres_url: str, office_databases: Databases) -> Iterator[Office]:
    """The demo office on a database of the test's own, its clock on Monday 23/11/2026, 08:00."""
    name = office_databases.take()
    office = Office(address(postgres_url, name), loaded=True)
    yield office
    office.close()
    office_databases.give_back(name)


@pytest.fixture
def empty_database_url(postgres_url: str) -> Iterator[str]:
    """A database without a single table, for tests of the migrations."""
    name = f"quytrinh_bare_{os.getpid()}_{next(_numbers)}"
    create(postgres_url, name)
    yield address(postgres_url, name)
    drop(postgres_url, name)
