"""Which of several cases a viewer may open, so that lists link to nothing that would be refused."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.execution.confidential import open_to
from engine.queries.taking_part import taking_part
from engine.store.tables import ProcessInstance, Task


def visible_among(session: Session, viewer: Viewer, instances: Collection[UUID]) -> frozenset[UUID]:
    """Those of the cases that `require_visible` would let the viewer see."""
    if not instances:
        return frozenset()
    statement = select(ProcessInstance.id).where(
        ProcessInstance.id.in_(instances), ProcessInstance.agency_id == viewer.agency, open_to(viewer)
    )
    if not may(viewer, Power.SEE_CASE):
        part = exists().where(
            Task.instance_id == ProcessInstance.id,
            taking_part(viewer),
        )
        statement = statement.where(or_(ProcessInstance.started_by == viewer.person, part))
    return frozenset(session.scalars(statement))
