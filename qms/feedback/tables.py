"""The table of feedback of citizens and organisations (ISO 9001:2015, 8.2.1 and 9.1.2)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Feedback(Base):
    """What a citizen or an organisation said, and the answer."""

    __tablename__ = "feedback"
    __table_args__ = (
        UniqueConstraint("agency_id", "code"),
        Index("ix_feedback_instance", "instance_id"),
        CheckConstraint(
            "channel IN ('truc_tiep','cong','duong_day_nong','khao_sat','van_ban')", name="channel"
        ),
        CheckConstraint("kind IN ('','hanh_vi','qua_han','quy_dinh','khac')", name="kind"),
        CheckConstraint(
            "state IN ('moi','dang_tra_loi','cho_duyet','da_tra_loi','khong_thu_ly')", name="state"
        ),
        CheckConstraint("score BETWEEN 1 AND 5", name="score"),
        CheckConstraint(
            "state <> 'da_tra_loi' OR (answer <> '' AND answered_on IS NOT NULL)", name="answered"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    channel: Mapped[str]
    received_at: Mapped[datetime]
    sender: Mapped[str]
    """Name as given; may be empty. Never leaves the register by mail."""
    contact: Mapped[str]
    content: Mapped[str]
    score: Mapped[int | None] = mapped_column(SmallInteger)
    """Of a survey, 1 to 5."""
    dossier_code: Mapped[str]
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedure.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    kind: Mapped[str]
    due_on: Mapped[date | None]
    state: Mapped[str]
    answer: Mapped[str]
    answered_on: Mapped[date | None]
    answered_by: Mapped[UUID | None]
    founded: Mapped[bool | None]
    slip_id: Mapped[UUID | None] = mapped_column(ForeignKey("nonconformity.id"))
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    recorded_at: Mapped[datetime]
    search_text: Mapped[str]
