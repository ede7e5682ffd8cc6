"""The demo office in September 2026: the year's audits lie ahead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.databases import Databases, address
from tests.office import Office
from tests.qms.audits.auditing import OPENING


@pytest.fixture(name="autumn")
def _autumn(postgres_url: str, office_databases: Databases) -> Iterator[Office]:
    name = office_databases.take()
    office = Office(address(postgres_url, name), OPENING, loaded=True)
    yield office
    office.close()
    office_databases.give_back(name)
