"""Resume a suspended case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.interventions import InstanceNotSuspended, Intervention
from engine.domain.states import InstanceState
from engine.execution.interventions import lock_for, record, tell_holders
from engine.execution.notices import CASE_RESUMED
from engine.execution.shadows import wake_timers
from engine.execution.subscriptions import wake_messages_for
from engine.execution.surroundings import Surroundings
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeInstance:
    """The case that is to go on."""

    instance: UUID
    intervention: Intervention


def resume_instance(store: Store, surroundings: Surroundings, command: ResumeInstance, now: datetime) -> None:
    """Let the case go on; what fell due meanwhile is done by the next round of a worker.

    A timer then fires with its due moment and the later moment at which it fired. Raises as `lock_for`, and
    InstanceNotSuspended.
    """
    with store.transaction() as session:
        execution = lock_for(
            session, surroundings, command.instance, command.intervention, now, without_data=True
        )
        row = execution.row
        if row.state != InstanceState.SUSPENDED:
            raise InstanceNotSuspended(row.id)
        record(execution, command.intervention, "instance.resumed", data={"since": row.suspended_at})
        row.state = InstanceState.RUNNING
        wake_messages_for(session, row, now)
        wake_timers(session, row.id, now)
        row.suspended_at = row.suspended_by = row.suspended_reason = None
        tell_holders(execution, command.intervention, CASE_RESUMED)
        execution.save_history()
