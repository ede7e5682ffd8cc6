"""Reads the deadline of a step or a process: a policy, working days, working hours or a date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from lxml import etree

from engine.domain.definition import DeadlineRule
from engine.domain.office_time import read_hours

_WAYS: Final = ("policy", "workingDays", "workingHours", "date")
_LONGEST_NUMBER: Final = 4

Told: TypeAlias = Callable[[str, etree._Element, str, str], None]
"""Takes a rule, an element, and what is wrong with it in Vietnamese and English."""
Checked: TypeAlias = Callable[[etree._Element, str], str | None]
"""Gives an attribute that is an expression, or None with a finding if it cannot be read."""


def read_deadline(found: etree._Element, checked: Checked, error: Told) -> DeadlineRule | None:
    """The rule that a gov:deadline states; None with a finding where it states none that holds."""
    if sum(found.get(way) is not None for way in _WAYS) != 1:
        error(
            "deadline-one-way",
            found,
            "thời hạn phải nêu đúng một trong bốn: policy, workingDays, workingHours, date",
            "a deadline states exactly one of policy, workingDays, workingHours, date",
        )
        return None
    days, hours, least = found.get("workingDays"), found.get("workingHours"), found.get("leastWorkingDays")
    minutes = read_hours(hours) if hours is not None else None
    if hours is not None and minutes is None:
        error(
            "deadline-hours",
            found,
            f"số giờ làm việc “{hours[:20]}” phải là số giờ (2) hoặc giờ và phút (2:40), lớn hơn không",
            f"the working hours “{hours[:20]}” must be hours (2) or hours and minutes (2:40), more than none",
        )
        return None
    if not (_whole_days(found, days, error) and _whole_days(found, least, error)):
        return None
    _check_companions(found, error)
    return DeadlineRule(
        policy=found.get("policy"),
        working_days=int(days) if days is not None else None,
        working_minutes=minutes,
        date_expression=checked(found, "date"),
        least_working_days=int(least) if least is not None else None,
        anchor_expression=checked(found, "anchor"),
    )


def _check_companions(found: etree._Element, error: Told) -> None:
    by_date = found.get("date") is not None
    if found.get("leastWorkingDays") is not None and not by_date:
        error(
            "deadline-least",
            found,
            "leastWorkingDays chỉ dùng với thời hạn theo ngày (date)",
            "leastWorkingDays goes with a deadline by date only",
        )
    if by_date and found.get("anchor") is not None:
        error(
            "deadline-anchor",
            found,
            "thời hạn theo ngày không dùng mốc tính (anchor)",
            "a deadline by date takes no anchor",
        )


def _whole_days(found: etree._Element, days: str | None, error: Told) -> bool:
    if days is None or (
        days.isascii() and days.isdecimal() and len(days) <= _LONGEST_NUMBER and int(days) > 0
    ):
        return True
    error(
        "deadline-days",
        found,
        f"số ngày làm việc “{days[:20]}” phải là số nguyên dương",
        f"the number of working days “{days[:20]}” must be a positive whole number",
    )
    return False
