"""Incidents: opened where a case cannot go on, and retried, answered, left out or closed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.save_draft import SaveDraft, save_draft
from engine.domain.errors import Refusal
from engine.domain.interventions import (
    IncidentNotFound,
    IncidentResolved,
    InterventionForbidden,
    NoServiceWaits,
    NothingToRetry,
)
from engine.domain.states import JobState, TaskState
from engine.runtime import ProcessIncident
from tests.engine.cases import bundle, incidents, jobs, offer, publish, start
from tests.engine.chain import assert_whole
from tests.engine.repairs import (
    CHOICE,
    ONE_SERVICE,
    REASON,
    ROLES,
    Service,
    answer,
    change,
    close,
    data,
    move,
    opened,
    place,
    retry,
    scopes,
    skip,
    stuck,
    suspend,
    why,
)
from tests.office import Office


def test_a_completion_without_a_way_on_is_refused_and_an_administrator_sees_an_incident(
    office: Office,
) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office, kq="lạ")
    task = office.task("thuky", "Bước a")
    office.claim("thuky", task)
    draft = SaveDraft(task=task, viewer=office.viewer("thuky"), values={"y": ["giữ lại"]}, files={})
    save_draft(office.system.store, office.system.surroundings, draft, office.now)
    for _again in range(2):
        with pytest.raises(ProcessIncident):
            office.complete("thuky", task, {})
    (row,) = office.tasks(instance)
    assert (row.state, row.draft_at is None) == (TaskState.CLAIMED, False)
    (incident,) = incidents(office, instance)
    assert (incident.element_id, incident.task_id, incident.resolved_at) == ("g", task, None)
    assert "không điều kiện nào đúng" in incident.message_vi
    assert office.instance(instance).open_incidents == 1
    with pytest.raises(NothingToRetry):
        retry(office, incident.id)
    with pytest.raises(NoServiceWaits):
        skip(office, incident.id)
    change(office, instance, kq="co")
    office.complete("thuky", task, {})
    (incident,) = incidents(office, instance)
    assert (incident.resolution, incident.resolved_by) == ("passed", office.viewer("thuky").person)
    assert office.instance(instance).open_incidents == 0
    assert opened(office, instance) == ["b"]
    assert_whole(office, instance)


def test_an_error_that_nothing_catches_is_an_incident_that_a_move_repairs(office: Office) -> None:
    drawing = "s:start\n a:user\n g:xor\n x:end error Hong\n b:user\n e:end\n s > a > g\n b > e"
    publish(office, bundle(f"{drawing}\n g > x if hong = true\n g > b else", ROLES))
    instance = start(office, hong=True)
    with pytest.raises(ProcessIncident):
        office.complete("thuky", office.task("thuky", "Bước a"), {})
    (incident,) = incidents(office, instance)
    assert incident.element_id == "x"
    move(office, instance, place(office, instance, "a"), "b")
    (incident,) = incidents(office, instance)
    assert incident.resolution == "passed"


def test_the_same_incident_opens_again_when_it_happens_again(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office, kq="lạ")
    task = office.task("thuky", "Bước a")
    for _again in range(2):
        with pytest.raises(ProcessIncident):
            office.complete("thuky", task, {})
        close(office, next(one.id for one in incidents(office, instance) if one.resolved_at is None))
    assert [one.resolution for one in incidents(office, instance)] == ["closed", "closed"]
    assert office.instance(instance).open_incidents == 0


def test_a_timer_that_came_to_an_incident_fires_at_once_when_retried(office: Office) -> None:
    publish(
        office,
        bundle(
            "s:start\n w:timer in P1D\n g:xor\n a:user\n e:end\n s > w > g\n g > a if kq = 1\n a > e", ROLES
        ),
    )
    instance = start(office, kq=0)
    office.pass_until(office.now + timedelta(days=1, minutes=1))
    (incident,) = incidents(office, instance)
    assert (incident.element_id, incident.timer_id is None) == ("g", False)
    change(office, instance, kq=1)
    retry(office, incident.id)
    office.work()
    assert opened(office, instance) == ["a"]
    (incident,) = incidents(office, instance)
    assert incident.resolution == "passed"
    assert_whole(office, instance)


def test_a_retried_service_is_tried_once_at_once(office: Office) -> None:
    service = Service()
    instance, incident = stuck(office, service)
    calls = service.calls
    retry(office, incident.id)
    office.work()
    office.work()
    assert service.calls == calls + 1
    (job,) = jobs(office, instance)
    assert job.state == JobState.EXHAUSTED
    assert len(incidents(office, instance)) == 1
    service.broken = False
    retry(office, incident.id)
    office.work()
    assert opened(office, instance) == ["a"]
    (incident,) = incidents(office, instance)
    assert (incident.resolution, incident.resolved_by) == ("passed", None)
    assert scopes(office, instance)[0].variables["kq"] == "in"
    with pytest.raises(IncidentResolved):
        retry(office, incident.id)
    assert_whole(office, instance)


def test_an_answer_by_hand_goes_where_that_of_the_service_would_have_gone(office: Office) -> None:
    instance, incident = stuck(office, Service())
    answer(office, incident.id, "viết tay")
    assert opened(office, instance) == ["a"]
    assert scopes(office, instance)[0].variables["kq"] == "viết tay"
    assert jobs(office, instance) == []
    (incident,) = incidents(office, instance)
    assert (incident.resolution, incident.resolution_reason) == ("answered", REASON)
    assert json.loads(str(data(office, instance, "incident.answered")["answer"])) == {"answer": "viết tay"}
    assert_whole(office, instance)


def test_a_service_left_out_writes_nothing(office: Office) -> None:
    instance, incident = stuck(office, Service())
    skip(office, incident.id)
    assert opened(office, instance) == ["a"]
    assert "kq" not in scopes(office, instance)[0].variables
    (incident,) = incidents(office, instance)
    assert incident.resolution == "skipped"


def test_a_retry_in_a_suspended_case_waits_until_it_is_resumed(office: Office) -> None:
    service = Service()
    instance, incident = stuck(office, service)
    service.broken = False
    suspend(office, instance)
    retry(office, incident.id)
    office.work()
    assert [job.state for job in jobs(office, instance)] == [JobState.PENDING]


def test_cancelling_a_case_ends_its_incidents(office: Office) -> None:
    instance, _incident = stuck(office, Service())
    command = CancelInstance(instance=instance, intervention=why(office))
    cancel_instance(office.system.store, office.system.surroundings, command, office.now)
    (incident,) = incidents(office, instance)
    assert (incident.resolution, incident.resolution_reason) == ("cancelled", REASON)
    assert office.instance(instance).open_incidents == 0


@pytest.mark.parametrize("act", [retry, answer, skip, close])
def test_only_administrators_repair(office: Office, act: Callable[..., None]) -> None:
    _instance, incident = stuck(office, Service())
    with pytest.raises(InterventionForbidden):
        act(office, incident.id, by="thuky")
    with pytest.raises(IncidentNotFound):
        act(office, uuid4())


def test_only_administrators_change_and_move(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office)
    with pytest.raises(InterventionForbidden):
        change(office, instance, by="thuky", kq="co")
    with pytest.raises(InterventionForbidden):
        move(office, instance, place(office, instance, "a"), "c", by="thuky")


def test_an_answer_of_a_wrong_type_is_refused(office: Office) -> None:
    declared = '<gov:variables><gov:variable name="kq" type="text"/></gov:variables>'
    offer(office, dich_vu__ghi=Service())
    publish(office, bundle(ONE_SERVICE, {**ROLES, "P": declared}))
    instance = start(office)
    office.pass_days(1)
    (incident,) = incidents(office, instance)
    with pytest.raises(Refusal):
        answer(office, incident.id, 5)
    assert opened(office, instance) == []
