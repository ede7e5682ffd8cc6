"""Every change of a model that can meet a running case: it goes on rightly in the new version, or is refused.

The rows are those of the table in which the library's own migration was measured, and those that follow from
our kernel: joins, loops, events beside the flow.
"""

# ruff: noqa: E501  a drawing reads best on its one line

from __future__ import annotations

import pytest

from engine.domain.migration import MappingInvalid, plan
from tests.engine.runtime.drawings import Drawing
from tests.engine.runtime.moved import Moving, model_of

CHAIN = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
FORK = "s:start\n p:and\n a:user\n b:user\n j:and\n z:user\n e:end\n s > p > a > j > z > e\n p > b > j"


def test_a_step_added_after_the_current_one_is_done() -> None:
    case = Moving(CHAIN).to("s:start\n a:user\n n:user\n b:user\n e:end\n s > a > n > b > e")
    case.do("a").do("n").do("b")
    assert case.completed


def test_a_future_step_that_was_taken_out_is_not_done() -> None:
    case = Moving(CHAIN).to("s:start\n a:user\n e:end\n s > a > e")
    assert case.do("a").completed


def test_a_future_step_may_become_something_else() -> None:
    case = Moving(CHAIN).to("s:start\n a:user\n b:service lam.viec\n e:end\n s > a > b > e")
    assert case.do("a").open == ["b"]


def test_a_step_in_another_branch_that_comes_later_is_done() -> None:
    old = "s:start\n a:user\n g:xor\n b:user\n c:user\n e:end\n s > a > g\n g > b if x = 1\n g > c else\n b > e\n c > e"
    new = old.replace("c > e", "n:user\n c > n > e")
    case = Moving(old, x=2).to(new)
    assert case.do("a").do("c").open == ["n"]


def test_a_step_added_before_the_current_one_is_passed_by_and_that_is_told() -> None:
    moving = Moving(CHAIN)
    moving.case.do("a")
    case = moving.to("s:start\n a:user\n n:user\n b:user\n e:end\n s > a > n > b > e")
    assert moving.told == ["step-passed-by"]
    assert "Bước mới “Bước n” nằm ở đoạn hồ sơ đã qua" in moving.findings[-1].message_vi
    assert case.open == ["b"]
    assert case.do("b").completed


def test_a_step_added_in_a_loop_that_comes_round_again_is_not_told() -> None:
    loop = "s:start\n a:user\n g:xor\n b:user\n e:end\n s > a > b > g\n g > a if lai = true\n g > e else"
    moving = Moving(loop, lai=True)
    moving.case.do("a")
    case = moving.to(loop.replace("a > b", "a > n > b").replace("a:user", "a:user\n n:user"))
    assert moving.told == []
    assert case.do("b").do("a").open == ["n"]


def test_the_current_step_under_a_new_id_is_known_by_its_name() -> None:
    moving = Moving("s:start\n a:user\n b:user\n e:end\n s > a > b > e")
    task = moving.case.task("a").id
    drawn = Drawing("s:start\n k:user\n n:user\n b:user\n e:end\n s > n > k > b > e").xml()
    case = moving.to(drawn.replace("Bước k", "Bước a"))
    assert case.task("k").id == task
    assert [finding.rule for finding in moving.findings] == ["step-passed-by", "renamed"]


def test_of_two_steps_of_one_name_none_is_guessed() -> None:
    drawn = Drawing("s:start\n k:user\n n:user\n b:user\n e:end\n s > n > k > b > e").xml()
    moving = Moving(CHAIN)
    same = drawn.replace("Bước k", "Bước a").replace("Bước n", "Bước a")
    assert moving.refused(same) == ["element-gone"]


def test_the_current_step_under_a_new_id_goes_on_when_somebody_says_so() -> None:
    moving = Moving(CHAIN)
    task = moving.case.task("a").id
    case = moving.to("s:start\n k:user\n b:user\n e:end\n s > k > b > e", {"a": "k"})
    assert case.task("k").id == task
    assert case.do("k").open == ["b"]


def test_a_nameless_join_under_a_new_id_is_known_by_its_place() -> None:
    moving = Moving(Drawing(FORK).xml().replace(' name="Bước j"', ""))
    moving.case.do("a")
    renamed = FORK.replace("j:and", "k:and").replace("> j", "> k")
    case = moving.to(Drawing(renamed).xml().replace(' name="Bước k"', ""))
    assert case.do("b").do("z").completed


def test_a_step_of_another_name_in_the_same_place_is_not_taken_for_the_same() -> None:
    assert Moving(CHAIN).refused("s:start\n k:user\n b:user\n e:end\n s > k > b > e") == ["element-gone"]


def test_taking_out_the_current_step_is_refused() -> None:
    moving = Moving(CHAIN)
    assert moving.refused("s:start\n b:user\n e:end\n s > b > e") == ["element-gone"]
    assert "Hồ sơ đang ở “Bước a” mà phiên bản mới không có bước này." in moving.findings[0].message_vi


def test_taking_out_a_step_that_is_done_changes_nothing() -> None:
    moving = Moving(CHAIN)
    moving.case.do("a")
    assert moving.to("s:start\n b:user\n e:end\n s > b > e").do("b").completed
    assert moving.told == []


def test_the_current_step_of_another_kind_is_refused() -> None:
    assert Moving(CHAIN).refused(CHAIN.replace("a:user", "a:service lam.viec")) == ["kind-changed"]


def test_what_people_do_is_of_one_kind() -> None:
    assert Moving(CHAIN).to(CHAIN.replace("a:user", "a:manual")).do("a").open == ["b"]


# Sub-processes


INSIDE = "s:start\n q:sub {\n i:start\n a:user\n b:user\n o:end\n i > a > b > o\n }\n z:user\n e:end\n s > q > z > e"


def test_a_step_inside_a_running_sub_process_may_be_added() -> None:
    case = Moving(INSIDE).to(INSIDE.replace("a > b", "a > n > b").replace("a:user", "a:user\n n:user"))
    assert case.do("a").do("n").do("b").do("z").completed


def test_a_step_added_before_the_current_one_inside_a_sub_process_is_told() -> None:
    moving = Moving(INSIDE)
    moving.case.do("a")
    moving.to(INSIDE.replace("a > b", "a > n > b").replace("a:user", "a:user\n n:user"))
    assert moving.told == ["step-passed-by"]


def test_a_step_added_to_a_sub_process_that_is_over_is_told() -> None:
    moving = Moving(INSIDE)
    moving.case.do("a").do("b")
    moving.to(INSIDE.replace("a > b", "a > n > b").replace("a:user", "a:user\n n:user"))
    assert moving.told == ["step-passed-by"]


def test_a_step_that_goes_into_a_sub_process_while_it_is_open_is_refused() -> None:
    moving = Moving("s:start\n a:user\n b:user\n z:user\n e:end\n s > a > b > z > e")
    assert moving.refused(INSIDE) == ["level-changed"]
    assert "nằm trong “Bước q”" in moving.findings[0].message_vi


def test_a_step_that_comes_out_of_a_sub_process_while_it_is_open_is_refused() -> None:
    moving = Moving(INSIDE)
    rules = moving.refused("s:start\n a:user\n b:user\n z:user\n e:end\n s > a > b > z > e")
    assert set(rules) == {"element-gone", "level-changed"}


# Joins


def test_a_third_parallel_branch_while_the_others_are_open_is_refused() -> None:
    moving = Moving(FORK)
    assert moving.refused(FORK + "\n c:user\n p > c > j") == ["standing-impossible"]
    assert "“Bước a”, “Bước b”" in moving.findings[0].message_vi


def test_a_third_parallel_branch_while_one_waits_at_the_join_is_refused() -> None:
    moving = Moving(FORK)
    moving.case.do("a")
    assert moving.refused(FORK + "\n c:user\n p > c > j") == ["standing-impossible"]


def test_a_third_parallel_branch_is_welcome_before_the_fork_and_after_the_join() -> None:
    before = Moving("s:start\n k:user\n" + FORK.removeprefix("s:start").replace("s > p", "s > k > p"))
    third = FORK.replace("s > p", "s > k > p") + "\n k:user\n c:user\n p > c > j"
    assert before.to(third).do("k").open == ["a", "b", "c"]
    after = Moving(FORK)
    after.case.do("a").do("b")
    assert after.to(FORK + "\n c:user\n p > c > j").do("z").completed
    assert after.told == ["step-passed-by"]


def test_a_branch_taken_away_while_it_waits_at_the_join_is_refused() -> None:
    moving = Moving(FORK)
    moving.case.do("b")
    alone = "s:start\n p:and\n a:user\n b:user\n j:and\n z:user\n e:end\n s > b > p > a > j > z > e\n p > j"
    assert moving.refused(alone) == ["join-changed"]


def test_parallel_steps_put_in_a_row_while_both_are_open_are_refused() -> None:
    moving = Moving(FORK)
    assert moving.refused("s:start\n a:user\n b:user\n z:user\n e:end\n s > a > b > z > e") == [
        "standing-impossible"
    ]


def test_steps_in_a_row_made_parallel_while_one_is_open_are_refused_unless_the_other_is_done() -> None:
    row = "s:start\n a:user\n b:user\n z:user\n e:end\n s > a > b > z > e"
    assert Moving(row).refused(FORK) == ["standing-impossible"]
    late = Moving(row)
    late.case.do("a")
    assert late.refused(FORK) == ["standing-impossible"]
    later = Moving(row)
    later.case.do("a").do("b")
    assert later.to(FORK).do("z").completed


@pytest.mark.parametrize("first", ["a", "b"])
def test_a_branch_that_waits_at_the_join_meets_the_other_after_the_move(first: str) -> None:
    moving = Moving(FORK)
    moving.case.do(first)
    other = {"a": "b", "b": "a"}[first]
    case = moving.to(FORK.replace(f"{other} > j", f"{other} > n > j") + "\n n:user")
    assert case.do(other).open == ["n"]
    assert case.do("n").do("z").completed


def test_an_inclusive_join_waits_for_the_branches_that_were_chosen() -> None:
    old = (
        "s:start\n p:or\n a:user\n b:user\n c:user\n j:or\n z:user\n e:end\n s > p\n p > a if x > 0\n"
        " p > b if x > 1\n p > c else\n a > j\n b > j\n c > j\n j > z > e"
    )
    moving = Moving(old, x=2)
    moving.case.do("a")
    case = moving.to(old.replace("z > e", "z > n > e") + "\n n:user")
    assert case.open == ["b"]
    assert case.do("b").do("z").do("n").completed


def test_a_case_moved_by_hand_to_where_no_run_leads_waits_until_it_stands_in_one_place() -> None:
    moving = Moving(FORK)
    case = moving.case
    (place,) = (each for each in case.process.places() if each.element_id == "b")
    case.process.move(place.id, "z", now=case.now)
    assert case.open == ["a", "z"]
    longer = FORK.replace("z > e", "z > n > e") + "\n n:user"
    assert moving.refused(longer) == ["standing-odd"]
    assert moving.to(FORK.replace("z:user", "z:manual")).open == ["a", "z"]


# Loops


EACH = "s:start\n a:user each x of ds into kq as y\n z:user\n e:end\n s > a > z > e"


@pytest.mark.parametrize("how", ["", " one-by-one"])
def test_a_step_after_a_half_done_loop_is_reached(how: str) -> None:
    old = EACH.replace("as y", "as y" + how)
    moving = Moving(old, ds=[1, 2, 3])
    moving.case.do("a", 0, y="một")
    case = moving.to(old.replace("z > e", "z > n > e") + "\n n:user")
    case.do("a", 1, y="hai").do("a", 2, y="ba")
    assert case.value("kq") == ["một", "hai", "ba"]
    assert case.do("z").do("n").completed


@pytest.mark.parametrize(
    ("loop", "rule"),
    [
        ("a:user each x of ds into kq as y one-by-one", "loop-order-changed"),
        ("a:user", "loop-changed"),
        ("a:user most 3", "loop-changed"),
        ("a:user each x of ds into khac as y", "loop-variables-changed"),
        ("a:user each v of ds into kq as y", "loop-variables-changed"),
    ],
)
def test_a_loop_in_progress_stays_a_loop_of_its_sort(loop: str, rule: str) -> None:
    moving = Moving(EACH, ds=[1, 2])
    assert moving.refused(EACH.replace("a:user each x of ds into kq as y", loop)) == [rule]


@pytest.mark.parametrize(
    ("old", "new"), [("a:user", "a:user times 3"), ("a:user", "a:user most 3"), ("a:user most 3", "a:user")]
)
def test_a_step_in_progress_does_not_begin_or_cease_to_repeat(old: str, new: str) -> None:
    assert Moving(CHAIN.replace("a:user", old)).refused(CHAIN.replace("a:user", new)) == ["loop-changed"]


def test_instances_of_a_sub_process_stand_each_in_their_own_place() -> None:
    old = INSIDE.replace("q:sub {", "q:sub each x of ds {")
    moving = Moving(old, ds=[1, 2])
    moving.case.do("a", 0)
    case = moving.to(old.replace("b > o", "b > n > o").replace("b:user", "b:user\n n:user"))
    case.do("a", 1).do("b", 0).do("b", 1).do("n", 1).do("n", 0)
    assert case.do("z").completed


# Event-based gateways, calls, variables


RACE = "s:start\n g:event\n w:timer in P1D\n m:message Tin\n a:user\n b:user\n e:end\n s > g\n g > w > a > e\n g > m > b > e"


def test_rivals_behind_a_gateway_go_on_waiting_for_each_other() -> None:
    case = Moving(RACE).to(RACE.replace("a > e", "a > n > e") + "\n n:user")
    assert case.tell("Tin")
    assert case.wait(days=2) == 0
    assert case.open == ["b"]


def test_another_rival_while_they_wait_is_refused() -> None:
    moving = Moving(RACE)
    assert moving.refused(RACE + "\n k:signal X\n g > k > a")[:1] == ["rivals-changed"]


def test_a_running_call_goes_on_in_what_it_calls() -> None:
    old = "s:start\n c:call P2\n z:user\n e:end\n s > c > z > e\n P2:process {\n i:start\n a:user\n o:end\n i > a > o\n }"
    case = Moving(old).to(old.replace("a > o", "a > n > o").replace("a:user", "a:user\n n:user"))
    assert case.do("a").do("n").do("z").completed


def test_a_mapping_that_names_what_is_not_there_is_refused() -> None:
    old, new = model_of(CHAIN).definition, model_of(CHAIN).definition
    with pytest.raises(MappingInvalid, match="has no element “q”"):
        plan(old, new, {"q": "a"})
    with pytest.raises(MappingInvalid, match="has no element “q”"):
        plan(old, new, {"a": "q"})
    with pytest.raises(MappingInvalid, match="two elements"):
        plan(old, new, {"a": "b", "b": "b"})


def test_a_case_is_carried_over_though_rounds_and_instances_lie_around_it() -> None:
    old = (
        "s:start\n g:xor\n q:sub times 2 {\n i:start\n p:and\n a:user\n b:user\n j:and\n o:end\n"
        " i > p > a > j > o\n p > b > j\n }\n k:xor\n z:user\n e:end\n s > g > q > z > k\n"
        " k > g if lai = true\n k > e else\n t:timer on q in P9D\n y:user\n t > y > e"
    )
    moving = Moving(old, lai=True)
    moving.case.do("a", 0).do("b", 1)
    case = moving.to(old.replace("y > e", "y > n > e") + "\n n:user")
    case.do("b", 0).do("a", 1).do("z")
    assert case.open == ["a", "a", "b", "b"]
    case.wait(days=10)
    assert case.do("y").do("n").completed
