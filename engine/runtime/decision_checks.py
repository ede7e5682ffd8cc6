"""Looks for overlaps and gaps of decision tables by asking them at every value where an answer may change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise, product
from math import prod
from typing import Final

from engine.domain.values import Value
from engine.runtime.decisions import Decision, HitPolicy, Input, Rule
from engine.runtime.expression_values import ExpressionError, Number, as_number, equal
from engine.runtime.findings import Findings

MOST_CASES: Final = 20_000
_ONE_ANSWER: Final = frozenset({HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Overlap:
    first: Rule
    second: Rule
    at: tuple[Value, ...]


def check_cover(decision: Decision, findings: Findings) -> None:
    """Warn of rules that hold at once under UNIQUE, and of values for which no rule holds.

    Only tables whose cells hold constants are looked at, and only where the cases can be counted.
    """
    columns = [_samples(column, decision, place) for place, column in enumerate(decision.inputs)]
    known = [column for column in columns if column is not None]
    if len(known) < len(columns) or prod(len(column) for column in known) > MOST_CASES:
        return
    overlaps: dict[tuple[int, int], _Overlap] = {}
    gap: tuple[Value, ...] | None = None
    for values in product(*known):
        try:
            matching = decision.matching(values, lambda _name: None)
        except ExpressionError:
            return
        if decision.policy is HitPolicy.UNIQUE:
            for first, second in pairwise(matching):
                overlaps.setdefault(
                    (first.line, second.line), _Overlap(first=first, second=second, at=values)
                )
        if not matching and gap is None:
            gap = values
    for overlap in overlaps.values():
        _tell_overlap(decision, overlap, findings)
    if gap is not None and decision.policy in _ONE_ANSWER and not _has_default(decision):
        _tell_gap(decision, gap, findings)


def _samples(column: Input, decision: Decision, place: int) -> list[Value] | None:
    """One value for each stretch between landmarks, and the landmarks; None where that cannot be said."""
    landmarks: list[Value] = [*column.allowed]
    for rule in decision.rules:
        known = rule.tests[place].landmarks
        if known is None:
            return None
        landmarks.extend(known)
    distinct: list[Value] = []
    for value in landmarks:
        if value is not None and not any(equal(value, other) for other in distinct):
            distinct.append(value)
    if column.allowed:
        return list(column.allowed)
    if not distinct:
        return [None]
    return _spread(distinct, whole=column.whole_numbers)


def _spread(values: Sequence[Value], *, whole: bool) -> list[Value] | None:
    if all(isinstance(value, bool) for value in values):
        return [True, False]
    if all(isinstance(value, str) for value in values):
        return list(values)
    if all(isinstance(value, date) and not isinstance(value, datetime) for value in values):
        return _days([value for value in values if isinstance(value, date)])
    if all(isinstance(value, int | Decimal) and not isinstance(value, bool) for value in values):
        return _numbers([as_number(value, "<") for value in values], whole=whole)
    return None


def _numbers(values: Iterable[Number], *, whole: bool) -> list[Value]:
    points = sorted(values)
    spread: list[Value] = [points[0] - 1, *points, points[-1] + 1]
    if whole:
        spread.extend(low + 1 for low, high in pairwise(points) if high - low > 1)
    else:
        spread.extend((Decimal(low) + Decimal(high)) / 2 for low, high in pairwise(points))
    return spread


def _days(values: Iterable[date]) -> list[Value]:
    points = sorted(values)
    one = timedelta(days=1)
    spread: list[Value] = list(points)
    spread.extend(low + one for low, high in pairwise(points) if high - low > one)
    if points[0] > date.min:
        spread.append(points[0] - one)
    if points[-1] < date.max:
        spread.append(points[-1] + one)
    return spread


def _has_default(decision: Decision) -> bool:
    return any(output.default is not None for output in decision.outputs)


def _tell_overlap(decision: Decision, overlap: _Overlap, findings: Findings) -> None:
    first, second = (decision.rules.index(rule) + 1 for rule in (overlap.first, overlap.second))
    findings.whole_file_warning(
        "decision-overlap",
        f"dòng {first} và dòng {second} của bảng quyết định cùng đúng khi {_case(decision, overlap.at)}",
        f"rules {first} and {second} of the decision table both hold for {_case(decision, overlap.at)}",
        line=overlap.second.line,
    )


def _tell_gap(decision: Decision, values: Sequence[Value], findings: Findings) -> None:
    findings.whole_file_warning(
        "decision-gap",
        f"bảng quyết định không có dòng nào đúng khi {_case(decision, values)}",
        f"no rule of the decision table holds for {_case(decision, values)}",
        line=1,
    )


def _case(decision: Decision, values: Sequence[Value]) -> str:
    return ", ".join(
        f"{column.label} = {value}" for column, value in zip(decision.inputs, values, strict=True)
    )
