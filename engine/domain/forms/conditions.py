"""When a field is hidden: comparisons of a key with a literal, small enough for the page's script to share.

A condition is written `= key op literal`, and several of them may be joined by `and` and `or`
(`and` binds tighter; there are no brackets). Operators: = != < <= > >=. Literals: "text", numbers,
true, false, null. A missing value is null; an order between anything but two numbers does not hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from engine.domain.errors import Invalid
from engine.domain.values import Value

Literal: TypeAlias = "str | Decimal | bool | None"

_LONGEST = 500
_COMPARISON = re.compile(
    r"\s*(?P<key>[A-Za-z_][A-Za-z0-9_]*)\s*(?P<operator>!=|<=|>=|=|<|>)\s*"
    r"(?P<literal>\"(?:[^\"\\]|\\.)*\"|-?[0-9]+(?:\.[0-9]+)?|true\b|false\b|null\b)\s*"
)
_JOIN = re.compile(r"(and|or)(?=\s)")


class Operator(StrEnum):
    """How a value is compared."""

    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="

    @property
    def orders(self) -> bool:
        """Whether it asks for an order, which only numbers have here."""
        return self not in {Operator.EQUAL, Operator.UNEQUAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One `key op literal`."""

    key: str
    operator: Operator
    literal: Literal

    def holds(self, value: Value) -> bool:
        """Whether the comparison is true of `value`."""
        match self.operator:
            case Operator.EQUAL:
                return _same(value, self.literal)
            case Operator.UNEQUAL:
                return not _same(value, self.literal)
            case _:
                return self._orders(value)

    def _orders(self, value: Value) -> bool:
        bound = self.literal
        if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
            return False
        if not isinstance(bound, Decimal):
            return False
        match self.operator:
            case Operator.LESS:
                return value < bound
            case Operator.AT_MOST:
                return value <= bound
            case Operator.MORE:
                return value > bound
            case _:
                return value >= bound

    def written(self, prefix: str = "") -> str:
        """The comparison as text, its key behind `prefix`."""
        return f"{prefix}{self.key} {self.operator} {_written_literal(self.literal)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """True when every comparison of at least one alternative holds."""

    alternatives: tuple[tuple[Comparison, ...], ...]

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """All comparisons, in the order written."""
        return tuple(comparison for alternative in self.alternatives for comparison in alternative)

    @property
    def keys(self) -> frozenset[str]:
        """The keys the condition looks at."""
        return frozenset(comparison.key for comparison in self.comparisons)

    def holds(self, value_of: Callable[[str], Value]) -> bool:
        """Whether the condition is true of the values given."""
        return any(
            all(comparison.holds(value_of(comparison.key)) for comparison in alternative)
            for alternative in self.alternatives
        )

    def given(self, known: Callable[[str], bool], value_of: Callable[[str], Value]) -> Condition | bool:
        """What is left to ask once the known keys have their values: a shorter condition, or the answer."""
        left: list[tuple[Comparison, ...]] = []
        for alternative in self.alternatives:
            settled = [comparison for comparison in alternative if known(comparison.key)]
            if not all(comparison.holds(value_of(comparison.key)) for comparison in settled):
                continue
            open_ones = tuple(comparison for comparison in alternative if not known(comparison.key))
            if not open_ones:
                return True
            left.append(open_ones)
        return Condition(alternatives=tuple(left)) if left else False

    def written(self, prefix: str = "") -> str:
        """The condition as text, without the leading `=`; `parse_condition("=" + …)` reads it back."""
        return " or ".join(
            " and ".join(comparison.written(prefix) for comparison in alternative)
            for alternative in self.alternatives
        )


class ConditionRefused(Invalid):
    """A condition outside the small grammar."""

    def __init__(self, text: str) -> None:
        shown = text[:80]
        super().__init__(
            vi=f'Điều kiện “{shown}” không đọc được. Viết ví dụ: = ma_truong = "gia_tri", nối bằng and, or.',
            en=f'The condition “{shown}” cannot be read. Write for example: = field_key = "value", and, or.',
        )
        self.text = text


def parse_condition(text: str) -> Condition:
    """Read `= key op literal`, joined by and/or; raises ConditionRefused."""
    if len(text) > _LONGEST or not text.lstrip().startswith("="):
        raise ConditionRefused(text)
    at = text.index("=") + 1
    alternatives: list[list[Comparison]] = [[]]
    while True:
        found = _COMPARISON.match(text, at)
        if found is None:
            raise ConditionRefused(text)
        alternatives[-1].append(_comparison(found, text))
        at = found.end()
        if at == len(text):
            return Condition(alternatives=tuple(tuple(each) for each in alternatives))
        joined = _JOIN.match(text, at)
        if joined is None:
            raise ConditionRefused(text)
        if joined[1] == "or":
            alternatives.append([])
        at = joined.end()


def _comparison(found: re.Match[str], text: str) -> Comparison:
    try:
        literal = json.loads(found["literal"], parse_int=Decimal, parse_float=Decimal)
    except ValueError as error:
        raise ConditionRefused(text) from error
    return Comparison(key=found["key"], operator=Operator(found["operator"]), literal=literal)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _same(value: Value, literal: Literal) -> bool:
    """Equal and of one kind: true is not 1, and "1" is not 1."""
    if _is_number(value) or _is_number(literal):
        return _is_number(value) and _is_number(literal) and value == literal
    return type(value) is type(literal) and value == literal


def _written_literal(literal: Literal) -> str:
    return f"{literal:f}" if isinstance(literal, Decimal) else json.dumps(literal, ensure_ascii=False)
