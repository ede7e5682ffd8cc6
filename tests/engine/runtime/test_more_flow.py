"""Links, conditions, standard loops, calls, flows out of activities, cycles of timers and of flows."""

# ruff: noqa: E501  a drawing reads best on its one line

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from engine.domain.definition import ModelRefused
from engine.runtime import CompiledModel, ProcessIncident, TimerKind, What
from engine.runtime.moments import read_cycle
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]


def test_several_throwing_links_lead_to_one_target(begin: Begin) -> None:
    case = begin(
        "s:start\n p:and\n a:user\n b:user\n h1:throw link X\n h2:throw link X\n w:link X\n c:user\n e:end\n"
        " s > p\n p > a > h1\n p > b > h2\n w > c > e"
    )
    assert case.do("a").open == ["b", "c"]
    assert case.do("b").open == ["c", "c"]
    assert case.do("c").do("c").completed
    assert case.happened(What.COMPLETED).count("w") == 2


@pytest.mark.parametrize(
    ("drawing", "rule"),
    [
        ("s:start\n h:throw link X\n s > h", "link-nowhere"),
        ("s:start\n h:throw link X\n w:link X\n v:link X\n e:end\n s > h\n w > e\n v > e", "link-twice"),
        ("s:start\n h:throw link X\n q:sub {\n w:link X\n }\n e:end\n s > h\n s > q > e", "link-nowhere"),
    ],
)
def test_links_without_one_target(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], drawing: str, rule: str
) -> None:
    assert rule in {finding.rule for finding in refused(draw(drawing)).findings}


def test_a_condition_that_is_waited_for_sees_what_others_write(begin: Begin) -> None:
    case = begin(
        "s:start\n p:and\n a:user\n w:condition so = 2\n b:user\n c:user\n e:end\n s > p\n p > a > c > e\n p > w > b > e"
    )
    case.do("a", so=1)
    assert case.open == ["c"]
    case.do("c", so=2)
    assert case.open == ["b"]


def test_a_condition_already_true_does_not_wait(begin: Begin) -> None:
    assert begin("s:start\n w:condition so = 2\n a:user\n e:end\n s > w > a > e", so=2).open == ["a"]


@pytest.mark.parametrize("beside", ["", " beside"])
def test_a_condition_on_a_border(begin: Begin, beside: str) -> None:
    case = begin(
        f"s:start\n p:and\n a:user\n m:condition on a so = 2{beside}\n b:user\n c:user\n e:end\n"
        " s > p\n p > a > e\n p > b > e\n m > c > e"
    )
    case.do("b", so=2)
    assert case.open == (["a", "c"] if beside else ["c"])


def test_a_standard_loop_is_done_until_its_condition_fails(begin: Begin) -> None:
    case = begin("s:start\n a:user while lai = true\n b:user\n e:end\n s > a > b > e")
    case.do("a", lai=True).do("a", lai=True)
    assert case.open == ["a"]
    assert case.do("a", lai=False).open == ["b"]
    assert case.happened(What.COMPLETED).count("a") == 3


def test_a_standard_loop_may_be_tested_first(begin: Begin) -> None:
    drawing = "s:start\n a:user while lai = true before\n b:user\n e:end\n s > a > b > e"
    assert begin(drawing).open == ["b"]
    assert begin(drawing, lai=True).do("a", lai=False).open == ["b"]


def test_a_standard_loop_has_its_maximum(begin: Begin) -> None:
    case = begin(
        "s:start\n q:sub while true most 3 {\n s1:start\n a:user\n e1:end\n s1 > a > e1\n }\n e:end\n s > q > e"
    )
    assert case.do("a").do("a").do("a").completed


def test_a_border_event_takes_a_standard_loop_away(begin: Begin) -> None:
    case = (
        begin("s:start\n a:user while true\n t:timer on a in P1D\n b:user\n e:end\n s > a > e\n t > b > e")
        .do("a")
        .do("a")
    )
    case.wait(days=1)
    assert case.open == ["b"]


@pytest.mark.parametrize("order", ["", " one-by-one"])
def test_enough_instances_take_the_others_away(begin: Begin, order: str) -> None:
    case = begin(
        f"s:start\n a:user times 4{order} until nrOfCompletedInstances = 2\n b:user\n e:end\n s > a > b > e"
    )
    case.do("a")
    assert case.open == (["a"] if order else ["a", "a", "a"])
    assert case.do("a").open == ["b"]


def test_one_refusal_ends_a_vote(begin: Begin) -> None:
    case = begin(
        "s:start\n a:user each x of ds into kq as y until y = false\n b:user\n e:end\n s > a > b > e",
        ds=[1, 2, 3],
    )
    case.do("a", 1, y=True)
    assert case.open == ["a", "a"]
    assert case.do("a", 2, y=False).open == ["b"]
    assert case.value("kq") == [None, True, False]


CALL = """
    s:start
    c:call P2
    b:user
    e:end
    s > c > b > e
    P2:process {
        s2:start
        a:user
        g:xor
        e2:end
        s2 > a > g
        g > a if lai = true
        g > e2 else
    }
"""


def test_a_called_process_has_variables_of_its_own_until_it_ends(begin: Begin) -> None:
    case = begin(CALL, so=1)
    case.do("a", lai=True, so=2)
    assert case.value("so") == 1
    assert case.process.variables(case.task("a").id)["so"] == 2
    case.do("a", lai=False)
    assert case.open == ["b"]
    assert (case.value("so"), case.value("lai")) == (2, False)
    assert case.do("b").completed
    assert case.process.outcome == ("e",)


def test_a_process_is_called_for_each_of_a_list_and_left_by_an_error(begin: Begin) -> None:
    case = begin(
        CALL.replace("call P2", "call P2 each x of ds into kq as so")
        .replace("b:user", "b:user\n m:error on c X\n d:user\n m > d > e")
        .replace("g > e2 else", "y:end error X\n g > y if lai = false\n g > e2 else"),
        ds=[1, 2],
    )
    case.do("a", 0, so=7)
    assert case.open == ["a"]
    assert case.do("a", 1, lai=False).open == ["d"]


@pytest.mark.parametrize(
    ("drawing", "rule"),
    [
        ("s:start\n c:call P9\n e:end\n s > c > e", "call-elsewhere"),
        (CALL.replace("a:user", "a:call P2"), "call-recursion"),
    ],
)
def test_calls_that_cannot_be_run(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], drawing: str, rule: str
) -> None:
    assert rule in {finding.rule for finding in refused(draw(drawing)).findings}


FLOWS = "s:start\n a:user\n b:user\n c:user\n d:user\n e:end\n s > a\n a > b if so = 1\n a > c if lon = true\n{}b > e\n c > e\n d > e"


def test_conditional_flows_out_of_a_task_are_taken_where_true(begin: Begin) -> None:
    drawing = FLOWS.format("a > d else\n ")
    assert begin(drawing).do("a", so=1, lon=True).open == ["b", "c"]
    assert begin(drawing).do("a", so=1).open == ["b"]
    assert begin(drawing).do("a", so=2).open == ["d"]


def test_a_flow_without_condition_is_always_taken(begin: Begin) -> None:
    drawing = FLOWS.format("a > d\n ")
    assert begin(drawing).do("a", so=1).open == ["b", "d"]
    assert begin(drawing).do("a").open == ["d"]


def test_conditional_flows_of_which_none_is_true_are_an_incident(begin: Begin) -> None:
    with pytest.raises(ProcessIncident) as caught:
        begin(FLOWS.format("").replace("d:user\n", "").replace("d > e", "")).do("a")
    assert caught.value.element_id == "a"


def test_a_task_forks_into_all_its_plain_flows(begin: Begin) -> None:
    case = begin("s:start\n a:user\n b:user\n c:user\n e:end\n s > a\n a > b > e\n a > c > e").do("a")
    assert case.open == ["b", "c"]
    assert case.do("b").do("c").completed


def test_a_cycle_without_a_gateway_waits_in_each_round(begin: Begin) -> None:
    case = begin(
        "s:start\n p:and\n w:message Hoi\n r:user\n z:user\n x:terminate\n s > p\n p > w > r > w\n p > z > x"
    )
    for _ in range(3):
        case.tell("Hoi")
        case.do("r")
    assert case.open == ["z"]
    assert case.do("z").completed


def test_a_drawing_without_start_and_end_runs_from_its_first_steps(begin: Begin) -> None:
    case = begin("a:user\n b:user\n c:user\n a > c\n b > c")
    assert case.open == ["a", "b"]
    assert case.do("a").do("b").open == ["c", "c"]
    assert case.do("c").do("c").completed


def test_an_empty_sub_process_is_passed(begin: Begin) -> None:
    assert begin("s:start\n q:sub {\n }\n a:user\n e:end\n s > q > a > e").open == ["a"]


def test_what_is_read_into_a_drawing_is_said(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw("a:user\n b:user\n a > b"))
    assert {finding.rule for finding in model.rewritten} == {"implicit-start", "implicit-end"}


REMIND = "s:start\n a:user\n t:timer on a every R3/P1D beside\n b:user\n e:end\n s > a > e\n t > b > e"


def test_a_cycle_fires_as_often_as_drawn(begin: Begin) -> None:
    case = begin(REMIND)
    assert case.process.timers()[0].kind is TimerKind.CYCLE
    assert [case.wait(days=1) for _ in range(5)] == [1, 1, 1, 0, 0]
    assert case.open == ["a", "b", "b", "b"]
    case.do("a")
    assert case.open == ["b", "b", "b"], "what a reminder has started is not taken away with the task"


def test_after_a_standstill_a_cycle_fires_once(begin: Begin) -> None:
    case = begin(REMIND.replace("R3", "R"))
    begun = case.now
    assert case.wait(days=10, hours=5) == 1
    assert case.process.timers()[0].due == begun + timedelta(days=11)
    assert case.wait(hours=19) == 1
    case.do("a")
    assert case.process.timers() == ()


def test_rounds_missed_in_a_standstill_count(begin: Begin) -> None:
    case = begin(REMIND)
    assert case.wait(days=2) == 1
    assert case.wait(days=1) == 1
    assert case.process.timers() == ()


def test_an_interrupting_cycle_fires_once(begin: Begin) -> None:
    case = begin(REMIND.replace(" beside", ""))
    assert case.wait(days=1) == 1
    assert case.open == ["b"]
    assert case.process.timers() == ()


def test_months_of_a_cycle_are_counted_from_its_first_round(begin: Begin) -> None:
    case = begin(REMIND.replace("R3/P1D", "R/2027-01-31/P1M"))
    due = []
    for _ in range(3):
        due.append(case.process.timers()[0].due.date())
        case.wait_until(case.process.timers()[0].due)
    assert [moment.isoformat() for moment in due] == ["2027-01-30", "2027-02-27", "2027-03-30"], (
        "0:00 in Vietnam"
    )


@pytest.mark.parametrize(
    "text", ["R3", "R3/", "R0/PT1H", "R/PT0S", "R/P", "3/PT1H", "R3/mai/P1D", "R-2/P1D", "0 9 * * *"]
)
def test_what_is_no_cycle_is_not_read_as_one(text: str) -> None:
    assert read_cycle(text) is None
