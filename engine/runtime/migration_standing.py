"""Where a stored case stands on the specs of its version, and whether it may stand there in another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from engine.domain.definition import ActivityDefinition, ActivityKind
from engine.domain.migration import MigrationPlan
from engine.domain.migration_check import Place, Presence
from engine.runtime.kernel.activities import BoundarySplit, Loop, StandardLoop, SubProcess
from engine.runtime.kernel.events import RACE, BoundaryEvent, EventGateway, HandlerStart
from engine.runtime.kernel.tokens import PassThrough
from engine.runtime.kernel.workflow import Kernel
from engine.runtime.reachable import Spot, ahead

VIA: Final = "via"


def places(kernel: Kernel) -> Iterator[Place]:
    """Where the tokens of a case stand, in the words of the drawing."""
    for task in kernel.all_tasks():
        spec = task.task_spec
        if spec.element_id is not None:
            via = task.internal_data.get(VIA)
            flow = None if via is None else flow_between(task.workflow.spec.task_specs, via, spec.name)
            yield Place(element_id=spec.element_id, presence=_presence(spec, via), via=flow)


def _presence(spec: Any, via: str | None) -> Presence:
    if via is not None:
        return Presence.JOIN
    if isinstance(spec, BoundaryEvent):
        return Presence.BORDER
    if isinstance(spec, HandlerStart):
        return Presence.HANDLER
    if isinstance(spec, Loop | StandardLoop):
        return Presence.LOOP
    return Presence.INSIDE if isinstance(spec, SubProcess) else Presence.WORK


def flow_between(specs: Mapping[str, Any], source: str, target: str) -> str | None:
    """The sequence flow that leads from one spec to the next, also by a step of the kernel's own."""
    if isinstance(specs[source], PassThrough):
        source, target = specs[source]._inputs[0], source
    flow: str | None = specs[source].flow_ids.get(target)
    return flow


def gateway_before(specs: Mapping[str, Any], event: Any) -> Any:
    """The event-based gateway that an event stands behind."""
    return next((specs[each] for each in event._inputs if isinstance(specs[each], EventGateway)), None)


def name_in_new(plan: MigrationPlan, spec: Any) -> str | None:
    """The name that the new version gives to the spec that stands for one of the old version."""
    element = plan.element(spec.element_id or "")
    _, _, part = spec.name[1:].partition("#")
    return None if element is None else f"#{element}#{part}" if part else f"#{element}"


def host_of(specs: Mapping[str, Any], split: Any) -> Any:
    """The activity whose border it is."""
    return next(specs[each] for each in split._outputs if not isinstance(specs[each], BoundaryEvent))


def spots(level: Any, tokens: Iterable[tuple[Any, Mapping[str, Any]]]) -> Iterator[Spot]:
    """Where the flow of a level stands: not what waits beside it, nor the single instances of a loop.

    A token is given by its spec and what it keeps.
    """
    races: set[str] = set()
    for spec, kept in tokens:
        if isinstance(spec, BoundaryEvent | HandlerStart | BoundarySplit) or spec.loop_body is not None:
            continue
        if any(isinstance(level.task_specs[each], HandlerStart) for each in spec._inputs):
            continue
        if RACE not in kept:
            yield (spec.name, kept[VIA]) if VIA in kept else spec.name
        elif kept[RACE] not in races:
            # Rivals stand for the one token that waits behind their gateway.
            races.add(kept[RACE])
            yield (gateway_before(level.task_specs, spec) or spec).name


def same_net(plan: MigrationPlan, old: Any, new: Any) -> bool:
    """Whether the flow of a level is the same in both versions."""

    def known(name: str) -> str | None:
        return _known(plan, old, name)

    return _net(old, known) == _net(new, lambda name: name)


def _net(level: Any, known: Callable[[str], str | None]) -> dict[str | None, frozenset[str | None]]:
    return {known(name): frozenset(map(known, spec._outputs)) for name, spec in level.task_specs.items()}


def _known(plan: MigrationPlan, level: Any, name: str) -> str | None:
    spec = level.task_specs[name]
    if spec is level.start:
        return name
    if isinstance(spec, PassThrough):
        target = spec._outputs[0]
        flow = plan.flows.get(flow_between(level.task_specs, name, target) or "", "")
        ends = (level.task_specs[each].element_id or "" for each in (spec._inputs[0], target))
        source_id, target_id = (plan.element(each) for each in ends)
        return f"#{source_id} {target_id} {flow}#flow"
    if isinstance(spec, BoundarySplit):
        host = name_in_new(plan, host_of(level.task_specs, spec))
        return f"{host}#border" if host else None
    return name_in_new(plan, spec)


def passed_by(plan: MigrationPlan, level: Any, at: Iterable[Spot]) -> Iterator[ActivityDefinition]:
    """New steps of the level, or of a sub-process in it, to which no token will come any more."""
    coming = {level.task_specs[name].element_id for name in ahead(level, at)}
    for element in plan.added:
        step = plan.new.activities[element]
        around = _in_level(plan, step, level)
        if around is not None and _is_step(step.kind) and around.element_id not in coming:
            yield step


def _in_level(plan: MigrationPlan, step: ActivityDefinition, level: Any) -> ActivityDefinition | None:
    """The step itself or the sub-process of the level that holds it; event sub-processes stand beside."""
    around: ActivityDefinition | None = step
    while around is not None and around.kind is not ActivityKind.EVENT_SUB_PROCESS:
        if f"#{around.element_id}" in level.task_specs:
            return around
        around = plan.new.activities.get(around.parent_id or "")
    return None


def _is_step(kind: ActivityKind) -> bool:
    return kind.value.endswith("task") or kind in {ActivityKind.SUB_PROCESS, ActivityKind.CALL_ACTIVITY}
