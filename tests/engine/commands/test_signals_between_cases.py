"""Signals between cases, and cases that start on messages and signals."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.broadcast_signal import BroadcastSignal, SignalBroadcast, broadcast_signal
from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.deliver_next_message import PAUSES, deliver_next_message
from engine.commands.publish_message import PublishMessage, publish_message
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.definition import ModelRefused
from engine.domain.forms import Submitted
from engine.domain.interventions import Intervention
from engine.domain.messages import KEPT_FOR, MessageState, series_of
from engine.domain.refusals import NotAuthorised
from engine.domain.states import InstanceState, TaskState
from engine.domain.values import Value
from engine.execution.beginning import LEGAL_DUE, OVERDUE_FROM, TARGET_DUE
from engine.execution.subscriptions import DATES_OF_THE_CASE
from engine.ports import OperatorCall
from engine.store.tables import AuditEvent, Message, ProcessInstance
from qms.demo_office.loading import agency_id
from tests.engine.cases import (
    AGENCY,
    at_once,
    bundle,
    history,
    kinds,
    offer,
    publish,
    role,
    start,
    statements,
)
from tests.engine.chain import assert_whole
from tests.office import Office
from workers import work

SECRETARY = role("THU_KY_ISO")
OTHER_AGENCY = "SO-KHCN-TN"
LISTENER = "s:start\n w:signal Dung\n a:user\n e:end\n s > w > a > e"
THROWER = "s:start\n h:throw signal Dung\n e:end\n s > h > e"
STARTED = "s:start message Don\n a:user\n e:end\n s > a > e"


def go_on(office: Office) -> None:
    work.run_processes(office.system, office.now)


def listen(office: Office) -> UUID:
    return start(office, "QMS_P01_NGHE")


def throw(office: Office, name: str = "Dung", agency: str = AGENCY, **payload: Value) -> SignalBroadcast:
    command = BroadcastSignal(
        agency=agency_id(agency), viewer=None, origin="test", name=name, payload=payload
    )
    return broadcast_signal(office.system.store, command, office.now)


def send(office: Office, name: str = "Don", **payload: Value) -> UUID:
    command = PublishMessage(agency=agency_id(AGENCY), viewer=None, origin="test", name=name, payload=payload)
    return publish_message(office.system.store, command, office.now).message


def started(office: Office, series: str) -> list[ProcessInstance]:
    """The cases of a series, in order of their numbers."""
    with office.system.store.reading() as session:
        return list(
            session.scalars(
                select(ProcessInstance)
                .where(ProcessInstance.code.like(f"{series}-%"))
                .order_by(ProcessInstance.code)
            )
        )


def rows(office: Office) -> list[Message]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Message).order_by(Message.sequence)))


def complete(office: Office, case: UUID) -> None:
    """The secretary completes the open task of the case; no worker comes by."""
    (task,) = (one.id for one in office.tasks(case) if one.state == TaskState.OPEN)
    command = CompleteTask(
        task=task, viewer=office.viewer("thuky"), origin="test", submitted=Submitted(values={})
    )
    complete_task(office.system.store, office.system.surroundings, command, office.now)


def test_a_signal_reaches_every_case_of_the_agency_that_waits_and_is_not_kept(office: Office) -> None:
    publish(office, bundle(LISTENER, {"a": SECRETARY}, key="QMS_P01_NGHE"))
    publish(office, bundle(THROWER, {}, key="QMS_P02_PHAT"))
    waiting = [listen(office) for _ in range(3)]
    elsewhere = start(office, "QMS_P01_NGHE", agency=OTHER_AGENCY)
    thrower = start(office, "QMS_P02_PHAT")
    late = listen(office)
    go_on(office)
    assert [len(office.tasks(case)) for case in (*waiting, elsewhere, late)] == [1, 1, 1, 0, 0]
    (told,) = [json.loads(one.data) for one in history(office, thrower) if one.kind == "signal.thrown"]
    assert told["receivers"] == 3
    for case in waiting:
        (got,) = [json.loads(one.data) for one in history(office, case) if one.kind == "signal.received"]
        assert (got["signal"], got["sender"]) == (told["signal"], str(thrower))
        assert_whole(office, case)
    assert not deliver_next_message(office.system.store, office.system.surroundings, office.now)


def test_what_a_signal_carries_becomes_variables_of_its_receivers_in_other_cases(office: Office) -> None:
    carried = '<gov:signal><gov:parameter name="ly_do" value="noi_dung"/></gov:signal>'
    listener = bundle(LISTENER, {"a": f'{SECRETARY}<gov:title expression="ly_do"/>'}, key="QMS_P01_NGHE")
    publish(office, listener)
    publish(office, bundle(THROWER, {"h": carried}, key="QMS_P02_PHAT"))
    case = listen(office)
    thrower = start(office, "QMS_P02_PHAT", noi_dung="thiếu chữ ký", khac=1)
    go_on(office)
    assert [task.title for task in office.tasks(case)] == ["thiếu chữ ký"]
    (told,) = [json.loads(one.data) for one in history(office, thrower) if one.kind == "signal.thrown"]
    assert json.loads(told["variables"]) == {"ly_do": "thiếu chữ ký"}


def test_a_signal_reaches_each_event_that_waits_once(office: Office) -> None:
    publish(
        office,
        bundle(
            "s:start\n p:and\n w1:signal Dung\n w2:signal Dung\n b:user\n m:signal on b Dung beside\n"
            " a:user\n c:user\n e:end\n s > p\n p > w1 > a > e\n p > w2 > a\n p > b > e\n m > c > e",
            {"a": SECRETARY, "b": SECRETARY, "c": SECRETARY},
            key="QMS_P01_NGHE",
        ),
    )
    case = listen(office)
    assert throw(office, ly_do="thử").receivers == 3
    go_on(office)
    assert sorted(one.element_id for one in office.tasks(case)) == ["a", "a", "b", "c"]
    assert throw(office).receivers == 1, "only the one beside the task waits on"


def test_a_signal_that_comes_too_late_for_a_case_is_noted_as_missed(office: Office) -> None:
    publish(
        office,
        bundle(
            "s:start\n b:user\n m:signal on b Dung\n c:user\n e:end\n s > b > e\n m > c > e",
            {"b": SECRETARY, "c": SECRETARY},
            key="QMS_P01_NGHE",
        ),
    )
    case = listen(office)
    throw(office)
    complete(office, case)
    go_on(office)
    assert office.instance(case).state == InstanceState.COMPLETED
    assert [row.state for row in rows(office)] == [MessageState.MISSED]


def test_a_signal_for_a_suspended_case_waits_until_it_goes_on(office: Office) -> None:
    publish(office, bundle(LISTENER, {"a": SECRETARY}, key="QMS_P01_NGHE"))
    case = listen(office)
    intervention = Intervention(viewer=None, origin="test", reason="để thử")
    system = office.system
    suspend_instance(
        system.store,
        system.surroundings,
        SuspendInstance(instance=case, intervention=intervention),
        office.now,
    )
    throw(office)
    go_on(office)
    office.clock.move_to(office.now + KEPT_FOR * 2)
    go_on(office)
    assert office.tasks(case) == []
    resume_instance(
        system.store,
        system.surroundings,
        ResumeInstance(instance=case, intervention=intervention),
        office.now,
    )
    go_on(office)
    assert len(office.tasks(case)) == 1


def test_only_an_administrator_throws_a_signal_by_hand(office: Office) -> None:
    command = BroadcastSignal(
        agency=agency_id(AGENCY), viewer=office.viewer("thuky"), origin="test", name="Dung"
    )
    with pytest.raises(NotAuthorised):
        broadcast_signal(office.system.store, command, office.now)


def test_a_message_starts_a_case_with_what_it_carries(office: Office) -> None:
    publish(office, bundle(STARTED, {"a": SECRETARY + '<gov:title expression="ten"/>'}, key="QMS_P07_DON"))
    message = send(office, ten="Đơn của ông Ba")
    go_on(office)
    (case,) = started(office, "P07")
    assert (case.code, case.agency_id) == ("P07-2026-0001", agency_id(AGENCY))
    assert office.tasks(case.id)[0].title == "Đơn của ông Ba"
    (got,) = [json.loads(one.data) for one in history(office, case.id) if one.kind == "message.received"]
    assert got["message"] == str(message)
    assert rows(office)[0].received_by == case.id
    assert_whole(office, case.id)


def test_a_message_starts_one_case_of_each_model_in_its_newest_version(office: Office) -> None:
    for key in ("QMS_P07_DON", "QMS_P08_DON"):
        publish(office, bundle(STARTED, {"a": SECRETARY}, key=key))
    publish(office, bundle(STARTED.replace("a:user", "a:manual"), {"a": SECRETARY}, key="QMS_P08_DON"))
    publish(office, bundle(STARTED, {"a": SECRETARY}, key="QMS_P09_DON"))
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": SECRETARY}, key="QMS_P09_DON"))
    send(office)
    go_on(office)
    assert [len(started(office, series)) for series in ("P07", "P08", "P09")] == [1, 1, 0]
    assert {row.thrown_id for row in rows(office)} == {rows(office)[0].id}
    with office.system.store.reading() as session:
        versions = session.scalars(select(ProcessInstance.model_version_id)).all()
    assert len(set(versions)) == 2


def test_a_case_that_waits_comes_before_a_case_that_would_start(office: Office) -> None:
    publish(office, bundle(STARTED, {"a": SECRETARY}, key="QMS_P07_DON"))
    publish(
        office,
        bundle(
            "s:start\n r:receive Don\n a:user\n e:end\n s > r > a > e", {"a": SECRETARY}, key="QMS_P01_CHO"
        ),
    )
    case = start(office, "QMS_P01_CHO")
    send(office)
    go_on(office)
    assert (len(office.tasks(case)), started(office, "P07")) == (1, [])
    send(office)
    go_on(office)
    assert len(started(office, "P07")) == 1


def test_a_process_may_begin_by_hand_by_messages_and_by_signals(office: Office) -> None:
    drawing = (
        "s:start\n m:start message Don\n n:start message Thu\n x:start signal Dung\n a:user\n b:user\n"
        " c:user\n d:user\n e:end\n s > a > e\n m > b > e\n n > c > e\n x > d > e"
    )
    publish(office, bundle(drawing, dict.fromkeys("abcd", SECRETARY), key="QMS_P07_DON"))
    by_hand = start(office, "QMS_P07_DON")
    for name in ("Thu", "Don"):
        send(office, name)
    assert throw(office).receivers == 1
    go_on(office)
    assert [one.element_id for one in office.tasks(by_hand)] == ["a"]
    cases = started(office, "P07")
    assert sorted(office.tasks(case.id)[0].element_id for case in cases) == ["b", "c", "d"]


def test_a_start_event_may_choose_what_it_takes_over(office: Office) -> None:
    taking = '<gov:message><gov:parameter name="ten" value="nguoi_gui"/></gov:message>'
    publish(
        office,
        bundle(STARTED, {"s": taking, "a": SECRETARY + '<gov:title expression="ten"/>'}, key="QMS_P07_DON"),
    )
    send(office, nguoi_gui="bà Tư", ten="khác")
    go_on(office)
    assert office.tasks(started(office, "P07")[0].id)[0].title == "bà Tư"


@pytest.mark.parametrize(
    "starts",
    [
        "s:start\n m:start",
        "s:start message Don\n m:start message Don",
        "s:start signal Don\n m:start signal Don",
    ],
)
def test_two_starts_for_the_same_happening_are_refused(office: Office, starts: str) -> None:
    with pytest.raises(ModelRefused) as refused:
        publish(office, bundle(f"{starts}\n a:user\n e:end\n s > a > e\n m > a", {"a": SECRETARY}))
    assert {finding.rule for finding in refused.value.findings} == {"one-start"}


def test_a_case_that_cannot_be_started_is_tried_again_and_told_to_the_auditor(office: Office) -> None:
    publish(
        office,
        bundle(
            's:start message Don\n g:xor\n a:user\n b:user\n e:end\n s > g\n g > a if loai = "a"\n'
            ' g > b if loai = "b"\n a > e\n b > e',
            dict.fromkeys("ab", SECRETARY),
            key="QMS_P07_DON",
        ),
    )
    send(office, loai="c")
    go_on(office)
    (row,) = rows(office)
    assert (row.deliver_at, row.attempts) == (office.now + PAUSES[0], 1)
    assert row.last_error
    assert started(office, "P07") == []
    office.pass_until(office.now + timedelta(hours=2))
    assert rows(office)[0].state == MessageState.PARKED
    with office.system.store.reading() as session:
        told = session.scalars(select(AuditEvent.kind).where(AuditEvent.kind.like("message.%"))).all()
    assert sorted(told) == ["message.failed", "message.parked", "message.sent"]
    send(office, loai="a")
    go_on(office)
    assert [case.code for case in started(office, "P07")] == ["P07-2026-0001"], "no number was lost"


def test_workers_that_race_start_each_case_once(office: Office) -> None:
    publish(office, bundle(STARTED, {"a": SECRETARY}, key="QMS_P07_DON"))
    for _ in range(6):
        send(office)
    at_once(*[lambda: go_on(office) for _ in range(4)])
    go_on(office)
    assert len(started(office, "P07")) == 6


def test_a_chain_of_cases_runs_through_an_operator_and_back(office: Office) -> None:
    def agree(call: OperatorCall) -> Value:
        return {"y_kien": f"đồng ý {call.variables['ma']}"}

    offer(office, tra__loi=agree)
    ask = (
        "s:start\n d:send Hoi\n r:receive Dap\n a:user\n e:end\n s > d > r > a > e",
        {
            "d": '<gov:message><gov:parameter name="ma" value="ma"/></gov:message>',
            "r": '<gov:message key="ma"/>',
            "a": SECRETARY + '<gov:title expression="y_kien"/>',
        },
    )
    answer = (
        "s:start message Hoi\n v:service tra.loi\n e:end message Dap\n s > v > e",
        {
            "e": '<gov:message key="ma"><gov:parameter name="y_kien" value="y_kien"/></gov:message>',
        },
    )
    publish(office, bundle(*ask, key="QMS_P01_HOI"))
    publish(office, bundle(*answer, key="QMS_P02_DAP"))
    cases = [start(office, "QMS_P01_HOI", ma=number) for number in range(3)]
    go_on(office)
    assert [office.tasks(case)[0].title for case in cases] == ["đồng ý 0", "đồng ý 1", "đồng ý 2"]
    assert {case.state for case in started(office, "P02")} == {InstanceState.COMPLETED}


def test_cases_that_keep_to_themselves_ask_nothing_of_the_post(office: Office) -> None:
    publish(
        office, bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", dict.fromkeys("ab", SECRETARY))
    )
    with statements(office.system.store.engine) as seen:
        case = start(office)
        complete(office, case)
    tables = ("event_subscription", "model_start", "message", "advisory")
    assert [one for one in seen if any(table in one for table in tables)] == []
    assert len(seen) > 4
    assert kinds(office, case)[0] == "instance.started"


def test_deadlines_that_are_never_carried_are_those_of_the_engine() -> None:
    assert {LEGAL_DUE, TARGET_DUE, OVERDUE_FROM} == DATES_OF_THE_CASE


@pytest.mark.parametrize(
    ("key", "series"),
    [("QMS_P06_CAP_NHAT_VBQPPL", "P06"), ("QMS_DON_THU", "QMS"), ("qms_p7_x", "P7"), ("DON", "DON")],
)
def test_cases_started_by_messages_are_numbered_in_the_series_of_their_model(key: str, series: str) -> None:
    assert series_of(key) == series


def test_kept_messages_do_not_keep_a_worker_awake(office: Office) -> None:
    for _ in range(3):
        send(office, "Khong_ai_cho")
    go_on(office)
    assert {row.deliver_at for row in rows(office)} == {office.now + KEPT_FOR}
    office.clock.move_to(office.now + timedelta(days=1))
    assert not deliver_next_message(office.system.store, office.system.surroundings, office.now)
