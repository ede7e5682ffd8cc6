"""Writes docs/bpmn-elements.md from the rows: `python -m tests.engine.elements.document`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tests.engine.elements.rows import Row, all_rows

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "bpmn-elements.md"
_OPENING = """\
# What each element of BPMN does here

Written by `scripts/elements.sh` from the rows under [tests/engine/elements](../tests/engine/elements); do not
edit it by hand. A test plays every row with the runner of `quytrinh model trace`, once as it is and once
with the case written and read again after each step, and fails when a row or this page is not so.

A model is either **executed** as BPMN 2.0.2 says or **refused** when it is published; nothing is passed
over in silence. *Reading* marks what the standard leaves open and how it is read here.

The model is in the notation of [drawings.py](../tests/engine/runtime/drawings.py). The trace has one line
for the start and one for each step: what is done → the open tasks (`-`: none); `waits` events that wait;
`ends` end events reached by this step; `done` the case has ended; `incident` it stands still until somebody
repairs it.
"""


def table(rows: Sequence[Row]) -> str:
    """The whole document."""
    verdicts = Counter("refused" if row.refused else "executed" for row in rows)
    sections = [
        "\n".join(_section(title, group)) for title, group in groupby(rows, key=lambda row: row.section)
    ]
    counted = f"{len(rows)} rows: {verdicts['executed']} executed, {verdicts['refused']} refused.\n"
    return "\n".join([_OPENING, counted, *sections])


def _section(title: str, rows: Iterable[Row]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| Construct | Model | Trace by the standard | Here |"
    yield "|---|---|---|---|"
    for row in rows:
        yield "| " + " | ".join([_name(row), _model(row), _trace(row), _verdict(row)]) + " |"
    yield ""


def _name(row: Row) -> str:
    return _cell(row.name) + (f"<br>*Reading: {_cell(row.note)}*" if row.note else "")


def _model(row: Row) -> str:
    changes = [f"{old} → {new}" for old, new in row.changes]
    tables = [f"with {name}" for name in row.tables]
    return "<br>".join(_code(line) for line in [*tables, *row.beside, *row.drawing, *changes])


def _trace(row: Row) -> str:
    if row.refused is not None:
        return "–"
    return "<br>".join(_code(f"{text} → {expected.text}") for text, _, expected in row.steps)


def _verdict(row: Row) -> str:
    if row.differences():
        return "**not so**"
    finding = row.refusal()
    if finding is not None:
        return f"refused (`{finding.rule}`): {_cell(finding.message_en)}"
    return "executed" + "".join(f"; says `{rule}`" for rule in row.says)


def _code(text: str) -> str:
    """Code in a cell: no sign of it may end the cell or the code."""
    return f"`{text.replace('|', chr(92) + '|').replace('`', chr(39))}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;")


if __name__ == "__main__":
    DOCUMENT.write_text(table(all_rows()))
