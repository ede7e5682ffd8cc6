"""An ordinary login, neither superuser nor maker of roles, stands before the wall and acts behind it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from engine.domain.assignment import Viewer
from engine.domain.identifiers import fresh_id
from engine.store import migrate
from engine.store.rows import driver
from engine.store.session import Store
from engine.store.wall import OFFICE_ROLE, OfficeRoleMissing

LOGIN = f"quytrinh_login_{os.getpid()}"


@pytest.fixture
def plain_url(empty_database_url: str) -> Iterator[str]:
    """The address of a database whose owner may do nothing else on the server."""
    url = make_url(empty_database_url)
    server = url.set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    here = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(LOGIN)))
        owner = sql.SQL("ALTER DATABASE {} OWNER TO {}")
        connection.execute(owner.format(sql.Identifier(url.database or ""), sql.Identifier(LOGIN)))
    try:
        yield url.set(username=LOGIN).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(here, autocommit=True) as connection:
            connection.execute(sql.SQL("REASSIGN OWNED BY {} TO CURRENT_USER").format(sql.Identifier(LOGIN)))
            connection.execute(sql.SQL("DROP OWNED BY {}").format(sql.Identifier(LOGIN)))
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(LOGIN)))


def test_a_login_without_the_role_is_told_what_to_run_and_then_works(
    empty_template: str, empty_database_url: str, plain_url: str
) -> None:
    del empty_template  # once it is there, the server has the role
    with pytest.raises(OfficeRoleMissing) as refused:
        migrate.upgrade(plain_url)
    told = refused.value.en.partition("once: ")[2]
    assert LOGIN in told
    assert OFFICE_ROLE in refused.value.vi
    plain = make_url(empty_database_url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(told.partition("; ")[2].encode())
    migrate.upgrade(plain_url)
    store = Store(plain_url, pool_size=1)
    try:
        viewer = Viewer(person=fresh_id(), agency=fresh_id(), grants=())
        asked = "SELECT current_user, (SELECT count(*) FROM agency), (SELECT count(*) FROM task)"
        with store.behind(viewer).reading() as session:
            assert driver(session).execute(asked).fetchone() == (OFFICE_ROLE, 0, 0)
        with store.reading() as session:
            assert driver(session).execute(asked).fetchone() == (LOGIN, 0, 0)
    finally:
        store.close()
