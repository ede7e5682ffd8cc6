"""The tables of publication: each publication and the procedures that it names."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Publication(Base):
    """One publication (công bố) of an agency's QMS; the latest published one holds."""

    __tablename__ = "publication"
    __table_args__ = (
        UniqueConstraint("agency_id", "ordinal"),
        CheckConstraint("kind IN ('lan_dau','cong_bo_lai')", name="kind"),
        CheckConstraint("state IN ('chuan_bi','da_ky','da_cong_bo','bi_thay','huy')", name="state"),
        CheckConstraint(
            "state <> 'da_cong_bo' OR (decision_id IS NOT NULL AND posted_on IS NOT NULL"
            " AND web_address <> '' AND dispatch_id IS NOT NULL)",
            name="whole",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    ordinal: Mapped[int]
    kind: Mapped[str]
    trigger: Mapped[str]
    """Why: lan_dau, pham_vi_thay_doi, to_chuc_thay_doi, tieu_chuan_thay_doi or quy_trinh_noi_bo."""
    state: Mapped[str]
    standard: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    review_id: Mapped[UUID | None] = mapped_column(ForeignKey("management_review.id"))
    """The review in which the head confirmed validity."""
    decision_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    dispatch_id: Mapped[UUID | None] = mapped_column(ForeignKey("dispatch.id"))
    """The notice to the Department with its receipt."""
    posted_on: Mapped[date | None]
    posted_file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    web_address: Mapped[str]
    web_on: Mapped[date | None]
    published_on: Mapped[date | None]
    recorded_at: Mapped[datetime]


class PublicationScope(Base):
    """A procedure or process that a publication names, with the version that held."""

    __tablename__ = "publication_scope"
    __table_args__ = (
        UniqueConstraint("publication_id", "code"),
        Index("ix_publication_scope_procedure", "procedure_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    publication_id: Mapped[UUID] = mapped_column(ForeignKey("publication.id"))
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedure.id"))
    code: Mapped[str]
    name: Mapped[str]
    field: Mapped[str]
    version: Mapped[str]
    change: Mapped[str]
    """Against the publication before: giu_nguyen, them, bo or doi_phien_ban."""
