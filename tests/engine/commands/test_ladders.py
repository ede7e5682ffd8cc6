"""Climbing a ladder: whom it tells, what it does, and when it is silent."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.claim_task import ReleaseTask, release_task
from engine.domain.calendar import VIETNAM
from engine.domain.escalation import LADDERS, Wait
from engine.domain.escalation_steps import (
    Action,
    Audience,
    CountedFrom,
    Ladder,
    NamedRole,
    NewHolder,
    OpenNonconformity,
    RaisePriority,
    Reassign,
    Standing,
    StartProcess,
    Step,
    StepKind,
)
from engine.domain.identifiers import fresh_id
from engine.domain.states import TaskState
from engine.execution import ladders
from engine.queries.case_links import LinkKind, case_links
from engine.queries.instance import instance_view
from engine.store.tables import ClockEntry, Notification, ProcessInstance, Task
from qms.demo_office.loading import person_id, unit_id
from qms.nonconformities.tables import Nonconformity
from tests.engine.cases import AGENCY, bundle, grant, history, incidents, publish, role, start
from tests.office import Office

LINE = "s:start\n a:user\n e:end\n s > a > e"
DUE = datetime(2026, 11, 27, 7, 30, tzinfo=VIETNAM)
"""Opening of the legal day: three working days after Monday 23/11/2026, of which the 24th is off."""


class Only:
    """One ladder, whatever it is called."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder

    def ladder(self, agency: UUID, code: str) -> Ladder:
        """That ladder."""
        del agency, code
        return self._ladder


def step(code: str, amount: int, *actions: Action, **given: Any) -> Step:
    usual: dict[str, Any] = {"to": (Audience.ASSIGNEE,), "mail": "M03", "from_": CountedFrom.LEGAL}
    return Step(code=code, kind=StepKind.ESCALATION, amount=amount, actions=actions, **{**usual, **given})


def climb(office: Office, *steps: Step, on_case: bool = False) -> UUID:
    """A case whose only task, or which itself, is on a ladder of these steps, due in three working days."""
    known = replace(office.system.surroundings, ladders=Only(Ladder(code="THU", steps=steps)))
    office.system = replace(office.system, surroundings=known)
    rules = '<gov:deadline workingDays="3"/><gov:escalation ladder="THU"/>'
    extensions = {"a": role("CHUYEN_VIEN", "" if on_case else rules)}
    publish(office, bundle(LINE, extensions | ({"P": rules} if on_case else {})))
    return start(office)


def tellings(office: Office, instance: UUID) -> list[dict[str, Any]]:
    return [json.loads(event.data) for event in history(office, instance) if event.kind == "escalation.told"]


def notices(office: Office, kind: str) -> list[tuple[str, UUID]]:
    with office.system.store.reading() as session:
        found = session.scalars(
            select(Notification).where(Notification.kind == kind).order_by(Notification.created_at)
        )
        return [(one.step, one.person_id) for one in found]


def nonconformities(office: Office) -> list[Nonconformity]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Nonconformity)))


def set_row(office: Office, row: type[Task | ProcessInstance], key: UUID, **values: object) -> None:
    with office.system.store.transaction() as session:
        found = session.get_one(row, key)
        for name, value in values.items():
            setattr(found, name, value)


def test_a_late_task_goes_to_the_head_of_the_unit_with_all_that_follows_from_it(office: Office) -> None:
    publish(office, bundle(LINE, {"a": role("THU_KY_ISO")}, key="QMS_P08_THU"))
    instance = climb(
        office,
        step(
            "E1",
            0,
            Reassign(to=NewHolder.UNIT_HEAD),
            RaisePriority(to=2),
            OpenNonconformity(),
            StartProcess(key="QMS_P08_THU", variables={"ly_do": "trễ hạn"}),
        ),
        step("E2", 1, OpenNonconformity(), RaisePriority(to=1)),
    )
    (task,) = office.tasks(instance)
    office.claim("minhdat", task.id)
    office.pass_until(DUE)

    (task,) = office.tasks(instance)
    head = person_id("truongnc")
    assert (task.state, task.claimed_by, task.priority) == (TaskState.OPEN, None, 2)
    assert (task.role, task.unit_id) == ("LD_PHONG", unit_id(AGENCY, "P-NC"))
    assert office.task("truongnc", task.name) == task.id
    assert ("E1", head) in notices(office, "M01")
    assert notices(office, "M03") == [("E1", person_id("minhdat"))]
    (found,) = nonconformities(office)
    (told,) = tellings(office, instance)
    assert [one["do"] for one in told["actions"]] == [
        "reassign",
        "raise_priority",
        "open_nonconformity",
        "start_process",
    ]
    assert told["actions"][2]["code"] == found.code
    begun = UUID(told["actions"][3]["instance"])
    assert (office.instance(begun).code, office.instance(begun).hops) == (told["actions"][3]["case"], 1)
    assert "escalation.began" in [event.kind for event in history(office, begun)]
    assert "task.reassigned" in [event.kind for event in history(office, instance)]
    for case, other, kind in (
        (instance, begun, LinkKind.STARTED_BY_LADDER),
        (begun, instance, LinkKind.LATE),
    ):
        with office.system.store.reading() as session:
            viewer = office.viewer("quantri")
            view = instance_view(session, office.system.surroundings, viewer, case, office.now)
            links = case_links(session, viewer, view)
        assert [(link.kind, link.instance) for link in links] == [(kind, other)]

    office.pass_until(DUE + timedelta(days=4))
    assert [one["step"] for one in tellings(office, instance)] == ["E1", "E2"]
    assert len(nonconformities(office)) == 1
    assert office.tasks(instance)[0].priority == 2
    assert incidents(office, instance) == []


def test_missed_levels_still_do_what_they_do(office: Office) -> None:
    instance = climb(office, step("E1", 0, OpenNonconformity()), step("E2", 1))
    office.clock.move_to(DUE + timedelta(days=7))
    office.work()
    (told,) = tellings(office, instance)
    assert (told["step"], told["passed_over"], len(nonconformities(office))) == ("E2", ["E1"], 1)


def test_what_cannot_be_done_holds_up_nobody_and_is_told_to_those_who_repair(office: Office) -> None:
    instance = climb(office, step("E1", 0, StartProcess(key="QMS_P77_KHONG_CO"), RaisePriority(to=1)))
    office.pass_until(DUE)
    (told,) = tellings(office, instance)
    assert "QMS_P77_KHONG_CO" in told["actions"][0]["failed"]
    assert office.tasks(instance)[0].priority == 1
    assert notices(office, "M03")
    assert {person for _, person in notices(office, "S06")} == {person_id("quantri"), person_id("thuky")}
    assert office.tasks(instance)[0].escalate_at is None


def test_a_held_task_is_offered_to_its_queue_again_and_a_free_one_stays_as_it_is(office: Office) -> None:
    instance = climb(office, step("E1", 0, Reassign()), step("E2", 1, Reassign()))
    (task,) = office.tasks(instance)
    office.claim("camtien", task.id)
    office.pass_until(DUE)
    (task,) = office.tasks(instance)
    assert (task.state, task.role, task.claimed_by) == (TaskState.OPEN, "CHUYEN_VIEN", None)
    offered = {person for step, person in notices(office, "M01") if step == "E1"}
    assert {person_id("camtien"), person_id("giabao")} <= offered
    office.pass_until(DUE + timedelta(days=4))
    assert not [one for one in notices(office, "M01") if one[0] == "E2"]


def test_while_the_clock_stands_still_nothing_is_told_and_afterwards_by_the_new_dates(office: Office) -> None:
    instance = climb(office, step("E1", 0))
    (task,) = office.tasks(instance)
    task.clock_paused_at = office.now
    ladders.rearm(task, office.system.surroundings, office.now, anew=True)
    assert task.escalate_at is None
    set_row(office, Task, task.id, clock_paused_at=office.now, escalate_at=office.now)
    office.pass_until(DUE + timedelta(days=5))
    assert tellings(office, instance) == []
    (task,) = office.tasks(instance)
    assert task.escalate_at is None
    later = datetime(2026, 12, 8, 7, 30, tzinfo=VIETNAM)
    task.clock_paused_at, task.legal_due, task.target_due = None, later.date(), later.date()
    ladders.rearm(task, office.system.surroundings, office.now, anew=True)
    assert task.escalate_at == later


def test_a_level_that_was_told_is_told_again_by_a_later_date(office: Office) -> None:
    instance = climb(office, step("E1", 0))
    office.pass_until(DUE)
    (task,) = office.tasks(instance)
    later = datetime(2026, 12, 8, 7, 30, tzinfo=VIETNAM)
    task.legal_due = task.target_due = later.date()
    ladders.rearm(task, office.system.surroundings, office.now, anew=False)
    moved = {name: getattr(task, name) for name in ("legal_due", "target_due", "ladder_done", "escalate_at")}
    set_row(office, Task, task.id, **moved)
    office.pass_until(later)
    assert [one["step"] for one in tellings(office, instance)] == ["E1", "E1"]
    assert {step for step, _ in notices(office, "M03")} == {"E1", "E1@2026-12-08"}


def test_a_step_for_what_nobody_holds_comes_when_the_task_is_given_back(office: Office) -> None:
    unclaimed = frozenset({Standing.UNCLAIMED})
    instance = climb(office, step("E1", -1, holds_for=unclaimed))
    (task,) = office.tasks(instance)
    office.claim("camtien", task.id)
    office.pass_until(DUE)
    assert tellings(office, instance) == []
    command = ReleaseTask(task=task.id, viewer=office.viewer("camtien"), origin="test")
    release_task(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    assert [one["step"] for one in tellings(office, instance)] == ["E1"]


def test_a_late_case_is_told_every_working_day_to_the_holders_of_a_named_role(office: Office) -> None:
    grant(office, "giabao", "LD_MOT_CUA")
    head = NamedRole(role="LD_MOT_CUA")
    instance = climb(office, step("H1", 1, RaisePriority(to=1), to=(head,), every=1), on_case=True)
    office.pass_until(datetime(2026, 12, 2, 8, tzinfo=VIETNAM))  # Monday, Tuesday and Wednesday
    person = person_id("giabao")
    assert notices(office, "M03") == [
        ("H1", person),
        ("H1@2026-12-01", person),
        ("H1@2026-12-02", person),
    ]
    assert [one["step"] for one in tellings(office, instance)] == ["H1"] * 3
    assert office.tasks(instance)[0].priority == 1


@pytest.mark.parametrize(("task_alone", "minutes"), [(False, 120), (True, 120), (None, 0)])
def test_a_share_of_the_time_leaves_out_what_the_ledger_says_the_clock_stood_still(
    office: Office, *, task_alone: bool | None, minutes: int
) -> None:
    instance = climb(office, *LADDERS["TTHC"].steps)
    (task,) = office.tasks(instance)
    if task_alone is not None:
        set_row(office, ProcessInstance, instance, clock_entries=2)
    with office.system.store.transaction() as session:
        for number, (kind, hour) in enumerate([("pause", 9), ("resume", 11)]):
            session.add(
                ClockEntry(
                    id=fresh_id(),
                    instance_id=instance,
                    task_id=task.id if task_alone else None,
                    agency_id=task.agency_id,
                    sequence=number,
                    kind=kind,
                    at=datetime(2026, 11, 25, hour, tzinfo=VIETNAM),
                    event="",
                    authority="",
                    basis="",
                    reason="",
                    recorded_at=office.now,
                )
            )
    with office.system.store.reading() as session:
        row, case = session.get_one(Task, task.id), session.get_one(ProcessInstance, instance)
        stood = ladders.stood_still(session, office.system.surroundings, case, row)
        decision = ladders.decide(
            row, office.system.surroundings, created=row.created_at, now=office.now, stood_still=stood
        )
    assert stood == minutes
    # 450 minutes of Monday, 480 of each of three days: half of 1890, or of 1770 and 120 more.
    whole = 1890 - minutes
    half = office.system.surroundings.calendars.calendar_of(task.agency_id).add_working_minutes(
        office.now, 1890 - whole // 2
    )
    assert decision == Wait(until=half)
