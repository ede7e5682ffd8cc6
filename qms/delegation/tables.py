"""The tables of delegations and absences; nothing in them is rewritten, what ends early is revoked."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Absence(Base):
    """That a person is away from a day (included) until a day (excluded)."""

    __tablename__ = "absence"
    __table_args__ = (
        Index("ix_absence_person", "person_id", "valid_from"),
        Index("ix_absence_agency", "agency_id", "valid_from"),
        CheckConstraint("valid_to > valid_from", name="period"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    reason: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
    """The moment from which it holds no more, whatever its last day."""
    revoked_by: Mapped[UUID | None]
    revoked_reason: Mapped[str | None]


class Delegation(Base):
    """That one person acts in the name of another, by a decision, within a scope, from a day until a day."""

    __tablename__ = "delegation"
    __table_args__ = (
        Index("ix_delegation_delegate", "delegate_id", "valid_from"),
        Index("ix_delegation_principal", "principal_id", "valid_from"),
        Index("ix_delegation_agency", "agency_id", "valid_from"),
        CheckConstraint("form IN ('KT','TL','TUQ','THAY')", name="form"),
        CheckConstraint("principal_id <> delegate_id", name="not_oneself"),
        CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="period"),
        CheckConstraint("valid_to IS NOT NULL OR form IN ('KT','TL')", name="limited"),
        CheckConstraint("decision <> ''", name="decision"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    principal_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    delegate_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    form: Mapped[str]
    absence_id: Mapped[UUID | None] = mapped_column(ForeignKey("absence.id"))
    roles: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Codes of the principal's roles; empty: all that the principal holds on the day."""
    procedures: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Keys of models; empty: all."""
    elements: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Element ids of tasks; empty: all."""
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    decision: Mapped[str]
    decided_on: Mapped[date | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]
    revoked_reason: Mapped[str | None]
