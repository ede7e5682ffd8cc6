"""What SpiffWorkflow 3.2.0 itself does wrong, and why the kernel overrides it.

Each test shows a defect in the library as it is installed. When one fails after an upgrade, the defect is
repaired and our override may go.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.specs.event_definitions.timer import TimerEventDefinition
from SpiffWorkflow.exceptions import TaskNotFoundException
from SpiffWorkflow.util.task import TaskState

from tests.engine.runtime.drawings import Drawing

SEND_BACK = """
    s:start
    soan:user
    tach:KIND
    a:user
    b:user
    gop:KIND
    duyet:user
    g:xor
    e:end
    s > soan > tach
    tach > a
    tach > b
    a > gop
    b > gop
    gop > duyet > g
    g > soan if True
    g > e else
"""


def spec_of(text: str) -> tuple[Any, Any]:
    parser = BpmnParser()
    parser.add_bpmn_str(Drawing(text).xml().encode())
    return parser.get_spec("P"), parser.get_subprocess_specs("P")


def started(text: str) -> Any:
    workflow = BpmnWorkflow(*spec_of(text))
    workflow.do_engine_steps()
    return workflow


def ready(workflow: Any) -> list[str]:
    return sorted(task.task_spec.name for task in workflow.get_tasks(state=TaskState.READY))


def done(workflow: Any, name: str) -> None:
    next(task for task in workflow.get_tasks(state=TaskState.READY) if task.task_spec.name == name).run()
    workflow.do_engine_steps()


@pytest.mark.parametrize(("kind", "orders"), [("and", 2), ("or", 4)])
def test_in_the_second_round_of_a_loop_one_branch_is_enough_for_a_join(kind: str, orders: int) -> None:
    drawing = SEND_BACK.replace("KIND", kind)
    if kind == "or":
        drawing = drawing.replace("tach > a", "tach > a if True").replace("tach > b", "tach > b if True")
    early = 0
    for first in ("ab", "ba"):
        for second in ("ab", "ba"):
            workflow = started(drawing)
            done(workflow, "soan")
            for step in first:
                done(workflow, step)
            done(workflow, "duyet")
            done(workflow, "soan")
            done(workflow, second[0])
            early += "duyet" in ready(workflow)
    assert early == orders


def test_prediction_grows_exponentially_with_parallel_blocks() -> None:
    def size(blocks: int) -> int:
        lines, before = ["s:start", "e:end"], "s"
        for block in range(blocks):
            lines += [f"p{block}:and", f"j{block}:and", f"{before} > p{block}"]
            lines += [f"{branch}{block}:user\np{block} > {branch}{block} > j{block}" for branch in "abc"]
            before = f"j{block}"
        return len(started("\n".join([*lines, f"{before} > e"])).tasks)

    assert size(5) > 2.5 * size(4) > 6 * size(3)


def test_a_cycle_without_a_gateway_recurses_without_end() -> None:
    with pytest.raises(RecursionError):
        started("s:start\n a:user\n b:user\n e:end\n s > a > b > a")


def test_after_a_thousand_tasks_in_depth_an_open_task_is_invisible() -> None:
    workflow = started("s:start\n a:user\n g:xor\n e:end\n s > a > g\n g > a if True\n g > e else")
    for _ in range(1010):
        # Straight at the newest task: searching for it would already take the library minutes.
        next(task for task in reversed(workflow.tasks.values()) if task.state == TaskState.READY).run()
    assert ready(workflow) == []
    assert any(task.state == TaskState.READY for task in workflow.tasks.values())
    assert workflow.is_completed()


def test_a_running_loop_never_ends_on_a_freshly_parsed_spec() -> None:
    drawing = "s:start\n a:user times 3\n z:user\n e:end\n s > a > z > e"
    workflow = started(drawing)
    done(workflow, "a [child]")
    registry = BpmnWorkflowSerializer()
    state = registry.to_dict(workflow)
    again = registry.from_dict(state)
    # The restored spec is wired; a worker that parsed the model itself has the unwired one.
    again.spec = spec_of(drawing)[0]
    for task in again.tasks.values():
        task.task_spec = again.spec.task_specs[task.task_spec.name]
    done(again, "a [child]")
    done(again, "a [child]")
    assert ready(again) == []
    assert not again.is_completed()


def test_an_interrupting_event_on_a_loop_of_sub_processes_crashes() -> None:
    drawing = """
        s:start
        q:sub times 2 {
            s1:start
            a:user
            e1:end
            s1 > a > e1
        }
        t:timer on q at '2020-01-01'
        b:user
        e:end
        s > q > e
        t > b > e
    """
    with pytest.raises(TaskNotFoundException):
        started(drawing)


def test_a_field_called_typename_makes_a_stored_case_unreadable() -> None:
    workflow = started("s:start\n a:user\n b:user\n e:end\n s > a > b > e")
    next(iter(workflow.get_tasks(state=TaskState.READY))).data["x"] = {"typename": "ISO 9001"}
    done(workflow, "a")
    serializer = BpmnWorkflowSerializer()
    with pytest.raises(TypeError):
        serializer.deserialize_json(serializer.serialize_json(workflow))


def test_a_month_after_the_end_of_january_overflows_into_march() -> None:
    start = datetime(2026, 1, 31, tzinfo=UTC)
    moved = start + TimerEventDefinition.get_timedelta_from_start(
        TimerEventDefinition.parse_iso_duration("P1M"), start
    )
    assert (moved.month, moved.day) == (3, 3)


def test_reaching_an_element_called_end_ends_everything() -> None:
    parser = BpmnParser()
    drawing = Drawing("s:start\n p:and\n x:user\n b:user\n e:end\n s > p > x > e\n p > b > e").xml()
    parser.add_bpmn_str(drawing.replace('"x"', '"End"').encode())
    workflow = BpmnWorkflow(parser.get_spec("P"))
    workflow.do_engine_steps()
    assert workflow.completed
    assert ready(workflow) == ["b"]
