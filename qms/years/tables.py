"""The tables of the QMS year: the year of an agency, and what must happen in it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class QmsYear(Base):
    """The year of an agency's quality management system; a year is opened once."""

    __tablename__ = "qms_year"
    __table_args__ = (
        UniqueConstraint("agency_id", "year"),
        CheckConstraint("state IN ('dang_chay','da_dong')", name="state"),
        CheckConstraint("(state = 'da_dong') = (closed_at IS NOT NULL)", name="closed"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    state: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    opened_at: Mapped[datetime]
    opened_by: Mapped[UUID | None]
    """None where the calendar opened it."""
    closed_at: Mapped[datetime | None]
    pack_id: Mapped[UUID | None] = mapped_column(ForeignKey("evidence_pack.id"))
    """The year's file (26/2014/TT-BKHCN, Article 36)."""


class YearItem(Base):
    """One thing that the year owes: a process to run, or a report of the province's calendar."""

    __tablename__ = "year_item"
    __table_args__ = (
        UniqueConstraint("year_id", "process", "subject"),
        Index("ix_year_item_agency", "agency_id", "state", "target_due"),
        Index("ix_year_item_instance", "instance_id"),
        CheckConstraint("state IN ('cho','dang_lam','xong','khong_ap_dung')", name="state"),
        CheckConstraint("(state = 'xong') = (done_on IS NOT NULL)", name="done"),
        CheckConstraint(
            "state <> 'khong_ap_dung' OR (reason <> '' AND decided_by IS NOT NULL)", name="waived"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year_id: Mapped[UUID] = mapped_column(ForeignKey("qms_year.id"))
    process: Mapped[str]
    """P01, P02, …, P16."""
    subject: Mapped[str]
    """Which of several of one process: the type of a report, the quarter of a measurement; else empty."""
    name: Mapped[str]
    starts_on: Mapped[date]
    legal_due: Mapped[date | None]
    """The last day that the law, the province or the plan leaves; None where nothing names one."""
    target_due: Mapped[date | None]
    basis: Mapped[str]
    """The rule behind the date: the code of the deadline policy, or the document and its article."""
    state: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    """The case that does it, once it runs."""
    started_at: Mapped[datetime | None]
    done_on: Mapped[date | None]
    reason: Mapped[str]
    """Why it does not apply this year; of what was done outside the system, its result."""
    decided_by: Mapped[UUID | None]
    proposal: Mapped[str] = mapped_column(server_default=text("''"))
    """Why the secretary proposes that it does not apply."""
    proposed_by: Mapped[UUID | None]
    proposed_at: Mapped[datetime | None]
    """When; None once the head has answered."""
    answer: Mapped[str] = mapped_column(server_default=text("''"))
    """What the head said to the last proposal that was refused."""
