"""Writes in one way what XML Schema lets be written in several: booleans, references, blanks around them."""

from __future__ import annotations

from typing import Final

from lxml import etree

from engine.runtime.findings import Findings

_BOOLEANS: Final = {"true": "true", "1": "true", "false": "false", "0": "false"}
_BOOLEAN_ATTRIBUTES: Final = frozenset(
    {
        "cancelActivity",
        "instantiate",
        "isExecutable",
        "isForCompensation",
        "isInterrupting",
        "isSequential",
        "parallelMultiple",
        "testBefore",
        "triggeredByEvent",
    }
)
_REFERENCES: Final = frozenset(
    {
        "attachedToRef",
        "default",
        "errorRef",
        "escalationRef",
        "id",
        "messageRef",
        "operationRef",
        "processRef",
        "signalRef",
        "sourceRef",
        "targetRef",
    }
)
_QUALIFIED: Final = frozenset({"attachedToRef", "processRef"})
"""References that BPMN types as QName and that are looked up by id alone."""


def even_out(root: etree._Element, bpmn: str, findings: Findings) -> None:
    """Rewrite the attributes of every BPMN element in place; a boolean that is none is refused."""
    for element in root.iter(f"{{{bpmn}}}*"):
        for key, value in element.attrib.items():
            name = str(key)
            if name in _BOOLEAN_ATTRIBUTES:
                _even_out_boolean(element, name, str(value), findings)
            elif name in _REFERENCES:
                _even_out_reference(element, name, str(value))


def _even_out_boolean(element: etree._Element, name: str, value: str, findings: Findings) -> None:
    read = _BOOLEANS.get(value.strip())
    if read is None:
        findings.error(
            "boolean-unreadable",
            element,
            f"thuộc tính {name}=“{value[:40]}” phải là true hoặc false",
            f"the attribute {name}=“{value[:40]}” must be true or false",
        )
    elif read != value:
        element.set(name, read)


def _even_out_reference(element: etree._Element, name: str, value: str) -> None:
    read = value.strip()
    if name in _QUALIFIED:
        read = read.rpartition(":")[2]
    if read != value:
        element.set(name, read)
