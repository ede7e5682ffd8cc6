"""What is kept as proof: history, acts of authority, files, numbers."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables.base import Base


class HistoryEvent(Base):
    """One event of an instance; append-only, chained by hash. The database refuses UPDATE and DELETE."""

    __tablename__ = "history_event"
    __table_args__ = (
        Index("ix_history_event_task", "task_id"),
        # Rows arrive in the order of time, so that an index of a few pages finds a day's.
        Index("ix_history_event_at", "at", postgresql_using="brin", postgresql_with={"autosummarize": "on"}),
    )

    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    actor_id: Mapped[UUID | None]
    origin: Mapped[str]
    element_id: Mapped[str | None]
    task_id: Mapped[UUID | None]
    data: Mapped[str]
    hash: Mapped[bytes]


class AuditEvent(Base):
    """An act of authority outside one instance: sign-in, refusal, deployment; append-only."""

    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_at", "at"), Index("ix_audit_event_agency", "agency_id", "id"))

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    actor_id: Mapped[UUID | None]
    agency_id: Mapped[UUID | None]
    origin: Mapped[str]
    data: Mapped[str]


class SealedDay(Base):
    """The root of one day over all chains of history and all acts (engine.domain.day_seal); append-only."""

    __tablename__ = "sealed_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    sealed_at: Mapped[datetime]
    heads: Mapped[str]
    acts: Mapped[str]
    acts_through: Mapped[int] = mapped_column(BigInteger)
    previous: Mapped[bytes]
    root: Mapped[bytes]


class StoredFile(Base):
    """A file that somebody handed in, with the hash of its content."""

    __tablename__ = "stored_file"
    __table_args__ = (
        Index("ix_stored_file_instance", "instance_id"),
        Index("ix_stored_file_task", "task_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID]
    instance_id: Mapped[UUID | None]
    task_id: Mapped[UUID | None]
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)
    uploaded_by: Mapped[UUID]
    uploaded_at: Mapped[datetime]


class NumberSeries(Base):
    """The last number given in a series of an agency and year; numbers are gap-free."""

    __tablename__ = "number_series"

    agency_id: Mapped[UUID] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]
