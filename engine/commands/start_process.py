"""Start an instance of the version of a model that is in force on the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Actor
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound
from engine.domain.values import Value
from engine.execution.beginning import begin
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class StartProcess:
    """The model's key, and what the new case knows at its start."""

    key: str
    agency: UUID
    series: str
    """Prefix of the case code, e.g. P06."""
    variables: Mapping[str, Value]
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStarted:
    """The new instance."""

    instance: UUID
    code: str


def start_process(
    store: Store, surroundings: Surroundings, command: StartProcess, now: datetime
) -> ProcessStarted:
    """Start it; raises ModelNotFound, AnchorMissing and what the deadline policy refuses."""
    with store.transaction() as session:
        version = version_in_force(session, command.key, command.agency, local_day(now))
        if version is None:
            raise ModelNotFound(command.key)
        execution = begin(
            session,
            surroundings,
            version,
            agency=command.agency,
            series=command.series,
            variables=command.variables,
            actor=command.actor,
            now=now,
        )
        return ProcessStarted(instance=execution.row.id, code=execution.row.code)
