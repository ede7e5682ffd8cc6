"""Turns the checked XML of a model into the graph of its drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from lxml import etree

from engine.domain.definition import ActivityDefinition, ActivityKind, Assignment, MultiInstance
from engine.runtime.call_mapping import read_local, read_mapping
from engine.runtime.drawing import BOUNDARIES, Flow, Level, Node
from engine.runtime.expressions import Expression, compile_expression
from engine.runtime.extensions import Extensions, read_expression
from engine.runtime.findings import Findings
from engine.runtime.lanes import Lane, lane_assignment, read_lanes
from engine.runtime.loop_reading import read_loop
from engine.runtime.trigger_reading import TriggerReader, read_by, unknown_definition
from engine.runtime.triggers import Trigger
from engine.runtime.xml_intake import BPMN

_KINDS: Final[Mapping[str, ActivityKind]] = {
    "task": ActivityKind.TASK,
    "userTask": ActivityKind.USER_TASK,
    "manualTask": ActivityKind.MANUAL_TASK,
    "serviceTask": ActivityKind.SERVICE_TASK,
    "scriptTask": ActivityKind.SCRIPT_TASK,
    "businessRuleTask": ActivityKind.BUSINESS_RULE_TASK,
    "receiveTask": ActivityKind.RECEIVE_TASK,
    "sendTask": ActivityKind.SEND_TASK,
    "subProcess": ActivityKind.SUB_PROCESS,
    "callActivity": ActivityKind.CALL_ACTIVITY,
    "exclusiveGateway": ActivityKind.EXCLUSIVE_GATEWAY,
    "parallelGateway": ActivityKind.PARALLEL_GATEWAY,
    "inclusiveGateway": ActivityKind.INCLUSIVE_GATEWAY,
    "eventBasedGateway": ActivityKind.EVENT_BASED_GATEWAY,
}
_EVENTS: Final[Mapping[str, str]] = {
    "startEvent": "start_event",
    "endEvent": "end_event",
    "intermediateCatchEvent": "catch_event",
    "intermediateThrowEvent": "throw_event",
    "boundaryEvent": "boundary_event",
}
_UNKNOWN_EVENT: Final = {
    "catch_event": ActivityKind.TIMER_CATCH_EVENT,
    "boundary_event": ActivityKind.TIMER_BOUNDARY_EVENT,
}
_EVENT_KINDS: Final = frozenset(kind.value for kind in ActivityKind)
_TRUE: Final = "true"
_NAMED: Final = ("message", "signal", "error", "escalation")


def bpmn(local: str) -> str:
    """The qualified name of a BPMN element."""
    return f"{{{BPMN}}}{local}"


class DrawingReader:
    """Reads the one process of a document; what it meets on the way goes to the findings."""

    def __init__(self, root: etree._Element, findings: Findings) -> None:
        self._root = root
        self._findings = findings
        self._triggers = TriggerReader(root, findings)
        self._lanes: Mapping[str, Lane] = {}
        self._ids: set[str | None] = set()

    def read(self, chosen: etree._Element) -> Level:
        """The graph of the chosen process; the others of the document are those that it calls."""
        processes = list(self._root.iterchildren(bpmn("process")))
        self._check_ids()
        self._lanes = {
            element: lane
            for process in processes
            for element, lane in read_lanes(process, self._findings).items()
        }
        level = self._process(chosen)
        level.called = [self._process(process) for process in processes if process is not chosen]
        return level

    def _process(self, element: etree._Element) -> Level:
        level = self._level(element, None, None)
        level.variables = Extensions(element, self._findings).variables()
        return level

    def _check_ids(self) -> None:
        self._ids = {element.get("id") for element in self._root.iter(f"{{{BPMN}}}*")}
        seen: set[str] = set()
        for element in self._root.iter():
            name = etree.QName(element)
            if name.namespace != BPMN or name.localname not in {
                *_KINDS,
                *_EVENTS,
                "sequenceFlow",
                "process",
                "lane",
                *_NAMED,
            }:
                continue
            given = element.get("id")
            if not given:
                self._findings.error(
                    "id-missing",
                    element,
                    f"phần tử {name.localname} thiếu mã (id); hãy lưu lại bằng trình vẽ",
                    f"the element {name.localname} has no id; save it again with the designer",
                )
            elif given in seen:
                self._findings.error(
                    "id-twice",
                    element,
                    f"mã (id) “{given}” bị dùng hai lần",
                    f"the id “{given}” is used twice",
                )
            seen.add(given or "")

    def _level(self, element: etree._Element, parent: Node | None, lane: Lane | None) -> Level:
        level = Level(id=element.get("id") or "", name=element.get("name") or "", element=element)
        for child in element:
            local = etree.QName(child).localname
            if (local in _KINDS or local in _EVENTS) and child.get("id"):
                node = self._node(child, local, parent, lane)
                level.nodes.setdefault(node.id, node)
            level.incomplete = level.incomplete or _is_refused(child, local)
        for child in element.iterchildren(bpmn("sequenceFlow")):
            self._flow(child, level)
        for node in level.nodes.values():
            if node.definition.attached_to is not None:
                self._attach(node, level)
        self._link(level)
        return level

    def _link(self, level: Level) -> None:
        """Join each throwing link event to the catching one of its name; nothing else leads to or from it."""
        catching: dict[str | None, Node] = {}
        for node in level.nodes.values():
            if node.kind is ActivityKind.LINK_CATCH_EVENT and node.trigger is not None:
                if node.trigger.name in catching:
                    self._link_error(node, "link-twice", "có hai đích cùng tên", "has two targets")
                catching[node.trigger.name] = node
                if node.incoming:
                    self._link_error(
                        node, "link-flows", "là đích mà có luồng vào", "is a target that a flow leads to"
                    )
        for node in level.nodes.values():
            if node.kind is ActivityKind.LINK_THROW_EVENT and node.trigger is not None:
                if node.outgoing:
                    self._link_error(
                        node, "link-flows", "là nguồn mà có luồng ra", "is a source that a flow leaves"
                    )
                target = catching.get(node.trigger.name)
                if target is None:
                    self._link_error(
                        node, "link-nowhere", "không có đích cùng cấp", "has no target on its level"
                    )
                    continue
                flow = Flow(id="", source=node.id, target=target.id, condition=None, element=node.element)
                level.flows.append(flow)
                node.outgoing.append(flow)
                target.incoming.append(flow)

    def _link_error(self, node: Node, rule: str, vi: str, en: str) -> None:
        name = node.trigger.name if node.trigger else ""
        self._findings.error(
            rule,
            node.element,
            f"liên kết “{name}” {vi}; hãy nối bằng luồng tuần tự hoặc đổi tên",
            f"the link “{name}” {en}; connect with a sequence flow or rename it",
        )

    def _node(self, element: etree._Element, local: str, parent: Node | None, lane: Lane | None) -> Node:
        element_id = element.get("id") or ""
        lane = self._lanes.get(element_id, lane)
        trigger = self._triggers.read(element, local)
        kind = self._kind(element, local, trigger)
        loop, multi_instance = read_loop(element, self._findings)
        node = Node(
            definition=self._definition(element, kind, parent, lane, multi_instance),
            element=element,
            default=element.get("default"),
            loop=loop,
            trigger=trigger,
            calls=element.get("calledElement"),
            mapping=read_mapping(element, self._findings) if kind is ActivityKind.CALL_ACTIVITY else None,
            local=None if kind is ActivityKind.CALL_ACTIVITY else read_local(element, kind, self._findings),
            assignments=self._assignments(element) if kind is ActivityKind.SCRIPT_TASK else (),
            interrupting=element.get("cancelActivity", _TRUE)
            == element.get("isInterrupting", _TRUE)
            == _TRUE,
        )
        if kind in {ActivityKind.SUB_PROCESS, ActivityKind.EVENT_SUB_PROCESS}:
            node.inner = self._level(element, node, lane)
        return node

    def _assignments(self, element: etree._Element) -> tuple[tuple[str, Expression], ...]:
        read = Extensions(element, self._findings).assignments()
        return tuple((name, compile_expression(text)) for name, text in read)

    def _kind(self, element: etree._Element, local: str, trigger: Trigger | None) -> ActivityKind:
        if local == "subProcess" and element.get("triggeredByEvent") == _TRUE:
            return ActivityKind.EVENT_SUB_PROCESS
        if local in _KINDS:
            return _KINDS[local]
        place = _EVENTS[local]
        name = place if trigger is None else f"{trigger.kind}_{place}"
        if name in _EVENT_KINDS:
            return ActivityKind(name)
        if trigger is not None:
            self._findings.error(
                "event-kind",
                element,
                "loại sự kiện này không đứng được ở đây; hãy dùng loại khác",
                "an event of this kind cannot stand here; use another kind",
            )
        # What is wrong with it has been said; it only has to stand somewhere until all has been read.
        return _UNKNOWN_EVENT.get(place, ActivityKind.THROW_EVENT)

    def _definition(
        self,
        element: etree._Element,
        kind: ActivityKind,
        parent: Node | None,
        lane: Lane | None,
        multi_instance: MultiInstance | None,
    ) -> ActivityDefinition:
        extensions = Extensions(element, self._findings)
        definition = ActivityDefinition(
            element_id=element.get("id") or "",
            name=element.get("name") or "",
            kind=kind,
            lane_id=lane.id if lane else None,
            lane_name=lane.name or lane.id if lane else None,
            parent_id=parent.id if parent else None,
            attached_to=element.get("attachedToRef") if kind in BOUNDARIES else None,
            legal_basis=extensions.legal_basis(),
            multi_instance=multi_instance,
            documentation=documentation(element),
        )
        if kind.done_by_people:
            different_from, not_of_unit, not_person = extensions.separation()
            definition = replace(
                definition,
                assignment=_effective(extensions.assignment(), lane_assignment(lane)),
                form_key=extensions.form_key(),
                form_check=extensions.form_check(),
                deadline=extensions.deadline(),
                escalation=extensions.escalation(),
                different_from=different_from,
                not_of_unit=not_of_unit,
                not_person=not_person,
                title_expression=extensions.title(),
            )
        if kind is ActivityKind.SERVICE_TASK:
            definition = replace(definition, operator=extensions.operator())
        if kind is ActivityKind.BUSINESS_RULE_TASK:
            definition = replace(definition, decision=extensions.decision())
        return definition

    def _flow(self, element: etree._Element, level: Level) -> None:
        source = level.nodes.get(element.get("sourceRef") or "")
        target = level.nodes.get(element.get("targetRef") or "")
        if source is None or target is None:
            self._loose_flow(element, level)
            return
        condition = element.find(bpmn("conditionExpression"))
        text = "" if condition is None else (condition.text or "").strip()
        compiled = (
            read_expression(text, condition, self._findings) if condition is not None and text else None
        )
        if text and compiled is None:
            compiled = compile_expression("null")
        flow = Flow(
            id=element.get("id") or "",
            source=source.id,
            target=target.id,
            condition=compiled,
            element=element,
        )
        level.flows.append(flow)
        source.outgoing.append(flow)
        target.incoming.append(flow)

    def _loose_flow(self, element: etree._Element, level: Level) -> None:
        """Say what is wrong with a flow that joins no two elements of its level."""
        drawn = {child.get("id") for child in level.element}
        for end in ("sourceRef", "targetRef"):
            reference = element.get(end) or ""
            if reference in level.nodes or (reference in drawn and level.incomplete):
                continue  # what it leads to has been refused
            if reference in self._ids:
                self._findings.error(
                    "flow-ends",
                    element,
                    f"luồng tuần tự phải nối hai phần tử cùng cấp, “{reference}” không cùng cấp; không đi"
                    " xuyên qua biên quy trình con",
                    f"a sequence flow joins two elements of one level, “{reference}” is not of this one; it"
                    " never crosses the border of a sub-process",
                )
            else:
                self._findings.error(
                    "flow-ends",
                    element,
                    f"luồng tuần tự nhắc tới “{reference}” ({end}) không có trong tệp; hãy nối lại",
                    f"the sequence flow names “{reference}” ({end}), which is not in the file; connect it",
                )

    def _attach(self, node: Node, level: Level) -> None:
        host = level.nodes.get(node.definition.attached_to or "")
        if host is None or host.kind not in _HOSTS:
            self._findings.error(
                "boundary-host",
                node.element,
                "sự kiện biên phải gắn vào một việc hoặc một quy trình con cùng cấp",
                "a boundary event sits on a task or a sub-process of the same level",
            )
            return
        self._check_sight(host, node)
        host.boundary.append(node)

    def _check_sight(self, host: Node, event: Node) -> None:
        """An event on the border stands outside: it sees nothing of what the step alone is given."""
        given = {name for name, _ in host.local.inputs} if host.local is not None else set()
        hidden = sorted(given & read_by(event.trigger))
        if hidden:
            self._findings.error(
                "local-read-outside",
                event.element,
                f"sự kiện biên không thấy biến “{hidden[0]}” mà gov:input chỉ trao cho việc “{host.id}”;"
                " hãy tính biến đó ở một bước trước, hoặc ghi thẳng biểu thức vào sự kiện",
                f"the event on the border does not see “{hidden[0]}”, which gov:input gives to “{host.id}”"
                " alone; compute it in a step before, or write the expression into the event",
            )


_HOSTS: Final = frozenset(
    {
        ActivityKind.TASK,
        ActivityKind.USER_TASK,
        ActivityKind.MANUAL_TASK,
        ActivityKind.SERVICE_TASK,
        ActivityKind.SCRIPT_TASK,
        ActivityKind.BUSINESS_RULE_TASK,
        ActivityKind.RECEIVE_TASK,
        ActivityKind.SEND_TASK,
        ActivityKind.SUB_PROCESS,
        ActivityKind.CALL_ACTIVITY,
    }
)


def _is_refused(element: etree._Element, local: str) -> bool:
    """Whether a flow node is drawn that the list of what is allowed has refused, or whose event it has."""
    if local not in _KINDS and local not in _EVENTS:
        return local.endswith(("Task", "Gateway", "Process", "Event", "transaction", "Activity"))
    return element.get("isForCompensation") == _TRUE or unknown_definition(element)


def documentation(element: etree._Element) -> str:
    """The documentation texts of an element."""
    return "\n\n".join(_texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    for child in element.iterchildren(bpmn("documentation")):
        if text := (child.text or "").strip():
            yield text


def _effective(own: Assignment | None, inherited: Assignment | None) -> Assignment | None:
    """Its own assignment; one that names no role narrows that of the lane."""
    if own is None or inherited is None:
        return own or inherited
    if own.role is not None:
        return own
    return Assignment(
        role=inherited.role,
        unit_expression=own.unit_expression or inherited.unit_expression,
        person_expression=own.person_expression or inherited.person_expression,
        in_person=own.in_person or inherited.in_person,
    )
