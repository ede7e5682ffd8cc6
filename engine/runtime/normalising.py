"""Rewrites what other tools write and has a counterpart here; says what it became, or that it was left out.

Works on the tree that was read for this compilation; the stored file is never changed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from lxml import etree

from engine.runtime.expressions import ExpressionError, compile_expression, is_name
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN, GOV

_FAMILY: Final = frozenset(
    {
        "http://camunda.org/schema/1.0/bpmn",
        "http://operaton.org/schema/1.0/bpmn",
        "http://flowable.org/bpmn",
        "http://activiti.org/bpmn",
        "http://camunda.org/schema/zeebe/1.0",
    }
)
_OURS: Final = frozenset({BPMN, GOV})
_KEPT: Final = frozenset(
    {
        "http://www.omg.org/spec/BPMN/20100524/DI",
        "http://www.w3.org/2001/XMLSchema-instance",
        "http://bpmn.io/schema/bpmn/biocolor/1.0",
        "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
        "http://www.w3.org/XML/1998/namespace",
    }
)
_MEANT: Final = frozenset(
    {
        "connector",
        "errorEventDefinition",
        "executionListener",
        "executionListeners",
        "field",
        "in",
        "inputOutput",
        "ioMapping",
        "out",
        "script",
        "taskListener",
        "taskListeners",
    }
)
"""Extensions that change what a model does; without a counterpart they are refused, not left out."""
_DRAWING_ONLY: Final = frozenset(
    {
        "auditing",
        "correlationKey",
        "correlationProperty",
        "dataState",
        "extension",
        "import",
        "interface",
        "ioSpecification",
        "itemDefinition",
        "monitoring",
        "operationRef",
        "partnerEntity",
        "partnerRole",
        "relationship",
        "resource",
        "supportedInterfaceRef",
    }
)
_UNUSED_ATTRIBUTES: Final = frozenset({"itemSubjectRef", "operationRef", "structureRef", "itemRef"})
_PEOPLE: Final = frozenset({"task", "userTask", "manualTask"})
_LOOP_NAMES: Final = {
    "collection": "collection",
    "elementVariable": "elementVariable",
    "inputCollection": "collection",
    "inputElement": "elementVariable",
    "outputCollection": "outputCollection",
    "outputElement": "outputElement",
}
_IMPLEMENTATIONS: Final = ("topic", "class", "delegateExpression", "expression", "type")


def normalise(root: etree._Element, form_keys: Collection[str], findings: Findings) -> None:
    """Rewrite the tree of a model in place."""
    writer = _Rewriting(root, form_keys, findings)
    for element in list(root.iter()):
        if etree.QName(element).namespace == BPMN:
            writer.bpmn(element)


class _Rewriting:
    """One pass over one tree; what is left out is named once for each kind."""

    def __init__(self, root: etree._Element, form_keys: Collection[str], findings: Findings) -> None:
        self._root = root
        self._form_keys = form_keys
        self._findings = findings
        self._said: set[str] = set()
        self._ids = {element.get("id") for element in root.iter() if element.get("id")}

    def bpmn(self, element: etree._Element) -> None:
        """Rewrite one element of BPMN."""
        local = etree.QName(element).localname
        if local in _DRAWING_ONLY:
            self._drop(element, local)
            return
        if element is not self._root:
            # Tools sign the root element with attributes of their own.
            self._attributes(element, local)
        self._extensions(element, local)
        match local:
            case "process" if element.get("isExecutable") == "false":
                self._findings.rewritten(
                    "not-executable-is-run",
                    element,
                    "isExecutable=“false” vẫn được chạy",
                    "isExecutable=“false” is run all the same",
                )
            case "sequenceFlow" if not element.get("id"):
                self._name_flow(element)
            case "exclusiveGateway" if not element.get("default"):
                self._imply_default(element)
            case "callActivity":
                element.set("calledElement", (element.get("calledElement") or "").rpartition(":")[2])
            case "serviceTask":
                self._name_operator(element)
            case _:
                pass

    # Attributes of others

    def _attributes(self, element: etree._Element, local: str) -> None:
        for key, value in [(str(key), str(value)) for key, value in element.attrib.items()]:
            name = etree.QName(key)
            unused = key in _UNUSED_ATTRIBUTES
            if not unused and (name.namespace in {None, *_OURS, *_KEPT}):
                continue
            del element.attrib[key]
            if unused or not self._became(element, local, name.localname, value):
                self._left_out(element, name.localname)

    def _became(self, element: etree._Element, local: str, attribute: str, value: str) -> bool:
        """Whether an attribute of another product has been rewritten."""
        value = value.strip()
        if local == "multiInstanceLoopCharacteristics" and attribute in _LOOP_NAMES:
            return self._loop(element, attribute, value)
        if local in {"serviceTask", "sendTask"} and attribute in _IMPLEMENTATIONS:
            return local == "serviceTask" and self._operator(element, value)
        if local not in _PEOPLE:
            return False
        match attribute:
            case "assignee":
                person = _expression(value)
                return person is not None and self._extend(element, "assignment", {"person": person})
            case "candidateGroups" if value and "," not in value and _unwrapped(value) == value:
                return self._extend(element, "assignment", {"role": value})
            case "formKey" | "formRef" if value in self._form_keys:
                return self._extend(element, "form", {"key": value})
            case "dueDate":
                due = _expression(value)
                return due is not None and self._extend(element, "deadline", {"date": due})
            case _:
                return False

    def _loop(self, element: etree._Element, attribute: str, value: str) -> bool:
        ours = f"{{{GOV}}}{_LOOP_NAMES[attribute]}"
        text = _unwrapped(value)
        if not text or element.get(ours) is not None:
            return False
        element.set(ours, text)
        self._became_gov(element, attribute, f"gov:{_LOOP_NAMES[attribute]}=“{text}”")
        return True

    def _operator(self, element: etree._Element, value: str) -> bool:
        name = _unwrapped(value)
        return bool(name) and self._extend(element, "operator", {"name": name[:200]})

    # Elements of others

    def _extensions(self, element: etree._Element, local: str) -> None:
        for container in element.iterchildren(f"{{{BPMN}}}extensionElements"):
            for extension in list(container):
                name = etree.QName(extension)
                if name.namespace in _OURS or (name.namespace in _FAMILY and name.localname in _MEANT):
                    continue
                container.remove(extension)
                if not self._zeebe(element, local, name.localname, extension):
                    self._left_out(element, name.localname)

    def _zeebe(self, element: etree._Element, local: str, name: str, extension: etree._Element) -> bool:
        """Whether an extension element, whose attributes say it all, has been rewritten."""
        given = {str(key): str(value) for key, value in extension.attrib.items()}
        match name:
            case "loopCharacteristics":
                read = [self._loop(element, key, value) for key, value in given.items() if key in _LOOP_NAMES]
                return all(read)
            case "taskDefinition" if local == "serviceTask":
                return self._operator(element, given.get("type", ""))
            case "assignmentDefinition" | "formDefinition" | "taskSchedule":
                found = {
                    key: given[key]
                    for key in ("assignee", "candidateGroups", "formKey", "dueDate")
                    if key in given
                }
                done = [self._became(element, local, key, value) for key, value in found.items()]
                return bool(done) and all(done) and len(found) == len(given)
            case _:
                return False

    # What is missing

    def _name_flow(self, element: etree._Element) -> None:
        number = 1
        while f"Flow_{number}" in self._ids:
            number += 1
        self._ids.add(f"Flow_{number}")
        element.set("id", f"Flow_{number}")
        self._findings.rewritten(
            "flow-named",
            element,
            f"luồng tuần tự chưa có mã (id), đặt là Flow_{number}",
            f"the sequence flow has no id; it is called Flow_{number}",
        )

    def _imply_default(self, element: etree._Element) -> None:
        """Of the flows out of an exclusive gateway, the only one without a condition is its default."""
        level = element.getparent()
        flows = (
            []
            if level is None
            else [
                flow
                for flow in level.iterchildren(f"{{{BPMN}}}sequenceFlow")
                if flow.get("sourceRef") == element.get("id")
            ]
        )
        plain = [flow for flow in flows if not _condition(flow)]
        if len(flows) > 1 and len(plain) == 1 and plain[0].get("id"):
            element.set("default", plain[0].get("id") or "")
            self._findings.rewritten(
                "default-implied",
                element,
                f"luồng duy nhất không có điều kiện ({plain[0].get('id')}) là luồng mặc định",
                f"the only flow without a condition ({plain[0].get('id')}) is the default flow",
            )

    def _name_operator(self, element: etree._Element) -> None:
        containers = list(element.iterchildren(f"{{{BPMN}}}extensionElements"))
        if not any(container.find(f"{{{GOV}}}operator") is not None for container in containers):
            self._extend(element, "operator", {"name": element.get("id") or ""})

    # Below

    def _extend(self, element: etree._Element, local: str, attributes: Mapping[str, str]) -> bool:
        """Put a gov element on a BPMN element that has none of its kind."""
        container = element.find(f"{{{BPMN}}}extensionElements")
        if container is None:
            container = etree.Element(f"{{{BPMN}}}extensionElements")
            container.sourceline = element.sourceline
            element.insert(0, container)
        existing = container.find(f"{{{GOV}}}{local}")
        if existing is not None and any(existing.get(key) is not None for key in attributes):
            return False
        if existing is None:
            existing = etree.SubElement(container, f"{{{GOV}}}{local}")
            existing.sourceline = element.sourceline
        for key, value in attributes.items():
            existing.set(key, value)
        shown = " ".join(f"{key}=“{value}”" for key, value in attributes.items())
        self._became_gov(element, local, f"gov:{local} {shown}")
        return True

    def _became_gov(self, element: etree._Element, what: str, became: str) -> None:
        self._findings.rewritten(
            f"read-as-gov-{what}", element, f"được đọc là {became}", f"it is read as {became}"
        )

    def _drop(self, element: etree._Element, local: str) -> None:
        bearer = element.getparent()
        if bearer is not None:
            bearer.remove(element)
            self._left_out(bearer, local)

    def _left_out(self, element: etree._Element, what: str) -> None:
        if what in self._said:
            return
        self._said.add(what)
        self._findings.warning(
            "left-out",
            element,
            f"“{what}” không có tác dụng ở đây và được bỏ qua trong cả tệp",
            f"“{what}” has no effect here and is left out in the whole file",
        )


def _condition(flow: etree._Element) -> str:
    condition = flow.find(f"{{{BPMN}}}conditionExpression")
    return "" if condition is None else (condition.text or "").strip()


def _unwrapped(text: str) -> str:
    """The text of an expression without the signs that other products put around it."""
    text = text.strip()
    if text[:2] in {"${", "#{"} and text.endswith("}"):
        return text[2:-1].strip()
    return text.removeprefix("=").strip() if not text.startswith("==") else text


def _expression(text: str) -> str | None:
    """The expression that a value of another product means, a bare word being a text; None for an odd one."""
    inner = _unwrapped(text)
    if inner == text and is_name(text):
        return f'"{text}"'
    try:
        compile_expression(inner)
    except ExpressionError:
        return None
    return inner or None
