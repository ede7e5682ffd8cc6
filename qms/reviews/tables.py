"""The tables of management review: the review, its inputs, who came, what was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class ManagementReview(Base):
    """One management review of an agency."""

    __tablename__ = "management_review"
    __table_args__ = (
        UniqueConstraint("agency_id", "year", "ordinal"),
        CheckConstraint(
            "state IN ('chuan_bi','da_moi','da_hop','da_ket_luan','da_xac_nhan','huy')", name="state"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    ordinal: Mapped[int]
    state: Mapped[str]
    planned_on: Mapped[date | None]
    held_on: Mapped[date | None]
    chaired_by: Mapped[UUID | None]
    chaired_for: Mapped[UUID | None]
    """The head in whose name, by a written delegation."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    invitation_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    minutes_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    conclusions_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    validity: Mapped[str]
    """hieu_luc or can_khac_phuc once the head has confirmed (19/2014/QĐ-TTg, Article 4, 2 d); else empty."""
    validity_confirmed_on: Mapped[date | None]
    validity_confirmed_by: Mapped[UUID | None]
    recorded_at: Mapped[datetime]


class ReviewInput(Base):
    """One of the inputs a to f, as reckoned from the data and as commented."""

    __tablename__ = "review_input"
    __table_args__ = (UniqueConstraint("review_id", "item"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    review_id: Mapped[UUID] = mapped_column(ForeignKey("management_review.id"))
    item: Mapped[str]
    """a, b, c1 … c7, d, e, f (ISO 9001:2015, 9.3.2); y_kien: what the units said of them, who was silent."""
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """What the registers said on that day: figures and the lines behind them."""
    comment: Mapped[str]
    conclusion: Mapped[str]
    reckoned_at: Mapped[datetime]


class ReviewAttendance(Base):
    """Who was asked to come and who came."""

    __tablename__ = "review_attendance"
    __table_args__ = (CheckConstraint("came IN ('','co_mat','vang_co_ly_do','vang')", name="came"),)

    review_id: Mapped[UUID] = mapped_column(ForeignKey("management_review.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    came: Mapped[str]
    note: Mapped[str]


class ReviewDecision(Base):
    """One output of a review: what, by whom, until when, and what became of it (ISO 9001:2015, 9.3.3)."""

    __tablename__ = "review_decision"
    __table_args__ = (
        UniqueConstraint("agency_id", "code"),
        Index("ix_review_decision_review", "review_id"),
        CheckConstraint("kind IN ('cai_tien','thay_doi_httql','nguon_luc','khac')", name="kind"),
        CheckConstraint("state IN ('dang_thuc_hien','da_xong','khong_thuc_hien')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    review_id: Mapped[UUID] = mapped_column(ForeignKey("management_review.id"))
    code: Mapped[str]
    kind: Mapped[str]
    what: Mapped[str]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    due_on: Mapped[date]
    state: Mapped[str]
    result: Mapped[str]
    ended_on: Mapped[date | None]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    """The case that follows it, where another process does."""
    recorded_at: Mapped[datetime]
