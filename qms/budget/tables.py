"""The tables of the budget of the quality management system (116/2015/TT-BTC)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class BudgetYear(Base):
    """The money of a year."""

    __tablename__ = "budget_year"
    __table_args__ = (
        UniqueConstraint("agency_id", "year"),
        Index("ix_budget_year_instance", "instance_id"),
        CheckConstraint(
            "state IN ('du_toan','trinh_ky','da_gui','duoc_duyet','da_quyet_toan','huy')", name="state"
        ),
        CheckConstraint("approved >= 0", name="approved"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    state: Mapped[str]
    approved: Mapped[int | None] = mapped_column(BigInteger)
    """Đồng; None until approved."""
    approved_on: Mapped[date | None]
    approved_by: Mapped[str]
    settled_on: Mapped[date | None]
    settlement: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    recorded_at: Mapped[datetime]


class BudgetLine(Base):
    """A line of the estimate."""

    __tablename__ = "budget_line"
    __table_args__ = (
        UniqueConstraint("budget_id", "ordinal"),
        CheckConstraint("amount > 0", name="amount"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    budget_id: Mapped[UUID] = mapped_column(ForeignKey("budget_year.id"))
    ordinal: Mapped[int]
    kind: Mapped[str]
    """What for: duy_tri, tu_van, dao_tao, chung_nhan, mo_rong, xay_dung, khac."""
    what: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    """Đồng."""
    source: Mapped[str]
    warnings: Mapped[list[Any]] = mapped_column(JSONB, server_default=text("'[]'"))
    """Codes of what was warned of and gone on with all the same."""
    carried_from: Mapped[UUID | None]


class Expense(Base):
    """Money that was spent; a mistake is taken back by a line of the opposite amount."""

    __tablename__ = "expense"
    __table_args__ = (
        Index("ix_expense_budget", "budget_id", "spent_on"),
        CheckConstraint("amount <> 0", name="amount"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    budget_id: Mapped[UUID] = mapped_column(ForeignKey("budget_year.id"))
    line_id: Mapped[UUID | None] = mapped_column(ForeignKey("budget_line.id"))
    spent_on: Mapped[date]
    what: Mapped[str]
    voucher: Mapped[str]
    contractor: Mapped[str]
    """Consultant, trainer or certification body that was paid, with its licence (OB-66); else empty."""
    licence: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    """Đồng."""
    reverses_id: Mapped[UUID | None] = mapped_column(ForeignKey("expense.id"))
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
