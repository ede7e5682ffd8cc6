"""One office for all chunks of the table: what they ask changes no answer of another."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.databases import address, create, drop
from tests.office import Office
from tests.web.authority.asking import Prepared, prepare


@pytest.fixture(scope="session")
def prepared(postgres_url: str, office_template: str) -> Iterator[Prepared]:
    """The office with a row of each kind, on a database of its own."""
    name = f"quytrinh_authority_{os.getpid()}"
    create(postgres_url, name, template=office_template)
    office = Office(address(postgres_url, name), loaded=True)
    yield prepare(office)
    office.close()
    drop(postgres_url, name)
