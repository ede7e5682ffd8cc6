"""A running case in which conditions are answered by who rehearses it, so that no data has to be invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

from SpiffWorkflow.util.task import TaskState

from engine.domain.values import Value
from engine.runtime.compiling import CompiledModel
from engine.runtime.expressions import Expression, ExpressionError
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel.activities import BusinessRuleTask, Loop, StandardLoop
from engine.runtime.kernel.gateways import ConditionalFlows, InclusiveGateway, _Choice
from engine.runtime.kernel.loop_attributes import LOOP_COUNTER
from engine.runtime.kernel.resting import Stored
from engine.runtime.kernel.standstill import require_way_on
from engine.runtime.kernel.workflow import PROCESS_SCOPE, Kernel
from engine.runtime.moments import CalendarInForce, TimerKind, as_moment
from engine.runtime.running import RunningProcess
from engine.runtime.trace import What

CHILDREN: Final = 2
"""Instances of a multi-instance activity, and rounds of a standard loop."""
ASSUMED_LENGTH: Final = {TimerKind.DURATION: "P30D", TimerKind.CYCLE: "R2/P30D"}
"""What a timer runs by whose length only a real case would know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way out of a choice: the flows that are taken together, with the condition that each has."""

    flows: tuple[str, ...]
    names: tuple[str, ...]
    conditions: tuple[str, ...]
    """Empty where the flows are taken when no condition is true, or have none."""


class Oracle(Protocol):
    """Answers for the data that a rehearsal does not have."""

    def choose(self, element_id: str, ways: tuple[Way, ...]) -> Way:
        """Which way a choice takes this time."""

    def assume(self, element_id: str, kind: TimerKind) -> datetime:
        """The moment of a timer that no rehearsal can know; said only of timers by date."""

    def count_step(self) -> None:
        """Called at every automatic step; raises what ends the rehearsal when there are too many."""


def begin_what_if(
    model: CompiledModel,
    oracle: Oracle,
    *,
    variables: Mapping[str, Value],
    now: datetime,
    calendar: CalendarInForce,
    begins_at: str | None,
) -> tuple[RunningProcess, WhatIfKernel]:
    """Begin a case whose choices the oracle makes; nothing of it is ever stored."""
    scopes: Any = Stored({})
    scopes[PROCESS_SCOPE] = dict(variables)
    kernel = WhatIfKernel(model.process_spec, model.level_specs, now, scopes)
    kernel.oracle = oracle
    kernel.calendar, kernel.begins_at, kernel.post.alone = calendar, begins_at, True
    return RunningProcess(model, kernel), kernel


def ways_of(spec: Any) -> tuple[Way, ...]:
    """The ways out of a spec that chooses; empty for one that does not."""
    if not isinstance(spec, _Choice) or not any(condition is not None for condition, _ in spec.conditions):
        return ()
    conditioned = [(name, condition.text) for condition, name in spec.conditions if condition is not None]
    singles = [_way(spec, ((name, text),)) for name, text in conditioned]
    if any(condition is None for condition, _ in spec.conditions):
        default = next(name for condition, name in spec.conditions if condition is None)
        singles.append(_way(spec, ((default, ""),)))
    several = isinstance(spec, InclusiveGateway | ConditionalFlows) and len(conditioned) > 1
    return (*singles, *((_way(spec, tuple(conditioned)),) if several else ()))


def _way(spec: Any, taken: tuple[tuple[str, str], ...]) -> Way:
    return Way(
        flows=tuple(spec.flow_ids.get(name, "") for name, _ in taken),
        names=tuple(name for name, _ in taken),
        conditions=tuple(text for _, text in taken if text),
    )


class WhatIfKernel(Kernel):
    """A kernel that asks its oracle where the drawing asks the data of the case."""

    oracle: Oracle

    def __init__(self, *given: Any) -> None:
        self._asked: dict[str, tuple[Way, int]] = {}
        super().__init__(*given)

    def run(self, *, by_hand: bool = False) -> None:
        """Take automatic steps; a decision that cannot be made without data is passed over."""
        while self.agenda:
            task = self.agenda.popleft()
            if task._state != TaskState.READY:
                continue
            self.oracle.count_step()
            if isinstance(task.task_spec, BusinessRuleTask):
                self._decide(task)
            else:
                task.run()
        self.unsettled = False
        if not by_hand:
            require_way_on(self.states())

    def _decide(self, task: Any) -> None:
        try:
            task.task_spec._run_hook(task)
        except ProcessIncident:
            self.note(What.DECIDED, task)
        task.complete()

    def holds(self, condition: Expression, task: Any, counters: Mapping[str, Value] | None = None) -> bool:
        """What the oracle says of a choice; loops are entered twice."""
        del condition  # choices are made whatever it says
        spec = task.task_spec
        if isinstance(spec, StandardLoop):
            done = (counters or {}).get(LOOP_COUNTER)
            return isinstance(done, int) and done < CHILDREN
        if counters is None and isinstance(spec, _Choice):
            return self._chosen(spec, task)
        return False

    def _chosen(self, spec: Any, task: Any) -> bool:
        """Conditions are asked in the order of the drawing, by some gateways twice."""
        names = [name for condition, name in spec.conditions if condition is not None]
        key = str(task.id)
        if key not in self._asked:
            self._asked[key] = (self.oracle.choose(spec.element_id or "", ways_of(spec)), 0)
        way, place = self._asked[key]
        self._asked[key] = (way, (place + 1) % len(names))
        return names[place] in way.names and bool(way.conditions)

    def evaluate(self, expression: Expression, task: Any) -> Value:
        """The value, null where the data are missing; lists have two items, timers some moment."""
        value = self._known(expression, task)
        spec = task.task_spec
        if isinstance(spec, Loop):
            if expression is spec.rule.collection:
                items = list(value)[:CHILDREN] if isinstance(value, list) else []
                return [*items, *([None] * (CHILDREN - len(items)))]
            if expression is spec.rule.cardinality:
                return CHILDREN
        trigger = getattr(spec, "trigger", None)
        if trigger is not None and trigger.timer is not None and trigger.timer.expression is expression:
            return self._timed(trigger.timer, value, spec.element_id or "")
        return value

    def _known(self, expression: Expression, task: Any) -> Value:
        try:
            return super().evaluate(expression, task)
        except ProcessIncident:
            return None

    def _timed(self, timer: Any, value: Value, element: str) -> Value:
        if timer.kind is TimerKind.DATE:
            return value if as_moment(value) is not None else self.oracle.assume(element, timer.kind)
        try:
            timer.resolved(value)
        except ExpressionError:
            self.oracle.assume(element, timer.kind)
            return ASSUMED_LENGTH[timer.kind]
        return value

    def check_types(self, task: Any, values: Mapping[str, Value]) -> None:
        """Values that are missing are of no type."""

    def _conditions_happen(self) -> bool:
        return False
