"""The tables of controlled documents, their versions and the confirmations of those who read them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class ControlledDocument(Base):
    """One line of the list of internal documents (danh mục tài liệu nội bộ)."""

    __tablename__ = "controlled_document"
    __table_args__ = (
        UniqueConstraint("agency_id", "code"),
        CheckConstraint(
            "kind IN ('chinh_sach','so_tay','quy_trinh','huong_dan','bieu_mau','quy_dinh','khac')",
            name="kind",
        ),
        Index(
            "ix_controlled_document_review",
            "next_review_on",
            postgresql_where=text("next_review_on IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    """The unit that owns it; None: the agency."""
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedure.id"))
    model_key: Mapped[str]
    """The model that it is, where it is one."""
    clause: Mapped[str]
    """The clause of the standard that it answers to."""
    review_months: Mapped[int]
    next_review_on: Mapped[date | None]
    search_text: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]


class ControlledVersion(Base):
    """One version (lần ban hành) from draft to archive; nothing unapproved is used anywhere."""

    __tablename__ = "controlled_version"
    __table_args__ = (
        UniqueConstraint("document_id", "label"),
        Index("ix_controlled_version_instance", "instance_id"),
        Index(
            "ix_controlled_version_in_force",
            "document_id",
            unique=True,
            postgresql_where="state = 'hieu_luc'",
        ),
        CheckConstraint(
            "state IN ('du_thao','dang_xem_xet','cho_phe_duyet','da_phe_duyet','hieu_luc','het_hieu_luc',"
            "'thu_hoi','khong_duyet')",
            name="state",
        ),
        CheckConstraint("ended_on IS NULL OR ended_on >= effective_on", name="period"),
        CheckConstraint(
            "state IN ('du_thao','dang_xem_xet','cho_phe_duyet','khong_duyet')"
            " OR (approved_at IS NOT NULL AND effective_on IS NOT NULL)",
            name="approved",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    document_id: Mapped[UUID] = mapped_column(ForeignKey("controlled_document.id"))
    label: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str]
    """vbqppl, kph, cai_tien, to_chuc or khac, and in words what changed."""
    summary: Mapped[str]
    effective_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    model_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("model_version.id"))
    decision_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    ended_by: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    """The decision that withdrew it, or issued the version that took its place."""
    decision_number: Mapped[str] = mapped_column(default="", server_default="")
    """Of the decision that approved it, also where it was issued on paper before this system."""
    decided_on: Mapped[date | None]
    approved_by: Mapped[UUID | None]
    approved_at: Mapped[datetime | None]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    recorded_at: Mapped[datetime]


class ReadConfirmation(Base):
    """That somebody in scope was given something to read, and when they confirmed it (ISO 9001:2015, 7.3)."""

    __tablename__ = "read_confirmation"
    __table_args__ = (
        UniqueConstraint("instance_id", "subject", "person_id"),
        Index("ix_read_confirmation_person", "person_id"),
        Index("ix_read_confirmation_version", "version_id"),
        CheckConstraint("closed_as IN ('','da_doc','qua_han','mien')", name="closed_as"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    subject: Mapped[str]
    """What was to be read, in words: code, name, version."""
    version_id: Mapped[UUID | None] = mapped_column(ForeignKey("controlled_version.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime]
    due_on: Mapped[date | None]
    confirmed_at: Mapped[datetime | None]
    closed_as: Mapped[str]
    """da_doc: confirmed; qua_han: not in time; mien: need not, why stands in the note."""
    note: Mapped[str]
