"""Giving a task to somebody: by whom, to whom, and where it is refused."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from sqlalchemy import select, update

from engine.commands.assign_task import AssignTask, assign_task
from engine.domain.errors import Refusal
from engine.domain.mandate_refusals import AlreadyHeld, AssigneeAbsent, AssigneeMayNot
from engine.domain.refusals import (
    CaseConfidential,
    DutiesNotSeparated,
    NotAuthorised,
    ReasonMissing,
    TaskDone,
)
from engine.domain.states import TaskState
from engine.queries.task import assignees, task_view
from engine.store.tables import Notification, ProcessInstance, Task
from qms.demo_office.loading import person_id, unit_id
from qms.organisation.tables import Person
from tests.engine.cases import AGENCY, bundle, history, publish, start
from tests.engine.mandates import away, delegate
from tests.office import Office

OF_UNIT = '<gov:assignment role="CHUYEN_VIEN" unit="don_vi"/>'
CHECKED = f'{OF_UNIT}<gov:separation differentFrom="a"/>'
HEAD = "truongkt"


@pytest.fixture(name="task")
def task_of_a_unit(office: Office) -> UUID:
    """A task for the officers of the economic office, followed by one that checks it."""
    publish(
        office,
        bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", {"a": OF_UNIT, "b": CHECKED}),
    )
    return office.tasks(start(office, don_vi=str(unit_id(AGENCY, "P-KT"))))[0].id


def assign(office: Office, by: str, task: UUID, to: str | None, reason: str = "Chị Tiên nghỉ") -> None:
    command = AssignTask(
        task=task,
        viewer=office.viewer(by),
        origin="test",
        to=person_id(to) if to else None,
        reason=reason,
    )
    assign_task(office.system.store, office.system.surroundings, command, office.now)


def row(office: Office, task: UUID) -> Task:
    with office.system.store.reading() as session:
        return session.get_one(Task, task)


def test_a_head_gives_a_task_on_and_history_and_the_person_are_told(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    with office.system.store.reading() as session:
        offered = assignees(session, office.system.surroundings, office.viewer(HEAD), task, office.today)
    assert set(offered) == {person_id("giabao"), person_id("chihoa")}
    assign(office, HEAD, task, "giabao")
    now = row(office, task)
    assert (now.state, now.claimed_by, now.claimed_for) == (TaskState.CLAIMED, person_id("giabao"), None)
    (event,) = (one for one in history(office, now.instance_id) if one.kind == "task.assigned")
    data = json.loads(event.data)
    assert (event.actor_id, data["from"], data["to"], data["reason"]) == (
        person_id(HEAD),
        str(person_id("camtien")),
        str(person_id("giabao")),
        "Chị Tiên nghỉ",
    )
    with office.system.store.reading() as session:
        asked = select(Notification.person_id).where(
            Notification.task_id == task, Notification.step.like("assigned%")
        )
        assert list(session.scalars(asked)) == [person_id("giabao")]
    office.complete("giabao", task, {})
    with pytest.raises(TaskDone):
        assign(office, HEAD, task, "camtien")


def test_it_is_given_back_to_its_queue_once(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    assign(office, "thuky", task, None)
    assert (row(office, task).state, row(office, task).claimed_by) == (TaskState.OPEN, None)
    with pytest.raises(AlreadyHeld):
        assign(office, "thuky", task, None)
    assign(office, "thuky", task, "camtien")
    with pytest.raises(AlreadyHeld):
        assign(office, "thuky", task, "camtien")


def test_it_may_be_given_to_who_acts_for_another(office: Office, task: UUID) -> None:
    mandate = delegate(office, "camtien", "minhdat", roles=("CHUYEN_VIEN",))
    assign(office, HEAD, task, "minhdat")
    now = row(office, task)
    assert (now.claimed_by, now.claimed_for, now.mandate_id) == (
        person_id("minhdat"),
        person_id("camtien"),
        mandate,
    )


@pytest.mark.parametrize(
    ("by", "to", "reason", "refused"),
    [
        ("truongnc", "giabao", "vì", NotAuthorised),  # the head of another unit
        ("camtien", "giabao", "vì", NotAuthorised),
        (HEAD, "giabao", " ", ReasonMissing),
        (HEAD, "minhdat", "vì", AssigneeMayNot),  # of another unit
        (HEAD, "chihoa", "vì", AssigneeAbsent),
    ],
)
def test_it_is_refused_by_whom_and_to_whom_it_may_not_be(
    office: Office, task: UUID, by: str, to: str, reason: str, refused: type[Refusal]
) -> None:
    away(office, "chihoa")
    delegate(office, HEAD, "camtien")  # powers other than working on tasks are not lent
    with pytest.raises(refused):
        assign(office, by, task, to, reason)
    assert row(office, task).state == TaskState.OPEN


def test_no_way_leads_round_separate_duties(office: Office, task: UUID) -> None:
    delegate(office, "camtien", "minhdat", roles=("CHUYEN_VIEN",))
    office.complete("camtien", task, {})
    second = next(one.id for one in office.tasks(row(office, task).instance_id) if one.element_id == "b")
    for name in ("camtien", "minhdat"):  # who did it, and who would act in that name
        with pytest.raises(DutiesNotSeparated) as refused:
            assign(office, "thuky", second, name)
        assert "Hồ Thị Cẩm Tiên" in refused.value.vi


def test_a_closed_case_is_closed_to_who_gives_tasks_too(office: Office, task: UUID) -> None:
    with office.system.store.transaction() as session:
        session.get_one(ProcessInstance, row(office, task).instance_id).confidential = True
    with pytest.raises(CaseConfidential):
        assign(office, "thuky", task, "giabao")
    with office.system.store.reading() as session, pytest.raises(Refusal):
        task_view(session, office.system.surroundings, office.viewer("thuky"), task)


def test_what_waits_for_one_person_who_has_left_goes_to_a_colleague_unless_it_is_to_be_done_in_person(
    office: Office,
) -> None:
    bound, personal = (
        '<gov:assignment person="nguoi"/>',
        '<gov:assignment person="nguoi" inPerson="true"/>',
    )
    drawing = bundle(
        "s:start\n a:user\n b:user\n e:end\n f:and\n s > f\n f > a > e\n f > b > e",
        {"a": bound, "b": personal},
    )
    publish(office, drawing)
    case = start(office, nguoi=str(person_id("camtien")))
    tasks = {one.element_id: one.id for one in office.tasks(case)}
    with pytest.raises(AssigneeMayNot):
        assign(office, "quantri", tasks["a"], "giabao")
    with office.system.store.transaction() as session:
        session.execute(update(Person).where(Person.id == person_id("camtien")).values(active=False))
    with pytest.raises(AssigneeMayNot):
        assign(office, "quantri", tasks["b"], "giabao")
    with office.system.store.reading() as session:
        offered = assignees(
            session, office.system.surroundings, office.viewer("quantri"), tasks["a"], office.today
        )
    assert person_id("giabao") in offered
    assert person_id("camtien") not in offered
    assign(office, "quantri", tasks["a"], "giabao")
    office.complete("giabao", tasks["a"], {})
    data = json.loads(next(one.data for one in history(office, case) if one.kind == "task.assigned"))
    assert (data["waited_for"], data["to"]) == (str(person_id("camtien")), str(person_id("giabao")))
