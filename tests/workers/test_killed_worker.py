"""A worker is killed where it hurts most; the next one loses nothing and does nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.publish_message import PublishMessage, publish_message
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.domain.bundle import Bundle
from engine.domain.identifiers import derived_id
from engine.domain.messages import MessageState
from engine.domain.states import InstanceState, MailState, TaskState
from engine.domain.values import Value
from engine.ports import RealClock
from engine.store.tables import (
    EventSubscription,
    HistoryEvent,
    Incident,
    Mail,
    Message,
    Notification,
    ProcessInstance,
    Task,
    Timer,
)
from qms.bootstrap import System, open_system
from qms.organisation.commands import AddAgency, add_agency
from qms.organisation.tables import Person, RoleAssignment
from tests.mail_server import MailServer
from tests.office import test_settings
from tests.processes import Running, free_port, settings_of

OFFICERS = 100
CASES = 200
AN_HOUR = timedelta(hours=1)

MODEL = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:vn:gov:bpmn:1"
  id="D" targetNamespace="urn:test">
  <bpmn:message id="Tin" name="Tin"/>
  <bpmn:process id="{key}" name="Quy trình thử" isExecutable="true">
    <bpmn:extensionElements>
      <gov:variables><gov:variable name="hen" type="datetime"/></gov:variables>
    </bpmn:extensionElements>
    <bpmn:startEvent id="BatDau"/>
    {middle}
    <bpmn:userTask id="Viec" name="Việc thử">
      <bpmn:extensionElements><gov:assignment role="CHUYEN_VIEN"/></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:endEvent id="KetThuc"/>
    <bpmn:sequenceFlow id="RaViec" sourceRef="Viec" targetRef="KetThuc"/>
  </bpmn:process>
</bpmn:definitions>"""
AT_ONCE = '<bpmn:sequenceFlow id="VaoViec" sourceRef="BatDau" targetRef="Viec"/>'
AFTER_A_TIMER = """
    <bpmn:intermediateCatchEvent id="Cho" name="Chờ đến hẹn">
      <bpmn:timerEventDefinition><bpmn:timeDate>hen</bpmn:timeDate></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="VaoCho" sourceRef="BatDau" targetRef="Cho"/>
    <bpmn:sequenceFlow id="VaoViec" sourceRef="Cho" targetRef="Viec"/>"""
AFTER_A_MESSAGE = """
    <bpmn:intermediateCatchEvent id="Cho" name="Chờ tin">
      <bpmn:extensionElements><gov:message key="so"/></bpmn:extensionElements>
      <bpmn:messageEventDefinition messageRef="Tin"/>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="VaoCho" sourceRef="BatDau" targetRef="Cho"/>
    <bpmn:sequenceFlow id="VaoViec" sourceRef="Cho" targetRef="Viec"/>"""


@pytest.fixture
def system(database_url: str) -> Iterator[System]:
    """A system on the test's database; the time is the machine's, as it is for the worker."""
    system = open_system(test_settings(database_url), clock=RealClock())
    yield system
    system.store.close()


@pytest.fixture
def worker(database_url: str, mail_port: int, tmp_path: Path) -> Callable[[], Running]:
    """Starts a worker process on the test's database."""
    environment = settings_of(database_url, mail_port=mail_port)
    return lambda: Running("worker", environment=environment, log=tmp_path / "worker.log")


@pytest.fixture
def mail_port() -> int:
    return free_port()


def an_hour_ago(system: System) -> datetime:
    return system.clock.now() - AN_HOUR


def an_agency(system: System, officers: int) -> UUID:
    command = AddAgency(
        code="CQ-THU",
        name="Cơ quan thử",
        short_name="Cơ quan thử",
        contact="",
        overseen_by=None,
        units=[],
        actor=Actor.system(),
    )
    agency = add_agency(system.store, command, system.clock.now())
    with system.store.transaction() as session:
        for number in range(officers):
            person = derived_id("person", f"officer {number}")
            session.add(
                Person(
                    id=person,
                    agency_id=agency,
                    full_name=f"Nguyễn Văn {number}",
                    sort_key=f"{number:04d}",
                    title="Chuyên viên",
                    email=f"chuyen-vien-{number}@coquan.example",
                    locale="vi",
                    active=True,
                )
            )
            session.flush()
            session.add(
                RoleAssignment(
                    id=derived_id("role", person),
                    agency_id=agency,
                    person_id=person,
                    role="CHUYEN_VIEN",
                    valid_from=date(2020, 1, 1),
                    decision="",
                )
            )
    return agency


def publish(system: System, key: str, middle: str) -> str:
    xml = MODEL.format(key=key, middle=middle)
    command = DeployModel(bundle=Bundle(files={"model.bpmn": xml.encode()}), actor=Actor.system())
    return deploy_model(system.store, system.surroundings, command, system.clock.now()).key


def start(system: System, key: str, agency: UUID, **variables: Value) -> UUID:
    command = StartProcess(key=key, agency=agency, series="T", variables=variables, actor=Actor.system())
    return start_process(system.store, system.surroundings, command, an_hour_ago(system)).instance


def test_a_worker_killed_while_it_sends_mails_loses_none_and_writes_none_anew(
    system: System, worker: Callable[[], Running], mail_port: int
) -> None:
    agency = an_agency(system, OFFICERS)
    start(system, publish(system, "THU_BAO_VIEC", AT_ONCE), agency)

    kills = 0
    with MailServer(mail_port) as server:
        # Killed before the server has answered, and while the answer is on its way.
        for number, before_answering in ((5, True), (40, False), (70, True)):
            moment = server.watch(number, hold=before_answering)
            with worker() as running:
                running.until(moment.reached.is_set)
                running.kill()
                kills += 1
            moment.go_on.set()
        with worker() as running:
            running.until(lambda: nothing_to_tell(system))
            assert running.terminate() == 0

    with system.store.reading() as session:
        mails = list(session.scalars(select(Mail)))
        letters = Counter(session.scalars(select(Notification.mail_id)))
    assert {mail.state for mail in mails} == {MailState.SENT}
    assert set(server.copies) == {mail.message_id for mail in mails}
    assert server.copies.total() - len(server.copies) <= kills
    assert max(server.copies.values()) > 1, "no kill hit a mail that was under way"
    # One letter for each person, whatever happened; and the copies of a letter are one letter.
    assert Counter(mail.to_address for mail in mails) == Counter(
        {f"chuyen-vien-{number}@coquan.example": 1 for number in range(OFFICERS)}
    )
    assert letters == Counter({mail.id: 1 for mail in mails})
    texts = {(mail.message_id, mail.subject, mail.text, mail.to) for mail in server.arrived}
    assert len(texts) == OFFICERS


def nothing_to_tell(system: System) -> bool:
    with system.store.reading() as session:
        untold = session.scalar(select(func.count()).where(Notification.mail_id.is_(None)))
        unsent = session.scalar(select(func.count()).where(Mail.state != MailState.SENT))
        return not (untold or unsent)


def test_workers_killed_while_they_fire_timers_fire_each_of_them_once(
    system: System, worker: Callable[[], Running]
) -> None:
    agency = an_agency(system, officers=1)
    key = publish(system, "THU_HEN_GIO", AFTER_A_TIMER)
    due = an_hour_ago(system)
    cases = {start(system, key, agency, hen=due) for _ in range(CASES)}

    with worker() as first, worker() as second:
        first.until(lambda: timers_fired(system) >= 1)
        first.kill()
        second.until(lambda: timers_fired(system) >= 20)
        second.kill()
    assert timers_fired(system) < CASES, "the workers were killed too late to prove anything"
    with worker() as first, worker() as second:
        first.until(lambda: timers_waiting(system) == 0)
        assert (first.terminate(), second.terminate()) == (0, 0)

    with system.store.reading() as session:
        history = session.execute(
            select(HistoryEvent.instance_id, HistoryEvent.at).where(HistoryEvent.kind == "timer.fired")
        ).all()
        tasks = session.execute(select(Task.instance_id, Task.state)).all()
        states = set(session.scalars(select(ProcessInstance.state)))
        assert session.scalar(select(func.count()).select_from(Incident)) == 0
    assert Counter(row.instance_id for row in history) == Counter(cases)
    assert Counter(row.instance_id for row in tasks) == Counter(cases)
    assert {row.state for row in tasks} == {TaskState.OPEN}
    assert states == {InstanceState.RUNNING}


def test_workers_killed_while_they_deliver_give_each_message_to_one_case_once(
    system: System, worker: Callable[[], Running]
) -> None:
    agency = an_agency(system, officers=1)
    key = publish(system, "THU_NHAN_TIN", AFTER_A_MESSAGE)
    cases = {start(system, key, agency, so=number % 10): number % 10 for number in range(CASES)}
    for number in range(CASES):
        command = PublishMessage(agency=agency, viewer=None, origin="test", name="Tin", key=number % 10)
        publish_message(system.store, command, an_hour_ago(system))

    with worker() as first, worker() as second:
        first.until(lambda: delivered(system) >= 30)
        first.kill()
        second.until(lambda: delivered(system) >= 90)
        second.kill()
    assert delivered(system) < CASES, "the workers were killed too late to prove anything"
    with worker() as first, worker() as second:
        first.until(lambda: delivered(system) == CASES)
        assert (first.terminate(), second.terminate()) == (0, 0)

    with system.store.reading() as session:
        history = session.scalars(
            select(HistoryEvent.instance_id).where(HistoryEvent.kind == "message.received")
        )
        assert Counter(history) == Counter(cases.keys())
        tasks = session.scalars(select(Task.instance_id))
        assert Counter(tasks) == Counter(cases.keys())
        received = session.execute(select(Message.received_by, Message.correlation_key)).all()
        assert {(case, int(key)) for case, key in received} == set(cases.items())
        assert session.scalar(select(func.count()).select_from(EventSubscription)) == 0
        assert session.scalar(select(func.count()).select_from(Incident)) == 0


def delivered(system: System) -> int:
    with system.store.reading() as session:
        return session.scalar(select(func.count()).where(Message.state == MessageState.DELIVERED)) or 0


def timers_fired(system: System) -> int:
    with system.store.reading() as session:
        return session.scalar(select(func.count()).where(HistoryEvent.kind == "timer.fired")) or 0


def timers_waiting(system: System) -> int:
    with system.store.reading() as session:
        return session.scalar(select(func.count()).select_from(Timer)) or 0
