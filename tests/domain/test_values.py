"""Values of a case come back as they were, whatever their names and nesting."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.values import Value, ValueNotStorable, dump_values, load_values

NAMES = st.one_of(
    st.sampled_from(["$", "value", "typename", "__builtins__", "__class__", "", "sàng lọc", "decimal"]),
    st.text(max_size=8),
)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(timezones=ZONES),
    st.datetimes(),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)
CASES = st.dictionaries(NAMES, VALUES, max_size=6)


def typed(value: object) -> object:
    """The value with its types, for comparing: 1, 1.0, True and Decimal(1) are equal but not the same."""
    match value:
        case dict():
            return {key: typed(item) for key, item in value.items()}
        case list():
            return [typed(item) for item in value]
        case Decimal():
            return ("Decimal", str(value))
        case _:
            return (type(value).__name__, value)


@given(CASES)
def test_what_is_written_is_read_back_with_equal_types(values: dict[str, Value]) -> None:
    assert typed(load_values(dump_values(values))) == typed(values)


@given(CASES)
def test_equal_values_have_one_text_whatever_the_order_of_their_names(values: dict[str, Value]) -> None:
    turned = dict(reversed(values.items()))
    assert dump_values(turned) == dump_values(values)
    json.loads(dump_values(values))


@pytest.mark.parametrize(
    "value",
    [
        {"$": "decimal", "value": "1"},
        {"$": "date", "value": "2026-11-23"},
        {"$": "record", "value": {}},
        {"$": {"$": "datetime", "value": "x"}},
        {"typename": "set", "value": [1]},
        {"__builtins__": {"eval": "x"}, "__class__": "y"},
        [{"$": None}],
    ],
)
def test_a_record_that_looks_like_our_marks_stays_a_record(value: Value) -> None:
    assert load_values(dump_values({"$": value})) == {"$": value}


def test_a_moment_keeps_its_zone() -> None:
    there = datetime(2026, 11, 23, 1, tzinfo=UTC).astimezone(timezone(timedelta(hours=7)))
    back = load_values(dump_values({"a": there}))["a"]
    assert isinstance(back, datetime)
    assert (back, back.utcoffset()) == (there, timedelta(hours=7))


def test_a_day_is_not_a_moment() -> None:
    assert type(load_values(dump_values({"a": date(2026, 11, 23)}))["a"]) is date


@pytest.mark.parametrize(
    "value", [{1, 2}, b"x", object(), (1, 2), float("nan"), float("inf"), Decimal("NaN")]
)
def test_what_no_case_may_hold_is_refused_with_a_sentence(value: object) -> None:
    with pytest.raises(ValueNotStorable) as refused:
        dump_values({"a": [cast("Value", value)]})
    assert refused.value.vi.startswith("Không lưu được")


def test_a_text_that_is_no_record_is_refused() -> None:
    with pytest.raises(ValueNotStorable):
        load_values(b"[1]")
