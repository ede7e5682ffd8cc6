"""Decision tables: DMN files with one table, read once and asked with the variables of a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.domain.definition import Finding
from engine.domain.values import Value
from engine.runtime.decision_tests import UnaryTest
from engine.runtime.expression_functions import FUNCTIONS
from engine.runtime.expression_nodes import Lookup
from engine.runtime.expression_values import ExpressionError, equal
from engine.runtime.expressions import Expression


class HitPolicy(StrEnum):
    """What holds when several rules match."""

    UNIQUE = "UNIQUE"
    FIRST = "FIRST"
    ANY = "ANY"
    COLLECT = "COLLECT"
    RULE_ORDER = "RULE ORDER"


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
    whole_numbers: bool
    """Whether only whole numbers come."""
    allowed: tuple[Value, ...]
    """The values that may come, where the table lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """An output column."""

    name: str
    default: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row; `line` is where it stands in the file."""

    tests: tuple[UnaryTest, ...]
    outputs: tuple[Expression, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision table ready to be asked."""

    decision_id: str
    name: str
    policy: HitPolicy
    aggregation: Aggregation | None
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    rules: tuple[Rule, ...]
    warnings: tuple[Finding, ...] = ()
    """Overlaps and gaps of tables simple enough to be told."""

    def evaluate(self, lookup: Lookup) -> Value:
        """The decision: a value, a record where there are several outputs, a list for COLLECT.

        Raises ExpressionError where rules contradict one another under UNIQUE or ANY.
        """
        values = [column.expression.evaluate(lookup) for column in self.inputs]
        matching = self.matching(values, lookup)
        match self.policy:
            case HitPolicy.UNIQUE:
                return self._unique(matching, lookup)
            case HitPolicy.FIRST:
                return self._output(matching[0], lookup) if matching else self._default(lookup)
            case HitPolicy.ANY:
                return self._any(matching, lookup)
            case HitPolicy.COLLECT | HitPolicy.RULE_ORDER:
                return self._collected([self._output(rule, lookup) for rule in matching])

    def matching(self, values: Sequence[Value], lookup: Lookup) -> list[Rule]:
        """The rules whose tests all hold for these input values, in order of the table."""
        return [
            rule
            for rule in self.rules
            if all(test.check(value, lookup) for test, value in zip(rule.tests, values, strict=True))
        ]

    def _unique(self, matching: list[Rule], lookup: Lookup) -> Value:
        if len(matching) > 1:
            raise self._contradiction(matching)
        return self._output(matching[0], lookup) if matching else self._default(lookup)

    def _any(self, matching: list[Rule], lookup: Lookup) -> Value:
        if not matching:
            return self._default(lookup)
        outputs = [self._output(rule, lookup) for rule in matching]
        if not all(equal(output, outputs[0]) for output in outputs):
            raise self._contradiction(matching)
        return outputs[0]

    def _collected(self, outputs: list[Value]) -> Value:
        if self.aggregation is None:
            return outputs
        if self.aggregation is Aggregation.COUNT:
            return len(outputs)
        if not outputs:
            return None
        return FUNCTIONS[_REDUCING[self.aggregation]].call(outputs)

    def _output(self, rule: Rule, lookup: Lookup) -> Value:
        values = [entry.evaluate(lookup) for entry in rule.outputs]
        return self._shaped(values)

    def _default(self, lookup: Lookup) -> Value:
        if all(output.default is None for output in self.outputs):
            return None
        return self._shaped(
            [None if output.default is None else output.default.evaluate(lookup) for output in self.outputs]
        )

    def _shaped(self, values: list[Value]) -> Value:
        if len(self.outputs) == 1:
            return values[0]
        return {output.name: value for output, value in zip(self.outputs, values, strict=True)}

    def _contradiction(self, matching: list[Rule]) -> ExpressionError:
        numbers = ", ".join(str(self.rules.index(rule) + 1) for rule in matching)
        return ExpressionError(
            vi=f"các dòng {numbers} của bảng quyết định “{self.name or self.decision_id}” cùng đúng",
            en=f"rules {numbers} of the decision table “{self.name or self.decision_id}” hold at once",
        )


_REDUCING: Final = {Aggregation.SUM: "sum", Aggregation.MIN: "min", Aggregation.MAX: "max"}
