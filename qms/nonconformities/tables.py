"""The table of nonconformities."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Nonconformity(Base):
    """One nonconformity as it was found."""

    __tablename__ = "nonconformity"
    __table_args__ = (Index("ix_nonconformity_agency", "agency_id", "found_on"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    source: Mapped[str]
    description: Mapped[str]
    requirement: Mapped[str]
    """The clause or legal rule that is not met."""
    state: Mapped[str]
    """As officers say it: de_xuat, phan_tich, cho_phe_duyet, dang_thuc_hien, dang_xac_minh, da_dong."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    found_on: Mapped[date]
    recorded_at: Mapped[datetime]
    search_text: Mapped[str]
