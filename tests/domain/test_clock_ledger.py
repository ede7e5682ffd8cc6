"""The clock ledger: what pauses, resets and extensions make of a deadline, and the laws that this obeys."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.calendar import VIETNAM, CalendarDay, DayKind, WorkingCalendar
from engine.domain.clock_entries import require_entry
from engine.domain.clock_ledger import (
    ClockEntryKind,
    LedgerEntry,
    Reckoning,
    effect_of,
    event_moment,
    intervals,
    merged,
    reckon,
    sum_of,
)
from engine.domain.clock_refusals import (
    ClockNotPaused,
    ClockPausedAlready,
    EntriesOutOfOrder,
    EntryBeforeEvent,
    EntryInFuture,
    EntryYearImpossible,
    ExtensionBackwards,
    ExtensionOfNothing,
    GroundsMissing,
)
from engine.domain.deadline import compute_deadline
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit, PolicyUnsound
from engine.domain.errors import Refusal
from tests.domain.test_deadline import policy

CALENDAR = WorkingCalendar(
    [
        CalendarDay(day=date(2026, 9, 1), kind=DayKind.HOLIDAY, name="Quốc khánh", basis="NĐ"),
        CalendarDay(day=date(2026, 9, 2), kind=DayKind.HOLIDAY, name="Quốc khánh", basis="NĐ"),
        CalendarDay(day=date(2026, 8, 31), kind=DayKind.OFF_SWAPPED, name="Hoán đổi", basis="NĐ"),
        CalendarDay(day=date(2026, 8, 22), kind=DayKind.WORK_SWAPPED, name="Làm bù", basis="NĐ"),
    ]
)
SEVEN_DAYS = policy(DeadlineUnit.WORKING_DAY, 7)
MONDAY = date(2026, 10, 5)
PAUSE, RESUME, RESET, EXTENSION = ClockEntryKind


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=VIETNAM)


def pause(begins: datetime, ends: datetime | None = None) -> list[LedgerEntry]:
    entries = [LedgerEntry(kind=PAUSE, at=begins, basis="Điều 54")]
    return [*entries, LedgerEntry(kind=RESUME, at=ends)] if ends else entries


def extension(moment: datetime, amount: int | None = None, **more: object) -> LedgerEntry:
    given = {"amount": amount, "unit": DeadlineUnit.WORKING_DAY if amount is not None else None} | more
    return LedgerEntry(kind=EXTENSION, at=moment, **given)  # type: ignore[arg-type]


def due(rule: DeadlinePolicy, anchor: date | datetime, *entries: LedgerEntry) -> date:
    return reckon(rule, anchor, entries, CALENDAR).deadline.legal_due


def told(reckoning: Reckoning) -> str:
    return " ".join(vi for vi, _ in reckoning.deadline.explanation)


def test_without_entries_the_dates_are_those_of_the_policy() -> None:
    reckoning = reckon(SEVEN_DAYS, MONDAY, (), CALENDAR)
    assert reckoning == Reckoning(deadline=compute_deadline(SEVEN_DAYS, MONDAY, CALENDAR), paused_since=None)


def test_a_whole_paused_working_day_is_one() -> None:
    assert due(SEVEN_DAYS, MONDAY) == date(2026, 10, 14)
    assert due(SEVEN_DAYS, MONDAY, *pause(at(7, 0), at(9, 0))) == date(2026, 10, 16)


def test_parts_of_days_are_added_up_before_they_are_rounded() -> None:
    morning = pause(at(7, 7, 30), at(7, 11, 30))
    afternoon = pause(at(8, 13), at(8, 17))
    assert due(SEVEN_DAYS, MONDAY, *morning) == date(2026, 10, 15)
    assert due(SEVEN_DAYS, MONDAY, *morning, *afternoon) == date(2026, 10, 15)
    more = pause(at(9, 8), at(9, 9))
    assert due(SEVEN_DAYS, MONDAY, *morning, *afternoon, *more) == date(2026, 10, 16)


def test_days_off_within_a_pause_do_not_count_twice() -> None:
    # 31/08 to 02/09 and the weekend are no working days, paused or not.
    start = date(2026, 8, 27)
    entries = pause(at(28, 17, month=8), at(3, 7, 30, month=9))
    assert due(SEVEN_DAYS, start) == due(SEVEN_DAYS, start, *entries) == date(2026, 9, 10)


def test_the_day_of_the_event_does_not_count_so_its_pause_changes_nothing() -> None:
    assert due(SEVEN_DAYS, at(5, 8), *pause(at(5, 10), at(5, 17))) == date(2026, 10, 14)


def test_hours_stand_still_to_the_minute() -> None:
    rule = policy(DeadlineUnit.HOUR, 4)
    reckoning = reckon(rule, at(5, 8), pause(at(5, 9), at(5, 9, 40)), CALENDAR)
    assert reckoning.deadline.overdue_from == at(5, 14, 10)
    assert "Tạm dừng từ 09:00 05/10/2026 đến 09:40 05/10/2026 (Điều 54): 0 giờ 40 phút làm việc" in told(
        reckoning
    )


def test_days_and_months_are_extended_by_the_number_of_dates() -> None:
    thirty, month = policy(DeadlineUnit.CALENDAR_DAY, 30), policy(DeadlineUnit.MONTH, 1)
    assert due(thirty, date(2026, 10, 5)) == date(2026, 11, 4)
    assert due(thirty, date(2026, 10, 5), *pause(at(10, 9), at(15, 16))) == date(2026, 11, 9)
    assert due(month, date(2026, 10, 5), *pause(at(10, 9), at(15, 16))) == date(2026, 11, 10)


def test_a_period_that_was_stopped_on_its_rolled_day_does_not_end_in_the_pause() -> None:
    thirty = policy(DeadlineUnit.CALENDAR_DAY, 30)  # from 15/10: Saturday 14/11, so Monday 16/11
    assert due(thirty, date(2026, 10, 15), *pause(at(16, 9, month=11), at(19, 9, month=11))) == date(
        2026, 11, 19
    )


def test_a_fixed_date_moves_by_extension_only() -> None:
    rule = policy(DeadlineUnit.FIXED_DATE, day=10, month=11)
    reckoning = reckon(rule, MONDAY, pause(at(7, 9)), CALENDAR)
    assert reckoning.deadline.legal_due == date(2026, 11, 10)
    assert reckoning.paused_since is None
    assert "mốc cố định không dời" in told(reckoning)
    assert due(rule, MONDAY, extension(at(7, 9), 3)) == date(2026, 11, 13)


def test_a_same_day_period_goes_on_the_next_working_day() -> None:
    rule = policy(DeadlineUnit.SAME_DAY_CUTOFF, cutoff=time(15))
    reckoning = reckon(rule, at(5, 9), pause(at(5, 10), at(5, 11)), CALENDAR)
    assert reckoning.deadline.overdue_from == at(6, 17)


def test_an_open_pause_keeps_the_dates_and_says_since_when() -> None:
    reckoning = reckon(SEVEN_DAYS, MONDAY, pause(at(7, 9)), CALENDAR)
    assert reckoning.paused_since == at(7, 9)
    assert reckoning.deadline.legal_due == date(2026, 10, 14)
    assert "Đồng hồ đang dừng từ 09:00 07/10/2026" in told(reckoning)


def test_a_pause_after_the_period_has_run_out_changes_nothing() -> None:
    late = reckon(SEVEN_DAYS, MONDAY, pause(at(15, 9)), CALENDAR)
    assert late.paused_since is None
    assert due(SEVEN_DAYS, MONDAY, *pause(at(15, 9), at(20, 9))) == date(2026, 10, 14)
    assert "đã hết hạn, hạn không đổi" in told(late)


def test_what_is_granted_to_a_paused_late_clock_stands_still() -> None:
    entries = [*pause(at(15, 9)), extension(at(16, 9), 2)]
    assert reckon(SEVEN_DAYS, MONDAY, entries, CALENDAR).paused_since == at(16, 9)


def test_a_reset_counts_anew_and_forgets_earlier_pauses() -> None:
    entries = [*pause(at(6, 9), at(12, 9)), LedgerEntry(kind=RESET, at=at(13, 10), event="nop_lai")]
    reckoning = reckon(SEVEN_DAYS, MONDAY, entries, CALENDAR)
    assert reckoning.deadline.legal_due == due(SEVEN_DAYS, at(13, 10)) == date(2026, 10, 22)
    assert told(reckoning).startswith("Tính lại từ đầu từ 10:00 13/10/2026 (nop_lai)")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (extension(at(7, 9), 3), date(2026, 10, 19)),
        (extension(at(7, 9), 12, unit=DeadlineUnit.HOUR), date(2026, 10, 16)),
        (extension(at(7, 9), 10, unit=DeadlineUnit.CALENDAR_DAY), date(2026, 10, 26)),  # Sat 24/10 rolls
        (extension(at(7, 9), 1, unit=DeadlineUnit.MONTH), date(2026, 11, 16)),
        (extension(at(7, 9), until=date(2026, 10, 30)), date(2026, 10, 30)),
    ],
)
def test_an_extension_adds_in_its_own_unit(entry: LedgerEntry, expected: date) -> None:
    assert due(SEVEN_DAYS, MONDAY, entry) == expected


def test_pauses_after_an_extension_until_a_day_add_to_that_day() -> None:
    entries = [extension(at(7, 9), until=date(2026, 10, 30)), *pause(at(8, 0), at(10, 0))]
    assert due(SEVEN_DAYS, MONDAY, *entries) == date(2026, 11, 3)


def test_hours_can_be_extended_until_the_close_of_a_day() -> None:
    rule = policy(DeadlineUnit.HOUR, 4)
    entry = extension(at(5, 9), until=date(2026, 10, 7))
    assert reckon(rule, at(5, 8), [entry], CALENDAR).deadline.overdue_from == at(7, 17)
    assert reckon(rule, at(5, 8), [extension(at(5, 9), 1)], CALENDAR).deadline.overdue_from == at(6, 13, 30)


def test_a_period_counted_backwards_moves_with_the_pause() -> None:
    rule = policy(DeadlineUnit.WORKING_DAY, -1)
    assert due(rule, date(2026, 10, 14)) == date(2026, 10, 13)
    assert due(rule, date(2026, 10, 14), *pause(at(7, 0), at(9, 0))) == date(2026, 10, 15)


def test_each_entry_is_explained_in_both_languages() -> None:
    entries = [
        *pause(at(7, 0), at(8, 13)),
        extension(at(9, 9), 2, authority="Chủ tịch UBND", basis="CV 12/UBND"),
    ]
    explanation = reckon(SEVEN_DAYS, MONDAY, entries, CALENDAR).deadline.explanation
    assert [vi for vi, _ in explanation][2:] == [
        "Hạn ban đầu: thứ Tư 14/10/2026.",
        (
            "Tạm dừng từ 00:00 07/10/2026 đến 13:00 08/10/2026 (Điều 54): 1,5 ngày làm việc; "
            "hạn lùi đến thứ Sáu 16/10/2026."
        ),
        "Gia hạn thêm 2 ngày làm việc (Chủ tịch UBND; CV 12/UBND): hạn đến thứ Ba 20/10/2026.",
        "Hạn pháp lý: hết thứ Ba 20/10/2026.",
        "Hạn mục tiêu: cùng ngày, thứ Ba 20/10/2026.",
    ]
    assert "1.5 working days; due moves to Friday 16/10/2026" in explanation[3][1]


def test_the_stretches_and_their_sum_are_in_working_minutes() -> None:
    entries = pause(at(6, 9), at(7, 9))
    found = intervals(at(5, 8), entries, CALENDAR, at(7, 10))
    assert [(one.running, one.working_minutes) for one in found] == [(True, 540), (False, 480), (True, 60)]
    overdue = reckon(SEVEN_DAYS, at(5, 8), entries, CALENDAR).deadline.overdue_from
    total = sum_of(found, overdue, None, CALENDAR, at(7, 10))
    assert (total.elapsed, total.stood) == (600, 480)
    assert total.remaining == CALENDAR.working_minutes_between(at(7, 10), at(16, 0))
    late = sum_of(found, overdue, None, CALENDAR, at(19, 9, 30))
    assert late.remaining == -600


def test_what_is_left_stays_while_the_clock_stands_still() -> None:
    entries = pause(at(6, 9))
    reckoning = reckon(SEVEN_DAYS, at(5, 8), entries, CALENDAR)
    left = {
        sum_of(
            intervals(at(5, 8), entries, CALENDAR, now),
            reckoning.deadline.overdue_from,
            reckoning.paused_since,
            CALENDAR,
            now,
        ).remaining
        for now in (at(6, 9), at(9, 9), at(30, 9))
    }
    assert len(left) == 1


def test_the_sum_begins_anew_with_a_reset() -> None:
    entries = [*pause(at(6, 9), at(7, 9)), LedgerEntry(kind=RESET, at=at(8, 8))]
    total = sum_of(intervals(at(5, 8), entries, CALENDAR, at(8, 9)), None, None, CALENDAR, at(8, 9))
    assert (total.elapsed, total.stood, total.remaining) == (60, 0, None)


@pytest.mark.parametrize(
    ("entries", "refusal"),
    [
        ([*pause(at(6, 9)), *pause(at(7, 9))], ClockPausedAlready),
        ([LedgerEntry(kind=RESUME, at=at(6, 9))], ClockNotPaused),
        ([*pause(at(6, 9), at(7, 9)), *pause(at(6, 10))], EntriesOutOfOrder),
        ([extension(at(6, 9), 0)], ExtensionOfNothing),
        ([extension(at(6, 9), -2)], ExtensionOfNothing),
        ([extension(at(6, 9), 3, unit=DeadlineUnit.FIXED_DATE)], ExtensionOfNothing),
        ([extension(at(6, 9))], ExtensionOfNothing),
        ([extension(at(6, 9), 3, until=date(2026, 12, 1))], ExtensionOfNothing),
        ([extension(at(6, 9), until=date(9999, 1, 1))], EntryYearImpossible),
        (pause(at(6, 9).replace(year=9999)), EntryYearImpossible),
    ],
)
def test_a_ledger_that_tells_no_story_is_refused(
    entries: Sequence[LedgerEntry], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused:
        reckon(SEVEN_DAYS, MONDAY, entries, CALENDAR)
    assert refused.value.vi
    assert refused.value.en


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        (LedgerEntry(kind=PAUSE, at=at(9, 9)), EntryInFuture),
        (LedgerEntry(kind=PAUSE, at=at(4, 23)), EntryBeforeEvent),
        (extension(at(7, 9), until=date(2026, 10, 14)), ExtensionBackwards),
        (LedgerEntry(kind=PAUSE, at=at(7, 9), authority="Chủ tịch", basis=" "), GroundsMissing),
        (LedgerEntry(kind=PAUSE, at=at(7, 9), basis="Điều 54"), GroundsMissing),
    ],
)
def test_an_entry_that_may_not_follow_is_refused(entry: LedgerEntry, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        require_entry(
            entry,
            (),
            event=event_moment(MONDAY, CALENDAR),
            legal_due=date(2026, 10, 14),
            by_person=True,
            now=at(8, 9),
        )


def test_an_event_of_a_case_has_the_effect_that_the_policy_gives_it() -> None:
    rule = policy(
        DeadlineUnit.WORKING_DAY,
        7,
        pause_on=("yeu_cau_bo_sung",),
        resume_on=("da_bo_sung",),
        reset_on=("nop",),
    )
    found = [effect_of(rule, event) for event in ("yeu_cau_bo_sung", "da_bo_sung", "nop", "khac")]
    assert found == [PAUSE, RESUME, RESET, None]
    with pytest.raises(PolicyUnsound):
        policy(DeadlineUnit.WORKING_DAY, 7, pause_on=("nop",), reset_on=("nop",))
    with pytest.raises(PolicyUnsound):
        policy(DeadlineUnit.FIXED_DATE, day=1, month=2, pause_on=("nop",))


def test_a_task_stands_still_while_its_case_does_or_it_does_itself() -> None:
    of_case = [*pause(at(6, 9), at(8, 9)), *pause(at(12, 9))]
    of_task = pause(at(7, 9), at(9, 9))
    found = merged(of_case, of_task, at(5, 8))
    assert [(one.kind, one.at) for one in found] == [
        (PAUSE, at(6, 9)),
        (RESUME, at(9, 9)),
        (PAUSE, at(12, 9)),
    ]


def test_a_task_that_comes_while_its_case_is_paused_begins_paused() -> None:
    found = merged(pause(at(6, 9), at(8, 9)), (), at(7, 8))
    assert [(one.kind, one.at) for one in found] == [(PAUSE, at(7, 8)), (RESUME, at(8, 9))]
    assert merged(pause(at(6, 9), at(7, 8)), (), at(7, 9)) == ()


# --- laws -------------------------------------------------------------------------------------------------

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
