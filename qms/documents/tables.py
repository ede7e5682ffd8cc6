"""The tables of legal documents and of procedures with their versions and citations."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class LegalDocument(Base):
    """One line of an agency's register of external legal documents (ISO 9001:2015, 7.5.3.2)."""

    __tablename__ = "legal_document"
    __table_args__ = (
        UniqueConstraint("agency_id", "number_key"),
        Index("ix_legal_document_effective", "agency_id", "effective_on"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    number: Mapped[str]
    """Số ký hiệu as printed, e.g. 217/2026/NĐ-CP."""
    number_key: Mapped[str]
    """The number without blanks and marks, so that spellings of one number meet."""
    title: Mapped[str]
    issuer: Mapped[str]
    field: Mapped[str]
    signed_on: Mapped[date | None]
    effective_on: Mapped[date | None]
    """None while it is not known; no update case can start then."""
    effect_rule: Mapped[str]
    """How the effective date was given: a date, or "N ngày kể từ ngày ký"."""
    expires_on: Mapped[date | None]
    replaces: Mapped[str]
    amends: Mapped[str]
    """Numbers of the documents replaced and amended, separated by "; "."""
    transition: Mapped[str]
    link: Mapped[str]
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    search_text: Mapped[str]
    registered_at: Mapped[datetime]
    registered_by: Mapped[UUID | None]


class Procedure(Base):
    """An administrative procedure (TTHC) or internal procedure of an agency."""

    __tablename__ = "procedure"
    __table_args__ = (UniqueConstraint("agency_id", "code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    code: Mapped[str]
    name: Mapped[str]
    field: Mapped[str]
    legal_time: Mapped[str]
    search_text: Mapped[str]
    level: Mapped[str] = mapped_column(default="", server_default="")
    """Which level decides: tinh, xa, noi_bo (an internal procedure); empty: not said."""
    decided_by: Mapped[str] = mapped_column(default="", server_default="")
    """The decision that published it in the catalogue."""
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    """First day on which the catalogue holds it no more."""


class ProcedureVersion(Base):
    """One version of a procedure; the one in force on a day is the latest effective and not withdrawn."""

    __tablename__ = "procedure_version"
    __table_args__ = (UniqueConstraint("procedure_id", "label"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    procedure_id: Mapped[UUID] = mapped_column(ForeignKey("procedure.id"))
    label: Mapped[str]
    effective_on: Mapped[date]
    ended_on: Mapped[date | None]
    """First day on which it is no longer in force."""
    summary: Mapped[str]
    decision_number: Mapped[str]
    decided_on: Mapped[date | None]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    recorded_at: Mapped[datetime]


class Citation(Base):
    """A legal document that a procedure cites as its basis, by number."""

    __tablename__ = "citation"
    __table_args__ = (Index("ix_citation_number_key", "number_key"),)

    procedure_id: Mapped[UUID] = mapped_column(ForeignKey("procedure.id"), primary_key=True)
    number_key: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str]
    article: Mapped[str]
