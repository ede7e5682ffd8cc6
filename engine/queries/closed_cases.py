"""What overseers and administrators are told of confidential cases: that they are there, by their codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import DateTime, SmallInteger, Text, Uuid, column, select, table, union_all
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import InstanceNotFound
from engine.domain.states import InstanceState
from engine.execution.confidential import closed_to
from engine.store.tables import Incident, ProcessInstance

_CLOSED: Final = table(
    "closed_case",
    column("id", Uuid),
    column("agency_id", Uuid),
    column("code", Text),
    column("state", Text),
    column("started_at", DateTime(timezone=True)),
    column("ended_at", DateTime(timezone=True)),
    column("open_incidents", SmallInteger),
)
"""A view: behind the second wall the rows themselves are not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedCase:
    """A confidential case in which the viewer has no part."""

    id: UUID
    code: str
    state: InstanceState
    started_at: datetime
    ended_at: datetime | None
    incidents: int


def closed_cases(session: Session, viewer: Viewer) -> tuple[ClosedCase, ...]:
    """The confidential cases of the agency that are closed to the viewer, newest first; for overseers."""
    if not may(viewer, Power.SEE_CASE):
        return ()
    behind = select(*_CLOSED.c).where(_CLOSED.c.agency_id == viewer.agency)
    before = select(*(getattr(ProcessInstance, name) for name in _CLOSED.c.keys())).where(  # noqa: SIM118 - names
        ProcessInstance.agency_id == viewer.agency, closed_to(viewer)
    )
    rows = session.execute(union_all(behind, before).order_by("started_at", "code"))
    found = tuple(
        ClosedCase(
            id=row.id,
            code=row.code,
            state=InstanceState(row.state),
            started_at=row.started_at,
            ended_at=row.ended_at,
            incidents=row.open_incidents,
        )
        for row in rows
    )
    return found[::-1]


def closed_case(session: Session, viewer: Viewer, instance: UUID) -> ClosedCase:
    """One of them; raises InstanceNotFound."""
    for case in closed_cases(session, viewer):
        if case.id == instance:
            return case
    raise InstanceNotFound(instance)


def incidents_of_closed(session: Session, viewer: Viewer, instance: UUID) -> tuple[UUID, ...]:
    """The open incidents of a closed case, by their ids alone; asked before the second wall."""
    rows = session.scalars(
        select(Incident.id)
        .where(
            Incident.instance_id == instance,
            Incident.agency_id == viewer.agency,
            Incident.resolved_at.is_(None),
        )
        .order_by(Incident.opened_at)
    )
    return tuple(rows)
