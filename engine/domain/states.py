"""The states of instances, tasks and mails, with their moves beside them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

MOST_ATTEMPTS: Final = 2**15 - 1
"""Where counting failures stops: what fails for months is tried on all the same."""


class InstanceState(StrEnum):
    """Where a process instance stands."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    """At rest by an administrator's word; its legal time runs on."""
    COMPLETED = "completed"
    CANCELLED = "cancelled"


INSTANCE_MOVES: Final[Mapping[InstanceState, frozenset[InstanceState]]] = {
    InstanceState.RUNNING: frozenset(
        {InstanceState.SUSPENDED, InstanceState.COMPLETED, InstanceState.CANCELLED}
    ),
    InstanceState.SUSPENDED: frozenset(
        {InstanceState.RUNNING, InstanceState.COMPLETED, InstanceState.CANCELLED}
    ),
    InstanceState.COMPLETED: frozenset(),
    InstanceState.CANCELLED: frozenset(),
}

LIVE_INSTANCE_STATES: Final = (InstanceState.RUNNING, InstanceState.SUSPENDED)
"""A case that has not ended: its deadline still counts."""


class TaskState(StrEnum):
    """Where a user task stands."""

    OPEN = "open"
    CLAIMED = "claimed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


TASK_MOVES: Final[Mapping[TaskState, frozenset[TaskState]]] = {
    TaskState.OPEN: frozenset({TaskState.CLAIMED, TaskState.COMPLETED, TaskState.CANCELLED}),
    TaskState.CLAIMED: frozenset({TaskState.OPEN, TaskState.COMPLETED, TaskState.CANCELLED}),
    TaskState.COMPLETED: frozenset(),
    TaskState.CANCELLED: frozenset(),
}

LIVE_TASK_STATES: Final = (TaskState.OPEN, TaskState.CLAIMED)


class JobState(StrEnum):
    """Where the run of a service task stands."""

    PENDING = "pending"
    EXHAUSTED = "exhausted"


class MailState(StrEnum):
    """Where a mail of the outbox stands."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"
