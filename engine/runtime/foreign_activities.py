"""Rewrites activities that other products describe in their own way: services, people, loops, calls."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from engine.runtime import foreign_words as words
from engine.runtime.expressions import ExpressionError, is_name
from engine.runtime.foreign_associations import rewrite_associations
from engine.runtime.foreign_decisions import rewrite_decision
from engine.runtime.foreign_expressions import quoted, translated, value_of
from engine.runtime.foreign_scopes import rewrite_local
from engine.runtime.foreign_scripts import Scripts
from engine.runtime.rewriting import Pen, engine_extensions, foreign_attributes, take_away
from engine.runtime.xml_intake import BPMN, GOV

_GLOBAL: Final = {"globalTask": "task", "globalUserTask": "userTask", "globalManualTask": "manualTask"}
_UNDONE: Final = ("cancelEventDefinition", "compensateEventDefinition")
_ROLES: Final = ("humanPerformer", "potentialOwner", "performer", "resourceRole")
_OWNER: Final = re.compile(r"(user|group)\(\s*([^(),]+?)\s*\)")
_DATA: Final = ("dataInput", "dataOutput", "dataObject", "dataObjectReference")
_LISTS: Final[Mapping[str, tuple[str, str]]] = {
    "loopDataInputRef": ("collection", "text"),
    "inputDataItem": ("elementVariable", "name"),
    "loopDataOutputRef": ("outputCollection", "text"),
    "outputDataItem": ("outputElement", "name"),
}


class Activities:
    """Rewrites the activities of one tree."""

    def __init__(self, root: etree._Element, pen: Pen) -> None:
        self._pen = pen
        self._tasks_called = {
            element.get("id") or "": _GLOBAL[etree.QName(element).localname]
            for element in root.iterchildren(*(bpmn(local) for local in _GLOBAL))
        }
        self._resources = {
            element.get("id") or "": element.get("name") or "" for element in root.iter(bpmn("resource"))
        }
        self._data = _data_names(root)
        self._scripts = Scripts(pen)

    def rewrite(self, element: etree._Element, local: str) -> str:
        """Rewrite one element; returns what kind it is now."""
        local = self._as_ours(element, local)
        self._people(element, local)
        given = rewrite_associations(element, local, self._data, self._pen)
        for name in (*given, *rewrite_local(element, local, self._pen)):
            if local == "serviceTask":
                # What the step is given is what its program is handed.
                self._pen.parameter(element, name, name)
        return local

    def _as_ours(self, element: etree._Element, local: str) -> str:
        local = rewrite_decision(element, local, self._pen)
        match local:
            case "transaction" if not any(
                element.find(f".//{bpmn(undone)}") is not None for undone in _UNDONE
            ):
                return self._transaction(element)
            case "callActivity" if (called := _called(element)) in self._tasks_called:
                del element.attrib["calledElement"]
                return self._renamed(element, self._tasks_called[called])
            case "sendTask" if not element.get("messageRef") and self._implemented(element):
                self._renamed(element, "serviceTask")
                self._service(element)
                return "serviceTask"
            case "serviceTask" if self._scripts.from_service(element):
                return self._renamed(element, "scriptTask")
            case "serviceTask":
                self._service(element)
            case "scriptTask":
                self._scripts.from_script(element)
            case "multiInstanceLoopCharacteristics":
                self._lists(element)
            case _:
                pass
        return local

    def _renamed(self, element: etree._Element, local: str) -> str:
        self._pen.rename(element, local)
        return local

    def _transaction(self, element: etree._Element) -> str:
        """Without cancelling and compensation a transaction is a sub-process."""
        element.attrib.pop("method", "")
        return self._renamed(element, "subProcess")

    # Services

    def _implemented(self, element: etree._Element) -> bool:
        """Whether a task that sends names a program of another product that does it."""
        return self._pen.gov(element, "message") is None and (
            any(True for _ in foreign_attributes(element, words.IMPLEMENTATIONS))
            or any(etree.QName(each).localname == "taskDefinition" for each in engine_extensions(element))
        )

    def _service(self, element: etree._Element) -> None:
        """The program, its parameters and its result, as the operator of the task."""
        given = {
            name: (key, value) for name, key, value in foreign_attributes(element, words.IMPLEMENTATIONS)
        }
        program = next((given[name][1] for name in words.IMPLEMENTATIONS if name in given), "")
        for key, _ in given.values():
            del element.attrib[key]
        for extension in engine_extensions(element):
            if etree.QName(extension).localname == "taskDefinition":
                program = program or extension.get("type") or ""
                take_away(extension)
        if program.strip():
            self._pen.extend(element, "operator", {"name": _inner(program)[:200]})
        elif self._pen.gov(element, "operator") is None:
            self._pen.extend(element, "operator", {"name": element.get("id") or ""})
        for _, key, value in list(foreign_attributes(element, words.RESULTS)):
            if is_name(value.strip()) and self._pen.extend(element, "operator", {"result": value.strip()}):
                del element.attrib[key]
            else:
                self._pen.refuse(element, etree.QName(key).localname, value)
                del element.attrib[key]
        for extension in engine_extensions(element):
            self._parameters(element, extension)

    def _parameters(self, element: etree._Element, extension: etree._Element) -> None:
        """What another product hands to its program, as parameters of the operator; all of it or nothing."""
        match etree.QName(extension).localname:
            case "field":
                read = [(extension.get("name") or "", _field(extension))]
            case "taskHeaders":
                read = [(each.get("key") or "", quoted(each.get("value") or "")) for each in extension]
            case _:
                return
        if all(name and value is not None for name, value in read):
            take_away(extension)
            for name, value in read:
                self._pen.parameter(element, name, value or "")

    # People

    def _people(self, element: etree._Element, local: str) -> None:
        for role in list(element.iterchildren(*(bpmn(each) for each in _ROLES))):
            element.remove(role)
            if local not in words.PEOPLE or not self._assign(element, role):
                self._pen.left_out(element, etree.QName(role).localname)

    def _assign(self, element: etree._Element, role: etree._Element) -> bool:
        text = "".join(map(str, role.itertext(bpmn("formalExpression"), bpmn("expression")))).strip()
        reference = role.findtext(bpmn("resourceRef")) or ""
        text = (
            text or self._resources.get(reference.strip().rpartition(":")[2], "") or (role.get("name") or "")
        )
        owner = _OWNER.fullmatch(text)
        if owner is not None:
            text = owner[2]
        if not text or "," in text or "\n" in text:
            return False
        if etree.QName(role).localname == "humanPerformer" or (owner is not None and owner[1] == "user"):
            person = value_of(text)
            return person is not None and self._pen.extend(element, "assignment", {"person": person})
        return _inner(text) == text and self._pen.extend(element, "assignment", {"role": text})

    # Lists

    def _lists(self, marker: etree._Element) -> None:
        """The list that a loop runs through, and the name of the item it is at."""
        for child in list(marker.iterchildren(*(bpmn(each) for each in _LISTS))):
            ours, where = _LISTS[etree.QName(child).localname]
            text = ((child.text if where == "text" else child.get("name")) or "").strip()
            name = self._data.get(text, text)
            if is_name(name) and marker.get(f"{{{GOV}}}{ours}") is None:
                marker.remove(child)
                marker.set(f"{{{GOV}}}{ours}", name)
                self._pen.became_gov(marker, ours, f"gov:{ours}=“{name}”")


def bpmn(local: str) -> str:
    """The qualified name of a BPMN element."""
    return f"{{{BPMN}}}{local}"


def _called(element: etree._Element) -> str:
    return (element.get("calledElement") or "").rpartition(":")[2]


def _data_names(root: etree._Element) -> dict[str, str]:
    """The variable that a piece of drawn data stands for: its name, or that of the data it is fed from.

    What a loop gathers stands for the data it is let out to.
    """
    names = {
        element.get("id") or "": element.get("name") or element.get("id") or ""
        for element in root.iter(*(bpmn(local) for local in _DATA))
    }
    for association in root.iter(bpmn("dataInputAssociation")):
        source = (association.findtext(bpmn("sourceRef")) or "").strip()
        target = (association.findtext(bpmn("targetRef")) or "").strip()
        if source and target in names:
            names[target] = names.get(source, source)
    gathered = {_content(each) for each in root.iter(bpmn("loopDataOutputRef"))}
    for association in root.iter(bpmn("dataOutputAssociation")):
        source = (association.findtext(bpmn("sourceRef")) or "").strip()
        target = (association.findtext(bpmn("targetRef")) or "").strip()
        if source in gathered and target:
            names[source] = names.get(target, target)
    return names


def _content(element: etree._Element) -> str:
    return (element.text or "").strip()


def _inner(text: str) -> str:
    """The text without the signs that other products put around an expression."""
    try:
        return (translated(text) or text).strip()
    except ExpressionError:
        return text.strip()


def _field(field: etree._Element) -> str | None:
    given = field.get("expression") or field.get("stringValue")
    if given is None and len(field) == 1:
        given = field[0].text or ""
    return None if given is None else value_of(given.strip())
