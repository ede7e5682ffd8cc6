"""Errors, escalations and terminate: caught by the innermost event that knows them, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.runtime import ProcessIncident, What
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]


def nested(end: str, *, outer: str, inner: str = "") -> str:
    """A sub-process r in a sub-process q; r ends in `end` after task a; b runs beside in r, c beside r."""
    border = f"mi:{inner}\n i:user\n mi > i > e1" if inner else ""
    return f"""
        s:start
        q:sub {{
            s1:start
            p1:and
            r:sub {{
                s2:start
                p2:and
                a:user
                b:user
                x:{end}
                e2:end
                s2 > p2
                p2 > a > x
                p2 > b > e2
            }}
            c:user
            e1:end
            s1 > p1
            p1 > r > e1
            p1 > c > e1
            {border}
        }}
        mo:{outer}
        o:user
        z:user
        e:end
        s > q > z > e
        mo > o > e
    """


def test_an_error_goes_to_the_innermost_event_with_its_code(begin: Begin) -> None:
    case = begin(nested("end error X", outer="error on q X", inner="error on r X")).do("a")
    assert case.open == ["c", "i"]
    assert case.happened(What.ERROR_CAUGHT) == ["mi"]
    assert set(case.happened(What.CANCELLED)) == {"b", "r"}
    case.do("c").do("i")
    assert case.open == ["z"]


def test_an_error_passes_events_of_other_codes(begin: Begin) -> None:
    case = begin(nested("end error X", outer="error on q X", inner="error on r Y")).do("a")
    assert case.open == ["o"]
    assert case.do("o").completed


def test_an_event_without_code_catches_every_error(begin: Begin) -> None:
    case = begin(nested("end error X", outer="error on q", inner="error on r Y")).do("a")
    assert case.open == ["o"]


def test_the_code_is_preferred_to_the_event_that_catches_all(begin: Begin) -> None:
    case = begin(
        "s:start\n q:sub {\n s1:start\n x:end error X\n s1 > x\n }\n m1:error on q\n m2:error on q X\n"
        " a:user\n b:user\n e:end\n s > q > e\n m1 > a > e\n m2 > b > e"
    )
    assert case.open == ["b"]


def test_an_error_that_nothing_catches_is_an_incident(begin: Begin) -> None:
    case = begin(nested("end error X", outer="error on q Y"))
    with pytest.raises(ProcessIncident) as caught:
        case.do("a")
    assert caught.value.element_id == "x"
    assert "“X”" in caught.value.vi


def test_an_error_of_the_process_itself_is_an_incident(begin: Begin) -> None:
    with pytest.raises(ProcessIncident):
        begin("s:start\n x:end error X\n s > x")


def test_an_error_out_of_one_instance_takes_the_whole_loop_away(begin: Begin) -> None:
    case = begin(
        "s:start\n q:sub each x of ds {\n s1:start\n a:user\n x:end error X\n s1 > a > x\n }\n"
        " m:error on q X\n b:user\n e:end\n s > q > e\n m > b > e",
        ds=[1, 2, 3],
    )
    case.do("a", 1)
    assert case.open == ["b"]
    assert case.do("b").completed


def test_two_errors_of_one_moment_are_caught_once(begin: Begin) -> None:
    case = begin(
        "s:start\n q:sub {\n s1:start\n p:and\n x:end error X\n y:end error X\n s1 > p\n p > x\n p > y\n }\n"
        " m:error on q X\n b:user\n e:end\n s > q > e\n m > b > e"
    )
    assert case.open == ["b"]
    assert case.do("b").completed


def test_a_service_fails_with_an_error_of_the_model(begin: Begin) -> None:
    drawing = "s:start\n v:service lam\n m:error on v HONG\n b:user\n e:end\n s > v > e\n m > b > e"
    assert begin(drawing).fail("v", "HONG").open == ["b"]
    with pytest.raises(ProcessIncident):
        begin(drawing).fail("v", "KHAC")


def test_an_escalation_beside_lets_the_work_go_on(begin: Begin) -> None:
    case = begin(nested("end escalation X", outer="escalation on q X", inner="escalation on r X beside")).do(
        "a"
    )
    assert case.open == ["b", "c", "i"]
    assert case.do("b").do("c").do("i").open == ["z"]


def test_an_interrupting_escalation_takes_the_work_away(begin: Begin) -> None:
    case = begin(nested("end escalation X", outer="escalation on q X")).do("a")
    assert case.open == ["o"]


def test_an_escalation_thrown_on_the_way_stops_its_own_branch_when_it_interrupts(begin: Begin) -> None:
    drawing = (
        "s:start\n q:sub {\n s1:start\n h:throw escalation X\n a:user\n e1:end\n s1 > h > a > e1\n }\n"
        " m:escalation on q XHOW\n b:user\n e:end\n s > q > e\n m > b > e"
    )
    assert begin(drawing.replace("HOW", " beside")).open == ["a", "b"]
    assert begin(drawing.replace("HOW", "")).open == ["b"]


@pytest.mark.parametrize("end", ["end escalation X", "throw escalation X"])
def test_an_escalation_that_nothing_catches_goes_on(begin: Begin, end: str) -> None:
    assert begin(f"s:start\n h:{end}\n s > h").completed


def test_terminate_ends_its_own_level_only(begin: Begin) -> None:
    case = begin(nested("terminate", outer="escalation on q X")).do("a")
    assert case.open == ["c"]
    assert case.do("c").open == ["z"]


def test_terminate_ends_the_case_as_completed(begin: Begin) -> None:
    case = begin(
        "s:start\n p:and\n a:user\n b:user\n x:terminate\n e:end\n s > p\n p > a > x\n p > b > e"
    ).do("a")
    assert case.completed
    assert not case.process.cancelled
