"""Values that are written while a case runs are of the types that the model declares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from engine.domain.declared_types import ValuesMistyped, mistyped
from engine.domain.values import Value
from engine.runtime import CompiledModel, ProcessIncident, RunningProcess
from tests.engine.runtime.drawings import NOW

DECLARED = {"so": "number", "ten": "text", "ngay": "date", "ds": "list"}
VARIABLES = "".join(f'<gov:variable name="{name}" type="{kind}"/>' for name, kind in DECLARED.items())
EXTENSION = f"<bpmn:extensionElements><gov:variables>{VARIABLES}</gov:variables></bpmn:extensionElements>"


@pytest.fixture
def model(
    draw: Callable[[str], str], compiled: Callable[..., CompiledModel]
) -> Callable[[str], CompiledModel]:
    def make(text: str) -> CompiledModel:
        return compiled(draw(text).replace('isExecutable="true">', f'isExecutable="true">{EXTENSION}', 1))

    return make


def begin(model: CompiledModel, **variables: Value) -> RunningProcess:
    return RunningProcess.start(model, variables=variables, now=NOW)


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        ("text", "a", True),
        ("text", 1, False),
        ("number", 1, True),
        ("number", True, False),
        ("decimal", 2, True),
        ("decimal", Decimal("2.5"), True),
        ("decimal", "2.5", False),
        ("date", date(2026, 1, 5), True),
        ("date", datetime(2026, 1, 5, tzinfo=UTC), False),
        ("datetime", datetime(2026, 1, 5, tzinfo=UTC), True),
        ("datetime", date(2026, 1, 5), False),
        ("bool", False, True),
        ("bool", "có", False),
        ("list", [1], True),
        ("list", {"x": 1}, False),
        ("record", {"x": 1}, True),
        ("file", [{"id": "x"}], True),
        ("file", 5, False),
    ],
)
def test_a_value_is_held_to_the_declared_type_and_null_is_of_every_type(
    kind: str, value: Value, *, fits: bool
) -> None:
    assert (not mistyped({"x": kind}, {"x": value})) is fits
    assert mistyped({"x": kind}, {"x": None, "y": value}) == {}


def test_a_task_is_not_completed_with_a_value_of_another_type(model: Callable[[str], CompiledModel]) -> None:
    case = begin(model("s:start\n a:user\n e:end\n s > a > e"))
    (task,) = case.open_tasks()
    with pytest.raises(ValuesMistyped) as refused:
        case.complete(task.id, {"so": "năm", "ten": "x", "ngay": 5, "khac": 1})
    assert {name: messages[0][1] for name, messages in refused.value.fields.items()} == {
        "so": "The variable “so” is declared as number and does not take a value of type text.",
        "ngay": "The variable “ngay” is declared as date and does not take a value of type number.",
    }
    assert case.variables() == {}
    case.complete(task.id, {"so": 5, "khac": 1})
    assert case.variables() == {"so": 5, "khac": 1}


def test_a_case_does_not_begin_with_a_value_of_another_type(model: Callable[[str], CompiledModel]) -> None:
    drawn = model("s:start\n a:user\n e:end\n s > a > e")
    with pytest.raises(ValuesMistyped, match="“so”"):
        begin(drawn, so=[5])
    assert begin(drawn, so=5).variables() == {"so": 5}


@pytest.mark.parametrize("answer", ["năm", {"so": "năm"}])
def test_an_answer_of_another_type_is_an_incident_at_the_service(
    model: Callable[[str], CompiledModel], answer: Value
) -> None:
    named = " result=so" if isinstance(answer, str) else ""
    case = begin(model(f"s:start\n v:service tinh{named}\n a:user\n e:end\n s > v > a > e"))
    (task,) = case.open_tasks()
    with pytest.raises(ProcessIncident) as incident:
        case.complete_service(task.id, answer)
    assert incident.value.element_id == "v"


def test_a_message_of_another_type_is_an_incident_where_it_is_received(
    model: Callable[[str], CompiledModel],
) -> None:
    case = begin(model("s:start\n r:receive Tin\n e:end\n s > r > e"))
    with pytest.raises(ProcessIncident) as incident:
        case.correlate("Tin", {"so": "năm"})
    assert incident.value.element_id == "r"


def test_inside_a_sub_process_and_a_loop_the_types_of_the_process_hold(
    model: Callable[[str], CompiledModel],
) -> None:
    case = begin(model("s:start\n q:sub {\n s1:start\n a:user each x of ds\n s1 > a\n }\n s > q"), ds=[1, 2])
    task, _ = case.open_tasks()
    with pytest.raises(ValuesMistyped):
        case.complete(task.id, {"ten": 5})
    case.complete(task.id, {"ten": "x"})
    assert len(case.open_tasks()) == 1
