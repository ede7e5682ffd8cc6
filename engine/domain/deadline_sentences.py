"""How a deadline was derived, told in sentences of Vietnamese and of English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final, TypeAlias

from engine.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit, Roll

Sentence: TypeAlias = tuple[str, str]
"""The same sentence in Vietnamese and in English."""

_WEEKDAYS_VI: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CIVIL_CODE_VI = "Điều 147–148 Bộ luật Dân sự 2015"
_CIVIL_CODE_EN = "Civil Code 2015, Articles 147–148"
_OFF = frozenset({DayKind.HOLIDAY, DayKind.OFF_SWAPPED})


class Receipt(Enum):
    """When something handed in counts as received."""

    AT_ONCE = "at_once"
    ON_DAY_OFF = "on_day_off"
    AFTER_CLOSING = "after_closing"
    AFTER_CUTOFF = "after_cutoff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """The steps from an anchor to the two dates."""

    policy: DeadlinePolicy
    anchor: date | datetime
    """As given; a moment in local time."""
    anchor_day: date
    receipt: Receipt
    event_day: date
    end: date
    """The last day of the period before it is rolled."""
    legal_due: date
    target_due: date
    due_moment: datetime | None
    unconfirmed: tuple[CalendarDay, ...]


def explain(derivation: Derivation, calendar: WorkingCalendar) -> tuple[Sentence, ...]:
    """The sentences of a derivation in its order."""
    return (*explain_count(derivation, calendar), *explain_end(derivation, calendar))


def explain_count(derivation: Derivation, calendar: WorkingCalendar) -> Iterator[Sentence]:
    """From the anchor to the last day counted."""
    if derivation.policy.unit is not DeadlineUnit.FIXED_DATE:
        yield _anchor(derivation)
    if derivation.receipt is not Receipt.AT_ONCE:
        yield _receipt(derivation, calendar)
    yield _count(derivation, calendar)
    if derivation.policy.unit in {DeadlineUnit.WORKING_DAY, DeadlineUnit.HOUR}:
        yield from _passed_over(derivation, calendar)


def explain_end(derivation: Derivation, calendar: WorkingCalendar) -> Iterator[Sentence]:
    """From the last day counted to the two dates."""
    yield _legal(derivation, calendar)
    yield _target(derivation)
    if derivation.unconfirmed:
        yield _unconfirmed(derivation.unconfirmed)


def end_in_words(derivation: Derivation, calendar: WorkingCalendar) -> Sentence:
    """The last day (or the minute on it) before any roll."""
    if derivation.due_moment is None:
        return _day_vi(derivation.end), _day_en(derivation.end)
    hour, day = _due_hour(derivation, calendar)
    return f"{hour} {_day_vi(day)}", f"{hour} on {_day_en(day)}"


def _anchor(derivation: Derivation) -> Sentence:
    policy, day = derivation.policy, derivation.anchor_day
    vi, en = f"{policy.anchor_event_vi} {_dmy(day)}", f"{policy.anchor_event_en} {_dmy(day)}"
    by_the_hour = policy.waits_for_opening or policy.unit is DeadlineUnit.HOUR
    if isinstance(derivation.anchor, datetime) and by_the_hour:
        hour = f"{derivation.anchor:%H:%M}"
        return f"{vi} ({_weekday_vi(day)}), lúc {hour}.", f"{en} ({_weekday_en(day)}), at {hour}."
    return f"{vi}.", f"{en}."


def _receipt(derivation: Derivation, calendar: WorkingCalendar) -> Sentence:
    match derivation.receipt:
        case Receipt.AFTER_CUTOFF:
            hour = f"{derivation.policy.cutoff:%H:%M}"
            why_vi, why_en = f"Nhận sau {hour}", f"Received after {hour}"
        case Receipt.AFTER_CLOSING:
            why_vi, why_en = "Nhận sau giờ làm việc", "Received after closing"
        case _:
            why_vi, why_en = _day_off(derivation.anchor_day, calendar)
    return (
        f"{why_vi}: tính như nhận vào ngày làm việc tiếp theo, {_day_vi(derivation.event_day)}.",
        f"{why_en}: counts as received on the next working day, {_day_en(derivation.event_day)}.",
    )


def _count(derivation: Derivation, calendar: WorkingCalendar) -> Sentence:
    match derivation.policy.unit:
        case DeadlineUnit.MONTH:
            return _months(derivation)
        case DeadlineUnit.CALENDAR_DAY:
            return _calendar_days(derivation)
        case DeadlineUnit.WORKING_DAY:
            return _working_days(derivation)
        case DeadlineUnit.FIXED_DATE:
            return _fixed_date(derivation)
        case DeadlineUnit.HOUR:
            return _hours(derivation, calendar)
        case DeadlineUnit.SAME_DAY_CUTOFF:
            return _same_day(derivation)


def _months(derivation: Derivation) -> Sentence:
    amount, event, end = derivation.policy.amount, derivation.event_day, derivation.end
    months_en = counted(amount, "month")
    first_vi, first_en = _first_day(derivation.policy)
    if event.day > end.day and (end + timedelta(days=1)).day == 1 and not first_vi:
        why_vi = f"ngày cuối tháng, vì tháng {end:%m}/{end.year} không có ngày {event.day}"
        why_en = f"the last of the month, as {end:%m}/{end.year} has no day {event.day}"
    elif first_vi:
        why_vi, why_en = first_vi, first_en
    else:
        why_vi, why_en = "ngày tương ứng", "the corresponding day"
    return (
        f"Cộng {amount} tháng: {_dmy(end)} ({why_vi}; {_CIVIL_CODE_VI}).",
        f"Add {months_en}: {_dmy(end)} ({why_en}; {_CIVIL_CODE_EN}).",
    )


def _calendar_days(derivation: Derivation) -> Sentence:
    amount, end = derivation.policy.amount, derivation.end
    first_vi, first_en = _first_day(derivation.policy)
    first_vi, first_en = first_vi or "không tính ngày đầu", first_en or "the first day not counted"
    return (
        f"Cộng {amount} ngày: {_day_vi(end)} ({first_vi}; {_CIVIL_CODE_VI}).",
        f"Add {counted(amount, 'day')}: {_day_en(end)} ({first_en}; {_CIVIL_CODE_EN}).",
    )


def _working_days(derivation: Derivation) -> Sentence:
    amount, event, end = derivation.policy.amount, derivation.event_day, derivation.end
    if amount == 0 and end != event:
        return (
            f"Ngày đó là ngày nghỉ: hạn trong ngày làm việc tiếp theo, {_day_vi(end)}.",
            f"That is a day off: due on the next working day, {_day_en(end)}.",
        )
    if amount == 0:
        return "Hạn trong chính ngày đó.", "Due on that very day."
    if amount < 0:
        return (
            f"Lùi {-amount} ngày làm việc: {_day_vi(end)}.",
            f"Back {counted(-amount, 'working day')}: {_day_en(end)}.",
        )
    first_vi, first_en = _first_day(derivation.policy)
    first_vi = first_vi or f"bắt đầu từ ngày sau {_dmy(event)}"
    first_en = first_en or f"beginning the day after {_dmy(event)}"
    return (
        f"Đếm {amount} ngày làm việc, {first_vi}: {_day_vi(end)}.",
        f"Count {counted(amount, 'working day')}, {first_en}: {_day_en(end)}.",
    )


def _fixed_date(derivation: Derivation) -> Sentence:
    policy, end = derivation.policy, derivation.end
    if policy.exclusive:
        before = end + timedelta(days=1)
        return (
            f"Phải xong trước ngày {_dmy(before)}: ngày cuối cùng còn đúng hạn là {_day_vi(end)}.",
            f"To be done before {_dmy(before)}: the last day in time is {_day_en(end)}.",
        )
    if policy.year is not None:
        return f"{policy.anchor_event_vi}: {_day_vi(end)}.", f"{policy.anchor_event_en}: {_day_en(end)}."
    return f"Mốc của năm {end.year}: {_day_vi(end)}.", f"The date for {end.year}: {_day_en(end)}."


def _hours(derivation: Derivation, calendar: WorkingCalendar) -> Sentence:
    policy, (hour, day) = derivation.policy, _due_hour(derivation, calendar)
    vi, en = f"{policy.amount} giờ", counted(policy.amount, "hour")
    if policy.minutes:
        odd_vi, odd_en = f"{policy.minutes} phút", counted(policy.minutes, "minute")
        vi, en = (f"{vi} {odd_vi}", f"{en} {odd_en}") if policy.amount else (odd_vi, odd_en)
    return (
        f"Đếm {vi} làm việc trong giờ hành chính: {hour} {_day_vi(day)}.",
        f"Count {en} of office time: {hour} on {_day_en(day)}.",
    )


def _same_day(derivation: Derivation) -> Sentence:
    amount, end = derivation.policy.amount, derivation.end
    if amount == 0:
        return "Giải quyết trong ngày nhận.", "To be done on the day of receipt."
    return (
        f"Cộng {amount} ngày làm việc: {_day_vi(end)}.",
        f"Add {counted(amount, 'working day')}: {_day_en(end)}.",
    )


def _passed_over(derivation: Derivation, calendar: WorkingCalendar) -> Iterator[Sentence]:
    """Which listed days the count passed over, which weekend days it took in, which it took as halves."""
    first, last = sorted((derivation.event_day, derivation.end))
    met = calendar.listed_between(first, last)
    off = [day for day in met if day.kind in _OFF]
    made_up = [day for day in met if day.kind is DayKind.WORK_SWAPPED]
    halves = [day for day in met if day.kind is DayKind.HALF_DAY and calendar.is_working(day.day)]
    if off:
        yield f"Không tính ngày nghỉ: {_named(off)}.", f"Days off not counted: {_named(off)}."
    if made_up:
        yield f"Có tính: {_named(made_up)}.", f"Counted as working days: {_named(made_up)}."
    if halves:
        yield f"Tính nửa ngày: {_named(halves)}.", f"Counted as half a day: {_named(halves)}."


def _legal(derivation: Derivation, calendar: WorkingCalendar) -> Sentence:
    end, legal_due = derivation.end, derivation.legal_due
    if derivation.due_moment is not None:
        hour, day = _due_hour(derivation, calendar)
        return f"Hạn pháp lý: {hour} {_day_vi(day)}.", f"Legal due date: {hour} on {_day_en(day)}."
    if calendar.is_working(end):
        return f"Hạn pháp lý: hết {_day_vi(legal_due)}.", f"Legal due date: the end of {_day_en(legal_due)}."
    why_vi, why_en = _day_off(end, calendar)
    if legal_due == end:
        return (
            f"{why_vi}: mốc này không dời theo ngày nghỉ, hạn pháp lý vẫn là ngày đó.",
            f"{why_en}: this date does not move with days off, the legal due date stays.",
        )
    if derivation.policy.roll is Roll.BACKWARD:
        return (
            f"{why_vi}: hạn pháp lý lùi về ngày làm việc trước đó, {_day_vi(legal_due)}.",
            f"{why_en}: the legal due date moves back to the working day before, {_day_en(legal_due)}.",
        )
    return (
        f"{why_vi}: hạn pháp lý chuyển sang ngày làm việc tiếp theo, {_day_vi(legal_due)}.",
        f"{why_en}: the legal due date moves to the next working day, {_day_en(legal_due)}.",
    )


def _target(derivation: Derivation) -> Sentence:
    target, margin = derivation.target_due, derivation.policy.safety_margin
    if margin:
        return (
            f"Hạn mục tiêu: sớm hơn {margin} ngày làm việc để dự phòng, {_day_vi(target)}.",
            f"Target date: {counted(margin, 'working day')} earlier as a safety margin, {_day_en(target)}.",
        )
    if target == derivation.legal_due:
        return (
            f"Hạn mục tiêu: cùng ngày, {_day_vi(target)}.",
            f"Target date: the same day, {_day_en(target)}.",
        )
    return (
        f"Hạn mục tiêu: ngày làm việc trước đó, {_day_vi(target)}.",
        f"Target date: the working day before, {_day_en(target)}.",
    )


def _unconfirmed(days: tuple[CalendarDay, ...]) -> Sentence:
    return (
        f"Lịch nghỉ chưa được xác nhận: {_named(days)}. Hạn sẽ được tính lại khi có quyết định.",
        f"Days off not yet confirmed: {_named(days)}. The dates are computed again once decided.",
    )


def _day_off(day: date, calendar: WorkingCalendar) -> Sentence:
    listed = calendar.listed(day)
    if listed is not None and listed.kind in _OFF:
        return f"{_dmy(day)} là ngày nghỉ ({listed.name})", f"{_dmy(day)} is a day off ({listed.name})"
    return f"{_dmy(day)} là {_weekday_vi(day)}", f"{_dmy(day)} is a {_weekday_en(day)}"


def _named(days: Iterable[CalendarDay]) -> str:
    """Names with their days, a run of one name as a range: "Quốc khánh (01/09/2026–02/09/2026)"."""
    runs: list[tuple[str, date, date]] = []
    for listed in days:
        if runs and runs[-1][0] == listed.name and listed.day - runs[-1][2] == timedelta(days=1):
            runs[-1] = (listed.name, runs[-1][1], listed.day)
        else:
            runs.append((listed.name, listed.day, listed.day))
    return ", ".join(
        f"{name} ({_dmy(first)})" if first == last else f"{name} ({_dmy(first)}–{_dmy(last)})"
        for name, first, last in runs
    )


def _due_hour(derivation: Derivation, calendar: WorkingCalendar) -> tuple[str, date]:
    if derivation.due_moment is None:
        raise ValueError("the whole last day is in time")
    local = calendar.local(derivation.due_moment)
    return f"{local:%H:%M}", local.date()


def _first_day(policy: DeadlinePolicy) -> Sentence:
    return ("tính cả ngày đầu", "the first day counted") if policy.first_day_counts else ("", "")


def counted(amount: int, unit: str) -> str:
    """A number with its English noun."""
    return f"{amount} {unit}" if amount == 1 else f"{amount} {unit}s"


def _dmy(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"  # strftime is five times as slow


def _day_vi(day: date) -> str:
    return f"{_weekday_vi(day)} {_dmy(day)}"


def _day_en(day: date) -> str:
    return f"{_weekday_en(day)} {_dmy(day)}"


def _weekday_vi(day: date) -> str:
    return _WEEKDAYS_VI[day.weekday()]


def _weekday_en(day: date) -> str:
    return _WEEKDAYS_EN[day.weekday()]
