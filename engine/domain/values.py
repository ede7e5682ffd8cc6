"""Values of a case: JSON-like data plus dates, moments and decimals, and their exact text form."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from engine.domain.errors import Invalid

Value: TypeAlias = (
    "bool | int | float | str | Decimal | date | datetime | list[Value] | dict[str, Value] | None"
)

_TAG = "$"


class ValueNotStorable(Invalid):
    """A value of a kind that no case may hold."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            vi=f"Không lưu được giá trị kiểu {kind}.", en=f"A value of type {kind} cannot be stored."
        )


def dump_values(values: Mapping[str, Value]) -> bytes:
    """Write values as canonical UTF-8 JSON; `load_values` gives back equal values of equal types."""
    return json.dumps(
        _encode(dict(values)), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def load_values(text: bytes) -> dict[str, Value]:
    """Read what `dump_values` wrote."""
    decoded = _decode(json.loads(text))
    if not isinstance(decoded, dict):
        raise ValueNotStorable(type(decoded).__name__)
    return decoded


def _encode(value: Value) -> object:
    match value:
        case float() | Decimal() if not math.isfinite(value):
            raise ValueNotStorable(str(value))
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return {_TAG: "decimal", "value": str(value)}
        case datetime():
            return {_TAG: "datetime", "value": value.isoformat()}
        case date():
            return {_TAG: "date", "value": value.isoformat()}
        case list():
            return [_encode(item) for item in value]
        case dict():
            record = {key: _encode(item) for key, item in value.items()}
            return {_TAG: "record", "value": record} if _TAG in record else record
        case _:
            raise ValueNotStorable(type(value).__name__)


def _decode(raw: object) -> Value:
    match raw:
        case list():
            return [_decode(item) for item in raw]
        case {"$": "decimal", "value": str(text)}:
            return Decimal(text)
        case {"$": "datetime", "value": str(text)}:
            return datetime.fromisoformat(text)
        case {"$": "date", "value": str(text)}:
            return date.fromisoformat(text)
        case {"$": "record", "value": dict(record)}:
            return {str(key): _decode(item) for key, item in record.items()}
        case dict():
            return {str(key): _decode(item) for key, item in raw.items()}
        case None | bool() | int() | float() | str():
            return raw
        case _:
            raise ValueNotStorable(type(raw).__name__)
