"""The tables of training and competence (ISO 9001:2015, 7.2 and 7.3)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class TrainingCourse(Base):
    """A class: of the office's own, or of the Department to which people are sent."""

    __tablename__ = "training_course"
    __table_args__ = (
        UniqueConstraint("agency_id", "code"),
        Index("ix_training_course_instance", "instance_id"),
        CheckConstraint(
            "kind IN ('nhan_thuc','tai_lieu','danh_gia_noi_bo','chuyen_gia','nghiep_vu')", name="kind"
        ),
        CheckConstraint("source IN ('tu_to_chuc','so_mo_lop','thue_ngoai')", name="source"),
        CheckConstraint(
            "state IN ('ke_hoach','da_to_chuc','da_danh_gia','da_xem_hieu_luc','huy')", name="state"
        ),
        CheckConstraint("effect IN ('','co','mot_phan','khong')", name="effect"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    year: Mapped[int]
    kind: Mapped[str]
    title: Mapped[str]
    audience: Mapped[str]
    everybody: Mapped[bool]
    """Whether all staff must come (awareness, OB-07)."""
    trainer: Mapped[str]
    source: Mapped[str]
    place: Mapped[str]
    planned_on: Mapped[date | None]
    held_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    cost: Mapped[int | None] = mapped_column(BigInteger)
    """Đồng."""
    state: Mapped[str]
    effect: Mapped[str]
    """What the head found 90 days after; empty until then."""
    effect_note: Mapped[str]
    effect_checked_by: Mapped[UUID | None]
    effect_checked_on: Mapped[date | None]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    material_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    recorded_at: Mapped[datetime]
    search_text: Mapped[str]


class TrainingAttendance(Base):
    """A person asked to a class: whether they came, and how the test went."""

    __tablename__ = "training_attendance"
    __table_args__ = (
        CheckConstraint("came IN ('','co_mat','vang_co_ly_do','vang')", name="came"),
        CheckConstraint("score BETWEEN 0 AND 10", name="score"),
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("training_course.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    came: Mapped[str]
    score: Mapped[Decimal | None] = mapped_column(Numeric(4, 2))
    passed: Mapped[bool | None]
    note: Mapped[str]


class Competence(Base):
    """What a person is able to do, with its proof and its end."""

    __tablename__ = "competence"
    __table_args__ = (
        Index("ix_competence_person", "agency_id", "person_id", "kind"),
        Index("ix_competence_warn_at", "warn_at"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="days"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    """The kind of class it comes from, or another word of the office for what is asked of a post."""
    course_id: Mapped[UUID | None] = mapped_column(ForeignKey("training_course.id"))
    certificate: Mapped[str]
    issuer: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    """The last day; None: without end."""
    recorded_at: Mapped[datetime]
    warn_at: Mapped[datetime | None]
    """When the person and the secretary are to be told that it ends; None: never, or told."""
