"""Reads data associations that move data under another name: what a task is given, and what it lets out.

Only a task that declares its inputs and outputs (ioSpecification) moves data; other associations are drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from engine.runtime.expressions import is_name
from engine.runtime.foreign_expressions import value_of
from engine.runtime.foreign_words import PEOPLE
from engine.runtime.rewriting import Pen, take_away
from engine.runtime.xml_intake import BPMN, GOV

_LOOP: Final = f"{{{BPMN}}}multiInstanceLoopCharacteristics"
_MOVING: Final = PEOPLE | {"callActivity", "receiveTask", "serviceTask"}
_OF_ITS_LIST: Final = frozenset(
    {
        "Comment",
        "Content",
        "CreatedBy",
        "Description",
        "Locale",
        "NodeName",
        "Priority",
        "Skippable",
        "TaskName",
    }
)
"""Inputs by which jBPM and Kogito label a task in their own lists."""


def rewrite_associations(
    task: etree._Element, local: str, variables: Mapping[str, str], pen: Pen
) -> tuple[str, ...]:
    """Rewrite the associations of one task; returns the names of the inputs that became its own.

    `variables` are the names of the data of the file by id. What cannot be read stays, and is refused or
    said to be drawing later on.
    """
    if local not in _MOVING:
        return ()
    outputs = _declared(task, "dataOutput")
    if local == "callActivity":
        _call(task, outputs, variables, pen)
        return ()
    given = _inputs(task, variables, pen)
    if task.find(_LOOP) is None:
        _out_of(task, outputs, variables, pen)
    return given


def _inputs(task: etree._Element, variables: Mapping[str, str], pen: Pen) -> tuple[str, ...]:
    inputs = _declared(task, "dataInput")
    given: list[str] = []
    for association in list(task.iterchildren(_bpmn("dataInputAssociation"))):
        target = inputs.get(_one(association, "targetRef"))
        if target is not None and target not in given and _into(task, association, target, variables, pen):
            given.append(target)
            take_away(association)
    own = {each.get("target") for each in task.iter(f"{{{GOV}}}input")}
    return tuple(name for name in given if name in own)


def _call(call: etree._Element, outputs: Mapping[str, str], variables: Mapping[str, str], pen: Pen) -> None:
    """A called process is given what the associations name and nothing else, once one of them renames."""
    inputs = _declared(call, "dataInput")
    found = list(call.iterchildren(_bpmn("dataInputAssociation"), _bpmn("dataOutputAssociation")))
    pairs: list[tuple[str, str, str]] = []
    for each in found:
        if etree.QName(each).localname == "dataInputAssociation":
            source, target = _variable(each, "sourceRef", variables), inputs.get(_one(each, "targetRef"), "")
            pairs.append(("input", source, target))
        else:
            source, target = outputs.get(_one(each, "sourceRef"), ""), _variable(each, "targetRef", variables)
            pairs.append(("output", source, target))
    plain = all(_parts(each) == ["sourceRef", "targetRef"] for each in found)
    readable = all(is_name(source) and is_name(target) for _, source, target in pairs)
    if not (plain and readable) or all(source == target for _, source, target in pairs):
        return
    for association, (way, source, target) in zip(found, pairs, strict=True):
        pen.add(call, way, {"source": source, "target": target})
        take_away(association)


def _into(
    task: etree._Element, association: etree._Element, target: str, variables: Mapping[str, str], pen: Pen
) -> bool:
    parts = _parts(association)
    if parts == ["assignment", "targetRef"]:
        return _constant(task, target, _one(association, "assignment/from"), pen)
    source = _variable(association, "sourceRef", variables)
    of_the_loop = task.find(f".//{_bpmn('loopDataInputRef')}")
    feeds_the_loop = of_the_loop is not None and _text(of_the_loop) == _one(association, "targetRef")
    if parts != ["sourceRef", "targetRef"] or not is_name(source) or feeds_the_loop:
        return False
    if source == target:
        return True
    if is_name(target):
        pen.add(task, "input", {"source": source, "target": target})
    return is_name(target)


def _constant(task: etree._Element, target: str, text: str, pen: Pen) -> bool:
    """A value that the model gives: for the lists of another product, for the people, or for the task."""
    value = value_of(text)
    for_people = etree.QName(task).localname in PEOPLE
    if target in _OF_ITS_LIST or not text:
        pen.setting_left_out(task, target)
    elif for_people and target == "GroupId" and "," not in text and value == f'"{text}"':
        pen.extend(task, "assignment", {"role": text})
    elif for_people and target == "ActorId" and value is not None:
        pen.extend(task, "assignment", {"person": value})
    elif (for_people and target in {"GroupId", "ActorId"}) or target.endswith(("Notify", "Reassign")):
        pen.left_out(task, target)
    elif is_name(target) and value is not None:
        pen.add(task, "input", {"source": value, "target": target})
    else:
        return False
    return True


def _out_of(task: etree._Element, outputs: Mapping[str, str], variables: Mapping[str, str], pen: Pen) -> None:
    """Where one output goes by another name outside, the associations say all that leaves the task."""
    found = list(task.iterchildren(_bpmn("dataOutputAssociation")))
    pairs = [
        (outputs.get(_one(each, "sourceRef"), ""), _variable(each, "targetRef", variables)) for each in found
    ]
    plain = all(_parts(each) == ["sourceRef", "targetRef"] for each in found)
    readable = all(is_name(name) and is_name(variable) for name, variable in pairs)
    once = len({variable for _, variable in pairs}) == len(pairs)
    if not (plain and readable and once) or all(name == variable for name, variable in pairs):
        return
    for association, (name, variable) in zip(found, pairs, strict=True):
        pen.add(task, "output", {"source": name, "target": variable})
        take_away(association)


def _declared(task: etree._Element, local: str) -> dict[str, str]:
    return {
        each.get("id") or "": each.get("name") or ""
        for each in task.iterfind(f"{_bpmn('ioSpecification')}/{_bpmn(local)}")
    }


def _parts(association: etree._Element) -> list[str]:
    """The kinds of what an association holds."""
    return sorted(etree.QName(each).localname for each in association)


def _variable(association: etree._Element, local: str, variables: Mapping[str, str]) -> str:
    reference = _one(association, local)
    return variables.get(reference, reference)


def _one(association: etree._Element, path: str) -> str:
    found = association.findall("/".join(_bpmn(local) for local in path.split("/")))
    return _text(found[0]) if len(found) == 1 else ""


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()


def _bpmn(local: str) -> str:
    return f"{{{BPMN}}}{local}"
