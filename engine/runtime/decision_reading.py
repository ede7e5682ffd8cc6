"""Reads a DMN file with one decision table; whatever is not understood is refused, never passed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from lxml import etree

from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime.decision_checks import check_cover
from engine.runtime.decision_tests import UnaryTest, compile_test
from engine.runtime.decisions import Aggregation, Decision, HitPolicy, Input, Output, Rule
from engine.runtime.expressions import Expression, ExpressionError, compile_expression
from engine.runtime.findings import Findings, line_of
from engine.runtime.xml_intake import read_untrusted

_NAMESPACES: Final = frozenset(
    {
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    }
)
_WHOLE: Final = frozenset({"integer", "long", "int"})
_T = TypeVar("_T")


def compile_decision(xml: bytes) -> Decision:
    """The decision table of a DMN file; raises ModelRefused with all findings."""
    findings = Findings()
    root = read_untrusted(xml, findings)
    decision = None if root is None else _Reader(root, findings).read()
    if decision is None or findings.errors:
        raise ModelRefused(findings.errors)
    check_cover(decision, findings)
    return replace(decision, warnings=findings.warnings)


class _Reader:
    """Reads one file; what it meets on the way goes to the findings."""

    def __init__(self, root: etree._Element, findings: Findings) -> None:
        self._root = root
        self._findings = findings
        self._namespace = etree.QName(root).namespace or ""

    def read(self) -> Decision | None:
        if self._namespace not in _NAMESPACES or etree.QName(self._root).localname != "definitions":
            self._findings.whole_file(
                "not-dmn", "tệp không phải DMN 1.1 đến 1.5", "the file is not DMN 1.1 to 1.5"
            )
            return None
        decisions = self._children(self._root, "decision")
        if len(decisions) != 1:
            self._findings.whole_file(
                "one-decision",
                "tệp phải có đúng một quyết định (decision)",
                "the file must hold exactly one decision",
            )
            return None
        decision = decisions[0]
        for requirement in self._children(decision, "informationRequirement"):
            if self._children(requirement, "requiredDecision"):
                self._error(
                    "decision-required",
                    requirement,
                    "chưa hỗ trợ quyết định dựa vào quyết định khác; hãy gộp vào một bảng",
                    "a decision that needs another one is not supported; bring both into one table",
                )
        tables = self._children(decision, "decisionTable")
        if not tables:
            self._error(
                "decision-table-missing",
                decision,
                "quyết định phải là một bảng (decisionTable)",
                "the decision must be a table (decisionTable)",
            )
            return None
        return self._table(decision, tables[0])

    def _table(self, decision: etree._Element, table: etree._Element) -> Decision | None:
        policy = self._enumerated(HitPolicy, table, "hitPolicy", HitPolicy.UNIQUE)
        aggregation = self._enumerated(Aggregation, table, "aggregation", None)
        inputs = [self._input(each) for each in self._children(table, "input")]
        outputs = [self._output(each) for each in self._children(table, "output")]
        rules = [self._rule(each, len(inputs), len(outputs)) for each in self._children(table, "rule")]
        self._check_columns(table, outputs, policy, aggregation)
        if self._findings.errors or policy is None:
            return None
        return Decision(
            decision_id=decision.get("id") or "",
            name=decision.get("name") or "",
            policy=policy,
            aggregation=aggregation,
            inputs=tuple(each for each in inputs if each is not None),
            outputs=tuple(outputs),
            rules=tuple(each for each in rules if each is not None),
        )

    def _check_columns(
        self,
        table: etree._Element,
        outputs: list[Output],
        policy: HitPolicy | None,
        aggregation: Aggregation | None,
    ) -> None:
        names = [output.name for output in outputs]
        if not outputs or (len(outputs) > 1 and (not all(names) or len(set(names)) < len(names))):
            self._error(
                "decision-outputs",
                table,
                "bảng cần cột kết quả; nhiều cột thì mỗi cột một tên riêng",
                "the table needs output columns; several of them need names of their own",
            )
        if aggregation is not None and (policy is not HitPolicy.COLLECT or len(outputs) > 1):
            self._error(
                "decision-aggregation",
                table,
                "phép gộp (aggregation) chỉ dùng với COLLECT và một cột kết quả",
                "an aggregation goes with COLLECT and one output column only",
            )

    def _input(self, element: etree._Element) -> Input | None:
        inner = self._children(element, "inputExpression")
        if not inner:
            self._error(
                "decision-input", element, "cột đầu vào thiếu biểu thức", "an input has no expression"
            )
            return None
        expression = self._expression(inner[0])
        allowed = [value for each in self._children(element, "inputValues") for value in self._listed(each)]
        if expression is None:
            return None
        return Input(
            label=element.get("label") or expression.text.strip(),
            expression=expression,
            whole_numbers=(inner[0].get("typeRef") or "").rpartition(":")[2] in _WHOLE,
            allowed=tuple(allowed),
        )

    def _listed(self, element: etree._Element) -> tuple[Value, ...]:
        test = self._compiled(element, compile_test)
        return () if test is None or test.landmarks is None or ".." in test.text else test.landmarks

    def _output(self, element: etree._Element) -> Output:
        default = self._children(element, "defaultOutputEntry")
        return Output(
            name=element.get("name") or "",
            default=self._expression(default[0]) if default else None,
        )

    def _rule(self, element: etree._Element, inputs: int, outputs: int) -> Rule | None:
        tests: list[UnaryTest | None] = [
            self._compiled(each, compile_test) for each in self._children(element, "inputEntry")
        ]
        entries = [self._expression(each) for each in self._children(element, "outputEntry")]
        if len(tests) != inputs or len(entries) != outputs:
            self._error(
                "decision-rule",
                element,
                f"dòng phải có {inputs} ô đầu vào và {outputs} ô kết quả",
                f"a rule needs {inputs} input and {outputs} output cells",
            )
            return None
        return Rule(
            tests=tuple(test for test in tests if test is not None),
            outputs=tuple(entry for entry in entries if entry is not None),
            line=line_of(element),
        )

    def _expression(self, element: etree._Element) -> Expression | None:
        return self._compiled(element, lambda text: compile_expression("null" if text in {"", "-"} else text))

    def _compiled(self, element: etree._Element, read: Callable[[str], _T]) -> _T | None:
        text = "".join(each.text or "" for each in self._children(element, "text")).strip()
        language = (element.get("expressionLanguage") or "feel").lower()
        if "feel" not in language:
            self._error(
                "decision-language", element, "ô phải viết bằng FEEL", "a cell must be written in FEEL"
            )
            return None
        try:
            return read(text)
        except ExpressionError as error:
            self._error(
                "decision-cell",
                element,
                f"không hiểu ô “{text[:60]}”: {error.reason_vi}",
                f"the cell “{text[:60]}” cannot be read: {error.reason_en}",
            )
            return None

    def _enumerated(
        self, kind: Callable[[str], _T], element: etree._Element, attribute: str, absent: _T | None
    ) -> _T | None:
        text = element.get(attribute)
        if text is None:
            return absent
        try:
            return kind(text.strip().upper())
        except ValueError:
            self._error(
                f"decision-{attribute}",
                element,
                f"chưa hỗ trợ {attribute}=“{text[:30]}”; dùng UNIQUE, FIRST, ANY hoặc COLLECT",
                f"{attribute}=“{text[:30]}” is not supported; use UNIQUE, FIRST, ANY or COLLECT",
            )
            return None

    def _children(self, element: etree._Element, name: str) -> list[etree._Element]:
        return list(element.iterchildren(f"{{{self._namespace}}}{name}"))

    def _error(self, rule: str, element: etree._Element, vi: str, en: str) -> None:
        self._findings.error(rule, element, vi, en)
