"""What a case waits for: tasks, timers, jobs, incidents; all of it changes only under the case's lock."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables.base import Base


class Task(Base):
    """A user task as the inbox sees it: the shadow of the process, changed only under the instance lock."""

    __tablename__ = "task"
    __table_args__ = (
        Index(
            "ix_task_queue",
            "agency_id",
            "role",
            "unit_id",
            "target_due",
            text("priority DESC"),
            "created_at",
            "id",
            postgresql_include=["clock_paused_at", "instance_id"],
            postgresql_where=text("state = 'open' AND person_id IS NULL"),
        ),
        Index(
            "ix_task_role",
            "agency_id",
            "role",
            "target_due",
            text("priority DESC"),
            "created_at",
            "id",
            postgresql_include=["clock_paused_at", "instance_id"],
            postgresql_where=text("state = 'open' AND person_id IS NULL"),
        ),
        Index("ix_task_claimed_by", "claimed_by", "target_due", postgresql_where=text("state = 'claimed'")),
        Index(
            "ix_task_person",
            "person_id",
            postgresql_where=text("state IN ('open','claimed') AND person_id IS NOT NULL"),
        ),
        Index(
            "ix_task_completed_by",
            "completed_by",
            "completed_at",
            postgresql_where=text("state = 'completed'"),
        ),
        Index("ix_task_instance", "instance_id", "state"),
        Index("ix_task_mandate", "mandate_id", postgresql_where=text("mandate_id IS NOT NULL")),
        Index("ix_task_escalate_at", "escalate_at", postgresql_where=text("escalate_at IS NOT NULL")),
        CheckConstraint("state IN ('open','claimed','completed','cancelled')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    agency_id: Mapped[UUID]
    element_id: Mapped[str]
    scope: Mapped[str]
    name: Mapped[str]
    title: Mapped[str]
    """What tells this task from its siblings, e.g. the procedure's name; may be empty."""
    search_text: Mapped[str]
    role: Mapped[str | None]
    unit_id: Mapped[UUID | None]
    person_id: Mapped[UUID | None]
    form_key: Mapped[str | None]
    state: Mapped[str]
    created_at: Mapped[datetime]
    claimed_by: Mapped[UUID | None]
    claimed_at: Mapped[datetime | None]
    completed_by: Mapped[UUID | None]
    completed_at: Mapped[datetime | None]
    outputs: Mapped[bytes | None] = mapped_column(deferred=True)
    deadline_policy: Mapped[str | None]
    legal_due: Mapped[date | None]
    target_due: Mapped[date | None]
    overdue_from: Mapped[datetime | None]
    explanation: Mapped[str]
    legal_basis: Mapped[str]
    unconfirmed: Mapped[bool]
    ladder: Mapped[str | None]
    owed_to_department: Mapped[bool]
    ladder_done: Mapped[str]
    escalate_at: Mapped[datetime | None]
    draft: Mapped[bytes | None] = mapped_column(deferred=True)
    draft_by: Mapped[UUID | None]
    draft_at: Mapped[datetime | None]
    returned_by: Mapped[UUID | None]
    returned_at: Mapped[datetime | None]
    returned_reason: Mapped[str | None]
    deadline_terms: Mapped[str | None]
    """JSON of DeadlineTerms: by what the dates are reckoned; None for a task of before they were kept."""
    reckoned_by: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """The version of legal time by which the dates were reckoned."""
    clock_paused_at: Mapped[datetime | None]
    """Since when the clock stands still; meanwhile nothing is late and nobody is reminded."""
    priority: Mapped[int] = mapped_column(SmallInteger, default=0, server_default=text("0"))
    """Raised by a ladder: a higher one is shown first among tasks of one day."""
    process_key: Mapped[str] = mapped_column(default="", server_default="")
    """The key of the case's model, by which delegations are limited."""
    in_person: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Whether nobody may do it in another's name."""
    claimed_for: Mapped[UUID | None]
    """In whose name it is held, where by a mandate."""
    completed_for: Mapped[UUID | None]
    """In whose name it was done, where by a mandate."""
    mandate_id: Mapped[UUID | None]
    """The delegation by which it is held or was done."""


class Timer(Base):
    """A pending timer of a process, rebuilt on every save."""

    __tablename__ = "timer"
    __table_args__ = (Index("ix_timer_wake_at", "wake_at"), Index("ix_timer_instance", "instance_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    element_id: Mapped[str]
    due: Mapped[datetime]
    """The moment the model says."""
    wake_at: Mapped[datetime]
    """The moment a worker looks at it: `due`, or later after a failure or when it was set too late."""
    attempts: Mapped[int] = mapped_column(SmallInteger)


class Job(Base):
    """One run of a service task, to be done after the commit that reached it."""

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_run_at", "run_at", postgresql_where=text("state = 'pending'")),
        Index("ix_job_instance", "instance_id"),
        CheckConstraint("state IN ('pending','exhausted')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    """The id of the service task in the process, so also the idempotency key."""
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    element_id: Mapped[str]
    operator: Mapped[str]
    run_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(SmallInteger)
    state: Mapped[str]
    last_error: Mapped[str | None]


class Incident(Base):
    """Something a person must repair before the instance goes on."""

    __tablename__ = "incident"
    __table_args__ = (
        Index("ix_incident_open", "instance_id", postgresql_where=text("resolved_at IS NULL")),
        Index("ix_incident_agency", "agency_id", "opened_at"),
        CheckConstraint(
            "resolution IN ('passed','answered','skipped','closed','cancelled')", name="resolution"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    agency_id: Mapped[UUID]
    element_id: Mapped[str]
    job_id: Mapped[UUID | None]
    message_vi: Mapped[str]
    message_en: Mapped[str]
    opened_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[UUID | None]
    task_id: Mapped[UUID | None]
    """The task whose completion came to it."""
    timer_id: Mapped[UUID | None]
    """The timer whose firing came to it."""
    resolution: Mapped[str | None]
    resolution_reason: Mapped[str | None]
