"""Builds the kernel's specs from the graph of a drawing.

The library's own parser is left aside: it drops what it does not know, recurses once per node, orders
branches by their height in the diagram and gives ids such as “End” a meaning. Our names carry a sign that no
XML id can have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from SpiffWorkflow.bpmn.specs.event_definitions.simple import NoneEventDefinition

from engine.domain.definition import ActivityKind as Kind
from engine.runtime.drawing import CATCHES, ENDS, STARTS, Flow, Level, LoopRule, Node
from engine.runtime.expressions import compile_expression
from engine.runtime.kernel import activities, events, gateways
from engine.runtime.kernel.level_spec import LevelSpec
from engine.runtime.kernel.tokens import PassThrough
from engine.runtime.triggers import TriggerKind

_SPECS: Final[Mapping[Kind, Any]] = {
    Kind.USER_TASK: activities.UserTask,
    Kind.MANUAL_TASK: activities.ManualTask,
    Kind.TASK: activities.NoneTask,
    Kind.SEND_TASK: activities.SendTask,
    Kind.RECEIVE_TASK: activities.ReceiveTask,
    Kind.EVENT_BASED_GATEWAY: events.EventGateway,
    Kind.LINK_CATCH_EVENT: events.ThrowEvent,
    Kind.THROW_EVENT: events.ThrowEvent,
    Kind.MESSAGE_THROW_EVENT: events.ThrowEvent,
    Kind.SIGNAL_THROW_EVENT: events.ThrowEvent,
    Kind.ESCALATION_THROW_EVENT: events.ThrowEvent,
    Kind.LINK_THROW_EVENT: events.ThrowEvent,
    Kind.EXCLUSIVE_GATEWAY: gateways.ExclusiveGateway,
    Kind.PARALLEL_GATEWAY: gateways.ParallelGateway,
    Kind.INCLUSIVE_GATEWAY: gateways.InclusiveGateway,
}


def build(process: Level) -> tuple[Any, dict[str, Any]]:
    """The spec of the process and, by name, the specs of its sub-processes."""
    specs = {level.id: _build_level(level) for level in process.walk()}
    for declaring in (process, *process.called):
        for level in declaring.inside():
            specs[level.id].variables = declaring.variables
    outermost = specs[process.id]
    waiting = [
        trigger
        for level in specs.values()
        for spec in level.task_specs.values()
        if isinstance(spec, events.Waiting) and (trigger := spec.trigger) is not None
    ]
    outermost.receives = frozenset(t.name for t in waiting if t.kind is TriggerKind.MESSAGE)
    outermost.listens = any(t.kind in {TriggerKind.MESSAGE, TriggerKind.SIGNAL} for t in waiting)
    outermost.watches = any(t.kind is TriggerKind.CONDITION for t in waiting)
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
    for node in level.starts():
        spec.start.connect(entrances[node.id])
    drawn = [node for node in level.starts() if node.kind in STARTS]
    drawn.sort(key=lambda node: node.kind is not Kind.START_EVENT)
    spec.beginnings = {node.id: entrances[node.id].name for node in drawn}
    for node in level.handlers():
        spec.start.connect(_build_handler(spec, node))
    spec.rechecks = any(isinstance(one, gateways.InclusiveGateway) for one in spec.task_specs.values())
    return spec


def _build_handler(spec: Any, node: Node) -> Any:
    """What waits for the start of an event sub-process."""
    start = node.inner.starts()[0] if node.inner is not None else node
    built: Any = events.HandlerStart(spec, _name(start.id, "start"))
    built.trigger, built.cancel_activity = start.trigger, start.interrupting
    built.handler = _name(node.id)
    built._outputs.append(built.handler)
    spec.task_specs[built.handler]._inputs.append(built.name)
    return _marked(built, start)


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
    built: Any
    match node.kind:
        case Kind.SERVICE_TASK:
            built = activities.ServiceTask(spec, name)
            built.manual = True
        case Kind.BUSINESS_RULE_TASK | Kind.SCRIPT_TASK:
            built = _build_computing(spec, name, node)
        case Kind.SUB_PROCESS | Kind.EVENT_SUB_PROCESS:
            built = activities.SubProcess(spec, name, subworkflow_spec=node.id)
        case Kind.CALL_ACTIVITY:
            built = activities.CallActivity(spec, name, subworkflow_spec=node.calls)
            built.mapping = node.mapping
            built.scoped = True
        case _ if node.kind in STARTS:
            built = events.StartEvent(spec, name, event_definition=NoneEventDefinition())
        case _ if node.kind in ENDS:
            built = events.EndEvent(spec, name, event_definition=NoneEventDefinition())
            built.trigger = node.trigger
        case _ if node.kind in CATCHES:
            return _build_event(spec, node)
        case Kind.SEND_TASK | Kind.RECEIVE_TASK:
            built = _SPECS[node.kind](spec, name, event_definition=NoneEventDefinition())
            built.trigger = node.trigger
        case _:
            built = _SPECS[node.kind](spec, name)
            if isinstance(built, events.ThrowEvent):
                built.trigger = node.trigger
    built.local = node.local
    return _marked(built, node)


def _build_computing(spec: Any, name: str, node: Node) -> Any:
    built: Any
    if node.kind is Kind.SCRIPT_TASK:
        built = activities.ScriptTask(spec, name)
        built.assignments = node.assignments
    else:
        built = activities.BusinessRuleTask(spec, name)
        built.decision, built.binding = node.decision, node.definition.decision
    return built


def _build_event(spec: Any, node: Node) -> Any:
    name, nothing = _name(node.id), NoneEventDefinition()
    built: Any
    if node.definition.attached_to is None:
        built = events.CatchEvent(spec, name, event_definition=nothing)
    else:
        built = events.BoundaryEvent(spec, name, event_definition=nothing, cancel_activity=node.interrupting)
    built.trigger, built.local = node.trigger, node.local
    return _marked(built, node)


def _build_loop(spec: Any, node: Node, rule: LoopRule, instance: Any) -> Any:
    kind = activities.StandardLoop if rule.standard else activities.Loop
    body = kind(spec, _name(node.id), task_spec=instance.name)
    body.rule = rule
    instance.scoped = instance.scoped or not rule.standard
    instance.loop_body = body.name
    return _marked(body, node)


def _connect(spec: Any, node: Node, entrances: Mapping[str, Any], exits: Mapping[str, Any]) -> None:
    source = exits[node.id]
    chooses = node.kind in {Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY}
    conditional = not chooses and any(flow.condition is not None for flow in node.outgoing)
    if conditional:
        source = _conditional_flows(spec, node, source)
    ways: list[tuple[Flow, str]] = []
    for flow in node.outgoing:
        target = entrances[flow.target]
        if target.name in source._outputs:
            target = _detour(spec, flow, target)
        # The plain connection of the library: our gateways keep their conditions themselves.
        source._outputs.append(target.name)
        target._inputs.append(source.name)
        if flow.id:
            source.flow_ids[target.name] = flow.id
        ways.append((flow, target.name))
    if chooses:
        source.conditions = [(_condition(node, flow), name) for flow, name in ways]
    if conditional:
        source.always = [name for flow, name in ways if flow.condition is None and flow.id != node.default]
        source.conditions = [(flow.condition, name) for flow, name in ways if name not in source.always]


def _conditional_flows(spec: Any, node: Node, source: Any) -> Any:
    split = gateways.ConditionalFlows(spec, _name(node.id, "flows"))
    source._outputs.append(split.name)
    split._inputs.append(source.name)
    return _marked(split, node)


def _condition(node: Node, flow: Flow) -> Any:
    if flow.condition is None and flow.id != node.default and len(node.outgoing) > 1:
        return compile_expression("false")
    return flow.condition


def _detour(spec: Any, flow: Flow, target: Any) -> Any:
    step = PassThrough(spec, _name(f"{flow.source} {flow.target} {flow.id}", "flow"))
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
