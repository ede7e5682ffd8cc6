"""Multi-instance activities: one instance for each item, each with variables of its own."""

# ruff: noqa: E501  a drawing or a piece of XML reads best on its one line

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from itertools import permutations

import pytest

from engine.runtime import ProcessIncident, What
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]

PARALLEL = "s:start\n a:user each don_vi of ds into kq as y_kien\n z:user\n e:end\n s > a > z > e"
CONSULT = """
    s:start
    q:sub each don_vi of ds into kq {
        s1:start
        gui:user
        tra_loi:user
        e1:end
        s1 > gui > tra_loi > e1
    }
    han:timer on q in P5D
    tong_hop:user
    qua_han:user
    e:end
    s > q > tong_hop > e
    han > qua_han > e
"""


def test_instances_side_by_side_put_their_results_in_the_order_of_the_list(begin: Begin) -> None:
    for order in permutations(range(3)):
        case = begin(PARALLEL, ds=["x", "y", "z"])
        assert case.open == ["a", "a", "a"]
        for index in order:
            case.do("a", index, y_kien=f"ý kiến {index}")
        assert case.open == ["z"]
        assert case.value("kq") == ["ý kiến 0", "ý kiến 1", "ý kiến 2"]
        assert case.do("z").completed


def test_the_results_so_far_are_there_while_others_are_open(begin: Begin) -> None:
    case = begin(PARALLEL, ds=["x", "y", "z"])
    assert case.value("kq") == [None, None, None]
    assert case.do("a", 1, y_kien="có").value("kq") == [None, "có", None]


def test_each_instance_sees_its_item_and_not_what_the_others_wrote(begin: Begin) -> None:
    case = begin(PARALLEL, ds=["x", "y"], chung="c")
    case.do("a", 0, y_kien="riêng")
    other = case.task("a", 1)
    seen = case.process.variables(other.id)
    assert seen["don_vi"] == "y"
    assert seen["chung"] == "c"
    assert "y_kien" not in seen
    assert "y_kien" not in case.process.variables()
    assert "don_vi" not in case.process.variables()
    assert case.process.evaluate('don_vi + "!"', other.id) == "y!"


def test_without_an_output_expression_the_result_is_what_the_instance_wrote(begin: Begin) -> None:
    case = begin(PARALLEL.replace(" as y_kien", ""), ds=["x", "y"])
    case.do("a", 1, y_kien="b", ngay=3).do("a", 0, y_kien="a")
    assert case.value("kq") == [{"y_kien": "a"}, {"y_kien": "b", "ngay": 3}]


def test_one_by_one_begins_the_next_when_the_one_before_is_done(begin: Begin) -> None:
    case = begin(PARALLEL.replace("as y_kien", "as y_kien one-by-one"), ds=[1, 2, 3])
    for index in range(3):
        assert case.open == ["a"]
        task = case.task("a", index)
        assert case.process.variables(task.id)["don_vi"] == index + 1
        case.do("a", y_kien=index * 10)
    assert case.open == ["z"]
    assert case.value("kq") == [0, 10, 20]


def test_one_by_one_keeps_the_list_it_began_with(begin: Begin) -> None:
    case = begin(PARALLEL.replace("as y_kien", "as y_kien one-by-one"), ds=[1, 2])
    case.process.set_variables({"ds": []})
    case.do("a", y_kien="m")
    assert case.process.variables(case.task("a").id)["don_vi"] == 2
    assert case.do("a", y_kien="n").open == ["z"]


@pytest.mark.parametrize("suffix", ["", " one-by-one"])
def test_an_empty_list_passes_straight_through(begin: Begin, suffix: str) -> None:
    case = begin(PARALLEL.replace("as y_kien", "as y_kien" + suffix), ds=[])
    assert case.open == ["z"]
    assert case.value("kq") == []
    assert case.happened(What.COMPLETED) == ["s", "a"]


def test_a_number_of_instances_instead_of_a_list(begin: Begin) -> None:
    case = begin("s:start\n a:user times n+1\n e:end\n s > a > e", n=2)
    assert [task.loop_index for task in case.process.open_tasks()] == [0, 1, 2]
    case.do("a", 1).do("a", 2)
    assert case.do("a", 0).completed


@pytest.mark.parametrize("value", [None, "x", 3, {"a": 1}])
def test_a_collection_that_is_no_list_is_an_incident(begin: Begin, value: object) -> None:
    with pytest.raises(ProcessIncident) as caught:
        begin(PARALLEL, ds=value)
    assert caught.value.element_id == "a"


def test_five_units_are_consulted_and_all_answer_in_time(begin: Begin) -> None:
    case = begin(CONSULT, ds=["a", "b", "c", "d", "đ"])
    assert case.open == ["gui"] * 5
    for index in (4, 0, 2, 1, 3):
        case.do("gui", index).do("tra_loi", index, y_kien=index)
    assert case.open == ["tong_hop"]
    assert case.process.timers() == ()
    assert case.value("kq") == [{"y_kien": index} for index in range(5)]
    assert case.do("tong_hop").completed


def test_five_units_are_consulted_and_the_deadline_cuts_the_late_ones_off(begin: Begin) -> None:
    case = begin(CONSULT, ds=["a", "b", "c", "d", "đ"])
    case.do("gui", 2).do("tra_loi", 2, y_kien="đồng ý").do("gui", 0)
    assert case.wait(days=4) == 0
    assert case.wait(days=1) == 1
    assert case.open == ["qua_han"]
    assert case.value("kq") == [None, None, {"y_kien": "đồng ý"}, None, None]
    assert case.happened(What.TIMER_FIRED) == ["han"]
    assert sorted(case.happened(What.CANCELLED)) == ["gui"] * 3 + ["q"] * 4 + ["tra_loi"]
    stored = json.loads(case.process.dump())
    assert set(json.loads(stored["variables"])["scopes"]) == {""}, "the scopes of cut-off instances are gone"
    assert len(stored["levels"]) == 1
    assert case.do("qua_han").completed


@pytest.mark.parametrize("suffix", ["", " one-by-one"])
@pytest.mark.parametrize("beside", ["", " beside"])
def test_a_timer_on_a_loop_of_tasks(begin: Begin, suffix: str, beside: str) -> None:
    drawing = f"s:start\n a:user each x of ds{suffix}\n t:timer on a in PT1H{beside}\n b:user\n e:end\n s > a > e\n t > b > e"
    case = begin(drawing, ds=[1, 2])
    case.do("a", 0)
    assert case.wait(hours=1) == 1
    if beside:
        assert case.open == ["a", "b"]
        assert case.do("a", 1).open == ["b"]
    else:
        assert case.open == ["b"]
    assert case.do("b").completed


def test_a_loop_of_tasks_directly_after_a_boundary_event(begin: Begin) -> None:
    case = begin(
        "s:start\n a:user\n t:timer on a in PT1H\n b:user each x of ds\n e:end\n s > a > e\n t > b > e",
        ds=[1, 2],
    )
    case.wait(hours=1)
    assert case.open == ["b", "b"]
    case.do("b", 1)
    assert case.do("b", 0).completed


def test_loops_within_loops_have_scopes_within_scopes(begin: Begin) -> None:
    case = begin(
        """
        s:start
        q:sub each nhom of ds into tat_ca as ds_nhom {
            s1:start
            a:user each nguoi of nhom.nguoi into ds_nhom as nhom.ten+nguoi+y
            e1:end
            s1 > a > e1
        }
        e:end
        s > q > e
        """,
        ds=[{"ten": "A", "nguoi": ["1", "2"]}, {"ten": "B", "nguoi": ["3"]}],
    )
    for task in reversed(case.process.open_tasks()):
        case.process.complete(task.id, {"y": "!"})
    assert case.completed
    assert case.value("tat_ca") == [["A1!", "A2!"], ["B3!"]]


def test_a_timer_inside_an_instance_reads_the_date_of_that_instance(begin: Begin) -> None:
    case = begin(
        """
        s:start
        q:sub each viec of ds {
            s1:start
            a:user
            t:timer on a at viec.han
            b:user
            e1:end
            s1 > a > e1
            t > b > e1
        }
        e:end
        s > q > e
        """,
        ds=[{"han": "2026-12-05"}, {"han": "2026-12-03"}],
    )
    first, second = case.process.timers()
    assert second.due - first.due == timedelta(days=2)
    case.wait_until(first.due)
    assert case.task("b").loop_index == 1
    assert case.open == ["a", "b"]


def test_variables_written_in_parallel_branches_stay_as_written(begin: Begin) -> None:
    """The library merges what each branch saw: the later one brings old values back, lists lose entries."""
    case = begin(
        "s:start\n p:and\n a:user\n b:user\n j:and\n z:user\n e:end\n s > p > a > j > z > e\n p > b > j",
        v="cũ",
        ds=[1, 2, 2],
    )
    case.do("a", v="mới", ds=[1, 3]).do("b", khac=1)
    assert case.process.variables() == {"v": "mới", "ds": [1, 3], "khac": 1}
