"""Cancel a case where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.interventions import Intervention, Resolution
from engine.domain.states import InstanceState
from engine.execution.cancelled_cases import CancelledCase
from engine.execution.incidents import resolve_all
from engine.execution.instances import Execution
from engine.execution.interventions import lock_for, reason_of, record, tell_holders
from engine.execution.notices import CASE_CANCELLED
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import ModelVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelInstance:
    """The case that is to end now."""

    instance: UUID
    intervention: Intervention


def cancel_instance(store: Store, surroundings: Surroundings, command: CancelInstance, now: datetime) -> None:
    """End the case without an outcome: its tasks are cancelled, timers and service tasks are dropped.

    Nothing reminds of it any more. What its steps have written elsewhere stays; who waits for its result is
    told by what the office registered for its model. Raises as `lock_for`.
    """
    with store.transaction() as session:
        execution = lock_for(session, surroundings, command.instance, command.intervention, now)
        row = execution.row
        tell_holders(execution, command.intervention, CASE_CANCELLED)
        _tell_waiting(execution, command.intervention, now)
        execution.process.cancel(now=now)
        resolve_all(execution, Resolution.CANCELLED, reason_of(command.intervention))
        row.state = InstanceState.CANCELLED
        row.ended_at = now
        row.escalate_at = None
        record(execution, command.intervention, "instance.cancelled")
        execution.save()


def _tell_waiting(execution: Execution, intervention: Intervention, now: datetime) -> None:
    row = execution.row
    tell = execution.surroundings.on_cancel.get(
        execution.session.get_one(ModelVersion, row.model_version_id).key
    )
    if tell is not None:
        case = CancelledCase(
            instance=row.id,
            code=row.code,
            agency=row.agency_id,
            actor=intervention.actor,
            variables=execution.process.variables(),
            now=now,
        )
        tell(execution.session, case)
