"""What an office asks of answers besides the rules of a form: refused at the field, nothing done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from engine.commands.complete_task import CompleteTask, complete_task
from engine.domain.definition import ModelRefused
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Message, Submitted
from engine.domain.states import TaskState
from engine.execution.answer_checks import CheckUnknown
from engine.ports import AnswersGiven
from qms.demo_office.loading import person_id
from tests.engine.cases import bundle, form, publish, role, start
from tests.office import Office

ONE_STEP = "s:start\n a:user\n e:end\n s > a > e"
CHECKED = role("CHUYEN_VIEN", '<gov:form key="phieu" check="thu.nghiem"/>')
FORM = form({"type": "textfield", "key": "ly_do", "label": "Lý do", "validate": {"required": True}})


class Once:
    """Refuses the answer “không” and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[AnswersGiven] = []

    def __call__(self, given: AnswersGiven) -> Mapping[str, Sequence[Message]]:
        """The refusal, if it is one."""
        self.asked.append(given)
        return {"ly_do": [("Chưa được.", "Not so.")]} if given.answers["ly_do"] == "không" else {}


@pytest.fixture(name="check")
def offered(office: Office) -> Once:
    check = Once()
    around = office.system.surroundings
    office.system = replace(office.system, surroundings=replace(around, checks={"thu.nghiem": check}))
    return check


def complete(office: Office, task: UUID, text: str) -> None:
    command = CompleteTask(
        task=task,
        viewer=office.viewer("camtien"),
        origin="test",
        submitted=Submitted(values={"ly_do": [text]}),
    )
    complete_task(office.system.store, office.system.surroundings, command, office.now)


def test_what_a_check_refuses_is_refused_at_its_field_and_nothing_is_done(
    office: Office, check: Once
) -> None:
    publish(office, bundle(ONE_STEP, {"a": CHECKED}, forms={"phieu": FORM}))
    case = start(office, so=7)
    (task,) = office.tasks(case)
    with pytest.raises(FieldsInvalid) as refused:
        complete(office, task.id, "không")
    assert refused.value.fields == {"ly_do": [("Chưa được.", "Not so.")]}
    assert office.tasks(case)[0].state == TaskState.OPEN
    complete(office, task.id, "có")
    assert office.instance(case).state == "completed"
    (asked, _again) = check.asked
    assert (asked.instance, asked.element_id, asked.person) == (case, "a", person_id("camtien"))
    assert (asked.answers, asked.variables["so"]) == ({"ly_do": "không"}, 7)


def test_the_rules_of_the_form_come_first(office: Office, check: Once) -> None:
    publish(office, bundle(ONE_STEP, {"a": CHECKED}, forms={"phieu": FORM}))
    (task,) = office.tasks(start(office))
    with pytest.raises(FieldsInvalid):
        complete(office, task.id, "")
    assert check.asked == []


def test_a_check_that_this_office_does_not_have_is_refused_at_publishing(office: Office) -> None:
    with pytest.raises(ModelRefused) as refused:
        publish(office, bundle(ONE_STEP, {"a": CHECKED}, forms={"phieu": FORM}))
    assert [finding.rule for finding in refused.value.findings] == ["form-check-unknown"]


def test_a_check_that_is_gone_lets_nothing_pass(office: Office, check: Once) -> None:
    publish(office, bundle(ONE_STEP, {"a": CHECKED}, forms={"phieu": FORM}))
    (task,) = office.tasks(start(office))
    around = office.system.surroundings
    office.system = replace(office.system, surroundings=replace(around, checks={}))
    with pytest.raises(CheckUnknown):
        complete(office, task.id, "có")
    assert check.asked == []
