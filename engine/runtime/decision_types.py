"""What a column or a name of a DMN file may hold: kinds of values and, where the file says so, which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.domain.values import Value
from engine.runtime.decision_tests import UnaryTest
from engine.runtime.expression_values import ExpressionError, kind_of

_KINDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "string": frozenset({"text"}),
        "boolean": frozenset({"bool"}),
        "number": frozenset({"number"}),
        "integer": frozenset({"number"}),
        "int": frozenset({"number"}),
        "long": frozenset({"number"}),
        "double": frozenset({"number"}),
        "date": frozenset({"date", "datetime"}),
        "datetime": frozenset({"datetime"}),
        "date and time": frozenset({"datetime"}),
    }
)
_WORDS_VI: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "chữ",
        "number": "số",
        "bool": "đúng/sai",
        "date": "ngày",
        "datetime": "thời điểm",
        "list": "danh sách",
        "record": "bản ghi",
    }
)
_WHOLE: Final = frozenset({"integer", "long", "int"})
_DECLARED: Final[Mapping[str, str]] = MappingProxyType({"decimal": "number", "file": "record"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DataType:
    """What is known of a value; without kinds anything may come."""

    kinds: frozenset[str] = frozenset()
    """Kinds of values as `gov:variable` names them."""
    allowed: UnaryTest | None = None
    whole: bool = False
    """Whether only whole numbers come."""

    @property
    def kinds_vi(self) -> str:
        """The kinds in Vietnamese, for a sentence."""
        return ", ".join(kind_vi(kind) for kind in sorted(self.kinds))

    def takes(self, value: Value) -> bool:
        """Whether a value is of the kind; null always is."""
        return value is None or not self.kinds or kind_of(value) in self.kinds

    def allows(self, value: Value) -> bool:
        """Whether a value is one of those allowed; null always is."""
        return value is None or self.allowed is None or self.allowed.check(value, _nothing)

    def contradicts(self, declared: str) -> bool:
        """Whether a variable declared with that type can never hold such a value."""
        return bool(self.kinds) and _DECLARED.get(declared, declared) not in self.kinds

    def require(self, value: Value, name: str) -> None:
        """Raise ExpressionError for a value of another kind, or one that is not allowed."""
        if not self.takes(value):
            kinds = ", ".join(sorted(self.kinds))
            raise ExpressionError(
                vi=f"“{name}” phải có kiểu {self.kinds_vi} nhưng nhận giá trị kiểu {kind_vi(kind_of(value))}",
                en=f"“{name}” must be of type {kinds} but has a value of type {kind_of(value)}",
            )
        if not self.allows(value):
            allowed = "" if self.allowed is None else self.allowed.text[:120]
            raise ExpressionError(
                vi=f"giá trị “{str(value)[:60]}” của “{name}” không thuộc các giá trị cho phép ({allowed})",
                en=f"the value “{str(value)[:60]}” of “{name}” is not one of those allowed ({allowed})",
            )


ANYTHING: Final = DataType()


def kind_vi(kind: str) -> str:
    """The word for a kind of values in Vietnamese."""
    return _WORDS_VI.get(_DECLARED.get(kind, kind), kind)


def basic_type(name: str) -> DataType:
    """The type of a typeRef of the standard; of any other, anything."""
    local = name.rpartition(":")[2].strip().lower()
    kinds = _KINDS.get(local)
    return ANYTHING if kinds is None else DataType(kinds=kinds, whole=local in _WHOLE)


def _nothing(_name: str) -> Value:
    return None
