"""The days off and made-up days of Vietnam that a new office starts with."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

from engine.domain.calendar import CalendarDay, DayKind, WorkingCalendar

_FILE = Path(__file__).with_name("calendar_seed.csv")


def seed_calendar() -> tuple[CalendarDay, ...]:
    """Public holidays and swaps of 2024 to 2028 in order; what no decision settles yet is unconfirmed."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(_day(row) for row in csv.DictReader(lines))


@cache
def national_calendar() -> WorkingCalendar:
    """The calendar of an office that keeps none of its own: these days, and the usual hours."""
    return WorkingCalendar(seed_calendar())


def _day(row: dict[str, str]) -> CalendarDay:
    return CalendarDay(
        day=date.fromisoformat(row["day"]),
        kind=DayKind(row["kind"]),
        name=row["name"],
        basis=row["basis"],
        confirmed={"yes": True, "no": False}[row["confirmed"]],
    )
