"""Decisions of a DMN file: tables and expressions, each asked after those it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from engine.domain.values import Value
from engine.runtime.decision_tables import Answer, Table
from engine.runtime.decision_types import DataType
from engine.runtime.expression_nodes import Lookup
from engine.runtime.expressions import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A decision that is one expression."""

    name: str
    """The name of its result."""
    expression: Expression
    type: DataType
    gives_rows: bool = False

    @property
    def output_names(self) -> tuple[str, ...]:
        """The name of its result."""
        return (self.name,)

    def answer(self, lookup: Lookup) -> Answer:
        """Its value; raises ExpressionError."""
        value = self.expression.evaluate(lookup)
        self.type.require(value, self.name)
        inputs = {name: lookup(name) for name in sorted(self.expression.names)}
        return Answer(value=value, rows=({self.name: value},), inputs=inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class FromDecision:
    """A name that stands for the answer of a required decision, or for one of its outputs."""

    decision_id: str
    output: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FromCase:
    """A name that stands for a variable of the case, by its name in the file."""

    variable: str
    type: DataType


Source: TypeAlias = FromDecision | FromCase


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision ready to be asked."""

    decision_id: str
    name: str
    logic: Table | Formula
    sees: Mapping[str, Source]
    """Names with a meaning of their own; any other is a variable of the case."""
    before: tuple[Decision, ...] = ()
    """All decisions it needs, each after those that it needs itself."""

    def evaluate(self, lookup: Lookup) -> Value:
        """The decision alone: a value, a record where there are several outputs, a list."""
        return self.decide(lookup).answer.value

    def decide(self, lookup: Lookup) -> Decided:
        """Ask all decisions it needs, each once, and then itself; raises ExpressionError."""
        answers: dict[str, Answer] = {}
        for decision in (*self.before, self):
            answers[decision.decision_id] = decision._answer(lookup, answers)
        steps = tuple(Step(decision=one, answer=answers[one.decision_id]) for one in (*self.before, self))
        return Decided(steps=steps)

    def _answer(self, lookup: Lookup, answers: Mapping[str, Answer]) -> Answer:
        def look(name: str) -> Value:
            match self.sees.get(name):
                case FromDecision(decision_id=decision_id, output=None):
                    return answers[decision_id].value
                case FromDecision(decision_id=decision_id, output=str() as output):
                    return _member(answers[decision_id], output)
                case FromCase(variable=variable):
                    value = lookup(variable)
                    return lookup(name) if value is None else value
                case _:
                    return lookup(name)

        for name, source in self.sees.items():
            if isinstance(source, FromCase):
                source.type.require(look(name), source.variable)
        return self.logic.answer(look)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One decision that was asked."""

    decision: Decision
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided, with every decision on the way to it."""

    steps: tuple[Step, ...]

    @property
    def answer(self) -> Answer:
        """What the decision that was asked for answered."""
        return self.steps[-1].answer


def _member(answer: Answer, output: str) -> Value:
    if isinstance(answer.value, list):
        return [row.get(output) for row in answer.rows]
    return answer.rows[0].get(output) if answer.rows else None
