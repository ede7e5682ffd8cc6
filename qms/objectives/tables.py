"""The tables of quality objectives and their measurements (ISO 9001:2015, 6.2)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Objective(Base):
    """An objective of the agency or of a unit: a number, a unit of measure, a day."""

    __tablename__ = "objective"
    __table_args__ = (
        UniqueConstraint("agency_id", "year", "code"),
        Index("ix_objective_instance", "instance_id"),
        CheckConstraint("source IN ('tu_dong','nhap_tay')", name="source"),
        CheckConstraint("direction IN ('>=','<=')", name="direction"),
        CheckConstraint("state IN ('du_thao','da_ban_hanh','dat','khong_dat','huy')", name="state"),
        CheckConstraint("(source = 'tu_dong') = (figure <> '')", name="figure"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    code: Mapped[str]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("objective.id"))
    """The agency's objective that a unit's one serves."""
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    """None: the whole agency's."""
    content: Mapped[str]
    indicator: Mapped[str]
    formula: Mapped[str]
    source: Mapped[str]
    figure: Mapped[str]
    """Which figure of the system measures it; empty where people measure."""
    measure_unit: Mapped[str]
    baseline: Mapped[Decimal | None] = mapped_column(Numeric(18, 4))
    target: Mapped[Decimal] = mapped_column(Numeric(18, 4))
    direction: Mapped[str]
    due_on: Mapped[date]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    means: Mapped[str]
    evaluation: Mapped[str]
    state: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    carried_from: Mapped[UUID | None] = mapped_column(ForeignKey("objective.id"))
    recorded_at: Mapped[datetime]
    search_text: Mapped[str]


class Measurement(Base):
    """What an objective came to in a period; never changed, a correction is a further line."""

    __tablename__ = "measurement"
    __table_args__ = (
        UniqueConstraint("objective_id", "period", "ordinal"),
        CheckConstraint("period IN ('Q1','Q2','Q3','Q4','NAM')", name="period"),
        CheckConstraint("verdict IN ('dat','nguy_co','khong_dat','chua_co_so_lieu')", name="verdict"),
        CheckConstraint("(verdict = 'chua_co_so_lieu') = (value IS NULL)", name="value"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    objective_id: Mapped[UUID] = mapped_column(ForeignKey("objective.id"))
    period: Mapped[str]
    ordinal: Mapped[int]
    """1, then one more for each correction."""
    measured_on: Mapped[date]
    value: Mapped[Decimal | None] = mapped_column(Numeric(18, 4))
    verdict: Mapped[str]
    analysis: Mapped[str]
    automatic: Mapped[bool]
    person_id: Mapped[UUID | None]
    slip_id: Mapped[UUID | None] = mapped_column(ForeignKey("nonconformity.id"))
    """The slip that an unmet objective began."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    recorded_at: Mapped[datetime]
