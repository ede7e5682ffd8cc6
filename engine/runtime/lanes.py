"""Lanes by id: which innermost lane an element lies in, and whose work it therefore is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from engine.domain.definition import Assignment
from engine.runtime.extensions import Extensions
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane and the lane around it."""

    id: str
    name: str
    assignment: Assignment | None
    outer: Lane | None


def read_lanes(process: etree._Element, findings: Findings) -> Mapping[str, Lane]:
    """The innermost lane of each element that a lane lists, in the process and its sub-processes."""
    lanes: dict[str, Lane] = {}
    for lane_set in process.iter(f"{{{BPMN}}}laneSet"):
        _read_set(lane_set, None, lanes, findings)
    return lanes


def lane_assignment(lane: Lane | None) -> Assignment | None:
    """The assignment of the lane, or of the nearest lane around it that has one."""
    while lane is not None and lane.assignment is None:
        lane = lane.outer
    return lane.assignment if lane else None


def _read_set(
    lane_set: etree._Element, outer: Lane | None, lanes: dict[str, Lane], findings: Findings
) -> None:
    for element in lane_set.iterchildren(f"{{{BPMN}}}lane"):
        lane = Lane(
            id=element.get("id") or "",
            name=(element.get("name") or "").strip(),
            assignment=Extensions(element, findings).assignment(),
            outer=outer,
        )
        for reference in element.iterchildren(f"{{{BPMN}}}flowNodeRef"):
            lanes[(reference.text or "").strip()] = lane
        # Read after its own references: the inner lane wins.
        for inner in element.iterchildren(f"{{{BPMN}}}childLaneSet"):
            _read_set(inner, lane, lanes, findings)
