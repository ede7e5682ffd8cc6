"""The working calendar of an office: which days and hours count, and counting in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

from engine.domain.errors import Invalid

VIETNAM: Final[tzinfo] = ZoneInfo("Asia/Ho_Chi_Minh")

Interval: TypeAlias = tuple[time, time]
"""From (inclusive) until (exclusive), local time of one day."""

_ONE_DAY = timedelta(days=1)
_ONE_MINUTE = timedelta(minutes=1)
_SEARCHED_DAYS = 400
_FULL_DAY: Final = ((time(7, 30), time(11, 30)), (time(13, 0), time(17, 0)))
_DAYS_OF_A_WEEK = 7
_WHOLE, _HALF, _NONE = 2, 1, 0  # working days are counted in halves, so that sums stay exact


class DayKind(Enum):
    """Why a day differs from what its weekday says."""

    HOLIDAY = "holiday"
    OFF_SWAPPED = "off_swapped"
    """A working day that was moved to another day: off."""
    WORK_SWAPPED = "work_swapped"
    """A day of the weekend on which a moved working day is made up for: worked."""
    HALF_DAY = "half_day"
    """Only the first half of the office hours is worked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One day that differs, with the paper it rests on; `confirmed` once that paper is known."""

    day: date
    kind: DayKind
    name: str
    basis: str
    confirmed: bool = True


class OfficeHoursUnsound(Invalid):
    """Office hours that no day could be worked by."""

    def __init__(self) -> None:
        super().__init__(
            vi="Giờ làm việc chưa đúng: cần đủ bảy ngày trong tuần, mỗi khoảng có giờ mở trước giờ đóng "
            "và các khoảng không chồng lên nhau.",
            en="The office hours do not hold: give all seven weekdays, open before close in every interval, "
            "and let no intervals overlap.",
        )


class NoWorkingDay(Invalid):
    """A calendar on which the search for a working day finds none."""

    def __init__(self, *, near: date) -> None:
        super().__init__(
            vi=f"Lịch làm việc không có ngày làm việc nào trong {_SEARCHED_DAYS} ngày quanh {near:%d/%m/%Y}. "
            "Xin kiểm tra lại lịch nghỉ và giờ làm việc của cơ quan.",
            en=f"The working calendar has no working day within {_SEARCHED_DAYS} days of {near:%d/%m/%Y}. "
            "Please check the days off and the office hours of the agency.",
        )
        self.near = near


class DayListedTwice(Invalid):
    """A calendar that says two things about one day."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Ngày {day:%d/%m/%Y} được ghi hai lần trong lịch làm việc. Xin giữ lại một dòng.",
            en=f"{day:%d/%m/%Y} is listed twice in the working calendar. Please keep one line.",
        )
        self.day = day


class MomentWithoutZone(Invalid):
    """A moment that does not say in which zone its hour is meant."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(
            vi=f"Thời điểm {moment:%d/%m/%Y %H:%M} thiếu múi giờ.",
            en=f"The moment {moment:%d/%m/%Y %H:%M} has no time zone.",
        )
        self.moment = moment


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours:
    """The hours that count, Monday first; hours that only receive visitors do not belong here."""

    week: tuple[tuple[Interval, ...], ...] = (_FULL_DAY,) * 5 + ((), ())
    made_up: tuple[Interval, ...] = _FULL_DAY
    """Hours of a day worked in exchange for another (`DayKind.WORK_SWAPPED`)."""

    def __post_init__(self) -> None:
        whole = [*self.week, self.made_up]
        if len(self.week) != _DAYS_OF_A_WEEK or not all(_in_order(hours) for hours in whole):
            raise OfficeHoursUnsound


class WorkingCalendar:
    """Counts in working days and working minutes of one agency.

    Days are local days of `zone`; moments go in aware and come out in UTC.
    """

    def __init__(
        self,
        days: Iterable[CalendarDay] = (),
        hours: OfficeHours | None = None,
        zone: tzinfo = VIETNAM,
    ) -> None:
        self.hours = hours or OfficeHours()
        self.zone = zone
        self._listed: dict[date, CalendarDay] = {}
        for listed in days:
            if listed.day in self._listed:
                raise DayListedTwice(listed.day)
            self._listed[listed.day] = listed
        self._sorted = sorted(self._listed)
        self._years = {day.year for day in self._sorted}
        self._week = tuple(_WHOLE if intervals else _NONE for intervals in self.hours.week)

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

        A year of which the calendar lists nothing is unconfirmed as a whole; its first day in the range
        stands for it.
        """
        open_days = [day for day in self.listed_between(first, last) if not day.confirmed]
        unknown = [
            _unknown_year(max(first, date(year, 1, 1)))
            for year in range(first.year, last.year + 1)
            if year not in self._years
        ]
        return tuple(sorted([*open_days, *unknown], key=lambda listed: listed.day))

    def is_working(self, day: date) -> bool:
        """Whether the office works on that day, be it only half of it."""
        return self._halves(day) > _NONE

    def working_fraction(self, day: date) -> Decimal:
        """How much of a working day it is: 1, 0.5 or 0."""
        return Decimal(self._halves(day)) / 2

    def first_working_day_from(self, day: date) -> date:
        """The first working day on or after `day`; raises NoWorkingDay."""
        return self._nearest(day, step=1)

    def last_working_day_until(self, day: date) -> date:
        """The last working day on or before `day`; raises NoWorkingDay."""
        return self._nearest(day, step=-1)

    def add_working_days(self, day: date, n: int) -> date:
        """The day on which the n-th working day after `day` is complete (before it, if n is negative).

        `day` itself is never counted; two half days make one; n = 0 gives `day` back. Raises NoWorkingDay.
        """
        left = abs(n) * _WHOLE
        step = 1 if n > 0 else -1
        while left > 0:
            day = self._nearest(day, step=step, beyond=True)
            left -= self._halves(day)
        return day

    def count_working_days(self, after: date, until: date) -> Decimal:
        """Working days later than `after`, up to and including `until`; negative if `until` is earlier."""
        if until < after:
            return -self.count_working_days(until, after)
        weeks, rest = divmod((until - after).days, _DAYS_OF_A_WEEK)
        halves = weeks * sum(self._week)
        halves += sum(self._week[(after.weekday() + ahead) % _DAYS_OF_A_WEEK] for ahead in range(1, rest + 1))
        halves += sum(
            self._halves(listed.day) - self._week[listed.day.weekday()]
            for listed in self.listed_between(after, until)
            if listed.day != after
        )
        return Decimal(halves) / 2

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
        if minutes < 0:
            raise ValueError(f"office time is counted forward only: {minutes} minutes")
        day, left = self.local_day(moment), minutes * _ONE_MINUTE
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
        day, last = self.local_day(start), self.local_day(end)
        passed = timedelta()
        while day <= last:
            for opens, closes in self._sessions(day):
                passed += max(min(closes, end) - max(opens, start), timedelta())
            day += _ONE_DAY
        return passed // _ONE_MINUTE

    def _halves(self, day: date) -> int:
        usual = self._week[day.weekday()]
        listed = self._listed.get(day)
        if listed is None:
            return usual
        match listed.kind:
            case DayKind.HOLIDAY | DayKind.OFF_SWAPPED:
                return _NONE
            case DayKind.WORK_SWAPPED:
                return _WHOLE if self.hours.made_up else _NONE
            case DayKind.HALF_DAY:
                return min(usual, _HALF)

    def _nearest(self, day: date, *, step: int, beyond: bool = False) -> date:
        start = day.toordinal() + (step if beyond else 0)
        for ordinal in range(start, start + step * _SEARCHED_DAYS, step):
            if not date.min.toordinal() <= ordinal <= date.max.toordinal():
                break
            candidate = date.fromordinal(ordinal)
            if self._halves(candidate):
                return candidate
        raise NoWorkingDay(near=day)

    def _sessions(self, day: date) -> list[tuple[datetime, datetime]]:
        """The office hours of one day as moments in UTC, in order; empty on a day off."""
        halves = self._halves(day)
        if not halves:
            return []
        listed = self._listed.get(day)
        made_up = listed is not None and listed.kind is DayKind.WORK_SWAPPED
        hours = self.hours.made_up if made_up else self.hours.week[day.weekday()]
        sessions = [(self._at(day, opens), self._at(day, closes)) for opens, closes in hours]
        return sessions if halves == _WHOLE else _first_half(sessions)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, tzinfo=self.zone).astimezone(UTC)


def _in_order(hours: tuple[Interval, ...]) -> bool:
    marks = [mark for interval in hours for mark in interval]
    opens_before_closing = all(opens < closes for opens, closes in hours)
    return opens_before_closing and marks == sorted(marks)


def _first_half(sessions: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    left = sum((closes - opens for opens, closes in sessions), timedelta()) / 2
    half = []
    for opens, closes in sessions:
        worked = min(left, closes - opens)
        if worked:
            half.append((opens, opens + worked))
        left -= worked
    return half


def _unknown_year(day: date) -> CalendarDay:
    return CalendarDay(
        day=day, kind=DayKind.HOLIDAY, name=f"Chưa có lịch nghỉ năm {day.year}", basis="", confirmed=False
    )
