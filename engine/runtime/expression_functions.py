"""The functions an expression may call: a closed list, none of which reads a clock or the world."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Final

from engine.domain.local_time import clock_text, day_text
from engine.domain.values import Value
from engine.runtime.expression_values import (
    ExpressionError,
    add,
    as_number,
    days_between,
    equal,
    kind_of,
    less,
    mismatch,
    short_list,
    short_text,
)
from engine.runtime.working_days import counting

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,30}(\.[0-9]{1,20})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function with the least and greatest number of its arguments."""

    call: Callable[..., Value]
    least: int
    most: int
    by_calendar: bool = False
    """Whether it counts by the working calendar; `call` is then given the lookup and all arguments."""


def _count(items: Value) -> Value:
    if items is None:
        return 0
    if not isinstance(items, list):
        raise mismatch("count", items)
    return len(items)


def _items(name: str, arguments: tuple[Value, ...]) -> list[Value]:
    """The values meant: one list, or the arguments themselves; nulls do not count."""
    first = arguments[0]
    if len(arguments) == 1 and first is None:
        return []
    values = first if len(arguments) == 1 and isinstance(first, list) else list(arguments)
    if any(isinstance(value, list | dict | bool) for value in values):
        raise mismatch(name, *values[:3])
    return [value for value in values if value is not None]


def _sum(*arguments: Value) -> Value:
    total: Value = 0
    for value in _items("sum", arguments):
        total = add(total, as_number(value, "sum"))
    return total


def _least(*arguments: Value) -> Value:
    best: Value = None
    for value in _items("min", arguments):
        if best is None or less(value, best, "min"):
            best = value
    return best


def _greatest(*arguments: Value) -> Value:
    best: Value = None
    for value in _items("max", arguments):
        if best is None or less(best, value, "max"):
            best = value
    return best


def _contains(whole: Value, part: Value) -> Value:
    match whole:
        case None:
            return False
        case list():
            return any(equal(item, part) for item in whole)
        case str() if isinstance(part, str):
            return part in whole
        case _:
            if part is None:
                return False
            raise mismatch("contains", whole, part)


def _starts_with(whole: Value, part: Value) -> Value:
    if whole is None or part is None:
        return False
    if isinstance(whole, str) and isinstance(part, str):
        return whole.startswith(part)
    raise mismatch("starts_with", whole, part)


def _ends_with(whole: Value, part: Value) -> Value:
    if whole is None or part is None:
        return False
    if isinstance(whole, str) and isinstance(part, str):
        return whole.endswith(part)
    raise mismatch("ends_with", whole, part)


def _length(value: Value) -> Value:
    if value is None:
        return None
    if not isinstance(value, str):
        raise mismatch("length", value)
    return len(value)


def _substring(value: Value, start: Value, length: Value = None) -> Value:
    """Part of a text from a place counted from 1, or from -1 backwards."""
    if value is None or start is None:
        return None
    if not isinstance(value, str):
        raise mismatch("substring", value)
    place, many = int(as_number(start, "substring")), as_number(0 if length is None else length, "substring")
    first = place - 1 if place > 0 else max(len(value) + place, 0)
    if place == 0 or many < 0:
        return ""
    end = len(value) if length is None else first + int(many)
    return value[first:end]


def _abs(value: Value) -> Value:
    if value is None:
        return None
    number = as_number(value, "abs")
    return -number if number < 0 else number


def _floor(value: Value) -> Value:
    return None if value is None else math.floor(as_number(value, "floor"))


def _ceiling(value: Value) -> Value:
    return None if value is None else math.ceil(as_number(value, "ceiling"))


def _modulo(value: Value, by: Value) -> Value:
    """The rest of a division, with the sign of the divisor, as FEEL has it."""
    if value is None or by is None:
        return None
    whole, part = as_number(value, "modulo"), as_number(by, "modulo")
    if part == 0:
        raise ExpressionError(vi="chia cho 0", en="division by 0")
    rest = whole % part
    return as_number(rest + part if rest and (rest < 0) != (part < 0) else rest, "modulo")


def _is_empty(value: Value) -> Value:
    return value is None or (isinstance(value, str | list | dict) and not value)


def _one_of(value: Value, *choices: Value) -> Value:
    return any(equal(value, choice) for choice in choices)


def _date(value: Value) -> Value:
    match value:
        case None:
            return None
        case datetime():
            day: Value = days_between(date(1, 1, 1), value)
            return date.fromordinal(1 + day) if isinstance(day, int) else None
        case date():
            return value
        case str():
            try:
                return date.fromisoformat(value.strip())
            except ValueError as error:
                raise ExpressionError(
                    vi=f"“{value[:40]}” không phải ngày dạng năm-tháng-ngày",
                    en=f"“{value[:40]}” is not a date written year-month-day",
                ) from error
        case _:
            raise mismatch("date", value)


def _datetime(value: Value) -> Value:
    match value:
        case None | datetime():
            return value
        case str():
            try:
                return datetime.fromisoformat(value.strip())
            except ValueError as error:
                raise ExpressionError(
                    vi=f"“{value[:40]}” không phải thời điểm",
                    en=f"“{value[:40]}” is not a moment",
                ) from error
        case _:
            raise mismatch("datetime", value)


def _lower(value: Value) -> Value:
    return _text_only("lower", value, str.lower)


def _upper(value: Value) -> Value:
    return _text_only("upper", value, str.upper)


def _text_only(name: str, value: Value, change: Callable[[str], str]) -> Value:
    if value is None:
        return None
    if not isinstance(value, str):
        raise mismatch(name, value)
    return short_text(change(value))


def _number(value: Value) -> Value:
    if value is None:
        return None
    if isinstance(value, str):
        text = value.strip()
        if not _NUMBER.fullmatch(text) or not text.isascii():
            raise ExpressionError(vi=f"“{value[:40]}” không phải số", en=f"“{value[:40]}” is not a number")
        return as_number(Decimal(text) if "." in text else int(text), "number")
    return as_number(value, "number")


def _text(value: Value) -> Value:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "có" if value else "không"
        case datetime():
            return clock_text(value)
        case date():
            return day_text(value)
        case int() | float() | Decimal():
            number = as_number(value, "text")
            return str(number) if isinstance(number, int) else f"{number:f}"
        case list():
            return short_text(
                ", ".join(str(_text(item)) for item in value if kind_of(item) not in {"list", "record"})
            )
        case _:
            raise mismatch("text", value)


def _string(value: Value) -> Value:
    """The value as FEEL writes it, for programs to read; `text` writes for people."""
    match value:
        case None | str():
            return value
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int() | float() | Decimal():
            return _text(value)
        case _:
            raise mismatch("string", value)


def _append(items: Value, *more: Value) -> Value:
    if items is not None and not isinstance(items, list):
        raise mismatch("append", items)
    return short_list([*(items or []), *more])


_MANY: Final = 50


def _by_calendar(name: str, arguments: int) -> Function:
    return Function(call=partial(counting, name), least=arguments, most=arguments, by_calendar=True)


FUNCTIONS: Final[Mapping[str, Function]] = MappingProxyType(
    {
        "abs": Function(call=_abs, least=1, most=1),
        "append": Function(call=_append, least=2, most=_MANY),
        "ceiling": Function(call=_ceiling, least=1, most=1),
        "contains": Function(call=_contains, least=2, most=2),
        "count": Function(call=_count, least=1, most=1),
        "date": Function(call=_date, least=1, most=1),
        "datetime": Function(call=_datetime, least=1, most=1),
        "days_between": Function(call=days_between, least=2, most=2),
        "ends_with": Function(call=_ends_with, least=2, most=2),
        "floor": Function(call=_floor, least=1, most=1),
        "is_empty": Function(call=_is_empty, least=1, most=1),
        "is_working_day": _by_calendar("is_working_day", 1),
        "length": Function(call=_length, least=1, most=1),
        "lower": Function(call=_lower, least=1, most=1),
        "max": Function(call=_greatest, least=1, most=_MANY),
        "min": Function(call=_least, least=1, most=_MANY),
        "modulo": Function(call=_modulo, least=2, most=2),
        "next_working_day": _by_calendar("next_working_day", 1),
        "number": Function(call=_number, least=1, most=1),
        "one_of": Function(call=_one_of, least=2, most=_MANY),
        "starts_with": Function(call=_starts_with, least=2, most=2),
        "string": Function(call=_string, least=1, most=1),
        "substring": Function(call=_substring, least=2, most=3),
        "sum": Function(call=_sum, least=1, most=_MANY),
        "text": Function(call=_text, least=1, most=1),
        "upper": Function(call=_upper, least=1, most=1),
        "working_days_after": _by_calendar("working_days_after", 2),
        "working_days_between": _by_calendar("working_days_between", 2),
    }
)
