"""Tokens through gateways, joins, loops and sub-processes."""

# ruff: noqa: E501  a drawing or a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from engine.domain.refusals import TaskGone
from engine.runtime import ProcessIncident, What
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]

SEND_BACK_AND = """
    s:start
    soan:user
    tach:and
    a:user
    b:user
    gop:and
    duyet:user
    g:xor
    e:end
    s > soan > tach
    tach > a > gop
    tach > b > gop
    gop > duyet > g
    g > soan if tra_lai = true
    g > e else
"""


def test_a_chain_of_tasks_of_people_is_done_one_by_one(begin: Begin) -> None:
    case = begin("s:start\n a:user\n b:manual\n c:task\n e:end\n s > a > b > c > e")
    for step in ("a", "b", "c"):
        assert case.open == [step]
        case.do(step)
    assert case.completed
    assert case.process.outcome == ("e",)


def test_the_trace_tells_elements_and_flows_in_order(begin: Begin) -> None:
    case = begin("s:start\n a:user\n e:end\n s > a > e").do("a")
    assert [(event.what.value, event.element_id) for event in case.trace] == [
        ("entered", "s"),
        ("completed", "s"),
        ("flow_taken", "F1_s_a"),
        ("entered", "a"),
        ("completed", "a"),
        ("flow_taken", "F2_a_e"),
        ("entered", "e"),
        ("completed", "e"),
    ]


def test_an_exclusive_gateway_takes_the_first_true_flow_in_order_of_the_drawing(begin: Begin) -> None:
    drawing = """
        s:start
        g:xor
        lon:user
        vua:user
        nho:user
        e:end
        s > g
        g > lon if so_tien > 100
        g > vua if so_tien > 10
        g > nho else
        lon > e
        vua > e
        nho > e
    """
    assert begin(drawing, so_tien=500).open == ["lon"]
    assert begin(drawing, so_tien=50).open == ["vua"]
    assert begin(drawing, so_tien=5).open == ["nho"]
    assert begin(drawing).open == ["nho"], "a condition on a missing variable is not true"


def test_an_exclusive_gateway_with_nothing_true_is_an_incident_at_the_gateway(begin: Begin) -> None:
    case = begin(
        "s:start\n a:user\n g:xor\n b:user\n c:user\n e:end\n s > a > g\n g > b if x = 1\n g > c if x = 2\n b > e\n c > e"
    )
    with pytest.raises(ProcessIncident) as caught:
        case.do("a", x=3)
    assert caught.value.element_id == "g"
    assert "Bước g" in caught.value.vi
    assert "Bước g" in caught.value.en


def test_a_parallel_join_waits_for_all_branches(begin: Begin) -> None:
    drawing = "s:start\n p:and\n a:user\n b:user\n c:user\n j:and\n z:user\n e:end\n s > p > a > j > z > e\n p > b > j\n p > c > j"
    for order in permutations("abc"):
        case = begin(drawing)
        for step in order:
            assert "z" not in case.open
            case.do(step)
        assert case.open == ["z"]
        assert case.do("z").completed


@pytest.mark.parametrize("first", ["ab", "ba"])
@pytest.mark.parametrize("second", ["ab", "ba"])
@pytest.mark.parametrize("third", ["ab", "ba"])
@pytest.mark.parametrize("kind", ["and", "or"])
def test_after_a_send_back_the_join_waits_for_both_approvals_again(
    begin: Begin, kind: str, first: str, second: str, third: str
) -> None:
    drawing = SEND_BACK_AND
    if kind == "or":
        drawing = (
            drawing.replace(":and", ":or")
            .replace("tach > a > gop", "tach > a if true\n a > gop")
            .replace("tach > b > gop", "tach > b if true\n b > gop")
        )
    case = begin(drawing)
    for number, order in enumerate((first, second, third)):
        case.do("soan")
        assert case.open == ["a", "b"]
        case.do(order[0])
        assert case.open == [order[1]], f"round {number}: one approval must not be enough"
        case.do(order[1])
        case.do("duyet", tra_lai=number < 2)
    assert case.completed


def test_an_inclusive_join_waits_only_for_the_branches_that_were_taken(begin: Begin) -> None:
    drawing = """
        s:start
        o:or
        a:user
        b:user
        c:user
        j:or
        z:user
        e:end
        s > o
        o > a if x > 0
        o > b if x > 1
        o > c else
        a > j
        b > j
        c > j
        j > z > e
    """
    assert begin(drawing, x=1).do("a").open == ["z"]
    assert begin(drawing, x=0).do("c").open == ["z"]
    case = begin(drawing, x=2)
    assert case.do("b").open == ["a"]
    assert case.do("a").open == ["z"]
    assert case.do("z").completed


def test_an_inclusive_join_is_released_by_a_branch_that_ends_elsewhere(begin: Begin) -> None:
    case = begin("""
        s:start
        o:or
        a:user
        b:user
        g:xor
        thoi:end
        j:or
        z:user
        e:end
        s > o
        o > a if true
        o > b if true
        a > j
        b > g
        g > j if tiep = true
        g > thoi else
        j > z > e
    """)
    assert case.do("a").open == ["b"]
    assert case.do("b", tiep=False).open == ["z"]
    assert case.do("z").completed


def test_several_flows_out_of_a_task_run_side_by_side(begin: Begin) -> None:
    case = begin("s:start\n a:user\n b:user\n c:user\n e:end\n f:end\n s > a\n a > b > e\n a > c > f").do("a")
    assert case.open == ["b", "c"]
    assert not case.do("b").completed
    assert case.do("c").completed
    assert case.process.outcome == ("e", "f")


def test_two_flows_between_the_same_gateways_are_two_tokens(begin: Begin) -> None:
    case = begin("s:start\n p:and\n j:and\n a:user\n e:end\n s > p\n p > j\n p > j\n j > a > e")
    assert case.open == ["a"]
    assert len([flow for flow in case.happened(What.FLOW_TAKEN) if flow.endswith("_p_j")]) == 2
    assert case.do("a").completed


def test_excess_tokens_wait_at_a_parallel_join_for_their_own_round(begin: Begin) -> None:
    """Two tokens come by the first way in before the second way has any."""
    case = begin("""
        s:start
        p:and
        a:user
        b:user
        m:xor
        c:user
        d:user
        j:and
        z:user
        e:end
        s > p
        p > a > m
        p > b > m
        m > j
        p > c > j
        j > z > e
        p > d > e
    """)
    case.do("a").do("b")
    assert case.open == ["c", "d"]
    case.do("c")
    assert case.open == ["d", "z"]


def test_a_terminate_end_event_ends_the_other_branches(begin: Begin) -> None:
    case = begin("s:start\n p:and\n a:user\n b:user\n x:terminate\n e:end\n s > p > a > x\n p > b > e").do(
        "a"
    )
    assert case.completed
    assert case.open == []
    assert case.happened(What.CANCELLED) == ["b"]
    assert case.process.outcome == ("x",)


def test_a_terminate_end_event_in_a_sub_process_ends_only_the_sub_process(begin: Begin) -> None:
    case = begin("""
        s:start
        q:sub {
            s1:start
            p:and
            a:user
            b:user
            x:terminate
            e1:end
            s1 > p > a > x
            p > b > e1
        }
        c:user
        e:end
        s > q > c > e
    """)
    assert case.do("a").open == ["c"]
    assert case.process.outcome == ()
    assert case.do("c").completed


def test_a_sub_process_ends_when_its_last_branch_ends(begin: Begin) -> None:
    case = begin("""
        s:start
        q:sub {
            s1:start
            p:and
            a:user
            r:sub {
                s2:start
                b:user
                e2:end
                s2 > b > e2
            }
            e1:end
            s1 > p > a > e1
            p > r > e1
        }
        c:user
        e:end
        s > q > c > e
    """)
    assert case.open == ["a", "b"]
    assert case.do("b").open == ["a"]
    assert case.do("a").open == ["c"]
    assert case.do("c").completed


def test_ids_that_mean_something_to_the_library_mean_nothing_here(begin: Begin) -> None:
    case = begin(
        "Start:start\n p:and\n End:user\n Root:user\n x:end\n Start > p\n p > End > x\n p > Root > x"
    )
    assert case.do("End").open == ["Root"]
    assert not case.completed
    assert case.do("Root").completed


def test_a_loop_of_two_thousand_rounds_stays_small(begin: Begin) -> None:
    case = begin("s:start\n a:user\n g:xor\n e:end\n s > a > g\n g > a if n < 2000\n g > e else")
    size = len(case.process.dump())
    for round_number in range(1, 2000):
        case.process.complete(case.process.open_tasks()[0].id, {"n": round_number})
    assert len(case.process.dump()) < size + 100
    assert case.do("a", n=2000).completed


def test_many_parallel_blocks_in_a_row_stay_small(begin: Begin) -> None:
    lines = ["s:start", "e:end"]
    before = "s"
    for block in range(10):
        lines += [f"p{block}:and", f"j{block}:and", f"{before} > p{block}"]
        for branch in "abc":
            lines += [f"{branch}{block}:user", f"p{block} > {branch}{block} > j{block}"]
        before = f"j{block}"
    case = begin("\n".join([*lines, f"{before} > e"]))
    assert len(case.process.dump()) < 1000
    for block in range(10):
        for branch in "cab":
            case.do(f"{branch}{block}")
    assert case.completed


def test_a_loop_of_gateways_that_never_rests_is_stopped(begin: Begin) -> None:
    with pytest.raises(ProcessIncident, match="never rests"):
        begin("s:start\n g:xor\n h:xor\n e:end\n s > g > h\n h > g if true\n h > e else")


def test_six_hundred_steps_in_one_go_are_no_matter_of_depth(begin: Begin) -> None:
    count = 300
    lines = ["s:start", "e:end", "a:user"] + [f"g{number}:xor" for number in range(count)]
    chain = " > ".join(["s", *(f"g{number}" for number in range(count)), "a", "e"])
    assert begin("\n".join([*lines, chain])).open == ["a"]


def test_a_cancelled_case_is_over_and_says_what_it_left(begin: Begin) -> None:
    case = begin(
        "s:start\n p:and\n a:user\n q:sub {\n s1:start\n b:user\n e1:end\n s1 > b > e1\n }\n e:end\n s > p > a > e\n p > q > e"
    )
    case.cancel()
    assert case.completed
    assert case.process.cancelled
    assert case.open == []
    assert sorted(case.happened(What.CANCELLED)) == ["a", "b", "q"]


def test_a_task_that_is_done_cannot_be_done_again(begin: Begin) -> None:
    case = begin("s:start\n a:user\n b:user\n e:end\n s > a > b > e")
    task = case.task("a")
    case.do("a")
    with pytest.raises(TaskGone):
        case.process.complete(task.id, {})
