"""Events beside the flow while a case moves to another version: kept with their moment, dropped, or armed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.engine.runtime.drawings import NOW
from tests.engine.runtime.moved import Moving

CHAIN = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"


# Events on the border


GUARDED = CHAIN + "\n t:timer on a in P3D\n x:user\n t > x > e"


def test_a_running_timer_keeps_its_moment() -> None:
    moving = Moving(GUARDED)
    moving.case.wait(days=2)
    case = moving.to(GUARDED.replace("b:user", "b:manual"))
    assert [timer.due for timer in case.process.timers()] == [NOW + timedelta(days=3)]
    assert case.wait(days=1) == 1
    assert case.open == ["x"]


def test_a_timer_written_differently_keeps_its_moment_and_that_is_told() -> None:
    moving = Moving(GUARDED)
    case = moving.to(GUARDED.replace("P3D", "P9D"))
    assert moving.told == ["timer-kept"]
    assert [timer.due for timer in case.process.timers()] == [NOW + timedelta(days=3)]


def test_a_timer_taken_off_the_border_of_the_current_step_is_dropped_and_that_is_told() -> None:
    moving = Moving(GUARDED)
    case = moving.to(CHAIN)
    assert moving.told == ["border-dropped"]
    assert case.process.timers() == ()
    assert case.do("a").do("b").completed


@pytest.mark.parametrize(
    "activity", ["a:user", "a:user times 3", "a:sub {\n i:start\n k:user\n o:end\n i > k > o\n }"]
)
def test_a_timer_added_to_the_current_activity_waits_from_now(activity: str) -> None:
    moving = Moving(CHAIN.replace("a:user", activity))
    moving.case.wait(days=2)
    case = moving.to(GUARDED.replace("a:user", activity))
    assert moving.told == ["border-armed"]
    assert [timer.due for timer in case.process.timers()] == [NOW + timedelta(days=5)]
    assert case.wait(days=3) == 1
    assert case.open == ["x"]


def test_a_second_timer_on_the_border_waits_beside_the_first() -> None:
    moving = Moving(GUARDED)
    case = moving.to(GUARDED + "\n u:timer on a in P1D beside\n y:user\n u > y > e")
    assert [timer.element_id for timer in case.process.timers()] == ["u", "t"]
    case.wait(days=1)
    assert case.open == ["a", "y"]
    case.wait(days=2)
    assert case.open == ["x", "y"]


def test_a_timer_that_has_fired_beside_the_step_does_not_wait_again() -> None:
    moving = Moving(GUARDED.replace("in P3D", "in P3D beside"))
    moving.case.wait(days=3)
    case = moving.to(GUARDED.replace("in P3D", "in P3D beside").replace("b:user", "b:manual"))
    assert moving.told == []
    assert case.process.timers() == ()
    assert case.open == ["a", "x"]


def test_a_border_event_that_moved_to_another_step_waits_anew() -> None:
    moving = Moving(CHAIN + "\n t:timer on b in P3D\n x:user\n t > x > e")
    moving.case.wait(days=1)
    case = moving.to(GUARDED)
    assert moving.told == ["border-armed"]
    assert [timer.due for timer in case.process.timers()] == [NOW + timedelta(days=4)]


def test_a_timer_that_becomes_a_message_is_dropped_and_the_message_waits() -> None:
    moving = Moving(GUARDED)
    case = moving.to(GUARDED.replace("t:timer on a in P3D", "t:message on a Rut"))
    assert sorted(moving.told) == ["border-armed", "border-dropped"]
    assert case.tell("Rut")
    assert case.open == ["x"]


def test_a_cycle_written_differently_is_counted_from_now() -> None:
    cycle = CHAIN + "\n t:timer on a every R3/P1D beside\n x:user\n t > x > e"
    moving = Moving(cycle)
    moving.case.wait(days=1)
    case = moving.to(cycle.replace("R3/P1D", "R2/P2D"))
    assert moving.told == ["timer-rearmed"]
    assert [timer.due for timer in case.process.timers()] == [NOW + timedelta(days=3)]
    assert case.wait(days=2) == 1
    assert case.wait(days=2) == 1
    assert case.process.timers() == ()


def test_a_cycle_goes_on_with_its_rounds() -> None:
    cycle = CHAIN + "\n t:timer on a every R3/P1D beside\n x:user\n t > x > e"
    moving = Moving(cycle)
    moving.case.wait(days=1)
    case = moving.to(cycle.replace("b:user", "b:manual"))
    assert [case.wait(days=1) for _ in range(3)] == [1, 1, 0]


def test_a_new_condition_that_is_already_true_happens_at_once() -> None:
    moving = Moving(CHAIN, gap=True)
    case = moving.to(CHAIN + "\n k:condition on a gap = true\n x:user\n k > x > e")
    assert moving.told == ["border-armed", "happens-at-once"]
    assert case.open == ["x"]


def test_a_signal_under_another_name_is_waited_for() -> None:
    old = "s:start\n w:signal Cu\n e:end\n s > w > e"
    moving = Moving(old)
    case = moving.to(old.replace("Cu", "Moi"))
    assert moving.told == ["trigger-changed"]
    assert case.signal("Cu") == 0
    assert case.signal("Moi") == 1
    assert case.completed


# Event sub-processes


HANDLED = CHAIN + "\n h:handler {\n k:start timer in P2D\n y:user\n o:end\n k > y > o\n }"


def test_a_new_event_sub_process_waits_from_now() -> None:
    moving = Moving(CHAIN)
    moving.case.wait(days=1)
    case = moving.to(HANDLED)
    assert moving.told == ["handler-armed"]
    assert case.wait(days=2) == 1
    assert case.open == ["y"]
    assert case.do("y").completed


def test_an_event_sub_process_keeps_its_moment() -> None:
    moving = Moving(HANDLED)
    moving.case.wait(days=1)
    assert moving.to(HANDLED.replace("b:user", "b:manual")).wait(days=1) == 1
    assert moving.told == []


def test_an_event_sub_process_that_is_gone_is_dropped_and_that_is_told() -> None:
    moving = Moving(HANDLED)
    case = moving.to(CHAIN)
    assert moving.told == ["handler-dropped"]
    assert case.wait(days=9) == 0
    assert case.do("a").do("b").completed


def test_an_event_sub_process_that_runs_goes_on_inside() -> None:
    moving = Moving(HANDLED)
    moving.case.wait(days=2)
    case = moving.to(HANDLED.replace("y > o", "y > n > o").replace("y:user", "y:user\n n:user"))
    assert moving.told == []
    assert case.do("y").do("n").completed


def test_an_event_sub_process_that_runs_cannot_be_taken_out() -> None:
    moving = Moving(HANDLED)
    moving.case.wait(days=2)
    assert set(moving.refused(CHAIN)) == {"element-gone"}
