"""Lets a running case follow dates that were reckoned anew: its variables and the timers resting on them."""

from __future__ import annotations

from collections.abc import Mapping

from engine.domain.values import Value
from engine.runtime.compiling import CompiledModel
from engine.runtime.kernel import timing
from engine.runtime.running import RunningProcess
from engine.runtime.triggers import Trigger, TriggerKind


def rests_on_calendar(model: CompiledModel) -> bool:
    """Whether a timer of the model counts working days, so that a change of the calendar may move it."""
    specs = (model.process_spec, *model.level_specs.values())
    return any(
        _by_calendar(trigger)
        for spec in specs
        for task_spec in spec.task_specs.values()
        if (trigger := getattr(task_spec, "trigger", None)) is not None
    )


def follow_dates(
    process: RunningProcess, values: Mapping[str, Value], dates: frozenset[str], *, standing: bool
) -> None:
    """Write the values of the case's dates, and let what waits for a moment wait for the right one.

    `dates` are the names of all variables that the case's deadline has; while its clock is `standing`, the
    timers that rest on them stand still. Events that wait for a condition are looked at again. Raises
    ProcessIncident where a timer finds no moment any more.
    """
    known = process.variables()
    changed = {name: value for name, value in values.items() if known.get(name) != value}
    if changed:
        process.set_variables(changed)
    kernel = process._kernel
    for task in kernel.waiting(TriggerKind.TIMER):
        timing.follow(kernel, task, dates, standing=standing)


def rest_timers(process: RunningProcess, dates: frozenset[str]) -> None:
    """Let timers at these dates that began to wait while their clock stands still stand still too."""
    kernel = process._kernel
    for task in kernel.waiting(TriggerKind.TIMER):
        if timing.rests_on(task, dates):
            timing.follow(kernel, task, dates, standing=True)


def _by_calendar(trigger: Trigger) -> bool:
    timer = trigger.timer
    return timer is not None and (
        timer.working or (timer.expression is not None and timer.expression.by_calendar)
    )
