"""A part of a period with the pauses in it: how long it stood still, and where it ends by that.

Time that ran is summed exactly, parts of days as fractions; only the end is rounded, to the last day (or the
minute) by which the period is full. So no order of pauses, half days and anchors can turn the dates round.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from fractions import Fraction

from engine.domain.calendar import WorkingCalendar
from engine.domain.deadline import day_before_first, ending, hours_begin
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit
from engine.domain.deadline_sentences import Derivation

MINUTES_OF_AN_HOUR = 60
_ONE_DAY = timedelta(days=1)
_MICROSECOND = timedelta(microseconds=1)
_MICROSECONDS_OF_A_MINUTE = 60_000_000


class Counting(Enum):
    """In what a stretch and its pauses are counted."""

    MINUTES = "minutes"
    """Minutes of office time."""
    WORKING_DAYS = "working_days"
    """Working days, half a day off as half of one."""
    EACH_DAY_ONE = "each_day_one"
    """Days on which the office works, each one however short: a period that is the day itself."""
    DATES = "dates"


@dataclass(slots=True, kw_only=True)
class Stretch:
    """A part of the period to which pauses add: from its beginning, or from the day set by an extension."""

    counting: Counting
    begins: datetime | None
    """Before it no pause counts; None: every pause does."""
    day: date
    """Counted from: the day before the first (working days), or the last day of the period (dates)."""
    moment: datetime | None = None
    """Counted from, where minutes count."""
    amount: Fraction = Fraction()
    """Working days or minutes still to be counted from there."""
    pauses: list[tuple[datetime, datetime]] = field(default_factory=list)

    def stood(self, pause: tuple[datetime, datetime], calendar: WorkingCalendar) -> Fraction:
        """How long this part stood still by a pause, in what it counts."""
        since, until = (
            pause if self.begins is None else (max(pause[0], self.begins), max(pause[1], self.begins))
        )
        match self.counting:
            case Counting.MINUTES:
                worked = calendar.working_time_between(since, until)
                return Fraction(worked // _MICROSECOND, _MICROSECONDS_OF_A_MINUTE)
            case Counting.WORKING_DAYS:
                return calendar.working_days_between(since, until)
            case Counting.EACH_DAY_ONE:
                return calendar.each_day_one.working_days_between(since, until)
            case Counting.DATES:
                return Fraction((calendar.local_day(until) - calendar.local_day(since)).days)

    def ended(self, reached: Derivation, calendar: WorkingCalendar) -> Derivation:
        """The period with this part as its last; raises NoWorkingDay."""
        full = self.amount + sum((self.stood(pause, calendar) for pause in self.pauses), Fraction())
        if self.counting is Counting.MINUTES:
            time = int(full * _MICROSECONDS_OF_A_MINUTE) * _MICROSECOND
            due = calendar.add_working_time(self.moment or calendar.opening(self.day), time)
            return ending(reached, calendar.local_day(due), due, calendar)
        to_the_minute = reached.due_moment is not None
        gone_on = (self._goes_on(until, calendar, to_the_minute=to_the_minute) for _, until in self.pauses)
        end = max([self._end(full, calendar), *gone_on])  # no period ends while it stands still
        return ending(reached, end, calendar.closing(end) if to_the_minute else None, calendar)

    def _end(self, full: Fraction, calendar: WorkingCalendar) -> date:
        match self.counting:
            case Counting.DATES:
                return self.day + timedelta(days=int(full))
            case Counting.EACH_DAY_ONE:
                return calendar.each_day_one.add_working_days(self.day, full)
            case _:
                return calendar.add_working_days(self.day, full)

    def _goes_on(self, until: datetime, calendar: WorkingCalendar, *, to_the_minute: bool) -> date:
        """The first day after a pause on which the period may end."""
        if self.counting is Counting.DATES:
            return calendar.local_day(until)
        if to_the_minute:  # it ends when the office closes: resumed after that, it ends another day
            return calendar.local_day(calendar.next_working_moment(until))
        return calendar.first_working_day_from(calendar.local_day(until))


def first_stretch(reached: Derivation, calendar: WorkingCalendar) -> Stretch:
    """The stretch with which a period begins."""
    policy, event_day = reached.policy, reached.event_day
    day = day_before_first(policy, event_day)
    match policy.unit:
        case DeadlineUnit.HOUR:
            begun = hours_begin(reached.anchor, event_day, calendar)
            minutes = Fraction(policy.office_minutes)
            return Stretch(
                counting=Counting.MINUTES, begins=begun, day=reached.end, moment=begun, amount=minutes
            )
        case DeadlineUnit.WORKING_DAY | DeadlineUnit.SAME_DAY_CUTOFF if policy.amount > 0:
            begins, amount = calendar.midnight(day + _ONE_DAY), Fraction(policy.amount)
            return Stretch(counting=Counting.WORKING_DAYS, begins=begins, day=day, amount=amount)
        case DeadlineUnit.WORKING_DAY | DeadlineUnit.SAME_DAY_CUTOFF if policy.amount == 0:
            return Stretch(counting=Counting.EACH_DAY_ONE, begins=calendar.midnight(day), day=reached.end)
        case DeadlineUnit.WORKING_DAY:  # counted back from its anchor
            return Stretch(counting=Counting.WORKING_DAYS, begins=None, day=reached.end)
        case DeadlineUnit.MONTH:  # from the event also where it is received later: months are not alike
            begins = calendar.midnight(min(day, reached.anchor_day))
            return Stretch(counting=Counting.DATES, begins=begins, day=reached.end)
        case _:
            return Stretch(counting=Counting.DATES, begins=calendar.midnight(day), day=reached.end)


def stretch_from(policy: DeadlinePolicy, day: date, moment: datetime | None) -> Stretch:
    """The stretch that begins with an extension until a day (or a minute); every later pause adds to it."""
    match policy.unit:
        case DeadlineUnit.HOUR:
            counting = Counting.MINUTES
        case DeadlineUnit.WORKING_DAY | DeadlineUnit.SAME_DAY_CUTOFF:
            counting = Counting.WORKING_DAYS
        case _:
            counting = Counting.DATES
    return Stretch(counting=counting, begins=None, day=day, moment=moment)
