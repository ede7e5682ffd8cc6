"""When a timer is due: dates of Vietnam, ISO 8601 durations by the calendar or in working days, in UTC."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from engine.domain.calendar import WorkingCalendar
from engine.domain.errors import Invalid
from engine.domain.local_time import OFFICE_ZONE, start_of_day
from engine.domain.values import Value
from engine.runtime.expressions import Expression, ExpressionError

_DURATION: Final = re.compile(
    r"P(?=[0-9T])(?:(?P<years>[0-9]{1,4})Y)?(?:(?P<months>[0-9]{1,4})M)?(?:(?P<weeks>[0-9]{1,4})W)?"
    r"(?:(?P<days>[0-9]{1,6})D)?(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,6}(?:[.,][0-9]{1,6}(?=H$))?)H)?"
    r"(?:(?P<minutes>[0-9]{1,6}(?:[.,][0-9]{1,6}(?=M$))?)M)?"
    r"(?:(?P<seconds>[0-9]{1,8}(?:[.,][0-9]{1,6}(?=S$))?)S)?)?",
    re.ASCII,
)
_CYCLE: Final = re.compile(r"R(?P<times>[0-9]{0,6}|-1)/(?:(?P<start>[^/]+)/)?(?P<duration>P[^/]+)", re.ASCII)
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?|[0-9]{8}T.*", re.ASCII)
_SPELLED: Final = re.compile(
    r"=?\s*(?:duration|date and time|date)\s*\(\s*(\"[^\"]*\"|'[^']*')\s*\)", re.ASCII
)
_SPELLED_CYCLE: Final = re.compile(
    r"=?\s*cycle\s*\(\s*(?:(?P<times>[0-9]{1,6})\s*,\s*)?"
    r"duration\s*\(\s*[\"'](?P<duration>P[^\"']+)[\"']\s*\)\s*\)",
    re.ASCII,
)
_MONTHS: Final = 12

CalendarInForce: TypeAlias = Callable[[], WorkingCalendar]
"""Gives the working calendar of the agency whose case it is; asked only when working days are counted."""


class TimerKind(StrEnum):
    """How a timer was written."""

    DATE = "date"
    DURATION = "duration"
    CYCLE = "cycle"


class CatchUp(StrEnum):
    """What a cycle does after a standstill with the rounds that it missed."""

    ALL = "all"
    ONCE = "once"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A stretch of calendar months and of time, or of working days."""

    months: int
    days: int
    time: timedelta
    working: bool = False
    """Whether the days are working days of the agency; there are then neither months nor hours."""

    def times(self, number: int) -> Duration:
        """This duration that many times: three months are not three times a month already cut short."""
        return replace(self, months=self.months * number, days=self.days * number, time=self.time * number)

    def after(self, start: datetime, calendar: CalendarInForce | None = None) -> datetime:
        """The moment that much after `start`; raises OverflowError past the end of the calendar.

        Months and days move the date in Vietnam and keep the hour; a day the month lacks becomes its last:
        30/11/2026 + P3M is 28/02/2027. Working days move the date to the day on which the last of them is
        complete: three of them from a Thursday is the Tuesday after.
        """
        local = start.astimezone(OFFICE_ZONE)
        if self.working:
            return self._working(local, calendar)
        index = local.year * _MONTHS + local.month - 1 + self.months
        year, month = divmod(index, _MONTHS)
        if year > date.max.year:
            raise OverflowError
        day = min(local.day, monthrange(year, month + 1)[1])
        moved = local.replace(year=year, month=month + 1, day=day) + timedelta(days=self.days)
        return moved.astimezone(UTC) + self.time

    def _working(self, local: datetime, calendar: CalendarInForce | None) -> datetime:
        if calendar is None:
            raise NoCalendar
        day = calendar().add_working_days(local.date(), self.days)
        return datetime.combine(day, local.timetz()).astimezone(UTC)


class NoCalendar(Invalid):
    """Working days are to be counted where no calendar is at hand."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không có lịch làm việc để đếm ngày làm việc.",
            en="There is no working calendar to count working days by.",
        )


NO_TIME: Final = Duration(months=0, days=0, time=timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRule:
    """The compiled content of a timer: a fixed moment, a duration or a cycle, or an expression giving one."""

    kind: TimerKind
    fixed: datetime | None = None
    expression: Expression | None = None
    duration: Duration | None = None
    times: int | None = None
    """Of a cycle: how often it fires; None is without end."""
    working: bool = False
    """Whether the days of its duration are working days."""
    catch_up: CatchUp = CatchUp.ONCE

    def resolved(self, value: Value) -> TimerRule:
        """The rule with what its expression gave put in; raises ExpressionError."""
        if self.expression is None or self.kind is TimerKind.DATE:
            return self
        text = value if isinstance(value, str) else ""
        found = read_cycle(text) if self.kind is TimerKind.CYCLE else read_length(text)
        if found is None:
            raise ExpressionError(
                vi=f"“{text[:40]}” không phải khoảng thời gian hay chu kỳ dạng ISO 8601",
                en=f"“{text[:40]}” is no duration or cycle of ISO 8601",
                expression=self.expression.text,
            )
        return replace(found, catch_up=self.catch_up).in_working_days() if self.working else found

    def in_working_days(self) -> TimerRule:
        """The same rule with its days read as working days; raises ExpressionError where it has none."""
        if self.duration is None:
            return replace(self, working=True)
        if not self.duration.days or self.duration.months or self.duration.time:
            raise ExpressionError(
                vi="khoảng tính bằng ngày làm việc phải là số ngày, ví dụ P3D",
                en="a stretch in working days must be whole days, such as P3D",
            )
        return replace(self, working=True, duration=replace(self.duration, working=True))


def read_length(text: str) -> TimerRule | None:
    """The timer rule of a duration; None when it is none."""
    duration = read_duration(text)
    return None if duration is None else TimerRule(kind=TimerKind.DURATION, duration=duration)


def read_cycle(text: str) -> TimerRule | None:
    """The cycle written in ISO 8601 (R3/PT1H, R/P1M, R5/2027-01-01/P1D); None when it is none."""
    spelled = _SPELLED_CYCLE.fullmatch(text.strip())
    if spelled is not None:
        text = f"R{spelled['times'] or ''}/{spelled['duration']}"
    found = _CYCLE.fullmatch(unquoted(text))
    if found is None:
        return None
    duration = read_duration(found["duration"])
    fixed = None if found["start"] is None else read_moment(found["start"])
    times = None if found["times"] in {"", "-1"} else int(found["times"])
    # A cycle of no length would fire without end in one moment.
    if duration is None or duration == NO_TIME or times == 0 or (found["start"] and fixed is None):
        return None
    return TimerRule(kind=TimerKind.CYCLE, fixed=fixed, duration=duration, times=times)


def read_duration(text: str) -> Duration | None:
    """The duration written in ISO 8601, in whole years to days; None when it is none."""
    found = _DURATION.fullmatch(unquoted(text))
    if found is None:
        return None
    years, months, weeks, days = (int(found[name] or 0) for name in ("years", "months", "weeks", "days"))
    hours, minutes, seconds = (
        float((found[name] or "0").replace(",", ".")) for name in ("hours", "minutes", "seconds")
    )
    return Duration(
        months=years * _MONTHS + months,
        days=weeks * 7 + days,
        time=timedelta(hours=hours, minutes=minutes, seconds=seconds),
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


def due(rule: TimerRule, value: Value, now: datetime, calendar: CalendarInForce | None = None) -> datetime:
    """The moment at which a timer that starts now fires; `value` is what its expression gave.

    `rule` is resolved, and of a cycle it is the first moment after `now`.
    """
    if rule.fixed is not None:
        return rule.fixed
    if rule.duration is not None:
        try:
            return rule.duration.after(now, calendar)
        except (OverflowError, ValueError) as error:
            raise ExpressionError(
                vi="thời hạn vượt quá lịch", en="the duration leaves the calendar"
            ) from error
        except Invalid as refusal:
            raise ExpressionError(vi=refusal.vi.rstrip("."), en=refusal.en.rstrip(".")) from refusal
    moment = as_moment(value)
    if moment is None:
        raise ExpressionError(
            vi="thời điểm của đồng hồ không phải ngày hoặc giờ",
            en="the moment of the timer is not a date or a time",
            expression=rule.expression.text if rule.expression else "",
        )
    return moment


def unquoted(text: str) -> str:
    """The text without blanks, one pair of quotation marks, and duration("…") or date("…") around it."""
    text = text.strip()
    spelled = _SPELLED.fullmatch(text)
    if spelled is not None:
        text = spelled.group(1)
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].strip()
    return text
