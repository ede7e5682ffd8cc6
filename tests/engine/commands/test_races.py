"""Two who touch one case at the same moment: one after the other, and both hear the truth."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Engine, text

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.restart_instance import InstanceRestarted, RestartInstance, restart_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.forms import Submitted
from engine.domain.interventions import AlreadyRestarted, InstanceSuspended, Intervention
from engine.domain.refusals import TaskDone, TaskGone
from engine.domain.states import InstanceState, TaskState
from engine.store.rows import driver
from engine.store.session import StoreBusy, StoreUnreachable
from tests.engine.cases import at_once, bundle, history, incidents, kinds, publish, role, start
from tests.engine.chain import assert_whole
from tests.engine.correspondence import by_hand, go_on
from tests.engine.shadows import assert_shadowed
from tests.engine.versions import migrate
from tests.office import Office
from workers import work

SECRETARY = role("THU_KY_ISO")
GUARDED = """
    s:start
    a:user
    t:timer on a in P1D
    m:message on a Thu_hoi
    b:user
    c:user
    e:end
    s > a > b > e
    t > c > e
    m > c
"""
LONGER = GUARDED.replace("b:user", "b:user\n l:user").replace("a > b > e", "a > b > l > e")
BY_SECRETARY = dict.fromkeys("abcl", SECRETARY) | {"m": "<gov:message/>"}
TIMES = 4


def intervention() -> Intervention:
    return Intervention(viewer=None, origin="test", reason="để thử")


def complete(office: Office, task: UUID) -> object:
    command = CompleteTask(
        task=task, viewer=office.viewer("thuky"), origin="test", submitted=Submitted(values={}, files={})
    )
    return complete_task(office.system.store, office.system.surroundings, command, office.now)


def fire(office: Office, _case: UUID) -> None:
    work.run_processes(office.system, office.now)


def take_back(office: Office, _case: UUID) -> None:
    by_hand(office, "Thu_hoi")
    go_on(office)


def claim(office: Office, case: UUID) -> None:
    office.claim("thuky", office.tasks(case)[0].id)


def suspend(office: Office, case: UUID) -> None:
    command = SuspendInstance(instance=case, intervention=intervention())
    suspend_instance(office.system.store, office.system.surroundings, command, office.now)


def cancel(office: Office, case: UUID) -> None:
    command = CancelInstance(instance=case, intervention=intervention())
    cancel_instance(office.system.store, office.system.surroundings, command, office.now)


def migrating(office: Office, case: UUID) -> None:
    (report,) = migrate(office, case, version=2)
    if report.refusal is not None:
        raise report.refusal


def restart(office: Office, case: UUID) -> InstanceRestarted:
    command = RestartInstance(instance=case, intervention=intervention())
    return restart_instance(office.system.store, office.system.surroundings, command, office.now)


@pytest.mark.parametrize("other", [fire, take_back, claim, suspend, cancel, migrating])
def test_a_completion_and_whatever_else_happens_to_its_case_come_one_after_the_other(
    office: Office, other: Callable[[Office, UUID], None]
) -> None:
    publish(office, bundle(GUARDED, BY_SECRETARY))
    for _ in range(TIMES):
        case = start(office)
        (task,) = office.tasks(case)
        if other is fire:
            office.clock.move_to(office.now + timedelta(days=1))
        if other is migrating:
            publish(office, bundle(LONGER, BY_SECRETARY))
        completed, _answer = at_once(partial(complete, office, task.id), partial(other, office, case))
        assert_shadowed(office, case)
        assert_whole(office, case)
        said = kinds(office, case)
        done = office.tasks(case)
        (stood,) = [one for one in done if one.id == task.id]
        if isinstance(completed, Exception):
            assert isinstance(completed, (TaskDone, TaskGone, InstanceSuspended)), completed
            assert "task.completed" not in said
            assert stood.state in {TaskState.CANCELLED, TaskState.OPEN}
        else:
            assert (said.count("task.completed"), stood.state) == (1, TaskState.COMPLETED)
            assert "timer.fired" not in said, "the timer went with the task"
            assert "message.received" not in said
        if other in {take_back, fire}:
            cancel(office, case)


def test_two_workers_and_an_officer_at_a_timer_and_its_task_take_one_way_alone(office: Office) -> None:
    publish(office, bundle(GUARDED, BY_SECRETARY))
    for _ in range(TIMES):
        case = start(office)
        (task,) = office.tasks(case)
        office.clock.move_to(office.now + timedelta(days=1))
        at_once(partial(complete, office, task.id), *[partial(fire, office, case)] * 3)
        ways = {one.element_id for one in office.tasks(case)}
        assert ways in ({"a", "b"}, {"a", "c"})
        assert_shadowed(office, case)


def test_a_case_is_restarted_once_however_often_it_is_asked(office: Office) -> None:
    publish(office, bundle(GUARDED, BY_SECRETARY))
    case = start(office)
    cancel(office, case)
    answers = at_once(*[partial(restart, office, case)] * 3)
    (begun,) = [answer for answer in answers if isinstance(answer, InstanceRestarted)]
    refused = [answer for answer in answers if isinstance(answer, AlreadyRestarted)]
    assert [begun.code in one.vi for one in refused] == [True, True]
    cancel(office, begun.instance)
    assert isinstance(restart(office, case), InstanceRestarted), "what came of the first has ended too"


def test_a_message_that_starts_two_cases_does_not_hold_a_number_while_it_waits_for_its_sender(
    office: Office,
) -> None:
    publish(office, bundle("s:start\n d:send Don\n e:end\n s > d > e", {"d": "<gov:message/>"}))
    for key in ("QMS_P97_A", "QMS_P98_B"):
        publish(office, bundle("s:start message Don\n a:user\n e:end\n s > a > e", {"a": SECRETARY}, key=key))
    sender = start(office)
    url = office.system.store.engine.url.set(drivername="postgresql")
    with (
        ThreadPoolExecutor(1) as pool,
        psycopg.connect(url.render_as_string(hide_password=False)) as other,
    ):
        other.execute("SELECT 1 FROM process_instance WHERE id = %s FOR UPDATE", (sender,))
        going_on = pool.submit(go_on, office)
        until_somebody_waits(office.system.store.engine)
        with office.system.store.transaction() as session:
            driver(session).execute("SET LOCAL lock_timeout = '2s'")
            driver(session).execute("LOCK TABLE number_series IN SHARE MODE")  # nobody has written in it
        other.rollback()
        going_on.result(timeout=30)
    assert {one.name for one in office.inbox("thuky")} == {"Bước a"}
    assert len(office.inbox("thuky")) == 2


def test_a_model_that_cannot_start_does_not_keep_another_from_starting_on_the_same_message(
    office: Office,
) -> None:
    stuck = (
        "s:start message Don\n g:xor\n a:user\n b:user\n e:end\n"
        " s > g\n g > a if x = 1\n g > b if x = 2\n a > e\n b > e"
    )
    publish(office, bundle(stuck, dict.fromkeys("ab", SECRETARY), key="QMS_P97_A"))
    fine = "s:start message Don\n a:user\n e:end\n s > a > e"
    publish(office, bundle(fine, {"a": SECRETARY}, key="QMS_P98_B"))
    by_hand(office, "Don")
    go_on(office)
    assert len(office.inbox("thuky")) == 1
    go_on(office)
    assert len(office.inbox("thuky")) == 1, "and it starts one case"


def test_two_that_lock_each_other_out_are_told_to_try_again(office: Office) -> None:
    publish(office, bundle(GUARDED, BY_SECRETARY))
    first, second = start(office), start(office)
    url = office.system.store.engine.url.set(drivername="postgresql")
    with (
        ThreadPoolExecutor(1) as pool,
        psycopg.connect(url.render_as_string(hide_password=False)) as other,
    ):
        other.execute("SET deadlock_timeout = '30s'")
        other.execute("SELECT 1 FROM process_instance WHERE id = %s FOR UPDATE", (second,))

        def both() -> None:
            with office.system.store.transaction() as session:
                for case in (first, second):
                    driver(session).execute(
                        "SELECT 1 FROM process_instance WHERE id = %s FOR UPDATE", (case,)
                    )

        going_on = pool.submit(both)
        until_somebody_waits(office.system.store.engine)
        other.execute("SELECT 1 FROM process_instance WHERE id = %s FOR UPDATE", (first,))
        with pytest.raises(StoreBusy, match="try again"):
            going_on.result(timeout=30)
    assert office.instance(first).state == InstanceState.RUNNING


def test_a_delivery_that_was_locked_out_is_no_incident_and_comes_with_the_next_try(office: Office) -> None:
    publish(office, bundle(GUARDED, BY_SECRETARY))
    case = start(office)
    by_hand(office, "Thu_hoi")
    url = office.system.store.engine.url.set(drivername="postgresql")
    with (
        ThreadPoolExecutor(1) as pool,
        psycopg.connect(url.render_as_string(hide_password=False)) as other,
    ):
        other.execute("SET deadlock_timeout = '30s'")
        other.execute("SELECT 1 FROM process_instance WHERE id = %s FOR UPDATE", (case,))
        going_on = pool.submit(go_on, office)
        until_somebody_waits(office.system.store.engine)
        other.execute("SELECT 1 FROM message FOR UPDATE")
        with pytest.raises(StoreBusy):
            going_on.result(timeout=30)
    assert incidents(office, case) == []
    go_on(office)
    assert {one.element_id for one in office.tasks(case)} == {"a", "c"}
    assert_whole(office, case)


def test_a_connection_that_dies_in_the_middle_leaves_nothing_and_the_next_one_works(office: Office) -> None:
    publish(office, bundle(GUARDED, BY_SECRETARY))
    case = start(office)
    before = len(history(office, case))
    engine = office.system.store.engine

    def interrupted(*, before_the_end: bool) -> None:
        with office.system.store.transaction() as session:
            driver(session).execute("UPDATE process_instance SET title = 'mới' WHERE id = %s", (case,))
            end_all_connections(engine)
            if before_the_end:
                driver(session).execute("SELECT 1")

    for before_the_end in (True, False):  # or it is the commit that finds nobody
        with pytest.raises(StoreUnreachable):
            interrupted(before_the_end=before_the_end)
    assert office.instance(case).title != "mới"
    assert len(history(office, case)) == before
    complete(office, office.tasks(case)[0].id)
    assert_whole(office, case)


def test_all_connections_of_a_pool_may_die_while_they_rest(office: Office) -> None:
    publish(office, bundle(GUARDED, BY_SECRETARY))
    case = start(office)
    at_once(*[partial(office.tasks, case)] * 4)
    end_all_connections(office.system.store.engine)
    answers = at_once(*[partial(office.instance, case)] * 4)
    again = at_once(*[partial(office.instance, case)] * 4)
    assert not any(isinstance(one, Exception) and not isinstance(one, StoreUnreachable) for one in answers)
    assert not any(isinstance(one, StoreUnreachable) for one in again), "each dead one fails once at most"


def end_all_connections(engine: Engine) -> None:
    """As a restart of the server does."""
    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as outside:
        outside.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def until_somebody_waits(engine: Engine) -> None:
    """Until a transaction waits for the lock of another."""
    with engine.connect() as connection:
        while not connection.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
            connection.rollback()
