"""What components of a form say of each other, and what stands against a form that is being edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from engine.domain.forms.component import Problem
from engine.domain.forms.conditions import Comparison, Condition, ConditionRefused, parse_condition
from engine.domain.forms.editing import Standing, copied, standing, without_all
from engine.domain.forms.fields import Form
from engine.domain.forms.parsing import FormRefused, lint_form, parse_form
from engine.domain.forms.raw_forms import RawForm

_BOUNDS: Final = ("notBefore", "notAfter")
_MOST_ROUNDS: Final = 5


def with_references(form: Mapping[str, Any], old: str, new: str) -> RawForm:
    """The form whose conditions and bounds name a field by its new key."""
    changed = copied(form)
    for each in standing(changed):
        raw = each.raw
        condition = _condition_of(raw)
        if condition is not None and old in condition.keys:
            raw["conditional"]["hide"] = f"= {_renamed(condition, old, new).written()}"
        rules = raw.get("validate")
        for bound in _BOUNDS:
            if isinstance(rules, dict) and rules.get(bound) == old:
                rules[bound] = new
    return changed


def mentioning(form: Mapping[str, Any], key: str) -> tuple[Standing, ...]:
    """The components whose condition or bounds look at the field."""
    found = []
    for each in standing(form):
        condition = _condition_of(each.raw)
        rules = each.raw.get("validate")
        bounds = [rules.get(bound) for bound in _BOUNDS] if isinstance(rules, dict) else []
        if key in bounds or (condition is not None and key in condition.keys):
            found.append(each)
    return tuple(found)


def previewed(form: Mapping[str, Any]) -> tuple[Form | None, tuple[Standing, ...]]:
    """The form without what cannot be shown yet, and what that is; no form where nothing is left."""
    left = copied(form)
    out: list[Standing] = []
    for _round in range(_MOST_ROUNDS):
        try:
            return parse_form(left), tuple(out)
        except FormRefused as refused:
            wrong = {problem.where for problem in refused.problems}
        failing = [each for each in standing(left) if each.where in wrong]
        if not failing:
            break
        out += failing
        left = without_all(left, [each.place for each in failing])
    return None, tuple(out)


def new_problems(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What stands against the form after a change and did not before, under whatever key."""
    known = [problem.vi for problem in lint_form(before)]
    found = []
    for problem in lint_form(after):
        if problem.vi in known:
            known.remove(problem.vi)
        else:
            found.append(problem)
    return tuple(found)


def _condition_of(raw: Mapping[str, Any]) -> Condition | None:
    conditional = raw.get("conditional")
    text = conditional.get("hide") if isinstance(conditional, dict) else None
    try:
        return parse_condition(text) if isinstance(text, str) else None
    except ConditionRefused:
        return None


def _renamed(condition: Condition, old: str, new: str) -> Condition:
    return Condition(
        alternatives=tuple(
            tuple(
                Comparison(
                    key=new if each.key == old else each.key, operator=each.operator, literal=each.literal
                )
                for each in alternative
            )
            for alternative in condition.alternatives
        )
    )
