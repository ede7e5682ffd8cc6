"""Which of several cases a viewer may open, so that lists link to nothing that would be refused."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.queries.inbox import granted
from engine.queries.instance import OVERSEERS
from engine.store.tables import ProcessInstance, Task


def visible_among(session: Session, viewer: Viewer, instances: Collection[UUID]) -> frozenset[UUID]:
    """Those of the cases that `require_visible` would let the viewer see."""
    if not instances:
        return frozenset()
    statement = select(ProcessInstance.id).where(
        ProcessInstance.id.in_(instances), ProcessInstance.agency_id == viewer.agency
    )
    if not any(viewer.holds(role) for role in OVERSEERS):
        part = exists().where(
            Task.instance_id == ProcessInstance.id,
            or_(
                Task.claimed_by == viewer.person,
                Task.completed_by == viewer.person,
                Task.person_id == viewer.person,
                granted(viewer),
            ),
        )
        statement = statement.where(or_(ProcessInstance.started_by == viewer.person, part))
    return frozenset(session.scalars(statement))
