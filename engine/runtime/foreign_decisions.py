"""Rewrites how other products ask decisions, with the form that their answer takes, as gov:decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from lxml import etree

from engine.domain.definition import ResultShape
from engine.runtime import foreign_words as words
from engine.runtime.rewriting import Pen
from engine.runtime.xml_intake import BPMN

_RULES: Final = "businessRuleTask"
_OWN_VERSION: Final = frozenset({"", "latest", "deployment"})
"""Ways of choosing the version of a decision that the decision of the bundle is one of."""
_VERSIONS: Final = ("decisionRefBinding", "bindingType")
_FOLLOWS: Final = ("decisionRefVersion", "decisionRefVersionTag", "decisionRefTenantId", "versionTag")
_SHAPES: Final[Mapping[str, ResultShape]] = MappingProxyType(
    {
        "singleEntry": ResultShape.ENTRY,
        "singleResult": ResultShape.RECORD,
        "collectEntries": ResultShape.VALUES,
        "resultList": ResultShape.RECORDS,
    }
)
_TABLE_FIELD: Final = "decisionTableReferenceKey"
_STRICT_FIELD: Final = "decisionTaskThrowErrorOnNoHits"
_SETTING_FIELDS: Final = frozenset({"fallbackToDefaultTenant", "sameDeployment"})


def rewrite_decision(element: etree._Element, local: str, pen: Pen) -> str:
    """Rewrite a task that asks a decision; returns what kind it is now."""
    if local == "serviceTask" and _attribute(element, "type").strip() == "dmn":
        return _flowable(element, local, pen)
    if local != _RULES or pen.gov(element, "decision") is not None:
        return local
    if _attribute(element, "decisionRef").strip():
        _camunda(element, pen)
        return local
    for extension in _extensions(element):
        match etree.QName(extension).localname:
            case "calledDecision":
                _zeebe(element, extension, pen)
                return local
            case "calledDecisionId" if (extension.text or "").strip():
                _ask(element, extension.text or "", {}, pen)
                _take_away(extension)
                return local
            case _:
                pass
    return _by_program(element, pen)


def _by_program(element: etree._Element, pen: Pen) -> str:
    """A task whose rules a program knows is a service task."""
    if (
        pen.gov(element, "operator") is not None
        or any(_attribute(element, name).strip() for name in words.IMPLEMENTATIONS)
        or any(etree.QName(each).localname == "taskDefinition" for each in _extensions(element))
    ):
        pen.rename(element, "serviceTask")
        return "serviceTask"
    return _RULES


def _camunda(element: etree._Element, pen: Pen) -> None:
    """Camunda 7 and Operaton: without a word on its form, the answer is a list of records."""
    key = _taken(element, "decisionRef")
    given = _taken(element, "mapDecisionResult") or "resultList"
    result = _taken(element, "resultVariable")
    _check_version(element, element, pen)
    shape = _SHAPES.get(given)
    if shape is None:
        pen.refuse(element, "mapDecisionResult", given)
    if not result:
        pen.findings.error(
            "decision-result-missing",
            element,
            "kết quả của quyết định không vào biến nào; hãy ghi resultVariable",
            "the answer of the decision goes to no variable; write resultVariable",
        )
    _ask(element, key, {"result": result or key, "as": (shape or ResultShape.VALUE).value}, pen)


def _zeebe(element: etree._Element, called: etree._Element, pen: Pen) -> None:
    """Camunda 8: the answer is as we give it."""
    _check_version(element, called, pen)
    result = (called.get("resultVariable") or "").strip()
    _ask(element, called.get("decisionId") or "", {"result": result} if result else {}, pen)
    _take_away(called)


def _flowable(element: etree._Element, local: str, pen: Pen) -> str:
    """Flowable: the outputs become variables of their names."""
    fields = {
        each.get("name") or "": each
        for each in _extensions(element)
        if etree.QName(each).localname == "field"
    }
    if _TABLE_FIELD not in fields or fields.keys() - {_TABLE_FIELD, _STRICT_FIELD, *_SETTING_FIELDS}:
        return local
    if _STRICT_FIELD in fields and _field(fields[_STRICT_FIELD]) not in {"", "false"}:
        pen.refuse(element, _STRICT_FIELD, _field(fields[_STRICT_FIELD]))
    _taken(element, "type")
    for name, each in fields.items():
        _take_away(each)
        if name in _SETTING_FIELDS:
            pen.setting_left_out(element, name)
    pen.rename(element, _RULES)
    _ask(element, _field(fields[_TABLE_FIELD]), {}, pen)
    return _RULES


def _ask(element: etree._Element, key: str, more: Mapping[str, str], pen: Pen) -> None:
    key = key.strip()
    if key.startswith(("${", "#{", "=")) or not key:
        pen.refuse(element, "decisionRef", key)
        return
    pen.extend(element, "decision", {"key": key, **more})


def _check_version(element: etree._Element, bearer: etree._Element, pen: Pen) -> None:
    """A case always asks the decision of its own bundle; a wish for another version cannot be met."""
    for name in _VERSIONS:
        chosen = _taken(bearer, name)
        if chosen not in _OWN_VERSION:
            pen.refuse(element, name, chosen)
    for name in _FOLLOWS:
        if _taken(bearer, name):
            pen.setting_left_out(element, name)


def _attribute(element: etree._Element, name: str) -> str:
    return next((value for key, value in _foreign(element, name)), "")


def _taken(element: etree._Element, name: str) -> str:
    """The value of an attribute, which is taken away."""
    found = ""
    for key, value in list(_foreign(element, name)):
        found = found or value.strip()
        del element.attrib[key]
    return found


def _foreign(element: etree._Element, name: str) -> Iterator[tuple[str, str]]:
    own = words.is_of_an_engine(etree.QName(element).namespace)
    for key, value in element.attrib.items():
        named = etree.QName(str(key))
        foreign = words.is_of_an_engine(named.namespace) or (own and named.namespace is None)
        if foreign and named.localname == name:
            yield str(key), str(value)


def _extensions(element: etree._Element) -> list[etree._Element]:
    return [
        extension
        for container in element.iterchildren(f"{{{BPMN}}}extensionElements")
        for extension in container
        if words.is_of_an_engine(etree.QName(extension).namespace)
    ]


def _field(field: etree._Element) -> str:
    given = field.get("stringValue") or field.get("expression")
    return (given or "".join(str(child.text or "") for child in field)).strip()


def _take_away(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
