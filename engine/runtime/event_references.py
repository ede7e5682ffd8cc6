"""Puts an event definition that several events share, and that stands at the root, into each of them."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN


def resolve_event_references(root: etree._Element, findings: Findings) -> None:
    """An event may name its definition instead of holding it (eventDefinitionRef); both mean the same.

    A reference to what is not there stays, and is refused.
    """
    shared = {
        definition.get("id") or "": definition
        for definition in root.iterchildren(f"{{{BPMN}}}*")
        if etree.QName(definition).localname.endswith("EventDefinition")
    }
    if not shared:
        return
    for reference in list(root.iter(f"{{{BPMN}}}eventDefinitionRef")):
        event = reference.getparent()
        definition = shared.get((reference.text or "").strip().rpartition(":")[2])
        if event is None or definition is None:
            continue
        own = deepcopy(definition)
        own.attrib.pop("id", "")
        own.tail = reference.tail
        event.replace(reference, own)
        findings.rewritten(
            "event-definition-shared",
            event,
            f"định nghĩa sự kiện “{definition.get('id')}” ghi riêng được đọc như nằm trong sự kiện này",
            f"the event definition “{definition.get('id')}” that stands apart is read as this event's own",
        )
    for definition in shared.values():
        root.remove(definition)
