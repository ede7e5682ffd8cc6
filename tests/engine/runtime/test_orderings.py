"""Joins in loops, in every order in which people may complete their tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.bundle import Bundle
from engine.domain.values import Value
from engine.runtime import compile_bundle
from tests.engine.runtime.drawings import Case, Drawing

Begin = Callable[..., Case]
NAMES = ("a", "b", "c")


def looped(fork: str, names: Iterable[str]) -> str:
    """Branches between a fork and a join, and after the join a person who may send everything back."""
    condition = {"and": "", "or": " if {0} = true"}[fork]
    branches = "\n".join(f"{n}:user\n f > {n}{condition.format(f'chon_{n}')}\n {n} > j" for n in names)
    return f"""
        s:start
        m:xor
        f:{fork}
        {branches}
        j:{fork}
        z:user
        g:xor
        e:end
        s > m > f
        j > z > g
        g > m if lai = true
        g > e else
    """


def begun(text: str, variables: dict[str, Value] | None = None, *, stored: bool = True) -> Case:
    model = compile_bundle(Bundle(files={"model.bpmn": Drawing(text).xml().encode()}))
    return Case(model, variables or {}, stored=stored)


@pytest.mark.parametrize("fork", ["and", "or"])
@pytest.mark.parametrize("number", [2, 3])
def test_a_join_in_a_loop_waits_for_all_in_every_round_and_every_order(fork: str, number: int) -> None:
    """As it comes, the library lets one of two approvals do from the second round on."""
    names = NAMES[:number]
    orders = list(permutations(names))
    text = looped(fork, names)
    for rounds in product(orders, repeat=3):
        case = begun(text, {f"chon_{name}": True for name in names}, stored=number == 2)
        for place, order in enumerate(rounds):
            left = list(names)
            for name in order:
                assert case.open == left
                case.do(name)
                left.remove(name)
            assert case.open == ["z"]
            case.do("z", lai=place < 2)
        assert case.completed


def some_of(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every order of every choice of at least one."""
    every = tuple(names)
    for number in range(1, len(every) + 1):
        for chosen in combinations(every, number):
            yield from permutations(chosen)


def test_an_inclusive_join_in_a_loop_waits_for_what_was_chosen_this_time() -> None:
    for first, second in product(some_of(NAMES), repeat=2):
        case = begun(looped("or", NAMES), {f"chon_{name}": name in first for name in NAMES})
        for order, again in ((first, second), (second, ())):
            for place, name in enumerate(order):
                assert case.open == sorted(order[place:])
                case.do(name)
            assert case.open == ["z"]
            case.do("z", lai=bool(again), **{f"chon_{name}": name in again for name in NAMES})
        assert case.completed


LEAVING = """
    s:start
    o:or
    a:user
    b:user
    c:user
    g:xor
    di:end
    j:or
    z:user
    e:end
    s > o
    o > a if true
    o > b if true
    o > c if true
    b > g
    g > di if bo = true
    g > j else
    a > j
    c > j
    j > z > e
"""


@pytest.mark.parametrize("leaves", [True, False])
@pytest.mark.parametrize("order", list(permutations(NAMES)))
def test_a_branch_that_leaves_lets_the_inclusive_join_go(
    begin: Begin, order: tuple[str, ...], *, leaves: bool
) -> None:
    case = begin(LEAVING)
    for name in order:
        assert "z" not in case.open
        case.do(name, **({"bo": leaves} if name == "b" else {}))
    assert case.open == ["z"]
    assert case.do("z").completed
    assert case.process.outcome == (("di", "e") if leaves else ("e",))


NESTED = """
    s:start
    o:or
    p:or
    a:user
    b:user
    k:or
    c:user
    q:or
    d:user
    x:user
    l:or
    j:or
    z:user
    e:end
    s > o
    o > p if true
    o > c if true
    o > q if true
    p > a if true
    p > b if true
    a > k
    b > k
    k > j
    c > j
    q > d if true
    q > x if true
    d > l
    x > l
    l > j
    j > z > e
"""


def test_inclusive_gateways_within_inclusive_gateways_in_every_order() -> None:
    for order in permutations(["a", "b", "c", "d", "x"]):
        case = begun(NESTED, stored=False)
        for place, name in enumerate(order):
            assert case.open == sorted(order[place:])
            case.do(name)
        assert case.open == ["z"]
        assert case.do("z").completed


UPSTREAM = """
    s:start
    m:xor
    p:and
    a:user
    b:user
    g:xor
    j:or
    z:user
    e:end
    s > p
    p > a > j
    p > m > b > g
    g > m if lai = true
    g > j else
    j > z > e
"""


@pytest.mark.parametrize("rounds", [0, 1, 3])
@pytest.mark.parametrize("early", [True, False])
def test_a_branch_that_goes_back_before_the_inclusive_join_is_waited_for(
    begin: Begin, rounds: int, *, early: bool
) -> None:
    case = begin(UPSTREAM)
    if early:
        case.do("a")
    for _ in range(rounds):
        case.do("b", lai=True)
        assert "z" not in case.open
    case.do("b", lai=False)
    if not early:
        assert case.open == ["a"]
        case.do("a")
    assert case.open == ["z"]
    assert case.do("z").completed


CONSULT = """
    s:start
    q:sub each dv of ds into kq as y {
        s1:start
        gui:user
        tra_loi:user
        e1:end
        s1 > gui > tra_loi > e1
    }
    han:timer on q in P5D
    qua_han:user each x of kq
    tong_hop:user
    e:end
    s > q > tong_hop > e
    han > qua_han > e
"""


@pytest.mark.parametrize("done", range(4))
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_deadline_of_a_consultation_cuts_off_whoever_is_late(
    begin: Begin, order: tuple[int, ...], done: int
) -> None:
    """And behind the boundary event stands a multi-instance task."""
    case = begin(CONSULT, ds=["x", "y", "z"])
    for index in order[:done]:
        case.do("gui", index).do("tra_loi", index, y=index)
    expected = [index if index in order[:done] else None for index in range(3)]
    assert case.value("kq") == expected
    if done == 3:
        assert case.open == ["tong_hop"]
        return
    case.do("gui", order[done])
    assert case.wait(days=5) == 1
    assert case.open == ["qua_han"] * 3
    assert case.value("kq") == expected
    for index in order:
        case.do("qua_han", index)
    assert case.completed


@settings(max_examples=60, deadline=None)
@given(
    writes=st.lists(
        st.tuples(
            st.integers(0, 2),
            st.dictionaries(
                st.sampled_from(["v", "w", "l"]),
                st.one_of(st.none(), st.integers(), st.lists(st.integers(), max_size=3)),
            ),
        ),
        max_size=12,
    )
)
def test_of_parallel_branches_the_last_writer_wins_and_nobody_else_writes(
    writes: list[tuple[int, dict[str, Value]]],
) -> None:
    loops = "\n".join(
        f"m{n}:xor\n t{n}:user\n g{n}:xor\n p > m{n} > t{n} > g{n}\n"
        f" g{n} > m{n} if xong != true\n g{n} > j else"
        for n in range(3)
    )
    case = begun(f"s:start\n p:and\n {loops}\n j:and\n e:end\n s > p\n j > e", {"v": 0})
    wanted: dict[str, Value] = {"v": 0}
    for branch, values in writes:
        case.do(f"t{branch}", None, **values)
        wanted.update(values)
        assert case.process.variables() == wanted
    for branch in range(3):
        case.do(f"t{branch}", xong=True)
    assert case.completed
    assert case.process.variables() == {**wanted, "xong": True}
