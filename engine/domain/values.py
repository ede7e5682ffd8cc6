"""Values of a case: JSON-like data plus dates, moments and decimals, and their exact text form."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeAlias

from engine.domain.errors import Invalid

Value: TypeAlias = (
    "bool | int | float | str | Decimal | date | datetime | list[Value] | dict[str, Value] | None"
)

_TAG: Final = "$"
_ANY_TAG: Final = b'"$"'
_PLAIN: Final = frozenset({type(None), bool, int, str})
"""What JSON holds as it is."""
_CANONICAL: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
)


class ValueNotStorable(Invalid):
    """A value of a kind that no case may hold."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            vi=f"Không lưu được giá trị kiểu {kind}.", en=f"A value of type {kind} cannot be stored."
        )


def dump_values(values: Mapping[str, Value]) -> bytes:
    """Write values as canonical UTF-8 JSON; `load_values` gives back equal values of equal types."""
    return canonical(to_json(dict(values))).encode()


def load_values(text: bytes) -> dict[str, Value]:
    """Read what `dump_values` wrote."""
    raw = json.loads(text)
    # Without a tag, what JSON gives is what was written.
    decoded = from_json(raw) if _ANY_TAG in text else raw
    if not isinstance(decoded, dict):
        raise ValueNotStorable(type(decoded).__name__)
    return decoded


def canonical(raw: object) -> str:
    """The one text of what `to_json` gave."""
    return _CANONICAL.encode(raw)


def to_json(value: Value) -> object:
    """The form of a value that JSON can hold; raises ValueNotStorable."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    # The common kinds are told by their type alone: this runs for every value at every step of a case.
    if kind is dict:
        return _record(value)  # type: ignore[arg-type]
    if kind is list:
        return [item if type(item) in _PLAIN else to_json(item) for item in value]  # type: ignore[union-attr]
    return _other(value)


def _record(value: dict[str, Value]) -> object:
    record = {key: item if type(item) in _PLAIN else to_json(item) for key, item in value.items()}
    return {_TAG: "record", "value": record} if _TAG in record else record


def _other(value: Value) -> object:
    match value:
        case float() | Decimal() if not math.isfinite(value):
            raise ValueNotStorable(str(value))
        case bool() | int() | float() | str():
            return value
        case Decimal():
            return {_TAG: "decimal", "value": str(value)}
        case datetime():
            return {_TAG: "datetime", "value": value.isoformat()}
        case date():
            return {_TAG: "date", "value": value.isoformat()}
        case list():
            return [to_json(item) for item in value]
        case dict():
            return _record(value)
        case _:
            raise ValueNotStorable(type(value).__name__)


def from_json(raw: object) -> Value:
    """The value that `to_json` put into this form."""
    kind = type(raw)
    if kind in _PLAIN or kind is float:
        return raw  # type: ignore[return-value]
    if kind is dict and _TAG not in raw:  # type: ignore[operator]
        return {key: item if type(item) in _PLAIN else from_json(item) for key, item in raw.items()}  # type: ignore[attr-defined]
    match raw:
        case list():
            return [item if type(item) in _PLAIN else from_json(item) for item in raw]
        case {"$": "decimal", "value": str(text)}:
            return Decimal(text)
        case {"$": "datetime", "value": str(text)}:
            return datetime.fromisoformat(text)
        case {"$": "date", "value": str(text)}:
            return date.fromisoformat(text)
        case {"$": "record", "value": dict(record)}:
            return {str(key): from_json(item) for key, item in record.items()}
        case dict():
            return {str(key): from_json(item) for key, item in raw.items()}
        case _:
            raise ValueNotStorable(type(raw).__name__)
