"""Runs BPMN: compiles bundles, moves cases on; the only room that knows SpiffWorkflow and lxml."""

from __future__ import annotations

from engine.runtime.compiling import CompiledModel, compile_bundle
from engine.runtime.expressions import Expression, ExpressionError, compile_expression
from engine.runtime.incidents import ProcessIncident, StateUnreadable
from engine.runtime.moments import TimerKind
from engine.runtime.running import (
    OpenTask,
    OpenTaskKind,
    OutgoingMessage,
    PendingEvent,
    PendingMessage,
    PendingTimer,
    RunningProcess,
)
from engine.runtime.trace import ActivityEvent, What
from engine.runtime.triggers import TriggerKind

__all__ = [
    "ActivityEvent",
    "CompiledModel",
    "Expression",
    "ExpressionError",
    "OpenTask",
    "OpenTaskKind",
    "OutgoingMessage",
    "PendingEvent",
    "PendingMessage",
    "PendingTimer",
    "ProcessIncident",
    "RunningProcess",
    "StateUnreadable",
    "TimerKind",
    "TriggerKind",
    "What",
    "compile_bundle",
    "compile_expression",
]
