"""The tables of a Word document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from docx import Document
from docx.table import Table

from qms.procedure_tables.archives import measure
from qms.procedure_tables.grids import MOST_COLUMNS, MOST_GRID_ROWS, Grid, GridCell, GridRow, clean
from qms.procedure_tables.refusals import TooManyRows, unreadable

_MAIN: Final = "word/document.xml"
_MOST_TABLES: Final = 100
_LINES_BEFORE: Final = 12


def word_grids(content: bytes) -> tuple[Grid, ...]:
    """All tables of the document with the text above each; raises TableFileRefused or TooManyRows."""
    measure(content, _MAIN)
    try:
        return tuple(_grids(content))
    except TooManyRows:
        raise
    except Exception as error:  # a stranger's file can fail in any way inside the library
        raise unreadable() from error


def _grids(content: bytes) -> Iterator[Grid]:
    before: list[str] = []
    found = 0
    for block in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(block, Table):
            found += 1
            if found > _MOST_TABLES:
                return
            yield Grid(rows=tuple(_rows(block)), before=tuple(before[-_LINES_BEFORE:]))
            before = []
        elif text := clean(block.text):
            before.append(text)


def _rows(table: Table) -> Iterator[GridRow]:
    rows = list(table.rows)
    if len(rows) > MOST_GRID_ROWS:
        raise TooManyRows(MOST_GRID_ROWS)
    above: tuple[object, ...] = ()
    for row in rows:
        cells = row.cells[:MOST_COLUMNS]
        # Cells that are merged into one are one element of the document, given once for each place.
        places = tuple(cell._tc for cell in cells)  # noqa: SLF001 - the library tells it in no other way
        yield tuple(
            GridCell(clean(cell.text), continued=number < len(above) and above[number] is places[number])
            for number, cell in enumerate(cells)
        )
        above = places
