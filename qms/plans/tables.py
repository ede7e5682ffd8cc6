"""The tables of the yearly plan: the plan and its editions, its activities, what the units said."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class YearPlan(Base):
    """The plan of a year in one edition; a change after signing is a further edition."""

    __tablename__ = "year_plan"
    __table_args__ = (
        UniqueConstraint("agency_id", "year", "edition"),
        Index("ix_year_plan_instance", "instance_id"),
        CheckConstraint(
            "state IN ('du_thao','gop_y','trinh_ky','da_ban_hanh','bi_thay','huy')", name="state"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    edition: Mapped[int]
    state: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """Bases, purpose, scope, organisation of the work, as the layout is filled with them."""
    budget: Mapped[int | None] = mapped_column(BigInteger)
    """Đồng."""
    budget_source: Mapped[str]
    carried_from: Mapped[UUID | None] = mapped_column(ForeignKey("year_plan.id"))
    """The plan whose lines the draft began with."""
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    """The Department's letter that asked for it."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    recorded_at: Mapped[datetime]


class PlanActivity(Base):
    """One line of a plan: what, by whom, when, with what result (followed once the plan is issued)."""

    __tablename__ = "plan_activity"
    __table_args__ = (
        UniqueConstraint("plan_id", "ordinal"),
        Index("ix_plan_activity_agency", "agency_id", "state", "ends_on"),
        CheckConstraint(
            "kind IN ('danh_gia_noi_bo','xem_xet_lanh_dao','dao_tao','bao_cao','muc_tieu','rui_ro',"
            "'cap_nhat_vbqppl','cong_bo','cai_tien','khac')",
            name="kind",
        ),
        CheckConstraint("state IN ('chua_den','dang_lam','da_xong','huy')", name="state"),
        CheckConstraint("ends_on >= starts_on", name="days"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("year_plan.id"))
    ordinal: Mapped[int]
    kind: Mapped[str]
    subject: Mapped[str]
    """The type of a report; else empty."""
    what: Mapped[str]
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    """The unit in charge; None: the whole agency."""
    partners: Mapped[str]
    audited_units: Mapped[list[Any]] = mapped_column(JSONB, server_default=text("'[]'"))
    """Ids of the units that an audit visits."""
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    product: Mapped[str]
    state: Mapped[str]
    result: Mapped[str]
    ended_on: Mapped[date | None]
    carried_from: Mapped[UUID | None]


class PlanOpinion(Base):
    """What a unit said of a draft; silence until the day is no opinion, and stands as such."""

    __tablename__ = "plan_opinion"

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("year_plan.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    opinion: Mapped[str]
    objectives: Mapped[str]
    """What the unit proposes as its own objectives."""
    training_need: Mapped[str]
    silent: Mapped[bool]
    person_id: Mapped[UUID | None]
    given_on: Mapped[date]
