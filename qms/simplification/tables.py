"""The table of proposals to simplify procedures (OB-11)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Numeric, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Simplification(Base):
    """A proposal to make a procedure shorter or simpler."""

    __tablename__ = "simplification"
    __table_args__ = (
        UniqueConstraint("agency_id", "code"),
        Index("ix_simplification_instance", "instance_id"),
        CheckConstraint("competence IN ('co_quan','ubnd_tinh','bo_nganh')", name="competence"),
        CheckConstraint(
            "state IN ('de_xuat','dong_y','khong_dong_y','da_kien_nghi','duoc_chap_thuan','bi_tu_choi',"
            "'da_ap_dung','da_do_luong')",
            name="state",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    year: Mapped[int]
    procedure_id: Mapped[UUID] = mapped_column(ForeignKey("procedure.id"))
    kinds: Mapped[list[Any]] = mapped_column(JSONB)
    """thoi_gian, thanh_phan, quy_trinh, khac."""
    current: Mapped[str]
    proposed: Mapped[str]
    saved_cost: Mapped[int | None] = mapped_column(BigInteger)
    """Đồng a year, of the cost of complying."""
    saved_hours: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    """Working hours a dossier."""
    reason: Mapped[str]
    competence: Mapped[str]
    state: Mapped[str]
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    proposed_by: Mapped[UUID | None]
    proposed_on: Mapped[date]
    answer: Mapped[str]
    answered_on: Mapped[date | None]
    applied_on: Mapped[date | None]
    measured_on: Mapped[date | None]
    measured: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    recorded_at: Mapped[datetime]
    search_text: Mapped[str]
