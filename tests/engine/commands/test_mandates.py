"""Acting in another's name: by what is in force at the moment of the act, told in task and history."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import select, update

from engine.commands.claim_task import ClaimTask, claim_task
from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.release_lost_claims import lost_claims, release_lost_claim
from engine.domain.forms import Submitted
from engine.domain.mandate_refusals import MandateEnded
from engine.domain.mandates import MandateEnd, MandateForm, acted_for
from engine.domain.refusals import InstanceNotYours, TaskNotYours, TaskTaken
from engine.domain.states import TaskState
from engine.execution.recipients import candidates
from engine.queries.inbox_statements import Queue
from engine.queries.instance import require_visible
from engine.queries.task import TaskView, task_view
from engine.store.tables import Notification, Task
from qms.demo_office.loading import agency_id, person_id
from qms.organisation.tables import Person
from tests.engine.cases import (
    AGENCY,
    at_once,
    bundle,
    end_roles,
    grant,
    history,
    publish,
    role,
    start,
    statements,
)
from tests.engine.mandates import LAST_DAY, away, delegate, revoke
from tests.office import Office

HEAD, DEPUTY = "truongkt", "camtien"
"""The head of the economic office (LD_PHONG) and an officer of it."""


def open_task(office: Office, extension: str = role("LD_PHONG"), **variables: str) -> UUID:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": extension}))
    (task,) = office.tasks(start(office, **variables))
    return task.id


def row(office: Office, task: UUID) -> Task:
    with office.system.store.reading() as session:
        return session.get_one(Task, task)


def view(office: Office, username: str, task: UUID) -> TaskView:
    with office.system.store.reading() as session:
        return task_view(
            session, office.system.surroundings, office.viewer(username), task, today=office.today
        )


def told(office: Office, task: UUID, kind: str) -> dict[str, object]:
    (event,) = (one for one in history(office, row(office, task).instance_id) if one.kind == kind)
    return {"actor": event.actor_id, **json.loads(event.data)}


def release_lost(office: Office) -> None:
    with office.system.store.reading() as session:
        lost = lost_claims(session, office.system.surroundings, office.now)
    for one in lost:
        while release_lost_claim(office.system.store, office.system.surroundings, one, office.now):
            pass


def test_what_is_done_in_anothers_name_says_who_and_for_whom(office: Office) -> None:
    mandate = delegate(office, HEAD, DEPUTY)
    task = open_task(office)
    (line,) = office.inbox(DEPUTY)
    assert (line.id, line.on_behalf_of, line.form, line.decision) == (
        task,
        "Dương Nhật Quang",
        MandateForm.AUTHORISED,
        "12/QĐ-VP",
    )
    office.claim(DEPUTY, task)
    assert row(office, task).claimed_for == person_id(HEAD)
    seen = view(office, DEPUTY, task)
    assert (seen.on_behalf_of, seen.may_work) == ("Dương Nhật Quang", True)
    office.complete(DEPUTY, task, {})
    done = row(office, task)
    assert (done.completed_by, done.completed_for, done.mandate_id) == (
        person_id(DEPUTY),
        person_id(HEAD),
        mandate,
    )
    for kind in ("task.claimed", "task.completed"):
        event = told(office, task, kind)
        acted = acted_for(event)
        assert acted is not None
        assert (event["actor"], acted.on_behalf_of, acted.mandate) == (
            person_id(DEPUTY),
            person_id(HEAD),
            mandate,
        )
        assert (acted.form, acted.decision) == (MandateForm.AUTHORISED, "12/QĐ-VP")
    assert view(office, HEAD, task).on_behalf_of == "Dương Nhật Quang"


def test_the_day_after_the_last_the_signature_is_refused_with_form_decision_and_day(office: Office) -> None:
    delegate(office, HEAD, DEPUTY)
    task = open_task(office)
    office.clock.move_to(office.now + timedelta(days=4))
    assert office.today == LAST_DAY
    on_the_last_day = office.viewer(DEPUTY)
    office.claim(DEPUTY, task)
    office.clock.move_to(office.now + timedelta(days=1))
    command = CompleteTask(task=task, viewer=on_the_last_day, origin="test", submitted=Submitted(values={}))
    for act in (
        lambda: complete_task(office.system.store, office.system.surroundings, command, office.now),
        lambda: office.claim(DEPUTY, task),
        lambda: view(office, DEPUTY, task),
    ):
        with pytest.raises(MandateEnded) as refused:
            act()
        for part in ("TUQ.", "12/QĐ-VP", "27/11/2026", "Dương Nhật Quang"):
            assert part in refused.value.vi
    assert row(office, task).state == TaskState.CLAIMED
    release_lost(office)
    assert (row(office, task).state, row(office, task).claimed_for) == (TaskState.OPEN, None)
    office.complete(HEAD, task, {})


@pytest.mark.parametrize("end", [MandateEnd.REVOKED, MandateEnd.ROLE_LOST])
def test_a_mandate_that_ended_since_the_page_was_shown_opens_nothing(office: Office, end: MandateEnd) -> None:
    mandate = delegate(office, HEAD, DEPUTY)
    task = open_task(office)
    viewer = office.viewer(DEPUTY)
    if end is MandateEnd.REVOKED:
        revoke(office, mandate)
    else:
        end_roles(office, HEAD, office.today)
    command = ClaimTask(task=task, viewer=viewer, origin="test")
    with pytest.raises(MandateEnded) as refused:
        claim_task(office.system.store, office.system.surroundings, command, office.now)
    assert refused.value.end is end


def test_nothing_is_passed_on_twice_and_who_is_not_active_lends_nothing(office: Office) -> None:
    delegate(office, HEAD, DEPUTY)
    delegate(office, DEPUTY, "giabao", decision="13/QĐ-VP")
    task = open_task(office)
    with pytest.raises(TaskNotYours):
        office.claim("giabao", task)
    with office.system.store.transaction() as session:
        session.execute(update(Person).where(Person.id == person_id(HEAD)).values(active=False))
    with pytest.raises(MandateEnded):
        office.claim(DEPUTY, task)


def test_of_two_claiming_in_one_name_exactly_one_holds_the_task(office: Office) -> None:
    for name in (DEPUTY, "giabao"):
        delegate(office, HEAD, name)
    task = open_task(office)
    answers = at_once(*(partial(office.claim, name, task) for name in (DEPUTY, "giabao", HEAD)))
    assert sum(answer is None for answer in answers) == 1
    assert sum(isinstance(answer, TaskTaken) for answer in answers) == 2


def test_a_substitute_goes_on_with_what_the_absent_person_had_claimed(office: Office) -> None:
    task = open_task(office)
    office.claim(HEAD, task)
    delegate(office, HEAD, "giabao")
    with pytest.raises(TaskTaken):
        office.claim("giabao", task)
    assert office.inbox("giabao") == ()
    absence = away(office, HEAD, substitute=DEPUTY)
    (line,) = office.inbox(DEPUTY)
    assert (line.id, line.mine, line.form) == (task, False, MandateForm.ABSENCE)
    assert view(office, DEPUTY, task).takes_over
    office.claim(DEPUTY, task)
    (line,) = office.inbox(DEPUTY)
    assert (line.mine, line.on_behalf_of) == (True, "Dương Nhật Quang")
    last = [one for one in history(office, row(office, task).instance_id) if one.kind == "task.claimed"][-1]
    assert json.loads(last.data)["from"] == str(person_id(HEAD))
    release_lost(office)
    assert row(office, task).claimed_by == person_id(DEPUTY), "it stays until the mandate ends"
    revoke(office, absence)
    release_lost(office)
    assert row(office, task).state == TaskState.OPEN
    assert [one.id for one in office.inbox(HEAD)] == [task]


def test_what_waits_for_one_person_waits_for_the_substitute_too_unless_it_is_personal(office: Office) -> None:
    away(office, HEAD, substitute=DEPUTY)
    extension = '<gov:assignment person="nguoi"{}/>'
    bound = open_task(office, extension.format(""), nguoi=str(person_id(HEAD)))
    personal = open_task(office, extension.format(' inPerson="true"'), nguoi=str(person_id(HEAD)))
    assert [line.id for line in office.inbox(DEPUTY)] == [bound]
    with pytest.raises(TaskNotYours):
        office.claim(DEPUTY, personal)
    office.complete(DEPUTY, bound, {})
    assert row(office, bound).completed_for == person_id(HEAD)
    with office.system.store.reading() as session:
        asked = select(Notification.task_id, Notification.person_id).where(Notification.kind == "M01")
        notices = {(task, person) for task, person in session.execute(asked)}
    assert {(bound, person_id(DEPUTY)), (bound, person_id(HEAD)), (personal, person_id(HEAD))} <= notices
    assert (personal, person_id(DEPUTY)) not in notices


def test_a_new_task_is_told_to_the_holder_of_the_role_and_to_who_acts_in_scope(office: Office) -> None:
    delegate(office, HEAD, DEPUTY, elements=("a",))
    delegate(office, HEAD, "giabao", elements=("khac",))
    task = open_task(office)
    with office.system.store.reading() as session:
        asked = select(Notification.person_id).where(Notification.task_id == task)
        persons = set(session.scalars(asked))
    assert {person_id(HEAD), person_id(DEPUTY)} <= persons
    assert person_id("giabao") not in persons


def test_a_case_is_seen_by_who_may_act_in_it_and_by_in_whose_name_it_was_done(office: Office) -> None:
    mandate = delegate(office, HEAD, "giabao")
    task = open_task(office)
    case = row(office, task).instance_id

    def see(username: str) -> None:
        with office.system.store.reading() as session:
            require_visible(session, office.viewer(username), case)

    see("giabao")
    with pytest.raises(InstanceNotYours):
        see(DEPUTY)
    office.complete("giabao", task, {})
    revoke(office, mandate)
    for username in ("giabao", HEAD):
        see(username)


def test_a_viewer_with_mandates_is_read_in_one_statement(office: Office) -> None:
    delegate(office, HEAD, DEPUTY)
    away(office, "truongnc", substitute=DEPUTY)
    with statements(office.system.store.engine) as seen:
        viewer = office.viewer(DEPUTY)
    assert len(seen) == 1
    assert {one.mandate.principal for one in viewer.mandated} == {person_id(HEAD), person_id("truongnc")}
    assert not viewer.holds("LD_PHONG")


def test_what_was_claimed_in_a_name_and_done_by_own_right_is_done_in_the_own_name(office: Office) -> None:
    mandate = delegate(office, HEAD, DEPUTY, elements=("a",))
    task = open_task(office)
    office.claim(DEPUTY, task)
    grant(office, DEPUTY, "LD_PHONG")
    assert view(office, DEPUTY, task).on_behalf_of == "Dương Nhật Quang", "it stays held by the mandate"
    revoke(office, mandate)
    release_lost(office)
    seen, (line,) = view(office, DEPUTY, task), office.inbox(DEPUTY)
    assert (seen.on_behalf_of, seen.decision, line.on_behalf_of, line.decision) == (None,) * 4
    office.complete(DEPUTY, task, {})
    done, (line,) = row(office, task), office.inbox(DEPUTY, Queue.DONE)
    assert (done.claimed_for, done.completed_for, done.mandate_id, line.on_behalf_of) == (None,) * 4
    assert view(office, DEPUTY, task).on_behalf_of is None
    assert acted_for(told(office, task, "task.completed")) is None


def test_the_list_of_what_is_done_still_tells_form_and_decision_after_the_mandate_has_ended(
    office: Office,
) -> None:
    mandate = delegate(office, HEAD, DEPUTY)
    task = open_task(office)
    office.complete(DEPUTY, task, {})
    revoke(office, mandate)
    (line,) = office.inbox(DEPUTY, Queue.DONE)
    assert (line.on_behalf_of, line.form, line.decision) == (
        "Dương Nhật Quang",
        MandateForm.AUTHORISED,
        "12/QĐ-VP",
    )


def test_nobody_stands_in_for_who_works_for_another_agency_by_now(office: Office) -> None:
    away(office, HEAD, substitute=DEPUTY)
    task = open_task(office, '<gov:assignment person="nguoi"/>', nguoi=str(person_id(HEAD)))
    with office.system.store.transaction() as session:
        moved = update(Person).where(Person.id == person_id(HEAD))
        session.execute(moved.values(agency_id=agency_id("SKHCN-TN")))
    with office.system.store.reading() as session:
        directory = office.system.surroundings.directory
        assert directory.substitutes(session, agency_id(AGENCY), office.today) == ()
        assert candidates(session, office.system.surroundings, session.get_one(Task, task), office.today) == (
            person_id(HEAD),
        )
