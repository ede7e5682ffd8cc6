"""The table of letters between agencies: a message of one that is to arrive at another."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class ExchangeLetter(Base):
    """A message from one agency's case to another agency; both see it, a worker carries it."""

    __tablename__ = "exchange_letter"
    __table_args__ = (
        Index("ix_exchange_letter_deliver_at", "deliver_at", postgresql_where=text("deliver_at IS NOT NULL")),
        Index("ix_exchange_letter_from", "from_agency", "sent_at"),
        Index("ix_exchange_letter_to", "to_agency", "sent_at"),
        CheckConstraint("(delivered_at IS NULL) = (message_id IS NULL)", name="delivered"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    from_agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    to_agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    name: Mapped[str]
    """Of the message."""
    key: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """What is carried, as the post of an agency writes it."""
    subject: Mapped[str]
    """What it is, for people."""
    file_id: Mapped[UUID | None]
    """An attachment of the sender; the addressee gets a copy of its own."""
    from_instance: Mapped[UUID | None]
    sent_at: Mapped[datetime]
    sent_by: Mapped[UUID | None]
    deliver_at: Mapped[datetime | None]
    """When a worker next tries; None once delivered or given up."""
    delivered_at: Mapped[datetime | None]
    message_id: Mapped[UUID | None]
    """The message in the addressee's post."""
    attempts: Mapped[int]
    failure: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'"))
