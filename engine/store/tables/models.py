"""Published models: their versions, files and the events that start their cases."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables.base import Base


class ModelVersion(Base):
    """One published bundle; immutable."""

    __tablename__ = "model_version"
    __table_args__ = (UniqueConstraint("key", "version"), UniqueConstraint("key", "bundle_hash"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str]
    """The process id of the model, e.g. QMS_P06_CAP_NHAT_VBQPPL."""
    version: Mapped[int]
    bundle_hash: Mapped[str]
    name: Mapped[str]
    deployed_at: Mapped[datetime]
    deployed_by: Mapped[UUID | None]
    agency_id: Mapped[UUID | None]
    """Whose model it is; None: everybody's."""
    effective_from: Mapped[date | None]
    """The first day on which cases are started of it; None: from its publishing on."""


class ModelFile(Base):
    """One file of a published bundle."""

    __tablename__ = "model_file"

    model_version_id: Mapped[UUID] = mapped_column(ForeignKey("model_version.id"), primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class ModelStart(Base):
    """A message or signal on which a published version starts a case; as immutable as the version."""

    __tablename__ = "model_start"
    __table_args__ = (
        Index("ix_model_start_name", "kind", "name"),
        CheckConstraint("kind IN ('message','signal')", name="kind"),
    )

    model_version_id: Mapped[UUID] = mapped_column(ForeignKey("model_version.id"), primary_key=True)
    element_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]


class ModelWithdrawal(Base):
    """That a version starts no more cases from a day; versions themselves are never changed."""

    __tablename__ = "model_withdrawal"

    model_version_id: Mapped[UUID] = mapped_column(ForeignKey("model_version.id"), primary_key=True)
    withdrawn_from: Mapped[date]
    decision: Mapped[str]
    reason: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
