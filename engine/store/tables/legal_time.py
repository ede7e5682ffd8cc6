"""Legal time of cases: what moved their clocks, how their dates changed, and the reckoning anew of many."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables.base import Base


class ClockEntry(Base):
    """One entry of a clock ledger; never changed, put right by a later entry."""

    __tablename__ = "clock_entry"
    __table_args__ = (
        Index("uq_clock_entry_sequence", "instance_id", "sequence", unique=True),
        CheckConstraint("kind IN ('pause','resume','reset','extension')", name="kind"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    task_id: Mapped[UUID | None]
    """The task whose clock alone it moves; None: the clock of the case and of all its tasks."""
    agency_id: Mapped[UUID]
    sequence: Mapped[int]
    kind: Mapped[str]
    at: Mapped[datetime]
    """When the clock was moved, which may lie before it was recorded."""
    amount: Mapped[int | None]
    unit: Mapped[str | None]
    """Of an extension: how many of which DeadlineUnit; `until` instead where a day was given."""
    until: Mapped[date | None]
    event: Mapped[str]
    """What happened, as the model names it; empty where a person moved the clock."""
    authority: Mapped[str]
    """Who allowed it: office held and decision."""
    basis: Mapped[str]
    reason: Mapped[str]
    actor_id: Mapped[UUID | None]
    recorded_at: Mapped[datetime]


class DeadlineChange(Base):
    """The dates of a deadline before and after something moved them; never changed."""

    __tablename__ = "deadline_change"
    __table_args__ = (
        Index("ix_deadline_change_instance", "instance_id", "at"),
        Index("ix_deadline_change_reckoning", "reckoning_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID]
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    task_id: Mapped[UUID | None]
    reckoning_id: Mapped[UUID | None]
    """The reckoning anew that brought it, None where an entry of the ledger did."""
    at: Mapped[datetime]
    old_legal_due: Mapped[date | None]
    old_target_due: Mapped[date | None]
    old_overdue_from: Mapped[datetime | None]
    new_legal_due: Mapped[date | None]
    new_target_due: Mapped[date | None]
    new_overdue_from: Mapped[datetime | None]
    reason_vi: Mapped[str]
    reason_en: Mapped[str]


class DeadlineReckoning(Base):
    """The job of reckoning open deadlines anew after a change of legal time, done in bounded passes."""

    __tablename__ = "deadline_reckoning"
    __table_args__ = (
        Index("ix_deadline_reckoning_run_at", "run_at", postgresql_where=text("finished_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(unique=True)
    """The version of legal time by which the dates are reckoned."""
    agency_id: Mapped[UUID | None]
    """Whose deadlines alone can have moved; None: everybody's."""
    reason_vi: Mapped[str]
    reason_en: Mapped[str]
    actor_id: Mapped[UUID | None]
    begun_at: Mapped[datetime]
    run_at: Mapped[datetime]
    after_instance: Mapped[UUID | None]
    """How far this sweep has come, in the order of the ids of cases."""
    sweep: Mapped[int] = mapped_column(SmallInteger, default=0, server_default=text("0"))
    seen: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    changed: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    finished_at: Mapped[datetime | None]
