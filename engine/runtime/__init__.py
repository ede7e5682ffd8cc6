"""Runs BPMN: compiles bundles, moves cases on; the only room that knows SpiffWorkflow and lxml."""

from __future__ import annotations

from engine.runtime.compiling import CompiledModel, compile_bundle
from engine.runtime.expressions import Expression, ExpressionError, compile_expression, is_name
from engine.runtime.incidents import ProcessIncident, StateUnreadable
from engine.runtime.kernel.moving import Place, Scope, Target
from engine.runtime.moments import TimerKind
from engine.runtime.running import (
    OpenTask,
    OpenTaskKind,
    PendingEvent,
    PendingMessage,
    PendingTimer,
    RunningProcess,
)
from engine.runtime.trace import ActivityEvent, What
from engine.runtime.traffic import OutgoingMessage, OutgoingSignal, Subscription, Traffic
from engine.runtime.triggers import TriggerKind
from engine.runtime.waits import Waits
from engine.runtime.working_days import with_calendar

__all__ = [
    "ActivityEvent",
    "CompiledModel",
    "Expression",
    "ExpressionError",
    "OpenTask",
    "OpenTaskKind",
    "OutgoingMessage",
    "OutgoingSignal",
    "PendingEvent",
    "PendingMessage",
    "PendingTimer",
    "Place",
    "ProcessIncident",
    "RunningProcess",
    "Scope",
    "StateUnreadable",
    "Subscription",
    "Target",
    "TimerKind",
    "Traffic",
    "TriggerKind",
    "Waits",
    "What",
    "compile_bundle",
    "compile_expression",
    "is_name",
    "with_calendar",
]
