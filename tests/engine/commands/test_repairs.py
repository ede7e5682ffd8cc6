"""Repairing a case: variables changed, tokens moved, incidents retried, answered, left out, closed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.change_variables import ChangeVariables, change_variables
from engine.commands.move_token import MoveToken, move_token
from engine.commands.resolve_incident import (
    AnswerIncident,
    CloseIncident,
    SkipIncident,
    answer_incident,
    close_incident,
    skip_incident,
)
from engine.commands.retry_incident import RetryIncident, retry_incident
from engine.commands.save_draft import SaveDraft, save_draft
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.errors import Invalid, Refusal
from engine.domain.interventions import (
    IncidentNotFound,
    IncidentResolved,
    InterventionForbidden,
    NoServiceWaits,
    NothingToChange,
    NothingToRetry,
    ScopeGone,
    VariableNameUnfit,
    VariableTypeWrong,
)
from engine.domain.moves import PlaceGone, TargetUnknown
from engine.domain.states import InstanceState, JobState, TaskState
from engine.domain.values import Value
from engine.execution.instances import lock
from engine.execution.interventions import Intervention
from engine.ports import OperatorCall
from engine.runtime import ProcessIncident, Scope
from engine.store.tables import Incident
from tests.engine.cases import bundle, history, incidents, jobs, kinds, offer, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office

ROLES = {one: role("THU_KY_ISO") for one in ("a", "b", "c")}
REASON = "Sửa theo biên bản 12/BB"
CHOICE = """
    s:start
    a:user
    g:xor
    b:user
    c:user
    e:end
    s > a > g
    g > b if kq = "co"
    g > c if kq = "khong"
    b > e
    c > e
"""
ONE_SERVICE = "s:start\n v:service dich_vu.ghi result=kq\n a:user\n e:end\n s > v > a > e"


class NoPaper(Invalid):
    """What the trial service says when it cannot."""

    def __init__(self) -> None:
        super().__init__(vi="Máy in hết giấy.", en="The printer is out of paper.")


@dataclass
class Service:
    """Fails as long as it is broken."""

    broken: bool = True
    calls: int = 0

    def __call__(self, _call: OperatorCall) -> Value:
        self.calls += 1
        if self.broken:
            raise NoPaper
        return "in"


def why(office: Office, by: str = "quantri") -> Intervention:
    return Intervention(viewer=office.viewer(by), origin="test", reason=REASON)


def change(office: Office, instance: UUID, scope: str = "", by: str = "quantri", **values: Value) -> None:
    command = ChangeVariables(instance=instance, values=values, scope=scope, intervention=why(office, by))
    change_variables(office.system.store, office.system.surroundings, command, office.now)


def move(
    office: Office,
    instance: UUID,
    place: str,
    target: str | None,
    *,
    after: bool = False,
    by: str = "quantri",
) -> None:
    command = MoveToken(
        instance=instance, place=place, target=target, after=after, intervention=why(office, by)
    )
    move_token(office.system.store, office.system.surroundings, command, office.now)


def place(office: Office, instance: UUID, element: str) -> str:
    with office.system.store.transaction() as session:
        process = lock(
            session, office.system.surroundings, instance, actor=why(office).actor, now=office.now
        ).process
        return next(one.id for one in process.places() if one.element_id == element)


def scopes(office: Office, instance: UUID) -> tuple[Scope, ...]:
    with office.system.store.transaction() as session:
        around = office.system.surroundings
        return lock(session, around, instance, actor=why(office).actor, now=office.now).process.scopes()


def suspend(office: Office, instance: UUID) -> None:
    command = SuspendInstance(instance=instance, intervention=why(office))
    suspend_instance(office.system.store, office.system.surroundings, command, office.now)


def retry(office: Office, incident: UUID, by: str = "quantri") -> None:
    command = RetryIncident(incident=incident, intervention=why(office, by))
    retry_incident(office.system.store, office.system.surroundings, command, office.now)


def answer(office: Office, incident: UUID, value: Value = "tay", by: str = "quantri") -> None:
    command = AnswerIncident(incident=incident, answer=value, intervention=why(office, by))
    answer_incident(office.system.store, office.system.surroundings, command, office.now)


def skip(office: Office, incident: UUID, by: str = "quantri") -> None:
    command = SkipIncident(incident=incident, intervention=why(office, by))
    skip_incident(office.system.store, office.system.surroundings, command, office.now)


def close(office: Office, incident: UUID, by: str = "quantri") -> None:
    command = CloseIncident(incident=incident, intervention=why(office, by))
    close_incident(office.system.store, office.system.surroundings, command, office.now)


def data(office: Office, instance: UUID, kind: str) -> dict[str, object]:
    (found,) = (one for one in history(office, instance) if one.kind == kind)
    told = json.loads(found.data)
    assert isinstance(told, dict)
    return told


def opened(office: Office, instance: UUID) -> list[str]:
    live = {TaskState.OPEN, TaskState.CLAIMED}
    return sorted(one.element_id for one in office.tasks(instance) if one.state in live)


def stuck(office: Office, service: Service) -> tuple[UUID, Incident]:
    """A case whose service task has used up its tries."""
    offer(office, dich_vu__ghi=service)
    publish(office, bundle(ONE_SERVICE, ROLES))
    instance = start(office)
    office.pass_days(1)
    (incident,) = incidents(office, instance)
    return instance, incident


# Variables


def test_changed_variables_stand_in_the_history_with_old_and_new_values(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office, kq="co", ngay=date(2026, 11, 1), so=1)
    change(office, instance, ngay=date(2026, 12, 1), so=1, moi="x")
    (scope,) = scopes(office, instance)
    assert scope.variables["ngay"] == date(2026, 12, 1)
    told = data(office, instance, "variables.changed")
    assert json.loads(str(told["old"])) == {"moi": None, "ngay": {"$": "date", "value": "2026-11-01"}}
    assert json.loads(str(told["new"])) == {"moi": "x", "ngay": {"$": "date", "value": "2026-12-01"}}
    assert told["reason"] == REASON
    assert_whole(office, instance)


def test_a_change_leads_the_case_another_way(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office, kq="co")
    change(office, instance, kq="khong")
    office.complete("thuky", office.task("thuky", "Bước a"), {})
    assert opened(office, instance) == ["c"]


def test_a_change_that_meets_a_condition_moves_the_case_on_and_may_end_it(office: Office) -> None:
    publish(office, bundle("s:start\n w:condition so = 9\n e:end\n s > w > e", {}))
    instance = start(office, so=1)
    suspend(office, instance)
    change(office, instance, so=9)
    assert office.instance(instance).state == InstanceState.COMPLETED


def test_the_variables_of_one_instance_of_a_loop_are_changed_alone(office: Office) -> None:
    publish(office, bundle("s:start\n a:user each ai of ds\n e:end\n s > a > e", ROLES))
    instance = start(office, ds=["x", "y"])
    second = scopes(office, instance)[2]
    change(office, instance, scope=second.id, ai="z")
    assert [one.variables.get("ai") for one in scopes(office, instance)] == [None, "x", "z"]
    with pytest.raises(ScopeGone):
        change(office, instance, scope=str(uuid4()), ai="z")


def test_declared_types_hold_for_administrators_too(office: Office) -> None:
    declared = '<gov:variables><gov:variable name="so" type="number"/></gov:variables>'
    files = bundle(CHOICE, {**ROLES, "P": declared})
    publish(office, files)
    instance = start(office, so=1)
    for wrong in ("1", True, date(2026, 1, 1), [1]):
        with pytest.raises(VariableTypeWrong):
            change(office, instance, so=wrong)
    change(office, instance, so=2)


def test_a_change_of_nothing_or_under_an_unfit_name_is_refused(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office, kq="co")
    with pytest.raises(NothingToChange):
        change(office, instance, kq="co")
    with pytest.raises(VariableNameUnfit):
        change(office, instance, **{"kết quả": 1})
    assert "variables.changed" not in kinds(office, instance)


# Moving


def test_a_token_moved_cancels_here_and_opens_there(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office)
    move(office, instance, place(office, instance, "a"), "c")
    assert opened(office, instance) == ["c"]
    states = {task.element_id: task.state for task in office.tasks(instance)}
    assert states == {"a": TaskState.CANCELLED, "c": TaskState.OPEN}
    told = data(office, instance, "token.moved")
    assert told == {"from": "a", "to": "c", "after": False, "starving": [], "reason": REASON}
    assert_whole(office, instance)
    office.complete("thuky", office.task("thuky", "Bước c"), {})
    assert office.instance(instance).state == InstanceState.COMPLETED


def test_a_suspended_case_stays_suspended_when_its_token_is_moved(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office)
    suspend(office, instance)
    move(office, instance, place(office, instance, "a"), "c")
    assert (office.instance(instance).state, opened(office, instance)) == (InstanceState.SUSPENDED, ["c"])


def test_a_refused_move_changes_nothing(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office)
    here = place(office, instance, "a")
    with pytest.raises(TargetUnknown):
        move(office, instance, here, "khong_co")
    with pytest.raises(PlaceGone):
        move(office, instance, str(uuid4()), "c")
    with pytest.raises(ProcessIncident):
        move(office, instance, here, "g")
    assert (opened(office, instance), kinds(office, instance)[-1]) == (["a"], "task.created")
    assert office.tasks(instance)[0].state == TaskState.OPEN


# Incidents of people


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


# Incidents of timers


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


# Incidents of services


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


@pytest.mark.parametrize("act", [change, lambda *args, **more: move(*args, "x", "c", **more)])
def test_only_administrators_change_and_move(office: Office, act: Callable[..., None]) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office)
    with pytest.raises(InterventionForbidden):
        act(office, instance, by="thuky")


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
