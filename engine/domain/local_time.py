"""Moments as an office in Vietnam reads them; stored moments are UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

OFFICE_ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")


def local_day(moment: datetime) -> date:
    """The calendar day of a moment in Vietnam."""
    return moment.astimezone(OFFICE_ZONE).date()


def start_of_day(day: date) -> datetime:
    """The first moment of a day in Vietnam, in UTC."""
    return datetime.combine(day, time(), OFFICE_ZONE).astimezone(UTC)


def day_text(day: date) -> str:
    """The day as dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def clock_text(moment: datetime) -> str:
    """The moment as hh:mm dd/mm/yyyy in Vietnam."""
    return f"{moment.astimezone(OFFICE_ZONE):%H:%M %d/%m/%Y}"
