"""Looks for overlaps and gaps of decision tables by asking them at every value where an answer may change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import Final, TypeAlias

from lxml import etree

from engine.domain.values import Value
from engine.domain.variable_types import write_value
from engine.runtime.decision_tables import HitPolicy, Input, Rule, Table
from engine.runtime.decision_tests import UnaryTest
from engine.runtime.expression_values import ExpressionError, Number, as_number, equal
from engine.runtime.expressions import Expression
from engine.runtime.findings import Findings

MOST_CHECKS: Final = 600_000
"""Cells asked for one table."""
MOST_PAIRS: Final = 200_000
"""Rules compared with one another."""
MOST_STATES: Final = 20_000
_OTHER: Final = "…"
"""A text that no cell names."""


_Known: TypeAlias = list[tuple[Value] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A column at each of its telling values: which rules pass there, as bits by place."""

    samples: tuple[Value, ...]
    passing: tuple[int, ...]
    unknown: int
    """The rules whose cell cannot be asked beforehand."""


def check_cover(table: Table, element: etree._Element, findings: Findings) -> None:
    """Refuse rules of which it is certain that they contradict one another; warn of values without a rule.

    Cells that speak of variables are not looked at: nothing is said about the rules they stand in.
    """
    columns = _columns(table)
    rules = _overlap(table, columns)
    if rules is not None:
        _tell_overlap(table, columns, rules, element, findings)
    if not table.policy.gives_list and all(output.default is None for output in table.outputs):
        _check_gaps(table, columns, element, findings)


def overlap(table: Table) -> tuple[Rule, Rule] | None:
    """The two rules that `check_cover` refuses, the one that stands first before the other."""
    return _overlap(table, _columns(table))


def _columns(table: Table) -> list[_Column]:
    columns: list[_Column] = []
    left = MOST_CHECKS
    for place, column in enumerate(table.inputs):
        columns.append(_column(column, [rule.tests[place] for rule in table.rules], left))
        left -= len(columns[-1].samples) * len(table.rules)
    return columns


# Overlaps


def _overlap(table: Table, columns: Sequence[_Column]) -> tuple[Rule, Rule] | None:
    if table.policy not in {HitPolicy.UNIQUE, HitPolicy.ANY}:
        return None
    known = [_values(rule.outputs) for rule in table.rules]
    left = MOST_PAIRS
    for place, rule in enumerate(table.rules):
        together = _together(columns, place)
        while together and left:
            left -= 1
            other = together.bit_length() - 1
            together ^= 1 << other
            if table.policy is HitPolicy.UNIQUE or _disagree(known[other], known[place]):
                return table.rules[other], rule
    return None


def _together(columns: Sequence[_Column], place: int) -> int:
    """The rules before a rule that certainly hold somewhere at once with it."""
    bit = 1 << place
    together = bit - 1
    for column in columns:
        if column.unknown & bit:
            return 0
        met = 0
        for passing in column.passing:
            if passing & bit:
                met |= passing
        together &= met & ~column.unknown
    return together


def _disagree(first: _Known, second: _Known) -> bool:
    pairs = zip(first, second, strict=True)
    return any(one is not None and other is not None and not equal(*one, *other) for one, other in pairs)


def _values(outputs: Iterable[Expression]) -> _Known:
    """The values of output cells that need no variables."""
    values: _Known = []
    for output in outputs:
        try:
            values.append(None if output.names else (output.evaluate(_nothing),))
        except ExpressionError:
            values.append(None)
    return values


def _tell_overlap(
    table: Table,
    columns: Sequence[_Column],
    rules: tuple[Rule, Rule],
    element: etree._Element,
    findings: Findings,
) -> None:
    both = sum(1 << rule.number - 1 for rule in rules)
    case = [
        next(
            value
            for value, passing in zip(column.samples, column.passing, strict=True)
            if passing & both == both
        )
        for column in columns
    ]
    first, second = (rule.number for rule in rules)
    shown = _case(table, case)
    what_vi = "cùng đúng" if table.policy is HitPolicy.UNIQUE else "cùng đúng nhưng cho kết quả khác nhau"
    what_en = "both hold" if table.policy is HitPolicy.UNIQUE else "both hold but disagree"
    findings.error(
        "decision-overlap",
        element,
        f"dòng {first} và dòng {second} của bảng quyết định {what_vi} khi {shown}; hãy sửa điều kiện,"
        " hoặc chọn FIRST hay COLLECT",
        f"rules {first} and {second} of the decision table {what_en} for {shown}; correct the conditions, or"
        " choose FIRST or COLLECT",
    )


# Gaps


def _check_gaps(
    table: Table, columns: Sequence[_Column], element: etree._Element, findings: Findings
) -> None:
    case = _gap(columns, len(table.rules), others=False) or _gap(columns, len(table.rules), others=True)
    if case is not None and table.rules:
        shown = _case(table, case)
        findings.warning(
            "decision-gap",
            element,
            f"bảng quyết định không có dòng nào đúng khi {shown}; lúc đó kết quả là rỗng (null)",
            f"no rule of the decision table holds for {shown}; the answer is then null",
        )


def _gap(columns: Sequence[_Column], rules: int, *, others: bool) -> list[Value] | None:
    """Values for which certainly no rule holds; of the columns that do not matter, none are given."""
    states: dict[int, list[Value]] = {(1 << rules) - 1: []}
    for column in columns:
        following: dict[int, list[Value]] = {}
        for value, passing in zip(column.samples, column.passing, strict=True):
            if (value is None and len(column.samples) > 1) or (value == _OTHER and not others):
                continue
            for left, case in states.items():
                rest = left & (passing | column.unknown)
                following.setdefault(rest, [*case, value])
                if not rest:
                    return following[rest]
        if len(following) > MOST_STATES:
            return None
        states = following
    return None


# Values at which a column may change


def _column(column: Input, tests: Sequence[UnaryTest], most: int) -> _Column:
    everything = (1 << len(tests)) - 1
    unknown = sum(1 << number for number, test in enumerate(tests) if test.landmarks is None)
    samples = _samples(column, [value for test in tests for value in test.landmarks or ()])
    if samples is None or len(samples) * len(tests) > most:
        return _Column(samples=(None,), passing=(0,), unknown=everything)
    try:
        passing = tuple(_passing(tests, value, unknown) for value in samples)
    except ExpressionError:
        return _Column(samples=(None,), passing=(0,), unknown=everything)
    return _Column(samples=tuple(samples), passing=passing, unknown=unknown)


def _passing(tests: Sequence[UnaryTest], value: Value, unknown: int) -> int:
    answers: dict[str, bool] = {}
    bits = 0
    for place, test in enumerate(tests):
        if not unknown >> place & 1:
            if test.text not in answers:
                answers[test.text] = test.check(value, _nothing)
            bits |= answers[test.text] << place
    return bits


def _samples(column: Input, landmarks: Iterable[Value]) -> list[Value] | None:
    """The landmarks, a value for each stretch between them, and null; None where that cannot be said."""
    allowed = column.type.allowed
    listed = None if allowed is None else allowed.listed
    if listed is not None:
        return [*listed, None]
    bounds = () if allowed is None else allowed.landmarks or ()
    known = [*landmarks, *bounds]
    points = [value for value in known if value is not None]
    if not points:
        return [_OTHER, None] if known else [None]
    spread = _spread(points, whole=column.type.whole)
    return None if spread is None else [*(value for value in spread if column.type.allows(value)), None]


def _spread(values: Sequence[Value], *, whole: bool) -> list[Value] | None:
    if all(isinstance(value, bool) for value in values):
        return [True, False]
    if all(isinstance(value, str) for value in values):
        return [*dict.fromkeys(values), _OTHER]
    if all(isinstance(value, datetime) for value in values):
        return _moments([value for value in values if isinstance(value, datetime)])
    if all(isinstance(value, date) and not isinstance(value, datetime) for value in values):
        return _days([value for value in values if isinstance(value, date)])
    if all(isinstance(value, int | Decimal) and not isinstance(value, bool) for value in values):
        return _numbers([as_number(value, "<") for value in values], whole=whole)
    return None


def _numbers(values: Iterable[Number], *, whole: bool) -> list[Value]:
    points = sorted(set(values))
    if whole:
        return list(_whole_numbers(points))
    spread: list[Value] = [points[0] - 1, *points, points[-1] + 1]
    spread.extend((Decimal(low) + Decimal(high)) / 2 for low, high in pairwise(points))
    return spread


def _whole_numbers(points: Sequence[Number]) -> list[int]:
    """The whole numbers at, before and after each point."""
    near: set[int] = set()
    for point in points:
        low = int(Decimal(point).to_integral_value(ROUND_FLOOR))
        high = int(Decimal(point).to_integral_value(ROUND_CEILING))
        near.update((low - 1, low, high, high + 1) if low == high else (low, high))
    return [*sorted(near)]


def _days(values: Iterable[date]) -> list[Value]:
    one = timedelta(days=1)
    near: set[date] = set()
    for day in values:
        near.add(day)
        if day > date.min:
            near.add(day - one)
        if day < date.max:
            near.add(day + one)
    return [*sorted(near)]


def _moments(values: Sequence[datetime]) -> list[Value] | None:
    if len({value.tzinfo is None for value in values}) > 1:
        return None
    one = timedelta(seconds=1)
    near = {
        value + step for value in values if 1 < value.year < date.max.year for step in (-one, 0 * one, one)
    }
    return [*sorted(near)]


def _case(table: Table, values: Sequence[Value]) -> str:
    shown = [
        f"{column.label} = {_shown(value)}"
        for column, value in zip(table.inputs, values, strict=False)
        if value is not None
    ]
    return ", ".join(shown) or "–"


def _shown(value: Value) -> str:
    if value == _OTHER:
        return "(giá trị khác)"
    return write_value(value) if isinstance(value, date) else str(value)


def _nothing(_name: str) -> Value:
    return None
