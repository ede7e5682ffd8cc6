"""A row with which nothing can be done, not even telling so, holds up nobody else's."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from engine.domain.errors import Invalid
from engine.domain.states import JobState
from engine.execution.surroundings import Models
from engine.ports import OperatorCall
from engine.runtime import CompiledModel
from engine.store.tables import Job, Message, ProcessInstance, Timer
from tests.engine.cases import bundle, incidents, jobs, offer, publish, role, start
from tests.engine.correspondence import by_hand
from tests.office import Office
from workers import work

SECRETARY = role("THU_KY_ISO")
MOST = 2**15 - 1
"""The largest number that the column of attempts holds."""
WAITING = {
    "timer": "s:start\n w:timer in P1D\n a:user\n e:end\n s > w > a > e",
    "service": "s:start\n w:service dich_vu.ghi\n a:user\n e:end\n s > w > a > e",
    "message": "s:start\n w:receive Tin\n a:user\n e:end\n s > w > a > e",
}
NO_WAY = "g:xor\n b:user\n g > a if loi = false\n g > b if loi = true\n b > e"


class Refused(Invalid):
    """A sentence with a sign in it that no text column takes."""

    def __init__(self) -> None:
        super().__init__(vi="Dịch vụ trả lời\x00 \ud800.", en="The service answered\x00 \ud800.")


class Forgetful(Models):
    """Cannot compile one version any more."""

    def __init__(self, version: UUID) -> None:
        super().__init__()
        self._forgotten = version

    def compiled(self, session: Session, version: UUID) -> CompiledModel:
        if version == self._forgotten:
            raise RuntimeError("this version is not understood any more")
        return super().compiled(session, version)


def work_for_days(office: Office, days: int) -> None:
    for _ in range(days):
        office.clock.move_to(office.now + timedelta(days=1))
        work.run_processes(office.system, office.now)


@pytest.fixture(autouse=True)
def _unsaid() -> Iterator[None]:
    """The report of a test cannot carry half characters between processes."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("kind", WAITING)
def test_a_case_whose_model_cannot_be_read_any_more_holds_up_nobody(office: Office, kind: str) -> None:
    offer(office, dich_vu__ghi=lambda _call: None)
    extensions = {"a": SECRETARY} | ({"w": "<gov:message/>"} if kind == "message" else {})
    unreadable = publish(office, bundle(WAITING[kind], extensions, key="QMS_P97_HONG"))
    publish(office, bundle(WAITING[kind], extensions))
    stuck = start(office, "QMS_P97_HONG")
    office.clock.move_to(office.now + timedelta(minutes=1))
    fine = start(office)
    around = office.system.surroundings
    models = Forgetful(unreadable.version_id)
    office.system = replace(office.system, surroundings=replace(around, models=models))
    if kind == "message":
        for _ in range(2):
            by_hand(office, "Tin")
    work_for_days(office, 6)
    assert (len(office.tasks(stuck)), len(office.tasks(fine))) == (0, 1)
    assert len(incidents(office, stuck)) == 1


def test_what_an_operator_says_is_kept_even_with_signs_that_no_text_may_hold(office: Office) -> None:
    def broken(call: OperatorCall) -> None:
        if call.variables.get("hong"):
            raise Refused

    offer(office, dich_vu__ghi=broken)
    publish(office, bundle(WAITING["service"], {"a": SECRETARY}))
    stuck = start(office, hong=True)
    office.clock.move_to(office.now + timedelta(minutes=1))
    fine = start(office)
    work_for_days(office, 6)
    assert len(office.tasks(fine)) == 1
    (job,) = jobs(office, stuck)
    assert job.state == JobState.EXHAUSTED
    (incident,) = incidents(office, stuck)
    assert incident.message_vi.startswith("Dịch vụ trả lời")


def test_a_timer_that_fails_for_months_goes_on_failing_alone(office: Office) -> None:
    drawing = WAITING["timer"].replace("s > w > a > e", f"{NO_WAY}\n s > w > g\n a > e")
    publish(office, bundle(drawing, {"a": SECRETARY, "b": SECRETARY}))
    stuck = start(office)
    with office.system.store.transaction() as session:
        session.execute(update(Timer).where(Timer.instance_id == stuck).values(attempts=MOST))
    office.clock.move_to(office.now + timedelta(minutes=1))
    fine = start(office, loi=False)
    work_for_days(office, 6)
    assert len(office.tasks(fine)) == 1
    assert len(incidents(office, stuck)) == 1
    with office.system.store.reading() as session:
        assert session.scalar(select(Timer.attempts)) == MOST


def test_a_message_whose_receiver_fails_for_months_holds_up_no_other(office: Office) -> None:
    drawing = WAITING["message"].replace("s > w > a > e", f"{NO_WAY}\n s > w > g\n a > e")
    keyed = {"a": SECRETARY, "b": SECRETARY, "w": '<gov:message key="so"/>'}
    publish(office, bundle(drawing, keyed))
    stuck, fine = start(office, so="1"), start(office, so="2", loi=False)
    for key in ("1", "2"):
        by_hand(office, "Tin", key)
    with office.system.store.transaction() as session:
        session.execute(update(Message).where(Message.correlation_key == "1").values(attempts=MOST))
    work_for_days(office, 1)
    assert (len(office.tasks(stuck)), len(office.tasks(fine))) == (0, 1)


def test_a_service_that_is_retried_by_hand_for_years_holds_up_no_other(office: Office) -> None:
    def broken(call: OperatorCall) -> None:
        if call.variables.get("hong"):
            raise Refused

    offer(office, dich_vu__ghi=broken)
    publish(office, bundle(WAITING["service"], {"a": SECRETARY}))
    stuck = start(office, hong=True)
    office.clock.move_to(office.now + timedelta(minutes=1))
    fine = start(office)
    with office.system.store.transaction() as session:
        session.execute(update(Job).where(Job.instance_id == stuck).values(attempts=MOST))
    work_for_days(office, 1)
    assert len(office.tasks(fine)) == 1
    assert office.instance(stuck).open_incidents == 1


def test_a_stored_state_that_cannot_be_read_holds_up_nobody(office: Office) -> None:
    publish(office, bundle(WAITING["timer"], {"a": SECRETARY}))
    stuck = start(office)
    office.clock.move_to(office.now + timedelta(minutes=1))
    fine = start(office)
    with office.system.store.transaction() as session:
        garbage = update(ProcessInstance).where(ProcessInstance.id == stuck)
        session.execute(garbage.values(process_state=b"{"))
    work_for_days(office, 6)
    assert len(office.tasks(fine)) == 1
    assert len(incidents(office, stuck)) == 1
