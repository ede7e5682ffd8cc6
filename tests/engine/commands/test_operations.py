"""Suspending, resuming, cancelling, restarting: what stands still, what runs on, and who may."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.claim_task import ClaimTask, claim_task
from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.save_draft import SaveDraft, save_draft
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.assignment import Grant, Viewer
from engine.domain.errors import Refusal
from engine.domain.forms import Submitted
from engine.domain.interventions import (
    InstanceAlreadySuspended,
    InstanceEnded,
    InstanceNotEnded,
    InstanceNotSuspended,
    InstanceSuspended,
    Intervention,
    InterventionForbidden,
    InterventionReasonMissing,
    InterventionReasonTooLong,
)
from engine.domain.refusals import InstanceNotFound, TaskGone
from engine.domain.states import InstanceState, TaskState
from engine.queries.moments import next_moment
from engine.store.tables import AuditEvent, Job, Task, Timer
from qms.demo_office.loading import agency_id
from tests.engine.cases import at_once, bundle, history, kinds, offer, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office

LINE = """
    s:start
    a:user
    t:timer on a in P2D beside
    x:user
    v:service dich_vu.ghi
    b:user
    e:end
    s > a > v > b > e
    t > x > e
"""
ROLES = {one: role("THU_KY_ISO") for one in ("a", "b", "x")}
REASON = "Chờ ý kiến cấp trên"


def case(office: Office) -> UUID:
    offer(office, dich_vu__ghi=lambda _call: None)
    publish(office, bundle(LINE, ROLES))
    return start(office, so=7)


def why(office: Office, by: str | None = "quantri", reason: str = REASON) -> Intervention:
    return Intervention(viewer=office.viewer(by) if by else None, origin="test", reason=reason)


def suspend(office: Office, instance: UUID, by: str | None = "quantri") -> None:
    command = SuspendInstance(instance=instance, intervention=why(office, by))
    suspend_instance(office.system.store, office.system.surroundings, command, office.now)


def resume(office: Office, instance: UUID, by: str | None = "quantri") -> None:
    command = ResumeInstance(instance=instance, intervention=why(office, by))
    resume_instance(office.system.store, office.system.surroundings, command, office.now)


def cancel(office: Office, instance: UUID, by: str | None = "quantri") -> None:
    command = CancelInstance(instance=instance, intervention=why(office, by))
    cancel_instance(office.system.store, office.system.surroundings, command, office.now)


def restart(office: Office, instance: UUID, by: str | None = "quantri") -> UUID:
    command = RestartInstance(instance=instance, intervention=why(office, by))
    return restart_instance(office.system.store, office.system.surroundings, command, office.now).instance


def audited(office: Office, kind: str) -> list[dict[str, object]]:
    with office.system.store.reading() as session:
        rows = session.scalars(select(AuditEvent.data).where(AuditEvent.kind == kind))
        return [json.loads(row) for row in rows]


def open_names(office: Office, instance: UUID) -> list[str]:
    return [one.name for one in office.tasks(instance) if one.state in {TaskState.OPEN, TaskState.CLAIMED}]


def test_no_step_of_a_suspended_case_is_taken_and_the_refusal_says_who_when_and_why(office: Office) -> None:
    instance = case(office)
    task = office.task("thuky", "Bước a")
    suspend(office, instance)
    assert office.instance(instance).state == InstanceState.SUSPENDED
    store, around, viewer = office.system.store, office.system.surroundings, office.viewer("thuky")
    complete = CompleteTask(task=task, viewer=viewer, origin="test", submitted=Submitted(values={}))
    with pytest.raises(InstanceSuspended) as refused:
        complete_task(store, around, complete, office.now)
    assert "Triệu Quốc Cường" in refused.value.vi
    assert "08:00 23/11/2026" in refused.value.vi
    assert REASON in refused.value.vi
    with pytest.raises(InstanceSuspended):
        claim_task(store, around, ClaimTask(task=task, viewer=viewer, origin="test"), office.now)
    assert office.tasks(instance)[0].state == TaskState.OPEN


def test_what_an_officer_types_in_a_suspended_case_is_kept(office: Office) -> None:
    instance = case(office)
    task = office.task("thuky", "Bước a")
    suspend(office, instance)
    command = SaveDraft(task=task, viewer=office.viewer("thuky"), values={"y": ["nháp"]}, files={})
    save_draft(office.system.store, office.system.surroundings, command, office.now)
    assert office.tasks(instance)[0].draft_at == office.now


def test_timers_of_a_suspended_case_wait_and_fire_late_with_both_moments_on_record(office: Office) -> None:
    instance = case(office)
    due = office.now + timedelta(days=2)
    suspend(office, instance)
    office.pass_days(5)
    assert open_names(office, instance) == ["Bước a"]
    resume(office, instance)
    office.work()
    assert open_names(office, instance) == ["Bước a", "Bước x"]
    (fired,) = [json.loads(one.data) for one in history(office, instance) if one.kind == "timer.fired"]
    assert fired["due"] == due.isoformat()
    assert fired["fired"] == office.now.isoformat()
    assert_whole(office, instance)


def test_service_tasks_of_a_suspended_case_wait(office: Office) -> None:
    calls: list[int] = []
    offer(office, dich_vu__ghi=lambda _call: calls.append(1))
    publish(office, bundle("s:start\n v:service dich_vu.ghi\n a:user\n e:end\n s > v > a > e", ROLES))
    instance = start(office)
    suspend(office, instance)
    office.pass_days(1)
    assert calls == []
    resume(office, instance)
    office.work()
    assert (calls, open_names(office, instance)) == ([1], ["Bước a"])


def test_a_suspended_case_gives_workers_no_moment_to_wait_for(office: Office) -> None:
    instance = case(office)
    office.work()
    suspend(office, instance)
    with office.system.store.reading() as session:
        waiting = next_moment(session)
    timers = office.now + timedelta(days=2)
    assert waiting != timers


def test_legal_time_runs_on_while_a_case_is_suspended(office: Office) -> None:
    deadline = '<gov:deadline workingDays="3"/><gov:escalation ladder="QMS"/>'
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO", deadline)}))
    instance = start(office)
    suspend(office, instance)
    office.pass_days(10)
    assert "escalation.told" in kinds(office, instance)


def test_suspending_and_resuming_stand_in_history_and_audit_with_their_reason(office: Office) -> None:
    instance = case(office)
    suspend(office, instance)
    resume(office, instance)
    assert kinds(office, instance)[-2:] == ["instance.suspended", "instance.resumed"]
    last = history(office, instance)[-1]
    assert last.actor_id == office.viewer("quantri").person
    assert json.loads(last.data)["reason"] == REASON
    assert [one["reason"] for one in audited(office, "instance.suspended")] == [REASON]
    assert audited(office, "instance.resumed")[0]["code"] == office.instance(instance).code
    assert_whole(office, instance)


def test_suspending_twice_and_resuming_what_runs_are_refused(office: Office) -> None:
    instance = case(office)
    with pytest.raises(InstanceNotSuspended):
        resume(office, instance)
    suspend(office, instance)
    with pytest.raises(InstanceAlreadySuspended):
        suspend(office, instance)


def test_of_two_who_suspend_at_once_one_is_told_of_the_other(office: Office) -> None:
    instance = case(office)
    answers = at_once(*[partial(suspend, office, instance)] * 2)
    assert sorted(type(one).__name__ for one in answers) == ["InstanceAlreadySuspended", "NoneType"]


def test_cancelling_drops_tasks_timers_jobs_and_reminders(office: Office) -> None:
    deadline = '<gov:deadline workingDays="3"/><gov:escalation ladder="QMS"/>'
    offer(office, dich_vu__ghi=lambda _call: None)
    publish(office, bundle(LINE, {**ROLES, "a": role("THU_KY_ISO", deadline)}))
    instance = start(office)
    cancel(office, instance)
    row = office.instance(instance)
    assert (row.state, row.ended_at, row.escalate_at) == (InstanceState.CANCELLED, office.now, None)
    (task,) = office.tasks(instance)
    assert (task.state, task.escalate_at) == (TaskState.CANCELLED, None)
    with office.system.store.reading() as session:
        assert session.scalars(select(Timer.id)).all() == []
        assert session.scalars(select(Job.id)).all() == []
    assert [kind for kind in kinds(office, instance) if "cancelled" in kind] == [
        "instance.cancelled",
        "task.cancelled",
    ]
    office.pass_days(20)
    assert "escalation.told" not in kinds(office, instance)
    assert_whole(office, instance)


def test_a_task_of_a_cancelled_case_cannot_be_completed(office: Office) -> None:
    instance = case(office)
    task = office.task("thuky", "Bước a")
    cancel(office, instance)
    with pytest.raises(TaskGone):
        office.complete("thuky", task, {})


def test_a_suspended_case_may_be_cancelled(office: Office) -> None:
    instance = case(office)
    suspend(office, instance)
    cancel(office, instance)
    assert office.instance(instance).state == InstanceState.CANCELLED


@pytest.mark.parametrize("act", [suspend, resume, cancel])
def test_nothing_moves_in_a_case_that_has_ended(office: Office, act: Callable[..., None]) -> None:
    instance = case(office)
    cancel(office, instance)
    with pytest.raises(InstanceEnded):
        act(office, instance)


@pytest.mark.parametrize("act", [suspend, resume, cancel, restart])
def test_only_administrators_intervene(office: Office, act: Callable[..., object]) -> None:
    instance = case(office)
    before = kinds(office, instance)
    for username in ("thuky", "chanhvp", "yennhi"):
        with pytest.raises(InterventionForbidden):
            act(office, instance, username)
    assert kinds(office, instance) == before


def test_an_administrator_of_another_agency_finds_nothing(office: Office) -> None:
    instance = case(office)
    stranger = Viewer(
        person=uuid4(), agency=agency_id("SKHCN-TN"), grants=(Grant(role="QUAN_TRI", unit=None),)
    )
    command = SuspendInstance(
        instance=instance, intervention=Intervention(viewer=stranger, origin="test", reason=REASON)
    )
    with pytest.raises(InstanceNotFound):
        suspend_instance(office.system.store, office.system.surroundings, command, office.now)


@pytest.mark.parametrize(
    ("reason", "refusal"), [("  \n ", InterventionReasonMissing), ("x" * 2001, InterventionReasonTooLong)]
)
def test_an_intervention_needs_a_reason(office: Office, reason: str, refusal: type[Refusal]) -> None:
    instance = case(office)
    command = CancelInstance(instance=instance, intervention=why(office, reason=reason))
    with pytest.raises(refusal):
        cancel_instance(office.system.store, office.system.surroundings, command, office.now)
    assert office.instance(instance).state == InstanceState.RUNNING


def test_whoever_commands_the_server_may_intervene_anywhere(office: Office) -> None:
    instance = case(office)
    suspend(office, instance, None)
    resume(office, instance, None)
    cancel(office, instance, None)
    assert [one.actor_id for one in history(office, instance) if one.kind == "instance.cancelled"] == [None]


def test_a_restart_begins_a_new_case_with_what_the_old_one_knew_at_its_start(office: Office) -> None:
    ended = case(office)
    with pytest.raises(InstanceNotEnded):
        restart(office, ended)
    cancel(office, ended)
    begun = restart(office, ended)
    row = office.instance(begun)
    assert (row.state, row.code) == (InstanceState.RUNNING, "THU-2026-0002")
    assert open_names(office, begun) == ["Bước a"]
    told = {one.kind: json.loads(one.data) for one in history(office, begun)}
    assert json.loads(told["instance.started"]["variables"]) == {"so": 7}
    assert told["instance.restarted_from"]["from"] == str(ended)
    assert json.loads(history(office, ended)[-1].data)["into"] == str(begun)
    assert_whole(office, ended)
    assert_whole(office, begun)


def test_a_restart_takes_the_newest_version_of_the_model(office: Office) -> None:
    ended = case(office)
    cancel(office, ended)
    publish(office, bundle(LINE.replace("b:user", "b:manual"), ROLES))
    begun = restart(office, ended)
    assert office.instance(begun).model_version_id != office.instance(ended).model_version_id


def test_tasks_that_a_cancelled_case_had_are_no_longer_in_any_inbox(office: Office) -> None:
    instance = case(office)
    cancel(office, instance)
    assert [row for row in office.inbox("thuky") if row.instance == instance] == []
    with office.system.store.reading() as session:
        assert session.scalars(select(Task.state).where(Task.instance_id == instance)).all() == ["cancelled"]
