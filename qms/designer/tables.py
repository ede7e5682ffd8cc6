"""The tables of models in the making: drafts with their files, what was saved, said and decided."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class ModelDraft(Base):
    """A model that an agency draws, from the first stroke to the version that it became."""

    __tablename__ = "model_draft"
    __table_args__ = (
        Index("ix_model_draft_agency", "agency_id", "saved_at"),
        CheckConstraint("state IN ('draft','in_review','approved','published','discarded')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    key: Mapped[str]
    """The process id that the model has or will have."""
    name: Mapped[str]
    search_text: Mapped[str]
    state: Mapped[str]
    based_on: Mapped[UUID | None] = mapped_column(ForeignKey("model_version.id"))
    """The version in force from which it was begun."""
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedure.id"))
    """The line of the register of procedures that it describes."""
    revision: Mapped[int]
    """Counts what was saved; who saves names the one read, so that nothing is written over unseen."""
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    saved_at: Mapped[datetime]
    saved_by: Mapped[UUID | None]
    editor_id: Mapped[UUID | None]
    """Who has it open to draw; others read."""
    editor_seen_at: Mapped[datetime | None]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    """The case (P05) in which it is reviewed and approved."""
    bundle_hash: Mapped[str] = mapped_column(default="", server_default="")
    """Of what was handed in for review: nothing else is approved."""
    effective_from: Mapped[date | None]
    version_id: Mapped[UUID | None] = mapped_column(ForeignKey("model_version.id"))
    """What it became."""


class ModelDraftFile(Base):
    """One file of a draft as it was saved last."""

    __tablename__ = "model_draft_file"

    draft_id: Mapped[UUID] = mapped_column(ForeignKey("model_draft.id"), primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(deferred=True)
    sha256: Mapped[str]
    saved_at: Mapped[datetime]
    saved_by: Mapped[UUID | None]


class ModelDraftSave(Base):
    """A file as it once was: what an editor saved, also what could not take its place any more."""

    __tablename__ = "model_draft_save"
    __table_args__ = (
        Index("ix_model_draft_save_draft", "draft_id", "path", "saved_at"),
        CheckConstraint("kind IN ('saved','aside')", name="kind"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    draft_id: Mapped[UUID] = mapped_column(ForeignKey("model_draft.id"))
    path: Mapped[str]
    kind: Mapped[str]
    """'aside': another editor had saved meanwhile; kept so that no stroke is lost."""
    revision: Mapped[int]
    content: Mapped[bytes] = mapped_column(deferred=True)
    saved_at: Mapped[datetime]
    saved_by: Mapped[UUID | None]


class ModelComment(Base):
    """A remark on a draft, pinned to an element of its drawing or to the whole of it."""

    __tablename__ = "model_comment"
    __table_args__ = (Index("ix_model_comment_draft", "draft_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    draft_id: Mapped[UUID] = mapped_column(ForeignKey("model_draft.id"))
    reply_to: Mapped[UUID | None] = mapped_column(ForeignKey("model_comment.id"))
    element_id: Mapped[str]
    """Empty: the whole model."""
    text: Mapped[str]
    author_id: Mapped[UUID]
    at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[UUID | None]


class FormTemplate(Base):
    """A form in one of its versions, as law or an office's decision has it, with its validity."""

    __tablename__ = "form_template"
    __table_args__ = (
        Index(
            "ix_form_template_own",
            "agency_id",
            "code",
            "valid_from",
            unique=True,
            postgresql_where=text("agency_id IS NOT NULL"),
        ),
        Index(
            "ix_form_template_shared",
            "code",
            "valid_from",
            unique=True,
            postgresql_where=text("agency_id IS NULL"),
        ),
        CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="period"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """None: for everybody."""
    code: Mapped[str]
    """E.g. "Mẫu 05"."""
    name: Mapped[str]
    legal_basis: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    content: Mapped[bytes] = mapped_column(deferred=True)
    """The form itself, as bundles hold it."""
    search_text: Mapped[str]
    withdrawn: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
