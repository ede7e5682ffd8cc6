"""Reads what other products give a step for itself alone, and what they let out of it, as our mapping.

With Camunda and its kin what a step writes goes outwards at once, its inputs apart, and the outputs follow as
it ends. With Zeebe it does so only where no outputs are named; where some are, they alone leave a task or an
event, while the steps of a sub-process go on writing outwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from engine.runtime.expressions import ExpressionError, compile_expression, is_name
from engine.runtime.foreign_expressions import quoted, value_of
from engine.runtime.rewriting import Pen, engine_extensions, take_away
from engine.runtime.xml_intake import BPMN, GOV

_STEPS: Final = frozenset(
    {
        "task",
        "userTask",
        "manualTask",
        "serviceTask",
        "scriptTask",
        "businessRuleTask",
        "receiveTask",
        "sendTask",
        "subProcess",
        "intermediateCatchEvent",
        "intermediateThrowEvent",
        "boundaryEvent",
        "endEvent",
    }
)
_LOOP: Final = f"{{{BPMN}}}multiInstanceLoopCharacteristics"
_DEEPEST: Final = 10

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mapping:
    inputs: Pairs
    outputs: Pairs
    all_out: bool


def rewrite_local(element: etree._Element, local: str, pen: Pen) -> tuple[str, ...]:
    """Rewrite the mappings of one element; returns the names of its inputs.

    What cannot be read stays, and is refused later on.
    """
    names: list[str] = []
    if local not in _STEPS or element.get("triggeredByEvent") == "true":
        return ()
    for extension in engine_extensions(element):
        match etree.QName(extension).localname:
            case "inputOutput":
                mapping = _of_java(element, extension)
            case "ioMapping":
                mapping = _of_zeebe(element, local, extension)
            case _:
                continue
        if mapping is not None and not names:
            take_away(extension)
            _put(element, mapping, pen)
            names = [name for name, _ in mapping.inputs]
    return tuple(names)


def _put(element: etree._Element, mapping: _Mapping, pen: Pen) -> None:
    for name, value in mapping.inputs:
        pen.add(element, "input", {"source": value, "target": name})
    for name, value in mapping.outputs:
        pen.add(element, "output", {"source": value, "target": name})
    if mapping.outputs and mapping.all_out:
        pen.add(element, "output", {"variables": "all"})


def _of_java(element: etree._Element, extension: etree._Element) -> _Mapping | None:
    inputs = _java_pairs(extension, "inputParameter")
    outputs = _java_pairs(extension, "outputParameter")
    if inputs is None or outputs is None or len(inputs) + len(outputs) != len(extension):
        return None
    if outputs and element.find(_LOOP) is not None:
        # Camunda refuses it as well: of several instances none may say what leaves the activity.
        return None
    return _Mapping(inputs=inputs, outputs=outputs, all_out=True)


def _java_pairs(extension: etree._Element, kind: str) -> Pairs | None:
    found = [each for each in extension if etree.QName(each).localname == kind]
    return _pairs([(each.get("name") or "", _java_value(each, 0)) for each in found])


def _java_value(bearer: etree._Element, depth: int) -> str | None:
    """What stands in a parameter, an entry or a list: a text, a list or a map of such; no script."""
    children = list(bearer)
    if not children:
        text = (bearer.text or "").strip()
        return value_of(text) if text else "null"
    if len(children) != 1 or depth > _DEEPEST or (bearer.text or "").strip():
        return None
    return _java_whole(children[0], depth + 1)


def _java_whole(whole: etree._Element, depth: int) -> str | None:
    match etree.QName(whole).localname:
        case "list":
            items = [_java_item(each, depth) for each in whole]
            return _readable(f"[{', '.join(each or '' for each in items)}]") if all(items) else None
        case "map":
            entries = [(quoted(each.get("key") or ""), _java_value(each, depth)) for each in whole]
            if any(key is None or value is None for key, value in entries):
                return None
            return _readable("{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}")
        case _:
            return None


def _java_item(item: etree._Element, depth: int) -> str | None:
    if depth > _DEEPEST:
        return None
    return (
        _java_value(item, depth) if etree.QName(item).localname == "value" else _java_whole(item, depth + 1)
    )


def _of_zeebe(element: etree._Element, local: str, extension: etree._Element) -> _Mapping | None:
    inputs = _zeebe_pairs(extension, "input")
    outputs = _zeebe_pairs(extension, "output")
    if inputs is None or outputs is None or len(inputs) + len(outputs) != len(extension):
        return None
    if _reads_an_earlier(outputs) or not _gathered(element, outputs):
        return None
    return _Mapping(inputs=inputs, outputs=outputs, all_out=not outputs or local == "subProcess")


def _zeebe_pairs(extension: etree._Element, kind: str) -> Pairs | None:
    found = [each for each in extension if etree.QName(each).localname == kind]
    return _pairs([(each.get("target") or "", _zeebe_value(each)) for each in found])


def _zeebe_value(mapping: etree._Element) -> str | None:
    source = (mapping.get("source") or "").strip()
    return value_of(source) if source else None


def _reads_an_earlier(outputs: Pairs) -> bool:
    """Whether an output reads what an earlier one gave, which there hides a variable of the step."""
    given: set[str] = set()
    for name, value in outputs:
        if given & compile_expression(value).names:
            return True
        given.add(name)
    return False


def _gathered(element: etree._Element, outputs: Pairs) -> bool:
    """Whether what leaves an instance of a loop stays in it there too: what the loop gathers of it."""
    loop = element.find(_LOOP)
    if loop is None or not outputs:
        return True
    gathered = loop.get(f"{{{GOV}}}outputElement") or ""
    for extension in engine_extensions(loop):
        gathered = value_of(extension.get("outputElement") or "") or gathered
    try:
        return {name for name, _ in outputs} <= compile_expression(gathered).names
    except ExpressionError:
        return False


def _pairs(read: list[tuple[str, str | None]]) -> Pairs | None:
    """The pairs that were read; None unless all of them could be, each name once."""
    pairs = [(name, value) for name, value in read if value is not None and is_name(name)]
    return pairs if len(pairs) == len(read) == len({name for name, _ in pairs}) else None


def _readable(text: str) -> str | None:
    try:
        compile_expression(text)
    except ExpressionError:
        return None
    return text
