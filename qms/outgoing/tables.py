"""The tables of issued documents: the document, its numbers, who signed, where it went, with which proof."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class OutgoingDocument(Base):
    """A document of the office on its way from draft to issue (30/2020/NĐ-CP, Articles 10 to 19)."""

    __tablename__ = "outgoing_document"
    __table_args__ = (
        Index("ix_outgoing_document_agency", "agency_id", "recorded_at"),
        Index("ix_outgoing_document_instance", "instance_id"),
        CheckConstraint("state IN ('draft','signed','issued','revoked')", name="state"),
        CheckConstraint("(state = 'draft') = (signed_at IS NULL)", name="signed"),
        CheckConstraint("state NOT IN ('issued','revoked') OR number IS NOT NULL", name="numbered"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    kind: Mapped[str]
    """The kind of document by its abbreviation: QĐ, KH, BB, BC, TB, CV, GM, P (30/2020/NĐ-CP)."""
    title: Mapped[str]
    """Trích yếu."""
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    """The unit that drafted it."""
    state: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """What the layout is filled with: bases, body, articles, tables, recipients."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    drafted_by: Mapped[UUID | None]
    signed_by: Mapped[UUID | None]
    signed_for: Mapped[UUID | None]
    """In whose name, where not in the signer's own."""
    capacity: Mapped[str]
    """TM., KT., TL., TUQ. or empty: the head alone in the head's own name."""
    mandate_id: Mapped[UUID | None] = mapped_column(ForeignKey("delegation.id"))
    signed_at: Mapped[datetime | None]
    number: Mapped[int | None]
    symbol: Mapped[str]
    """Ký hiệu, e.g. KH-VP; with the number: 358/KH-VP."""
    dated_on: Mapped[date | None]
    issued_at: Mapped[datetime | None]
    source_file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    """DOCX, to edit."""
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    """PDF, as issued."""
    revoked_reason: Mapped[str]
    search_text: Mapped[str]
    recorded_at: Mapped[datetime]


class DocumentNumber(Base):
    """A number that a document took, by the system or from the paper register; no number is taken twice."""

    __tablename__ = "document_number"
    __table_args__ = (
        UniqueConstraint("agency_id", "series", "year", "number"),
        CheckConstraint("medium IN ('electronic','paper')", name="medium"),
        CheckConstraint("number > 0", name="number"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    series: Mapped[str]
    """Which row of numbers: the kind of document, or what the agency says for it."""
    year: Mapped[int]
    number: Mapped[int]
    symbol: Mapped[str]
    medium: Mapped[str]
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    """None: taken on paper, or given by another system."""
    title: Mapped[str]
    dated_on: Mapped[date]
    taken_at: Mapped[datetime]
    taken_by: Mapped[UUID | None]


class DocumentSignature(Base):
    """Who put which name under which bytes."""

    __tablename__ = "document_signature"
    __table_args__ = (
        Index("ix_document_signature_document", "document_id"),
        CheckConstraint("method IN ('account','certificate','seal','paper')", name="method"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    document_id: Mapped[UUID] = mapped_column(ForeignKey("outgoing_document.id"))
    person_id: Mapped[UUID]
    method: Mapped[str]
    """How: by the account in this system, by a certificate in the file, by the agency's seal, on paper."""
    capacity: Mapped[str]
    sha256: Mapped[str]
    """Of the bytes that were signed."""
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    certificate: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'"))
    """What the signature in an uploaded file says of itself; never made up by this system."""
    signed_at: Mapped[datetime]


class Dispatch(Base):
    """That something went to somebody, and the proof that it arrived."""

    __tablename__ = "dispatch"
    __table_args__ = (
        Index("ix_dispatch_agency", "agency_id", "sent_at"),
        CheckConstraint(
            "channel IN ('trong_he_thong','truc_lien_thong','thu_dien_tu','giay')", name="channel"
        ),
        CheckConstraint(
            "(received_at IS NULL) = (proof = '') AND proof IN ('','bien_nhan','xac_nhan_thu_cong')",
            name="proof",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    deliverable: Mapped[str]
    """What duty it discharges: KE_HOACH, MTCL, HS_DUY_TRI, BC_NAM, QD_CONG_BO, BC_KHAC_PHUC, …"""
    year: Mapped[int]
    addressee: Mapped[str]
    channel: Mapped[str]
    sent_at: Mapped[datetime]
    sent_by: Mapped[UUID | None]
    received_at: Mapped[datetime | None]
    proof: Mapped[str]
    """bien_nhan: the addressee said so; xac_nhan_thu_cong: the sender showed a proof by hand."""
    proof_file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    reference: Mapped[str]
    """The addressee's number of receipt, or what the proof is."""
    confirmed_by: Mapped[UUID | None]
