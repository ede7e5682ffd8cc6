"""Builds the kernel's specs from the graph of a drawing.

The library's own parser is left aside: it drops what it does not know, recurses once per node, orders
branches by their height in the diagram and gives ids such as “End” a meaning. Our names carry a sign that no
XML id can have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from SpiffWorkflow.bpmn.specs.event_definitions.message import MessageEventDefinition
from SpiffWorkflow.bpmn.specs.event_definitions.simple import (
    NoneEventDefinition,
    TerminateEventDefinition,
)
from SpiffWorkflow.bpmn.specs.event_definitions.timer import TimeDateEventDefinition

from engine.domain.definition import ActivityKind as Kind
from engine.runtime.drawing import Flow, Level, LoopRule, Node
from engine.runtime.expressions import compile_expression
from engine.runtime.kernel import activities, events, gateways
from engine.runtime.kernel.tokens import PassThrough
from engine.runtime.kernel.workflow import LevelSpec

_SPECS: Final[Mapping[Kind, Any]] = {
    Kind.USER_TASK: activities.UserTask,
    Kind.MANUAL_TASK: activities.ManualTask,
    Kind.TASK: activities.NoneTask,
    Kind.EXCLUSIVE_GATEWAY: gateways.ExclusiveGateway,
    Kind.PARALLEL_GATEWAY: gateways.ParallelGateway,
    Kind.INCLUSIVE_GATEWAY: gateways.InclusiveGateway,
}


def build(process: Level) -> tuple[Any, dict[str, Any]]:
    """The spec of the process and, by name, the specs of its sub-processes."""
    specs = {level.id: _build_level(level) for level in process.walk()}
    return specs.pop(process.id), specs


def _build_level(level: Level) -> Any:
    spec = LevelSpec(level.id)
    entrances: dict[str, Any] = {}
    exits: dict[str, Any] = {}
    for node in level.nodes.values():
        if node.definition.attached_to is None:
            entrances[node.id], exits[node.id] = _build_node(spec, node)
            for event in node.boundary:
                exits[event.id] = spec.task_specs[_name(event.id)]
    for node in level.nodes.values():
        _connect(spec, node, entrances, exits)
        if node.kind is Kind.START_EVENT:
            spec.start.connect(entrances[node.id])
    return spec


def _build_node(spec: Any, node: Node) -> tuple[Any, Any]:
    """The spec that a token comes to and the spec that it leaves from."""
    body = _build_core(spec, node)
    if node.loop is not None:
        body = _build_loop(spec, node, node.loop, body)
    if not node.boundary:
        return body, body
    split = activities.BoundarySplit(spec, _name(node.id, "border"))
    split.flow_ids = {}
    split.connect(body)
    for event in node.boundary:
        split.connect(_build_event(spec, event))
    return split, body


def _build_core(spec: Any, node: Node) -> Any:
    name = _name(node.id, "each") if node.loop is not None else _name(node.id)
    match node.kind:
        case Kind.SERVICE_TASK:
            built = activities.ServiceTask(spec, name)
            built.manual = True
        case Kind.SUB_PROCESS:
            built = activities.SubProcess(spec, name, subworkflow_spec=node.id)
        case Kind.START_EVENT:
            built = events.StartEvent(spec, name, event_definition=NoneEventDefinition())
        case Kind.END_EVENT:
            built = events.EndEvent(spec, name, event_definition=NoneEventDefinition())
        case Kind.TERMINATE_END_EVENT:
            built = events.EndEvent(spec, name, event_definition=TerminateEventDefinition())
            built.terminates = True
        case Kind.TIMER_CATCH_EVENT | Kind.MESSAGE_CATCH_EVENT:
            return _build_event(spec, node)
        case _:
            built = _SPECS[node.kind](spec, name)
    return _marked(built, node)


def _build_event(spec: Any, node: Node) -> Any:
    waits_for = (
        TimeDateEventDefinition(node.id, "")
        if node.timer is not None
        else MessageEventDefinition(node.message)
    )
    if node.definition.attached_to is None:
        built = events.CatchEvent(spec, _name(node.id), event_definition=waits_for)
    else:
        built = events.BoundaryEvent(
            spec, _name(node.id), event_definition=waits_for, cancel_activity=node.interrupting
        )
    built.timer, built.message = node.timer, node.message
    return _marked(built, node)


def _build_loop(spec: Any, node: Node, rule: LoopRule, instance: Any) -> Any:
    body = activities.Loop(spec, _name(node.id), task_spec=instance.name)
    body.rule = rule
    instance.loop_body = body.name
    return _marked(body, node)


def _connect(spec: Any, node: Node, entrances: Mapping[str, Any], exits: Mapping[str, Any]) -> None:
    source = exits[node.id]
    ways: list[tuple[Any, str]] = []
    for flow in node.outgoing:
        target = entrances[flow.target]
        if target.name in source._outputs:
            target = _detour(spec, flow, target)
        # The plain connection of the library: our gateways keep their conditions themselves.
        source._outputs.append(target.name)
        target._inputs.append(source.name)
        source.flow_ids[target.name] = flow.id
        ways.append((flow, target.name))
    if node.kind in {Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY}:
        source.conditions = [(_condition(node, flow), name) for flow, name in ways]


def _condition(node: Node, flow: Flow) -> Any:
    if flow.condition is None and flow.id != node.default and len(node.outgoing) > 1:
        return compile_expression("false")
    return flow.condition


def _detour(spec: Any, flow: Flow, target: Any) -> Any:
    step = PassThrough(spec, _name(flow.id, "flow"))
    step.flow_ids = {}
    step._outputs.append(target.name)
    target._inputs.append(step.name)
    return step


def _marked(built: Any, node: Node) -> Any:
    built.element_id = node.id
    built.element_name = node.definition.name
    built.flow_ids = {}
    return built


def _name(element_id: str, part: str = "") -> str:
    return f"#{element_id}#{part}" if part else f"#{element_id}"
