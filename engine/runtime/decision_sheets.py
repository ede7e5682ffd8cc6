"""Reads the decision tables of a file as they are written, cell by cell with ids, for pages to show them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.xml_intake import read_untrusted


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column as it is written."""

    ids: tuple[str, ...]
    """Of the column and of what stands in it."""
    label: str
    expression: str
    """What an input asks; the name of an output."""
    type: str
    allowed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRule:
    """A row as it is written."""

    id: str
    cell_ids: tuple[str, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A decision table as it is written, right or wrong."""

    decision_id: str
    name: str
    policy: str
    aggregation: str
    inputs: tuple[SheetColumn, ...]
    outputs: tuple[SheetColumn, ...]
    rules: tuple[SheetRule, ...]

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        """Inputs, then outputs."""
        return (*self.inputs, *self.outputs)

    def place(self, element_id: str) -> tuple[int | None, int | None]:
        """The row and the column, each counted from 1, in which an element stands; None where it has none."""
        for number, column in enumerate(self.columns, 1):
            if element_id in column.ids:
                return None, number
        for number, rule in enumerate(self.rules, 1):
            if element_id == rule.id:
                return number, None
            if element_id in rule.cell_ids:
                return number, rule.cell_ids.index(element_id) + 1
        return None, None


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """The tables of a file in its order; none where it is no readable XML."""
    root = read_untrusted(content, Findings())
    if root is None:
        return ()
    return tuple(
        _sheet(decision, table)
        for decision in _children(root, "decision")
        for table in _children(decision, "decisionTable")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingStep:
    """A step of a drawing that asks a decision."""

    id: str
    name: str


def steps_asking(drawing: bytes, keys: Collection[str]) -> tuple[AskingStep, ...]:
    """The steps that ask one of these decisions, in the order of the file, whatever product wrote them."""
    root = read_untrusted(drawing, Findings())
    found: dict[str, AskingStep] = {}
    for element in root.iter(tag=etree.Element) if root is not None else ():
        if any(_asks(element, str(name), str(text), keys) for name, text in element.attrib.items()):
            step = element if etree.QName(element).localname.endswith("Task") else element.getparent()
            while step is not None and not etree.QName(step).localname.endswith("Task"):
                step = step.getparent()
            if step is not None:
                step_id = step.get("id") or ""
                found[step_id] = AskingStep(id=step_id, name=step.get("name") or step_id)
    return tuple(found.values())


def _asks(element: etree._Element, name: str, text: str, keys: Collection[str]) -> bool:
    local = etree.QName(name).localname
    own = local == "key" and etree.QName(element).localname == "decision"
    return text in keys and (own or local in {"decisionRef", "decisionId", "decisionTableReferenceKey"})


def rename_decision(content: bytes, old: str, new: str) -> bytes:
    """The file with another id at that decision and where other decisions need it."""
    if read_untrusted(content, Findings()) is None:
        return content
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    root = etree.fromstring(content, parser)
    for element in root.iter(tag=etree.Element):
        if etree.QName(element).localname == "decision" and element.get("id") == old:
            element.set("id", new)
        for name in ("href", "dmnElementRef"):
            if element.get(name) in {old, f"#{old}"}:
                element.set(name, (element.get(name) or "").replace(old, new))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _sheet(decision: etree._Element, table: etree._Element) -> Sheet:
    return Sheet(
        decision_id=decision.get("id") or "",
        name=decision.get("name") or "",
        policy=table.get("hitPolicy") or "UNIQUE",
        aggregation=table.get("aggregation") or "",
        inputs=tuple(_input(each) for each in _children(table, "input")),
        outputs=tuple(_output(each) for each in _children(table, "output")),
        rules=tuple(_rule(each) for each in _children(table, "rule")),
    )


def _input(column: etree._Element) -> SheetColumn:
    inner = next(_children(column, "inputExpression"), None)
    expression = "" if inner is None else _text(inner)
    return SheetColumn(
        ids=_ids(column),
        label=column.get("label") or expression,
        expression=expression,
        type="" if inner is None else inner.get("typeRef") or "",
        allowed=_allowed(column, "inputValues"),
    )


def _output(column: etree._Element) -> SheetColumn:
    name = column.get("name") or ""
    return SheetColumn(
        ids=_ids(column),
        label=column.get("label") or name,
        expression=name,
        type=column.get("typeRef") or "",
        allowed=_allowed(column, "outputValues"),
    )


def _rule(rule: etree._Element) -> SheetRule:
    inputs, outputs = [*_children(rule, "inputEntry")], [*_children(rule, "outputEntry")]
    remarks = [_text(each) for each in (*_children(rule, "description"), *_children(rule, "annotationEntry"))]
    return SheetRule(
        id=rule.get("id") or "",
        cell_ids=tuple(each.get("id") or "" for each in (*inputs, *outputs)),
        inputs=tuple(map(_text, inputs)),
        outputs=tuple(map(_text, outputs)),
        remark=" ".join(filter(None, remarks)),
    )


def _ids(column: etree._Element) -> tuple[str, ...]:
    return tuple(each.get("id") or "" for each in column.iter(tag=etree.Element) if each.get("id"))


def _allowed(column: etree._Element, local: str) -> str:
    return next((_text(each) for each in _children(column, local)), "")


def _children(element: etree._Element, local: str) -> Iterator[etree._Element]:
    return (each for each in element.iterchildren(tag=etree.Element) if etree.QName(each).localname == local)


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
