"""The second wall alone: with no check of the application before it, the database refuses (ADR 0013)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import errors, sql
from sqlalchemy import make_url

from engine.domain.assignment import Actor, Grant, Viewer
from engine.domain.refusals import InstanceNotFound
from engine.execution.instances import lock
from engine.store.rows import driver
from engine.store.session import Store, StoreUnreachable
from qms.demo_office.loading import agency_id
from tests.engine.cases import bundle, publish, role, start
from tests.engine.store.every_table import TABLES, Driver, drop_constraints, insert, of, row_of
from tests.office import Office

OURS, THEIRS = agency_id("ours"), agency_id("theirs")
OF_NOBODY = {
    "caught_mail": "the demo's mailbox",
    "demo_time": "the demo's clock",
    "legal_time_version": "one number for all",
    "model_file": "models are everybody's",
    "model_start": "models are everybody's",
    "model_version": "models are everybody's",
    "model_withdrawal": "models are everybody's",
    "province": "provinces are everybody's",
    "sealed_day": "roots over all histories, which tell nothing",
    "timer_lateness": "figures of the machine",
    "watchdog_alarm": "alarms of the machine",
    "worker_heartbeat": "signs of life of the machine",
}
"""Tables without rows of an agency, and why: the only ones that need no policy."""
READ_BY_ALL = {
    "agency",
    "annex_row",
    "calendar_day",
    "deadline_policy",
    "deadline_reckoning",
    "escalation_ladder",
    "office_hours",
    "organisation_version",
    "person",
    "retention_line",
    "role_assignment",
    "succession",
    "unit",
}
NEVER_INSERTED = {"agency"}
NEVER_UPDATED = {
    "archive",
    "archived_case",
    "audit_event",
    "clock_entry",
    "deadline_change",
    "disposal",
    "disposal_approval",
    "disposal_end",
    "disposal_item",
    "history_event",
    "retention_line",
}
NEVER_DELETED = NEVER_UPDATED | {
    "agency",
    "instance_migration",
    "legal_hold",
    "mail",
    "message",
    "process_instance",
    "stored_file",
    "task",
}
STEP = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"


def viewer(agency: UUID = OURS, *roles: str) -> Viewer:
    grants = tuple(Grant(role=name, unit=None) for name in roles)
    return Viewer(person=of(agency, "person"), agency=agency, grants=grants)


@pytest.fixture
def owner(database_url: str) -> Iterator[Driver]:
    plain = make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        yield connection


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    found = Store(database_url, pool_size=1)
    yield found
    found.close()


@contextmanager
def behind(store: Store, who: Viewer) -> Iterator[Driver]:
    """A transaction behind the wall, whose work is taken back."""
    with store.behind(who).transaction() as session, driver(session).transaction(force_rollback=True):
        yield driver(session)


def test_every_table_with_rows_of_an_agency_stands_behind_the_wall(owner: Driver) -> None:
    found = owner.execute(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
        " AND NOT relrowsecurity AND relname <> 'alembic_version'"
    ).fetchall()
    assert {name for (name,) in found} == set(OF_NOBODY)


def test_rows_of_others_are_neither_read_nor_written_in_any_table(owner: Driver, store: Store) -> None:
    drop_constraints(owner)
    walled = sorted(TABLES.keys() - OF_NOBODY.keys())
    for table in walled:
        for agency in (OURS, THEIRS):
            insert(owner, table, row_of(TABLES[table], agency))
    told = {table: tried(store, table) for table in walled}
    wrong = {table: found for table, found in told.items() if found != expected(table)}
    assert wrong == {}


def tried(store: Store, table: str) -> dict[str, object]:
    """What comes of reading, changing, removing and adding rows with no condition at all."""
    key = next(iter(TABLES[table].primary_key.columns)).name
    named = {"table": sql.Identifier(table), "key": sql.Identifier(key)}
    commands = {
        "read": sql.SQL("SELECT {key} FROM {table}"),
        "updated": sql.SQL("UPDATE {table} SET {key} = {key}"),
        "deleted": sql.SQL("DELETE FROM {table}"),
    }
    told: dict[str, object] = {
        what: outcome(store, command.format(**named)) for what, command in commands.items()
    }
    for whose, agency in (("ours", OURS), ("theirs", THEIRS)):
        with behind(store, viewer()) as connection:
            try:
                insert(connection, table, row_of(TABLES[table], agency))
                told[whose] = "written"
            except errors.InsufficientPrivilege:
                told[whose] = "refused"
    return told


def outcome(store: Store, command: sql.Composed) -> object:
    with behind(store, viewer()) as connection:
        try:
            return connection.execute(command).rowcount
        except errors.InsufficientPrivilege:
            return "refused"


def expected(table: str) -> dict[str, object]:
    return {
        "read": 2 if table in READ_BY_ALL else 1,
        "updated": "refused" if table in NEVER_UPDATED else 1,
        "deleted": "refused" if table in NEVER_DELETED else 1,
        "ours": "refused" if table in NEVER_INSERTED else "written",
        "theirs": "refused",
    }


def test_whoever_is_nobody_sees_nothing(owner: Driver) -> None:
    drop_constraints(owner)
    for table in ("process_instance", "task", "account"):
        insert(owner, table, row_of(TABLES[table], OURS))
    with owner.transaction():
        owner.execute("SET LOCAL ROLE quytrinh_office")
        for table in ("process_instance", "task", "account"):
            assert owner.execute(sql.SQL("SELECT FROM {}").format(sql.Identifier(table))).rowcount == 0


def test_the_record_cannot_be_rewritten_by_grant_nor_by_trigger(owner: Driver, store: Store) -> None:
    drop_constraints(owner)
    for table in ("process_instance", "history_event"):
        insert(owner, table, row_of(TABLES[table], OURS))
    for command in (
        "UPDATE history_event SET kind = 'x'",
        "DELETE FROM history_event",
        "TRUNCATE history_event",
        "UPDATE audit_event SET kind = 'x'",
        "INSERT INTO sealed_day SELECT * FROM sealed_day",
        "ALTER TABLE history_event DISABLE TRIGGER ALL",
        "UPDATE alembic_version SET version_num = '0001'",
        "CREATE TABLE mine (id int)",
    ):
        with behind(store, viewer()) as connection, pytest.raises(errors.InsufficientPrivilege):
            connection.execute(command.encode())
    with behind(store, viewer()) as connection, pytest.raises(errors.FeatureNotSupported):
        connection.cursor().copy(b"COPY history_event FROM STDIN").__enter__()
    owner.execute("GRANT UPDATE, DELETE ON history_event TO quytrinh_office")
    with (
        behind(store, viewer()) as connection,
        pytest.raises(psycopg.Error, match="append-only"),
    ):
        connection.execute("UPDATE history_event SET kind = 'x'")


def test_nothing_of_a_viewer_stays_on_the_connection(store: Store) -> None:
    asked = (
        "SELECT current_user = session_user, nullif(current_setting('quytrinh.agency', true), ''),"
        " nullif(current_setting('quytrinh.person', true), ''),"
        " nullif(current_setting('quytrinh.closed', true), '')"
    )

    def left() -> Any:
        with store.reading() as session:
            return driver(session).execute(asked).fetchone()

    with store.behind(viewer()).reading() as session:
        found = driver(session).execute(asked).fetchone()
        assert found == (False, str(OURS), str(of(OURS, "person")), "{}")
    assert left() == (True, None, None, None)
    with store.behind(viewer()).transaction():
        pass
    assert left() == (True, None, None, None)
    with pytest.raises(ZeroDivisionError), store.behind(viewer()).transaction():
        raise ZeroDivisionError
    assert left() == (True, None, None, None)
    with pytest.raises(psycopg.Error), store.behind(viewer()).transaction() as session:
        driver(session).execute("SELECT 1/0")
    assert left() == (True, None, None, None)
    with store.behind(viewer(THEIRS)).reading() as session:
        found = driver(session).execute(asked).fetchone()
        assert found == (False, str(THEIRS), str(of(THEIRS, "person")), "{}")


def test_the_department_reads_registers_and_cases_without_what_is_in_them(
    owner: Driver, store: Store
) -> None:
    drop_constraints(owner)
    registers = ("legal_document", "procedure", "procedure_version", "citation", "nonconformity")
    for table in ("agency", "process_instance", "task", "history_event", "stored_file", *registers):
        insert(owner, table, row_of(TABLES[table], THEIRS))
    owner.execute("UPDATE agency SET overseen_by = %s", (OURS,))

    def seen(who: Viewer, table: str) -> int:
        with behind(store, who) as connection:
            return connection.execute(sql.SQL("SELECT FROM {}").format(sql.Identifier(table))).rowcount

    officer, colleague = viewer(OURS, "SO_CV"), viewer(OURS, "CHUYEN_VIEN")
    assert seen(viewer(OURS, "QUAN_TRI"), "overseen_case") == 1
    assert {table: seen(officer, table) for table in registers} == dict.fromkeys(registers, 1)
    assert seen(officer, "overseen_case") == 1
    assert [
        seen(officer, table) for table in ("process_instance", "task", "history_event", "stored_file")
    ] == [0] * 4
    assert [seen(colleague, table) for table in ("overseen_case", *registers)] == [0] * 6
    with behind(store, officer) as connection:
        assert connection.execute("UPDATE nonconformity SET id = id").rowcount == 0
    owner.execute("UPDATE process_instance SET personal = true")
    assert seen(officer, "overseen_case") == 0


def test_a_case_of_others_cannot_even_be_locked(office: Office) -> None:
    publish(office, bundle(STEP, {"a": role("THU_KY_ISO"), "b": role("THU_KY_ISO")}))
    instance = start(office)
    other = viewer(agency_id("SKHCN-TN"))
    with pytest.raises(InstanceNotFound), office.system.store.behind(other).transaction() as session:
        lock(
            session,
            office.system.surroundings,
            instance,
            actor=Actor(person=other.person, origin="test"),
            now=office.now,
        )


def test_an_officer_works_behind_the_wall_as_before_it(office: Office) -> None:
    publish(office, bundle(STEP, {"a": role("THU_KY_ISO"), "b": role("THU_KY_ISO")}))
    instance = start(office)
    (task,) = office.tasks(instance)
    walled = copy(office)
    walled.system = replace(office.system, store=office.system.store.behind(office.viewer("thuky")))
    walled.claim("thuky", task.id)
    assert [row.id for row in walled.inbox("thuky")] == [task.id]
    walled.complete("thuky", task.id, {})
    assert len(office.tasks(instance)) == 2


def test_a_case_asked_for_by_its_id_is_not_looked_for_among_all_of_the_agency(store: Store) -> None:
    with behind(store, viewer()) as connection:
        connection.execute("SET LOCAL enable_seqscan = off")
        for table in ("process_instance", "task"):
            asked = f"EXPLAIN SELECT * FROM {table} WHERE id = %s"  # noqa: S608 - of constants alone
            plan = "\n".join(line for (line,) in connection.execute(asked.encode(), (OURS,)))
            assert f"using pk_{table}" in plan


def test_a_connection_lost_before_the_wall_is_told_in_our_words(owner: Driver, store: Store) -> None:
    with behind(store, viewer()) as connection:
        backend = connection.info.backend_pid
    owner.execute("SELECT pg_terminate_backend(%s, 5000)", (backend,))
    with pytest.raises(StoreUnreachable), store.behind(viewer()).reading():
        pytest.fail("nothing can be read")
    with store.behind(viewer()).reading() as session:
        assert driver(session).info.backend_pid != backend
