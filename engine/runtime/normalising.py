"""Rewrites what other tools write and has a counterpart here; says what it became, or that it was left out.

Works on the tree that was read for this compilation; the stored file is never changed.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from lxml import etree

from engine.runtime import foreign_words as words
from engine.runtime.default_flows import imply_default, take_conditions_off_defaults
from engine.runtime.event_references import resolve_event_references
from engine.runtime.expressions import ExpressionError, is_name
from engine.runtime.findings import Findings
from engine.runtime.foreign_activities import Activities
from engine.runtime.foreign_calls import rewrite_call
from engine.runtime.foreign_expressions import translated, value_of
from engine.runtime.foreign_messages import spread_key
from engine.runtime.foreign_signals import rewrite_carried
from engine.runtime.foreign_texts import rewrite_name, rewrite_text
from engine.runtime.moments import read_moment, unquoted
from engine.runtime.rewriting import Pen, refuse_extension
from engine.runtime.xml_intake import BPMN, GOV

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


def normalise(root: etree._Element, form_keys: Collection[str], findings: Findings) -> None:
    """Rewrite the tree of a model in place."""
    writer = _Rewriting(root, form_keys, findings)
    resolve_event_references(root, findings)
    take_conditions_off_defaults(root, findings)
    gone: set[etree._Element] = set()
    for element in list(root.iter()):
        if element.getparent() in gone or (element is not root and element.getparent() is None):
            gone.add(element)
        elif etree.QName(element).namespace == BPMN:
            writer.bpmn(element)


class _Rewriting:
    """One pass over one tree; what is left out is named once for each kind."""

    def __init__(self, root: etree._Element, form_keys: Collection[str], findings: Findings) -> None:
        self._root = root
        self._form_keys = form_keys
        self._findings = findings
        self._pen = Pen(root, findings)
        self._activities = Activities(root, self._pen)

    def bpmn(self, element: etree._Element) -> None:
        """Rewrite one element of BPMN."""
        local = etree.QName(element).localname
        if local == "extension" and (element.get("mustUnderstand") or "").strip() in {"true", "1"}:
            refuse_extension(element, self._findings)
        if local in words.DRAWING_ONLY:
            self._pen.drop(element, local)
            return
        local = self._activities.rewrite(element, local)
        self._passing(element, local)
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
                imply_default(element, self._findings)
            case "callActivity":
                element.set("calledElement", (element.get("calledElement") or "").rpartition(":")[2])
            case "serviceTask":
                self._name_operator(element)
            case "message" | "signal" | "error" | "escalation":
                rewrite_name(element, self._findings)
            case _:
                rewrite_text(element, local, self._findings)

    def _passing(self, element: etree._Element, local: str) -> None:
        if local == "callActivity":
            rewrite_call(element, self._pen)
        elif local == "signalEventDefinition":
            rewrite_carried(element, self._pen)

    # Attributes of others

    def _attributes(self, element: etree._Element, local: str) -> None:
        for key, value in [(str(key), str(value)) for key, value in element.attrib.items()]:
            name = etree.QName(key)
            unused = key in words.UNUSED_ATTRIBUTES
            if not unused and (name.namespace in {None, *_OURS, *_KEPT}):
                continue
            del element.attrib[key]
            if unused:
                self._pen.left_out(element, name.localname)
            elif not self._became(element, local, name.localname, value):
                self._without_counterpart(element, name.localname, value)

    def _without_counterpart(self, element: etree._Element, attribute: str, value: str) -> None:
        value = value.strip()
        there = words.MEANT_THERE.get(etree.QName(element).localname, frozenset())
        meant = attribute in words.MEANT_ATTRIBUTES | there and value not in {
            "",
            "false",
            words.WIDEST_SCOPE,
        }
        if meant or (attribute in words.VARIABLE_NAMED and self._pen.mentions(value)):
            self._pen.refuse(element, attribute, value)
            if attribute == "resource":
                # The condition stands in another file; without one the flow would always be taken.
                element.text = "null"
        elif attribute in words.SETTINGS | words.MEANT_ATTRIBUTES:
            self._pen.setting_left_out(element, attribute)
        else:
            self._pen.left_out(element, attribute)

    def _became(self, element: etree._Element, local: str, attribute: str, value: str) -> bool:
        """Whether an attribute of another product has been rewritten."""
        value = value.strip()
        if local == "multiInstanceLoopCharacteristics" and attribute in words.LOOP_NAMES:
            return self._loop(element, attribute, value)
        if local in words.CAUGHT_BY and attribute in words.CAUGHT and is_name(value):
            return self._caught(element, attribute, value)
        if local == "error" and attribute == "errorMessage":
            return self._error_message(element, value)
        return local in words.PEOPLE and self._of_people(element, attribute, value)

    def _of_people(self, element: etree._Element, attribute: str, value: str) -> bool:
        match attribute:
            case "assignee":
                person = value_of(value) if value else None
                return person is not None and self._pen.extend(element, "assignment", {"person": person})
            case "candidateGroups" if value and "," not in value and _unwrapped(value) == value:
                return self._pen.extend(element, "assignment", {"role": value})
            case "formKey" | "formRef" if value in self._form_keys:
                return self._pen.extend(element, "form", {"key": value})
            case "dueDate":
                due = _due(value)
                return due is not None and self._pen.extend(element, "deadline", {"date": due})
            case _:
                return False

    def _caught(self, definition: etree._Element, attribute: str, name: str) -> bool:
        """The variable that takes the code or the message of what an event catches."""
        event = definition.getparent()
        catches = event is not None and etree.QName(event).localname in {"boundaryEvent", "startEvent"}
        return (
            catches
            and event is not None
            and self._pen.extend(event, "caught", {words.CAUGHT[attribute]: name})
        )

    def _error_message(self, error: etree._Element, text: str) -> bool:
        message = value_of(text)
        if message is None:
            self._pen.refuse(error, "errorMessage", text)
            return True
        error.set(f"{{{GOV}}}message", message)
        self._pen.became_gov(error, "message", f"gov:message=“{message}”")
        return True

    def _loop(self, element: etree._Element, attribute: str, value: str) -> bool:
        ours = f"{{{GOV}}}{words.LOOP_NAMES[attribute]}"
        text = _unwrapped(value)
        if not text or element.get(ours) is not None:
            return False
        element.set(ours, text)
        self._pen.became_gov(element, attribute, f"gov:{words.LOOP_NAMES[attribute]}=“{text}”")
        return True

    # Elements of others

    def _extensions(self, element: etree._Element, local: str) -> None:
        for container in element.iterchildren(f"{{{BPMN}}}extensionElements"):
            for extension in list(container):
                name = etree.QName(extension)
                if name.namespace in _OURS or (
                    words.is_of_an_engine(name.namespace) and name.localname in words.MEANT
                ):
                    continue
                container.remove(extension)
                if self._zeebe(element, local, name.localname, extension):
                    continue
                if _narrows_signal(extension):
                    self._pen.refuse(element, "customScope", words.NARROW_SIGNAL)
                elif name.localname in words.SETTINGS:
                    self._pen.setting_left_out(element, name.localname)
                else:
                    self._pen.left_out(element, name.localname)

    def _zeebe(self, element: etree._Element, local: str, name: str, extension: etree._Element) -> bool:
        """Whether an extension element, whose attributes say it all, has been rewritten."""
        given = {str(key): str(value) for key, value in extension.attrib.items()}
        match name:
            case "loopCharacteristics":
                read = [
                    self._loop(element, key, value) for key, value in given.items() if key in words.LOOP_NAMES
                ]
                return all(read)
            case "assignmentDefinition" | "formDefinition" | "taskSchedule":
                found = {
                    key: given[key]
                    for key in ("assignee", "candidateGroups", "formKey", "dueDate")
                    if key in given
                }
                done = [self._became(element, local, key, value) for key, value in found.items()]
                return bool(done) and all(done) and len(found) == len(given)
            case "subscription" if local == "message":
                text = given.get("correlationKey", "").strip()
                key = (value_of(text) or _unwrapped(text)) if text else None
                return spread_key(self._root, element, key, self._pen.extend)
            case _:
                return False

    # What is missing

    def _name_flow(self, element: etree._Element) -> None:
        number = 1
        while f"Flow_{number}" in self._pen.ids:
            number += 1
        self._pen.ids.add(f"Flow_{number}")
        element.set("id", f"Flow_{number}")
        self._findings.rewritten(
            "flow-named",
            element,
            f"luồng tuần tự chưa có mã (id), đặt là Flow_{number}",
            f"the sequence flow has no id; it is called Flow_{number}",
        )

    def _name_operator(self, element: etree._Element) -> None:
        if self._pen.gov(element, "operator") is None:
            self._pen.extend(element, "operator", {"name": element.get("id") or ""})


def _narrows_signal(extension: etree._Element) -> bool:
    """Whether jBPM says that a signal reaches no other case than the one that throws it."""
    said = "".join(map(str, extension.itertext())).strip()
    return extension.get("name") == "customScope" and said == words.NARROW_SIGNAL


def _unwrapped(text: str) -> str:
    """The text of an expression without the signs that other products put around it."""
    try:
        ours = translated(text)
    except ExpressionError:
        return text.strip()
    return text.strip() if ours is None else ours


def _due(text: str) -> str | None:
    """The expression for a day or a moment; None for what is reckoned from the beginning of the task."""
    if _unwrapped(text) != text:
        return value_of(text)
    if read_moment(text) is None:
        return None
    return f'{"datetime" if "T" in text else "date"}("{unquoted(text)}")'
