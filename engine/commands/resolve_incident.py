"""Resolve an incident by hand: answer for the service, leave it out, or say that nothing is left to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.definition import OperatorBinding
from engine.domain.interventions import (
    InstanceEnded,
    Intervention,
    NoServiceWaits,
    Resolution,
)
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.values import Value, dump_values
from engine.execution.incidents import resolve
from engine.execution.instances import Execution
from engine.execution.interventions import lock_for_incident, reason_of, record, save_standing
from engine.execution.surroundings import Surroundings
from engine.execution.variables import require_fit
from engine.store.session import Store
from engine.store.tables import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerIncident:
    """What the service would have answered; each part of a record becomes a variable, as with the service."""

    incident: UUID
    answer: Value
    intervention: Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipIncident:
    """The service is left out; nothing is written."""

    incident: UUID
    intervention: Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseIncident:
    """The incident is settled outside the system, or by another repair."""

    incident: UUID
    intervention: Intervention


def answer_incident(store: Store, surroundings: Surroundings, command: AnswerIncident, now: datetime) -> None:
    """Complete the service task with this answer; the service itself is not run.

    Raises as `lock_for_incident`, NoServiceWaits, InstanceEnded, VariableTypeWrong and ProcessIncident.
    """
    with store.transaction() as session:
        execution, incident = lock_for_incident(
            session, surroundings, command.incident, command.intervention, now
        )
        job = _waiting_job(execution, incident)
        _require_types(execution, incident, command.answer)
        execution.process.complete_service(job, command.answer, now=now)
        answer = dump_values({"answer": command.answer}).decode()
        _done(execution, incident, command.intervention, Resolution.ANSWERED, {"answer": answer})


def skip_incident(store: Store, surroundings: Surroundings, command: SkipIncident, now: datetime) -> None:
    """Let the case go on without the service task. Raises as answer_incident."""
    with store.transaction() as session:
        execution, incident = lock_for_incident(
            session, surroundings, command.incident, command.intervention, now
        )
        execution.process.pass_over(_waiting_job(execution, incident), now=now)
        _done(execution, incident, command.intervention, Resolution.SKIPPED, {})


def close_incident(store: Store, surroundings: Surroundings, command: CloseIncident, now: datetime) -> None:
    """End the incident without touching the case; the same one opens again if it happens again.

    Raises as `lock_for_incident`.
    """
    with store.transaction() as session:
        execution, incident = lock_for_incident(
            session, surroundings, command.incident, command.intervention, now
        )
        resolve(execution, incident, Resolution.CLOSED, reason_of(command.intervention))
        record(execution, command.intervention, "incident.closed", data={"incident": incident.id})
        execution.save_history()


def _waiting_job(execution: Execution, incident: Incident) -> str:
    if execution.row.state not in LIVE_INSTANCE_STATES:
        raise InstanceEnded(execution.row.id)
    job = str(incident.job_id)
    if job not in execution.process.waits().services:
        raise NoServiceWaits(incident.id)
    return job


def _require_types(execution: Execution, incident: Incident, answer: Value) -> None:
    operator = execution.definition.activities[incident.element_id].operator
    require_fit(execution.definition, _written(operator, answer))


def _written(operator: OperatorBinding | None, answer: Value) -> Mapping[str, Value]:
    if operator is not None and operator.result is not None:
        return {operator.result: answer}
    return answer if isinstance(answer, dict) else {}


def _done(
    execution: Execution,
    incident: Incident,
    intervention: Intervention,
    how: Resolution,
    data: Mapping[str, object],
) -> None:
    resolve(execution, incident, how, reason_of(intervention))
    record(
        execution,
        intervention,
        f"incident.{how}",
        element=incident.element_id,
        data={"incident": incident.id, **data},
    )
    save_standing(execution)
