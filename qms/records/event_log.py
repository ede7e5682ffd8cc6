"""The events of a case for programs of process mining, in the standard's own format (XES)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.etree import ElementTree as ET

from engine.domain.local_time import local_moment

_EXTENSIONS: Final = (
    ("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
    ("Time", "time", "http://www.xes-standard.org/time.xesext"),
    ("Organizational", "org", "http://www.xes-standard.org/org.xesext"),
    ("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
)
_NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TRANSITIONS: Final = {
    "task.created": "schedule",
    "task.claimed": "assign",
    "task.released": "reassign",
    "task.returned": "reassign",
    "task.reassigned": "reassign",
    "task.assigned": "reassign",
    "task.completed": "complete",
    "task.cancelled": "withdraw",
    "instance.started": "start",
    "instance.completed": "complete",
    "instance.cancelled": "pi_abort",
    "instance.suspended": "suspend",
    "instance.resumed": "resume",
    "job.completed": "complete",
    "timer.fired": "complete",
}
"""What the standard's life cycle knows; the rest of the record has no state of an activity to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedEvent:
    """One event with the names of what it speaks of."""

    sequence: int
    at: datetime
    kind: str
    step: str
    person: str
    """The name; "" for the system."""
    role: str
    task: str
    on_behalf_of: str = ""
    """In whose name; "" for the own."""
    decision: str = ""
    """By which decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedCase:
    """A case and its events in their order."""

    code: str
    title: str
    process: str
    agency: str
    events: Sequence[LoggedEvent]


def xes(case: LoggedCase) -> bytes:
    """The case as one trace of IEEE 1849-2016 (XES)."""
    log = ET.Element("log", {"xes.version": "1849-2016", "xes.features": ""})
    for name, prefix, uri in _EXTENSIONS:
        ET.SubElement(log, "extension", {"name": name, "prefix": prefix, "uri": uri})
    ET.SubElement(log, "classifier", {"name": "Activity", "keys": "concept:name lifecycle:transition"})
    _string(log, "concept:name", case.process)
    _string(log, "lifecycle:model", "standard")
    trace = ET.SubElement(log, "trace")
    for key, value in (
        ("concept:name", case.code),
        ("quytrinh:title", case.title),
        ("quytrinh:agency", case.agency),
    ):
        _string(trace, key, value)
    for event in case.events:
        if event.kind in _TRANSITIONS:
            _event(trace, event)
    ET.indent(log)
    text: bytes = ET.tostring(log, encoding="UTF-8", xml_declaration=True)
    return text


def _event(trace: ET.Element, event: LoggedEvent) -> None:
    element = ET.SubElement(trace, "event")
    _string(element, "concept:name", event.step or event.kind)
    ET.SubElement(element, "date", {"key": "time:timestamp", "value": local_moment(event.at).isoformat()})
    _string(element, "lifecycle:transition", _TRANSITIONS[event.kind])
    _string(element, "org:resource", event.person or "SYSTEM")
    if event.on_behalf_of:
        _string(element, "quytrinh:onBehalfOf", event.on_behalf_of)
        _string(element, "quytrinh:decision", event.decision)
    if event.role:
        _string(element, "org:role", event.role)
    if event.task:
        _string(element, "concept:instance", event.task)
    _string(element, "quytrinh:kind", event.kind)
    ET.SubElement(element, "int", {"key": "quytrinh:sequence", "value": str(event.sequence)})


def _string(element: ET.Element, key: str, value: str) -> None:
    ET.SubElement(element, "string", {"key": key, "value": _NOT_IN_XML.sub("\ufffd", value)})
