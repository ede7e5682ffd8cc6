"""Lists as XLSX and CSV files: days stay days, and no text of anybody's can become a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import Final, TypeAlias

from flask import send_file
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from werkzeug.wrappers import Response

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV: Final = "text/csv"
LONGEST_CELL: Final = 32_767
"""What Excel takes in one cell."""

_DAY_FORMAT: Final = "dd/mm/yyyy"
_TEXT: Final = "Quytrinh text"
_DAY: Final = "Quytrinh day"
_HEADING: Final = "Quytrinh heading"
_NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA_SIGNS: Final = re.compile(r"[\s\x00-\x20]*[=+\-@＝＋－＠]")

CellValue: TypeAlias = str | int | float | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column: its heading and its width in characters."""

    label: str
    width: int
    typed_as_text: bool = False
    """Whether what people type under it later stays as typed: 01/2018 no date, 0012 no 12."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook."""

    title: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Sequence[CellValue]]


def workbook_answer(file_name: str, *sheets: Sheet) -> Response:
    """The sheets as a download."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for style in _styles():
        workbook.add_named_style(style)
    for sheet in sheets:
        _write(workbook.create_sheet(sheet.title), sheet)
    kept = BytesIO()
    workbook.save(kept)
    kept.seek(0)
    answer = send_file(kept, mimetype=XLSX, as_attachment=True, download_name=file_name, etag=False)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def csv_answer(file_name: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]]) -> Response:
    """The rows as a download in UTF-8, with the mark by which spreadsheet programs know it."""
    kept = StringIO()
    writer = csv.writer(kept, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([harmless(head) for head in heads])
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    content = BytesIO(kept.getvalue().encode("utf-8-sig"))
    answer = send_file(content, mimetype=CSV, as_attachment=True, download_name=file_name, etag=False)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def harmless(text: str) -> str:
    """The text as a spreadsheet program will never calculate it, cut to what a cell takes."""
    plain = _NOT_IN_XML.sub("", text)
    return ("'" + plain if _FORMULA_SIGNS.match(plain) else plain)[:LONGEST_CELL]


def _write(place: Worksheet, sheet: Sheet) -> None:
    place.append([harmless(column.label) for column in sheet.columns])
    for number, column in enumerate(sheet.columns, start=1):
        place.column_dimensions[get_column_letter(number)].width = column.width
        if column.typed_as_text:
            place.column_dimensions[get_column_letter(number)].number_format = "@"
        place.cell(1, number).style = _HEADING
    for row in sheet.rows:
        place.append([harmless(value) if isinstance(value, str) else value for value in row])
    for cells in place.iter_rows(min_row=2):
        for cell in cells:
            cell.style = _DAY if isinstance(cell.value, date) else _TEXT
    place.freeze_panes = "A2"


def _styles() -> tuple[NamedStyle, ...]:
    wrapped = Alignment(wrap_text=True, vertical="top")
    return (
        NamedStyle(
            _HEADING, font=Font(bold=True), fill=PatternFill("solid", fgColor="E8EEF5"), alignment=wrapped
        ),
        NamedStyle(_TEXT, alignment=wrapped),
        NamedStyle(_DAY, alignment=wrapped, number_format=_DAY_FORMAT),
    )
