"""The laws that every clock ledger obeys."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.calendar import VIETNAM, CalendarDay, DayKind, WorkingCalendar
from engine.domain.clock_ledger import (
    LedgerEntry,
    begins_anew,
    intervals,
    merged,
    reckon,
)
from engine.domain.clock_refusals import (
    EntryYearImpossible,
)
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit
from tests.domain.clock_ledgers import (
    CALENDAR,
    MONDAY,
    PAUSE,
    RESET,
    RESUME,
    SEVEN_DAYS,
    at,
    extension,
    pause,
)
from tests.domain.test_deadline import policy

UNITS = st.sampled_from(
    [
        policy(DeadlineUnit.WORKING_DAY, 3),
        policy(DeadlineUnit.WORKING_DAY, 0),
        policy(DeadlineUnit.WORKING_DAY, 5, first_day_counts=True),
        policy(DeadlineUnit.HOUR, 20),
        policy(DeadlineUnit.CALENDAR_DAY, 6),
        policy(DeadlineUnit.MONTH, 1),
        policy(DeadlineUnit.SAME_DAY_CUTOFF, cutoff=time(15)),
        policy(DeadlineUnit.FIXED_DATE, day=10, month=9),
    ]
)
START = datetime(2026, 8, 24, tzinfo=VIETNAM)
MOMENTS = st.integers(0, 60 * 24 * 20).map(lambda minutes: START + timedelta(minutes=minutes))
PAUSES = st.lists(MOMENTS, min_size=2, max_size=6, unique=True).map(sorted)


def ledger(moments: Sequence[datetime]) -> list[LedgerEntry]:
    pairs = zip(moments[::2], moments[1::2], strict=False)
    return [entry for begins, ends in pairs for entry in pause(begins, ends)]


def dates(rule: DeadlinePolicy, anchor: datetime, entries: Sequence[LedgerEntry]) -> tuple[date, datetime]:
    deadline = reckon(rule, anchor, entries, CALENDAR).deadline
    return deadline.target_due, deadline.overdue_from


@settings(max_examples=60)
@given(UNITS, PAUSES, st.integers(0, 2))
def test_pausing_never_shortens(rule: DeadlinePolicy, moments: list[datetime], dropped: int) -> None:
    entries = ledger(moments)
    fewer = entries[: dropped * 2] + entries[dropped * 2 + 2 :]
    assert dates(rule, START, fewer) <= dates(rule, START, entries)
    assert dates(rule, START, ()) <= dates(rule, START, entries)


@settings(max_examples=60)
@given(UNITS, MOMENTS, MOMENTS, MOMENTS)
def test_a_pause_split_in_two_is_the_same_pause(
    rule: DeadlinePolicy, one: datetime, two: datetime, three: datetime
) -> None:
    begins, middle, ends = sorted((one, two, three))
    whole, split = pause(begins, ends), [*pause(begins, middle), *pause(middle, ends)]
    assert dates(rule, START, split) == dates(rule, START, whole)


@settings(max_examples=60)
@given(UNITS, st.integers(0, 30), st.integers(0, 30), PAUSES)
def test_a_later_anchor_never_gives_an_earlier_due(
    rule: DeadlinePolicy, one: int, two: int, moments: list[datetime]
) -> None:
    earlier, later = (START - timedelta(hours=9 * hours) for hours in (max(one, two), min(one, two)))
    assert dates(rule, earlier, ()) <= dates(rule, later, ())
    counted_alike = [entry for entry in ledger(moments) if rule.unit is not DeadlineUnit.FIXED_DATE]
    first, second = (reckon(rule, anchor, counted_alike, CALENDAR) for anchor in (earlier, later))
    if first.deadline.legal_due >= moments[-1].date():  # every pause began before either had run out
        assert first.deadline.overdue_from <= second.deadline.overdue_from


@settings(max_examples=60)
@given(UNITS, PAUSES, st.integers(1, 9), st.sampled_from([*DeadlineUnit][:4]))
def test_an_extension_never_shortens(
    rule: DeadlinePolicy, moments: list[datetime], amount: int, unit: DeadlineUnit
) -> None:
    entries = ledger(moments)
    longer = [*entries, extension(moments[-1], amount, unit=unit)]
    assert dates(rule, START, entries) <= dates(rule, START, longer)


@settings(max_examples=60)
@given(st.integers(0, 30), PAUSES)
def test_what_ran_between_the_event_and_the_due_minute_is_what_was_asked(
    hours: int, moments: list[datetime]
) -> None:
    rule = policy(DeadlineUnit.HOUR, hours)
    entries = ledger(moments)
    reached = reckon(rule, START, entries, CALENDAR).deadline.overdue_from
    before = [entry for entry in entries if entry.at <= reached]
    if before and before[-1].kind is PAUSE:
        before[-1] = replace(before[-1], at=reached)
    ran = sum(one.working_minutes or 0 for one in intervals(START, before, CALENDAR, reached) if one.running)
    assert ran == hours * 60


@settings(max_examples=60)
@given(PAUSES)
def test_an_open_pause_gives_the_dates_of_going_on_at_once(moments: list[datetime]) -> None:
    entries = ledger(moments)
    if len(entries) >= 2:
        closed_at_once = [*entries[:-1], replace(entries[-1], at=entries[-2].at)]
        open_one = reckon(SEVEN_DAYS, START, entries[:-1], CALENDAR).deadline
        closed = reckon(SEVEN_DAYS, START, closed_at_once, CALENDAR).deadline
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
        reckon(SEVEN_DAYS, MONDAY, [months] * 12, CALENDAR)


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
