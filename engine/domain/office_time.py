"""Office time as procedures write it: exact amounts in working days and hours, eight hours to the day."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

HOURS_OF_A_DAY: Final = 8
MINUTES_OF_AN_HOUR: Final = 60
MINUTES_OF_A_DAY: Final = HOURS_OF_A_DAY * MINUTES_OF_AN_HOUR
_HOURS: Final = re.compile(r"([0-9]{1,5})(?::([0-5][0-9]))?")


def read_hours(text: str) -> int | None:
    """The minutes of "2" or "2:40"; None for what is no such length, or none at all."""
    match = _HOURS.fullmatch(text)
    if match is None:
        return None
    minutes = int(match[1]) * MINUTES_OF_AN_HOUR + int(match[2] or 0)
    return minutes or None


def write_hours(minutes: int) -> str:
    """The minutes as models write them: "2", "2:40"."""
    hours, odd = divmod(minutes, MINUTES_OF_AN_HOUR)
    return f"{hours}:{odd:02}" if odd else str(hours)


def in_days(minutes: Fraction | int) -> Fraction:
    """Minutes of office time as working days, exactly."""
    return Fraction(minutes) / MINUTES_OF_A_DAY
