"""Service tasks: named operators, run by the caller."""

# ruff: noqa: E501  a drawing or a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.domain.refusals import TaskGone
from engine.runtime import OpenTaskKind, ProcessIncident
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]


def test_a_service_task_waits_for_its_operator_and_takes_its_parameters_from_the_case(begin: Begin) -> None:
    case = begin(
        's:start\n v:service phieu.mo so=so+1 nguon="quá_hạn"\n a:user\n e:end\n s > v > a > e', so=4
    )
    task = case.task("v")
    assert task.kind is OpenTaskKind.SERVICE
    assert case.process.parameters(task.id) == {"so": 5, "nguon": "quá_hạn"}
    assert case.do("v", ma="KPH-1").value("ma") == "KPH-1"
    assert case.open == ["a"]


def test_the_answer_goes_to_the_variable_that_the_binding_names(begin: Begin) -> None:
    case = begin("s:start\n v:service phieu.mo result=phieu\n e:end\n s > v > e")
    assert case.do("v", ma="KPH-1").value("phieu") == {"ma": "KPH-1"}


def test_a_service_in_a_loop_reads_and_writes_the_variables_of_its_instance(begin: Begin) -> None:
    case = begin(
        "s:start\n q:sub each x of ds into kq as y {\n s1:start\n v:service nhan.doi so=x*2\n e1:end\n s1 > v > e1\n }\n e:end\n s > q > e",
        ds=[1, 2],
    )
    for task in case.process.open_tasks():
        case.process.complete_service(task.id, {"y": case.process.parameters(task.id)["so"]})
    assert case.completed
    assert case.value("kq") == [2, 4]


def test_an_operator_that_fails_is_an_incident_at_its_task(begin: Begin) -> None:
    case = begin("s:start\n v:service phieu.mo\n e:end\n s > v > e")
    with pytest.raises(ProcessIncident) as caught:
        case.process.fail_service(case.task("v").id, vi="mất kết nối", en="no connection")
    assert caught.value.element_id == "v"
    assert case.open == ["v"]


def test_people_do_not_complete_service_tasks(begin: Begin) -> None:
    case = begin("s:start\n v:service phieu.mo\n e:end\n s > v > e")
    with pytest.raises(TaskGone):
        case.process.complete(case.task("v").id, {})
