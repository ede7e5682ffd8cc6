"""Rows past the ORM: what is set is written, and a transaction that cannot be committed says so."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

import psycopg
import pytest
from sqlalchemy.exc import SQLAlchemyError

from engine.domain.assignment import Actor
from engine.domain.states import TaskState
from engine.execution.instances import lock
from engine.store.rows import driver
from engine.store.tables import ProcessInstance
from tests.engine.cases import bundle, history, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office

TWO_STEPS = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
SECRETARY = {"a": role("THU_KY_ISO"), "b": role("THU_KY_ISO")}


def case(office: Office) -> UUID:
    publish(office, bundle(TWO_STEPS, SECRETARY))
    return start(office)


def test_a_transaction_that_the_database_gave_up_is_not_taken_for_committed(office: Office) -> None:
    instance = case(office)
    with pytest.raises(Exception, match="without a savepoint"), office.system.store.transaction() as session:
        driver(session).execute("UPDATE process_instance SET title = 'mới' WHERE id = %s", (instance,))
        with suppress(psycopg.Error):
            driver(session).execute("SELECT 1/0")
    assert office.instance(instance).title != "mới"


def test_nor_is_one_of_the_orm(office: Office) -> None:
    instance = case(office)
    with pytest.raises(Exception, match="without a savepoint"), office.system.store.transaction() as session:
        session.get_one(ProcessInstance, instance).title = "mới"
        session.flush()
        with suppress(psycopg.Error, SQLAlchemyError):
            driver(session).execute("SELECT 1/0")
    assert office.instance(instance).title != "mới"


def test_an_execution_that_is_saved_twice_tells_its_steps_once(office: Office) -> None:
    instance = case(office)
    with office.system.store.transaction() as session:
        execution = lock(
            session, office.system.surroundings, instance, actor=Actor.system(), now=office.now
        )
        (task,) = execution.process.open_tasks()
        execution.process.complete(task.id, {}, now=office.now)
        execution.save()
        execution.save()
    told = [(one.kind, one.element_id) for one in history(office, instance)]
    assert len(told) == len(set(told)), told
    assert_whole(office, instance)
    assert [one.state for one in office.tasks(instance)] == [TaskState.CANCELLED, TaskState.OPEN]
