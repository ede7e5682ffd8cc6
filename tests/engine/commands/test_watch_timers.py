"""A timer that is due and that nobody fires is an incident of its case: once, until it fires."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from engine.commands.fire_next_timer import RETRY_AFTER, fire_next_timer
from engine.commands.resolve_incident import CloseIncident, close_incident
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.commands.watch_timers import watch_next_timer
from engine.domain.interventions import Intervention, Resolution
from tests.engine.cases import bundle, incidents, kinds, publish, role, start
from tests.office import Office
from workers import work

WAITING = "s:start\n w:timer in P1D\n a:user\n e:end\n s > w > a > e"
NO_WAY = "s:start\n w:timer in P1D\n g:xor\n a:user\n e:end\n s > w > g\n g > a if loi = 'a'\n a > e"
TEN_MINUTES = timedelta(minutes=10)
BY_HAND = Intervention(viewer=None, origin="test", reason="Máy chủ đã bật lại")


def watch(office: Office) -> int:
    """How many incidents a round of watching opens."""
    store, surroundings, opened = office.system.store, office.system.surroundings, 0
    while watch_next_timer(store, surroundings, office.now, overdue_after=TEN_MINUTES):
        opened += 1
        assert opened < 10
    return opened


@pytest.fixture
def waiting(office: Office) -> UUID:
    """A case whose timer is due in a day; no worker comes by."""
    publish(office, bundle(WAITING, {"a": role("THU_KY_ISO")}))
    return start(office)


def test_a_timer_not_fired_for_ten_minutes_is_one_incident_that_ends_when_it_fires(
    office: Office, waiting: UUID
) -> None:
    due = office.now + timedelta(days=1)
    office.clock.move_to(due + TEN_MINUTES)
    assert watch(office) == 0
    office.clock.move_to(due + TEN_MINUTES + timedelta(seconds=1))
    assert watch(office) == 1
    assert watch(office) == 0
    (incident,) = incidents(office, waiting)
    assert incident.element_id == "w"
    assert "đến hạn lúc 08:00 24/11/2026 mà chưa được xử lý" in incident.message_vi
    assert "was due at 08:00 24/11/2026 and has not fired" in incident.message_en
    assert office.instance(waiting).open_incidents == 1

    work.run_processes(office.system, office.now)
    (incident,) = incidents(office, waiting)
    assert incident.resolution == Resolution.PASSED
    assert kinds(office, waiting) == [
        "instance.started",
        "incident.opened",
        "timer.fired",
        "incident.resolved",
        "task.created",
    ]
    assert watch(office) == 0


def test_the_timers_of_a_suspended_case_wait_for_it_to_go_on(office: Office, waiting: UUID) -> None:
    store, surroundings = office.system.store, office.system.surroundings
    suspend_instance(store, surroundings, SuspendInstance(instance=waiting, intervention=BY_HAND), office.now)
    office.clock.move_to(office.now + timedelta(days=3))
    assert watch(office) == 0
    resume_instance(store, surroundings, ResumeInstance(instance=waiting, intervention=BY_HAND), office.now)
    work.run_processes(office.system, office.now)
    assert watch(office) == 0


def test_an_incident_that_a_person_closed_is_not_opened_again(office: Office, waiting: UUID) -> None:
    office.clock.move_to(office.now + timedelta(days=2))
    assert watch(office) == 1
    (incident,) = incidents(office, waiting)
    command = CloseIncident(incident=incident.id, intervention=BY_HAND)
    close_incident(office.system.store, office.system.surroundings, command, office.now)
    assert watch(office) == 0
    assert len(incidents(office, waiting)) == 1


def test_to_a_timer_that_failed_and_was_put_off_people_are_called_once(office: Office) -> None:
    publish(office, bundle(NO_WAY, {"a": role("THU_KY_ISO")}))
    stuck = start(office, loi="c")
    office.clock.move_to(office.now + timedelta(days=1))
    assert fire_next_timer(office.system.store, office.system.surroundings, office.now)
    office.clock.move_to(office.now + RETRY_AFTER + TEN_MINUTES)
    assert watch(office) == 0
    assert len(incidents(office, stuck)) == 1


def test_a_timer_set_to_a_moment_long_past_counts_from_when_it_was_set(office: Office) -> None:
    publish(office, bundle("s:start\n w:timer at mot\n a:user\n e:end\n s > w > a > e", {"a": role("LD_CQ")}))
    start(office, mot=office.now - timedelta(days=30))
    assert watch(office) == 0
    office.clock.move_to(office.now + timedelta(minutes=11))
    assert watch(office) == 1
