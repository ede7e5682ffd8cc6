"""Suspend a case: no step of it is taken until somebody resumes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.interventions import InstanceAlreadySuspended, Intervention
from engine.domain.states import InstanceState
from engine.execution.interventions import lock_for, reason_of, record, tell_holders
from engine.execution.notices import CASE_SUSPENDED
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import person_name
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendInstance:
    """The case that is to rest."""

    instance: UUID
    intervention: Intervention


def suspend_instance(
    store: Store, surroundings: Surroundings, command: SuspendInstance, now: datetime
) -> None:
    """Let the case rest: nobody claims or completes its tasks, its timers and service tasks wait.

    Those who hold or may take its tasks are told why.

    Legal time does not rest: deadlines, reminders and reports to superiors go on. Raises as `lock_for`, and
    InstanceAlreadySuspended.
    """
    with store.transaction() as session:
        execution = lock_for(
            session, surroundings, command.instance, command.intervention, now, without_data=True
        )
        row = execution.row
        if row.state == InstanceState.SUSPENDED:
            by = person_name(session, surroundings, row.suspended_by)
            raise InstanceAlreadySuspended(row.id, by, row.suspended_at or now)
        row.state = InstanceState.SUSPENDED
        row.suspended_at = now
        row.suspended_by = command.intervention.actor.person
        row.suspended_reason = reason_of(command.intervention)
        record(execution, command.intervention, "instance.suspended")
        tell_holders(execution, command.intervention, CASE_SUSPENDED)
        execution.save_history()
