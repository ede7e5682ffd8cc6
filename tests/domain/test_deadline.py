"""Legal dates: periods of the Civil Code, fixed dates, hours, cut-offs, and how they are explained."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.calendar import VIETNAM, CalendarDay, DayKind, MomentWithoutZone, WorkingCalendar
from engine.domain.deadline import (
    AmountImpossible,
    AnchorImpossible,
    Deadline,
    DeadlinePolicy,
    DeadlineUnit,
    Roll,
    add_months,
    compute_deadline,
    fixed_day_deadline,
    working_days_deadline,
)
from engine.domain.deadline_policy import PolicyUnsound, PolicyWithoutBasis


def listed(day: date, kind: DayKind, name: str, *, confirmed: bool = True) -> CalendarDay:
    return CalendarDay(day=day, kind=kind, name=name, basis="Văn bản thử", confirmed=confirmed)


def holidays(name: str, first: date, last: date, *, confirmed: bool = True) -> list[CalendarDay]:
    span = range((last - first).days + 1)
    return [
        listed(first + timedelta(days=ahead), DayKind.HOLIDAY, name, confirmed=confirmed) for ahead in span
    ]


CALENDAR = WorkingCalendar(
    [
        *holidays("Quốc khánh", date(2026, 9, 1), date(2026, 9, 2)),
        listed(date(2026, 8, 22), DayKind.WORK_SWAPPED, "Làm bù ngày 31/8"),
        listed(date(2026, 8, 31), DayKind.OFF_SWAPPED, "Nghỉ hoán đổi"),
        *holidays("Tết Nguyên đán", date(2027, 2, 4), date(2027, 2, 10), confirmed=False),
    ]
)


def policy(unit: DeadlineUnit, amount: int = 0, **more: Any) -> DeadlinePolicy:
    named: dict[str, Any] = {
        "code": "DL-THU",
        "name_vi": "Quy tắc thử",
        "name_en": "Trial policy",
        "anchor_event_vi": "Ngày hiệu lực",
        "anchor_event_en": "Effective date",
        "legal_basis": "Điều 1 Văn bản thử",
    }
    return DeadlinePolicy(unit=unit, amount=amount, **(named | more))


def dates(deadline: Deadline) -> tuple[date, date]:
    return deadline.legal_due, deadline.target_due


def at(hour: int, minute: int = 0, day: date = date(2026, 10, 9)) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)


THREE_MONTHS = policy(DeadlineUnit.MONTH, 3)
THIRTY_DAYS = policy(DeadlineUnit.CALENDAR_DAY, 30)
BEFORE_15_AUGUST = policy(DeadlineUnit.FIXED_DATE, month=8, day=15, exclusive=True)
SAME_DAY = policy(DeadlineUnit.SAME_DAY_CUTOFF, cutoff=time(15, 0), anchor_event_vi="Tiếp nhận hồ sơ")


def test_months_end_on_the_corresponding_day() -> None:
    assert dates(compute_deadline(THREE_MONTHS, date(2026, 7, 1), CALENDAR)) == (
        date(2026, 10, 1),
        date(2026, 10, 1),
    )


def test_a_month_end_that_falls_on_sunday_rolls_to_monday_and_the_target_back_to_friday() -> None:
    deadline = compute_deadline(THREE_MONTHS, date(2026, 11, 30), CALENDAR)
    assert dates(deadline) == (date(2027, 3, 1), date(2027, 2, 26))
    assert deadline.overdue_from == datetime(2027, 3, 1, 17, 0, tzinfo=UTC)  # 02/03/2027 00:00 in Vietnam
    assert deadline.legal_basis == "Điều 1 Văn bản thử"


def test_the_derivation_is_told_in_both_languages() -> None:
    told = compute_deadline(THREE_MONTHS, date(2026, 11, 30), CALENDAR).explanation
    assert [vi for vi, _ in told] == [
        "Ngày hiệu lực 30/11/2026.",
        (
            "Cộng 3 tháng: 28/02/2027 (ngày cuối tháng, vì tháng 02/2027 không có ngày 30; "
            "Điều 147–148 Bộ luật Dân sự 2015)."
        ),
        "28/02/2027 là Chủ nhật: hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Hai 01/03/2027.",
        "Hạn mục tiêu: ngày làm việc trước đó, thứ Sáu 26/02/2027.",
    ]
    assert [en for _, en in told] == [
        "Effective date 30/11/2026.",
        (
            "Add 3 months: 28/02/2027 (the last of the month, as 02/2027 has no day 30; "
            "Civil Code 2015, Articles 147–148)."
        ),
        "28/02/2027 is a Sunday: the legal due date moves to the next working day, Monday 01/03/2027.",
        "Target date: the working day before, Friday 26/02/2027.",
    ]


def test_a_month_does_not_rest_on_the_holidays_it_passes_over() -> None:
    assert not compute_deadline(THREE_MONTHS, date(2026, 11, 30), CALENDAR).unconfirmed


def test_a_period_that_ends_in_an_unconfirmed_tet_says_so() -> None:
    deadline = compute_deadline(THREE_MONTHS, date(2026, 11, 6), CALENDAR)
    assert dates(deadline) == (date(2027, 2, 11), date(2027, 2, 3))
    assert deadline.unconfirmed
    assert deadline.explanation[-1][0].startswith(
        "Lịch nghỉ chưa được xác nhận: Tết Nguyên đán (04/02/2027–10/02/2027)."
    )


def test_a_year_without_a_calendar_is_unconfirmed() -> None:
    assert compute_deadline(THREE_MONTHS, date(2031, 3, 3), CALENDAR).unconfirmed


def test_days_leave_out_the_day_of_the_event() -> None:
    deadline = compute_deadline(THIRTY_DAYS, date(2026, 10, 15), CALENDAR)
    assert dates(deadline) == (date(2026, 11, 16), date(2026, 11, 13))


def test_the_first_day_counts_where_the_policy_says_so() -> None:
    assert compute_deadline(
        policy(DeadlineUnit.CALENDAR_DAY, 5, first_day_counts=True), date(2026, 10, 5), CALENDAR
    ).legal_due == date(2026, 10, 9)
    assert compute_deadline(
        policy(DeadlineUnit.WORKING_DAY, 5, first_day_counts=True), date(2026, 10, 5), CALENDAR
    ).legal_due == date(2026, 10, 9)
    assert compute_deadline(
        policy(DeadlineUnit.MONTH, 1, first_day_counts=True), date(2026, 10, 6), CALENDAR
    ).legal_due == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("roll", "legal", "words"),
    [
        (Roll.FORWARD, date(2026, 11, 16), "chuyển sang ngày làm việc tiếp theo"),
        (Roll.BACKWARD, date(2026, 11, 13), "lùi về ngày làm việc trước đó"),
        (Roll.NONE, date(2026, 11, 14), "vẫn là ngày đó"),
    ],
)
def test_a_period_that_ends_on_a_day_off_rolls_as_its_policy_says(
    roll: Roll, legal: date, words: str
) -> None:
    thirty = policy(DeadlineUnit.CALENDAR_DAY, 30, roll=roll)
    deadline = compute_deadline(thirty, date(2026, 10, 15), CALENDAR)
    assert dates(deadline) == (legal, date(2026, 11, 13))
    assert any(words in vi for vi, _ in deadline.explanation)


def test_a_day_off_is_explained_by_its_name() -> None:
    deadline = compute_deadline(policy(DeadlineUnit.CALENDAR_DAY, 1), date(2026, 8, 31), CALENDAR)
    assert any("01/09/2026 là ngày nghỉ (Quốc khánh)" in vi for vi, _ in deadline.explanation)


def test_before_a_date_means_the_day_before_and_does_not_move() -> None:
    assert dates(compute_deadline(BEFORE_15_AUGUST, date(2026, 1, 5), CALENDAR)) == (
        date(2026, 8, 14),
        date(2026, 8, 14),
    )
    saturday = compute_deadline(BEFORE_15_AUGUST, date(2027, 1, 5), CALENDAR)
    assert dates(saturday) == (date(2027, 8, 14), date(2027, 8, 13))
    assert saturday.overdue_from == at(0, 0, date(2027, 8, 15))


def test_a_yearly_date_belongs_to_the_year_of_its_anchor_even_when_past() -> None:
    assert compute_deadline(BEFORE_15_AUGUST, date(2026, 12, 30), CALENDAR).legal_due == date(2026, 8, 14)


def test_a_date_that_comes_once_does_not_follow_the_anchor() -> None:
    once = policy(DeadlineUnit.FIXED_DATE, month=12, day=31, year=2027)
    assert compute_deadline(once, date(2026, 5, 5), CALENDAR).legal_due == date(2027, 12, 31)


def test_the_last_of_february_exists_every_year() -> None:
    leap = policy(DeadlineUnit.FIXED_DATE, month=2, day=29)
    assert compute_deadline(leap, date(2027, 1, 4), CALENDAR).legal_due == date(2027, 2, 28)
    assert compute_deadline(leap, date(2028, 1, 4), CALENDAR).legal_due == date(2028, 2, 29)


def test_working_days_pass_over_holidays_and_name_them() -> None:
    seven = policy(DeadlineUnit.WORKING_DAY, 7, roll=Roll.NONE)
    deadline = compute_deadline(seven, date(2026, 8, 27), CALENDAR)
    assert deadline.legal_due == date(2026, 9, 10)
    assert (
        "Không tính ngày nghỉ: Nghỉ hoán đổi (31/08/2026), Quốc khánh (01/09/2026–02/09/2026)."
        in [vi for vi, _ in deadline.explanation]
    )  # fmt: skip


def test_working_days_take_in_a_made_up_saturday() -> None:
    three = policy(DeadlineUnit.WORKING_DAY, 3)
    assert compute_deadline(three, date(2026, 8, 20), CALENDAR).legal_due == date(2026, 8, 24)


def test_working_days_may_be_counted_back_from_a_date() -> None:
    one_before = policy(DeadlineUnit.WORKING_DAY, -1, roll=Roll.BACKWARD)
    assert compute_deadline(one_before, date(2026, 10, 12), CALENDAR).legal_due == date(2026, 10, 9)


def test_a_safety_margin_moves_the_target_only() -> None:
    careful = policy(DeadlineUnit.MONTH, 3, safety_margin=3)
    assert dates(compute_deadline(careful, date(2026, 7, 1), CALENDAR)) == (
        date(2026, 10, 1),
        date(2026, 9, 28),
    )


def test_hours_are_office_hours_from_the_very_moment() -> None:
    sixteen = policy(DeadlineUnit.HOUR, 16)
    deadline = compute_deadline(sixteen, at(10, 30), CALENDAR)
    assert deadline.legal_due == date(2026, 10, 13)
    assert deadline.overdue_from == at(10, 30, date(2026, 10, 13))


def test_hours_from_a_day_alone_begin_when_the_office_opens() -> None:
    deadline = compute_deadline(policy(DeadlineUnit.HOUR, 2), date(2026, 10, 9), CALENDAR)
    assert deadline.overdue_from == at(9, 30)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (at(14, 59), date(2026, 10, 9)),
        (at(15, 0), date(2026, 10, 9)),
        (at(15, 1), date(2026, 10, 12)),
        (at(18, 0), date(2026, 10, 12)),
        (at(9, 0, date(2026, 10, 10)), date(2026, 10, 12)),  # a Saturday
        (at(15, 1, date(2026, 8, 21)), date(2026, 8, 22)),  # before a made-up Saturday
    ],
)
def test_after_the_cutoff_the_next_working_day_is_the_day_of_receipt(received: datetime, due: date) -> None:
    deadline = compute_deadline(SAME_DAY, received, CALENDAR)
    assert dates(deadline) == (due, due)
    assert deadline.overdue_from == at(17, 0, due)


def test_a_receipt_given_as_a_day_off_waits_for_the_next_opening() -> None:
    assert compute_deadline(SAME_DAY, date(2026, 10, 10), CALENDAR).legal_due == date(2026, 10, 12)


def test_counting_starts_after_the_day_on_which_a_late_receipt_counts() -> None:
    three = policy(DeadlineUnit.WORKING_DAY, 3, anchor_is_receipt=True, cutoff=time(15, 0))
    assert compute_deadline(three, at(14, 0), CALENDAR).legal_due == date(2026, 10, 14)
    assert compute_deadline(three, at(15, 30), CALENDAR).legal_due == date(2026, 10, 15)


def test_without_a_cutoff_a_receipt_counts_until_the_office_closes() -> None:
    three = policy(DeadlineUnit.WORKING_DAY, 3, anchor_is_receipt=True)
    assert compute_deadline(three, at(17, 0), CALENDAR).legal_due == date(2026, 10, 14)
    late = compute_deadline(three, at(17, 1), CALENDAR)
    assert late.legal_due == date(2026, 10, 15)
    assert late.explanation[1][0].startswith("Nhận sau giờ làm việc: ")


def test_a_half_day_closes_at_noon_and_can_itself_be_the_day_of_receipt() -> None:
    half = WorkingCalendar([listed(date(2026, 10, 12), DayKind.HALF_DAY, "Nghỉ nửa ngày")])
    assert compute_deadline(SAME_DAY, at(15, 1), half).overdue_from == at(11, 30, date(2026, 10, 12))
    after_noon = at(11, 31, date(2026, 10, 12))
    assert compute_deadline(SAME_DAY, after_noon, half).legal_due == date(2026, 10, 13)


def test_a_month_whose_first_day_counts_ends_no_earlier_than_the_last_of_a_short_month() -> None:
    month = policy(DeadlineUnit.MONTH, 3, first_day_counts=True, roll=Roll.NONE)
    assert compute_deadline(month, date(2026, 11, 30), CALENDAR).legal_due == date(2027, 2, 28)
    assert compute_deadline(month, date(2026, 11, 28), CALENDAR).legal_due == date(2027, 2, 27)


def test_a_signature_on_a_saturday_is_no_receipt() -> None:
    three = policy(DeadlineUnit.WORKING_DAY, 3)
    assert compute_deadline(three, date(2026, 10, 10), CALENDAR).legal_due == date(2026, 10, 14)


def test_a_moment_is_taken_by_its_day_in_vietnam() -> None:
    late_evening = datetime(2026, 6, 30, 18, 0, tzinfo=UTC)  # 01/07/2026 01:00 in Vietnam
    assert compute_deadline(THREE_MONTHS, late_evening, CALENDAR).anchor == date(2026, 7, 1)


def test_working_days_of_a_step_leave_the_basis_to_the_model() -> None:
    deadline = working_days_deadline(5, date(2026, 11, 30), CALENDAR)
    assert dates(deadline) == (date(2026, 12, 7), date(2026, 12, 7))
    assert deadline.legal_basis == ""


def test_no_working_days_on_a_day_off_means_the_next_working_day() -> None:
    monday = date(2026, 10, 12)
    deadline = working_days_deadline(0, date(2026, 10, 10), CALENDAR)
    assert dates(deadline) == (monday, monday)  # a target before the event could not be kept
    assert "Ngày đó là ngày nghỉ: hạn trong ngày làm việc tiếp theo, thứ Hai 12/10/2026." in (
        vi for vi, _ in deadline.explanation
    )


@pytest.mark.parametrize("days", [-1, 10_001])
def test_an_impossible_number_of_days_is_refused(days: int) -> None:
    with pytest.raises(AmountImpossible):
        working_days_deadline(days, date(2026, 10, 10), CALENDAR)


def test_a_given_day_is_legal_as_it_stands_and_targeted_on_a_working_day() -> None:
    assert dates(fixed_day_deadline(date(2027, 8, 14), CALENDAR)) == (date(2027, 8, 14), date(2027, 8, 13))


@pytest.mark.parametrize("year", [1, 1899, 9001, 9999])
def test_an_anchor_in_a_wild_year_is_refused_in_words(year: int) -> None:
    with pytest.raises(AnchorImpossible) as refusal:
        compute_deadline(THREE_MONTHS, date(year, 12, 31), CALENDAR)
    assert f"31/12/{year:04}" in refusal.value.vi
    with pytest.raises(AnchorImpossible):
        fixed_day_deadline(date(year, 1, 1), CALENDAR)


def test_a_moment_at_the_edge_of_time_is_refused_and_not_overflowed() -> None:
    with pytest.raises(AnchorImpossible):
        compute_deadline(THREE_MONTHS, datetime.max.replace(tzinfo=UTC), CALENDAR)
    with pytest.raises(AnchorImpossible):
        compute_deadline(SAME_DAY, datetime.min.replace(tzinfo=VIETNAM), CALENDAR)


def test_an_anchor_without_a_zone_is_refused() -> None:
    with pytest.raises(MomentWithoutZone):
        compute_deadline(SAME_DAY, datetime(2026, 10, 9, 9, 0), CALENDAR)  # noqa: DTZ001 - the point


def test_a_policy_without_a_basis_is_refused() -> None:
    with pytest.raises(PolicyWithoutBasis):
        policy(DeadlineUnit.MONTH, 3, legal_basis="  ")


UNSOUND: dict[str, Callable[[], DeadlinePolicy]] = {
    "less than no month": lambda: policy(DeadlineUnit.MONTH, -1),
    "more than anybody counts": lambda: policy(DeadlineUnit.HOUR, 10_001),
    "margin after the due date": lambda: policy(DeadlineUnit.MONTH, 1, safety_margin=-1),
    "period with a date": lambda: policy(DeadlineUnit.MONTH, 1, month=2, day=3),
    "period before a day": lambda: policy(DeadlineUnit.MONTH, 1, exclusive=True),
    "fixed date without a date": lambda: policy(DeadlineUnit.FIXED_DATE),
    "30 February": lambda: policy(DeadlineUnit.FIXED_DATE, month=2, day=30),
    "month 13": lambda: policy(DeadlineUnit.FIXED_DATE, month=13, day=1),
    "29 February of a common year": lambda: policy(DeadlineUnit.FIXED_DATE, month=2, day=29, year=2027),
    "cut-off without a receipt": lambda: policy(DeadlineUnit.MONTH, 1, cutoff=time(15, 0)),
    "first day of an hour": lambda: policy(DeadlineUnit.HOUR, 1, first_day_counts=True),
}


@pytest.mark.parametrize("make", UNSOUND.values(), ids=UNSOUND.keys())
def test_a_policy_that_cannot_be_counted_cannot_be_made(make: Callable[[], DeadlinePolicy]) -> None:
    with pytest.raises(PolicyUnsound) as refusal:
        make()
    assert refusal.value.code == "DL-THU"


anchors = st.dates(min_value=date(2024, 1, 1), max_value=date(2032, 12, 31))
moments = st.datetimes(
    min_value=datetime.fromisoformat("2026-06-01"),
    max_value=datetime.fromisoformat("2027-06-30"),
    timezones=st.just(VIETNAM),
)
RECEIVED_THREE_DAYS = policy(DeadlineUnit.WORKING_DAY, 3, anchor_is_receipt=True, cutoff=time(15, 0))
PERIODS = st.one_of(
    st.builds(
        policy,
        st.sampled_from([DeadlineUnit.MONTH, DeadlineUnit.CALENDAR_DAY, DeadlineUnit.WORKING_DAY]),
        st.integers(min_value=1, max_value=40),
        first_day_counts=st.booleans(),
        roll=st.sampled_from(Roll),
        safety_margin=st.integers(min_value=0, max_value=5),
    ),
    st.just(BEFORE_15_AUGUST),
)


@given(PERIODS, anchors, anchors)
def test_a_later_anchor_never_gives_an_earlier_due(chosen: DeadlinePolicy, one: date, other: date) -> None:
    earlier, later = (compute_deadline(chosen, day, CALENDAR) for day in sorted((one, other)))
    assert earlier.legal_due <= later.legal_due
    assert earlier.target_due <= later.target_due


@given(st.sampled_from([SAME_DAY, RECEIVED_THREE_DAYS, policy(DeadlineUnit.HOUR, 12)]), moments, moments)
def test_a_later_receipt_is_never_due_earlier(chosen: DeadlinePolicy, one: datetime, other: datetime) -> None:
    earlier, later = (compute_deadline(chosen, moment, CALENDAR) for moment in sorted((one, other)))
    assert earlier.overdue_from <= later.overdue_from


@given(PERIODS, anchors)
def test_the_target_is_a_working_day_no_later_than_the_law_and_lateness_begins_after_it(
    chosen: DeadlinePolicy, anchor: date
) -> None:
    deadline = compute_deadline(chosen, anchor, CALENDAR)
    assert CALENDAR.is_working(deadline.target_due)
    assert deadline.target_due <= deadline.legal_due
    assert CALENDAR.local_day(deadline.overdue_from - timedelta(seconds=1)) == deadline.legal_due
    assert all(vi.endswith(".") and en.endswith(".") for vi, en in deadline.explanation)


@given(anchors, st.integers(min_value=0, max_value=240))
def test_months_keep_the_day_or_take_the_last_of_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_hours_after_the_cutoff_run_from_the_next_opening() -> None:
    rule = policy(DeadlineUnit.HOUR, 4, anchor_is_receipt=True, cutoff=time(15, 0))
    friday, monday = date(2026, 10, 9), date(2026, 10, 12)
    assert compute_deadline(rule, at(14, 30, friday), CALENDAR).overdue_from == at(9, 0, monday)
    assert compute_deadline(rule, at(15, 1, friday), CALENDAR).overdue_from == at(11, 30, monday)


def test_a_receipt_that_waits_for_an_unconfirmed_day_rests_on_it() -> None:
    off = listed(date(2026, 10, 9), DayKind.HOLIDAY, "Nghỉ", confirmed=False)
    calendar = WorkingCalendar([off], known_years={2026})
    rule = policy(DeadlineUnit.CALENDAR_DAY, 30, anchor_is_receipt=True)
    waiting = compute_deadline(rule, date(2026, 10, 9), calendar)
    assert (waiting.legal_due, waiting.unconfirmed) == (date(2026, 11, 11), True)
    assert not compute_deadline(rule, date(2026, 10, 8), calendar).unconfirmed
