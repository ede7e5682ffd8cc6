"""Decision tables: rules, hit policies, and what a table answers with the rules it took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.domain.values import Value
from engine.runtime.decision_tests import UnaryTest
from engine.runtime.decision_types import DataType
from engine.runtime.expression_functions import FUNCTIONS
from engine.runtime.expression_nodes import Lookup
from engine.runtime.expression_values import ExpressionError, equal
from engine.runtime.expressions import Expression, compile_expression

NOTHING: Final = compile_expression("null")


class HitPolicy(StrEnum):
    """What holds when several rules match."""

    UNIQUE = "UNIQUE"
    FIRST = "FIRST"
    ANY = "ANY"
    PRIORITY = "PRIORITY"
    COLLECT = "COLLECT"
    RULE_ORDER = "RULE ORDER"
    OUTPUT_ORDER = "OUTPUT ORDER"

    @property
    def gives_list(self) -> bool:
        """Whether all rules that match are answered."""
        return self in _LISTS

    @property
    def ranks(self) -> bool:
        """Whether the order of the output values decides."""
        return self in {HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER}


_LISTS: Final = frozenset({HitPolicy.COLLECT, HitPolicy.RULE_ORDER, HitPolicy.OUTPUT_ORDER})


class Aggregation(StrEnum):
    """What COLLECT makes of the outputs."""

    SUM = "SUM"
    MIN = "MIN"
    MAX = "MAX"
    COUNT = "COUNT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """An input column."""

    label: str
    expression: Expression
    type: DataType


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """An output column."""

    name: str
    type: DataType
    default: Expression | None
    ranking: tuple[Value, ...]
    """The values in order of priority, the first before all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row."""

    number: int
    """Its place in the table, counted from 1."""
    rule_id: str
    line: int
    """Where it stands in the file."""
    tests: tuple[UnaryTest, ...]
    outputs: tuple[Expression, ...]


Row = Mapping[str, Value]
"""What one rule gives: output name -> value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was decided, and from what."""

    value: Value
    """A value, a record where there are several outputs, a list where all rules count."""
    rows: tuple[Row, ...]
    """The same, always as rows."""
    rules: tuple[Rule, ...] = ()
    """The rules that were taken; none where the default holds."""
    inputs: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A decision table ready to be asked."""

    name: str
    policy: HitPolicy
    aggregation: Aggregation | None
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    rules: tuple[Rule, ...]

    @property
    def output_names(self) -> tuple[str, ...]:
        """Names of the output columns."""
        return tuple(output.name for output in self.outputs)

    @property
    def gives_rows(self) -> bool:
        """Whether the answer is a list."""
        return self.policy.gives_list and self.aggregation is None

    @property
    def type(self) -> DataType:
        """What is known of the answer."""
        if self.gives_rows:
            return DataType(kinds=frozenset({"list"}))
        if len(self.outputs) > 1:
            return DataType(kinds=frozenset({"record"}))
        if self.aggregation is Aggregation.COUNT:
            return DataType(kinds=frozenset({"number"}))
        return DataType(kinds=self.outputs[0].type.kinds)

    def answer(self, lookup: Lookup) -> Answer:
        """Decide with the variables that `lookup` gives.

        Raises ExpressionError where a value is not of the type or not allowed, or where rules contradict one
        another under UNIQUE or ANY.
        """
        values = self._given(lookup)
        matching = self.matching(values, lookup)
        rows = [self._row(rule.outputs, lookup) for rule in matching]
        taken = self._taken(matching, rows)
        rules = tuple(matching[place] for place in taken)
        rows = [rows[place] for place in taken]
        if not rows and not self.policy.gives_list:
            rows = self._default(lookup)
        labels = [column.label for column in self.inputs]
        return self._answer(rows, rules, dict(zip(labels, values, strict=True)))

    def matching(self, values: Sequence[Value], lookup: Lookup) -> list[Rule]:
        """The rules whose tests all hold for these input values, in order of the table."""
        return [
            rule
            for rule in self.rules
            if all(test.check(value, lookup) for test, value in zip(rule.tests, values, strict=True))
        ]

    def _given(self, lookup: Lookup) -> list[Value]:
        values = []
        for column in self.inputs:
            value = column.expression.evaluate(lookup)
            column.type.require(value, column.label)
            values.append(value)
        return values

    def _taken(self, matching: Sequence[Rule], rows: Sequence[Row]) -> list[int]:
        """Which of the rules that match count, by their places, in order."""
        places = list(range(len(matching)))
        match self.policy:
            case HitPolicy.FIRST:
                return places[:1]
            case HitPolicy.PRIORITY:
                return sorted(places, key=lambda place: self._rank(rows[place]))[:1]
            case HitPolicy.OUTPUT_ORDER:
                return sorted(places, key=lambda place: self._rank(rows[place]))
            case HitPolicy.UNIQUE if len(matching) > 1:
                raise self._contradiction(matching)
            case HitPolicy.ANY:
                if any(not equal(dict(row), dict(rows[0])) for row in rows):
                    raise self._contradiction(matching)
                return places
            case _:
                return places

    def _rank(self, row: Row) -> tuple[int, ...]:
        ranks = []
        for output in self.outputs:
            if output.ranking:
                value = row[output.name]
                places = [place for place, other in enumerate(output.ranking) if equal(value, other)]
                ranks.append(places[0] if places else len(output.ranking))
        return tuple(ranks)

    def _answer(self, rows: list[Row], rules: tuple[Rule, ...], inputs: Row) -> Answer:
        if self.policy is HitPolicy.ANY:
            rows = rows[:1]
        if self.aggregation is not None:
            value = self._aggregated([row[self.outputs[0].name] for row in rows])
            rows = [] if value is None else [{self.outputs[0].name: value}]
        elif self.policy.gives_list:
            value = [self._plain(row) for row in rows]
        else:
            value = self._plain(rows[0]) if rows else None
        return Answer(value=value, rows=tuple(rows), rules=rules, inputs=inputs)

    def _aggregated(self, values: list[Value]) -> Value:
        if self.aggregation is None or self.aggregation is Aggregation.COUNT:
            return len(values)
        return FUNCTIONS[_REDUCING[self.aggregation]].call(values) if values else None

    def _row(self, entries: Sequence[Expression], lookup: Lookup) -> Row:
        row: dict[str, Value] = {}
        for output, entry in zip(self.outputs, entries, strict=True):
            value = entry.evaluate(lookup)
            output.type.require(value, output.name or self.name)
            row[output.name] = value
        return row

    def _default(self, lookup: Lookup) -> list[Row]:
        if all(output.default is None for output in self.outputs):
            return []
        return [self._row([output.default or NOTHING for output in self.outputs], lookup)]

    def _plain(self, row: Row) -> Value:
        return row[self.outputs[0].name] if len(self.outputs) == 1 else dict(row)

    def _contradiction(self, matching: Sequence[Rule]) -> ExpressionError:
        numbers = ", ".join(str(rule.number) for rule in matching)
        return ExpressionError(
            vi=f"các dòng {numbers} của bảng quyết định “{self.name}” cùng đúng",
            en=f"rules {numbers} of the decision table “{self.name}” hold at once",
        )


_REDUCING: Final = {Aggregation.SUM: "sum", Aggregation.MIN: "min", Aggregation.MAX: "max"}
