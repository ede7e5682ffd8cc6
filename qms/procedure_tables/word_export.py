"""The table as a Word document in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from engine.domain.local_time import local_day
from qms.procedure_tables.printed import HEADS, NUMBER, TITLE, PrintedTable, printed
from qms.procedure_tables.telling import ToldProcedure
from qms.records.letterhead import Letterhead

_FONT: Final = "Times New Roman"
_BODY: Final = 13
_TABLE: Final = 12
_WIDTHS: Final = (13, 62, 30, 22, 38)
"""Millimetres; together what the margins leave of A4."""
_CENTRED: Final = frozenset({0, 3})
_STATE: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"


def as_word(told: ToldProcedure, head: Letterhead, now: datetime) -> bytes:
    """The document; the same content at the same moment gives the same text."""
    table = printed(told, head, local_day(now))
    document = Document()
    _page(document)
    _head(document, table)
    _paragraph(document, TITLE.upper(), size=14, bold=True, centred=True)
    _paragraph(document, table.name, size=14, bold=True, centred=True)
    for number, basis in enumerate(table.basis, start=1):
        ending = "." if number == len(table.basis) else ";"
        _paragraph(document, f"Căn cứ {basis}{ending}", italic=True)
    _rows(document, table)
    document.core_properties.title = table.name
    document.core_properties.identifier = told.key
    document.core_properties.author = head.agency
    document.core_properties.created = document.core_properties.modified = now
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_BODY)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    # Page numbers stand in the middle above, from the second page on.
    section.different_first_page_header_footer = True
    above = section.header.paragraphs[0]
    above.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_number(above)


def _page_number(paragraph: Paragraph) -> None:
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        run._r.append(part)  # noqa: SLF001 - the library has no words for fields


def _head(document: WordDocument, table: PrintedTable) -> None:
    block = document.add_table(rows=1, cols=2)
    block.autofit = False
    left, right = block.rows[0].cells
    for place, width in enumerate((Mm(70), Mm(95))):
        block.columns[place].width = width
    if table.head.superior:
        _line(left, table.head.superior.upper(), size=12)
    _line(left, table.head.agency.upper(), size=12, bold=True)
    _line(left, NUMBER, size=13)
    _line(right, _STATE, size=12, bold=True)
    _line(right, _MOTTO, size=13, bold=True)
    _line(right, table.place_and_day, size=13, italic=True)
    _paragraph(document, "")


def _rows(document: WordDocument, table: PrintedTable) -> None:
    grid = document.add_table(rows=1, cols=len(HEADS), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    for place, width in enumerate(_WIDTHS):
        grid.columns[place].width = Mm(width)
    _fill(grid.rows[0], HEADS, bold=True)
    _repeat(grid.rows[0])
    for row in table.rows:
        _fill(grid.add_row(), row)
    if table.total:
        last = grid.add_row()
        cell = last.cells[0].merge(last.cells[-1])
        _write(cell.paragraphs[0], table.total, size=_TABLE, bold=True)


def _fill(row: _Row, texts: tuple[str, ...], *, bold: bool = False) -> None:
    for number, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(_WIDTHS[number])
        for place, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            _write(paragraph, line, size=_TABLE, bold=bold)
            if bold or number in _CENTRED:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _repeat(row: _Row) -> None:
    """Have the headings again on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no words for it
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def _line(cell: _Cell, text: str, *, size: int, bold: bool = False, italic: bool = False) -> None:
    first = cell.paragraphs[0]
    paragraph = first if not first.text else cell.add_paragraph()
    _write(paragraph, text, size=size, bold=bold, italic=italic)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _paragraph(
    document: WordDocument,
    text: str,
    *,
    size: int = _BODY,
    bold: bool = False,
    italic: bool = False,
    centred: bool = False,
) -> None:
    paragraph = document.add_paragraph()
    _write(paragraph, text, size=size, bold=bold, italic=italic)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _write(paragraph: Paragraph, text: str, *, size: int, bold: bool = False, italic: bool = False) -> None:
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
