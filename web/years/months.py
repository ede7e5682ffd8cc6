"""A month of the yearly calendar in whole weeks, Monday first."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from engine.domain.calendar import WorkingCalendar
from qms.years.calendar import CalendarEntry

_WEEKS: Final = Calendar(firstweekday=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """One day with what falls on it."""

    day: date
    working: bool
    entries: tuple[CalendarEntry, ...]


def weeks_of(
    year: int, month: int, entries: Sequence[CalendarEntry], calendar: WorkingCalendar
) -> tuple[tuple[MonthDay | None, ...], ...]:
    """The weeks; None stands for a day of another month."""
    on: dict[date, list[CalendarEntry]] = defaultdict(list)
    for entry in entries:
        on[entry.day].append(entry)
    return tuple(
        tuple(
            MonthDay(day=day, working=calendar.is_working(day), entries=tuple(on[day]))
            if day.month == month
            else None
            for day in week
        )
        for week in _WEEKS.monthdatescalendar(year, month)
    )
