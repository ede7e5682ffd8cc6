"""The published processes: of each the version in force, as somebody who wants to start one reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.definition import ActivityKind, ProcessDefinition
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import newest_in_effect, not_withdrawn
from engine.store.tables import ModelVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedModel:
    """The version in force of one model."""

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
        """Whether it starts without being told anything: its deadline counts from no date of the case.

        A fixed day that the case does not know leaves it without a deadline, and keeps nobody from starting.
        """
        deadline = self.definition.deadline
        return deadline is None or deadline.anchor_expression is None


def published_models(
    session: Session, surroundings: Surroundings, agency: UUID, day: date
) -> tuple[PublishedModel, ...]:
    """Of every model the version that is in force for the agency on the day, by name."""
    rows = session.scalars(
        select(ModelVersion).where(
            ModelVersion.id == newest_in_effect(ModelVersion.key).correlate(ModelVersion).scalar_subquery(),
            not_withdrawn(),
        ),
        {"agency": agency, "day": day},
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
