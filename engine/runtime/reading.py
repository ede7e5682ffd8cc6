"""Turns the checked XML of a model into the graph of its drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from lxml import etree

from engine.domain.definition import ActivityDefinition, ActivityKind, Assignment, MultiInstance
from engine.runtime.drawing import Flow, Level, LoopRule, Node
from engine.runtime.expressions import Expression, compile_expression, is_name
from engine.runtime.extensions import Extensions, read_expression
from engine.runtime.findings import Findings
from engine.runtime.lanes import Lane, lane_assignment, read_lanes
from engine.runtime.moments import TimerKind, TimerRule, read_duration, read_moment
from engine.runtime.xml_intake import BPMN, GOV

_KINDS: Final[Mapping[str, ActivityKind]] = {
    "startEvent": ActivityKind.START_EVENT,
    "endEvent": ActivityKind.END_EVENT,
    "task": ActivityKind.TASK,
    "userTask": ActivityKind.USER_TASK,
    "manualTask": ActivityKind.MANUAL_TASK,
    "serviceTask": ActivityKind.SERVICE_TASK,
    "subProcess": ActivityKind.SUB_PROCESS,
    "exclusiveGateway": ActivityKind.EXCLUSIVE_GATEWAY,
    "parallelGateway": ActivityKind.PARALLEL_GATEWAY,
    "inclusiveGateway": ActivityKind.INCLUSIVE_GATEWAY,
    "intermediateCatchEvent": ActivityKind.TIMER_CATCH_EVENT,
    "boundaryEvent": ActivityKind.TIMER_BOUNDARY_EVENT,
}
_BY_MESSAGE: Final = {
    ActivityKind.TIMER_CATCH_EVENT: ActivityKind.MESSAGE_CATCH_EVENT,
    ActivityKind.TIMER_BOUNDARY_EVENT: ActivityKind.MESSAGE_BOUNDARY_EVENT,
}


def bpmn(local: str) -> str:
    """The qualified name of a BPMN element."""
    return f"{{{BPMN}}}{local}"


class DrawingReader:
    """Reads the one process of a document; what it meets on the way goes to the findings."""

    def __init__(self, root: etree._Element, findings: Findings) -> None:
        self._root = root
        self._findings = findings
        self._messages = {
            message.get("id"): message.get("name") for message in root.iterchildren(bpmn("message"))
        }
        self._lanes: Mapping[str, Lane] = {}

    def read(self) -> Level | None:
        """The graph of the process, or None when there is not exactly one."""
        processes = list(self._root.iterchildren(bpmn("process")))
        if len(processes) != 1:
            where = processes[1] if processes else self._root
            self._findings.error(
                "one-process",
                where,
                "tệp phải có đúng một quy trình (process); hãy tách mỗi quy trình một tệp",
                "the file must hold exactly one process; give each process a file of its own",
            )
            return None
        self._check_ids()
        self._lanes = read_lanes(processes[0], self._findings)
        return self._level(processes[0], None, None)

    def _check_ids(self) -> None:
        seen: set[str] = set()
        for element in self._root.iter():
            name = etree.QName(element)
            if name.namespace != BPMN or name.localname not in {*_KINDS, "sequenceFlow", "process", "lane"}:
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
            kind = _KINDS.get(etree.QName(child).localname)
            if kind is not None and child.get("id"):
                node = self._node(child, kind, parent, lane)
                level.nodes.setdefault(node.id, node)
        for child in element.iterchildren(bpmn("sequenceFlow")):
            self._flow(child, level)
        for node in level.nodes.values():
            if node.definition.attached_to is not None:
                self._attach(node, level)
        return level

    def _node(
        self, element: etree._Element, kind: ActivityKind, parent: Node | None, lane: Lane | None
    ) -> Node:
        element_id = element.get("id") or ""
        lane = self._lanes.get(element_id, lane)
        timer, message = self._event(element, kind)
        if message is not None or element.find(bpmn("messageEventDefinition")) is not None:
            kind = _BY_MESSAGE.get(kind, kind)
        if element.find(bpmn("terminateEventDefinition")) is not None:
            kind = ActivityKind.TERMINATE_END_EVENT
        loop, multi_instance = self._loop(element)
        node = Node(
            definition=self._definition(element, kind, parent, lane, multi_instance),
            element=element,
            default=element.get("default"),
            loop=loop,
            timer=timer,
            message=message,
            interrupting=element.get("cancelActivity", "true") == "true",
        )
        if kind is ActivityKind.SUB_PROCESS:
            node.inner = self._level(element, node, lane)
        return node

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
            parent_id=parent.id if parent else None,
            attached_to=element.get("attachedToRef") if kind in _BOUNDARIES else None,
            legal_basis=extensions.legal_basis(),
            multi_instance=multi_instance,
            documentation=documentation(element),
        )
        if kind.done_by_people:
            definition = replace(
                definition,
                assignment=_effective(extensions.assignment(), lane_assignment(lane)),
                form_key=extensions.form_key(),
                deadline=extensions.deadline(),
                escalation=extensions.escalation(),
                different_from=extensions.different_from(),
                title_expression=extensions.title(),
            )
        if kind is ActivityKind.SERVICE_TASK:
            definition = replace(definition, operator=extensions.operator())
        return definition

    def _event(self, element: etree._Element, kind: ActivityKind) -> tuple[TimerRule | None, str | None]:
        definitions = [child for child in element if child.tag in _EVENT_DEFINITIONS]
        if kind in _WAITING and len(definitions) != 1:
            self._findings.error(
                "event-one-definition",
                element,
                "sự kiện phải có đúng một loại: đồng hồ hoặc thông điệp",
                "the event needs exactly one definition: a timer or a message",
            )
        if not definitions:
            return None, None
        if definitions[0].tag == bpmn("timerEventDefinition"):
            return self._timer(definitions[0]), None
        if definitions[0].tag == bpmn("messageEventDefinition"):
            return None, self._message(definitions[0])
        return None, None

    def _timer(self, element: etree._Element) -> TimerRule | None:
        parts = [part for part in element if (part.text or "").strip()]
        if len(parts) != 1:
            self._findings.error(
                "timer-empty",
                element,
                "đồng hồ phải có đúng một ngày (timeDate) hoặc một khoảng thời gian (timeDuration)",
                "the timer needs exactly one date (timeDate) or duration (timeDuration)",
            )
            return None
        text = (parts[0].text or "").strip()
        if parts[0].tag == bpmn("timeDuration"):
            duration = read_duration(text)
            if duration is None:
                self._findings.error(
                    "timer-duration",
                    parts[0],
                    f"khoảng thời gian “{text[:40]}” không đúng dạng ISO 8601, ví dụ P3M, P5D, PT2H",
                    f"the duration “{text[:40]}” is not ISO 8601, such as P3M, P5D, PT2H",
                )
                return None
            return TimerRule(kind=TimerKind.DURATION, duration=duration)
        fixed = read_moment(text)
        if fixed is not None:
            return TimerRule(kind=TimerKind.DATE, fixed=fixed)
        expression = read_expression(text, parts[0], self._findings)
        return None if expression is None else TimerRule(kind=TimerKind.DATE, expression=expression)

    def _message(self, element: etree._Element) -> str | None:
        name = self._messages.get(element.get("messageRef") or "")
        if not name:
            self._findings.error(
                "message-unnamed",
                element,
                "sự kiện nhận thông điệp phải chọn một thông điệp có tên",
                "a message event must refer to a message that has a name",
            )
            return None
        return name

    def _loop(self, element: etree._Element) -> tuple[LoopRule | None, MultiInstance | None]:
        marker = element.find(bpmn("multiInstanceLoopCharacteristics"))
        if marker is None:
            return None, None
        number = marker.find(bpmn("loopCardinality"))
        definition = MultiInstance(
            collection=_gov(marker, "collection"),
            element_variable=_gov(marker, "elementVariable"),
            output_collection=_gov(marker, "outputCollection"),
            output_element=_gov(marker, "outputElement"),
            sequential=marker.get("isSequential") == "true",
            cardinality=(number.text or "").strip() or None if number is not None else None,
        )
        if (definition.collection is None) == (definition.cardinality is None):
            self._findings.error(
                "loop-list",
                marker,
                "hoạt động nhiều lần cần gov:collection (danh sách) hoặc loopCardinality, không cả hai",
                "a multi-instance activity needs gov:collection (a list) or loopCardinality, not both",
            )
        for name in (definition.element_variable, definition.output_collection):
            if name is not None and not is_name(name):
                self._findings.error(
                    "loop-variable",
                    marker,
                    f"“{name}” không đặt tên biến được",
                    f"“{name}” cannot name a variable",
                )
        rule = LoopRule(
            collection=self._maybe(definition.collection, marker),
            cardinality=self._maybe(definition.cardinality, marker),
            element_variable=definition.element_variable,
            output_collection=definition.output_collection,
            output_element=self._maybe(definition.output_element, marker),
            sequential=definition.sequential,
        )
        return rule, definition

    def _maybe(self, text: str | None, element: etree._Element) -> Expression | None:
        return None if text is None else read_expression(text, element, self._findings)

    def _flow(self, element: etree._Element, level: Level) -> None:
        source = level.nodes.get(element.get("sourceRef") or "")
        target = level.nodes.get(element.get("targetRef") or "")
        if source is None or target is None:
            self._findings.error(
                "flow-ends",
                element,
                "luồng tuần tự phải nối hai phần tử cùng cấp; không đi xuyên qua biên quy trình con",
                "a sequence flow joins two elements of one level, never across the border of a sub-process",
            )
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
        host.boundary.append(node)


_WAITING: Final = frozenset({ActivityKind.TIMER_CATCH_EVENT, ActivityKind.TIMER_BOUNDARY_EVENT})
_BOUNDARIES: Final = frozenset({ActivityKind.TIMER_BOUNDARY_EVENT, ActivityKind.MESSAGE_BOUNDARY_EVENT})
_HOSTS: Final = frozenset(
    {
        ActivityKind.TASK,
        ActivityKind.USER_TASK,
        ActivityKind.MANUAL_TASK,
        ActivityKind.SERVICE_TASK,
        ActivityKind.SUB_PROCESS,
    }
)
_EVENT_DEFINITIONS: Final = frozenset(
    {
        bpmn("timerEventDefinition"),
        bpmn("messageEventDefinition"),
        bpmn("terminateEventDefinition"),
    }
)


def documentation(element: etree._Element) -> str:
    """The documentation texts of an element."""
    return "\n\n".join(_texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    for child in element.iterchildren(bpmn("documentation")):
        if text := (child.text or "").strip():
            yield text


def _gov(element: etree._Element, attribute: str) -> str | None:
    return (element.get(f"{{{GOV}}}{attribute}") or "").strip() or None


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
    )
