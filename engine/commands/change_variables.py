"""Change variables of a running case, with old and new values on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.interventions import Intervention
from engine.domain.values import Value, dump_values
from engine.execution.interventions import lock_for, record, save_standing
from engine.execution.surroundings import Surroundings
from engine.execution.variables import change
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeVariables:
    """The values that variables are to have; null makes one missing."""

    instance: UUID
    values: Mapping[str, Value]
    scope: str = ""
    """The id of one instance of a loop (see `RunningProcess.scopes`); empty for the process."""
    intervention: Intervention


def change_variables(
    store: Store, surroundings: Surroundings, command: ChangeVariables, now: datetime
) -> None:
    """Write the values; events that wait for a condition are looked at again.

    Raises as `lock_for`, and ScopeGone, NothingToChange, VariableNameUnfit, VariableTypeWrong and
    ProcessIncident.
    """
    with store.transaction() as session:
        execution = lock_for(session, surroundings, command.instance, command.intervention, now)
        old = change(execution.process, execution.definition, command.values, command.scope)
        record(
            execution,
            command.intervention,
            "variables.changed",
            data={
                "scope": command.scope,
                "old": dump_values(old).decode(),
                "new": dump_values({name: command.values[name] for name in old}).decode(),
            },
        )
        save_standing(execution)
