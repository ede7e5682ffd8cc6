"""Event sub-processes: they wait beside the flow of their level, and interrupt it or not."""

# ruff: noqa: E501  a drawing reads best on its one line

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.domain.definition import ModelRefused
from engine.runtime import ProcessIncident
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]


def handled(start: str, *, main: str = "a:user\n b:user\n e:end\n s > a > b > e") -> str:
    return f"s:start\n {main}\n q:handler {{\n hs:start {start}\n h:user\n he:end\n hs > h > he\n }}"


STARTS = [
    ("timer in PT1H", lambda case: case.wait(hours=1)),
    ("message Tin", lambda case: case.tell("Tin", so=1)),
    ("signal X", lambda case: case.signal("X")),
    ("condition so = 5", lambda case: case.process.set_variables({"so": 5})),
]


@pytest.mark.parametrize(("start", "happen"), STARTS)
def test_an_interrupting_handler_replaces_the_flow(
    begin: Begin, start: str, happen: Callable[[Case], object]
) -> None:
    case = begin(handled(start))
    assert case.open == ["a"], "nothing has happened yet"
    happen(case)
    assert case.open == ["h"]
    assert case.process.waiting() == ()
    assert case.do("h").completed
    assert case.process.outcome == ()


@pytest.mark.parametrize(("start", "happen"), STARTS)
def test_a_handler_beside_lets_the_flow_go_on(
    begin: Begin, start: str, happen: Callable[[Case], object]
) -> None:
    case = begin(handled(f"{start} beside"))
    happen(case)
    assert case.open == ["a", "h"]
    case.do("a").do("b")
    assert case.open == ["h"]
    assert not case.completed
    assert case.do("h").completed


@pytest.mark.parametrize(("start", "happen"), STARTS)
def test_a_handler_that_is_not_needed_does_not_hold_the_end_up(
    begin: Begin, start: str, happen: object
) -> None:
    case = begin(handled(start)).do("a").do("b")
    assert happen
    assert case.completed
    assert case.process.waiting() == ()


@pytest.mark.parametrize("start", ["message Tin", "signal Tin"])
def test_a_handler_beside_is_started_each_time(begin: Begin, start: str) -> None:
    case = begin(handled(f"{start} beside"))
    for _ in range(2):
        case.tell("Tin") if start.startswith("message") else case.signal("Tin")
    assert case.open == ["a", "h", "h"]
    assert case.do("h").do("h").do("a").do("b").completed


def test_a_condition_starts_its_handler_each_time_it_becomes_true(begin: Begin) -> None:
    case = begin(
        handled(
            "condition so = 5 beside",
            main="a:user\n g:xor\n e:end\n s > a > g\n g > a if lai = true\n g > e else",
        )
    )
    case.do("a", so=5, lai=True)
    assert case.open == ["a", "h"]
    case.do("a", so=5)
    assert case.open == ["a", "h"]
    case.do("a", so=6)
    case.do("a", so=5)
    assert case.open == ["a", "h", "h"]


def test_a_handler_of_errors_catches_those_of_its_level_and_below(begin: Begin) -> None:
    main = "q1:sub {\n s1:start\n a:user\n x:end error X\n s1 > a > x\n }\n p:and\n b:user\n e:end\n s > p\n p > q1 > e\n p > b > e"
    case = begin(handled("error X", main=main)).do("a")
    assert case.open == ["h"]
    assert case.do("h").completed
    with pytest.raises(ProcessIncident):
        begin(handled("error Y", main=main)).do("a")


def test_an_error_inside_a_handler_does_not_start_it_again(begin: Begin) -> None:
    case = begin(
        "s:start\n x:end error X\n s > x\n q:handler {\n hs:start error X\n h:user\n y:end error X\n hs > h > y\n }"
    )
    with pytest.raises(ProcessIncident):
        case.do("h")


def test_an_escalation_starts_a_handler_beside_and_goes_on(begin: Begin) -> None:
    main = "h1:throw escalation X\n a:user\n e:end\n s > h1 > a > e"
    assert begin(handled("escalation X beside", main=main)).open == ["a", "h"]
    assert begin(handled("escalation X", main=main)).open == ["h"]


def test_a_handler_in_a_sub_process_handles_that_alone(begin: Begin) -> None:
    case = begin("""
        s:start
        p:and
        q:sub {
            s1:start
            a:user
            e1:end
            s1 > a > e1
            r:handler {
                hs:start timer in PT1H
                g:user
                k:handler {
                    ks:start message Tin beside
                    h:user
                    ke:end
                    ks > h > ke
                }
                he:end
                hs > g > he
            }
        }
        b:user
        z:user
        e:end
        s > p
        p > q > z > e
        p > b > e
    """)
    assert case.wait(hours=1) == 1
    assert case.open == ["b", "g"]
    assert case.tell("Tin")
    assert case.open == ["b", "g", "h"]
    case.do("g")
    assert case.open == ["b", "h"]
    case.do("h")
    assert case.open == ["b", "z"]
    assert case.do("b").do("z").completed


def test_each_instance_of_a_loop_has_its_own_handlers(begin: Begin) -> None:
    case = begin(
        "s:start\n q:sub each x of ds {\n s1:start\n a:user\n e1:end\n s1 > a > e1\n r:handler {\n"
        " hs:start message Tin\n h:user\n he:end\n hs > h > he\n }\n }\n e:end\n s > q > e",
        ds=[1, 2],
    )
    assert case.tell("Tin")
    assert case.open == ["a", "h"]
    assert case.do("h").do("a").completed


def test_a_border_event_takes_handler_and_flow_away(begin: Begin) -> None:
    case = begin(
        "s:start\n q:sub {\n s1:start\n a:user\n e1:end\n s1 > a > e1\n r:handler {\n hs:start message Tin beside\n"
        " h:user\n he:end\n hs > h > he\n }\n }\n t:timer on q in P1D\n b:user\n e:end\n s > q > e\n t > b > e"
    )
    case.tell("Tin")
    case.wait(days=1)
    assert case.open == ["b"]
    assert case.process.waiting() == ()


def test_a_timer_cycle_starts_its_handler_again_and_again(begin: Begin) -> None:
    case = begin(handled("timer every R2/P1D beside"))
    assert case.wait(days=1) == 1
    assert case.wait(days=1) == 1
    assert case.wait(days=1) == 0
    assert case.open == ["a", "h", "h"]


def test_the_variables_of_a_handler_are_those_of_its_level(begin: Begin) -> None:
    case = begin(handled("message Tin beside"))
    case.tell("Tin", so=4)
    case.do("h", ghi_chu="x")
    assert (case.value("so"), case.value("ghi_chu")) == (4, "x")


@pytest.mark.parametrize(
    ("drawing", "rule"),
    [
        (handled("").replace("hs:start ", "hs:start"), "handler-start"),
        (handled("error X beside"), "error-interrupts"),
        (handled("message T") + "\n a > q", "flow-into-start"),
        (handled("message T") + "\n q > a", "flow-out-of-end"),
    ],
)
def test_handlers_that_cannot_be_run(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], drawing: str, rule: str
) -> None:
    assert rule in {finding.rule for finding in refused(draw(drawing)).findings}
