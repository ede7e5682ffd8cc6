"""Reads the decision table of a decision: its columns, its rules, and whether their types agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final, TypeVar

from lxml import etree

from engine.domain.values import Value
from engine.runtime.decision_cells import CellReader, TypeReader
from engine.runtime.decision_tables import Aggregation, HitPolicy, Input, Output, Rule, Table
from engine.runtime.decision_tests import UnaryTest
from engine.runtime.decision_types import DataType
from engine.runtime.expression_values import ExpressionError
from engine.runtime.expressions import Expression, is_name
from engine.runtime.findings import line_of

_INPUT_NAME: Final = "inputVariable"
_USUAL_INPUT_NAME: Final = "cellInput"
"""How Camunda calls what `?` stands for."""
_PARTS: Final = frozenset({"input", "output", "rule", "annotation", "description", "extensionElements"})
_Kind = TypeVar("_Kind", bound=StrEnum)


class TableReader:
    """Reads one table."""

    def __init__(self, cells: CellReader, types: TypeReader, result: DataType) -> None:
        """`result` is what the decision says of its variable."""
        self._cells = cells
        self._types = types
        self._result = result

    def read(self, decision: etree._Element, table: etree._Element) -> Table | None:
        """The table, or None with findings."""
        errors = len(self._cells.findings.errors)
        policy = self._enumerated(HitPolicy, table, "hitPolicy", HitPolicy.UNIQUE)
        aggregation = self._enumerated(Aggregation, table, "aggregation", None)
        self._check_parts(table)
        columns = self._children(table, "input")
        inputs = [self._input(each) for each in columns]
        outputs = self._outputs(table, policy)
        rules: list[Rule | None] = []
        for number, each in enumerate(self._children(table, "rule"), 1):
            self._cells.row = number
            rules.append(self._rule(each, columns, inputs, outputs))
        self._cells.row = 0
        self._check_columns(table, outputs, policy, aggregation)
        if policy is None or len(self._cells.findings.errors) > errors:
            return None
        return Table(
            name=decision.get("name") or decision.get("id") or "",
            policy=policy,
            aggregation=aggregation,
            inputs=_told_apart([each for each in inputs if each is not None]),
            outputs=tuple(outputs),
            rules=tuple(each for each in rules if each is not None),
        )

    def _check_parts(self, table: etree._Element) -> None:
        for child in table:
            name = etree.QName(child)
            if name.namespace == self._cells.namespace and name.localname not in _PARTS:
                self._error(
                    "decision-part",
                    child,
                    f"phần {name.localname} của bảng quyết định không được hỗ trợ; hãy bỏ đi",
                    f"the part {name.localname} of a decision table is not supported; remove it",
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
        if policy is not None and policy.ranks and not any(output.ranking for output in outputs):
            self._error(
                "decision-ranking",
                table,
                f"{policy.value} cần danh sách giá trị của cột kết quả (outputValues), theo thứ tự ưu tiên",
                f"{policy.value} needs the list of values of an output column (outputValues), by priority",
            )
        if policy is not None and policy.gives_list and any(output.default for output in outputs):
            self._error(
                "decision-default",
                table,
                f"giá trị mặc định không dùng với {policy.value}; không dòng nào đúng thì danh sách rỗng",
                f"a default does not go with {policy.value}; where no rule holds, the list is empty",
            )

    # Columns

    def _input(self, element: etree._Element) -> Input | None:
        inner = self._children(element, "inputExpression")
        if not inner or not self._cells.text(inner[0]):
            self._error(
                "decision-input",
                element,
                "cột đầu vào thiếu biểu thức; hãy ghi tên biến",
                "an input has no expression; write the name of a variable",
            )
            return None
        expression = self._cells.expression(inner[0])
        if expression is None:
            return None
        kept = self._allowed(element, "inputValues", self._types.type(inner[0].get("typeRef")))
        label = element.get("label") or self._cells.text(inner[0])
        return Input(label=label, expression=expression, type=kept)

    def _outputs(self, table: etree._Element, policy: HitPolicy | None) -> list[Output]:
        elements = self._children(table, "output")
        alone = len(elements) == 1 and policy is not None and not policy.gives_list
        return [self._output(each, self._result if alone else DataType()) for each in elements]

    def _output(self, element: etree._Element, otherwise: DataType) -> Output:
        given = element.get("typeRef")
        kept = self._allowed(element, "outputValues", self._types.type(given) if given else otherwise)
        ranking = None if kept.allowed is None else kept.allowed.listed
        default = self._children(element, "defaultOutputEntry")
        entry = self._cells.expression(default[0]) if default else None
        if default and entry is not None:
            self._check_entry(default[0], entry, kept)
        return Output(name=element.get("name") or "", type=kept, default=entry, ranking=ranking or ())

    def _allowed(self, element: etree._Element, name: str, kind: DataType) -> DataType:
        for each in self._children(element, name):
            if not self._cells.text(each):
                continue
            allowed = self._cells.test(each)
            if allowed is not None:
                self._check_constants(each, allowed, kind)
                kind = replace(kind, allowed=allowed)
        return kind

    # Rules

    def _rule(
        self,
        element: etree._Element,
        columns: list[etree._Element],
        inputs: list[Input | None],
        outputs: list[Output],
    ) -> Rule | None:
        cells, entries = self._children(element, "inputEntry"), self._children(element, "outputEntry")
        if len(cells) != len(inputs) or len(entries) != len(outputs):
            self._error(
                "decision-rule",
                element,
                f"dòng phải có {len(inputs)} ô đầu vào và {len(outputs)} ô kết quả",
                f"a rule needs {len(inputs)} input and {len(outputs)} output cells",
            )
            return None
        tests = [
            self._cells.test(cell, _input_names(column)) for cell, column in zip(cells, columns, strict=True)
        ]
        for cell, test, column in zip(cells, tests, inputs, strict=True):
            if test is not None and column is not None:
                self._check_constants(cell, test, column.type)
        values = [self._cells.expression(entry) for entry in entries]
        for entry, value, output in zip(entries, values, outputs, strict=True):
            if value is not None:
                self._check_entry(entry, value, output.type)
        return Rule(
            number=self._cells.row,
            rule_id=element.get("id") or "",
            line=line_of(element),
            tests=tuple(test for test in tests if test is not None),
            outputs=tuple(value for value in values if value is not None),
        )

    def _check_constants(self, element: etree._Element, test: UnaryTest, kind: DataType) -> None:
        """The constants of a cell are of the type of its column, and values that it lists are allowed."""
        for value in test.landmarks or ():
            if not kind.takes(value):
                self._wrong(element, value, kind)
                return
        for value in test.listed or ():
            if not kind.allows(value):
                self._not_allowed(element, value, kind)
                return

    def _check_entry(self, element: etree._Element, entry: Expression, kind: DataType) -> None:
        if entry.names:
            return
        try:
            value = entry.evaluate(lambda _name: None)
        except ExpressionError as error:
            self._error(
                "decision-cell",
                element,
                f"ô “{entry.text[:60]}” không tính được: {error.reason_vi}",
                f"the cell “{entry.text[:60]}” has no value: {error.reason_en}",
            )
            return
        if not kind.takes(value):
            self._wrong(element, value, kind)
        elif not kind.allows(value):
            self._not_allowed(element, value, kind)

    def _wrong(self, element: etree._Element, value: Value, kind: DataType) -> None:
        kinds = ", ".join(sorted(kind.kinds))
        self._error(
            "decision-type",
            element,
            f"giá trị “{str(value)[:60]}” không thuộc kiểu {kind.kinds_vi} của cột",
            f"the value “{str(value)[:60]}” is not of the column's type {kinds}",
        )

    def _not_allowed(self, element: etree._Element, value: Value, kind: DataType) -> None:
        allowed = "" if kind.allowed is None else kind.allowed.text[:120]
        self._error(
            "decision-not-allowed",
            element,
            f"giá trị “{str(value)[:60]}” không nằm trong các giá trị cho phép của cột ({allowed})",
            f"the value “{str(value)[:60]}” is not one that the column allows ({allowed})",
        )

    # Below

    def _enumerated(
        self, kind: type[_Kind], element: etree._Element, attribute: str, absent: _Kind | None
    ) -> _Kind | None:
        text = element.get(attribute)
        if text is None:
            return absent
        known = {member.value: member for member in kind}
        found = known.get(text.strip().upper())
        if found is None:
            offered = ", ".join(known)
            self._error(
                f"decision-{attribute}",
                element,
                f"không có {attribute}=“{text[:30]}”; dùng một trong: {offered}",
                f"{attribute}=“{text[:30]}” does not exist; use one of: {offered}",
            )
        return found

    def _children(self, element: etree._Element, name: str) -> list[etree._Element]:
        return self._cells.children(element, name)

    def _error(self, rule: str, element: etree._Element, vi: str, en: str) -> None:
        self._cells.error(rule, element, vi, en)


def _told_apart(inputs: list[Input]) -> tuple[Input, ...]:
    """The columns with labels of their own: what was asked is kept by label."""
    labels = [column.label for column in inputs]
    return tuple(
        replace(column, label=f"{column.label} ({place})") if labels.count(column.label) > 1 else column
        for place, column in enumerate(inputs, 1)
    )


def _input_names(column: etree._Element) -> Mapping[str, str]:
    """Names under which the cells of a column may speak of its input, besides `?`."""
    given: Iterable[str] = (
        str(value) for key, value in column.attrib.items() if etree.QName(str(key)).localname == _INPUT_NAME
    )
    return {name: "?" for name in (*given, _USUAL_INPUT_NAME) if is_name(name)}
