"""The published processes: of each the newest version, as somebody who wants to start one reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from engine.domain.definition import ActivityKind, ProcessDefinition
from engine.execution.surroundings import Surroundings
from engine.store.tables import ModelVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedModel:
    """The newest version of one model."""

    key: str
    version: int
    name: str
    deployed_at: datetime
    definition: ProcessDefinition

    @property
    def started_by(self) -> str | None:
        """The role in whose lane the process begins; None when it begins in no one's."""
        starts = [
            activity
            for activity in self.definition.activities.values()
            if activity.kind is ActivityKind.START_EVENT and activity.parent_id is None
        ]
        return next((start.assignment.role for start in starts if start.assignment), None)

    @property
    def starts_empty(self) -> bool:
        """Whether it starts without being told anything: its deadline counts from no date of the case."""
        deadline = self.definition.deadline
        return deadline is None or (deadline.anchor_expression is None and deadline.date_expression is None)


def published_models(session: Session, surroundings: Surroundings) -> tuple[PublishedModel, ...]:
    """The newest version of every model, by name."""
    rows = session.scalars(
        select(ModelVersion)
        .ext(distinct_on(ModelVersion.key))
        .order_by(ModelVersion.key, ModelVersion.version.desc())
    )
    models = (
        PublishedModel(
            key=row.key,
            version=row.version,
            name=row.name,
            deployed_at=row.deployed_at,
            definition=surroundings.models.compiled(session, row.id).definition,
        )
        for row in rows.all()
    )
    return tuple(sorted(models, key=lambda model: (model.name, model.key)))
