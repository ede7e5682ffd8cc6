"""The tables of risks and opportunities (ISO 9001:2015, 6.1)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Risk(Base):
    """A risk or an opportunity of a unit's process."""

    __tablename__ = "risk"
    __table_args__ = (
        UniqueConstraint("agency_id", "code"),
        Index("ix_risk_instance", "instance_id"),
        CheckConstraint("kind IN ('rui_ro','co_hoi')", name="kind"),
        CheckConstraint("likelihood BETWEEN 1 AND 5 AND severity BETWEEN 1 AND 5", name="scale"),
        CheckConstraint("score = likelihood * severity", name="score"),
        CheckConstraint("state IN ('nhan_dien','dang_xu_ly','da_xu_ly','theo_doi','dong')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    kind: Mapped[str]
    year: Mapped[int]
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    process_name: Mapped[str]
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedure.id"))
    description: Mapped[str]
    cause: Mapped[str]
    consequence: Mapped[str]
    likelihood: Mapped[int] = mapped_column(SmallInteger)
    severity: Mapped[int] = mapped_column(SmallInteger)
    score: Mapped[int] = mapped_column(SmallInteger)
    control: Mapped[str]
    """What is done against it already."""
    state: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    carried_from: Mapped[UUID | None] = mapped_column(ForeignKey("risk.id"))
    identified_on: Mapped[date]
    identified_by: Mapped[UUID | None]
    recorded_at: Mapped[datetime]
    search_text: Mapped[str]


class RiskAction(Base):
    """What is done about a risk, by whom, until when, and what it brought."""

    __tablename__ = "risk_action"
    __table_args__ = (
        Index("ix_risk_action_risk", "risk_id"),
        CheckConstraint(
            "residual_likelihood BETWEEN 1 AND 5 AND residual_severity BETWEEN 1 AND 5", name="scale"
        ),
        CheckConstraint("(effective IS NULL) = (checked_on IS NULL)", name="checked"),
        CheckConstraint("checked_by <> owner_id", name="other_person"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    risk_id: Mapped[UUID] = mapped_column(ForeignKey("risk.id"))
    what: Mapped[str]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    due_on: Mapped[date]
    done_on: Mapped[date | None]
    result: Mapped[str]
    effective: Mapped[bool | None]
    residual_likelihood: Mapped[int | None] = mapped_column(SmallInteger)
    residual_severity: Mapped[int | None] = mapped_column(SmallInteger)
    checked_by: Mapped[UUID | None]
    checked_on: Mapped[date | None]
    note: Mapped[str]
