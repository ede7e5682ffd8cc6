"""The types a model declares for its variables: which values are of them, and how a person writes one."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final, NoReturn, assert_never

from engine.domain.errors import Invalid
from engine.domain.forms.entries import EntryRefused, clean_text, number_text, read_date, read_number
from engine.domain.local_time import OFFICE_ZONE, day_text, local_moment
from engine.domain.values import Value, dump_values, load_values

LONGEST_WRITTEN: Final = 20_000
"""What a person writes by hand; a longer text belongs into a file of the case."""
_ONE = "value"


class VariableType(StrEnum):
    """The types that gov:variable knows."""

    TEXT = "text"
    NUMBER = "number"
    DECIMAL = "decimal"
    DATE = "date"
    DATETIME = "datetime"
    BOOL = "bool"
    LIST = "list"
    RECORD = "record"
    FILE = "file"


_AS_JSON: Final = frozenset({VariableType.LIST, VariableType.RECORD, VariableType.FILE})


class ValueUnreadable(Invalid):
    """A text that is no value of the type."""


class ValueTooLong(ValueUnreadable):
    """More than a person writes by hand and a page can show."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Giá trị dài quá {number_text(LONGEST_WRITTEN)} ký tự.",
            en=f"The value is longer than {number_text(LONGEST_WRITTEN)} characters.",
        )


def is_of(value: Value, kind: VariableType) -> bool:
    """Whether a variable of the type may hold the value; nothing (null) is of every type."""
    match kind:
        case VariableType.TEXT:
            return isinstance(value, str | None)
        case VariableType.NUMBER | VariableType.DECIMAL:
            return isinstance(value, int | float | Decimal | None) and not isinstance(value, bool)
        case VariableType.DATE:
            return isinstance(value, date | None) and not isinstance(value, datetime)
        case VariableType.DATETIME:
            return isinstance(value, datetime | None)
        case VariableType.BOOL:
            return isinstance(value, bool | None)
        case VariableType.LIST:
            return isinstance(value, list | None)
        case VariableType.RECORD:
            return isinstance(value, dict | None)
        case VariableType.FILE:
            return isinstance(value, list | dict | str | None)
    assert_never(kind)


def type_of(value: Value) -> VariableType:
    """The type under which a value is shown where none is declared."""
    match value:
        case bool():
            return VariableType.BOOL
        case int() | float() | Decimal():
            return VariableType.NUMBER
        case datetime():
            return VariableType.DATETIME
        case date():
            return VariableType.DATE
        case list():
            return VariableType.LIST
        case dict():
            return VariableType.RECORD
        case _:
            return VariableType.TEXT


def read_value(text: str, kind: VariableType) -> Value:
    """The value that a person wrote; nothing written is null. Raises ValueUnreadable and ValueTooLong.

    Lists and records are written as `write_value` shows them: JSON, dates as {"$": "date", "value": …}.
    """
    if len(text) > LONGEST_WRITTEN:
        raise ValueTooLong
    plain = clean_text(text)
    if not plain:
        return None
    try:
        return _read(text.strip() if kind in _AS_JSON else plain, kind)
    except EntryRefused as refusal:
        raise ValueUnreadable(vi=refusal.vi, en=refusal.en) from refusal


def _read(text: str, kind: VariableType) -> Value:
    match kind:
        case VariableType.TEXT:
            return text
        case VariableType.NUMBER | VariableType.DECIMAL:
            return read_number(text)
        case VariableType.DATE:
            return read_date(text)
        case VariableType.DATETIME:
            return _read_moment(text)
        case VariableType.BOOL:
            return _read_bool(text)
        case VariableType.LIST | VariableType.RECORD | VariableType.FILE:
            return _read_json(text, kind)
    assert_never(kind)


def _read_moment(text: str) -> datetime:
    day, _, clock = text.replace("T", " ").partition(" ")
    try:
        if not clock or "+" in clock or "Z" in clock:
            moment = datetime.fromisoformat(text)
        else:
            moment = datetime.fromisoformat(f"{read_date(day).isoformat()} {clock}")
    except ValueError as error:
        raise ValueUnreadable(
            vi="Nhập ngày và giờ, ví dụ 05/02/2026 08:30.",
            en="Enter a date and a time, for example 05/02/2026 08:30.",
        ) from error
    aware = moment if moment.tzinfo else moment.replace(tzinfo=OFFICE_ZONE)
    read_date(aware.date().isoformat())  # the same years as for days: others cannot be told in local time
    return aware


def _read_bool(text: str) -> bool:
    words = {"có": True, "true": True, "đúng": True, "không": False, "false": False, "sai": False}
    if text.lower() not in words:
        raise ValueUnreadable(vi="Nhập “có” hoặc “không”.", en="Enter “true” or “false”.")
    return words[text.lower()]


def _read_json(text: str, kind: VariableType) -> Value:
    try:
        value = load_values(json.dumps({_ONE: json.loads(text, parse_constant=_no_number)}).encode())[_ONE]
        dump_values({_ONE: value})  # half a character (a lone surrogate) is read, but can never be written
        _require_told(value)
    except (ValueError, TypeError, ArithmeticError, RecursionError) as error:
        raise ValueUnreadable(
            vi='Nhập theo dạng JSON, ví dụ ["a", "b"] hoặc {"ten": "a"}.',
            en='Enter it as JSON, for example ["a", "b"] or {"name": "a"}.',
        ) from error
    if not is_of(value, kind):
        raise ValueUnreadable(
            vi="JSON này không đúng kiểu: danh sách viết trong [ ], bản ghi viết trong { }.",
            en="This JSON is of another type: a list is written in [ ], a record in { }.",
        )
    return value


def _require_told(value: Value) -> None:
    """Refuse moments that no page could tell: without a zone, or of years outside those of forms."""
    match value:
        case datetime():
            if value.tzinfo is None:
                raise ValueError(value)
            read_date(value.date().isoformat())
        case list():
            for item in value:
                _require_told(item)
        case dict():
            for item in value.values():
                _require_told(item)
        case _:
            pass


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def write_value(value: Value) -> str:
    """The value as a person would write it, so that `read_value` reads it again."""
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case int() | float() | Decimal():
            return number_text(value)
        case datetime():
            return f"{local_moment(value):%d/%m/%Y %H:%M:%S}"
        case date():
            return day_text(value)
        case list() | dict():
            whole: dict[str, Value] = {_ONE: value}
            return json.dumps(json.loads(dump_values(whole))[_ONE], ensure_ascii=False)
        case str():
            return value
