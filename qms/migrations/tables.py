"""The table of proposals to move running cases to another version of their model."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class MigrationProposal(Base):
    """Which cases are to be moved, as the trial told it, and what the head of the agency said."""

    __tablename__ = "migration_proposal"
    __table_args__ = (
        Index("ix_migration_proposal_agency", "agency_id", "proposed_at"),
        CheckConstraint("state IN ('proposed','approved','returned','carried_out')", name="state"),
        CheckConstraint("(state = 'proposed') = (decided_at IS NULL)", name="decided"),
        CheckConstraint("(decided_at IS NULL) = (decided_by IS NULL)", name="decided_by"),
        CheckConstraint("decided_by <> proposed_by", name="separated"),
        CheckConstraint("(state = 'carried_out') = (carried_at IS NOT NULL)", name="carried"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    key: Mapped[str]
    from_version: Mapped[int]
    to_version: Mapped[int]
    mapping: Mapped[dict[str, str]] = mapped_column(JSONB)
    """Steps that stand for others, as the proposer said; old id to new id."""
    cases: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """By case: its id, what the trial told in both languages, and the SHA-256 of its outcome."""
    plan_sha256: Mapped[str]
    """Over all that is approved: model, versions, mapping and cases."""
    reason: Mapped[str]
    state: Mapped[str]
    proposed_by: Mapped[UUID]
    proposed_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    answer: Mapped[str]
    """What the head wrote; a proposal is not returned without it."""
    carried_by: Mapped[UUID | None]
    carried_at: Mapped[datetime | None]
    outcome: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """By case: its id, and why it stayed in both languages, or nothing where it was moved."""
