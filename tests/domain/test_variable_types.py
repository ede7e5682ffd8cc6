"""Values of variables as people write them: by declared type, and back again."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.local_time import OFFICE_ZONE
from engine.domain.values import Value
from engine.domain.variable_types import (
    LONGEST_WRITTEN,
    ValueUnreadable,
    VariableType,
    is_of,
    read_value,
    type_of,
    write_value,
)

PLAIN = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**9), 10**9, places=3),
    st.booleans(),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.datetimes(datetime(1980, 1, 1), datetime(2199, 12, 31), timezones=st.just(OFFICE_ZONE)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0)
    ),
)
NESTED = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.dates()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(PLAIN)
def test_a_plain_value_that_is_shown_is_read_again(value: Value) -> None:
    kind = type_of(value)
    assert is_of(value, kind)
    assert read_value(write_value(value), kind) == value


@given(st.lists(NESTED) | st.dictionaries(st.text(), NESTED))
def test_lists_and_records_are_shown_as_json_that_is_read_again(value: Value) -> None:
    kind = type_of(value)
    again = read_value(write_value(value), kind)
    assert write_value(again) == write_value(value)
    assert type(again) is type(value)


@pytest.mark.parametrize("kind", VariableType)
def test_nothing_written_is_no_value_and_no_value_is_of_every_type(kind: VariableType) -> None:
    assert read_value("  ", kind) is None
    assert is_of(None, kind)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1.234,5", VariableType.NUMBER, Decimal("1234.5")),
        ("05/02/2026", VariableType.DATE, date(2026, 2, 5)),
        ("05/02/2026 08:30", VariableType.DATETIME, datetime(2026, 2, 5, 8, 30, tzinfo=OFFICE_ZONE)),
        ("2026-02-05T08:30:00+07:00", VariableType.DATETIME, datetime(2026, 2, 5, 8, 30, tzinfo=OFFICE_ZONE)),
        ("Không", VariableType.BOOL, False),
        ('[1, {"$": "date", "value": "2026-02-05"}]', VariableType.LIST, [1, date(2026, 2, 5)]),
    ],
)
def test_values_are_read_as_offices_write_them(text: str, kind: VariableType, value: Value) -> None:
    assert read_value(text, kind) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bảy", VariableType.NUMBER),
        ("30/02/2026", VariableType.DATE),
        ("08:30", VariableType.DATETIME),
        ("05/02/2026 25:00", VariableType.DATETIME),
        ("maybe", VariableType.BOOL),
        ("{", VariableType.RECORD),
        ("[1]", VariableType.RECORD),
        ('{"a": 1}', VariableType.LIST),
        ('[{"$": "date", "value": "mai"}]', VariableType.LIST),
        ("[" * 100_000, VariableType.LIST),
        ("[NaN]", VariableType.LIST),
        ('["\\ud800"]', VariableType.LIST),
        ('[{"$": "decimal", "value": "sNaN"}]', VariableType.LIST),
        ('[{"$": "datetime", "value": "2026-01-01T00:00:00"}]', VariableType.LIST),
        ('{"a": [{"$": "datetime", "value": "0001-01-01T00:00:00+14:00"}]}', VariableType.RECORD),
        ("0001-01-01T00:00:00+14:00", VariableType.DATETIME),
        ("9999-12-31T23:59:59-12:00", VariableType.DATETIME),
        ("x" * (LONGEST_WRITTEN + 1), VariableType.TEXT),
    ],
)
def test_what_is_of_no_such_type_is_refused(text: str, kind: VariableType) -> None:
    with pytest.raises(ValueUnreadable):
        read_value(text, kind)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime.min.replace(tzinfo=timezone(timedelta(hours=12))), "01/01/"),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))), "31/12/9999"),
    ],
)
def test_a_moment_at_the_end_of_time_is_shown_all_the_same(moment: datetime, shown: str) -> None:
    assert write_value(moment).startswith(shown)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, VariableType.NUMBER),
        ("1", VariableType.NUMBER),
        (datetime(2026, 1, 1, tzinfo=OFFICE_ZONE), VariableType.DATE),
        (date(2026, 1, 1), VariableType.DATETIME),
        (1, VariableType.BOOL),
        ({}, VariableType.LIST),
        (5, VariableType.TEXT),
    ],
)
def test_a_value_of_another_type_is_known_as_such(value: Value, kind: VariableType) -> None:
    assert not is_of(value, kind)
