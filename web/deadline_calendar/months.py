"""A month of deadlines as its page shows it: weeks of days, each with what falls on it."""

from __future__ import annotations

from calendar import Calendar, monthrange
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from engine.domain.calendar import CalendarDay, WorkingCalendar
from engine.queries.deadline_calendar import DatedWork, Standing

_WEEKS: Final = Calendar(firstweekday=0)


class Falls(StrEnum):
    """Which date of a deadline a day is."""

    TARGET = "target"
    LEGAL = "legal"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A deadline on one of its two days."""

    work: DatedWork
    falls: Falls


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the month: whether the office works, and what is due."""

    day: date
    working: bool
    listed: CalendarDay | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month in whole weeks, Monday first; None stands for a day of another month."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """The days of the month in order."""
        return tuple(day for week in self.weeks for day in week if day is not None)


def bounds(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def month_of(first: date, lines: Sequence[DatedWork], calendar: WorkingCalendar) -> Month:
    """The month that begins with `first`."""
    falling = _by_day(lines)

    def shown(day: date) -> Day | None:
        if day.month != first.month:
            return None
        return Day(
            day=day,
            working=calendar.is_working(day),
            listed=calendar.listed(day),
            entries=tuple(falling.get(day, ())),
        )

    weeks = _WEEKS.monthdatescalendar(first.year, first.month)
    return Month(first=first, weeks=tuple(tuple(shown(day) for day in week) for week in weeks))


def standings(lines: Sequence[DatedWork]) -> Mapping[Standing, int]:
    """How many deadlines stand how, in the order of Standing, those that do not occur left out."""
    many = Counter(line.standing for line in lines)
    return {standing: many[standing] for standing in Standing if many[standing]}


def _by_day(lines: Sequence[DatedWork]) -> Mapping[date, list[Entry]]:
    falling: dict[date, list[Entry]] = defaultdict(list)
    for work in lines:
        if work.target_due is not None and work.target_due == work.legal_due:
            falling[work.target_due].append(Entry(work=work, falls=Falls.BOTH))
            continue
        if work.target_due is not None:
            falling[work.target_due].append(Entry(work=work, falls=Falls.TARGET))
        if work.legal_due is not None:
            falling[work.legal_due].append(Entry(work=work, falls=Falls.LEGAL))
    return falling
