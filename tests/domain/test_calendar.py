"""The working calendar: which days and hours count, and counting in them."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.calendar import (
    VIETNAM,
    CalendarDay,
    DayKind,
    DayListedTwice,
    MomentWithoutZone,
    NoWorkingDay,
    OfficeHours,
    OfficeHoursUnsound,
    WorkingCalendar,
)


def listed(day: date, kind: DayKind = DayKind.HOLIDAY, *, confirmed: bool = True) -> CalendarDay:
    return CalendarDay(day=day, kind=kind, name="Ngày thử", basis="Văn bản thử", confirmed=confirmed)


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


SWAPPED_WEEK = WorkingCalendar(
    [
        listed(date(2026, 8, 22), DayKind.WORK_SWAPPED),
        listed(date(2026, 8, 31), DayKind.OFF_SWAPPED),
        listed(date(2026, 9, 1)),
        listed(date(2026, 9, 2)),
        listed(date(2026, 9, 4), DayKind.HALF_DAY),
    ]
)
PLAIN = WorkingCalendar()


@pytest.mark.parametrize(
    ("day", "fraction"),
    [
        (date(2026, 8, 21), "1"),  # a Friday
        (date(2026, 8, 22), "1"),  # a Saturday made up for
        (date(2026, 8, 23), "0"),  # a Sunday
        (date(2026, 8, 31), "0"),  # a Monday moved away
        (date(2026, 9, 1), "0"),  # a holiday
        (date(2026, 9, 4), "0.5"),
    ],
)
def test_a_day_is_worked_as_the_calendar_says(day: date, fraction: str) -> None:
    assert SWAPPED_WEEK.working_fraction(day) == Decimal(fraction)
    assert SWAPPED_WEEK.is_working(day) == (Decimal(fraction) > 0)


def test_a_half_day_on_a_weekend_stays_a_day_off() -> None:
    calendar = WorkingCalendar([listed(date(2026, 8, 23), DayKind.HALF_DAY)])
    assert not calendar.is_working(date(2026, 8, 23))


def test_the_nearest_working_day_may_be_the_day_itself() -> None:
    assert SWAPPED_WEEK.first_working_day_from(date(2026, 8, 22)) == date(2026, 8, 22)
    assert SWAPPED_WEEK.last_working_day_until(date(2026, 8, 22)) == date(2026, 8, 22)


def test_the_nearest_working_day_lies_beyond_swaps_holidays_and_weekends() -> None:
    assert SWAPPED_WEEK.first_working_day_from(date(2026, 8, 29)) == date(2026, 9, 3)
    assert SWAPPED_WEEK.last_working_day_until(date(2026, 9, 2)) == date(2026, 8, 28)


def test_working_days_are_counted_from_the_day_after() -> None:
    assert SWAPPED_WEEK.add_working_days(date(2026, 8, 20), 3) == date(2026, 8, 24)
    assert SWAPPED_WEEK.add_working_days(date(2026, 8, 24), -3) == date(2026, 8, 20)


def test_adding_no_working_day_gives_the_day_back_even_a_day_off() -> None:
    assert PLAIN.add_working_days(date(2026, 8, 23), 0) == date(2026, 8, 23)


def test_two_half_days_make_one_working_day() -> None:
    halves = [listed(date(2026, 9, day), DayKind.HALF_DAY) for day in (8, 9)]
    calendar = WorkingCalendar(halves)
    assert calendar.add_working_days(date(2026, 9, 7), 1) == date(2026, 9, 9)
    assert calendar.count_working_days(date(2026, 9, 7), date(2026, 9, 8)) == Decimal("0.5")
    assert calendar.count_working_days(date(2026, 9, 7), date(2026, 9, 10)) == 2


def test_a_day_off_from_which_one_counts_takes_nothing_away() -> None:
    assert SWAPPED_WEEK.count_working_days(date(2026, 9, 2), date(2026, 9, 3)) == 1
    assert SWAPPED_WEEK.count_working_days(date(2026, 8, 22), date(2026, 8, 24)) == 1


def test_counting_backwards_is_negative() -> None:
    assert PLAIN.count_working_days(date(2026, 9, 11), date(2026, 9, 7)) == -4


def test_a_calendar_without_any_working_day_is_refused_in_words() -> None:
    closed = WorkingCalendar(hours=OfficeHours(week=((),) * 7))
    with pytest.raises(NoWorkingDay) as refusal:
        closed.first_working_day_from(date(2026, 9, 7))
    assert "400 ngày quanh 07/09/2026" in refusal.value.vi
    with pytest.raises(NoWorkingDay):
        closed.opening(date(2026, 9, 7))


def test_a_search_past_the_end_of_time_is_refused_too() -> None:
    with pytest.raises(NoWorkingDay):
        PLAIN.add_working_days(date(9999, 12, 30), 5)


def test_a_day_may_be_listed_once_only() -> None:
    with pytest.raises(DayListedTwice):
        WorkingCalendar([listed(date(2026, 9, 1)), listed(date(2026, 9, 1), DayKind.WORK_SWAPPED)])


@pytest.mark.parametrize(
    "morning",
    [
        ((time(11, 30), time(7, 30)),),
        ((time(7, 30), time(7, 30)),),
        ((time(7, 30), time(11, 30)), (time(11, 0), time(17, 0))),
        ((time(13, 0), time(17, 0)), (time(7, 30), time(11, 30))),
    ],
)
def test_office_hours_must_be_in_order(morning: tuple[tuple[time, time], ...]) -> None:
    with pytest.raises(OfficeHoursUnsound):
        OfficeHours(week=(morning,) * 5 + ((), ()))


def test_office_hours_name_all_seven_weekdays() -> None:
    with pytest.raises(OfficeHoursUnsound):
        OfficeHours(week=((),) * 5)


def test_an_office_opens_at_half_past_seven_and_closes_at_five() -> None:
    assert PLAIN.opening(date(2026, 9, 7)) == local(2026, 9, 7, 7, 30)
    assert PLAIN.closing(date(2026, 9, 7)) == local(2026, 9, 7, 17)
    assert PLAIN.opening(date(2026, 9, 7)).tzinfo is UTC


def test_the_opening_of_a_day_off_is_that_of_the_next_working_day() -> None:
    assert PLAIN.opening(date(2026, 9, 5)) == local(2026, 9, 7, 7, 30)


def test_a_half_day_closes_at_noon_and_a_made_up_saturday_keeps_full_hours() -> None:
    assert SWAPPED_WEEK.closing(date(2026, 9, 4)) == local(2026, 9, 4, 11, 30)
    assert SWAPPED_WEEK.closing(date(2026, 8, 22)) == local(2026, 8, 22, 17)


@pytest.mark.parametrize(
    ("start", "counted_from"),
    [
        (local(2026, 9, 7, 6), local(2026, 9, 7, 7, 30)),  # before the morning
        (local(2026, 9, 7, 9, 15), local(2026, 9, 7, 9, 15)),
        (local(2026, 9, 7, 11, 30), local(2026, 9, 7, 13)),  # lunch
        (local(2026, 9, 7, 17), local(2026, 9, 8, 7, 30)),  # after closing
        (local(2026, 9, 5, 10), local(2026, 9, 7, 7, 30)),  # a Saturday
    ],
)
def test_time_outside_office_hours_moves_to_the_next_session(start: datetime, counted_from: datetime) -> None:
    assert PLAIN.next_working_moment(start) == counted_from
    assert PLAIN.add_working_minutes(start, 1) == counted_from + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        (local(2026, 9, 7, 7, 30), 240, local(2026, 9, 7, 11, 30)),
        (local(2026, 9, 7, 7, 30), 241, local(2026, 9, 7, 13, 1)),
        (local(2026, 9, 11, 16, 30), 60, local(2026, 9, 14, 8)),  # over a weekend
        (local(2026, 8, 28, 16), 120, local(2026, 9, 3, 8, 30)),  # over National Day
        (local(2026, 9, 4, 10), 120, local(2026, 9, 7, 8)),  # half a day off
        (local(2026, 9, 7, 20), 0, local(2026, 9, 7, 20)),
    ],
)
def test_only_office_time_passes(start: datetime, minutes: int, end: datetime) -> None:
    assert SWAPPED_WEEK.add_working_minutes(start, minutes) == end
    assert SWAPPED_WEEK.working_minutes_between(start, end) == minutes
    assert SWAPPED_WEEK.working_minutes_between(end, start) == -minutes


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(MomentWithoutZone):
        PLAIN.add_working_minutes(datetime(2026, 9, 7, 8, 0), 5)  # noqa: DTZ001 - the point of the test


def test_unconfirmed_days_are_those_marked_so_within_the_range() -> None:
    open_day = listed(date(2027, 2, 4), confirmed=False)
    calendar = WorkingCalendar([listed(date(2027, 1, 1)), open_day])
    assert calendar.unconfirmed_between(date(2027, 1, 1), date(2027, 2, 4)) == (open_day,)
    assert calendar.unconfirmed_between(date(2027, 2, 5), date(2027, 12, 31)) == ()


def test_a_year_nobody_listed_is_unconfirmed_as_a_whole() -> None:
    found = SWAPPED_WEEK.unconfirmed_between(date(2026, 12, 1), date(2027, 1, 15))
    assert [day.day for day in found] == [date(2027, 1, 1)]
    assert not found[0].confirmed


days = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 12, 31))
moments = st.datetimes(
    min_value=datetime.fromisoformat("2024-01-01"),
    max_value=datetime.fromisoformat("2028-12-31"),
    timezones=st.just(VIETNAM),
)


@st.composite
def calendars(draw: st.DrawFn, *, halves: bool = True) -> WorkingCalendar:
    kinds = [kind for kind in DayKind if halves or kind is not DayKind.HALF_DAY]
    around = st.dates(min_value=date(2025, 12, 1), max_value=date(2026, 3, 31))
    chosen = draw(st.dictionaries(around, st.sampled_from(kinds), max_size=40))
    return WorkingCalendar(listed(day, kind) for day, kind in chosen.items())


near = st.dates(min_value=date(2025, 11, 1), max_value=date(2026, 4, 30))


@given(calendars(halves=False), near, st.integers(min_value=1, max_value=60))
def test_adding_days_and_counting_them_agree(calendar: WorkingCalendar, day: date, n: int) -> None:
    assert calendar.count_working_days(day, calendar.add_working_days(day, n)) == n


@given(calendars(), near, st.integers(min_value=1, max_value=60))
def test_with_half_days_a_period_is_full_but_never_by_a_whole_day_too_much(
    calendar: WorkingCalendar, day: date, n: int
) -> None:
    assert n <= calendar.count_working_days(day, calendar.add_working_days(day, n)) < n + 1


@given(calendars(halves=False), near, st.integers(min_value=1, max_value=60))
def test_going_back_undoes_going_forward_from_a_working_day(
    calendar: WorkingCalendar, day: date, n: int
) -> None:
    start = calendar.first_working_day_from(day)
    assert calendar.add_working_days(calendar.add_working_days(start, n), -n) == start


@given(calendars(), near, near)
def test_counting_by_weeks_equals_counting_one_by_one(
    calendar: WorkingCalendar, one: date, other: date
) -> None:
    after, until = sorted((one, other))
    ahead = (after + timedelta(days=step) for step in range(1, (until - after).days + 1))
    assert calendar.count_working_days(after, until) == sum(map(calendar.working_fraction, ahead), Decimal(0))


@given(calendars(), near, near, near)
def test_counts_of_neighbouring_spans_add_up(
    calendar: WorkingCalendar, one: date, other: date, third: date
) -> None:
    whole = calendar.count_working_days(one, third)
    assert calendar.count_working_days(one, other) + calendar.count_working_days(other, third) == whole


@given(calendars(), moments, st.integers(min_value=1, max_value=5000))
def test_minutes_added_are_the_minutes_between(
    calendar: WorkingCalendar, start: datetime, minutes: int
) -> None:
    end = calendar.add_working_minutes(start, minutes)
    assert calendar.working_minutes_between(start, end) == minutes


@given(
    calendars(), moments, st.integers(min_value=0, max_value=3000), st.integers(min_value=0, max_value=600)
)
def test_minutes_may_be_added_in_two_goes(
    calendar: WorkingCalendar, start: datetime, first: int, second: int
) -> None:
    at_once = calendar.add_working_minutes(start, first + second)
    if second:
        assert calendar.add_working_minutes(calendar.add_working_minutes(start, first), second) == at_once


@given(days)
def test_without_a_list_the_weekday_decides(day: date) -> None:
    assert PLAIN.is_working(day) == (day.weekday() < 5)


SHORT_SATURDAYS = OfficeHours(
    week=(*OfficeHours().week[:5], ((time(8, 15), time(11, 45)),), ()),
)
"""A one-stop shop that works on Saturday mornings."""
CHANGING = WorkingCalendar(
    [
        listed(date(2026, 2, 17)),
        listed(date(2026, 8, 22), DayKind.WORK_SWAPPED),
        listed(date(2026, 8, 31), DayKind.OFF_SWAPPED),
        listed(date(2027, 1, 4), DayKind.HALF_DAY),
        listed(date(2027, 9, 2), DayKind.ORDINARY),
    ],
    from_days={date(2026, 7, 1): SHORT_SATURDAYS, date(2027, 3, 10): OfficeHours()},
)


def counted_one_by_one(calendar: WorkingCalendar, after: date, until: date) -> Decimal:
    days = range(after.toordinal() + 1, until.toordinal() + 1)
    return sum((calendar.working_fraction(date.fromordinal(day)) for day in days), Decimal())


DAYS = st.dates(date(2025, 11, 1), date(2028, 3, 31))


def test_a_saturday_morning_is_half_a_working_day_from_the_day_it_begins() -> None:
    assert CHANGING.working_fraction(date(2026, 6, 27)) == 0
    assert CHANGING.working_fraction(date(2026, 7, 4)) == Decimal("0.5")
    assert CHANGING.closing(date(2026, 7, 4)) == local(2026, 7, 4, 11, 45)
    assert CHANGING.working_fraction(date(2027, 3, 13)) == 0
    assert CHANGING.hours_on(date(2026, 6, 30)) == OfficeHours()
    assert CHANGING.hours_on(date(2026, 7, 1)) == SHORT_SATURDAYS


def test_where_all_days_are_short_a_short_day_is_a_whole_one() -> None:
    mornings = OfficeHours(week=(((time(8), time(12)),),) * 5 + ((), ()))
    assert WorkingCalendar(hours=mornings).working_fraction(date(2026, 9, 7)) == 1


def test_a_working_saturday_in_exchange_is_worked_as_a_whole_day_where_saturdays_are_short() -> None:
    assert CHANGING.working_fraction(date(2026, 8, 22)) == 1
    assert CHANGING.closing(date(2026, 8, 22)) == local(2026, 8, 22, 17)


def test_an_ordinary_day_is_what_its_weekday_says() -> None:
    assert CHANGING.working_fraction(date(2027, 9, 2)) == 1


def test_years_may_be_named_on_which_one_may_rely() -> None:
    calendar = WorkingCalendar([listed(date(2026, 9, 1))], known_years={2027})
    assert [day.day for day in calendar.unconfirmed_between(date(2026, 8, 3), date(2027, 8, 3))] == [
        date(2026, 8, 3)
    ]


@settings(max_examples=60)
@given(after=DAYS, until=DAYS)
def test_days_are_counted_as_one_by_one(after: date, until: date) -> None:
    after, until = sorted((after, until))
    assert CHANGING.count_working_days(after, until) == counted_one_by_one(CHANGING, after, until)


@settings(max_examples=60)
@given(day=DAYS, amount=st.integers(1, 300))
def test_the_day_reached_is_the_first_by_which_all_are_worked(day: date, amount: int) -> None:
    reached = CHANGING.add_working_days(day, amount)
    assert counted_one_by_one(CHANGING, day, reached) >= amount
    assert counted_one_by_one(CHANGING, day, reached - timedelta(days=1)) < amount
    begun = CHANGING.add_working_days(day, -amount)
    before = day - timedelta(days=1)
    assert counted_one_by_one(CHANGING, begun - timedelta(days=1), before) >= amount
    assert counted_one_by_one(CHANGING, begun, before) < amount


@settings(max_examples=40)
@given(day=DAYS, minute=st.integers(0, 24 * 60 - 1), minutes=st.integers(1, 60_000))
def test_minutes_agree_over_a_change_of_hours(day: date, minute: int, minutes: int) -> None:
    begins = CHANGING.midnight(day) + timedelta(minutes=minute)
    ends = CHANGING.add_working_minutes(begins, minutes)
    assert CHANGING.working_minutes_between(begins, ends) == minutes
    assert CHANGING.working_minutes_between(ends, begins) == -minutes


def test_years_without_any_work_are_passed_over_or_refused() -> None:
    resting = WorkingCalendar(
        from_days={date(2027, 1, 1): OfficeHours(week=((),) * 7), date(2028, 1, 10): OfficeHours()}
    )
    assert resting.add_working_days(date(2026, 12, 31), 1) == date(2028, 1, 10)
    assert resting.add_working_days(date(2028, 1, 10), -1) == date(2026, 12, 31)
    closed_for_good = WorkingCalendar(from_days={date(2027, 1, 1): OfficeHours(week=((),) * 7)})
    with pytest.raises(NoWorkingDay):
        closed_for_good.add_working_days(date(2026, 12, 31), 1)
    with pytest.raises(NoWorkingDay):
        closed_for_good.add_working_days(date(2029, 6, 1), -1)


def test_a_count_over_centuries_is_quick_and_right() -> None:
    assert PLAIN.count_working_days(date(1900, 1, 1), date(9000, 1, 1)) == counted_by_weeks(
        date(1900, 1, 1), date(9000, 1, 1)
    )
    assert PLAIN.add_working_days(date(1900, 1, 1), 10_000) == date(1938, 5, 2)


def counted_by_weeks(after: date, until: date) -> int:
    """Mondays to Fridays later than a Monday, up to and including a day."""
    weeks, rest = divmod((until - after).days, 7)
    return weeks * 5 + min(rest, 4)
