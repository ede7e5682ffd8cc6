"""Intervening in a case: authority first, then its lock, then a record of who did what and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.authority import Power, may
from engine.domain.escalation import Audience
from engine.domain.forms.entries import clean_text
from engine.domain.interventions import (
    LONGEST_REASON,
    IncidentNotFound,
    IncidentResolved,
    InstanceEnded,
    Intervention,
    InterventionForbidden,
    InterventionReasonMissing,
    InterventionReasonTooLong,
)
from engine.domain.local_time import local_day
from engine.domain.refusals import InstanceNotFound
from engine.domain.states import LIVE_INSTANCE_STATES, InstanceState
from engine.execution.confidential import require_open
from engine.execution.history import record_audit
from engine.execution.instances import Execution, lock
from engine.execution.notices import notify
from engine.execution.recipients import recipients
from engine.execution.subscriptions import wake_messages_for
from engine.execution.surroundings import Surroundings
from engine.store.tables import Incident


def reason_of(intervention: Intervention) -> str:
    """The reason as it is kept, without signs that nobody sees.

    Raises InterventionReasonMissing and InterventionReasonTooLong.
    """
    reason = clean_text(intervention.reason)
    if not reason:
        raise InterventionReasonMissing
    if len(reason) > LONGEST_REASON:
        raise InterventionReasonTooLong
    return reason


def may_intervene(intervention: Intervention, power: Power = Power.INTERVENE) -> None:
    """Refuse whoever may not, or says no reason: InterventionForbidden, InterventionReasonMissing."""
    viewer = intervention.viewer
    if viewer is not None and not may(viewer, power):
        raise InterventionForbidden
    reason_of(intervention)


def lock_for(
    session: Session,
    surroundings: Surroundings,
    instance: UUID,
    intervention: Intervention,
    now: datetime,
    *,
    ended: bool = False,
    without_data: bool = False,
    power: Power = Power.INTERVENE,
) -> Execution:
    """Lock a case for somebody who may intervene in it; `ended` also one that is over.

    `without_data`: the act neither shows nor asks what the case knows, so that it is open also where the case
    is closed to the administrator. Raises InterventionForbidden, InterventionReasonMissing, InstanceNotFound,
    CaseConfidential and InstanceEnded.
    """
    may_intervene(intervention, power)
    viewer = intervention.viewer
    execution = lock(session, surroundings, instance, actor=intervention.actor, now=now)
    if viewer is not None and execution.row.agency_id != viewer.agency:
        raise InstanceNotFound(instance)
    if viewer is not None and not without_data:
        require_open(session, viewer, execution.row)
    if not ended and execution.row.state not in LIVE_INSTANCE_STATES:
        raise InstanceEnded(instance)
    return execution


def lock_for_incident(
    session: Session,
    surroundings: Surroundings,
    incident: UUID,
    intervention: Intervention,
    now: datetime,
    *,
    without_data: bool = False,
) -> tuple[Execution, Incident]:
    """Lock the case of an open incident; raises IncidentNotFound, IncidentResolved and as lock_for."""
    instance = session.scalar(select(Incident.instance_id).where(Incident.id == incident))
    if instance is None:
        raise IncidentNotFound(incident)
    try:
        execution = lock_for(
            session, surroundings, instance, intervention, now, ended=True, without_data=without_data
        )
    except InstanceNotFound:
        raise IncidentNotFound(incident) from None
    row = session.get_one(Incident, incident)
    if row.resolved_at is not None:
        raise IncidentResolved(incident, row.resolved_at)
    return execution, row


def record(
    execution: Execution,
    intervention: Intervention,
    kind: str,
    *,
    element: str | None = None,
    data: Mapping[str, object] | None = None,
) -> None:
    """Write what was done into the history of the case and, as an act of authority, into the audit."""
    told = {**(data or {}), "reason": reason_of(intervention)}
    execution.record(kind, element=element, data=told)
    record_audit(
        execution.session,
        kind,
        actor=intervention.actor,
        agency=execution.row.agency_id,
        now=execution.now,
        data={"instance": execution.row.id, "code": execution.row.code, **told},
    )


def tell_holders(execution: Execution, intervention: Intervention, kind: str) -> None:
    """Tell those who hold or may take the open tasks what was done, and why; to be called before they end."""
    day = local_day(execution.now)
    held = recipients(
        execution.session, execution.surroundings, execution.row, None, (Audience.ASSIGNEE,), day
    )
    notify(
        execution.session,
        execution.row,
        (person for person in held if person != intervention.actor.person),
        kind=kind,
        step=execution.now.isoformat(),
        now=execution.now,
        data={"reason": reason_of(intervention)},
    )


def save_standing(execution: Execution) -> None:
    """Save an execution whose process moved; a suspended case stays suspended unless it ended.

    Messages that a failure had put off are looked at anew: what made them fail may be gone.
    """
    row = execution.row
    rests = row.state == InstanceState.SUSPENDED
    if rests and execution.process.completed:
        row.state = InstanceState.RUNNING  # so that `save` sees it end
    execution.save()
    wake_messages_for(execution.session, row, execution.now)
