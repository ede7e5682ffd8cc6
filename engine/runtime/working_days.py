"""Counting working days in an expression, by the calendar of the agency whose case it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, cast

from engine.domain.calendar import WorkingCalendar
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.runtime.expression_values import ExpressionError, as_number, mismatch

Lookup = Callable[[str], Value]

CALENDAR: Final = "\x00calendar"
"""What a lookup is asked for the calendar by; no variable can have this name."""
COUNTING: Final = frozenset(
    {"is_working_day", "next_working_day", "working_days_after", "working_days_between"}
)
FARTHEST: Final = 10_000
"""Working days that may be counted at once: some forty years."""


def with_calendar(look: Lookup, calendar: Callable[[], WorkingCalendar] | None) -> Lookup:
    """`look` for an expression that counts working days."""
    found = cast("Value", calendar)
    return lambda name: found if name == CALENDAR else look(name)


def counting(name: str, look: Lookup, arguments: list[Value]) -> Value:
    """The answer of one of the functions in COUNTING; null where a day is null.

    Raises ExpressionError where there is no calendar, or nothing in it to count by.
    """
    days = [_day(name, value) for value in arguments[: 1 + (name == "working_days_between")]]
    if any(day is None for day in days) or arguments[-1] is None:
        return None
    given: Any = look(CALENDAR)
    if given is None:
        raise ExpressionError(
            vi="chưa có lịch làm việc để đếm ngày làm việc", en="there is no working calendar to count by"
        )
    calendar: WorkingCalendar = given()
    first, last = cast("date", days[0]), cast("date", days[-1])
    match name:
        case "is_working_day":
            return calendar.is_working(first)
        case "next_working_day":
            return calendar.first_working_day_from(first)
        case "working_days_between":
            return as_number(calendar.count_working_days(first, last), name)
        case _:
            return calendar.add_working_days(first, _whole(name, arguments[1]))


def _day(name: str, value: Value) -> date | None:
    match value:
        case None:
            return None
        case datetime():
            return local_day(value) if value.tzinfo is not None else value.date()
        case date():
            return value
        case _:
            raise mismatch(name, value)


def _whole(name: str, value: Value) -> int:
    number: Any = as_number(value, name)
    if number != int(number) or abs(number) > FARTHEST:
        raise ExpressionError(
            vi=f"số ngày làm việc phải là số nguyên, nhiều nhất {FARTHEST}",
            en=f"a number of working days must be whole, at most {FARTHEST}",
        )
    return int(number)
