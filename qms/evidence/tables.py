"""The table of evidence packs: who asked for which, how far it is, what stands in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class EvidencePackRow(Base):
    """One pack that somebody asked for; a worker makes it."""

    __tablename__ = "evidence_pack"
    __table_args__ = (
        Index("ix_evidence_pack_agency", "agency_id", "year", "asked_at"),
        Index("ix_evidence_pack_run_at", "run_at", postgresql_where=text("run_at IS NOT NULL")),
        Index(
            "ix_evidence_pack_open",
            "agency_id",
            "year",
            unique=True,
            postgresql_where=text("state = 'asked'"),
        ),
        CheckConstraint("state IN ('asked','made','failed')", name="state"),
        CheckConstraint("(state = 'made') = (made_at IS NOT NULL)", name="made"),
        CheckConstraint("(state = 'asked') = (run_at IS NOT NULL)", name="run_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    state: Mapped[str]
    asked_by: Mapped[UUID]
    asked_at: Mapped[datetime]
    run_at: Mapped[datetime | None]
    """When a worker makes it, or tries again; None once it is over."""
    attempts: Mapped[int]
    done: Mapped[int]
    total: Mapped[int]
    """How many files are packed of how many."""
    made_at: Mapped[datetime | None]
    listing: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """The items with their lines as they stand in the pack, without files: what a Department reads of it."""
    failure: Mapped[dict[str, str]] = mapped_column(JSONB)
    """Why it could not be made, by language; else empty."""
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    """The archive; None before it is made, and once a later pack of the year has taken its place."""
    sha256: Mapped[str]
    """Of the archive."""
    size: Mapped[int]
