"""The tables of nonconformities and of the actions against their causes."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Nonconformity(Base):
    """One nonconformity as it was found."""

    __tablename__ = "nonconformity"
    __table_args__ = (Index("ix_nonconformity_agency", "agency_id", "found_on"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    source: Mapped[str]
    description: Mapped[str]
    requirement: Mapped[str]
    """The clause or legal rule that is not met."""
    state: Mapped[str]
    """As officers say it: de_xuat, phan_tich, cho_phe_duyet, dang_thuc_hien, dang_xac_minh, da_dong."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    found_on: Mapped[date]
    recorded_at: Mapped[datetime]
    search_text: Mapped[str]
    severity: Mapped[str] = mapped_column(default="", server_default="")
    """nang or nhe; empty: not yet said."""
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    """Where it was found; who must answer."""
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedure.id"))
    evidence: Mapped[str] = mapped_column(default="", server_default="")
    correction: Mapped[str] = mapped_column(default="", server_default="")
    """What was put right at once."""
    cause_code: Mapped[str] = mapped_column(default="", server_default="")
    cause: Mapped[str] = mapped_column(default="", server_default="")
    due_on: Mapped[date | None]
    """Last day of the clock of its source: re-audit or corrective report."""
    verified_by: Mapped[UUID | None]
    verified_on: Mapped[date | None]
    effective: Mapped[bool | None]
    """What the verification came to."""
    closed_on: Mapped[date | None]
    reissue_of: Mapped[UUID | None] = mapped_column(ForeignKey("nonconformity.id"))
    """The slip that this one follows because its actions did not help."""
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    """The case (P08) that treats it; `instance_id` is the one in which it was found."""


class CorrectiveAction(Base):
    """One action against the cause of a nonconformity: what, who, until when, done how."""

    __tablename__ = "corrective_action"
    __table_args__ = (
        Index("ix_corrective_action_nonconformity", "nonconformity_id"),
        CheckConstraint("what <> ''", name="what"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    nonconformity_id: Mapped[UUID] = mapped_column(ForeignKey("nonconformity.id"))
    position: Mapped[int]
    what: Mapped[str]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    due_on: Mapped[date]
    done_on: Mapped[date | None]
    result: Mapped[str]
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    recorded_at: Mapped[datetime]
