"""Reads what an event of the drawing waits for or throws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from engine.runtime.extensions import read_expression
from engine.runtime.findings import Findings
from engine.runtime.moments import TimerKind, TimerRule, read_cycle, read_duration, read_moment
from engine.runtime.triggers import Trigger, TriggerKind
from engine.runtime.xml_intake import BPMN

_DEFINITIONS: Final[Mapping[str, TriggerKind]] = {
    f"{{{BPMN}}}timerEventDefinition": TriggerKind.TIMER,
    f"{{{BPMN}}}messageEventDefinition": TriggerKind.MESSAGE,
    f"{{{BPMN}}}signalEventDefinition": TriggerKind.SIGNAL,
    f"{{{BPMN}}}errorEventDefinition": TriggerKind.ERROR,
    f"{{{BPMN}}}escalationEventDefinition": TriggerKind.ESCALATION,
    f"{{{BPMN}}}conditionalEventDefinition": TriggerKind.CONDITION,
    f"{{{BPMN}}}linkEventDefinition": TriggerKind.LINK,
    f"{{{BPMN}}}terminateEventDefinition": TriggerKind.TERMINATE,
}
_NAMED: Final = {
    TriggerKind.MESSAGE: ("message", "messageRef", "name"),
    TriggerKind.SIGNAL: ("signal", "signalRef", "name"),
    TriggerKind.ERROR: ("error", "errorRef", "errorCode"),
    TriggerKind.ESCALATION: ("escalation", "escalationRef", "escalationCode"),
}
_MAY_BE_PLAIN: Final = frozenset({"startEvent", "endEvent", "intermediateThrowEvent"})
_MESSAGE_TASKS: Final = frozenset({"receiveTask", "sendTask"})
_THROWING: Final = frozenset({"endEvent", "intermediateThrowEvent"})
_EVENTS: Final = _MAY_BE_PLAIN | {"intermediateCatchEvent", "boundaryEvent"}


class TriggerReader:
    """Reads the definitions of events; names and codes stand in root elements of the document."""

    def __init__(self, root: etree._Element, findings: Findings) -> None:
        self._findings = findings
        self._named: dict[str, etree._Element] = {
            element.get("id") or "": element
            for local in ("message", "signal", "error", "escalation")
            for element in root.iterchildren(f"{{{BPMN}}}{local}")
        }

    def read(self, element: etree._Element, local: str) -> Trigger | None:
        """The trigger of an event, or of a task that sends or receives; None for a plain one."""
        if local in _MESSAGE_TASKS:
            return Trigger(kind=TriggerKind.MESSAGE, name=self._name(element, element, TriggerKind.MESSAGE))
        if local not in _EVENTS:
            return None
        definitions = [child for child in element if child.tag in _DEFINITIONS]
        if len(definitions) > 1 or (not definitions and local not in _MAY_BE_PLAIN):
            self._findings.error(
                "event-one-definition",
                element,
                "sự kiện phải có đúng một loại, ví dụ đồng hồ hoặc thông điệp",
                "the event needs exactly one definition, such as a timer or a message",
            )
            return None
        return self._trigger(element, definitions[0], local) if definitions else None

    def _trigger(self, element: etree._Element, definition: etree._Element, local: str) -> Trigger | None:
        kind = _DEFINITIONS[str(definition.tag)]
        match kind:
            case TriggerKind.TIMER:
                return Trigger(kind=kind, timer=self._timer(definition))
            case TriggerKind.MESSAGE | TriggerKind.SIGNAL:
                return Trigger(kind=kind, name=self._name(definition, element, kind))
            case TriggerKind.ERROR | TriggerKind.ESCALATION:
                return Trigger(kind=kind, name=self._code(definition, kind, throwing=local in _THROWING))
            case TriggerKind.CONDITION:
                return self._condition(definition)
            case TriggerKind.LINK:
                return Trigger(kind=kind, name=(definition.get("name") or element.get("name") or "").strip())
            case _:
                return Trigger(kind=kind)

    def _name(self, bearer: etree._Element, element: etree._Element, kind: TriggerKind) -> str:
        local, reference, attribute = _NAMED[kind]
        referred = self._named.get(_local_name(bearer.get(reference)))
        name = "" if referred is None else (referred.get(attribute) or "").strip()
        if name:
            return name
        shown = (element.get("name") or element.get("id") or "").strip()
        if bearer.get(reference):
            self._findings.error(
                f"{local}-unnamed",
                element,
                f"sự kiện nhắc tới “{bearer.get(reference)}” không có hoặc không có tên",
                f"the event refers to “{bearer.get(reference)}”, which is missing or has no name",
            )
        else:
            self._findings.rewritten(
                f"{local}-named-by-event",
                element,
                f"chưa chọn {local}; lấy tên “{shown}” của phần tử",
                f"no {local} is chosen; the name “{shown}” of the element is taken",
            )
        return shown

    def _code(self, definition: etree._Element, kind: TriggerKind, *, throwing: bool) -> str | None:
        local, reference, attribute = _NAMED[kind]
        wanted = definition.get(reference)
        referred = self._named.get(_local_name(wanted))
        if wanted and referred is None:
            self._findings.error(
                f"{local}-unknown",
                definition,
                f"sự kiện nhắc tới “{wanted}” không có trong tệp",
                f"the event refers to “{wanted}”, which is not in the file",
            )
        code = None
        if referred is not None:
            code = (referred.get(attribute) or referred.get("name") or referred.get("id") or "").strip()
        return code or ("" if throwing else None)

    def _condition(self, definition: etree._Element) -> Trigger | None:
        inner = definition.find(f"{{{BPMN}}}condition")
        text = "" if inner is None else (inner.text or "").strip()
        if not text:
            self._findings.error(
                "condition-empty",
                definition,
                "sự kiện điều kiện phải có điều kiện",
                "a conditional event needs a condition",
            )
            return None
        condition = read_expression(text, definition, self._findings)
        return None if condition is None else Trigger(kind=TriggerKind.CONDITION, condition=condition)

    def _timer(self, element: etree._Element) -> TimerRule | None:
        parts = [part for part in element if (part.text or "").strip()]
        if len(parts) != 1:
            self._findings.error(
                "timer-empty",
                element,
                "đồng hồ phải có đúng một ngày (timeDate), khoảng thời gian (timeDuration) hoặc chu kỳ"
                " (timeCycle)",
                "the timer needs exactly one date (timeDate), duration (timeDuration) or cycle (timeCycle)",
            )
            return None
        text = (parts[0].text or "").strip()
        match etree.QName(parts[0]).localname:
            case "timeDuration":
                return self._duration(parts[0], text)
            case "timeCycle":
                return self._cycle(parts[0], text)
            case _:
                return self._moment(parts[0], text)

    def _moment(self, element: etree._Element, text: str) -> TimerRule | None:
        fixed = read_moment(text)
        if fixed is not None:
            return TimerRule(kind=TimerKind.DATE, fixed=fixed)
        expression = read_expression(text, element, self._findings)
        return None if expression is None else TimerRule(kind=TimerKind.DATE, expression=expression)

    def _duration(self, element: etree._Element, text: str) -> TimerRule | None:
        duration = read_duration(text)
        if duration is not None:
            return TimerRule(kind=TimerKind.DURATION, duration=duration)
        self._findings.error(
            "timer-duration",
            element,
            f"khoảng thời gian “{text[:40]}” không đúng dạng ISO 8601, ví dụ P3M, P5D, PT2H",
            f"the duration “{text[:40]}” is not ISO 8601, such as P3M, P5D, PT2H",
        )
        return None

    def _cycle(self, element: etree._Element, text: str) -> TimerRule | None:
        cycle = read_cycle(text)
        if cycle is None:
            self._findings.error(
                "timer-cycle",
                element,
                f"chu kỳ “{text[:40]}” không đúng dạng ISO 8601, ví dụ R3/PT1H, R/P1M",
                f"the cycle “{text[:40]}” is not ISO 8601, such as R3/PT1H, R/P1M",
            )
        return cycle


def _local_name(reference: str | None) -> str:
    """The id that a reference means, without the prefix that some tools put before it."""
    return (reference or "").rpartition(":")[2]
