"""What a working calendar is made of: days that differ, office hours, and the refusals of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final, TypeAlias

from engine.domain.errors import Invalid

Interval: TypeAlias = tuple[time, time]
"""From (inclusive) until (exclusive), local time of one day."""

SEARCHED_DAYS: Final = 400
"""How far a working day is looked for."""
WHOLE, HALF, NONE = 2, 1, 0
"""Working days are counted in halves, so that sums stay exact."""

_FULL_DAY: Final = ((time(7, 30), time(11, 30)), (time(13, 0), time(17, 0)))
_DAYS_OF_A_WEEK = 7
_HALF_OF_A_DAY = timedelta(hours=4)


class DayKind(Enum):
    """Why a day differs from what its weekday says."""

    HOLIDAY = "holiday"
    OFF_SWAPPED = "off_swapped"
    """A working day that was moved to another day: off."""
    WORK_SWAPPED = "work_swapped"
    """A day of the weekend on which a moved working day is made up for: worked."""
    HALF_DAY = "half_day"
    """Only the first half of the office hours is worked."""
    ORDINARY = "ordinary"
    """As its weekday says: what a wider calendar lists for it does not hold here."""


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
            vi=f"Lịch làm việc không có ngày làm việc nào trong {SEARCHED_DAYS} ngày quanh {near:%d/%m/%Y}. "
            "Xin kiểm tra lại lịch nghỉ và giờ làm việc của cơ quan.",
            en=f"The working calendar has no working day within {SEARCHED_DAYS} days of {near:%d/%m/%Y}. "
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

    @property
    def halves(self) -> tuple[int, ...]:
        """How many halves of a working day each weekday is.

        Where the other days are longer, a day of at most four hours (half of eight, which make a working day)
        is half a day: the Saturday morning of a one-stop shop.
        """
        times = [_office_time(hours) for hours in self.week]
        short_days = max(times) > _HALF_OF_A_DAY
        return tuple(
            NONE if not worked else HALF if short_days and worked <= _HALF_OF_A_DAY else WHOLE
            for worked in times
        )

    @property
    def closed(self) -> bool:
        """Whether no day of the week is worked."""
        return not any(self.week)


def _in_order(hours: tuple[Interval, ...]) -> bool:
    marks = [mark for interval in hours for mark in interval]
    opens_before_closing = all(opens < closes for opens, closes in hours)
    return opens_before_closing and marks == sorted(marks)


def _office_time(hours: Iterable[Interval]) -> timedelta:
    day = date.min
    spans = (datetime.combine(day, closes) - datetime.combine(day, opens) for opens, closes in hours)
    return sum(spans, timedelta())
