"""What people are told: notices, and the mails that gather them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables.base import Base


class Notification(Base):
    """Something one person has to be told; a worker gathers all of a person's into one mail."""

    __tablename__ = "notification"
    __table_args__ = (
        Index(
            "ix_notification_pending", "send_at", "person_id", postgresql_where=sql_text("mail_id IS NULL")
        ),
        Index("ix_notification_instance", "instance_id"),
        Index("ix_notification_mail", "mail_id", postgresql_where=sql_text("mail_id IS NOT NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID]
    person_id: Mapped[UUID]
    kind: Mapped[str]
    """The template code of Appendix B: M01, M02, …"""
    step: Mapped[str]
    """The step of the escalation ladder, or empty."""
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    """None where it is about a message that no case sent."""
    task_id: Mapped[UUID | None]
    created_at: Mapped[datetime]
    send_at: Mapped[datetime]
    data: Mapped[str]
    mail_id: Mapped[UUID | None]


class Mail(Base):
    """One mail of the outbox, sent by a worker at least once, always under the same Message-ID."""

    __tablename__ = "mail"
    __table_args__ = (
        Index("ix_mail_run_at", "run_at", postgresql_where=sql_text("state = 'pending'")),
        Index("ix_mail_agency", "agency_id", "created_at"),
        Index(
            "ix_mail_unproved", "sent_at", postgresql_where=sql_text("state = 'sent' AND proved_at IS NULL")
        ),
        CheckConstraint("state IN ('pending','sent','failed')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID]
    person_id: Mapped[UUID]
    message_id: Mapped[str]
    to_name: Mapped[str]
    to_address: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    created_at: Mapped[datetime]
    run_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(SmallInteger)
    state: Mapped[str]
    sent_at: Mapped[datetime | None]
    server_answer: Mapped[str | None]
    proved_at: Mapped[datetime | None]
    """When its sending was written into the histories of the cases it speaks of."""
    asked_for: Mapped[bool] = mapped_column(default=False, server_default=sql_text("false"))
    """Whether the reader is waiting for it, as for a link to a new password: no quiet hours hold it."""
