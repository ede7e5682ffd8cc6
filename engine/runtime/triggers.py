"""What an event waits for or throws: a moment, a message, a signal, an error, an escalation, a condition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.runtime.expressions import Expression
from engine.runtime.moments import Duration, TimerRule


class TriggerKind(StrEnum):
    """The kinds of event definitions; the values begin the names of the activity kinds."""

    TIMER = "timer"
    MESSAGE = "message"
    SIGNAL = "signal"
    ERROR = "error"
    ESCALATION = "escalation"
    CONDITION = "condition"
    LINK = "link"
    TERMINATE = "terminate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation:
    """What gov:message says on an element that sends or receives a message."""

    key: Expression | None = None
    """Gives the text that sender and receiver must share; without it, they share the name alone."""
    parameters: tuple[tuple[str, Expression], ...] | None = None
    """What is carried or taken over, by name; None is all."""
    kept: Duration | None = None
    """Of a sender: how long the message waits for a receiver."""


NO_CORRELATION: Final = Correlation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The compiled definition of an event."""

    kind: TriggerKind
    name: str | None = None
    """Name of the message, signal or link, code of the error or escalation; no code catches every code."""
    timer: TimerRule | None = None
    condition: Expression | None = None
    correlation: Correlation = NO_CORRELATION
    code_variable: str | None = None
    """Of a catching event: the variable that takes the code of the error or escalation."""
    message_variable: str | None = None
    """Of an event that catches an error: the variable that takes its message."""
    message: Expression | None = None
    """Of a thrown error: gives its message."""
