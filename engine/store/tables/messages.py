"""What passes between cases: who waits for a message or signal, and what is on its way."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables.base import Base


class EventSubscription(Base):
    """An event that waits for a message or a signal: the shadow of the process, kept under its lock."""

    __tablename__ = "event_subscription"
    __table_args__ = (
        Index("ix_event_subscription_awaited", "agency_id", "kind", "name", "correlation_key", "sequence"),
        Index("ix_event_subscription_instance", "instance_id"),
        CheckConstraint("kind IN ('message','signal')", name="kind"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    """The id of the waiting token in the process."""
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    agency_id: Mapped[UUID]
    kind: Mapped[str]
    name: Mapped[str]
    correlation_key: Mapped[str]
    """What a message must carry; empty where the name is enough."""
    element_id: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigInteger, Identity())
    """Who waits longer comes first."""
    ready_at: Mapped[datetime]
    """From when on something is given to it: later than now after a failure."""


class Message(Base):
    """A message, or a signal on its way to one receiver: written by the sender's transaction."""

    __tablename__ = "message"
    __table_args__ = (
        Index(
            "ix_message_deliver_at",
            "deliver_at",
            "sequence",
            postgresql_where=text("deliver_at IS NOT NULL"),
        ),
        Index(
            "ix_message_kept",
            "agency_id",
            "name",
            "correlation_key",
            "sequence",
            postgresql_where=text("deliver_at IS NOT NULL AND kind = 'message'"),
        ),
        Index(
            "ix_message_target_subscription",
            "target_subscription",
            postgresql_where=text("deliver_at IS NOT NULL AND target_subscription IS NOT NULL"),
        ),
        Index("ix_message_sender_instance", "sender_instance"),
        Index("ix_message_received_by", "received_by"),
        Index("ix_message_parked", "agency_id", postgresql_where=text("state = 'parked'")),
        CheckConstraint("kind IN ('message','signal')", name="kind"),
        CheckConstraint(
            "state IN ('pending','delivered','expired','missed','parked','dropped')", name="state"
        ),
        CheckConstraint("(state = 'pending') = (deliver_at IS NOT NULL)", name="pending"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID]
    kind: Mapped[str]
    name: Mapped[str]
    correlation_key: Mapped[str]
    """Empty for none, as for every signal."""
    payload: Mapped[bytes]
    sequence: Mapped[int] = mapped_column(BigInteger, Identity())
    sent_at: Mapped[datetime]
    sender_instance: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    sender_element: Mapped[str | None]
    sent_by: Mapped[UUID | None]
    """The person who sent it by hand."""
    origin: Mapped[str]
    thrown_id: Mapped[UUID]
    """What its sender's history calls it: its own id, or that of the signal that went to several."""
    target_subscription: Mapped[UUID | None]
    """Of a signal: the event that waited for it when it was thrown."""
    target_model: Mapped[str | None]
    """The key of the model of which it starts a case, where that is settled."""
    expires_at: Mapped[datetime]
    deliver_at: Mapped[datetime | None]
    """When a worker looks at it next; None when it is done with."""
    attempts: Mapped[int] = mapped_column(SmallInteger)
    last_error: Mapped[str | None]
    state: Mapped[str]
    received_by: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    received_element: Mapped[str | None]
    received_at: Mapped[datetime | None]
    hops: Mapped[int] = mapped_column(SmallInteger, default=0, server_default=text("0"))
    """How many messages in a row brought it about without a person or a timer in between."""
    parked_at: Mapped[datetime | None]
    """Since when it waits for an administrator to send it again or drop it."""
    trouble_vi: Mapped[str | None]
    """Why, in Vietnamese; `last_error` says it in English."""
