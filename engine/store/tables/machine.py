"""What the machine says of itself: signs of life, lateness of timers, the demo's clock and mailbox."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables.base import Base


class WorkerHeartbeat(Base):
    """When each worker process last went round."""

    __tablename__ = "worker_heartbeat"

    worker: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    """Both of the machine's clock, also in demo time."""


class TimerLateness(Base):
    """How many timers a worker fired in an hour, by class of lateness (engine.domain.lateness)."""

    __tablename__ = "timer_lateness"

    hour: Mapped[datetime] = mapped_column(primary_key=True)
    """Of the machine's clock, as the worker's signs of life."""
    worker: Mapped[str] = mapped_column(primary_key=True)
    lateness_class: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    fired: Mapped[int] = mapped_column(BigInteger)
    longest_ms: Mapped[int] = mapped_column(BigInteger)


class DemoTime(Base):
    """How far the demo's clock runs ahead of the machine's, and where it is heading; one row, demo only."""

    __tablename__ = "demo_time"

    id: Mapped[int] = mapped_column(primary_key=True)
    ahead_seconds: Mapped[int] = mapped_column(BigInteger)
    heading_for: Mapped[datetime | None]
    """In demo time."""


class CaughtMail(Base):
    """A mail that the demo's mail catcher received; one row a Message-ID, as a mailbox shows it."""

    __tablename__ = "caught_mail"

    message_id: Mapped[str] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
    sender: Mapped[str]
    recipients: Mapped[str]
    raw: Mapped[bytes]
