"""Cases: the row whose lock is taken first, and the moves from one version of a model to another."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables.base import Base


class ProcessInstance(Base):
    """One running or ended procedure: the row whose lock is taken first."""

    __tablename__ = "process_instance"
    __table_args__ = (
        Index(
            "ix_process_instance_escalate_at", "escalate_at", postgresql_where=text("escalate_at IS NOT NULL")
        ),
        Index(
            "ix_process_instance_overdue_from",
            "overdue_from",
            postgresql_where=text("state IN ('running','suspended') AND overdue_at IS NULL"),
        ),
        Index("ix_process_instance_agency", "agency_id", "started_at"),
        Index("ix_process_instance_confidential", "agency_id", postgresql_where=text("confidential")),
        CheckConstraint("state IN ('running','suspended','completed','cancelled')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID]
    model_version_id: Mapped[UUID] = mapped_column(ForeignKey("model_version.id"))
    code: Mapped[str]
    title: Mapped[str]
    search_text: Mapped[str]
    state: Mapped[str]
    outcome: Mapped[str | None]
    revision: Mapped[int]
    process_state: Mapped[bytes] = mapped_column(deferred=True)
    started_at: Mapped[datetime]
    started_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]
    deadline_policy: Mapped[str | None]
    anchor: Mapped[date | None]
    legal_due: Mapped[date | None]
    target_due: Mapped[date | None]
    overdue_from: Mapped[datetime | None]
    overdue_at: Mapped[datetime | None]
    """When the lateness was recorded; the lateness itself began at overdue_from."""
    explanation: Mapped[str]
    """JSON list of [Vietnamese, English] sentences."""
    legal_basis: Mapped[str]
    unconfirmed: Mapped[bool]
    ladder: Mapped[str | None]
    owed_to_department: Mapped[bool]
    ladder_done: Mapped[str]
    escalate_at: Mapped[datetime | None]
    history_sequence: Mapped[int]
    history_hash: Mapped[bytes]
    suspended_at: Mapped[datetime | None]
    suspended_by: Mapped[UUID | None]
    suspended_reason: Mapped[str | None]
    open_incidents: Mapped[int] = mapped_column(SmallInteger, default=0, server_default=text("0"))
    """How many incidents wait for a repair; kept under the instance's lock, so that no step has to ask."""
    hops: Mapped[int] = mapped_column(SmallInteger, default=0, server_default=text("0"))
    """How many messages in a row brought the case to where it stands; a person or a timer ends the row."""
    deadline_terms: Mapped[str | None]
    """JSON of DeadlineTerms: by what the dates are reckoned; None for a case of before they were kept."""
    reckoned_by: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """The version of legal time by which the dates were reckoned."""
    clock_paused_at: Mapped[datetime | None]
    """Since when the clock of the case stands still; meanwhile nothing is late and nobody is reminded."""
    clock_entries: Mapped[int] = mapped_column(SmallInteger, default=0, server_default=text("0"))
    """How many entries its clock ledger has; kept under the lock, so that no step reads an empty ledger."""
    personal: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Whether it is about a citizen: no other agency sees it."""
    confidential: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Whether only those who have a part in it see it, whatever their role."""
    disposed_at: Mapped[datetime | None]
    """When its content was destroyed by minutes; what is left is its code, its dates and the proof."""


class InstanceMigration(Base):
    """A case moved to another version of its model, with all that moving it back needs."""

    __tablename__ = "instance_migration"
    __table_args__ = (
        Index("ix_instance_migration_instance", "instance_id", "at"),
        Index("ix_instance_migration_agency", "agency_id", "at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    agency_id: Mapped[UUID]
    from_version_id: Mapped[UUID] = mapped_column(ForeignKey("model_version.id"))
    to_version_id: Mapped[UUID] = mapped_column(ForeignKey("model_version.id"))
    at: Mapped[datetime]
    actor_id: Mapped[UUID | None]
    reason: Mapped[str]
    plan: Mapped[str]
    """JSON: which element became which, and what was told."""
    revision: Mapped[int]
    """Of the instance as the migration wrote it; once the case has moved on there is no way back."""
    old_state: Mapped[bytes] = mapped_column(deferred=True)
    old_rows: Mapped[bytes] = mapped_column(deferred=True)
    """Rows of the instance and of what was open in it, as they were."""
    reverted_at: Mapped[datetime | None]
    reverted_by: Mapped[UUID | None]
    reverted_reason: Mapped[str | None]
