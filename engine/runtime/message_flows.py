"""Gives the messages of a collaboration their names: what a message flow joins is one message."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN

_SENDS: Final = frozenset({"sendTask", "intermediateThrowEvent", "endEvent"})
_RECEIVES: Final = frozenset({"receiveTask", "intermediateCatchEvent", "startEvent", "boundaryEvent"})


@dataclass(slots=True, eq=False)
class _Bearer:
    """An element that sends or receives, and where its reference to a message stands."""

    element: etree._Element
    reference: etree._Element


@dataclass(slots=True, eq=False)
class _Exchange:
    """Message flows that hang together, and what sends and receives over them."""

    flows: list[etree._Element] = field(default_factory=list)
    bearers: list[_Bearer] = field(default_factory=list)


def name_messages(root: etree._Element, findings: Findings) -> None:
    """Let both ends of each message flow speak of the same message, as far as the drawing says which.

    Before one of the processes is chosen: a flow has its ends in two of them.
    """
    naming = _Naming(root, findings)
    for exchange in _exchanges(root):
        naming.settle(exchange)


class _Naming:
    """Names the messages of one file; no two exchanges get the same name by chance."""

    def __init__(self, root: etree._Element, findings: Findings) -> None:
        self._root = root
        self._findings = findings
        self._messages = {
            message.get("id") or "": message for message in root.iterchildren(f"{{{BPMN}}}message")
        }
        self._taken = {name for each in self._messages.values() if (name := (each.get("name") or "").strip())}

    def settle(self, exchange: _Exchange) -> None:
        """Give those who send and receive without saying what the message of the others."""
        referred = [
            message
            for bearer in [*(bearer.reference for bearer in exchange.bearers), *exchange.flows]
            if (message := self._referred(bearer)) is not None
        ]
        for message in referred:
            self._name_nameless(message, exchange)
        names = {(message.get("name") or "").strip() for message in referred}
        if len(names) > 1:
            self._disagreement(exchange, names)
            return
        mute = [bearer for bearer in exchange.bearers if not bearer.reference.get("messageRef")]
        if not mute:
            return
        message = referred[0] if referred else self._new_message(exchange)
        for bearer in mute:
            bearer.reference.set("messageRef", message.get("id") or "")
            name = message.get("name")
            self._findings.rewritten(
                "message-named-by-flow",
                bearer.element,
                f"chưa chọn thông điệp; theo luồng thông điệp, lấy tên “{name}”",
                f"no message is chosen; by its message flow it is called “{name}”",
            )

    def _referred(self, bearer: etree._Element) -> etree._Element | None:
        return self._messages.get((bearer.get("messageRef") or "").rpartition(":")[2])

    def _name_nameless(self, message: etree._Element, exchange: _Exchange) -> None:
        if not (message.get("name") or "").strip():
            message.set("name", self._free(_flow_name(exchange) or message.get("id") or ""))
            self._findings.rewritten(
                "message-named-by-flow",
                message,
                f"thông điệp chưa có tên; lấy tên “{message.get('name')}”",
                f"the message has no name; it is called “{message.get('name')}”",
            )

    def _new_message(self, exchange: _Exchange) -> etree._Element:
        receivers = [
            bearer.element
            for bearer in exchange.bearers
            if etree.QName(bearer.element).localname in _RECEIVES
        ]
        shown = (receivers[0].get("name") or "").strip() if receivers else ""
        message = etree.Element(f"{{{BPMN}}}message")
        message.sourceline = exchange.flows[0].sourceline
        number = len(self._messages) + 1
        while (
            f"Message_{number}" in self._messages
            or self._root.find(f".//*[@id='Message_{number}']") is not None
        ):
            number += 1
        message.set("id", f"Message_{number}")
        message.set("name", self._free(_flow_name(exchange) or shown or exchange.flows[0].get("id") or "?"))
        self._root.insert(0, message)
        self._messages[f"Message_{number}"] = message
        return message

    def _free(self, name: str) -> str:
        """The name, told apart from the same name of another exchange."""
        free, number = name, 2
        while free in self._taken:
            free, number = f"{name} ({number})", number + 1
        self._taken.add(free)
        return free

    def _disagreement(self, exchange: _Exchange, names: set[str]) -> None:
        shown = ", ".join(f"“{name}”" for name in sorted(names))
        self._findings.error(
            "message-flow-disagrees",
            exchange.flows[0],
            f"hai đầu luồng thông điệp nói về các thông điệp khác nhau ({shown}); hãy chọn cùng một",
            f"the ends of the message flow speak of different messages ({shown}); choose the same message",
        )


def _exchanges(root: etree._Element) -> list[_Exchange]:
    """Message flows that share a sender or a receiver belong to one exchange."""
    bearers = _bearers(root)
    found: dict[str, _Exchange] = {}
    for flow in root.iterfind(f"{{{BPMN}}}collaboration/{{{BPMN}}}messageFlow"):
        ends = [
            end
            for end, kinds in (("sourceRef", _SENDS), ("targetRef", _RECEIVES))
            if (bearer := bearers.get(_end(flow, end))) is not None
            and etree.QName(bearer.element).localname in kinds
        ]
        ids = [_end(flow, end) for end in ends]
        known = [found[each] for each in ids if each in found]
        exchange = known[0] if known else _Exchange()
        exchange.flows.append(flow)
        for other in known[1:]:
            if other is not exchange:
                exchange.flows += other.flows
                exchange.bearers += other.bearers
                for key, value in list(found.items()):
                    if value is other:
                        found[key] = exchange
        for each in ids:
            if each not in found:
                exchange.bearers.append(bearers[each])
                found[each] = exchange
    unique: list[_Exchange] = []
    for exchange in found.values():
        if exchange not in unique:
            unique.append(exchange)
    return unique


def _bearers(root: etree._Element) -> dict[str, _Bearer]:
    found: dict[str, _Bearer] = {}
    for process in root.iterchildren(f"{{{BPMN}}}process"):
        for element in process.iter():
            local = etree.QName(element).localname
            if local in {"sendTask", "receiveTask"}:
                found[element.get("id") or ""] = _Bearer(element, element)
            elif local in _SENDS | _RECEIVES:
                definition = element.find(f"{{{BPMN}}}messageEventDefinition")
                if definition is not None:
                    found[element.get("id") or ""] = _Bearer(element, definition)
    return found


def _end(flow: etree._Element, end: str) -> str:
    return (flow.get(end) or "").rpartition(":")[2]


def _flow_name(exchange: _Exchange) -> str:
    return next((name for flow in exchange.flows if (name := (flow.get("name") or "").strip())), "")
