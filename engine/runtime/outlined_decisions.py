"""Outlines a file of decision tables: decisions, their columns, and each rule cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.domain.model_outline import Part, Subject
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import read_untrusted

Outlined = tuple[tuple[Part, ...], dict[str, tuple[str, ...]]]


def outline_decisions(path: str, content: bytes) -> Outlined | None:
    """The parts of a .dmn file; None where it is no readable XML and can only be compared as a whole."""
    root = read_untrusted(content, Findings())
    if root is None:
        return None
    parts: list[Part] = []
    orders: dict[str, tuple[str, ...]] = {}
    for number, decision in enumerate(_children(root, "decision")):
        own = f"decision:{decision.get('id') or f'{path}#{number}'}"
        parts.append(_decision(own, decision))
        rules = [rule for table in _children(decision, "decisionTable") for rule in _rules(own, table)]
        parts += rules
        if rules:
            orders[own] = tuple(rule.id for rule in rules)
    return tuple(parts), orders


def _decision(own: str, decision: etree._Element) -> Part:
    facts: dict[str, str] = {}
    for table in _children(decision, "decisionTable"):
        facts["hitPolicy"] = table.get("hitPolicy") or "UNIQUE"
        if table.get("aggregation"):
            facts["aggregation"] = table.get("aggregation") or ""
        for key, column in _columns(table):
            facts[key] = " ".join(
                filter(None, (column.get("label") or column.get("name"), _type(column), _allowed(column)))
            )
    for formula in _children(decision, "literalExpression"):
        facts["expression"] = _words(formula)
    required = sorted(
        each.get("href") or ""
        for each in decision.iter(tag=etree.Element)
        if etree.QName(each).localname.startswith("required")
    )
    if required:
        facts["requires"] = " ".join(required)
    name = " ".join((decision.get("name") or "").split())
    return Part(id=own, subject=Subject.DECISION, kind="decision", name=name or own, facts=facts)


def _columns(table: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for column in _children(table, "input"):
        asked = next((_words(each) for each in _children(column, "inputExpression")), "")
        yield f"input[{asked or column.get('label') or ''}]", column
    for column in _children(table, "output"):
        yield f"output[{column.get('name') or column.get('label') or ''}]", column


def _rules(within: str, table: etree._Element) -> Iterator[Part]:
    headings = [key for key, _column in _columns(table)]
    for number, rule in enumerate(_children(table, "rule"), start=1):
        cells = [
            *(_words(each) for each in _children(rule, "inputEntry")),
            *(_words(each) for each in _children(rule, "outputEntry")),
        ]
        facts = {f"cell.{heading}": cell for heading, cell in zip(headings, cells, strict=False)}
        remark = next((_words(each) for each in _children(rule, "description")), "")
        if remark:
            facts["description"] = remark
        yield Part(
            id=f"{within}/{rule.get('id') or number}",
            subject=Subject.RULE,
            kind="rule",
            name="; ".join(cell for cell in cells if cell and cell != "-")[:120] or str(number),
            within=within,
            facts=facts,
        )


def _type(column: etree._Element) -> str:
    own = column.get("typeRef")
    return own or next((each.get("typeRef") or "" for each in _children(column, "inputExpression")), "")


def _allowed(column: etree._Element) -> str:
    values = (each for local in ("inputValues", "outputValues") for each in _children(column, local))
    return next((f"({_words(each)})" for each in values), "")


def _children(element: etree._Element, local: str) -> Iterator[etree._Element]:
    return (each for each in element.iterchildren(tag=etree.Element) if etree.QName(each).localname == local)


def _words(element: etree._Element) -> str:
    """The text of an entry, wherever in it it stands."""
    return " ".join("".join(str(text) for text in element.itertext()).split())
