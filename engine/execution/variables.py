"""Changing variables of a case by hand: names, declared types, and what they held before."""

from __future__ import annotations

from collections.abc import Mapping

from engine.domain.definition import ProcessDefinition
from engine.domain.interventions import NothingToChange, ScopeGone, VariableNameUnfit, VariableTypeWrong
from engine.domain.values import Value, dump_values
from engine.domain.variable_types import VariableType, is_of
from engine.runtime import RunningProcess, is_name


def require_name(name: str) -> None:
    """Refuse a name that no expression could read: raises VariableNameUnfit."""
    if not is_name(name):
        raise VariableNameUnfit(name)


def require_fit(definition: ProcessDefinition, values: Mapping[str, Value]) -> None:
    """Refuse names that cannot be read and values of another type than the model declares.

    Raises VariableNameUnfit and VariableTypeWrong.
    """
    for name, value in values.items():
        require_name(name)
        declared = definition.variables.get(name)
        if declared is not None and not is_of(value, VariableType(declared)):
            raise VariableTypeWrong(name, declared)


def change(
    process: RunningProcess,
    definition: ProcessDefinition,
    values: Mapping[str, Value],
    scope: str,
) -> Mapping[str, Value]:
    """Check and write the values into the process; returns what those that changed held before."""
    known = {one.id: one.variables for one in process.scopes()}.get(scope)
    if known is None:
        raise ScopeGone
    require_fit(definition, values)
    old = {name: known.get(name) for name, value in values.items() if _differs(known.get(name), value)}
    if not old:
        raise NothingToChange
    process.set_variables({name: values[name] for name in old}, scope or None)
    return old


def _differs(old: Value, new: Value) -> bool:
    return dump_values({"value": old}) != dump_values({"value": new})
