"""Running through lists within an expression, ranges that leave their ends out, small functions of FEEL."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.values import Value
from engine.runtime.expression_rounds import MOST_ROUNDS
from engine.runtime.expression_types import Kinds, infer
from engine.runtime.expressions import ExpressionError, compile_expression

SEEN: dict[str, Value] = {
    "ds": [1, 2, 3],
    "hs": [{"ma": "A", "so": 1}, {"ma": "B", "so": 5}],
    "so": 3,
    "some": 4,
    "for": 5,
    "chu": "Quy trình",
    "ngay": date(2026, 11, 30),
}


def value(text: str) -> Value:
    return compile_expression(text).evaluate(SEEN.get)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("some i in ds satisfies i > 2", True),
        ("some i in ds satisfies i > 3", False),
        ("every i in ds satisfies i > 0", True),
        ("every i in ds satisfies i > 1", False),
        ("some i in [] satisfies true", False),
        ("every i in [] satisfies false", True),
        ("some i in khong satisfies true", None),
        ("every i in khong satisfies true", None),
        ("some i in [null, 1] satisfies i = 2", False),
        ("some i in [null, 1] satisfies i > 0 or null", True),
        ("every i in [null] satisfies null", None),
        ("some h in hs satisfies h.so = 5 and h.ma = 'B'", True),
        ("so = 3 and some i in ds satisfies i = so", True),
        ("every i in ds satisfies some j in hs satisfies j.so >= i", True),
        ("every i in ds, h in hs satisfies i < h.so", False),
        ("for i in ds return i * 2", [2, 4, 6]),
        ("for i in 1..3 return i", [1, 2, 3]),
        ("for i in 3..1 return i", [3, 2, 1]),
        ("for i in 1..2, j in ds return i * j", [1, 2, 3, 2, 4, 6]),
        ("for i in khong return i", None),
        ("sum(for h in hs return h.so)", 6),
        ("for so in ds return so", [1, 2, 3]),
        ("if some i in ds satisfies i = 1 then 'co' else 'khong'", "co"),
        ("some + for", 9),
        ("so in (1..3)", False),
        ("so in [1..3)", False),
        ("so in (1..3]", True),
        ("so in ]2..3]", True),
        ("so not in (1..3)", True),
        ("so in (ds)", True),
        ("khong in (1..3)", False),
        ("string(so)", "3"),
        ("string(true)", "true"),
        ("string(null)", None),
        ("string(ngay)", "2026-11-30"),
        ("length(chu)", 9),
        ("substring(chu, 5)", "trình"),
        ("substring(chu, -5, 2)", "tr"),
        ("ends_with(chu, 'trình')", True),
        ("modulo(-5, 3)", 1),
        ("modulo(5, -3)", -1),
        ("floor(-1.5)", -2),
        ("ceiling(1.2)", 2),
        ("abs(-3)", 3),
    ],
)
def test_what_it_gives(text: str, expected: Value) -> None:
    assert value(text) == expected
    assert type(value(text)) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        "some i in",
        "some i in ds",
        "for i in ds",
        "some i satisfies true",
        "so in (1..",
        "for i in 1.5..2 return i",
        "modulo(1, 0)",
        "substring(so, 1)",
    ],
)
def test_what_says_nothing_clear_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        value(text)
    assert caught.value.vi != caught.value.en


def test_the_item_is_no_variable_of_the_case() -> None:
    assert compile_expression("some i in ds satisfies i > so").names == {"ds", "so"}


def test_all_rounds_of_an_expression_count_together() -> None:
    assert value(f"count(for i in 1..{MOST_ROUNDS} return i)") == MOST_ROUNDS
    for text in (
        f"for i in 1..{MOST_ROUNDS + 1} return i",
        "for i in 1..40 return for j in 1..40 return j",
        "every i in 1..40, j in 1..40 satisfies true",
    ):
        with pytest.raises(ExpressionError):
            value(text)


def test_types_are_known_of_items_and_results() -> None:
    def known(name: str) -> Kinds:
        return (
            Kinds(frozenset({"list"}), frozenset({"number"})) if name == "ds" else Kinds(frozenset({"text"}))
        )

    assert infer("some i in ds satisfies i = 'a'", known).problems
    assert infer("some i in chu satisfies true", known).problems
    assert infer("some i in ds satisfies i + 1", known).problems
    fine = infer("for i in ds return i + 1", known)
    assert (set(fine.kinds.of), set(fine.kinds.items)) == ({"list"}, {"number"})
    assert fine.problems == ()


@given(st.lists(st.integers(-9, 9), max_size=8), st.integers(-9, 9))
def test_some_and_every_are_each_others_negation(items: list[int], bound: int) -> None:
    def seen(name: str) -> Value:
        return list(items) if name == "ds" else bound

    some = compile_expression("some i in ds satisfies i > b").evaluate(seen)
    assert some is not compile_expression("every i in ds satisfies i <= b").evaluate(seen)
    assert compile_expression("for i in ds return i + b").evaluate(seen) == [item + bound for item in items]
