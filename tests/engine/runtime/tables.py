"""DMN files in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
Row = tuple[Sequence[str], Sequence[str]]


def written(
    inputs: Sequence[str],
    outputs: Sequence[str],
    rules: Sequence[Row],
    *,
    policy: str = "",
    kind: str = "",
    allowed: str = "",
    default: str = "",
    namespace: str = DMN,
) -> bytes:
    """The DMN file of a table; a rule is its input cells and its output cells."""

    def cell(tag: str, text: str) -> str:
        return f"<{tag}><text>{escape(text)}</text></{tag}>" if text else ""

    def columns() -> str:
        given_in = "".join(
            f'<input label="{name}"><inputExpression typeRef="{kind}"><text>{name}</text></inputExpression>'
            f"{cell('inputValues', allowed)}</input>"
            for name in inputs
        )
        return given_in + "".join(
            f'<output name="{name}">{cell("defaultOutputEntry", default)}</output>' for name in outputs
        )

    rows = "\n".join(
        "<rule>"
        + "".join(f"<inputEntry><text>{escape(text)}</text></inputEntry>" for text in tests)
        + "".join(f"<outputEntry><text>{escape(text)}</text></outputEntry>" for text in entries)
        + "</rule>"
        for tests, entries in rules
    )
    return (
        f'<definitions xmlns="{namespace}" id="D"><decision id="Q" name="Mức"><decisionTable {policy}>'
        f"{columns()}\n{rows}</decisionTable></decision></definitions>"
    ).encode()


def document(*parts: str) -> bytes:
    return f'<definitions xmlns="{DMN}" id="D">{"".join(parts)}</definitions>'.encode()


def literal(decision_id: str, text: str, *, name: str = "", needs: str = "", kind: str = "") -> str:
    variable = f'<variable name="{name}" typeRef="{kind}"/>' if name else ""
    return (
        f'<decision id="{decision_id}" name="{name or decision_id}">{variable}{required(needs)}'
        f"<literalExpression><text>{escape(text)}</text></literalExpression></decision>"
    )


def table(
    decision_id: str,
    columns: str,
    *rows: str,
    name: str = "",
    needs: str = "",
    policy: str = "FIRST",
) -> str:
    """Columns are `x:type=allowed | … > y:type=values | …`, rows `cell | … > cell | …`."""
    inputs, outputs = (part.strip() for part in columns.split(">"))
    return (
        f'<decision id="{decision_id}" name="{name or decision_id}">{required(needs)}'
        f'<decisionTable hitPolicy="{policy}">'
        + "".join(_column(each, "input") for each in inputs.split("|"))
        + "".join(_column(each, "output") for each in outputs.split("|"))
        + "".join(_row(row) for row in rows)
        + "</decisionTable></decision>"
    )


def _column(text: str, tag: str) -> str:
    head, _, values = text.strip().partition("=")
    name, _, kind = head.partition(":")
    listed = f"<{tag}Values><text>{escape(values)}</text></{tag}Values>" if values else ""
    if tag == "output":
        return f'<output name="{name}" typeRef="{kind}">{listed}</output>'
    return f'<input><inputExpression typeRef="{kind}"><text>{name}</text></inputExpression>{listed}</input>'


def _row(text: str) -> str:
    tests, entries = text.split("=>")
    return (
        "<rule>"
        + "".join(f"<inputEntry><text>{escape(each)}</text></inputEntry>" for each in tests.split("|"))
        + "".join(f"<outputEntry><text>{escape(each)}</text></outputEntry>" for each in entries.split("|"))
        + "</rule>"
    )


def required(needs: str) -> str:
    return "".join(
        f"<informationRequirement><{'requiredInput' if one.startswith('i_') else 'requiredDecision'}"
        f' href="#{one}"/></informationRequirement>'
        for one in needs.split()
    )


def given_data(data_id: str, name: str, kind: str = "") -> str:
    return f'<inputData id="{data_id}" name="{name}"><variable name="{name}" typeRef="{kind}"/></inputData>'


FEES: list[Row] = [(["< 100"], ['"thấp"']), (["[100..500]"], ['"vừa"']), (["> 500"], ['"cao"'])]
OVERLAPPING: list[Row] = [(["<= 5"], ['"a"']), ([">= 5"], ['"b"'])]
