"""The tables of reports: which are owed to whom by when, and those that were made."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class ReportingCalendarLine(Base):
    """A report that a province (or one agency) owes to somebody every year; an edition never changes."""

    __tablename__ = "reporting_calendar"
    __table_args__ = (
        Index("ix_reporting_calendar_scope", "province", "agency_id", "kind"),
        CheckConstraint("province IS NULL OR agency_id IS NULL", name="scope"),
        CheckConstraint(
            "kind IN ('HO_SO_DUY_TRI','BC_TIEN_DO','BC_NAM','BC_6T','KE_HOACH','MTCL','QD_CONG_BO')",
            name="kind",
        ),
        CheckConstraint("month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 31", name="day"),
        CheckConstraint("year_to IS NULL OR year_to >= year_from", name="years"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    province: Mapped[str | None]
    """Code of the province; None with no agency: the whole country's default."""
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    kind: Mapped[str]
    addressee: Mapped[str]
    month: Mapped[int] = mapped_column(SmallInteger)
    day: Mapped[int] = mapped_column(SmallInteger)
    exclusive: Mapped[bool]
    """Whether “before the day”: the day itself is late (C5)."""
    owed: Mapped[bool]
    """False: the line says that here it is not owed, whatever the wider calendar says."""
    basis: Mapped[str]
    year_from: Mapped[int]
    year_to: Mapped[int | None]
    entered_by: Mapped[UUID | None]
    entered_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    """When a later edition took its place."""


class YearReport(Base):
    """A report of an agency: regular by the calendar, or asked for by a letter."""

    __tablename__ = "year_report"
    __table_args__ = (
        Index("ix_year_report_agency", "agency_id", "year", "kind"),
        Index("ix_year_report_instance", "instance_id"),
        CheckConstraint("kind IN ('HO_SO_DUY_TRI','BC_TIEN_DO','BC_NAM','BC_6T','DOT_XUAT')", name="kind"),
        CheckConstraint(
            "state IN ('chuan_bi','gop_y','trinh_ky','da_gui','da_nhan','yeu_cau_bo_sung','huy')",
            name="state",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    kind: Mapped[str]
    title: Mapped[str]
    addressee: Mapped[str]
    legal_due: Mapped[date]
    target_due: Mapped[date]
    basis: Mapped[str]
    state: Mapped[str]
    figures: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """What the registers said on the day they were asked."""
    content: Mapped[dict[str, Any]] = mapped_column(JSONB)
    submitted_at: Mapped[datetime | None]
    """When it first went out: late or not is decided by this moment."""
    edition: Mapped[int]
    """1, and one more each time the addressee asks for more."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    dispatch_id: Mapped[UUID | None] = mapped_column(ForeignKey("dispatch.id"))
    recorded_at: Mapped[datetime]


class ReportContribution(Base):
    """What a unit wrote for a report; silence stands as such."""

    __tablename__ = "report_contribution"

    report_id: Mapped[UUID] = mapped_column(ForeignKey("year_report.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    results: Mapped[str]
    difficulties: Mapped[str]
    proposals: Mapped[str]
    silent: Mapped[bool]
    person_id: Mapped[UUID | None]
    given_on: Mapped[date]
