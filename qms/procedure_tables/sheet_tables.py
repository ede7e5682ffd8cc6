"""The sheets of an Excel workbook as tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from qms.procedure_tables.archives import measure
from qms.procedure_tables.grids import MOST_COLUMNS, MOST_GRID_ROWS, Grid, GridCell, GridRow, clean
from qms.procedure_tables.refusals import unreadable

_MAIN: Final = "xl/workbook.xml"
_MOST_SHEETS: Final = 30


def sheet_grids(content: bytes) -> tuple[Grid, ...]:
    """The visible sheets; raises TableFileRefused."""
    measure(content, _MAIN)
    try:
        workbook = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
        shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        return tuple(Grid(rows=tuple(_rows(sheet))) for sheet in shown[:_MOST_SHEETS])
    except Exception as error:  # a stranger's file can fail in any way inside the library
        raise unreadable() from error


def _rows(sheet: Worksheet) -> Iterator[GridRow]:
    first_of = {
        (row, column): (reach.min_row, reach.min_col)
        for reach in sheet.merged_cells.ranges
        for row in range(reach.min_row, min(reach.max_row, MOST_GRID_ROWS) + 1)
        for column in range(reach.min_col, min(reach.max_col, MOST_COLUMNS) + 1)
    }
    wide, long = min(sheet.max_column, MOST_COLUMNS), min(sheet.max_row, MOST_GRID_ROWS)
    for row in range(1, long + 1):
        places = [(first_of.get((row, column), (row, column)), column) for column in range(1, wide + 1)]
        cells = tuple(
            GridCell(_text(sheet.cell(*first).value), continued=first[0] < row) for first, _column in places
        )
        if any(cell.text for cell in cells):
            yield cells


def _text(value: object) -> str:
    match value:
        case None | bool():
            return ""
        case date():
            return f"{value:%d/%m/%Y}"
        case int() | float():
            return f"{Decimal(repr(value)).normalize():f}".replace(".", ",")
        case _:
            return clean(str(value))
