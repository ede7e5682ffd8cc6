"""Runs BPMN: compiles bundles, moves cases on; the only room that knows SpiffWorkflow and lxml."""

from __future__ import annotations

from engine.runtime.compiling import CompiledModel, compile_bundle
from engine.runtime.expressions import Expression, ExpressionError, compile_expression
from engine.runtime.incidents import ProcessIncident, StateUnreadable
from engine.runtime.moments import TimerKind
from engine.runtime.running import (
    OpenTask,
    OpenTaskKind,
    PendingMessage,
    PendingTimer,
    RunningProcess,
)
from engine.runtime.trace import ActivityEvent, What

__all__ = [
    "ActivityEvent",
    "CompiledModel",
    "Expression",
    "ExpressionError",
    "OpenTask",
    "OpenTaskKind",
    "PendingMessage",
    "PendingTimer",
    "ProcessIncident",
    "RunningProcess",
    "StateUnreadable",
    "TimerKind",
    "What",
    "compile_bundle",
    "compile_expression",
]
