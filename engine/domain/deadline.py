"""Legal and target dates: from a policy, an anchor and a working calendar to two dates and their derivation.

Periods follow the Civil Code 2015, Articles 147 and 148: the day of the event is not counted, months end on
the corresponding day or the last of the month, and a period that ends on a day off ends on the next working
day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from engine.domain.calendar import CalendarDay, WorkingCalendar
from engine.domain.deadline_policy import (
    FIRST_YEAR,
    LARGEST_AMOUNT,
    LAST_YEAR,
    DeadlinePolicy,
    DeadlineUnit,
    Roll,
)
from engine.domain.deadline_sentences import Derivation, Receipt, explain
from engine.domain.errors import Invalid

__all__ = [
    "AmountImpossible",
    "AnchorImpossible",
    "Deadline",
    "DeadlinePolicy",
    "DeadlineUnit",
    "Roll",
    "add_months",
    "compute_deadline",
    "day_before_first",
    "deadline_of",
    "derive",
    "ending",
    "fixed_day_deadline",
    "fixed_day_policy",
    "overdue_from",
    "working_days_deadline",
    "working_days_policy",
    "working_minutes_policy",
]

BY_WORKING_DAYS = "WORKING-DAYS"
BY_WORKING_HOURS = "WORKING-HOURS"
ON_FIXED_DAY = "FIXED-DAY"
"""What `Deadline.policy` says where a model gives days, hours or a date instead of a policy."""
OFFICE_DATES = frozenset({BY_WORKING_DAYS, BY_WORKING_HOURS, ON_FIXED_DAY})
"""Dates of the office's own: no law sets them."""
OF_THE_MODEL = "Mô hình quy trình"
"""The basis of such a policy; the step's own legal basis goes before it."""

_ONE_DAY = timedelta(days=1)
_MONTHS_OF_A_YEAR = 12
_MINUTES_OF_AN_HOUR = 60
_OFFICE_TIME = frozenset({DeadlineUnit.HOUR, DeadlineUnit.WORKING_DAY, DeadlineUnit.SAME_DAY_CUTOFF})


class AnchorImpossible(Invalid):
    """A day from which nothing is counted: a slip of the hand in the year."""

    def __init__(self, anchor: date) -> None:
        super().__init__(
            vi=f"Ngày {anchor:%d/%m}/{anchor.year:04} không dùng để tính thời hạn được: năm phải từ "
            f"{FIRST_YEAR} đến {LAST_YEAR}. Xin kiểm tra lại năm.",
            en=f"No deadline is counted from {anchor:%d/%m}/{anchor.year:04}: the year must lie between "
            f"{FIRST_YEAR} and {LAST_YEAR}. Please check the year.",
        )
        self.anchor = anchor


class AmountImpossible(Invalid):
    """A number of working days that no step can take."""

    def __init__(self, days: int) -> None:
        super().__init__(
            vi=f"Số ngày làm việc {days} chưa đúng: cần từ 0 đến {LARGEST_AMOUNT}.",
            en=f"{days} working days is not a period: give 0 to {LARGEST_AMOUNT}.",
        )
        self.days = days


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Two dates and the sentences that explain them; `overdue_from` is the first late moment (UTC)."""

    policy: str
    anchor: date
    legal_due: date
    target_due: date
    overdue_from: datetime
    explanation: tuple[tuple[str, str], ...]
    """(Vietnamese, English) sentences in order of derivation."""
    legal_basis: str
    unconfirmed: bool
    """Whether a day of the calendar on which a date rests is not yet confirmed."""


def compute_deadline(policy: DeadlinePolicy, anchor: date | datetime, calendar: WorkingCalendar) -> Deadline:
    """The dates of `policy` for an event on a day or at an aware moment.

    A day alone stands for its opening hour. Raises AnchorImpossible, MomentWithoutZone and NoWorkingDay.
    """
    derivation = derive(policy, anchor, calendar)
    return deadline_of(derivation, explain(derivation, calendar), calendar)


def deadline_of(
    derivation: Derivation, told: tuple[tuple[str, str], ...], calendar: WorkingCalendar
) -> Deadline:
    """The dates of a derivation with the sentences that tell it."""
    return Deadline(
        policy=derivation.policy.code,
        anchor=derivation.anchor_day,
        legal_due=derivation.legal_due,
        target_due=derivation.target_due,
        overdue_from=overdue_from(derivation, calendar),
        explanation=told,
        legal_basis=derivation.policy.legal_basis,
        unconfirmed=bool(derivation.unconfirmed),
    )


def overdue_from(derivation: Derivation, calendar: WorkingCalendar) -> datetime:
    """The first late moment (UTC): that after the last day, or the minute at which office time is used up."""
    return derivation.due_moment or calendar.midnight(derivation.legal_due + _ONE_DAY)


def working_days_deadline(days: int, anchor: date | datetime, calendar: WorkingCalendar) -> Deadline:
    """The dates `days` working days after the day of `anchor`, as a step of a model asks for them.

    0 is the day itself or the next working day. The legal basis stays empty: the model's own holds.
    """
    return replace(compute_deadline(working_days_policy(days), anchor, calendar), legal_basis="")


def fixed_day_deadline(day: date, calendar: WorkingCalendar) -> Deadline:
    """The dates for a day that is given: legal that day even if it is a day off, target on or before it."""
    return replace(compute_deadline(fixed_day_policy(day), day, calendar), legal_basis="")


def working_days_policy(days: int) -> DeadlinePolicy:
    """The policy of a step that gives a number of working days; raises AmountImpossible."""
    if not 0 <= days <= LARGEST_AMOUNT:
        raise AmountImpossible(days)
    return DeadlinePolicy(
        code=BY_WORKING_DAYS,
        name_vi="Số ngày làm việc của bước",
        name_en="Working days of the step",
        anchor_event_vi="Ngày bắt đầu tính",
        anchor_event_en="Start",
        unit=DeadlineUnit.WORKING_DAY,
        amount=days,
        legal_basis=OF_THE_MODEL,
    )


def working_minutes_policy(minutes: int) -> DeadlinePolicy:
    """The policy of a step that gives its time in hours of office time; raises AmountImpossible."""
    hours, odd = divmod(minutes, _MINUTES_OF_AN_HOUR)
    if minutes <= 0 or hours > LARGEST_AMOUNT:
        raise AmountImpossible(hours)
    return DeadlinePolicy(
        code=BY_WORKING_HOURS,
        name_vi="Số giờ làm việc của bước",
        name_en="Working hours of the step",
        anchor_event_vi="Lúc bắt đầu tính",
        anchor_event_en="Start",
        unit=DeadlineUnit.HOUR,
        amount=hours,
        minutes=odd,
        legal_basis=OF_THE_MODEL,
    )


def fixed_day_policy(day: date) -> DeadlinePolicy:
    """The policy of a day that is given; raises AnchorImpossible."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise AnchorImpossible(day)
    return DeadlinePolicy(
        code=ON_FIXED_DAY,
        name_vi="Ngày ấn định",
        name_en="Given day",
        anchor_event_vi="Ngày ấn định",
        anchor_event_en="Given day",
        unit=DeadlineUnit.FIXED_DATE,
        year=day.year,
        month=day.month,
        day=day.day,
        legal_basis=OF_THE_MODEL,
    )


def add_months(day: date, months: int) -> date:
    """The corresponding day so many months later, or the last day of a month that has none."""
    year, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 + months, _MONTHS_OF_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def derive(policy: DeadlinePolicy, anchor: date | datetime, calendar: WorkingCalendar) -> Derivation:
    """The steps from an anchor to the dates; raises as compute_deadline."""
    anchor_day = _anchor_day(anchor, calendar)
    event_day, receipt = _event_day(policy, anchor, calendar)
    due_moment = _due_moment(policy, anchor, event_day, calendar)
    end = (
        _end_of_period(policy, event_day, calendar) if due_moment is None else calendar.local_day(due_moment)
    )
    begun = Derivation(
        policy=policy,
        anchor=calendar.local(anchor) if isinstance(anchor, datetime) else anchor,
        anchor_day=anchor_day,
        receipt=receipt,
        event_day=event_day,
        end=end,
        legal_due=end,
        target_due=end,
        due_moment=due_moment,
        unconfirmed=(),
    )
    return ending(begun, end, due_moment, calendar)


def ending(
    derivation: Derivation, end: date, due_moment: datetime | None, calendar: WorkingCalendar
) -> Derivation:
    """The derivation with this as the last day (or minute) of its period, and the dates that follow."""
    policy = derivation.policy
    legal_due = _rolled(policy, end, calendar)
    target_due = calendar.add_working_days(calendar.last_working_day_until(end), -policy.safety_margin)
    rests_on = [target_due, end, legal_due]
    received: tuple[CalendarDay, ...] = ()
    if policy.unit in _OFFICE_TIME:
        rests_on += [derivation.anchor_day, derivation.event_day]
    elif policy.waits_for_opening:
        received = calendar.unconfirmed_between(derivation.anchor_day, derivation.event_day)
    return replace(
        derivation,
        end=end,
        legal_due=legal_due,
        target_due=target_due,
        due_moment=due_moment,
        unconfirmed=in_order(received, calendar.unconfirmed_between(min(rests_on), max(rests_on))),
    )


def in_order(*days: tuple[CalendarDay, ...]) -> tuple[CalendarDay, ...]:
    """Days of several stretches in order, each once."""
    return tuple(sorted({one for stretch in days for one in stretch}, key=lambda one: one.day))


def hours_begin(anchor: date | datetime, event_day: date, calendar: WorkingCalendar) -> datetime:
    """From when hours run: from the very moment, or the opening of the day on which it counts as received."""
    at_once = isinstance(anchor, datetime) and calendar.local_day(anchor) == event_day
    return anchor if at_once and isinstance(anchor, datetime) else calendar.opening(event_day)


def _anchor_day(anchor: date | datetime, calendar: WorkingCalendar) -> date:
    written = anchor.date() if isinstance(anchor, datetime) else anchor
    if not FIRST_YEAR <= written.year <= LAST_YEAR:
        raise AnchorImpossible(written)
    return calendar.local_day(anchor) if isinstance(anchor, datetime) else anchor


def _event_day(
    policy: DeadlinePolicy, anchor: date | datetime, calendar: WorkingCalendar
) -> tuple[date, Receipt]:
    """The day after which counting starts: for a receipt, the working day on which it counts as received."""
    day = _anchor_day(anchor, calendar)
    if not policy.waits_for_opening:
        return day, Receipt.AT_ONCE
    if not calendar.is_working(day):
        return calendar.first_working_day_from(day), Receipt.ON_DAY_OFF
    if isinstance(anchor, datetime):
        if anchor > calendar.closing(day):
            return calendar.first_working_day_from(day + _ONE_DAY), Receipt.AFTER_CLOSING
        if policy.cutoff is not None and calendar.local(anchor).time() > policy.cutoff:
            return calendar.first_working_day_from(day + _ONE_DAY), Receipt.AFTER_CUTOFF
    return day, Receipt.AT_ONCE


def _due_moment(
    policy: DeadlinePolicy, anchor: date | datetime, event_day: date, calendar: WorkingCalendar
) -> datetime | None:
    """The minute at which office time is used up; None where the whole last day is in time."""
    match policy.unit:
        case DeadlineUnit.HOUR:
            start = hours_begin(anchor, event_day, calendar)
            return calendar.add_working_minutes(start, policy.office_minutes)
        case DeadlineUnit.SAME_DAY_CUTOFF:
            return calendar.closing(calendar.add_working_days(event_day, policy.amount))
        case _:
            return None


def _end_of_period(policy: DeadlinePolicy, event_day: date, calendar: WorkingCalendar) -> date:
    """The last day before any roll."""
    before_first = day_before_first(policy, event_day)
    match policy.unit:
        case DeadlineUnit.WORKING_DAY if policy.amount == 0 and policy.roll is Roll.FORWARD:
            return calendar.first_working_day_from(event_day)  # so that no target lies before the event
        case DeadlineUnit.WORKING_DAY:
            return calendar.add_working_days(before_first, policy.amount)
        case DeadlineUnit.CALENDAR_DAY:
            return before_first + timedelta(days=policy.amount)
        case DeadlineUnit.MONTH:
            corresponding = add_months(event_day, policy.amount)
            exact = corresponding.day == event_day.day
            return corresponding - _ONE_DAY if policy.first_day_counts and exact else corresponding
        case DeadlineUnit.FIXED_DATE:
            fixed = policy.fixed_date_in(event_day.year)
            return fixed - _ONE_DAY if policy.exclusive else fixed
        case DeadlineUnit.HOUR | DeadlineUnit.SAME_DAY_CUTOFF:
            raise AssertionError("counted to the minute")


def day_before_first(policy: DeadlinePolicy, event_day: date) -> date:
    """The last day that does not count."""
    return event_day - _ONE_DAY if policy.first_day_counts else event_day


def _rolled(policy: DeadlinePolicy, end: date, calendar: WorkingCalendar) -> date:
    if policy.unit is DeadlineUnit.FIXED_DATE:
        return end  # a point in time is not a period: days off do not move it
    match policy.roll:
        case Roll.FORWARD:
            return calendar.first_working_day_from(end)
        case Roll.BACKWARD:
            return calendar.last_working_day_until(end)
        case Roll.NONE:
            return end
