"""A decision table to begin with: its columns, one empty rule, in the form that every DMN tool opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from engine.domain.variable_types import VariableType

_MODEL: Final = "https://www.omg.org/spec/DMN/20191111/MODEL/"
TYPE_REFS: Final = {
    VariableType.TEXT: "string",
    VariableType.NUMBER: "number",
    VariableType.DECIMAL: "number",
    VariableType.BOOL: "boolean",
    VariableType.DATE: "date",
    VariableType.DATETIME: "dateTime",
}
"""How DMN calls the types that a column may have; other columns have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewColumn:
    """A column: what it is called and, for an input, the variable that it asks."""

    name: str
    label: str
    type: VariableType


def empty_table(key: str, title: str, inputs: Sequence[NewColumn], output: NewColumn) -> bytes:
    """A file with one table of these columns, hit policy UNIQUE."""
    columns = "".join(_input(number, each) for number, each in enumerate(inputs, 1))
    cells = "".join(
        f'<inputEntry id="Cell_1_{number}"><text></text></inputEntry>' for number in range(1, len(inputs) + 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<definitions xmlns="{_MODEL}" id="Definitions_1" name={quoteattr(title)}'
        ' namespace="urn:vn:gov:dmn">\n'
        f"  <decision id={quoteattr(key)} name={quoteattr(title)}>\n"
        f'    <decisionTable id="Table_1" hitPolicy="UNIQUE">\n{columns}'
        f'      <output id="Output_1" label={quoteattr(output.label)} name={quoteattr(output.name)}'
        f"{_type(output)}/>\n"
        f'      <rule id="Rule_1">{cells}<outputEntry id="Cell_1_0"><text></text></outputEntry></rule>\n'
        "    </decisionTable>\n  </decision>\n</definitions>\n"
    ).encode()


def _input(number: int, column: NewColumn) -> str:
    return (
        f'      <input id="Input_{number}" label={quoteattr(column.label)}>'
        f'<inputExpression id="Expression_{number}"{_type(column)}>'
        f"<text>{escape(column.name)}</text></inputExpression></input>\n"
    )


def _type(column: NewColumn) -> str:
    named = TYPE_REFS.get(column.type)
    return f' typeRef="{named}"' if named else ""
