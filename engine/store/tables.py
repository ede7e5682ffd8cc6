"""The tables of the engine: models, instances, tasks, timers, jobs, incidents, history and the outbox."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    MetaData,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The one metadata of the whole database; every moment in it is UTC."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {datetime: DateTime(timezone=True), str: Text, bytes: LargeBinary}


class ModelVersion(Base):
    """One published bundle; immutable."""

    __tablename__ = "model_version"
    __table_args__ = (UniqueConstraint("key", "version"), UniqueConstraint("key", "bundle_hash"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str]
    """The process id of the model, e.g. QMS_P06_CAP_NHAT_VBQPPL."""
    version: Mapped[int]
    bundle_hash: Mapped[str]
    name: Mapped[str]
    deployed_at: Mapped[datetime]
    deployed_by: Mapped[UUID | None]


class ModelFile(Base):
    """One file of a published bundle."""

    __tablename__ = "model_file"

    model_version_id: Mapped[UUID] = mapped_column(ForeignKey("model_version.id"), primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]


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
            "created_at",
            "id",
            postgresql_where=text("state = 'open' AND person_id IS NULL"),
        ),
        Index(
            "ix_task_role",
            "agency_id",
            "role",
            "target_due",
            "created_at",
            "id",
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
        Index("ix_task_instance", "instance_id"),
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


class HistoryEvent(Base):
    """One event of an instance; append-only, chained by hash. The database refuses UPDATE and DELETE."""

    __tablename__ = "history_event"
    __table_args__ = (Index("ix_history_event_task", "task_id"),)

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
    __table_args__ = (Index("ix_audit_event_at", "at"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    actor_id: Mapped[UUID | None]
    agency_id: Mapped[UUID | None]
    origin: Mapped[str]
    data: Mapped[str]


class Notification(Base):
    """Something one person has to be told; a worker gathers all of a person's into one mail."""

    __tablename__ = "notification"
    __table_args__ = (
        Index("ix_notification_pending", "send_at", "person_id", postgresql_where=text("mail_id IS NULL")),
        Index("ix_notification_instance", "instance_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID]
    person_id: Mapped[UUID]
    kind: Mapped[str]
    """The template code of Appendix B: M01, M02, …"""
    step: Mapped[str]
    """The step of the escalation ladder, or empty."""
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"))
    task_id: Mapped[UUID | None]
    created_at: Mapped[datetime]
    send_at: Mapped[datetime]
    data: Mapped[str]
    mail_id: Mapped[UUID | None]


class Mail(Base):
    """One mail of the outbox, sent by a worker at least once, always under the same Message-ID."""

    __tablename__ = "mail"
    __table_args__ = (
        Index("ix_mail_run_at", "run_at", postgresql_where=text("state = 'pending'")),
        Index("ix_mail_agency", "agency_id", "created_at"),
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


class WorkerHeartbeat(Base):
    """When each worker process last went round."""

    __tablename__ = "worker_heartbeat"

    worker: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    """Both of the machine's clock, also in demo time."""


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
        CheckConstraint("kind IN ('message','signal')", name="kind"),
        CheckConstraint("state IN ('pending','delivered','expired','missed')", name="state"),
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


class ModelStart(Base):
    """A message or signal on which a published version starts a case; as immutable as the version."""

    __tablename__ = "model_start"
    __table_args__ = (
        Index("ix_model_start_name", "kind", "name"),
        CheckConstraint("kind IN ('message','signal')", name="kind"),
    )

    model_version_id: Mapped[UUID] = mapped_column(ForeignKey("model_version.id"), primary_key=True)
    element_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]


class TimerLateness(Base):
    """How many timers a worker fired in an hour, by class of lateness (engine.domain.lateness)."""

    __tablename__ = "timer_lateness"

    hour: Mapped[datetime] = mapped_column(primary_key=True)
    """Of the machine's clock, as the worker's signs of life."""
    worker: Mapped[str] = mapped_column(primary_key=True)
    lateness_class: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    fired: Mapped[int] = mapped_column(BigInteger)
    longest_ms: Mapped[int] = mapped_column(BigInteger)


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
