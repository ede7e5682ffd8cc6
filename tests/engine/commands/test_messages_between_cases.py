"""Messages between cases: each goes to one receiver, once, early or late, within its agency."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, event, select, text

from engine.commands.deliver_next_message import PAUSES, deliver_next_message
from engine.commands.publish_message import PublishMessage, publish_message
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.assignment import Actor
from engine.domain.errors import Invalid
from engine.domain.interventions import Intervention
from engine.domain.messages import KEPT_FOR, MessageState
from engine.domain.refusals import NotAuthorised
from engine.domain.states import InstanceState
from engine.domain.values import Value, load_values
from engine.execution.instances import begin, latest_version, lock
from engine.execution.receivers import LOOK_AGAIN_AFTER
from engine.queries.moments import next_moment
from engine.store.tables import EventSubscription, Message, ProcessInstance
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, at_once, bundle, history, incidents, kinds, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office
from workers import work

SECRETARY = role("THU_KY_ISO")
INTERVENTION = Intervention(viewer=None, origin="test", reason="để thử")
OTHER_AGENCY = "SO-KHCN-TN"
RECEIVER = "s:start\n r:receive Tra_loi\n a:user\n e:end\n s > r > a > e"
BY_KEY = {"r": '<gov:message key="so"/>', "a": SECRETARY}
SENDER = "s:start\n d:send Tra_loi\n e:end\n s > d > e"
TO_KEY = (
    '<gov:message key="cho"><gov:parameter name="ket_qua" value="y_kien"/>'
    '<gov:parameter name="nguon" value="&quot;hồ sơ gửi&quot;"/></gov:message>'
)


def receiving(office: Office, drawing: str = RECEIVER, extensions: dict[str, str] | None = None) -> None:
    publish(office, bundle(drawing, extensions or BY_KEY, key="QMS_P01_NHAN"))


def sending(office: Office, drawing: str = SENDER, extensions: dict[str, str] | None = None) -> None:
    publish(office, bundle(drawing, extensions or {"d": TO_KEY}, key="QMS_P02_GUI"))


def receive(office: Office, agency: str = AGENCY, **variables: Value) -> UUID:
    return start(office, "QMS_P01_NHAN", agency=agency, **variables)


def send(office: Office, agency: str = AGENCY, **variables: Value) -> UUID:
    return start(office, "QMS_P02_GUI", agency=agency, **variables)


def deliver(office: Office) -> bool:
    return deliver_next_message(office.system.store, office.system.surroundings, office.now)


def by_hand(office: Office, name: str, key: Value = None, **payload: Value) -> UUID:
    command = PublishMessage(
        agency=agency_id(AGENCY), viewer=None, origin="test", name=name, key=key, payload=payload
    )
    return publish_message(office.system.store, command, office.now).message


def go_on(office: Office) -> None:
    work.run_processes(office.system, office.now)


def messages(office: Office) -> list[Message]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Message).order_by(Message.sequence)))


def subscriptions(office: Office, instance: UUID) -> list[EventSubscription]:
    with office.system.store.reading() as session:
        return list(
            session.scalars(select(EventSubscription).where(EventSubscription.instance_id == instance))
        )


def received(office: Office, instance: UUID) -> list[dict[str, object]]:
    """What the history says was received, without the case's own steps."""
    return [
        json.loads(one.data)
        for one in history(office, instance)
        if one.kind in {"message.received", "signal.received"}
    ]


def variables(office: Office, instance: UUID) -> dict[str, Value]:
    (told,) = received(office, instance)
    return load_values(str(told["variables"]).encode())


def test_a_message_goes_to_the_case_that_waits_with_its_key(office: Office) -> None:
    receiving(office)
    sending(office)
    first, second = receive(office, so="HS-1"), receive(office, so="HS-2")
    assert [one.correlation_key for one in subscriptions(office, second)] == ["HS-2"]
    sender = send(office, cho="HS-2", y_kien="đồng ý", bi_mat="không gửi")
    go_on(office)
    assert (len(office.tasks(first)), len(office.tasks(second))) == (0, 1)
    assert variables(office, second) == {"ket_qua": "đồng ý", "nguon": "hồ sơ gửi"}
    assert (subscriptions(office, second), len(subscriptions(office, first))) == ([], 1)
    for case in (first, second, sender):
        assert_whole(office, case)


def test_history_leads_from_the_sender_to_the_receiver_and_back(office: Office) -> None:
    receiving(office)
    sending(office)
    receiver, sender = receive(office, so="HS-1"), send(office, cho="HS-1", y_kien="có")
    go_on(office)
    (told,) = [json.loads(one.data) for one in history(office, sender) if one.kind == "message.sent"]
    (got,) = received(office, receiver)
    (row,) = messages(office)
    assert told["message"] == got["message"] == str(row.id)
    assert got["sender"] == str(sender)
    assert (row.sender_instance, row.received_by, row.received_element) == (sender, receiver, "r")
    assert (row.state, row.deliver_at, row.received_at) == (MessageState.DELIVERED, None, office.now)


def test_an_early_message_is_kept_and_given_to_the_first_that_waits_alone(office: Office) -> None:
    receiving(office)
    sending(office)
    send(office, cho="HS-1", y_kien="sớm")
    go_on(office)
    (kept,) = messages(office)
    assert (kept.state, kept.deliver_at) == (MessageState.PENDING, office.now + KEPT_FOR)
    office.clock.move_to(office.now + timedelta(days=3))
    cases = [receive(office, so="HS-1") for _ in range(2)]
    go_on(office)
    assert [len(office.tasks(case)) for case in cases] == [1, 0]
    assert not deliver(office)


def test_two_messages_reach_two_receivers_in_the_order_in_which_they_came_to_wait(office: Office) -> None:
    receiving(office)
    sending(office)
    cases = [receive(office, so="X") for _ in range(3)]
    for opinion in ("một", "hai"):
        send(office, cho="X", y_kien=opinion)
    go_on(office)
    assert [len(office.tasks(case)) for case in cases] == [1, 1, 0]
    assert [variables(office, case)["ket_qua"] for case in cases[:2]] == ["một", "hai"]


def test_messages_of_one_name_come_in_the_order_of_sending(office: Office) -> None:
    receiving(
        office,
        "s:start\n a:user\n m:message on a Tra_loi beside\n b:user\n e:end\n s > a > e\n m > b > e",
        {"a": SECRETARY, "b": SECRETARY},
    )
    case = receive(office)
    for number in range(4):
        by_hand(office, "Tra_loi", so=number)
    go_on(office)
    told = [load_values(str(one["variables"]).encode())["so"] for one in received(office, case)]
    assert told == [0, 1, 2, 3]
    assert len(subscriptions(office, case)) == 1, "it goes on waiting beside the task"


@pytest.mark.parametrize(
    ("waits", "sent", "meets"),
    [
        (7, 7, True),
        (8, "8", True),
        (7, 7.0, True),
        ("HS-1", "hs-1", False),
        ("hồ sơ", "ho\u0302\u0300 sơ", True),
        (1, 10, False),
    ],
)
def test_keys_are_compared_as_texts_in_one_form(
    office: Office, waits: Value, sent: Value, *, meets: bool
) -> None:
    receiving(office)
    sending(office)
    case = receive(office, so=waits)
    send(office, cho=sent)
    go_on(office)
    assert len(office.tasks(case)) == (1 if meets else 0)


def test_without_a_key_the_name_is_enough_and_a_key_is_not_passed_over(office: Office) -> None:
    receiving(office, extensions={"a": SECRETARY})
    sending(office)
    case = receive(office)
    send(office, cho="HS-1")
    go_on(office)
    assert office.tasks(case) == [], "the message is for whoever waits with its key"
    by_hand(office, "Tra_loi")
    go_on(office)
    assert len(office.tasks(case)) == 1


@pytest.mark.parametrize("missing", [None, "", [1]])
def test_a_case_whose_key_is_missing_does_not_take_what_is_meant_for_others(
    office: Office, missing: Value
) -> None:
    receiving(office)
    with pytest.raises(Exception, match="correlation key"):
        receive(office, so=missing)


def test_agencies_do_not_receive_each_others_messages(office: Office) -> None:
    receiving(office)
    sending(office)
    here, there = receive(office, so="HS-1"), receive(office, OTHER_AGENCY, so="HS-1")
    send(office, OTHER_AGENCY, cho="HS-1")
    go_on(office)
    assert subscriptions(office, there) == []
    assert len(subscriptions(office, here)) == 1


def test_what_nobody_receives_expires_and_the_sender_says_so(office: Office) -> None:
    receiving(office)
    sending(office)
    sender = send(office, cho="HS-1")
    go_on(office)
    office.clock.move_to(office.now + KEPT_FOR - timedelta(seconds=1))
    go_on(office)
    assert messages(office)[0].state == MessageState.PENDING
    office.clock.move_to(office.now + timedelta(seconds=1))
    go_on(office)
    (row,) = messages(office)
    assert (row.state, row.deliver_at) == (MessageState.EXPIRED, None)
    assert kinds(office, sender)[-1] == "message.expired"
    assert_whole(office, sender)
    late = receive(office, so="HS-1")
    go_on(office)
    assert office.tasks(late) == []


def test_a_message_expires_a_little_later_when_its_sender_is_being_worked_on(office: Office) -> None:
    sending(office)
    sender = send(office, cho="HS-1")
    office.clock.move_to(office.now + KEPT_FOR)
    with office.system.store.transaction() as session:
        session.get_one(ProcessInstance, sender, with_for_update=True)
        assert deliver(office), "it does not wait for the lock"
        assert not deliver(office)
    assert messages(office)[0].state == MessageState.PENDING
    office.clock.move_to(office.now + PAUSES[0])
    assert deliver(office)
    assert messages(office)[0].state == MessageState.EXPIRED
    assert_whole(office, sender)


def test_the_model_says_how_long_a_message_is_kept(office: Office) -> None:
    sending(office, extensions={"d": '<gov:message keep="P2D"/>'})
    send(office)
    assert messages(office)[0].expires_at == office.now + timedelta(days=2)


def test_all_variables_go_along_except_the_deadlines_of_the_sender(office: Office) -> None:
    sending(office, extensions={"d": "<gov:message/>"})
    send(office, so=3, han_phap_ly="2027-01-01", han_muc_tieu="2027-01-01", qua_han_luc="x")
    assert load_values(messages(office)[0].payload) == {"so": 3}


def test_a_receiver_may_choose_what_it_takes_over(office: Office) -> None:
    taking = '<gov:message key="so"><gov:parameter name="kq" value="ket_qua"/></gov:message>'
    receiving(office, RECEIVER.replace("a:user", "a:user"), {"r": taking, "a": SECRETARY})
    case = receive(office, so="A", ket_qua="của tôi")
    by_hand(office, "Tra_loi", "A", ket_qua="của họ", so="B")
    go_on(office)
    with office.system.store.reading() as session:
        stored = json.loads(session.get_one(ProcessInstance, case).process_state)["variables"]
    kept = load_values(stored.encode())["scopes"]
    assert kept == {"": {"so": "A", "ket_qua": "của tôi", "kq": "của họ"}}


def test_a_message_for_an_event_of_the_same_case_stays_inside_when_the_keys_meet(office: Office) -> None:
    both = (
        "s:start\n p:and\n z:user\n d:send Tin\n r:receive Tin\n a:user\n e:end\n"
        " s > p\n p > z > d > e\n p > r > a > e"
    )
    keyed = {"z": SECRETARY, "a": SECRETARY, "r": '<gov:message key="minh"/>', "d": '<gov:message key="ai"/>'}
    publish(office, bundle(both, keyed))
    inside, outside = start(office, minh="1", ai="1"), start(office, minh="2", ai="3")
    for case in (inside, outside):
        office.complete("thuky", next(one.id for one in office.tasks(case) if one.element_id == "z"), {})
    assert [one.element_id for one in office.tasks(inside) if one.state == "open"] == ["a"]
    assert [(one.sender_instance, one.correlation_key) for one in messages(office)] == [(outside, "3")]


def test_what_a_case_sends_before_it_waits_comes_back_to_it(office: Office) -> None:
    publish(
        office,
        bundle(
            "s:start\n d:send Tin\n r:receive Tin\n a:user\n e:end\n s > d > r > a > e",
            {"a": SECRETARY, "d": '<gov:message key="so"/>', "r": '<gov:message key="so"/>'},
        ),
    )
    case = start(office, so=5)
    go_on(office)
    assert len(office.tasks(case)) == 1
    assert received(office, case)[0]["sender"] == str(case)


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
    with office.system.store.reading() as session:
        assert next_moment(session) == row.deliver_at
    by_hand(office, "Tra_loi", tot="b")
    office.clock.move_to(office.now + LOOK_AGAIN_AFTER)
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


def test_a_reference_makes_a_message_sent_twice_one(office: Office) -> None:
    command = PublishMessage(
        agency=agency_id(AGENCY), viewer=None, origin="test", name="Tin", reference="cổng DVC 17"
    )
    ids = {publish_message(office.system.store, command, office.now).message for _ in range(3)}
    assert len(ids) == len(messages(office)) == 1


def test_only_an_administrator_of_the_agency_sends_by_hand(office: Office) -> None:
    for viewer, agency in (("thuky", AGENCY), ("quantri", OTHER_AGENCY)):
        command = PublishMessage(
            agency=agency_id(agency), viewer=office.viewer(viewer), origin="test", name="Tin"
        )
        with pytest.raises(NotAuthorised):
            publish_message(office.system.store, command, office.now)
    assert messages(office) == []


def test_a_message_by_hand_moves_the_case_in_the_name_of_the_person(office: Office) -> None:
    receiving(office)
    case = receive(office, so=1)
    administrator = office.viewer("quantri")
    command = PublishMessage(
        agency=agency_id(AGENCY), viewer=administrator, origin="test", name="Tra_loi", key=1
    )
    publish_message(office.system.store, command, office.now)
    go_on(office)
    (told,) = [one for one in history(office, case) if one.kind == "message.received"]
    assert (told.actor_id, told.origin) == (administrator.person, "test")


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"name": "x" * 201}, {"key": [1]}, {"key": "x" * 201}, {"keep": timedelta()}]
)
def test_what_no_receiver_could_have_is_refused(office: Office, wrong: dict[str, object]) -> None:
    said = {"agency": agency_id(AGENCY), "viewer": None, "origin": "test", "name": "Tin"} | wrong
    with pytest.raises(Invalid):
        publish_message(office.system.store, PublishMessage(**said), office.now)  # type: ignore[arg-type]


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
            version = latest_version(session, "QMS_P01_NHAN")
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


def test_what_came_early_for_an_event_that_goes_on_waiting_comes_to_it_one_by_one(office: Office) -> None:
    receiving(
        office,
        "s:start\n a:user\n m:message on a Tra_loi beside\n b:user\n e:end\n s > a > e\n m > b > e",
        {"a": SECRETARY, "b": SECRETARY},
    )
    for number in range(3):
        by_hand(office, "Tra_loi", so=number)
    go_on(office)
    office.clock.move_to(office.now + timedelta(days=1))
    case = receive(office)
    woken = [row.deliver_at == office.now for row in messages(office)]
    assert woken == [True, False, False], "what cannot be received yet stays asleep"
    go_on(office)
    told = [load_values(str(one["variables"]).encode())["so"] for one in received(office, case)]
    assert told == [0, 1, 2]


def test_a_case_that_waits_again_and_again_takes_what_came_early_in_order(office: Office) -> None:
    receiving(
        office,
        "s:start\n g:xor\n r:receive Tra_loi\n h:xor\n e:end\n s > g > r > h\n h > g if so < 3\n h > e else",
        {"r": "<gov:message/>"},
    )
    for number in range(5):
        by_hand(office, "Tra_loi", so=number)
    case = receive(office)
    go_on(office)
    told = [load_values(str(one["variables"]).encode())["so"] for one in received(office, case)]
    assert told == [0, 1, 2, 3]
    assert office.instance(case).state == InstanceState.COMPLETED
    assert [row.state for row in messages(office)].count(MessageState.PENDING) == 1
