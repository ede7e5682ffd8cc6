"""Puts what other products say about a call activity into ours: which process, what goes in, what comes back.

With Camunda and its kin nothing passes unless it is said; with Zeebe everything does unless it is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from engine.runtime.choosing import called_element
from engine.runtime.expressions import ExpressionError, compile_expression, is_name
from engine.runtime.foreign_expressions import translated
from engine.runtime.rewriting import Pen, engine_extensions, foreign_attributes, take_away
from engine.runtime.xml_intake import BPMN, GOV

_WAYS: Final = {"in": "input", "out": "output", "input": "input", "output": "output"}
_NEWEST: Final = frozenset({"latest", "deployment", ""})


def rewrite_call(call: etree._Element, pen: Pen) -> None:
    """Rewrite the extensions and attributes of one call activity in place."""
    for name, key, value in foreign_attributes(call, ("calledElementBinding", "calledElementVersion")):
        if name == "calledElementBinding" and value.strip() in _NEWEST:
            # The newest version there is when this one is published is what is pinned.
            del call.attrib[key]
            pen.setting_left_out(call, name)
        else:
            del call.attrib[key]
            pen.refuse(call, name, value)
    for name, key, value in foreign_attributes(call, ("inheritVariables",)):
        del call.attrib[key]
        if value == "true":
            _add(call, "input", {"variables": "all"}, pen)
        else:
            pen.setting_left_out(call, name)
    for extension in engine_extensions(call):
        _extension(call, extension, pen)


def _extension(call: etree._Element, extension: etree._Element, pen: Pen) -> None:
    local = etree.QName(extension).localname
    match local:
        case "calledElement":
            call.set("calledElement", called_element(call))
            take_away(extension)
            _propagation(call, extension, pen)
        case "ioMapping":
            if all(_pair(call, each, pen) for each in extension):
                take_away(extension)
        case "in" if extension.get("businessKey") is not None and len(extension.attrib) == 1:
            take_away(extension)
            pen.setting_left_out(call, "businessKey")
        case "in" | "out":
            if _pair(call, extension, pen):
                take_away(extension)
        case _:
            pass


def _propagation(call: etree._Element, extension: etree._Element, pen: Pen) -> None:
    for attribute, local in (
        ("propagateAllParentVariables", "input"),
        ("propagateAllChildVariables", "output"),
    ):
        said = extension.get(attribute)
        if said in {"true", "false"}:
            _add(call, local, {"variables": "all" if said == "true" else "none"}, pen)
    if extension.get("bindingType") == "versionTag":
        pen.refuse(call, "bindingType", "versionTag")


def _pair(call: etree._Element, extension: etree._Element, pen: Pen) -> bool:
    """Whether one mapping has been rewritten; what stays is refused later on."""
    local = _WAYS.get(etree.QName(extension).localname, "")
    given = {str(key): str(value).strip() for key, value in extension.attrib.items() if key != "local"}
    if not local:
        return False
    if given == {"variables": "all"}:
        _add(call, local, {"variables": "all"}, pen)
        return True
    source = passed(given)
    if source is None or not is_name(given.get("target", "")):
        return False
    _add(call, local, {"source": source, "target": given["target"]}, pen)
    return True


def passed(given: Mapping[str, str]) -> str | None:
    """The expression of a mapping: a name, or an expression that means the same here."""
    if given.keys() == {"source", "target"} and is_name(given["source"]):
        return given["source"]
    text = given.get("sourceExpression") or given.get("source") or ""
    if len(given) != 2:  # noqa: PLR2004 - a source and a target
        return None
    try:
        ours = translated(text)
        compile_expression(text if ours is None else ours)
    except ExpressionError:
        return None
    return text if ours is None else ours


def _add(call: etree._Element, local: str, attributes: dict[str, str], pen: Pen) -> None:
    container = call.find(f"{{{BPMN}}}extensionElements")
    if container is None:
        container = etree.Element(f"{{{BPMN}}}extensionElements")
        container.sourceline = call.sourceline
        call.insert(0, container)
    # “none” beside a mapping says nothing more than the mapping.
    others = list(container.iterchildren(f"{{{GOV}}}{local}"))
    if attributes == {"variables": "none"} and others:
        return
    for other in others:
        if other.get("variables") == "none":
            container.remove(other)
    added = etree.SubElement(container, f"{{{GOV}}}{local}", attributes)
    added.sourceline = call.sourceline
    shown = " ".join(f"{key}=“{value}”" for key, value in attributes.items())
    pen.became_gov(call, local, f"gov:{local} {shown}")
