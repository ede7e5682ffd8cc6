"""Writes in one way what XML Schema lets be written in several: booleans, references, texts, blanks."""

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
_TEXTS: Final = frozenset(
    {
        "completionCondition",
        "condition",
        "conditionExpression",
        "loopCardinality",
        "loopCondition",
        "timeCycle",
        "timeDate",
        "timeDuration",
    }
)
"""Expressions: a documentation may stand before their text."""
_ONCE: Final = _TEXTS | {"inputDataItem", "loopDataInputRef", "loopDataOutputRef", "outputDataItem", "script"}
"""What stands at most once in an element; a second one would be passed over."""
_LOOPS: Final = frozenset({"multiInstanceLoopCharacteristics", "standardLoopCharacteristics"})


def even_out(root: etree._Element, bpmn: str, findings: Findings) -> None:
    """Rewrite the attributes of every BPMN element in place; a boolean that is none is refused."""
    for element in root.iter(f"{{{bpmn}}}*"):
        for key, value in element.attrib.items():
            name = str(key)
            if name in _BOOLEAN_ATTRIBUTES:
                _even_out_boolean(element, name, str(value), findings)
            elif name in _REFERENCES:
                _even_out_reference(element, name, str(value))
        if len(element):
            _gather_text(element)
            _refuse_twice(element, bpmn, findings)


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


def _gather_text(element: etree._Element) -> None:
    """Put what stands after the documentation of an expression where its text is looked for."""
    if etree.QName(element).localname in _TEXTS:
        behind = [child.tail or "" for child in element]
        if any(text.strip() for text in behind):
            element.text = "".join([element.text or "", *behind])


def _refuse_twice(element: etree._Element, bpmn: str, findings: Findings) -> None:
    seen: set[str] = set()
    for child in element.iterchildren(f"{{{bpmn}}}*"):
        local = etree.QName(child).localname
        if local not in _ONCE | _LOOPS:
            continue
        kind = "loop" if local in _LOOPS else local
        if kind in seen:
            findings.error(
                "element-twice",
                child,
                f"phần tử {local} chỉ được có một; hãy xóa cái thừa",
                f"there may be only one {local}; remove the other",
            )
        seen.add(kind)


def _even_out_reference(element: etree._Element, name: str, value: str) -> None:
    read = value.strip()
    if name in _QUALIFIED:
        read = read.rpartition(":")[2]
    if read != value:
        element.set(name, read)
