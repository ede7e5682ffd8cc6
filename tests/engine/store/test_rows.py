"""Rows past the ORM: what is set is written, and a transaction that cannot be committed says so."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.states import TaskState
from engine.execution.instances import lock
from engine.store.rows import driver
from engine.store.session import Store, StoreUnreachable, reachable
from engine.store.tables import ProcessInstance
from tests.engine.cases import bundle, history, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office

TWO_STEPS = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
SECRETARY = {"a": role("THU_KY_ISO"), "b": role("THU_KY_ISO")}


def case(office: Office) -> UUID:
    publish(office, bundle(TWO_STEPS, SECRETARY))
    return start(office)


def write_and_fail(office: Office, write: Callable[[Session], None]) -> None:
    """Write something, then swallow an error of the database."""
    with office.system.store.transaction() as session:
        write(session)
        with suppress(psycopg.Error):
            driver(session).execute("SELECT 1/0")


def test_a_transaction_that_the_database_gave_up_is_not_taken_for_committed(office: Office) -> None:
    instance = case(office)

    def by_the_driver(session: Session) -> None:
        driver(session).execute("UPDATE process_instance SET title = 'mới' WHERE id = %s", (instance,))

    with pytest.raises(psycopg.Error, match="without a savepoint"):
        write_and_fail(office, by_the_driver)
    assert office.instance(instance).title != "mới"


def test_nor_is_one_of_the_orm(office: Office) -> None:
    instance = case(office)

    def by_the_orm(session: Session) -> None:
        session.get_one(ProcessInstance, instance).title = "mới"
        session.flush()

    with pytest.raises(psycopg.Error, match="without a savepoint"):
        write_and_fail(office, by_the_orm)
    assert office.instance(instance).title != "mới"


def test_when_all_connections_are_taken_one_is_asked_to_come_back(database_url: str) -> None:
    engine = create_engine(database_url, pool_size=1, max_overflow=0, pool_timeout=0.05)
    try:
        with engine.connect(), pytest.raises(StoreUnreachable), reachable(), engine.connect():
            pass
    finally:
        engine.dispose()


def test_all_that_one_reading_reads_is_of_one_moment(office: Office) -> None:
    publish(office, bundle(TWO_STEPS, SECRETARY))
    with office.system.store.reading() as session:
        before = session.scalar(select(func.count()).select_from(ProcessInstance))
        instance = start(office)
        assert session.scalar(select(func.count()).select_from(ProcessInstance)) == before
    with office.system.store.transaction() as session:
        level = "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')"
        assert driver(session).execute(level).fetchone() == ("read committed", "off")
    assert office.instance(instance).revision == 1


def test_an_execution_that_is_saved_twice_tells_its_steps_once(office: Office) -> None:
    instance = case(office)
    with office.system.store.transaction() as session:
        execution = lock(session, office.system.surroundings, instance, actor=Actor.system(), now=office.now)
        (task,) = execution.process.open_tasks()
        execution.process.complete(task.id, {}, now=office.now)
        execution.save()
        execution.save()
    told = [(one.kind, one.element_id) for one in history(office, instance)]
    assert len(told) == len(set(told)), told
    assert_whole(office, instance)
    assert [one.state for one in office.tasks(instance)] == [TaskState.CANCELLED, TaskState.OPEN]


def lose_unnoticed(lost: Store, other: Store) -> None:
    """Let the database end the connection of a transaction, and swallow what the driver says of it."""
    with lost.transaction() as session:
        backend = driver(session).info.backend_pid
        driver(session).execute("SELECT 1")
        with other.transaction() as beside:
            driver(beside).execute("SELECT pg_terminate_backend(%s, 5000)", (backend,))
        with suppress(psycopg.Error):
            driver(session).execute("SELECT 1")


def test_nor_is_one_whose_connection_was_lost_unnoticed(office: Office, database_url: str) -> None:
    lost = Store(database_url, pool_size=1)
    with pytest.raises(StoreUnreachable):
        lose_unnoticed(lost, office.system.store)
    lost.close()
