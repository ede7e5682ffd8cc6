"""What happened in a case since it was loaded, element by element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.domain.values import Value


class What(StrEnum):
    """What happened to an element."""

    ENTERED = "entered"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    TIMER_FIRED = "timer_fired"
    TIMER_SKIPPED = "timer_skipped"
    MESSAGE_RECEIVED = "message_received"
    SIGNAL_RECEIVED = "signal_received"
    ERROR_CAUGHT = "error_caught"
    ESCALATION_CAUGHT = "escalation_caught"
    CONDITION_MET = "condition_met"
    FLOW_TAKEN = "flow_taken"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEvent:
    """One thing that happened; for a flow taken, `element_id` is the sequence flow."""

    element_id: str
    element_name: str
    what: What
    task_id: str | None = None
    loop_index: int | None = None
    """Which instance of a multi-instance activity, counted from 0."""
    data: Mapping[str, Value] | None = None
    """Of a decision: what was asked, which rules were taken, and the answer."""
