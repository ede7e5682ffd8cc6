"""Messages between cases: each goes to one receiver, once, early or late, within its agency."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from engine.commands.deliver_next_message import PAUSES
from engine.domain.messages import KEPT_FOR, MessageState
from engine.domain.states import InstanceState
from engine.domain.values import Value, load_values
from engine.store.tables import ProcessInstance
from tests.engine.cases import bundle, history, kinds, publish, start
from tests.engine.chain import assert_whole
from tests.engine.correspondence import (
    OTHER_AGENCY,
    RECEIVER,
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
    variables,
)
from tests.office import Office


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
