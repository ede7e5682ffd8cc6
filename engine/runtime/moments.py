"""When a timer is due: dates of Vietnam and ISO 8601 durations by the calendar, as moments in UTC."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from engine.domain.local_time import OFFICE_ZONE, start_of_day
from engine.domain.values import Value
from engine.runtime.expressions import Expression, ExpressionError

_DURATION: Final = re.compile(
    r"P(?=[0-9T])(?:(?P<years>[0-9]{1,4})Y)?(?:(?P<months>[0-9]{1,4})M)?(?:(?P<weeks>[0-9]{1,4})W)?"
    r"(?:(?P<days>[0-9]{1,6})D)?(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,6})H)?(?:(?P<minutes>[0-9]{1,6})M)?"
    r"(?:(?P<seconds>[0-9]{1,8})S)?)?",
    re.ASCII,
)
_CYCLE: Final = re.compile(r"R(?P<times>[0-9]{0,6})/(?:(?P<start>[^/]+)/)?(?P<duration>P[^/]+)", re.ASCII)
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?", re.ASCII)
_MONTHS: Final = 12


class TimerKind(StrEnum):
    """How a timer was written."""

    DATE = "date"
    DURATION = "duration"
    CYCLE = "cycle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A stretch of calendar months and of time."""

    months: int
    days: int
    time: timedelta

    def times(self, number: int) -> Duration:
        """This duration that many times: three months are not three times a month already cut short."""
        return Duration(months=self.months * number, days=self.days * number, time=self.time * number)

    def after(self, start: datetime) -> datetime:
        """The moment that much after `start`.

        Months and days move the date in Vietnam and keep the hour; a day the month lacks becomes its last:
        30/11/2026 + P3M is 28/02/2027.
        """
        local = start.astimezone(OFFICE_ZONE)
        index = local.year * _MONTHS + local.month - 1 + self.months
        year, month = divmod(index, _MONTHS)
        day = min(local.day, calendar.monthrange(year, month + 1)[1])
        moved = local.replace(year=year, month=month + 1, day=day) + timedelta(days=self.days)
        return moved.astimezone(UTC) + self.time


_NO_TIME: Final = Duration(months=0, days=0, time=timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRule:
    """The compiled content of a timer: a fixed moment, an expression giving one, a duration, or a cycle."""

    kind: TimerKind
    fixed: datetime | None = None
    expression: Expression | None = None
    duration: Duration | None = None
    times: int | None = None
    """Of a cycle: how often it fires; None is without end."""


def read_cycle(text: str) -> TimerRule | None:
    """The cycle written in ISO 8601 (R3/PT1H, R/P1M, R5/2027-01-01/P1D); None when it is none."""
    found = _CYCLE.fullmatch(unquoted(text))
    if found is None:
        return None
    duration = read_duration(found["duration"])
    fixed = None if found["start"] is None else read_moment(found["start"])
    times = None if not found["times"] else int(found["times"])
    # A cycle of no length would fire without end in one moment.
    if duration is None or duration == _NO_TIME or times == 0 or (found["start"] and fixed is None):
        return None
    return TimerRule(kind=TimerKind.CYCLE, fixed=fixed, duration=duration, times=times)


def round_after(duration: Duration, first: datetime, now: datetime) -> int:
    """The number of the first round of a cycle later than `now`, counted from 0 at `first`."""
    late = 1
    while duration.times(late).after(first) <= now:
        late *= 2
    early = late // 2
    while late - early > 1:
        middle = (early + late) // 2
        early, late = (middle, late) if duration.times(middle).after(first) <= now else (early, middle)
    return late


def read_duration(text: str) -> Duration | None:
    """The duration written in ISO 8601, in whole units; None when it is none."""
    found = _DURATION.fullmatch(unquoted(text))
    if found is None:
        return None
    part = {name: int(value or 0) for name, value in found.groupdict().items()}
    return Duration(
        months=part["years"] * _MONTHS + part["months"],
        days=part["weeks"] * 7 + part["days"],
        time=timedelta(hours=part["hours"], minutes=part["minutes"], seconds=part["seconds"]),
    )


def read_moment(text: str) -> datetime | None:
    """The date (its first moment in Vietnam) or moment written in ISO 8601; None when it is none."""
    text = unquoted(text)
    if not _ISO_DATE.fullmatch(text):
        return None
    try:
        return (
            start_of_day(date.fromisoformat(text))
            if "T" not in text
            else as_moment(datetime.fromisoformat(text))
        )
    except (ValueError, OverflowError):
        return None


def as_moment(value: Value) -> datetime | None:
    """The moment meant by the value of a timer expression, in UTC; None when it means none."""
    try:
        match value:
            case datetime():
                return (value if value.tzinfo else value.replace(tzinfo=OFFICE_ZONE)).astimezone(UTC)
            case date():
                return start_of_day(value)
            case str():
                return read_moment(value)
            case _:
                return None
    except OverflowError:
        return None


def due(rule: TimerRule, value: Value, now: datetime) -> datetime:
    """The moment at which a timer that starts now fires; `value` is what its expression gave."""
    if rule.fixed is not None:
        return rule.fixed
    if rule.duration is not None:
        try:
            return rule.duration.after(now)
        except (OverflowError, ValueError) as error:
            raise ExpressionError(
                vi="thời hạn vượt quá lịch", en="the duration leaves the calendar"
            ) from error
    moment = as_moment(value)
    if moment is None:
        raise ExpressionError(
            vi="thời điểm của đồng hồ không phải ngày hoặc giờ",
            en="the moment of the timer is not a date or a time",
            expression=rule.expression.text if rule.expression else "",
        )
    return moment


def unquoted(text: str) -> str:
    """The text without blanks and without one pair of quotation marks around it."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].strip()
    return text
