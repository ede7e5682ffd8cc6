"""The working calendar of an office: which days and hours count, and counting in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import isleap
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import ceil
from typing import Final
from zoneinfo import ZoneInfo

from engine.domain.office_days import (
    HALF,
    NONE,
    SEARCHED_DAYS,
    WHOLE,
    CalendarDay,
    DayKind,
    DayListedTwice,
    Interval,
    MomentWithoutZone,
    NoWorkingDay,
    OfficeHours,
    OfficeHoursUnsound,
)

__all__ = [
    "VIETNAM",
    "CalendarDay",
    "DayKind",
    "DayListedTwice",
    "Interval",
    "MomentWithoutZone",
    "NoWorkingDay",
    "OfficeHours",
    "OfficeHoursUnsound",
    "WorkingCalendar",
]


VIETNAM: Final[tzinfo] = ZoneInfo("Asia/Ho_Chi_Minh")

_ONE_DAY = timedelta(days=1)
_ONE_MINUTE = timedelta(minutes=1)
_MICROSECOND = timedelta(microseconds=1)
_KEPT_DAYS = 4000


class WorkingCalendar:
    """Counts in working days and working minutes of one agency.

    Days are local days of `zone`; moments go in aware and come out in UTC.
    """

    def __init__(
        self,
        days: Iterable[CalendarDay] = (),
        hours: OfficeHours | None = None,
        zone: tzinfo = VIETNAM,
        *,
        from_days: Mapping[date, OfficeHours] | None = None,
        known_years: Collection[int] | None = None,
    ) -> None:
        """`hours` hold until the first of `from_days`, on which others begin.

        `known_years` are those on whose unlisted days one may rely; None: each of which a day is listed.
        """
        self.zone = zone
        self._starts = sorted(from_days or ())
        self._hours = (hours or OfficeHours(), *((from_days or {})[start] for start in self._starts))
        self._weeks = tuple(period.halves for period in self._hours)
        self._listed: dict[date, CalendarDay] = {}
        for listed in days:
            if listed.day in self._listed:
                raise DayListedTwice(listed.day)
            self._listed[listed.day] = listed
        self._sorted = sorted(self._listed)
        listed_years = {day.year for day in self._sorted}
        self._known_years = listed_years if known_years is None else known_years
        self._uneven_years = listed_years | {start.year for start in self._starts}
        self._counted: dict[tuple[int, ...], list[int]] = {}
        self._timed: dict[tuple[int, ...], list[timedelta]] = {}
        self._opened: dict[date, tuple[tuple[datetime, datetime], ...]] = {}
        self._each_day_one: WorkingCalendar | None = None

    @property
    def each_day_one(self) -> WorkingCalendar:
        """The same days and hours, where half a working day counts as one."""
        if self._each_day_one is None:
            self._each_day_one = _EachDayOne(
                self._listed.values(),
                self._hours[0],
                self.zone,
                from_days=dict(zip(self._starts, self._hours[1:], strict=True)),
                known_years=self._known_years,
            )
        return self._each_day_one

    def hours_on(self, day: date) -> OfficeHours:
        """The office hours that hold on a day."""
        return self._hours[bisect_right(self._starts, day)]

    def local_day(self, moment: datetime) -> date:
        """The day on which an aware moment falls here."""
        return self.local(moment).date()

    def local(self, moment: datetime) -> datetime:
        """An aware moment as the clock on the office's wall shows it."""
        if moment.utcoffset() is None:
            raise MomentWithoutZone(moment)
        return moment.astimezone(self.zone)

    def midnight(self, day: date) -> datetime:
        """The first moment of a day."""
        return self._at(day, time())

    def listed(self, day: date) -> CalendarDay | None:
        """What the calendar says about a day, None where its weekday says all."""
        return self._listed.get(day)

    def listed_between(self, first: date, last: date) -> tuple[CalendarDay, ...]:
        """The listed days from `first` to `last`, both included, in order."""
        start, end = bisect_left(self._sorted, first), bisect_right(self._sorted, last)
        return tuple(self._listed[day] for day in self._sorted[start:end])

    def unconfirmed_between(self, first: date, last: date) -> tuple[CalendarDay, ...]:
        """The days from `first` to `last` on which nobody should rely yet.

        A year that is not known is unconfirmed as a whole; its first day in the range stands for it.
        """
        open_days = [day for day in self.listed_between(first, last) if not day.confirmed]
        unknown = [
            _unknown_year(max(first, date(year, 1, 1)))
            for year in range(first.year, last.year + 1)
            if year not in self._known_years
        ]
        return tuple(sorted([*open_days, *unknown], key=lambda listed: listed.day))

    def is_working(self, day: date) -> bool:
        """Whether the office works on that day, be it only half of it."""
        return self._halves(day) > NONE

    def working_fraction(self, day: date) -> Decimal:
        """How much of a working day it is: 1, 0.5 or 0."""
        return Decimal(self._halves(day)) / 2

    def first_working_day_from(self, day: date) -> date:
        """The first working day on or after `day`; raises NoWorkingDay."""
        return self._nearest(day, step=1)

    def last_working_day_until(self, day: date) -> date:
        """The last working day on or before `day`; raises NoWorkingDay."""
        return self._nearest(day, step=-1)

    def add_working_days(self, day: date, n: int | Fraction) -> date:
        """The day on which the n-th working day after `day` is complete (before it, if n is negative).

        `day` itself is never counted; two half days make one; n = 0 gives `day` back. Raises NoWorkingDay.
        """
        if n > 0:
            return self._after(day, ceil(n * WHOLE))
        return self._before(day, ceil(-n * WHOLE)) if n else day

    def count_working_days(self, after: date, until: date) -> Decimal:
        """Working days later than `after`, up to and including `until`; negative if `until` is earlier."""
        if until < after:
            return -self.count_working_days(until, after)
        passed = sum(self._year(year)[-1] for year in range(after.year, until.year))
        return Decimal(passed + self._until(until) - self._until(after)) / 2

    def opening(self, day: date) -> datetime:
        """When the office opens on the first working day on or after `day`."""
        return self._sessions(self.first_working_day_from(day))[0][0]

    def closing(self, day: date) -> datetime:
        """When the office closes on the first working day on or after `day`."""
        return self._sessions(self.first_working_day_from(day))[-1][1]

    def next_working_moment(self, moment: datetime) -> datetime:
        """`moment` itself within office hours, otherwise the next opening (of the day or after lunch)."""
        day = self.local_day(moment)
        for opens, closes in self._sessions(day):
            if moment < closes:
                return max(opens, moment.astimezone(UTC))
        return self.opening(day + _ONE_DAY)

    def add_working_minutes(self, moment: datetime, minutes: int) -> datetime:
        """The moment at which `minutes` of office time have passed since `moment`.

        Time outside office hours does not count; 0 gives `moment` back.
        """
        return self.add_working_time(moment, minutes * _ONE_MINUTE)

    def add_working_time(self, moment: datetime, time: timedelta) -> datetime:
        """As `add_working_minutes`, to the microsecond."""
        if time < timedelta():
            raise ValueError(f"office time is counted forward only: {time}")
        day, left = self.local_day(moment), time
        reached = moment.astimezone(UTC)
        while left:
            for opens, closes in self._sessions(day):
                begins = max(opens, reached)
                worked = min(left, closes - begins)
                if worked > timedelta():
                    reached, left = begins + worked, left - worked
            if left:
                day = self._nearest(day, step=1, beyond=True)
        return reached

    def working_minutes_between(self, start: datetime, end: datetime) -> int:
        """Whole minutes of office time from `start` to `end`; negative if `end` is the earlier."""
        if end < start:
            return -self.working_minutes_between(end, start)
        return self.working_time_between(start, end) // _ONE_MINUTE

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """The office time from `start` to `end`, which is not the earlier."""
        first, last = self.local_day(start), self.local_day(end)
        worked = self._worked_on(first, start, end)
        if last > first:
            worked += self._office_time_between(first, last - _ONE_DAY) + self._worked_on(last, start, end)
        return worked

    def working_days_between(self, start: datetime, end: datetime) -> Fraction:
        """How many working days of office time lie from `start` to `end`, a part of a day as its part."""
        first, last = self.local_day(start), self.local_day(end)
        worked = self._part_of(first, start, end)
        if last > first:
            worked += Fraction(self.count_working_days(first, last - _ONE_DAY))
            worked += self._part_of(last, start, end)
        return worked

    def _part_of(self, day: date, start: datetime, end: datetime) -> Fraction:
        """The part of a working day that lies from `start` to `end` on that day."""
        whole = self._office_time(day) // _MICROSECOND
        worked = self._worked_on(day, start, end) // _MICROSECOND
        return Fraction(self._halves(day), 2) * Fraction(worked, whole) if whole else Fraction()

    def _worked_on(self, day: date, start: datetime, end: datetime) -> timedelta:
        """The office time from `start` to `end` on that day."""
        within = (
            max(min(closes, end) - max(opens, start), timedelta()) for opens, closes in self._sessions(day)
        )
        return sum(within, timedelta())

    def _office_time(self, day: date) -> timedelta:
        return sum((closes - opens for opens, closes in self._sessions(day)), timedelta())

    def _office_time_between(self, after: date, until: date) -> timedelta:
        """The office time of the days later than `after`, up to and including `until`."""
        years = (self._time_of_year(year)[-1] for year in range(after.year, until.year))
        return (
            sum(years, timedelta())
            + self._time_of_year(until.year)[_day_of_year(until)]
            - self._time_of_year(after.year)[_day_of_year(after)]
        )

    def _after(self, day: date, halves: int) -> date:
        """The first day by whose end so many halves have been worked after `day`."""
        year, wanted = day.year, self._until(day) + halves
        while wanted > (passed := self._year(year)[-1]):
            if not passed or year == date.max.year:
                self._nearest(date(year, 12, 31), step=1, beyond=True)  # refuses where there is none
            wanted, year = wanted - passed, year + 1
        return date(year, 1, 1) + timedelta(days=bisect_left(self._year(year), wanted) - 1)

    def _before(self, day: date, halves: int) -> date:
        """The last day from whose beginning so many halves are worked before `day`."""
        year, left = day.year, self._until(day) - self._halves(day) - halves
        while left < 0:
            if not self._year(year)[-1] or year == date.min.year:
                self._nearest(date(year, 1, 1), step=-1, beyond=True)
            year -= 1
            left += self._year(year)[-1]
        return date(year, 1, 1) + timedelta(days=bisect_right(self._year(year), left) - 1)

    def _until(self, day: date) -> int:
        """The halves of its year up to and including `day`."""
        return self._year(day.year)[_day_of_year(day)]

    def _year(self, year: int) -> list[int]:
        """The halves worked by the end of each day of a year, after a 0."""
        key = self._alike(year)
        counted = self._counted.get(key)
        if counted is None:
            counted = self._counted[key] = [0, *accumulate(self._halves(day) for day in _days_of(year))]
        return counted

    def _time_of_year(self, year: int) -> list[timedelta]:
        """The office time by the end of each day of a year, after none."""
        key = self._alike(year)
        timed = self._timed.get(key)
        if timed is None:
            times = accumulate((self._office_time(day) for day in _days_of(year)), initial=timedelta())
            timed = self._timed[key] = list(times)
        return timed

    def _alike(self, year: int) -> tuple[int, ...]:
        """What two years have in common that are worked alike."""
        if year in self._uneven_years:
            return (year,)
        first = date(year, 1, 1)
        return (first.weekday(), isleap(year), bisect_right(self._starts, first))

    def _halves(self, day: date) -> int:
        period = bisect_right(self._starts, day)
        usual = self._weeks[period][day.weekday()]
        listed = self._listed.get(day)
        if listed is None:
            return usual
        match listed.kind:
            case DayKind.HOLIDAY | DayKind.OFF_SWAPPED:
                return NONE
            case DayKind.WORK_SWAPPED:
                return WHOLE if self._hours[period].made_up else NONE
            case DayKind.HALF_DAY:
                return min(usual, HALF)
            case DayKind.ORDINARY:
                return usual

    def _nearest(self, day: date, *, step: int, beyond: bool = False) -> date:
        start = day.toordinal() + (step if beyond else 0)
        for ordinal in range(start, start + step * SEARCHED_DAYS, step):
            if not date.min.toordinal() <= ordinal <= date.max.toordinal():
                break
            candidate = date.fromordinal(ordinal)
            if self._halves(candidate):
                return candidate
        raise NoWorkingDay(near=day)

    def _sessions(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The office hours of one day as moments in UTC, in order; empty on a day off."""
        sessions = self._opened.get(day)
        if sessions is None:
            if len(self._opened) >= _KEPT_DAYS:
                self._opened.clear()
            sessions = self._opened[day] = self._opened_on(day)
        return sessions

    def _opened_on(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        if not self._halves(day):
            return ()
        listed, office = self._listed.get(day), self.hours_on(day)
        made_up = listed is not None and listed.kind is DayKind.WORK_SWAPPED
        hours = office.made_up if made_up else office.week[day.weekday()]
        sessions = tuple((self._at(day, opens), self._at(day, closes)) for opens, closes in hours)
        halved = listed is not None and listed.kind is DayKind.HALF_DAY
        return _first_half(sessions) if halved and office.halves[day.weekday()] == WHOLE else sessions

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, tzinfo=self.zone).astimezone(UTC)


class _EachDayOne(WorkingCalendar):
    """A calendar in which a day is worked or not, however short it is."""

    def _halves(self, day: date) -> int:
        return WHOLE if super()._halves(day) else NONE


def _first_half(sessions: tuple[tuple[datetime, datetime], ...]) -> tuple[tuple[datetime, datetime], ...]:
    left = sum((closes - opens for opens, closes in sessions), timedelta()) / 2
    half = []
    for opens, closes in sessions:
        worked = min(left, closes - opens)
        if worked:
            half.append((opens, opens + worked))
        left -= worked
    return tuple(half)


def _days_of(year: int) -> Iterable[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=ahead) for ahead in range(366 if isleap(year) else 365))


def _day_of_year(day: date) -> int:
    return day.toordinal() - date(day.year, 1, 1).toordinal() + 1


def _unknown_year(day: date) -> CalendarDay:
    return CalendarDay(
        day=day, kind=DayKind.HOLIDAY, name=f"Chưa có lịch nghỉ năm {day.year}", basis="", confirmed=False
    )
