"""Messages when workers die or race and receivers rest or are stuck: none lost, none given twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, event, text

from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.assignment import Actor
from engine.domain.interventions import Intervention
from engine.domain.messages import KEPT_FOR, MessageState
from engine.execution.beginning import begin
from engine.execution.instances import lock
from engine.execution.receivers import LOOK_AGAIN_AFTER
from engine.execution.versions_in_force import version_in_force
from engine.queries.moments import next_moment
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, at_once, incidents
from tests.engine.chain import assert_whole
from tests.engine.correspondence import (
    SECRETARY,
    by_hand,
    deliver,
    go_on,
    messages,
    receive,
    received,
    receiving,
    send,
    sending,
    subscriptions,
)
from tests.office import Office

INTERVENTION = Intervention(viewer=None, origin="test", reason="để thử")


def test_a_killed_worker_leaves_the_message_for_the_next_one(office: Office) -> None:
    receiving(office)
    sending(office)
    case = receive(office, so="HS-1")
    send(office, cho="HS-1")
    with killed_at_commit(office.system.store.engine), pytest.raises(Killed):
        deliver(office)
    assert office.tasks(case) == []
    assert received(office, case) == []
    assert deliver(office)
    assert not deliver(office)
    assert len(received(office, case)) == 1
    assert_whole(office, case)


class Killed(BaseException):
    """The process is gone."""


class killed_at_commit:  # noqa: N801 - reads as a phrase
    """The process dies when it wants to commit."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> None:
        event.listen(self._engine, "commit", self._die)

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "commit", self._die)

    def _die(self, _connection: object) -> None:
        raise Killed


def test_a_sender_that_is_rolled_back_sends_nothing(office: Office) -> None:
    sending(office)
    with killed_at_commit(office.system.store.engine), pytest.raises(Killed):
        send(office, cho="HS-1")
    assert messages(office) == []


def test_a_message_for_a_suspended_case_waits_for_it(office: Office) -> None:
    receiving(office)
    sending(office)
    case = receive(office, so="HS-1")
    suspend(office, case)
    send(office, cho="HS-1")
    go_on(office)
    assert office.tasks(case) == []
    office.clock.move_to(office.now + KEPT_FOR * 2)
    go_on(office)
    assert messages(office)[0].state == MessageState.PENDING, "it has a receiver, so it does not expire"
    resume(office, case)
    go_on(office)
    assert len(office.tasks(case)) == 1


def suspend(office: Office, case: UUID) -> None:
    command = SuspendInstance(instance=case, intervention=INTERVENTION)
    suspend_instance(office.system.store, office.system.surroundings, command, office.now)


def resume(office: Office, case: UUID) -> None:
    command = ResumeInstance(instance=case, intervention=INTERVENTION)
    resume_instance(office.system.store, office.system.surroundings, command, office.now)


def test_a_suspended_case_does_not_keep_a_message_from_another_that_waits(office: Office) -> None:
    receiving(office)
    sending(office)
    first, second = receive(office, so="X"), receive(office, so="X")
    suspend(office, first)
    send(office, cho="X")
    go_on(office)
    assert (len(office.tasks(first)), len(office.tasks(second))) == (0, 1)


def test_a_receiver_that_cannot_go_on_gets_an_incident_and_the_next_one_the_message(office: Office) -> None:
    receiving(
        office,
        's:start\n r:receive Tra_loi\n g:xor\n a:user\n b:user\n e:end\n s > r > g\n g > a if tot = "a"\n'
        ' g > b if tot = "b"\n a > e\n b > e',
        {"a": SECRETARY, "b": SECRETARY},
    )
    stuck, fine = receive(office, tot="c"), receive(office, tot="a")
    by_hand(office, "Tra_loi")
    go_on(office)
    assert len(office.tasks(fine)) == 1
    (incident,) = incidents(office, stuck)
    assert incident.element_id == "g"
    assert len(subscriptions(office, stuck)) == 1
    assert_whole(office, stuck)


def test_a_message_whose_only_receiver_is_stuck_is_not_lost(office: Office) -> None:
    receiving(
        office,
        's:start\n r:receive Tra_loi\n g:xor\n a:user\n e:end\n s > r > g\n g > a if tot = "a"\n'
        ' g > e if tot = "b"\n a > e',
        {"a": SECRETARY},
    )
    stuck = receive(office)
    by_hand(office, "Tra_loi")
    go_on(office)
    (row,) = messages(office)
    assert (row.state, row.deliver_at, row.attempts) == (
        MessageState.PENDING,
        office.now + LOOK_AGAIN_AFTER,
        1,
    )
    office.pass_until(office.now + timedelta(minutes=3))  # the letters about the incident are sent
    with office.system.store.reading() as session:
        assert next_moment(session) == row.deliver_at
    by_hand(office, "Tra_loi", tot="b")
    office.clock.move_to(row.deliver_at or office.now)
    go_on(office)
    assert office.tasks(stuck) == [], "a later message does not overtake the one that waits"
    assert len(incidents(office, stuck)) == 1
    with office.system.store.transaction() as session:
        surroundings = office.system.surroundings
        case = lock(session, surroundings, stuck, actor=Actor.system(), now=office.now)
        case.process.set_variables({"tot": "a"})
        case.save()
    office.clock.move_to(office.now + LOOK_AGAIN_AFTER)
    go_on(office)
    assert len(office.tasks(stuck)) == 1
    assert [row.state for row in messages(office)] == [MessageState.DELIVERED, MessageState.PENDING]
    assert_whole(office, stuck)


def test_many_workers_give_each_message_to_one_receiver(office: Office) -> None:
    receiving(office)
    sending(office)
    cases = [receive(office, so="X") for _ in range(4)]
    for _ in range(3):
        send(office, cho="X")
    at_once(*[lambda: go_on(office) for _ in range(4)])
    go_on(office)
    assert sum(len(office.tasks(case)) for case in cases) == 3
    assert sorted(len(received(office, case)) for case in cases) == [0, 1, 1, 1]
    assert {row.state for row in messages(office)} == {MessageState.DELIVERED}


def test_a_message_is_not_put_aside_while_a_receiver_that_begins_to_wait_is_uncommitted(
    office: Office,
) -> None:
    receiving(office)
    by_hand(office, "Tra_loi", "HS-1")
    system = office.system
    with ThreadPoolExecutor(1) as worker:
        with system.store.transaction() as session:
            version = version_in_force(session, "QMS_P01_NHAN", agency_id(AGENCY), office.today)
            assert version is not None
            case = begin(
                session,
                system.surroundings,
                version,
                agency=agency_id(AGENCY),
                series="THU",
                variables={"so": "HS-1"},
                actor=Actor.system(),
                now=office.now,
            )
            looking = worker.submit(deliver, office)
            while not waits_for_an_advisory_lock(office):
                assert not looking.done(), "the worker did not wait for the receiver"
        assert looking.result(timeout=30)
    assert messages(office)[0].deliver_at == office.now, "not put aside: it is looked at again at once"
    assert deliver(office)
    assert len(office.tasks(case.row.id)) == 1


def waits_for_an_advisory_lock(office: Office) -> bool:
    with office.system.store.reading() as session:
        waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        return bool(session.scalar(text(waiting)))


def test_a_receiver_that_begins_to_wait_while_a_worker_looks_is_not_missed(office: Office) -> None:
    receiving(office)
    sending(office)
    for number in range(25):
        send(office, cho=number)
        found: list[object] = at_once(
            lambda number=number: receive(office, so=number),  # type: ignore[misc]
            lambda: go_on(office),
        )
        go_on(office)
        case = next(one for one in found if isinstance(one, UUID))
        assert len(office.tasks(case)) == 1, number
