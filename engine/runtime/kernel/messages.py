"""Messages and signals inside a case: who in it receives one, what is kept for later, what goes out.

A message goes to an event of its own case that waits for it now; otherwise it goes out, and whoever carries
it may bring it back here. A case that is played alone, without anybody to carry, keeps it for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from SpiffWorkflow.util.task import TaskState

from engine.domain.messages import LONGEST_NAME, correlation_key
from engine.domain.values import Value
from engine.runtime.expressions import ExpressionError
from engine.runtime.incidents import ProcessIncident
from engine.runtime.triggers import Trigger, TriggerKind

if TYPE_CHECKING:
    from engine.runtime.kernel.workflow import Kernel

KEY: Final = "key"
"""Where a task that waits for a message remembers the key that it waits with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMessage:
    """A message that came before its receiver, in a case that is played alone."""

    name: str
    key: str | None
    payload: dict[str, Value]
    for_any_key: bool = False
    """Whether whoever handed it in left open for whom it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMessage:
    """A message that the case sent and that nothing in it was waiting for."""

    task_id: str
    element_id: str
    name: str
    key: str | None
    payload: dict[str, Value]
    chosen: bool
    """Whether the model names what is carried; otherwise it is all that the sender sees."""
    expires: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrownSignal:
    """A signal that the case threw, already told to whatever waits for it inside."""

    task_id: str
    element_id: str
    name: str
    payload: dict[str, Value]


@dataclass(slots=True, kw_only=True)
class Post:
    """What a case has sent since the start or the loading, and what it keeps."""

    alone: bool = False
    """Whether nobody carries messages between this case and others."""
    kept: list[KeptMessage] = field(default_factory=list)
    sent: list[SentMessage] = field(default_factory=list)
    thrown: list[ThrownSignal] = field(default_factory=list)


def listens(spec: Any) -> bool:
    """Whether the tasks of a spec wait for a message or a signal."""
    trigger: Trigger | None = getattr(spec, "trigger", None)
    return trigger is not None and trigger.kind in {TriggerKind.MESSAGE, TriggerKind.SIGNAL}


def key_of(task: Any) -> str | None:
    """The key that a task waits with."""
    key: str | None = task.internal_data.get(KEY)
    return key


def wait_for_message(kernel: Kernel, trigger: Trigger, task: Any) -> None:
    """Reckon the key of a task that begins to wait; take the first message that was kept for it, or all.

    What may happen again and again takes every message that came early.
    """
    key = _key(kernel, trigger, task)
    if key is not None:
        task.internal_data[KEY] = key
    place = 0
    while task._state == TaskState.WAITING and place < len(kernel.post.kept):
        message = kernel.post.kept[place]
        if message.name == trigger.name and (message.for_any_key or _fits(kernel, message.key, task)):
            del kernel.post.kept[place]
            receive(kernel, task, message.payload)
        else:
            place += 1


def send(kernel: Kernel, trigger: Trigger, task: Any) -> None:
    """Give a message to the event of the case that waits for it longest; else let it out, or keep it."""
    key = _key(kernel, trigger, task)
    seen = kernel.seen_by(task)
    parameters = trigger.correlation.parameters
    payload = (
        seen
        if parameters is None
        else {name: kernel.evaluate(expression, task) for name, expression in parameters}
    )
    open_to_any = key is None and trigger.correlation.key is not None
    for waiting in kernel.waiting(TriggerKind.MESSAGE):
        other = waiting.task_spec.trigger
        if other.name == trigger.name and (open_to_any or _fits(kernel, key, waiting)):
            # Variables of one case are seen by both; only what is named needs to be handed over.
            receive(kernel, waiting, payload, shared=parameters is None)
            return
    name = trigger.name or ""
    if kernel.post.alone and name in kernel.spec.receives:
        inside = {} if parameters is None else payload
        kernel.post.kept.append(KeptMessage(name=name, key=key, payload=inside, for_any_key=open_to_any))
        return
    kept = trigger.correlation.kept
    kernel.post.sent.append(
        SentMessage(
            task_id=str(task.id),
            element_id=task.task_spec.element_id or "",
            name=name,
            key=key,
            payload=payload,
            chosen=parameters is not None,
            expires=None if kept is None else kept.after(kernel.now),
        )
    )


def receive(kernel: Kernel, task: Any, payload: Mapping[str, Value], *, shared: bool = False) -> None:
    """Let a message happen to a task that waits for one; its payload becomes variables there."""
    parameters = task.task_spec.trigger.correlation.parameters
    if parameters is not None:
        kernel.write(task, taken(task, parameters, payload))
    elif not shared:
        kernel.write(task, payload)
    task.task_spec.happen(task)


def taken(task: Any, parameters: Any, payload: Mapping[str, Value]) -> dict[str, Value]:
    """The variables that a receiver makes of a payload."""
    try:
        return {name: expression.evaluate(payload.get) for name, expression in parameters}
    except ExpressionError as error:
        raise _incident(task, error.vi.rstrip("."), error.en.rstrip(".")) from error


def throw_signal(kernel: Kernel, trigger: Trigger, task: Any) -> None:
    """Tell a signal, with what the model names, to everything in the case that waits for it; let it out."""
    name = trigger.name or ""
    parameters = trigger.correlation.parameters or ()
    payload = {each: kernel.evaluate(expression, task) for each, expression in parameters}
    kernel.post.thrown.append(
        ThrownSignal(
            task_id=str(task.id), element_id=task.task_spec.element_id or "", name=name, payload=payload
        )
    )
    kernel.broadcast(name, payload)


def _fits(kernel: Kernel, key: str | None, waiting: Any) -> bool:
    known = key_of(waiting)
    if known is None and kernel.post.alone and waiting.task_spec.trigger.correlation.key is not None:
        return True
    return known == key


def _key(kernel: Kernel, trigger: Trigger, task: Any) -> str | None:
    """The key of a sender or receiver; an incident when it is missing, except in a case played alone."""
    expression = trigger.correlation.key
    if expression is None:
        return None
    value = kernel.evaluate(expression, task)
    key = correlation_key(value)
    if key is None and not (value is None and kernel.post.alone):
        raise _incident(
            task,
            f"khóa đối chiếu “{expression.text}” phải là chữ, số hoặc ngày, từ 1 đến {LONGEST_NAME} ký tự",
            f"the correlation key “{expression.text}” must be a text, number or date of 1 to {LONGEST_NAME}"
            " characters",
        )
    return key


def _incident(task: Any, vi: str, en: str) -> ProcessIncident:
    spec = task.task_spec
    return ProcessIncident(element_id=spec.element_id or "", element_name=spec.element_name, vi=vi, en=en)
