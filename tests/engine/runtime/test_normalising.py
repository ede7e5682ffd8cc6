"""What other tools write is read as what it means here, or left out with a word; the answer says which."""

# ruff: noqa: E501  a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.domain.definition import ActivityDefinition, DeadlineRule, OperatorBinding, Severity
from engine.runtime import CompiledModel, RunningProcess
from tests.engine.runtime.drawings import NOW

Compiled = Callable[..., CompiledModel]
PLAIN = "s:start\n a:user\n e:end\n s > a > e"
A = '<bpmn:userTask id="a" name="Bước a">'
FORM = {"type": "default", "components": []}


def rules(model: CompiledModel) -> set[str]:
    assert all(finding.severity is Severity.INFO for finding in model.rewritten)
    return {finding.rule for finding in model.rewritten}


def left_out(model: CompiledModel) -> bool:
    return "left-out" in {finding.rule for finding in model.warnings}


@pytest.fixture
def task(
    draw: Callable[..., str], compiled: Compiled
) -> Callable[..., tuple[CompiledModel, ActivityDefinition]]:
    """The model with this in its user task, and what became of the task."""

    def compile_with(attributes: str = "", inner: str = "") -> tuple[CompiledModel, ActivityDefinition]:
        xml = draw(PLAIN).replace(A, A.replace(">", f" {attributes}>") + inner)
        xml = xml.replace("xmlns:gov", 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:gov', 1)
        model = compiled(xml, {"k": FORM})
        return model, model.definition.activities["a"]

    return compile_with


Task = Callable[..., tuple[CompiledModel, ActivityDefinition]]


def test_a_drawing_of_ours_is_not_rewritten(draw: Callable[..., str], compiled: Compiled) -> None:
    model = compiled(draw(PLAIN))
    assert model.rewritten == ()


@pytest.mark.parametrize(
    ("value", "person"),
    [("demo", '"demo"'), ("${nguoi}", "nguoi"), ("#{nguoi}", "nguoi"), ("= nguoi", "nguoi")],
)
def test_an_assignee_becomes_a_person(task: Task, value: str, person: str) -> None:
    model, definition = task(f'camunda:assignee="{value}"')
    assert definition.assignment is not None
    assert definition.assignment.person_expression == person
    assert rules(model) == {"read-as-gov-assignment"}


def test_one_group_becomes_a_role_and_several_are_left_out(task: Task) -> None:
    model, definition = task('camunda:candidateGroups="THU_KY_ISO"')
    assert definition.assignment is not None
    assert definition.assignment.role == "THU_KY_ISO"
    model, definition = task('camunda:candidateGroups="a,b"')
    assert definition.assignment is None
    assert left_out(model)


def test_a_form_of_the_bundle_is_taken_and_one_elsewhere_is_left_out(task: Task) -> None:
    assert task('camunda:formKey="k"')[1].form_key == "k"
    model, definition = task('camunda:formKey="embedded:app:x.html"')
    assert definition.form_key is None
    assert left_out(model)


def test_a_due_date_becomes_a_deadline(task: Task) -> None:
    assert task('camunda:dueDate="${han}"')[1].deadline == DeadlineRule(date_expression="han")


def test_what_cannot_be_read_is_left_out(task: Task) -> None:
    model, definition = task('camunda:assignee="${execution.getVariable(1)}" camunda:asyncBefore="true"')
    assert definition.assignment is None
    assert left_out(model)
    assert rules(model) == {"setting-left-out"}


def test_what_zeebe_says_in_elements_is_read_too(task: Task) -> None:
    model, definition = task(
        inner="<bpmn:extensionElements><zeebe:assignmentDefinition assignee='= nguoi'/><zeebe:userTask/></bpmn:extensionElements>"
    )
    assert definition.assignment is not None
    assert definition.assignment.person_expression == "nguoi"
    assert rules(model) == {"read-as-gov-assignment", "setting-left-out"}


@pytest.mark.parametrize(
    "marker",
    [
        '<bpmn:multiInstanceLoopCharacteristics camunda:collection="${ds}" camunda:elementVariable="x"/>',
        '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="= ds" inputElement="x"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>',
    ],
)
def test_a_list_of_another_product_is_run_through(task: Task, marker: str) -> None:
    model, definition = task(inner=marker)
    assert definition.multi_instance is not None
    assert definition.multi_instance.collection == "ds"
    process = RunningProcess.start(model, variables={"ds": [1, 2]}, now=NOW)
    assert [process.variables(task.id)["x"] for task in process.open_tasks()] == [1, 2]


@pytest.mark.parametrize(
    ("given", "name"),
    [('camunda:topic="gui"', "gui"), ('camunda:delegateExpression="${gui}"', "gui"), ("", "a")],
)
def test_a_service_of_another_product_is_an_operator_of_its_name(
    draw: Callable[..., str], compiled: Compiled, given: str, name: str
) -> None:
    xml = draw(PLAIN).replace("userTask", "serviceTask").replace('id="a"', f'id="a" {given}')
    model = compiled(xml)
    assert model.definition.activities["a"].operator == OperatorBinding(name=name)
    assert rules(model) == {"read-as-gov-operator"}


def test_flows_without_ids_are_named(draw: Callable[..., str], compiled: Compiled) -> None:
    model = compiled(draw(PLAIN).replace('id="F1_s_a"', "").replace('id="F2_a_e"', ""))
    assert model.definition.flows == {"Flow_1": ("s", "a"), "Flow_2": ("a", "e")}
    assert rules(model) == {"flow-named"}


def test_the_only_flow_without_a_condition_is_the_default(
    draw: Callable[..., str], compiled: Compiled
) -> None:
    model = compiled(draw("s:start\n g:xor\n a:user\n e:end\n s > g\n g > a if x = 1\n g > e\n a > e"))
    assert rules(model) == {"default-implied"}
    assert RunningProcess.start(model, variables={}, now=NOW).completed
    assert not RunningProcess.start(model, variables={"x": 1}, now=NOW).completed


def test_a_model_that_is_not_executable_is_run(draw: Callable[..., str], compiled: Compiled) -> None:
    model = compiled(draw(PLAIN).replace('isExecutable="true"', 'isExecutable="false"'))
    assert rules(model) == {"not-executable-is-run"}


@pytest.mark.parametrize("condition", ["${x == 1 && y}", "#{x == 1 && y}", "= x = 1 and y"])
def test_conditions_of_other_products_are_read(
    draw: Callable[..., str], compiled: Compiled, condition: str
) -> None:
    xml = draw("s:start\n g:xor\n a:user\n e:end\n s > g\n g > a if MARK\n g > e else\n a > e")
    model = compiled(xml.replace("MARK", condition.replace("&", "&amp;")))
    assert not RunningProcess.start(model, variables={"x": 1, "y": True}, now=NOW).completed
    assert RunningProcess.start(model, variables={"x": 1}, now=NOW).completed


def test_drawn_data_is_left_out(draw: Callable[..., str], compiled: Compiled) -> None:
    xml = draw(PLAIN).replace(
        A,
        '<bpmn:dataObject id="d"/><bpmn:dataObjectReference id="r" dataObjectRef="d"/><bpmn:dataStoreReference id="st"/>'
        + A
        + '<bpmn:ioSpecification id="io"><bpmn:inputSet/></bpmn:ioSpecification>'
        '<bpmn:dataInputAssociation id="as"><bpmn:sourceRef>r</bpmn:sourceRef></bpmn:dataInputAssociation>',
    )
    model = compiled(xml)
    assert {finding.rule for finding in model.warnings} >= {"left-out", "drawn-data"}


def test_a_message_without_a_choice_has_the_name_of_its_event(
    draw: Callable[..., str], compiled: Compiled
) -> None:
    xml = draw("s:start\n w:message X\n e:end\n s > w > e").replace(' messageRef="M_X"', "")
    model = compiled(xml)
    assert rules(model) == {"message-named-by-event"}
    (waiting,) = RunningProcess.start(model, variables={}, now=NOW).messages()
    assert waiting.message_name == "Bước w"
