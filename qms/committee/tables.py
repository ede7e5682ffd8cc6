"""The tables of the steering committee: who belonged to it, when, by which decision."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class CommitteeMember(Base):
    """A seat in the steering committee from a day until another."""

    __tablename__ = "committee_member"
    __table_args__ = (
        Index("ix_committee_member_agency", "agency_id", "valid_from"),
        CheckConstraint("seat IN ('truong_ban','pho_ban','thanh_vien','thu_ky')", name="seat"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="days"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    seat: Mapped[str]
    post: Mapped[str]
    """What the person was when the decision was signed."""
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    """The last day."""
    decision: Mapped[str]
    """Number and day."""
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    recorded_at: Mapped[datetime]


class CommitteeCheck(Base):
    """That the committee was looked at: on an event or in January, and what came of it."""

    __tablename__ = "committee_check"
    __table_args__ = (
        Index("ix_committee_check_agency", "agency_id", "event_on"),
        CheckConstraint("reason IN ('nhan_su','to_chuc','dinh_ky','khac')", name="reason"),
        CheckConstraint("state IN ('dang_xu_ly','giu_nguyen','da_kien_toan','huy')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    reason: Mapped[str]
    what: Mapped[str]
    person_id: Mapped[UUID | None]
    """Whose change began it."""
    event_on: Mapped[date]
    due_on: Mapped[date | None]
    """Ten working days after the event."""
    state: Mapped[str]
    ended_on: Mapped[date | None]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    recorded_at: Mapped[datetime]


class TaskHandOver(Base):
    """A task that somebody held who leaves: to whom it went, and when a worker is to pass it on."""

    __tablename__ = "task_hand_over"
    __table_args__ = (
        Index("ix_task_hand_over_check", "check_id"),
        Index("ix_task_hand_over_run_at", "run_at"),
        CheckConstraint(
            "state IN ('dang_giu','ve_nhom','cho_chuyen','da_chuyen','khong_chuyen_duoc','da_het')",
            name="state",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    check_id: Mapped[UUID] = mapped_column(ForeignKey("committee_check.id"))
    task_id: Mapped[UUID]
    task_name: Mapped[str]
    case_code: Mapped[str]
    personal: Mapped[bool]
    """Whether it waited for that person alone; the others go back to their group by themselves."""
    from_id: Mapped[UUID]
    from_name: Mapped[str]
    """The name of the day."""
    to_id: Mapped[UUID | None]
    decided_by: Mapped[UUID | None]
    state: Mapped[str]
    note: Mapped[str]
    """Why it could not be passed on."""
    run_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
