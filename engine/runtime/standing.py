"""Where a rehearsed case stands: what is open, what is waited for, what was reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from engine.domain.errors import Refusal
from engine.domain.values import Value
from engine.runtime.compiling import CompiledModel
from engine.runtime.running import OpenTaskKind, RunningProcess
from engine.runtime.triggers import TriggerKind

_FROM_OUTSIDE: Final = (TriggerKind.MESSAGE, TriggerKind.SIGNAL, TriggerKind.CONDITION)


class Status(StrEnum):
    """How the case is."""

    RUNNING = "running"
    COMPLETED = "completed"
    INCIDENT = "incident"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWork:
    """A task that waits for somebody."""

    id: str
    name: str
    lane: str | None
    """The name of its lane; the id of a lane without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the case waits for besides people: a moment, a message, a signal, an operator."""

    id: str
    kind: str
    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the case stands after a step."""

    status: Status
    open: tuple[OpenWork, ...]
    waiting: tuple[Waiting, ...]
    variables: Mapping[str, Value]
    ended: tuple[str, ...]
    """End events reached so far, those of sub-processes too, in order."""
    error: Refusal | None
    """Why the step could not be done, or came to an incident; the case is then as before it."""


def standing(
    model: CompiledModel,
    process: RunningProcess | None,
    *,
    ended: Sequence[str],
    incident: bool,
    error: Refusal | None,
) -> Standing:
    """Where a case stands; one that could not begin has nothing but its incident."""
    if process is None:
        return Standing(
            status=Status.INCIDENT, open=(), waiting=(), variables={}, ended=tuple(ended), error=error
        )
    return Standing(
        status=Status.INCIDENT if incident else _status(process),
        open=_open(model, process),
        waiting=_waiting(process),
        variables=process.variables(),
        ended=tuple(ended),
        error=error,
    )


def _status(process: RunningProcess) -> Status:
    if not process.completed:
        return Status.RUNNING
    return Status.CANCELLED if process.cancelled else Status.COMPLETED


def _open(model: CompiledModel, process: RunningProcess) -> tuple[OpenWork, ...]:
    activities = model.definition.activities
    return tuple(
        OpenWork(
            id=task.element_id,
            name=activities[task.element_id].name,
            lane=activities[task.element_id].lane_name,
        )
        for task in process.open_tasks()
        if task.kind is OpenTaskKind.USER
    )


def _waiting(process: RunningProcess) -> tuple[Waiting, ...]:
    return (
        *(Waiting(id=timer.element_id, kind="timer", due=timer.due) for timer in process.timers()),
        *(
            Waiting(id=event.element_id, kind=event.kind.value, due=None)
            for event in process.waiting()
            if event.kind in _FROM_OUTSIDE
        ),
        *(
            Waiting(id=task.element_id, kind="service", due=None)
            for task in process.open_tasks()
            if task.kind is OpenTaskKind.SERVICE
        ),
    )
