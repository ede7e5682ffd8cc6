"""What decisions of a DMN file need: other decisions, data of the case, and the names they see it under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from engine.runtime.decision_cells import CellReader, TypeReader
from engine.runtime.decision_tables import Table
from engine.runtime.decision_types import DataType
from engine.runtime.decision_words import plain_name
from engine.runtime.decisions import Formula, FromCase, FromDecision, Source


class Requirements:
    """Reads the requirements of one file."""

    def __init__(self, root: etree._Element, cells: CellReader, types: TypeReader) -> None:
        self._cells = cells
        self._data: dict[str, FromCase] = {}
        for element in cells.children(root, "inputData"):
            self._data[element.get("id") or ""] = _input_data(element, cells, types)

    def needed(self, decision: etree._Element, known: Mapping[str, etree._Element]) -> list[str]:
        """Ids of the decisions that a decision needs itself; what is not there is a finding."""
        for requirement in self._cells.children(decision, "knowledgeRequirement"):
            self._cells.error(
                "decision-knowledge",
                requirement,
                "mô hình tri thức (businessKnowledgeModel) không được hỗ trợ; hãy viết thành bảng",
                "a business knowledge model is not supported; write it as a table",
            )
        needed: list[str] = []
        for element, href in self._references(decision, "requiredDecision"):
            if href not in known:
                self._missing(element, href)
            elif href not in needed:
                needed.append(href)
        for element, href in self._references(decision, "requiredInput"):
            if href not in self._data:
                self._missing(element, href)
        return needed

    def seen(
        self,
        decision: etree._Element,
        needed: Sequence[str],
        names: Mapping[str, str],
        logic: Mapping[str, Table | Formula],
    ) -> dict[str, Source]:
        """The names that mean something of their own to a decision.

        A required decision is seen by its name (the standard) and by its id (Zeebe), and its outputs by their
        names (Camunda 7) where nothing else of the decision bears that name.
        """
        seen: dict[str, Source] = {}
        for _, href in self._references(decision, "requiredInput"):
            if href in self._data:
                seen[plain_name(self._data[href].variable)] = self._data[href]
        for other in needed:
            for name in (names[other], other):
                source = FromDecision(decision_id=other)
                if seen.setdefault(plain_name(name), source) != source and name == names[other]:
                    self._twice(decision, name)
        taken = set(seen)
        for other in needed:
            for output in logic[other].output_names if other in logic else ():
                name = plain_name(output) if output else ""
                if name and name not in taken:
                    source = FromDecision(decision_id=other, output=output)
                    if seen.setdefault(name, source) != source:
                        self._twice(decision, output)
        return seen

    def _references(self, decision: etree._Element, kind: str) -> list[tuple[etree._Element, str]]:
        return [
            (each, (each.get("href") or "").removeprefix("#"))
            for requirement in self._cells.children(decision, "informationRequirement")
            for each in self._cells.children(requirement, kind)
        ]

    def _missing(self, element: etree._Element, href: str) -> None:
        self._cells.error(
            "decision-required",
            element,
            f"phần được dựa vào “{href[:80]}” không có trong tệp này",
            f"what it needs, “{href[:80]}”, is not in this file",
        )

    def _twice(self, element: etree._Element, name: str) -> None:
        self._cells.error(
            "decision-name-twice",
            element,
            f"tên “{name}” chỉ hai thứ khác nhau mà quyết định này dựa vào; hãy đổi tên một thứ",
            f"the name “{name}” means two different things that this decision needs; rename one",
        )


def in_order(needs: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """For each decision all that it needs, each after what it needs itself; without those in a circle."""
    order: dict[str, tuple[str, ...]] = {}
    waiting = dict(needs)
    while ready := [one for one, others in waiting.items() if all(other in order for other in others)]:
        for one in ready:
            before: dict[str, None] = {}
            for other in waiting.pop(one):
                before.update(dict.fromkeys((*order[other], other)))
            order[one] = tuple(before)
    return order


def _input_data(element: etree._Element, cells: CellReader, types: TypeReader) -> FromCase:
    name, kind = element.get("name") or "", DataType()
    for variable in cells.children(element, "variable"):
        name = variable.get("name") or name
        kind = types.type(variable.get("typeRef"))
    return FromCase(variable=name.strip(), type=kind)
