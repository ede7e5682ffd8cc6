"""Moving tokens by hand: what is taken away, what begins, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from engine.domain.errors import Refusal
from engine.domain.moves import (
    EndHasNoAfter,
    LastToken,
    PlaceGone,
    TargetElsewhere,
    TargetNeedsOthers,
    TargetUnknown,
)
from engine.runtime import What
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]
BRANCHES = """
    s:start  p1:and  a:user  b:user  p2:and  c:user  e:end
    s > p1 > a > p2 > c > e
    p1 > b > p2
""".replace("  ", "\n")
LINE = "s:start\n a:user\n t:timer on a in P2D beside\n b:user\n x:user\n e:end\n s > a > b > e\n t > x > e"


def place(case: Case, element: str) -> str:
    """The place of that element's first token."""
    return next(one.id for one in case.process.places() if one.element_id == element)


def standing(case: Case) -> list[str]:
    return sorted(one.element_id for one in case.process.places())


def test_a_token_goes_from_one_step_to_another(begin: Begin) -> None:
    case = begin(LINE)
    assert case.move(place(case, "a"), "b") == ()
    assert case.open == ["b"]
    assert case.process.timers() == ()
    assert case.happened(What.CANCELLED) == ["a"]
    case.do("b")
    assert case.completed


def test_a_step_moved_to_gets_the_events_on_its_border(begin: Begin) -> None:
    case = begin(LINE)
    case.do("a")
    case.move(place(case, "b"), "a")
    assert case.open == ["a"]
    assert case.wait(days=3) == 1
    assert case.open == ["a", "x"]


def test_what_a_border_event_began_beside_its_step_stays_when_the_step_is_moved(begin: Begin) -> None:
    case = begin(LINE)
    case.wait(days=3)
    case.move(place(case, "a"), "b")
    assert case.open == ["b", "x"]
    case.do("x").do("b")
    assert case.completed


def test_moving_behind_a_step_passes_it_over(begin: Begin) -> None:
    case = begin(LINE)
    case.move(place(case, "a"), "b", after=True)
    assert case.completed
    assert "F3_b_e" in case.happened(What.FLOW_TAKEN)


def test_behind_the_last_step_of_a_branch_its_token_comes_to_the_join(begin: Begin) -> None:
    case = begin(BRANCHES)
    assert case.move(place(case, "a"), "a", after=True) == ()
    assert (case.open, standing(case)) == (["b"], ["b", "p2"])
    case.do("b")
    assert case.open == ["c"]


def test_a_move_past_a_join_tells_that_the_join_will_wait_without_end(begin: Begin) -> None:
    case = begin(BRANCHES)
    assert case.move(place(case, "a"), "c") == ("p2",)
    assert case.open == ["b", "c"]


def test_a_move_into_another_branch_tells_that_the_join_will_wait_without_end(begin: Begin) -> None:
    case = begin(BRANCHES)
    assert case.move(place(case, "a"), "b") == ("p2",)


def test_a_move_back_before_the_fork_leaves_too_many_tokens_but_no_starving_join(begin: Begin) -> None:
    case = begin(BRANCHES)
    assert case.move(place(case, "a"), "p1") == ()
    assert case.open == ["a", "b", "b"]


def test_a_token_that_waits_at_a_join_may_be_moved_on_by_itself(begin: Begin) -> None:
    case = begin(BRANCHES)
    case.do("a")
    case.move(place(case, "b"), None)
    assert case.open == []
    case.move(place(case, "p2"), "c")
    case.do("c")
    assert case.completed


def test_an_inclusive_join_no_longer_waits_for_a_token_that_was_taken_away(begin: Begin) -> None:
    case = begin(
        """
        s:start
        o1:or
        a:user
        b:user
        o2:or
        c:user
        e:end
        s > o1
        o1 > a if true
        o1 > b if true
        a > o2 > c > e
        b > o2
        """
    )
    case.do("a")
    assert case.open == ["b"]
    case.move(place(case, "b"), None)
    assert case.open == ["c"]


def test_rivals_behind_an_event_gateway_go_together(begin: Begin) -> None:
    case = begin(
        """
        s:start
        n:event
        w:timer in P1D
        m:message Tra_loi
        a:user
        e:end
        s > n > w > e
        n > m > a > e
        """
    )
    case.move(place(case, "w"), "a")
    assert (case.open, case.process.waiting()) == (["a"], ())


def test_a_whole_sub_process_and_a_whole_loop_may_be_moved(begin: Begin) -> None:
    case = begin(
        """
        s:start
        q:sub each don_vi of ds {
            s1:start
            a:user
            e1:end
            s1 > a > e1
        }
        b:user
        e:end
        s > q > b > e
        """,
        ds=["x", "y"],
    )
    assert standing(case) == ["a", "a", "q"]
    assert [one.inside for one in case.process.places() if one.element_id == "a"] == [
        (("q", 0),),
        (("q", 1),),
    ]
    assert [scope.loop_index for scope in case.process.scopes()] == [None, 0, 1]
    case.move(place(case, "q"), "b")
    assert (case.open, len(case.process.scopes())) == (["b"], 1)
    case.move(place(case, "b"), "q")
    assert case.open == ["a", "a"]
    assert len(case.process.scopes()) == 3
    case.do("a", 0).do("a", 1).do("b")
    assert case.completed


INSIDE = """
    s:start
    q:sub {
        s1:start
        a:user
        b:user
        e1:end
        s1 > a > b > e1
    }
    t:timer on q in P9D
    k:message on q Huy
    c:user
    e:end
    s > q > c > e
    t > e
    k > e
"""


def test_inside_a_sub_process_a_token_moves_within_it(begin: Begin) -> None:
    case = begin(INSIDE)
    case.move(place(case, "a"), "b")
    assert case.open == ["b"]
    case.do("b")
    assert case.open == ["c"]


def test_a_move_to_the_end_of_a_sub_process_ends_it(begin: Begin) -> None:
    case = begin(INSIDE)
    case.move(place(case, "a"), "e1")
    assert case.open == ["c"]
    assert case.process.waiting() == ()


@pytest.mark.parametrize(
    ("source", "target", "after", "refusal"),
    [
        ("a", "c", False, TargetElsewhere),
        ("q", "a", False, TargetElsewhere),
        ("q", "t", False, TargetNeedsOthers),
        ("q", "khong_co", False, TargetUnknown),
        ("q", "e", True, EndHasNoAfter),
        ("a", None, False, LastToken),
    ],
)
def test_a_move_that_makes_no_sense_is_refused(
    begin: Begin, source: str, target: str | None, *, after: bool, refusal: type[Refusal]
) -> None:
    case = begin(INSIDE)
    with pytest.raises(refusal):
        case.process.move(place(case, source), target, after=after)
    assert case.open == ["a"]


def test_nothing_begins_at_a_join_or_behind_an_event_gateway_alone(begin: Begin) -> None:
    case = begin(BRANCHES)
    with pytest.raises(TargetNeedsOthers):
        case.process.move(place(case, "a"), "p2")


def test_an_event_sub_process_is_no_target(begin: Begin) -> None:
    case = begin(
        """
        s:start
        a:user
        e:end
        s > a > e
        h:handler {
            s1:start signal X
            b:user
            e1:end
            s1 > b > e1
        }
        """
    )
    with pytest.raises(TargetNeedsOthers):
        case.process.move(place(case, "a"), "h")
    case.move(place(case, "a"), "a")
    assert case.signal("X") == 1
    assert case.open == ["b"]


def test_a_place_that_is_gone_cannot_be_moved(begin: Begin) -> None:
    case = begin(LINE)
    gone = place(case, "a")
    case.do("a")
    with pytest.raises(PlaceGone):
        case.process.move(gone, "b")


def test_a_timer_moved_to_counts_from_the_move(begin: Begin) -> None:
    case = begin("s:start\n w:timer in P1D\n a:user\n e:end\n s > w > a > e")
    case.wait(days=1)
    case.move(place(case, "a"), "w")
    (timer,) = case.process.timers()
    assert timer.due == case.now + timedelta(days=1)


def test_a_service_passed_over_writes_nothing_and_goes_on(begin: Begin) -> None:
    case = begin("s:start\n v:service dich_vu.x result=kq\n a:user\n e:end\n s > v > a > e", kq="cũ")
    case.pass_over("v")
    assert (case.open, case.value("kq")) == (["a"], "cũ")
