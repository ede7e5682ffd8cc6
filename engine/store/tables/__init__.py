"""The tables of the engine, a module a subject; one import."""

from engine.store.tables.base import Base
from engine.store.tables.cases import InstanceMigration, ProcessInstance
from engine.store.tables.legal_time import ClockEntry, DeadlineChange, DeadlineReckoning
from engine.store.tables.machine import CaughtMail, DemoTime, TimerLateness, WorkerHeartbeat
from engine.store.tables.messages import EventSubscription, Message
from engine.store.tables.models import ModelFile, ModelStart, ModelVersion, ModelWithdrawal
from engine.store.tables.outbox import Mail, Notification
from engine.store.tables.records import AuditEvent, HistoryEvent, NumberSeries, SealedDay, StoredFile
from engine.store.tables.work import Incident, Job, Task, Timer

__all__ = [
    "AuditEvent",
    "Base",
    "CaughtMail",
    "ClockEntry",
    "DeadlineChange",
    "DeadlineReckoning",
    "DemoTime",
    "EventSubscription",
    "HistoryEvent",
    "Incident",
    "InstanceMigration",
    "Job",
    "Mail",
    "Message",
    "ModelFile",
    "ModelStart",
    "ModelVersion",
    "ModelWithdrawal",
    "Notification",
    "NumberSeries",
    "ProcessInstance",
    "SealedDay",
    "StoredFile",
    "Task",
    "Timer",
    "TimerLateness",
    "WorkerHeartbeat",
]
