"""Outlines a bundle from its files alone, so that drafts that cannot be run yet can be compared too."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from engine.domain.bundle import MODEL_FILE, Bundle
from engine.domain.definition import ModelRefused
from engine.domain.model_outline import ModelOutline, Part, Subject
from engine.domain.outlined_forms import outline_file
from engine.runtime.findings import Findings, line_of
from engine.runtime.outlined_decisions import outline_decisions
from engine.runtime.outlined_facts import Facts, facts_of
from engine.runtime.xml_intake import BPMN, read_xml


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STEPS: Final = _set(
    "task userTask manualTask serviceTask scriptTask businessRuleTask sendTask receiveTask callActivity"
    " subProcess transaction adHocSubProcess"
)
_EVENTS: Final = _set("startEvent endEvent boundaryEvent intermediateCatchEvent intermediateThrowEvent")
_GATEWAYS: Final = _set("exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway complexGateway")
_NOTES: Final = _set(
    "textAnnotation association group category dataObject dataObjectReference dataStore dataStoreReference"
)
_SUBJECTS: Final[Mapping[str, Subject]] = {
    **dict.fromkeys(_STEPS, Subject.STEP),
    **dict.fromkeys(_EVENTS, Subject.EVENT),
    **dict.fromkeys(_GATEWAYS, Subject.GATEWAY),
    **dict.fromkeys(_NOTES, Subject.NOTE),
    "process": Subject.PROCESS,
    "participant": Subject.LANE,
    "lane": Subject.LANE,
    "sequenceFlow": Subject.FLOW,
    "messageFlow": Subject.FLOW,
    "message": Subject.EVENT,
    "signal": Subject.EVENT,
    "error": Subject.EVENT,
    "escalation": Subject.EVENT,
}
_TRANSPARENT: Final = frozenset({"laneSet", "childLaneSet", "collaboration", "definitions"})
"""What only holds other things together."""
_DRAWING: Final = "http://www.omg.org/spec/BPMN/20100524/DI"


def outline_bundle(bundle: Bundle) -> ModelOutline:
    """What a bundle says; raises ModelRefused where its drawing is no BPMN at all."""
    findings = Findings()
    root = read_xml(bundle, findings)
    if root is None:
        raise ModelRefused(findings.errors)
    lanes = _lanes(root)
    parts = list(_parts(root, "", lanes))
    orders: dict[str, tuple[str, ...]] = {}
    for path, content in sorted(bundle.files.items()):
        if path == MODEL_FILE:
            continue
        outlined = outline_decisions(path, content) if path.endswith(".dmn") else None
        more, order = outlined if outlined is not None else outline_file(path, content)
        parts += more
        orders |= order
    return ModelOutline(parts=tuple(parts), orders=orders, looks=_looks(root))


def _local(element: etree._Element) -> str:
    name = etree.QName(element)
    return name.localname if name.namespace == BPMN else ""


def _lanes(root: etree._Element) -> dict[str, str]:
    """Element -> the innermost lane that it is drawn in."""
    found: dict[str, str] = {}
    # Inner lanes come after those around them, and have the last word.
    for lane in root.iter(f"{{{BPMN}}}lane"):
        for ref in lane.iterchildren(f"{{{BPMN}}}flowNodeRef"):
            found[(ref.text or "").strip()] = lane.get("id") or ""
    return found


def _parts(element: etree._Element, within: str, lanes: Mapping[str, str]) -> Iterator[Part]:
    for child in element.iterchildren(tag=etree.Element):
        local = _local(child)
        if local in _TRANSPARENT:
            yield from _parts(child, within, lanes)
            continue
        subject, part_id = _SUBJECTS.get(local), child.get("id")
        if subject is None or part_id is None:
            continue
        read: Facts = facts_of(child, own=_SUBJECTS.keys())
        said, references = read.said, read.references
        if part_id in lanes:
            said = {**said, "lane": lanes[part_id]}
            references |= {"lane"}
        yield Part(
            id=part_id,
            subject=subject,
            kind=local,
            name=" ".join((child.get("name") or "").split()),
            within=within,
            facts=said,
            references=references,
            line=line_of(child),
        )
        yield from _parts(child, part_id, lanes)


def _looks(root: etree._Element) -> str:
    digest = hashlib.sha256()
    for drawing in root.iterchildren(f"{{{_DRAWING}}}BPMNDiagram"):
        digest.update(etree.tostring(drawing, method="c14n"))
    return digest.hexdigest()
