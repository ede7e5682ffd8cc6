"""The tables of inspection by the Department (26/2014/TT-BKHCN, Articles 33 to 38)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class InspectionPlan(Base):
    """The Department's inspections of a year."""

    __tablename__ = "inspection_plan"
    __table_args__ = (
        UniqueConstraint("agency_id", "year"),
        CheckConstraint("state IN ('du_thao','trinh_ky','da_ban_hanh','huy')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    """The Department."""
    year: Mapped[int]
    state: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    recorded_at: Mapped[datetime]


class Inspection(Base):
    """One agency inspected by the Department; both see it, each from its side."""

    __tablename__ = "inspection"
    __table_args__ = (
        Index("ix_inspection_agency", "agency_id", "year"),
        Index("ix_inspection_inspector", "inspector_id", "year"),
        UniqueConstraint("inspector_id", "agency_id", "year", "ordinal"),
        CheckConstraint("form IN ('ho_so','tai_tru_so')", name="form"),
        CheckConstraint(
            "state IN ('ke_hoach','cho_tra_loi','dang_xem','da_ket_luan','cho_khac_phuc','da_dong','huy')",
            name="state",
        ),
        CheckConstraint("result IN ('','dat','can_khac_phuc','len_tru_so')", name="result"),
        CheckConstraint("judgement IN ('','chap_nhan','chua_chap_nhan')", name="judgement"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    """The agency inspected."""
    inspector_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    """The Department."""
    plan_id: Mapped[UUID | None] = mapped_column(ForeignKey("inspection_plan.id"))
    year: Mapped[int]
    ordinal: Mapped[int]
    form: Mapped[str]
    state: Mapped[str]
    asked_on: Mapped[date | None]
    answer_due: Mapped[date | None]
    answered_on: Mapped[date | None]
    held_on: Mapped[date | None]
    decision: Mapped[str]
    """Number and day of the decision to inspect on site."""
    minutes_on: Mapped[date | None]
    """The day on which the minutes were signed: two months run from it."""
    minutes_file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    result: Mapped[str]
    conclusion: Mapped[str]
    corrective_due: Mapped[date | None]
    corrective_received_on: Mapped[date | None]
    judgement: Mapped[str]
    judged_on: Mapped[date | None]
    inspector_instance: Mapped[UUID | None]
    """The Department's case; without a foreign key, for it lies in another agency."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    """The inspected agency's case."""
    recorded_at: Mapped[datetime]


class InspectionItem(Base):
    """One item of an inspection: what was asked, what was shown, what was found."""

    __tablename__ = "inspection_item"
    __table_args__ = (
        UniqueConstraint("inspection_id", "ordinal"),
        CheckConstraint("verdict IN ('','dat','khong_dat','khong_ap_dung')", name="verdict"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    inspector_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    inspection_id: Mapped[UUID] = mapped_column(ForeignKey("inspection.id"))
    ordinal: Mapped[int]
    item: Mapped[str]
    """1a … 2g of Article 36, or empty."""
    asked: Mapped[str]
    shown: Mapped[str]
    verdict: Mapped[str]
    remark: Mapped[str]
    requirement: Mapped[str]
    slip_id: Mapped[UUID | None]
    reported_on: Mapped[date | None]
    """When the report on its slip went to the Department, since the Department last judged."""
