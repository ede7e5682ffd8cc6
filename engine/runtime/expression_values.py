"""What values may do with one another in an expression: compare, reckon, and nothing that can run away."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Context, Decimal, DecimalException
from typing import Final, TypeAlias

from engine.domain.errors import Invalid
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.values import Value

LARGEST_NUMBER: Final = Decimal(10) ** 30
LONGEST_TEXT: Final = 100_000
LONGEST_LIST: Final = 10_000

_CONTEXT: Final = Context(prec=34)

Number: TypeAlias = int | Decimal


class ExpressionError(Invalid):
    """An expression that cannot be read, or that has no meaning for the values it met."""

    def __init__(self, *, vi: str, en: str, expression: str = "") -> None:
        shown = f" [{expression[:200]}]" if expression else ""
        super().__init__(
            vi=f"Biểu thức không dùng được: {vi}{shown}.", en=f"The expression is not usable: {en}{shown}."
        )
        self.reason_vi = vi
        self.reason_en = en
        self.expression = expression


def kind_of(value: Value) -> str:
    """The word for the kind of a value, as `gov:variable` types name them."""
    match value:
        case None:
            return "null"
        case bool():
            return "bool"
        case int() | float() | Decimal():
            return "number"
        case str():
            return "text"
        case datetime():
            return "datetime"
        case date():
            return "date"
        case list():
            return "list"
        case _:
            return "record"


def mismatch(operation: str, *values: Value) -> ExpressionError:
    """The refusal of an operation between values that do not go together."""
    kinds = ", ".join(kind_of(value) for value in values)
    return ExpressionError(
        vi=f"phép “{operation}” không dùng được với giá trị kiểu {kinds}",
        en=f"“{operation}” does not work with values of type {kinds}",
    )


def as_number(value: Value, operation: str) -> Number:
    """The value as an exact number; refuses what is none, or is too large to be meant."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise mismatch(operation, value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _too_large()
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and not value.is_finite():
        raise _too_large()
    if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
        raise _too_large()
    return value


def equal(left: Value, right: Value) -> bool:
    """Whether two values are the same; values of different kinds never are, numbers compare by worth."""
    kind = kind_of(left)
    if kind != kind_of(right):
        return False
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(equal, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equal(left[key], right[key]) for key in left)
    if kind == "number":
        return as_number(left, "=") == as_number(right, "=")
    if isinstance(left, datetime) and isinstance(right, datetime):
        return _aware(left) == _aware(right)
    return left == right


def less(left: Value, right: Value, operation: str) -> bool:
    """Whether `left` comes before `right`; both of one kind that has an order."""
    match left, right:
        case (datetime(), datetime()):
            return _aware(left) < _aware(right)
        case (datetime(), _) | (_, datetime()):
            raise mismatch(operation, left, right)
        case (date(), date()):
            return left < right
        case (str(), str()):
            return left < right
        case _:
            if kind_of(left) != "number" or kind_of(right) != "number":
                raise mismatch(operation, left, right)
            return as_number(left, operation) < as_number(right, operation)


def ordered(operation: str) -> Callable[[Value, Value], bool]:
    """The comparison of that sign; with null on either side it is false."""

    def compare(left: Value, right: Value) -> bool:
        if left is None or right is None:
            return False
        match operation:
            case "<":
                return less(left, right, operation)
            case ">":
                return less(right, left, operation)
            case "<=":
                return not less(right, left, operation)
            case _:
                return not less(left, right, operation)

    return compare


def add(left: Value, right: Value) -> Value:
    """Sum of numbers, texts joined, or a date moved by days; null with anything is null."""
    if left is None or right is None:
        return None
    if isinstance(left, str) and isinstance(right, str):
        return short_text(left + right)
    if isinstance(left, date):
        return _moved(left, as_number(right, "+"))
    if isinstance(right, date):
        return _moved(right, as_number(left, "+"))
    if isinstance(left, list) and isinstance(right, list):
        return short_list(left + right)
    return _reckon("+", left, right)


def subtract(left: Value, right: Value) -> Value:
    """Difference of numbers, days from one date to another, or a date moved back by days."""
    if left is None or right is None:
        return None
    if isinstance(left, date) and isinstance(right, date):
        return days_between(right, left)
    if isinstance(left, date):
        return _moved(left, -as_number(right, "-"))
    return _reckon("-", left, right)


def multiply(left: Value, right: Value) -> Value:
    """Product of numbers."""
    return None if left is None or right is None else _reckon("*", left, right)


def divide(left: Value, right: Value) -> Value:
    """Quotient of numbers, exact to 34 digits; dividing by nought is refused."""
    return None if left is None or right is None else _reckon("/", left, right)


def negate(value: Value) -> Value:
    """The number with its sign changed."""
    return None if value is None else -as_number(value, "-")


def days_between(first: Value, second: Value) -> Value:
    """Whole calendar days in Vietnam from the first date to the second; negative when it lies before."""
    if first is None or second is None:
        return None
    if not isinstance(first, date) or not isinstance(second, date):
        raise mismatch("days_between", first, second)
    return (_day(second) - _day(first)).days


def truth(value: Value, operation: str) -> bool | None:
    """The value as true, false or unknown (null)."""
    if value is None or isinstance(value, bool):
        return value
    raise mismatch(operation, value)


def short_text(text: str) -> str:
    """The text, refused when it is longer than any office text."""
    if len(text) > LONGEST_TEXT:
        raise ExpressionError(vi="văn bản quá dài", en="the text is too long")
    return text


def short_list(items: list[Value]) -> list[Value]:
    """The list, refused when it is too long."""
    if len(items) > LONGEST_LIST:
        raise ExpressionError(vi="danh sách quá dài", en="the list is too long")
    return items


def _reckon(sign: str, left: Value, right: Value) -> Value:
    a, b = as_number(left, sign), as_number(right, sign)
    if sign != "/" and isinstance(a, int) and isinstance(b, int):
        whole = a + b if sign == "+" else a - b if sign == "-" else a * b
        return as_number(whole, sign)
    exact_a, exact_b = Decimal(a), Decimal(b)
    try:
        match sign:
            case "+":
                result = _CONTEXT.add(exact_a, exact_b)
            case "-":
                result = _CONTEXT.subtract(exact_a, exact_b)
            case "*":
                result = _CONTEXT.multiply(exact_a, exact_b)
            case _:
                result = _CONTEXT.divide(exact_a, exact_b)
    except DecimalException as error:
        raise ExpressionError(vi="phép tính không có kết quả", en="the calculation has no result") from error
    return as_number(result, sign)


def _moved(day: date, days: Number) -> date:
    if days != int(days):
        raise ExpressionError(vi="số ngày phải là số nguyên", en="a number of days must be whole")
    try:
        return day + timedelta(days=int(days))
    except OverflowError as error:
        raise ExpressionError(vi="ngày nằm ngoài lịch", en="the date lies outside the calendar") from error


def _day(moment: date) -> date:
    return _aware(moment).astimezone(OFFICE_ZONE).date() if isinstance(moment, datetime) else moment


def _aware(moment: datetime) -> datetime:
    # A moment written without a zone is meant as a clock in Vietnam shows it.
    if moment.tzinfo is not None:
        return moment
    return (
        moment.replace(tzinfo=OFFICE_ZONE).astimezone(UTC) if moment.year > 1 else moment.replace(tzinfo=UTC)
    )


def _too_large() -> ExpressionError:
    return ExpressionError(vi="số quá lớn", en="the number is too large")
