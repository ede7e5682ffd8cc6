"""Moments as an office in Vietnam reads them; stored moments are UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

OFFICE_ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")


def local_moment(moment: datetime) -> datetime:
    """The moment on the clocks of Vietnam; at the very ends of time, where they show no day, as it is.

    Values of cases come from anywhere, and none may keep a page from being shown.
    """
    try:
        return moment.astimezone(OFFICE_ZONE)
    except OverflowError:
        return moment


def local_day(moment: datetime) -> date:
    """The calendar day of a moment in Vietnam."""
    return local_moment(moment).date()


def start_of_day(day: date) -> datetime:
    """The first moment of a day in Vietnam, in UTC."""
    return datetime.combine(day, time(), OFFICE_ZONE).astimezone(UTC)


def day_text(day: date) -> str:
    """The day as dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def clock_text(moment: datetime) -> str:
    """The moment as hh:mm dd/mm/yyyy in Vietnam."""
    return f"{local_moment(moment):%H:%M %d/%m/%Y}"
