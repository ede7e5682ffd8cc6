"""Separate duties hold in every name: of who does a step, in whose name, and of whom the case is about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from engine.commands.save_draft import SaveDraft, save_draft
from engine.domain.definition import ModelRefused
from engine.domain.mandate_refusals import NotOfThatUnit, NotThatPerson, SeparationUnreadable
from engine.domain.refusals import DutiesNotSeparated
from engine.execution.separation import barred_among
from engine.store.tables import ProcessInstance, Task
from qms.demo_office.loading import person_id, unit_id
from tests.engine.cases import AGENCY, bundle, grant, publish, role, start
from tests.engine.mandates import delegate
from tests.engine.versions import moved
from tests.office import Office

OFFICER = role("CHUYEN_VIEN")
CHECKED = role("CHUYEN_VIEN", '<gov:separation differentFrom="a"/>')
TWO = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
ONE = "s:start\n a:user\n e:end\n s > a > e"


def second_step(office: Office, first_by: str) -> UUID:
    """The step that checks what somebody did."""
    publish(office, bundle(TWO, {"a": OFFICER, "b": CHECKED}))
    case = start(office)
    office.complete(first_by, office.tasks(case)[0].id, {})
    return next(task.id for task in office.tasks(case) if task.element_id == "b")


def audit(office: Office, separation: str, **variables: Any) -> UUID:
    publish(office, bundle(ONE, {"a": role("CHUYEN_VIEN", f"<gov:separation {separation}/>")}))
    return office.tasks(start(office, **variables))[0].id


def test_nobody_checks_in_the_name_of_who_did_it(office: Office) -> None:
    task = second_step(office, "camtien")
    delegate(office, "camtien", "truongkt", roles=("CHUYEN_VIEN",))
    for act in (office.claim, lambda name, one: office.complete(name, one, {})):
        with pytest.raises(DutiesNotSeparated, match="Hồ Thị Cẩm Tiên did the step"):
            act("truongkt", task)
    office.complete("giabao", task, {})


def test_neither_who_did_it_in_a_name_nor_whose_name_it_was_checks_it(office: Office) -> None:
    delegate(office, "camtien", "truongkt", roles=("CHUYEN_VIEN",))
    task = second_step(office, "truongkt")
    with pytest.raises(DutiesNotSeparated) as refused:
        office.claim("camtien", task)
    assert "đã được làm thay bạn" in refused.value.vi
    grant(office, "truongkt", "CHUYEN_VIEN")
    with pytest.raises(DutiesNotSeparated, match="You did the step"):
        office.claim("truongkt", task)


def test_who_belongs_to_the_unit_in_question_judges_it_in_no_name(office: Office) -> None:
    task = audit(office, 'notOfUnit="don_vi"', don_vi=str(unit_id(AGENCY, "P-KT")))
    grant(office, "minhdat", "VAN_THU", "P-KT")
    delegate(office, "giabao", "truongnc", roles=("CHUYEN_VIEN",))
    for name in ("camtien", "minhdat", "truongnc"):  # of it, with a role in it, for somebody of it
        with pytest.raises(NotOfThatUnit):
            office.claim(name, task)
        with pytest.raises(NotOfThatUnit):
            office.complete(name, task, {})
    office.complete("kieuoanh", task, {})


@pytest.mark.parametrize("several", [False, True])
def test_who_did_the_work_does_not_verify_it(office: Office, several: bool) -> None:  # noqa: FBT001 - a case
    doer = str(person_id("camtien"))
    task = audit(office, 'notPerson="nguoi"', nguoi=[doer, str(person_id("giabao"))] if several else doer)
    with pytest.raises(NotThatPerson):
        office.claim("camtien", task)
    office.complete("kieuoanh", task, {})


def test_what_is_not_set_keeps_nobody_out_and_what_is_no_id_keeps_everybody(office: Office) -> None:
    office.complete("camtien", audit(office, 'notPerson="nguoi"', nguoi=None), {})
    with pytest.raises(SeparationUnreadable):
        office.claim("camtien", audit(office, 'notPerson="nguoi"', nguoi="chị Tiên"))


ONE_BY_ONE = "s:start\n a:user each x of ds\n b:user\n e:end\n s > a > b > e"
BEHIND_A_LOOP = (
    "s:start\n q:sub each x of ds {\n i:start\n a:user\n o:end\n i > a > o\n }"
    "\n b:user\n e:end\n s > q > b > e"
)
DEEPER = (
    "s:start\n q:sub each x of ds {\n i:start\n a:user\n r:sub each y of ds {\n j:start\n b:user\n p:end"
    "\n j > b > p\n }\n o:end\n i > a > r > o\n }\n e:end\n s > q > e"
)


@pytest.mark.parametrize("drawing", [ONE_BY_ONE, BEHIND_A_LOOP, DEEPER])
def test_who_did_a_step_within_a_loop_checks_it_neither_behind_nor_deeper(
    office: Office, drawing: str
) -> None:
    publish(office, bundle(drawing, {"a": OFFICER, "b": CHECKED}))
    case = start(office, ds=["x"])
    office.complete("camtien", office.tasks(case)[0].id, {})
    task = next(task.id for task in office.tasks(case) if task.element_id == "b")
    with pytest.raises(DutiesNotSeparated):
        office.claim("camtien", task)
    office.complete("giabao", task, {})


def test_who_did_the_step_for_one_item_checks_that_of_another(office: Office) -> None:
    drawing = BEHIND_A_LOOP.replace(" o:end\n i > a > o", " b:user\n o:end\n i > a > b > o")
    drawing = drawing.replace("}\n b:user", "}").replace("q > b > e", "q > e")
    publish(office, bundle(drawing, {"a": OFFICER, "b": CHECKED}))
    case = start(office, ds=["x", "y"])
    for name, task in zip(("camtien", "giabao"), office.tasks(case), strict=True):
        office.complete(name, task.id, {})
    done = {task.scope: task.completed_by for task in office.tasks(case) if task.element_id == "a"}
    for task in [task for task in office.tasks(case) if task.element_id == "b"]:
        own, other = ("camtien", "giabao")[:: 1 if done[task.scope] == person_id("camtien") else -1]
        with pytest.raises(DutiesNotSeparated):
            office.claim(own, task.id)
        office.claim(other, task.id)


def test_a_step_renamed_by_a_migration_is_still_the_step_that_was_done(office: Office) -> None:
    task = second_step(office, "camtien")
    drawing = TWO.replace("a:user", "soan:user").replace(" a ", " soan ")
    publish(office, bundle(drawing, {"soan": OFFICER, "b": CHECKED.replace('"a"', '"soan"')}))
    with office.system.store.reading() as session:
        case = session.get_one(Task, task).instance_id
    moved(office, case, a="soan")
    with pytest.raises(DutiesNotSeparated):
        office.claim("camtien", task)
    office.complete("giabao", task, {})


def test_who_may_not_check_does_not_fill_in_the_draft_of_the_check_either(office: Office) -> None:
    task = second_step(office, "camtien")
    command = SaveDraft(task=task, viewer=office.viewer("camtien"), values={"ket_luan": ["dat"]}, files={})
    with pytest.raises(DutiesNotSeparated):
        save_draft(office.system.store, office.system.surroundings, command, office.now)


def test_a_ladder_knows_whom_to_pass_over(office: Office) -> None:
    task = second_step(office, "camtien")

    def barred(session: Session) -> frozenset[UUID]:
        row = session.get_one(Task, task)
        instance = session.get_one(ProcessInstance, row.instance_id)
        persons = (person_id("camtien"), person_id("giabao"))
        return barred_among(session, office.system.surroundings, instance, row, persons, office.now)

    with office.system.store.reading() as session:
        assert barred(session) == {person_id("camtien")}


@pytest.mark.parametrize(
    ("separation", "rule"),
    [
        ('differentFrom="e"', "separation-unknown"),
        ('notPerson="la"', "separation-variable"),
        ('notOfUnit="so"', "expression-result"),
        ('notOfUnit="1 +"', "expression-unreadable"),
        ("", "gov-attribute-missing"),
    ],
)
def test_a_separation_that_separates_nobody_is_refused(office: Office, separation: str, rule: str) -> None:
    files = bundle(ONE, {"a": role("CHUYEN_VIEN", f"<gov:separation {separation}/>")})
    variables = (
        '<bpmn:extensionElements><gov:variables><gov:variable name="so" type="number"/></gov:variables>'
    )
    drawing = files.files["model.bpmn"].decode()
    declared = drawing.replace(
        'isExecutable="true">', f'isExecutable="true">{variables}</bpmn:extensionElements>', 1
    )
    with pytest.raises(ModelRefused) as refused:
        publish(office, type(files)(files={**files.files, "model.bpmn": declared.encode()}))
    assert rule in {finding.rule for finding in refused.value.findings}
