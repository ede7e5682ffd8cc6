"""Whether a case may go on: steps are taken only while it runs, not while it rests."""

from __future__ import annotations

from sqlalchemy.orm import Session

from engine.domain.interventions import InstanceSuspended
from engine.domain.states import InstanceState
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import person_name
from engine.store.tables import ProcessInstance


def require_running(session: Session, surroundings: Surroundings, row: ProcessInstance) -> None:
    """Refuse a step of a suspended case with who suspended it, when and why: raises InstanceSuspended."""
    if row.state != InstanceState.SUSPENDED or row.suspended_at is None:
        return
    by = person_name(session, surroundings, row.suspended_by)
    raise InstanceSuspended(row.id, by, row.suspended_at, row.suspended_reason or "")
