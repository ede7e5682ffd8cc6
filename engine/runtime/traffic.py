"""What passes between a case and others: what it begins or ceases to wait for, what it sends and throws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from SpiffWorkflow.util.task import TaskState

from engine.domain.messages import EventKind
from engine.domain.values import Value
from engine.runtime.kernel.messages import key_of, listens
from engine.runtime.kernel.workflow import Kernel


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """An event that waits for a message or a signal."""

    id: str
    kind: EventKind
    name: str
    key: str | None
    """The text that a message must carry; None when the name is enough, as for every signal."""
    element_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """A message that the case has sent and that nothing in it was waiting for."""

    task_id: str
    """Of the token that sent it; it sends once."""
    element_id: str
    name: str
    key: str | None
    payload: Mapping[str, Value]
    chosen: bool
    """Whether the model names what is carried; otherwise the payload is all that the sender sees."""
    expires: datetime | None
    """Until when the model wants it kept for a receiver; None leaves it to the house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingSignal:
    """A signal that the case has thrown; what waited for it inside has it already."""

    task_id: str
    element_id: str
    name: str
    payload: Mapping[str, Value]
    """What the model names; a signal that names nothing carries nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """What has changed towards the outside since the start, the loading or the last time it was asked."""

    ended: tuple[str, ...]
    """Ids of subscriptions that wait no more."""
    begun: tuple[Subscription, ...]
    """In order of arrival."""
    sent: tuple[OutgoingMessage, ...]
    thrown: tuple[OutgoingSignal, ...]


def subscriptions(kernel: Kernel) -> dict[str, Subscription]:
    """What the case waits for from outside, by id, in order of arrival."""
    if not kernel.spec.listens:
        return {}
    waiting = sorted(kernel.matching(_listens), key=lambda task: int(task.thread_id))
    return {str(task.id): _subscription(task) for task in waiting}


def _listens(spec: Any, state: int) -> bool:
    return state == TaskState.WAITING and listens(spec)


def sent(kernel: Kernel) -> tuple[OutgoingMessage, ...]:
    """The messages that went out, in order."""
    return tuple(
        OutgoingMessage(
            task_id=message.task_id,
            element_id=message.element_id,
            name=message.name,
            key=message.key,
            payload=message.payload,
            chosen=message.chosen,
            expires=message.expires,
        )
        for message in kernel.post.sent
    )


def thrown(kernel: Kernel) -> tuple[OutgoingSignal, ...]:
    """The signals that were thrown, in order."""
    return tuple(
        OutgoingSignal(
            task_id=signal.task_id, element_id=signal.element_id, name=signal.name, payload=signal.payload
        )
        for signal in kernel.post.thrown
    )


def traffic(
    kernel: Kernel, before: Mapping[str, Subscription], now: Mapping[str, Subscription]
) -> Traffic | None:
    """The difference to what was waited for before, and what went out; None when there is nothing."""
    ended = tuple(known for known, subscription in before.items() if now.get(known) != subscription)
    begun = tuple(one for known, one in now.items() if before.get(known) != one)
    if not (ended or begun or kernel.post.sent or kernel.post.thrown):
        return None
    found = Traffic(ended=ended, begun=begun, sent=sent(kernel), thrown=thrown(kernel))
    kernel.post.sent.clear()
    kernel.post.thrown.clear()
    return found


def _subscription(task: Any) -> Subscription:
    trigger = task.task_spec.trigger
    return Subscription(
        id=str(task.id),
        kind=EventKind(trigger.kind.value),
        name=trigger.name,
        key=key_of(task),
        element_id=task.task_spec.element_id,
    )
