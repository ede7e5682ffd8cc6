"""The clock ledger: what pauses, resets and extensions make of a deadline."""

from datetime import date, time

import pytest

from engine.domain.clock_ledger import (
    LedgerEntry,
    Reckoning,
    reckon,
)
from engine.domain.deadline import compute_deadline
from engine.domain.deadline_policy import DeadlineUnit
from tests.domain.clock_ledgers import (
    CALENDAR,
    MONDAY,
    RESET,
    SEVEN_DAYS,
    at,
    due,
    extension,
    pause,
    told,
)
from tests.domain.test_deadline import policy


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
