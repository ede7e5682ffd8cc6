"""Reads the texts of a DMN file: expressions and cells, with the words of the file brought into ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from lxml import etree

from engine.runtime.decision_tests import UnaryTest, compile_test
from engine.runtime.decision_types import DataType, basic_type
from engine.runtime.decision_words import Words
from engine.runtime.expressions import Expression, ExpressionError, compile_expression
from engine.runtime.findings import Findings

DEEPEST_TYPE: Final = 20
_FEEL: Final = "feel"
_T = TypeVar("_T")


@dataclass(slots=True, kw_only=True, eq=False)
class CellReader:
    """What all readers of one file share."""

    namespace: str
    findings: Findings
    words: Words
    language: str
    """The expression language that the file names for all cells, or empty."""
    row: int = 0
    """The rule that is being read, counted from 1; 0 outside the rules."""

    def children(self, element: etree._Element, name: str) -> list[etree._Element]:
        """The children of that name in the namespace of the file."""
        return list(element.iterchildren(f"{{{self.namespace}}}{name}"))

    def text(self, element: etree._Element) -> str:
        """The text of a cell."""
        return "".join(each.text or "" for each in self.children(element, "text")).strip()

    def expression(self, element: etree._Element) -> Expression | None:
        """The expression of an element; an empty one gives null."""

        def read(text: str) -> Expression:
            return compile_expression("null" if text in {"", "-"} else self.words.plain(text))

        return self._compiled(element, read)

    def test(self, element: etree._Element, also: Mapping[str, str] | None = None) -> UnaryTest | None:
        """The test of a cell."""
        return self._compiled(element, lambda text: compile_test(self.words.plain(text, also=also)))

    def error(self, rule: str, element: etree._Element, vi: str, en: str) -> None:
        """An error at an element."""
        if self.row:
            vi, en = f"dòng {self.row}: {vi}", f"rule {self.row}: {en}"
        self.findings.error(rule, element, vi, en)

    def _compiled(self, element: etree._Element, read: Callable[[str], _T]) -> _T | None:
        text = self.text(element)
        language = (element.get("expressionLanguage") or self.language or _FEEL).lower()
        if _FEEL not in language:
            self.error(
                "decision-language", element, "ô phải viết bằng FEEL", "a cell must be written in FEEL"
            )
            return None
        try:
            return read(text)
        except ExpressionError as error:
            self.error(
                "decision-cell",
                element,
                f"không hiểu ô “{text[:60]}”: {error.reason_vi}",
                f"the cell “{text[:60]}” cannot be read: {error.reason_en}",
            )
            return None


class TypeReader:
    """Finds what a typeRef means in a file with item definitions of its own."""

    def __init__(self, root: etree._Element, cells: CellReader) -> None:
        self._cells = cells
        self._definitions = {
            each.get("name"): each for each in cells.children(root, "itemDefinition") if each.get("name")
        }
        self._known: dict[str, DataType] = {}

    def type(self, reference: str | None) -> DataType:
        """The type of a typeRef; of one that is not given or not known, anything."""
        return self._resolved((reference or "").strip(), ())

    def _resolved(self, name: str, outer: tuple[str, ...]) -> DataType:
        local = name if name in self._definitions else name.rpartition(":")[2]
        definition = self._definitions.get(local)
        if definition is None or local in outer or len(outer) > DEEPEST_TYPE:
            return basic_type(name)
        if local not in self._known:
            inner = next((each.text or "" for each in self._cells.children(definition, "typeRef")), "")
            base = self._resolved(inner.strip(), (*outer, local))
            self._known[local] = self._narrowed(definition, base)
        return self._known[local]

    def _narrowed(self, definition: etree._Element, base: DataType) -> DataType:
        if definition.get("isCollection") == "true":
            return DataType(kinds=frozenset({"list"}))
        if self._cells.children(definition, "itemComponent"):
            return DataType(kinds=frozenset({"record"}))
        for name in ("allowedValues", "typeConstraint"):
            for element in self._cells.children(definition, name):
                allowed = self._cells.test(element)
                base = DataType(kinds=base.kinds, whole=base.whole, allowed=allowed or base.allowed)
        return base
