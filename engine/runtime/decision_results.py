"""Where the answer of a decision goes in a case, and what the history keeps of it."""

from __future__ import annotations

from engine.domain.definition import DecisionBinding, ResultShape
from engine.domain.values import Value
from engine.runtime.decision_tables import Answer, Row
from engine.runtime.decisions import Decided, Decision, Step
from engine.runtime.expression_values import ExpressionError

_OF_ONE_OUTPUT = frozenset({ResultShape.ENTRY, ResultShape.VALUES})


def written(binding: DecisionBinding, decision: Decision, answer: Answer) -> dict[str, Value]:
    """The variables that the answer becomes; raises ExpressionError where it has not the form asked for.

    Without a variable for the whole, each output becomes one; where no rule holds, all of them are null.
    """
    if binding.result is not None:
        return {binding.result: _shaped(binding.shape, answer)}
    names = decision.logic.output_names
    if len(names) == 1:
        return {names[0]: answer.value}
    row = answer.rows[0] if answer.rows else {}
    return {name: row.get(name) for name in names}


def written_names(binding: DecisionBinding, decision: Decision) -> tuple[str, ...]:
    """The variables that a business rule task writes."""
    return decision.logic.output_names if binding.result is None else (binding.result,)


def fits(shape: ResultShape, decision: Decision) -> bool:
    """Whether the decision can ever answer in that form."""
    return shape not in _OF_ONE_OUTPUT or len(decision.logic.output_names) == 1


def evidence(binding: DecisionBinding, decided: Decided) -> Row:
    """What the history keeps: the decision asked, every decision on the way, its inputs and its rules."""
    return {
        "decision": binding.key,
        "result": binding.result,
        "steps": [_step(step) for step in decided.steps],
    }


def _step(step: Step) -> Value:
    answer = step.answer
    return {
        "decision": step.decision.decision_id,
        "name": step.decision.name,
        "inputs": dict(answer.inputs),
        "rows": [rule.number for rule in answer.rules],
        "rules": [rule.rule_id for rule in answer.rules],
        "output": answer.value,
    }


def _shaped(shape: ResultShape, answer: Answer) -> Value:
    match shape:
        case ResultShape.VALUE:
            return answer.value
        case ResultShape.ENTRY:
            row = _only(answer)
            return None if row is None else next(iter(row.values()), None)
        case ResultShape.RECORD:
            row = _only(answer)
            return None if row is None else dict(row)
        case ResultShape.VALUES:
            return [value for row in answer.rows for value in row.values()]
        case ResultShape.RECORDS:
            return [dict(row) for row in answer.rows]


def _only(answer: Answer) -> Row | None:
    if len(answer.rows) > 1:
        raise ExpressionError(
            vi=f"có {len(answer.rows)} dòng cùng đúng, nhưng chỉ nhận kết quả của một dòng",
            en=f"{len(answer.rows)} rules hold, but the answer of one rule is expected",
        )
    return answer.rows[0] if answer.rows else None
