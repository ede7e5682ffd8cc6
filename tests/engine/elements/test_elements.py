"""Every element of BPMN runs as the standard says, or is refused; the document says which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.elements.document import DOCUMENT, table
from tests.engine.elements.rows import Row, all_rows, read_rows
from workers.model_tools import read_steps, trace_model

ROWS = all_rows()


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.section}: {row.name}" for row in ROWS])
def test_an_element_does_what_the_standard_says_or_is_refused(row: Row) -> None:
    assert row.differences() == []


def test_no_two_rows_have_one_name() -> None:
    names = [(row.section, row.name) for row in ROWS]
    assert len(names) == len(set(names))


def test_every_row_says_what_it_expects() -> None:
    assert [row.name for row in ROWS if not row.steps and row.refused is None] == []


def test_the_document_is_what_the_rows_give() -> None:
    assert DOCUMENT.read_text() == table(ROWS), "write it anew: scripts/elements.sh"


def test_a_row_that_expects_something_else_is_told() -> None:
    (row,) = read_rows("## X\n# a\ns:start / a:user / e:end / s > a > e\n-- => b\n-- a => -; done")
    assert row.differences() == [
        "after “start”: open: expected ('b',), is ('a',)",
        "after “a”: ends: expected (), is ('e',)",
    ]


@pytest.mark.parametrize("row", [row for row in ROWS if row.refused is None][::25], ids=lambda row: row.name)
def test_the_command_line_tells_the_same(row: Row, tmp_path: Path) -> None:
    """Through the child process and the report that `quytrinh model trace` prints."""
    model, script = tmp_path / "model.bpmn", tmp_path / "steps.json"
    model.write_text(row.xml)
    script.write_text(json.dumps(row.script(saved=False)))
    looked = trace_model(model, read_steps(script), None)
    steps = looked.report["steps"]
    assert isinstance(steps, list)
    assert [sorted(task["id"] for task in step["open"]) for step in steps] == [
        sorted(expected.open) for _, _, expected in row.steps
    ]
    assert [step["status"] for step in steps] == [expected.status.value for _, _, expected in row.steps]
