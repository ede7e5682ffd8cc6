"""The table of changes that are decided now and carried out on their day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class PlannedChange(Base):
    """A change of agencies, units or a person's place that a worker carries out on its day."""

    __tablename__ = "planned_change"
    __table_args__ = (
        Index("ix_planned_change_run_at", "run_at", postgresql_where="run_at IS NOT NULL"),
        Index("ix_planned_change_agency", "agency_id", "effective_on"),
        CheckConstraint("kind IN ('agencies','units','transfer','leaving')", name="kind"),
        CheckConstraint("state IN ('planned','done','cancelled','refused')", name="state"),
        CheckConstraint("(state = 'planned') = (run_at IS NOT NULL)", name="run_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    """Whose administrators see and may cancel it."""
    kind: Mapped[str]
    subjects: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    """The agencies, units or the person concerned."""
    asked: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """What is to be done, as its verb takes it."""
    effective_on: Mapped[date]
    run_at: Mapped[datetime | None]
    """The next moment; none once it is done, cancelled or refused."""
    state: Mapped[str]
    decision: Mapped[str]
    decided_on: Mapped[date | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[UUID | None]
    reason: Mapped[str | None]
    """Why it was cancelled, or why it could not be carried out (in Vietnamese)."""
    reason_en: Mapped[str | None]
