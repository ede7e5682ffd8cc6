"""The table as an Excel workbook that prints on A4 with its headings on every page."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from engine.domain.local_time import local_day
from qms.procedure_tables.printed import HEADS, TITLE, printed
from qms.procedure_tables.telling import ToldProcedure
from qms.records.letterhead import Letterhead

_FONT: Final = "Times New Roman"
_WIDTHS: Final = (7, 60, 26, 16, 40)
_LONGEST_CELL: Final = 32_767
_THIN: Final = Side(style="thin")


def as_workbook(told: ToldProcedure, head: Letterhead, now: datetime) -> bytes:
    """The workbook; no text of anybody's can become a formula in it."""
    table = printed(told, head, local_day(now))
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = TITLE
    above = [table.head.agency.upper(), f"{TITLE.upper()}: {table.name}"]
    above += [f"Căn cứ {document}" for document in table.basis]
    for number, text in enumerate(above, start=1):
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=len(HEADS))
        _write(sheet, number, 1, text, bold=number <= 2)  # noqa: PLR2004 - the agency and the name
    first = len(above) + 2
    for line, row in enumerate((HEADS, *table.rows)):
        for column, text in enumerate(row, start=1):
            _write(sheet, first + line, column, text, bold=line == 0, framed=True)
    if table.total:
        last = first + len(table.rows) + 1
        sheet.merge_cells(start_row=last, start_column=1, end_row=last, end_column=len(HEADS))
        _write(sheet, last, 1, table.total, bold=True, framed=True)
    _page(sheet, first)
    workbook.properties.title = table.name
    workbook.properties.created = workbook.properties.modified = now.replace(tzinfo=None)
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def _write(
    sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False, framed: bool = False
) -> None:
    cell = sheet.cell(row, column)
    cell.value = text[:_LONGEST_CELL]
    cell.data_type = "s"
    cell.number_format = "@"
    cell.font = Font(name=_FONT, size=12, bold=bold)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if bold else None)
    if framed:
        cell.border = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def _page(sheet: Worksheet, headings: int) -> None:
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDE"[number]].width = width
    sheet.print_title_rows = f"{headings}:{headings}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
