"""Reads the decisions of a DMN file; whatever is not understood is refused, never passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from engine.domain.definition import Finding, ModelRefused
from engine.runtime.decision_cells import CellReader, TypeReader
from engine.runtime.decision_checks import check_cover
from engine.runtime.decision_requirements import Requirements, in_order
from engine.runtime.decision_table_reading import TableReader
from engine.runtime.decision_tables import Table
from engine.runtime.decision_types import DataType
from engine.runtime.decision_words import Words, plain_name
from engine.runtime.decisions import Decision, Formula
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import read_untrusted

_NAMESPACES: Final = frozenset(
    {
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        # The draft of DMN 1.1 that older modellers sign.
        "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    }
)
MOST_DECISIONS: Final = 500
_BESIDE_LOGIC: Final = frozenset(
    {
        "allowedAnswers",
        "authorityRequirement",
        "decisionMaker",
        "decisionOwner",
        "description",
        "extensionElements",
        "impactedPerformanceIndicator",
        "informationRequirement",
        "knowledgeRequirement",
        "question",
        "supportedObjective",
        "usingProcess",
        "usingTask",
        "variable",
    }
)
"""What stands in a decision besides how it is made; only requirements and variable change the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFile:
    """The decisions of a DMN file by id, and what there is to say about them."""

    decisions: Mapping[str, Decision]
    warnings: tuple[Finding, ...]


def compile_decisions(xml: bytes) -> DecisionFile:
    """The decisions of a DMN file; raises ModelRefused with all findings."""
    findings = Findings()
    decisions = read_decisions(xml, findings)
    if findings.errors:
        raise ModelRefused(findings.errors)
    return DecisionFile(decisions=decisions, warnings=findings.warnings)


def read_decisions(xml: bytes, findings: Findings) -> dict[str, Decision]:
    """The decisions of a DMN file that can be asked; what is wrong with the others goes to the findings."""
    root = read_untrusted(xml, findings)
    if root is None:
        return {}
    namespace = etree.QName(root).namespace or ""
    if namespace not in _NAMESPACES or etree.QName(root).localname != "definitions":
        findings.whole_file("not-dmn", "tệp không phải DMN 1.1 đến 1.5", "the file is not DMN 1.1 to 1.5")
        return {}
    return _FileReader(root, namespace, findings).read()


class _FileReader:
    """Reads one file; what it meets on the way goes to the findings."""

    def __init__(self, root: etree._Element, namespace: str, findings: Findings) -> None:
        named = [
            name
            for element in root.iterchildren(f"{{{namespace}}}decision", f"{{{namespace}}}inputData")
            for name in (element.get("name"), _variable_name(element, namespace))
            if name
        ]
        self._root = root
        self._findings = findings
        self._cells = CellReader(
            namespace=namespace,
            findings=findings,
            words=Words(named),
            language=root.get("expressionLanguage") or "",
        )
        self._types = TypeReader(root, self._cells)
        self._elements: dict[str, etree._Element] = {}
        self._logic: dict[str, Table | Formula] = {}

    def read(self) -> dict[str, Decision]:
        """All decisions of the file."""
        for element in self._cells.children(self._root, "import"):
            self._error(
                "decision-import",
                element,
                "bảng quyết định không lấy phần của tệp khác; hãy chép vào cùng một tệp",
                "decisions take nothing from other files; copy it into the same file",
            )
        for element in self._cells.children(self._root, "decision"):
            self._note(element)
        if not self._elements:
            self._findings.whole_file(
                "no-decision", "tệp không có quyết định (decision) nào", "the file holds no decision"
            )
        if len(self._elements) > MOST_DECISIONS:
            self._findings.whole_file(
                "too-many-decisions",
                f"tệp có hơn {MOST_DECISIONS} quyết định; hãy chia thành nhiều tệp",
                f"the file holds more than {MOST_DECISIONS} decisions; split it into several",
            )
            return {}
        for decision_id, element in self._elements.items():
            logic = self._read(element)
            if logic is not None:
                self._logic[decision_id] = logic
        return self._decisions()

    def _note(self, element: etree._Element) -> None:
        decision_id = element.get("id") or ""
        if not decision_id or decision_id in self._elements:
            self._error(
                "decision-id",
                element,
                "mỗi quyết định cần một mã (id) riêng",
                "every decision needs an id of its own",
            )
            return
        self._elements[decision_id] = element

    def _read(self, element: etree._Element) -> Table | Formula | None:
        forms = [
            child
            for child in element
            if etree.QName(child).namespace == self._cells.namespace
            and etree.QName(child).localname not in _BESIDE_LOGIC
        ]
        if len(forms) != 1:
            self._error(
                "decision-table-missing",
                element,
                "quyết định phải là một bảng (decisionTable) hoặc một biểu thức (literalExpression)",
                "the decision must be one table (decisionTable) or one expression (literalExpression)",
            )
            return None
        result = self._result(element)
        match etree.QName(forms[0]).localname:
            case "decisionTable":
                return self._table(element, forms[0], result)
            case "literalExpression":
                return self._formula(element, forms[0], result)
            case other:
                self._error(
                    f"decision-unsupported-{other}",
                    element,
                    f"cách quyết định {other} không được hỗ trợ; hãy dùng bảng hoặc biểu thức",
                    f"a decision by {other} is not supported; use a table or an expression",
                )
                return None

    def _table(self, element: etree._Element, table: etree._Element, result: DataType) -> Table | None:
        read = TableReader(self._cells, self._types, result).read(element, table)
        if read is not None:
            check_cover(read, element, self._findings)
        return read

    def _formula(self, element: etree._Element, inner: etree._Element, result: DataType) -> Formula | None:
        if not self._cells.text(inner):
            self._error("decision-table-missing", inner, "thiếu biểu thức", "the expression is missing")
            return None
        expression = self._cells.expression(inner)
        if expression is None:
            return None
        given = inner.get("typeRef")
        kind = self._types.type(given) if given else result
        return Formula(name=plain_name(self._name(element)), expression=expression, type=kind)

    def _result(self, element: etree._Element) -> DataType:
        for variable in self._cells.children(element, "variable"):
            return self._types.type(variable.get("typeRef"))
        return DataType()

    def _name(self, element: etree._Element) -> str:
        """The name under which other decisions see it."""
        given = _variable_name(element, self._cells.namespace)
        return (given or element.get("name") or element.get("id") or "").strip()

    def _decisions(self) -> dict[str, Decision]:
        requirements = Requirements(self._root, self._cells, self._types)
        needs = {one: requirements.needed(element, self._elements) for one, element in self._elements.items()}
        order = in_order(needs)
        for one in self._elements.keys() - order.keys():
            self._error(
                "decision-circle",
                self._elements[one],
                "quyết định này dựa vào chính nó qua các quyết định khác",
                "this decision needs itself by way of others",
            )
        names = {one: self._name(element) for one, element in self._elements.items()}
        decisions: dict[str, Decision] = {}
        for one, before in order.items():
            if one not in self._logic or not decisions.keys() >= set(before):
                continue
            decisions[one] = Decision(
                decision_id=one,
                name=self._elements[one].get("name") or "",
                logic=self._logic[one],
                sees=requirements.seen(self._elements[one], needs[one], names, self._logic),
                before=tuple(decisions[other] for other in before),
            )
        return decisions

    def _error(self, rule: str, element: etree._Element, vi: str, en: str) -> None:
        self._findings.error(rule, element, vi, en)


def _variable_name(element: etree._Element, namespace: str) -> str:
    variable = element.find(f"{{{namespace}}}variable")
    return "" if variable is None else variable.get("name") or ""
