"""Periods, heads and circles: what holds by date, without a database."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qms.organisation.roadmap import living_successors
from qms.organisation.rules import (
    DayOutside,
    PeriodReversed,
    closes_circle,
    is_deputy,
    overlap,
    require_period,
)

DAY = date(2026, 1, 1)
IDS = [UUID(int=number) for number in range(1, 7)]
LINKS = st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3))
PERIODS = st.tuples(st.integers(0, 30), st.none() | st.integers(1, 12))


@pytest.mark.parametrize(
    ("begin", "end", "refusal"),
    [
        (DAY, DAY, PeriodReversed),
        (DAY, DAY - timedelta(days=1), PeriodReversed),
        (date(1, 1, 1), None, DayOutside),
        (None, date(9999, 12, 31), DayOutside),
    ],
)
def test_an_end_before_its_start_is_refused(
    begin: date | None, end: date | None, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        require_period(begin, end)


def test_open_periods_are_periods() -> None:
    require_period(None, None)
    require_period(DAY, None)
    require_period(None, DAY)
    require_period(DAY, DAY + timedelta(days=1))


@given(PERIODS, PERIODS)
@settings(max_examples=60)
def test_two_periods_overlap_where_they_share_a_day(
    one: tuple[int, int | None], other: tuple[int, int | None]
) -> None:
    def days(period: tuple[int, int | None]) -> set[int]:
        begin, length = period
        return set(range(begin, 100 if length is None else begin + length))

    def dated(period: tuple[int, int | None]) -> tuple[date, date | None]:
        begin, length = period
        start = DAY + timedelta(days=begin)
        return start, None if length is None else start + timedelta(days=length)

    assert overlap(*dated(one), *dated(other)) == bool(days(one) & days(other))


@pytest.mark.parametrize(
    ("title", "deputy"),
    [
        ("Phó Chánh Văn phòng", True),
        ("PHÓ CHỦ TỊCH", True),
        ("Cấp phó", True),
        ("Quyền Phó Giám đốc", True),
        ("Chánh Văn phòng", False),
        ("Quyền Trưởng phòng", False),
        ("Phòng trưởng", False),
        ("", False),
    ],
)
def test_a_deputy_is_told_by_the_title(title: str, deputy: bool) -> None:  # noqa: FBT001 - an expected value
    assert is_deputy(title) is deputy


@given(LINKS, st.sampled_from(IDS), st.sampled_from(IDS))
@settings(max_examples=60)
def test_a_circle_is_closed_exactly_where_a_way_leads_back(
    links: dict[UUID, list[UUID]], predecessor: UUID, successor: UUID
) -> None:
    reached = {successor}
    for _ in IDS:
        reached |= {after for each in reached for after in links.get(each, ())}

    assert closes_circle(links, predecessor, successor) == (predecessor in reached)


@given(LINKS, st.sets(st.sampled_from(IDS)), st.sampled_from(IDS))
@settings(max_examples=60)
def test_whoever_carries_on_lives_and_whoever_lives_carries_on_itself(
    links: dict[UUID, list[UUID]], living: set[UUID], agency: UUID
) -> None:
    found = living_successors(agency, {key: frozenset(after) for key, after in links.items()}, living)

    assert found <= living
    assert agency not in living or found == {agency}
