"""The laws that every clock ledger obeys."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from engine.domain.clock_ledger import LedgerEntry, begins_anew, merged, reckon
from engine.domain.clock_refusals import EntryYearImpossible
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit
from tests.domain.clock_ledgers import (
    MONDAY,
    PAUSE,
    RESET,
    RESUME,
    SEVEN_DAYS,
    at,
    extension,
    pause,
)
from tests.domain.clock_offices import (
    EXTENSIONS,
    OFFICES,
    PAUSES,
    START,
    UNITS,
    WITH_SATURDAYS,
    calendars,
    moments,
    no_later,
    pauses_at,
    with_extensions,
)
from tests.domain.test_deadline import policy


@settings(max_examples=60)
@given(calendars() | OFFICES, UNITS, PAUSES, EXTENSIONS, st.integers(0, 2))
def test_pausing_never_shortens(
    calendar: WorkingCalendar,
    rule: DeadlinePolicy,
    marks: list[datetime],
    extensions: list[LedgerEntry],
    dropped: int,
) -> None:
    entries = pauses_at(marks)
    fewer = entries[: dropped * 2] + entries[dropped * 2 + 2 :]
    kept, less = (with_extensions(each, extensions) for each in (entries, fewer))
    assert no_later(rule, (START, less), (START, kept), calendar)
    assert no_later(rule, (START, extensions), (START, less), calendar)


@settings(max_examples=60)
@given(OFFICES, UNITS, moments(), moments(), moments())
def test_a_pause_split_in_two_is_the_same_pause(
    calendar: WorkingCalendar, rule: DeadlinePolicy, one: datetime, two: datetime, three: datetime
) -> None:
    begins, middle, ends = sorted((one, two, three))
    whole, split = pause(begins, ends), [*pause(begins, middle), *pause(middle, ends)]
    at_once, parted = (reckon(rule, START, entries, calendar).deadline for entries in (whole, split))
    assert (at_once.target_due, at_once.overdue_from) == (parted.target_due, parted.overdue_from)


@settings(max_examples=60)
@given(calendars() | OFFICES, UNITS, moments(8), moments(8), PAUSES, EXTENSIONS)
def test_a_later_anchor_never_gives_an_earlier_due(
    calendar: WorkingCalendar,
    rule: DeadlinePolicy,
    one: datetime,
    two: datetime,
    marks: list[datetime],
    extensions: list[LedgerEntry],
) -> None:
    earlier, later = sorted((one, two))
    assert no_later(rule, (earlier, ()), (later, ()), calendar)
    if (
        rule.unit is DeadlineUnit.MONTH
    ):  # months are not alike; what a person enters never lies before the event
        marks = [mark for mark in marks if mark >= later]
    entries = with_extensions(pauses_at(marks), extensions)
    assert no_later(rule, (earlier, entries), (later, entries), calendar)


ONE_DAY = policy(DeadlineUnit.WORKING_DAY, 1, anchor_is_receipt=True, cutoff=time(8))
SAME_DAY = policy(DeadlineUnit.SAME_DAY_CUTOFF, cutoff=time(8))
ONE_MONTH = policy(DeadlineUnit.MONTH, 1, anchor_is_receipt=True, cutoff=time(8))


@pytest.mark.parametrize(
    ("rule", "paused", "until", "due"),
    [
        # Received on Friday, or after 8:00 and so on Saturday (half a day); paused from Friday 8:30 on.
        (ONE_DAY, at(9, 8, 30), at(10, 9), date(2026, 10, 12)),
        (ONE_DAY, at(9, 8, 30), at(12, 9), date(2026, 10, 13)),
        (SAME_DAY, at(9, 8, 30), at(9, 17), date(2026, 10, 10)),
        (SAME_DAY, at(9, 8, 30), at(10, 11), date(2026, 10, 12)),
        # 30 and 31 January both end on 28 February, and stand still for as many dates.
        (ONE_MONTH, at(30, 8, 30, month=1), at(3, 9, month=2), date(2026, 3, 4)),
    ],
)
def test_a_receipt_that_waits_for_half_a_day_is_not_due_sooner_than_one_that_need_not(
    rule: DeadlinePolicy, paused: datetime, until: datetime, due: date
) -> None:
    entries, received = pause(paused, until), (paused - timedelta(minutes=45), paused - timedelta(minutes=15))
    found = [reckon(rule, anchor, entries, WITH_SATURDAYS).deadline.legal_due for anchor in received]
    assert found == [due, due]


def test_hours_stand_still_to_the_second() -> None:
    rule = policy(DeadlineUnit.HOUR, 1)
    seconds = pause(at(5, 9), at(5, 9, 0).replace(second=20))
    assert reckon(rule, at(5, 8, 30), seconds, WITH_SATURDAYS).deadline.overdue_from == at(5, 9, 30).replace(
        second=20
    )


def test_hours_of_an_extension_are_added_up_before_they_are_rounded() -> None:
    half = extension(at(6, 8), 4, unit=DeadlineUnit.HOUR)
    dues = [reckon(SEVEN_DAYS, MONDAY, [half] * times, WorkingCalendar()).deadline for times in (0, 1, 2, 3)]
    assert [due.legal_due.day for due in dues] == [14, 15, 15, 16]


def test_a_same_day_period_does_not_end_before_it_goes_on() -> None:
    # Two working days after Thursday: Saturday's half and Monday's first half fill the second.
    rule = policy(DeadlineUnit.SAME_DAY_CUTOFF, 2)
    resumed = reckon(rule, at(8, 9), pause(at(12, 14), at(13, 18)), WITH_SATURDAYS).deadline
    assert resumed.overdue_from == at(14, 17)


@settings(max_examples=60)
@given(OFFICES, UNITS, PAUSES, st.integers(1, 9), st.sampled_from([*DeadlineUnit][:4]))
def test_an_extension_never_shortens(
    calendar: WorkingCalendar, rule: DeadlinePolicy, marks: list[datetime], amount: int, unit: DeadlineUnit
) -> None:
    entries = pauses_at(marks)
    longer = [*entries, extension(marks[-1], amount, unit=unit)]
    assert no_later(rule, (START, entries), (START, longer), calendar)


@settings(max_examples=60)
@given(OFFICES, st.integers(0, 30), PAUSES)
def test_what_ran_between_the_event_and_the_due_minute_is_what_was_asked(
    calendar: WorkingCalendar, hours: int, marks: list[datetime]
) -> None:
    entries = pauses_at(marks)
    reached = reckon(policy(DeadlineUnit.HOUR, hours), START, entries, calendar).deadline.overdue_from
    ran = calendar.working_time_between(START, reached)
    for begins, ends in zip(marks[::2], marks[1::2], strict=False):
        ran -= calendar.working_time_between(min(begins, reached), min(ends, reached))
    assert ran == timedelta(hours=hours)


@settings(max_examples=60)
@given(OFFICES, st.integers(1, 9), PAUSES)
def test_a_period_ends_on_the_first_day_by_whose_end_its_working_days_have_run(
    calendar: WorkingCalendar, days: int, marks: list[datetime]
) -> None:
    entries = pauses_at(marks)
    due = reckon(policy(DeadlineUnit.WORKING_DAY, days), START, entries, calendar).deadline.legal_due
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    goes_on = {calendar.first_working_day_from(calendar.local_day(until)) for _, until in pairs}
    assert days <= run_by(due, pairs, calendar)
    assert due in goes_on or run_by(due - timedelta(days=1), pairs, calendar) < days


def run_by(until: date, pairs: Sequence[tuple[datetime, datetime]], calendar: WorkingCalendar) -> Fraction:
    """The working days that ran after the day of the event, day by day, each as the part of it that ran."""
    ran = Fraction()
    for ahead in range(1, (until - START.date()).days + 1):
        day = START.date() + timedelta(days=ahead)
        begins, ends = calendar.midnight(day), calendar.midnight(day + timedelta(days=1))
        whole = calendar.working_time_between(begins, ends)
        stood = sum(
            (
                calendar.working_time_between(max(since, begins), min(to, ends))
                for since, to in pairs
                if since < ends and to > begins
            ),
            timedelta(),
        )
        if whole:
            part = Fraction((whole - stood) // timedelta(microseconds=1), whole // timedelta(microseconds=1))
            ran += Fraction(calendar.working_fraction(day)) * part
    return ran


@settings(max_examples=60)
@given(OFFICES, PAUSES)
def test_an_open_pause_gives_the_dates_of_going_on_at_once(
    calendar: WorkingCalendar, marks: list[datetime]
) -> None:
    entries = pauses_at(marks)
    closed_at_once = [*entries[:-1], replace(entries[-1], at=entries[-2].at)]
    open_one = reckon(SEVEN_DAYS, START, entries[:-1], calendar).deadline
    closed = reckon(SEVEN_DAYS, START, closed_at_once, calendar).deadline
    assert (open_one.legal_due, open_one.target_due) == (closed.legal_due, closed.target_due)


def test_an_extension_in_working_days_rests_on_the_days_it_passes_over() -> None:
    off = CalendarDay(day=date(2026, 11, 10), kind=DayKind.HOLIDAY, name="Nghỉ", basis="NĐ", confirmed=False)
    calendar = WorkingCalendar([off], known_years={2026})
    month = policy(DeadlineUnit.MONTH, 1)
    longer = extension(at(6, 8), 5)
    found = reckon(month, MONDAY, [longer], calendar).deadline
    assert (found.legal_due, found.unconfirmed) == (date(2026, 11, 13), True)
    assert any("10/11/2026" in vi for vi, _ in found.explanation)
    assert not reckon(month, MONDAY, [extension(at(6, 8), 2)], calendar).deadline.unconfirmed


def test_extensions_past_all_years_are_refused() -> None:
    months = extension(at(6, 8), 10_000, unit=DeadlineUnit.MONTH)
    with pytest.raises(EntryYearImpossible):
        reckon(SEVEN_DAYS, MONDAY, [months] * 12, WorkingCalendar())


def test_a_task_that_begins_anew_while_its_case_stands_still_stands_still_too() -> None:
    of_case = pause(at(6, 9), at(9, 9))
    anew = LedgerEntry(kind=RESET, at=at(7, 9))
    found = merged(of_case, [*pause(at(6, 10)), anew], at(5, 8))
    assert [(one.kind, one.at) for one in found] == [
        (PAUSE, at(6, 9)),
        (RESET, at(7, 9)),
        (PAUSE, at(7, 9)),
        (RESUME, at(9, 9)),
    ]
    assert begins_anew(found)
    assert not begins_anew(found[:-1])
    assert not begins_anew(of_case)
    of_reset = merged([*of_case[:1], anew], pause(at(6, 10)), at(5, 8))
    assert [one.kind for one in of_reset] == [PAUSE, RESET]
