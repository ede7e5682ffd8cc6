"""Frozen values as JSON and back by the types of their fields; a key that is missing takes its default."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from engine.domain.escalation_steps import Ladder
from engine.domain.escalation_text import ladder_text, read_ladder

Value = TypeVar("Value")


def write(value: Any) -> Any:
    """What JSON holds of a value: records by field, enums by value, days and hours in ISO form."""
    if isinstance(value, Ladder):
        return json.loads(ladder_text(value))
    if is_dataclass(value):
        return {field.name: write(getattr(value, field.name)) for field in fields(value)}
    match value:
        case Enum():
            return value.value
        case time():
            return value.isoformat("minutes") if not value.second else value.isoformat()
        case date() | datetime():
            return value.isoformat()
        case tuple() | list() | frozenset():
            return [write(one) for one in value]
        case _:
            return value


def read(kind: type[Value], written: object) -> Value:
    """A value of that type from what `write` made of it; whatever the type itself refuses is refused."""
    return cast("Value", _read(kind, written))


def _read(kind: Any, written: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        (one,) = (part for part in get_args(kind) if part is not NoneType)  # `X | None` is all that occurs
        return None if written is None else _read(one, written)
    if origin is tuple:
        return _items(get_args(kind), written)
    if kind is Ladder:
        return read_ladder(json.dumps(written))
    if is_dataclass(kind):
        return _record(kind, written)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(written)
    if kind in {date, datetime, time}:
        return kind.fromisoformat(written)
    return written


def _items(kinds: tuple[Any, ...], written: list[Any]) -> tuple[Any, ...]:
    if kinds[-1:] == (Ellipsis,):
        return tuple(_read(kinds[0], one) for one in written)
    return tuple(_read(kind, one) for kind, one in zip(kinds, written, strict=True))


def _record(kind: Any, written: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], value) for name, value in written.items() if name in hints})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    known = get_type_hints(kind)
    return {field.name: known[field.name] for field in fields(kind)}
