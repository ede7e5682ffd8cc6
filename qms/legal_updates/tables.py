"""The tables of legal updates: which case follows which document, and what became of each procedure."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class LegalUpdate(Base):
    """The case in which an agency follows one legal document."""

    __tablename__ = "legal_update"
    __table_args__ = (Index("ix_legal_update_document", "legal_document_id"),)

    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"), primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    legal_document_id: Mapped[UUID] = mapped_column(ForeignKey("legal_document.id"))
    conclusion: Mapped[str | None]
    """khong_anh_huong, khong_doi or da_cap_nhat once the case is closed."""
    closed_on: Mapped[date | None]


class LegalUpdateChange(Base):
    """What one legal update did to one procedure: old version, new version and the dates."""

    __tablename__ = "legal_update_change"

    instance_id: Mapped[UUID] = mapped_column(ForeignKey("legal_update.instance_id"), primary_key=True)
    procedure_id: Mapped[UUID] = mapped_column(ForeignKey("procedure.id"), primary_key=True)
    action: Mapped[str]
    """sua_doi, thay_the, bai_bo or khong_doi."""
    old_label: Mapped[str]
    new_label: Mapped[str | None]
    effective_on: Mapped[date | None]
    decision_number: Mapped[str]
    decided_on: Mapped[date | None]
    recorded_at: Mapped[datetime]
