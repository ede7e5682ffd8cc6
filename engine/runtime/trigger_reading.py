"""Reads what an event of the drawing waits for or throws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from engine.domain.messages import LONGEST_NAME
from engine.domain.text import normal
from engine.runtime.extensions import Extensions, read_expression
from engine.runtime.findings import Findings
from engine.runtime.foreign_messages import starts_process
from engine.runtime.timer_reading import read_timer, refuse_timer_extensions
from engine.runtime.triggers import NO_CORRELATION, Correlation, Trigger, TriggerKind
from engine.runtime.xml_intake import BPMN, GOV

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
_SENDING: Final = _THROWING | {"sendTask"}
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
            return self._message(element, element, local)
        if local not in _EVENTS:
            return None
        definitions = [child for child in element if child.tag in _DEFINITIONS]
        if unknown_definition(element):
            return None
        if len(definitions) > 1 or (not definitions and local not in _MAY_BE_PLAIN):
            self._findings.error(
                "event-one-definition",
                element,
                "sự kiện phải có đúng một loại, ví dụ đồng hồ hoặc thông điệp",
                "the event needs exactly one definition, such as a timer or a message",
            )
            return None
        trigger = self._trigger(element, definitions[0], local) if definitions else None
        if trigger is None or trigger.kind is not TriggerKind.MESSAGE:
            self._no_message(element)
        if trigger is None or trigger.kind not in {TriggerKind.ERROR, TriggerKind.ESCALATION}:
            self._nothing_caught(element)
        if trigger is None or trigger.kind is not TriggerKind.SIGNAL:
            self._nothing_carried(element)
        if trigger is None or trigger.kind is not TriggerKind.TIMER:
            refuse_timer_extensions(element, self._findings)
        return trigger

    def _message(self, bearer: etree._Element, element: etree._Element, local: str) -> Trigger:
        name = self._name(bearer, element, TriggerKind.MESSAGE)
        correlation = Extensions(element, self._findings).message() or NO_CORRELATION
        self._check_correlation(element, local, correlation)
        return Trigger(kind=TriggerKind.MESSAGE, name=name, correlation=correlation)

    def _check_correlation(self, element: etree._Element, local: str, correlation: Correlation) -> None:
        if correlation.kept is not None and local not in _SENDING:
            self._findings.error(
                "message-keep",
                element,
                "chỉ phần tử gửi thông điệp mới đặt thời gian giữ (keep)",
                "only an element that sends a message says how long it is kept (keep)",
            )
        if correlation.key is not None and starts_process(element):
            self._findings.error(
                "message-start-key",
                element,
                "thông điệp mở hồ sơ mới thì chưa có khóa để đối chiếu; hãy bỏ key",
                "a message that starts a case has no key to compare with; remove key",
            )

    def _no_message(self, element: etree._Element) -> None:
        if Extensions(element, self._findings).message() is not None:
            self._findings.error(
                "message-missing",
                element,
                "gov:message chỉ dùng ở phần tử gửi hoặc nhận thông điệp",
                "gov:message belongs to an element that sends or receives a message",
            )

    def _nothing_carried(self, element: etree._Element) -> None:
        if Extensions(element, self._findings).signal() is not None:
            self._findings.error(
                "signal-carries",
                element,
                "gov:signal chỉ dùng ở sự kiện phát tín hiệu",
                "gov:signal belongs to an event that throws a signal",
            )

    def _nothing_caught(self, element: etree._Element) -> None:
        if Extensions(element, self._findings).caught():
            self._findings.error(
                "caught-place",
                element,
                "gov:caught chỉ dùng ở sự kiện bắt lỗi hoặc bắt báo cáo vượt cấp",
                "gov:caught belongs to an event that catches an error or an escalation",
            )

    def _trigger(self, element: etree._Element, definition: etree._Element, local: str) -> Trigger | None:
        kind = _DEFINITIONS[str(definition.tag)]
        match kind:
            case TriggerKind.TIMER:
                return Trigger(kind=kind, timer=read_timer(element, definition, self._findings))
            case TriggerKind.MESSAGE:
                return self._message(definition, element, local)
            case TriggerKind.SIGNAL:
                return self._signal(element, definition, throwing=local in _THROWING)
            case TriggerKind.ERROR | TriggerKind.ESCALATION:
                return self._coded(element, definition, kind, throwing=local in _THROWING)
            case TriggerKind.CONDITION:
                return self._condition(definition)
            case TriggerKind.LINK:
                return Trigger(kind=kind, name=(definition.get("name") or element.get("name") or "").strip())
            case _:
                return Trigger(kind=kind)

    def _signal(self, element: etree._Element, definition: etree._Element, *, throwing: bool) -> Trigger:
        """A signal, and what is carried by the one that throws it."""
        carried = Extensions(element, self._findings).signal()
        if carried is not None and not throwing:
            self._findings.error(
                "signal-carries",
                element,
                "chỉ sự kiện phát tín hiệu mới nêu dữ liệu mang theo (gov:signal)",
                "only an event that throws a signal says what it carries (gov:signal)",
            )
        return Trigger(
            kind=TriggerKind.SIGNAL,
            name=self._name(definition, element, TriggerKind.SIGNAL),
            correlation=NO_CORRELATION if carried is None else Correlation(parameters=carried),
        )

    def _coded(
        self, element: etree._Element, definition: etree._Element, kind: TriggerKind, *, throwing: bool
    ) -> Trigger:
        """An error or escalation: its code, what its message is, and which variables take them."""
        code = self._code(definition, kind, throwing=throwing)
        caught = Extensions(element, self._findings).caught()
        if caught and (throwing or (kind is TriggerKind.ESCALATION and "message" in caught)):
            self._findings.error(
                "caught-place",
                element,
                "gov:caught chỉ dùng ở sự kiện bắt lỗi hoặc bắt báo cáo vượt cấp; message chỉ có ở lỗi",
                "gov:caught belongs to an event that catches an error or escalation (message: an error)",
            )
        referred = self._named.get(_local_name(definition.get(_NAMED[kind][1])))
        text = None if referred is None or not throwing else referred.get(f"{{{GOV}}}message")
        return Trigger(
            kind=kind,
            name=code,
            code_variable=caught.get("code"),
            message_variable=caught.get("message"),
            message=None if text is None else read_expression(text, definition, self._findings),
        )

    def _name(self, bearer: etree._Element, element: etree._Element, kind: TriggerKind) -> str:
        local, reference, attribute = _NAMED[kind]
        referred = self._named.get(_local_name(bearer.get(reference)))
        name = "" if referred is None else normal(referred.get(attribute) or "")
        if len(name) > LONGEST_NAME:
            self._findings.error(
                f"{local}-name-long",
                element,
                f"tên {local} dài quá {LONGEST_NAME} ký tự",
                f"the name of the {local} is longer than {LONGEST_NAME} characters",
            )
        if name:
            return name
        if referred is not None and attribute not in referred.attrib:
            name = normal(referred.get("id") or "")[:LONGEST_NAME]
            self._findings.rewritten(
                f"{local}-named-by-id",
                element,
                f"{local} không có tên; lấy mã “{name}” của nó làm tên",
                f"the {local} has no name; its id “{name}” is taken for one",
            )
            return name
        shown = normal(element.get("name") or element.get("id") or "")[:LONGEST_NAME]
        if bearer.get(reference):
            self._findings.error(
                f"{local}-unnamed",
                element,
                f"sự kiện nhắc tới “{bearer.get(reference)}” không có hoặc không có tên; hãy chọn"
                f" lại {local}",
                f"the event refers to “{bearer.get(reference)}”, which is missing or has no name; choose the"
                f" {local} again",
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


def read_by(trigger: Trigger | None) -> frozenset[str]:
    """The variables that an event reads while it waits."""
    if trigger is None:
        return frozenset()
    timer = None if trigger.timer is None else trigger.timer.expression
    found = (timer, trigger.condition, trigger.correlation.key)
    return frozenset().union(*(each.names for each in found if each is not None))


def unknown_definition(element: etree._Element) -> bool:
    """Whether an event has a definition that has been refused already."""
    return any(
        str(child.tag).endswith("EventDefinition") and child.tag not in _DEFINITIONS for child in element
    )


def _local_name(reference: str | None) -> str:
    """The id that a reference means, without the prefix that some tools put before it."""
    return (reference or "").rpartition(":")[2]
