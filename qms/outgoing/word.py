"""A document as a Word file that can still be edited, in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from qms.outgoing.composed import Annex, Box, ComposedDocument, Grid, Part

FONT: Final = "Times New Roman"
_BODY, _TABLE, _RECIPIENT = 13, 12, 11
_TEXT_WIDTH, _TEXT_WIDTH_ACROSS = 165, 252
"""Millimetres that the margins leave of A4, upright and on its side."""
_STATE: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
_NOT_IN_XML: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
"""Also those that turn the direction of writing and so make a text read otherwise."""
_CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER


def as_word(composed: ComposedDocument, at: datetime) -> bytes:
    """The file; the same document at the same moment gives the same bytes."""
    document = Document()
    _page(document)
    _head(document, composed)
    _body(document, composed)
    _end(document, composed)
    for annex in composed.annexes:
        _annex(document, annex)
    properties = document.core_properties
    properties.title = _clean(f"{composed.type_name} {composed.about}".strip())[:255]
    properties.author = properties.last_modified_by = _clean(composed.agency)[:255]
    properties.created = properties.modified = at
    properties.language = "vi-VN"
    kept = io.BytesIO()
    document.save(kept)
    return _without_times(kept.getvalue())


def _without_times(content: bytes) -> bytes:
    """The library dates each part by the clock of the machine."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(kept, "w") as write:
        for name in read.namelist():
            write.writestr(zipfile.ZipInfo(name, _ALWAYS), read.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(_BODY)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    # Page numbers stand in the middle above, from the second page on.
    section.different_first_page_header_footer = True
    above = section.header.paragraphs[0]
    above.alignment = _CENTRE
    _page_number(above)


def _page_number(paragraph: Paragraph) -> None:
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        paragraph.add_run()._r.append(part)  # noqa: SLF001 - the library has no words for fields


def _head(document: WordDocument, composed: ComposedDocument) -> None:
    left, right = _side_by_side(document, (68, 97))
    if composed.superior:
        _line(left, composed.superior.upper(), size=12)
    _line(left, composed.agency.upper(), size=12, bold=True)
    _rule(left.add_paragraph(), 24)
    if composed.number:
        _line(left, composed.number)
    if not composed.type_name:
        _line(left, composed.about, size=12)
    _line(right, _STATE, size=12, bold=True)
    _line(right, _MOTTO, bold=True)
    _rule(right.add_paragraph(), 17)
    _line(right, composed.place_and_day, italic=True)
    if composed.type_name:
        _centred(document, composed.type_name, size=14, before=18)
        _centred(document, composed.about, size=14)
        _rule(document.add_paragraph(), 64)
    if composed.watermark:
        _centred(document, f"({composed.watermark})", bold=False, italic=True)
    addressees = composed.addressees
    if len(addressees) == 1:
        _centred(document, f"Kính gửi: {addressees[0]}", bold=False, before=10)
    elif addressees:
        _paragraph(document, "Kính gửi:", indent=30, first=0)
        for place, one in enumerate(addressees, start=1):
            ending = "." if place == len(addressees) else ";"
            _paragraph(document, f"- {one}{ending}", indent=44, first=0)


def _part(document: WordDocument, part: Part) -> None:
    if part.heading:
        heading = _paragraph(document, part.heading, bold=True)
        heading.paragraph_format.keep_with_next = bool(part.lines)
        if part.run_in:
            _run(heading, f" {part.lines[0]}")
    for line in part.lines[1 if part.run_in else 0 :]:
        _paragraph(document, line)


def _body(document: WordDocument, composed: ComposedDocument) -> None:
    if composed.authority:
        _centred(document, composed.authority, before=8)
    for line in composed.bases:
        _paragraph(document, line, italic=True)
    for text in composed.paragraphs:
        for line in text.split("\n"):
            _paragraph(document, line)
    if composed.enacting:
        _centred(document, composed.enacting, before=8)
    for number, part in enumerate(composed.parts, start=1):
        _part(document, part)
        _grids(document, [grid for grid in composed.grids if grid.after == number])
    last = len(composed.parts)
    _grids(document, [grid for grid in composed.grids if grid.after == 0 or grid.after > last])
    for box in composed.boxes:
        _box(document, box)


def _grids(document: WordDocument, grids: Sequence[Grid], width: int = _TEXT_WIDTH) -> None:
    for grid in grids:
        if grid.caption:
            caption = _centred(document, grid.caption, before=6)
            caption.paragraph_format.keep_with_next = True
        if not grid.heads:
            continue
        whole = sum(grid.widths)
        widths = [width * share / whole for share in grid.widths]
        table = document.add_table(rows=1, cols=len(grid.heads), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for place, millimetres in enumerate(widths):
            table.columns[place].width = Mm(millimetres)
        _fill(table.rows[0], grid.heads, widths, range(len(widths)), bold=True)
        _repeat(table.rows[0])
        for row in grid.rows:
            _fill(table.add_row(), row, widths, grid.centred)
        document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(
    row: _Row,
    texts: Sequence[str],
    widths: Sequence[float],
    centred: Sequence[int],
    *,
    bold: bool = False,
) -> None:
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(widths[place])
        for number, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            _run(paragraph, line, size=_TABLE, bold=bold)
            if place in centred:
                paragraph.alignment = _CENTRE


def _repeat(row: _Row) -> None:
    """Have the headings again on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no words for it
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def _box(document: WordDocument, box: Box) -> None:
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    cell = table.rows[0].cells[0]
    cell.width = Mm(_TEXT_WIDTH)
    _run(cell.paragraphs[0], box.heading, bold=True)
    for line in box.lines:
        _run(cell.add_paragraph(), line)
    if box.signer_title or box.signer or box.day:
        title = box.signer_title or "(Ký, ghi rõ họ tên)"
        for text, bold in ((box.day, False), (title, True), ("", False), (box.signer, True)):
            paragraph = cell.add_paragraph()
            paragraph.paragraph_format.left_indent = Mm(80)
            paragraph.alignment = _CENTRE
            _run(paragraph, text, bold=bold, italic=text == box.day != "")
    # Two tables without anything between them would be one.
    between = document.add_paragraph().paragraph_format
    between.space_after, between.line_spacing = Pt(0), Pt(4)


def _end(document: WordDocument, composed: ComposedDocument) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(2)
    if composed.other_signers:
        others = composed.other_signers
        cells = _side_by_side(document, (_TEXT_WIDTH / (len(others) + 1),) * (len(others) + 1))
        for cell, other in zip(cells, others, strict=False):
            _signature(cell, (other.title,), other.name)
        _signature(cells[-1], composed.signing, composed.signer)
        (left,) = _side_by_side(document, (_TEXT_WIDTH,))
    elif composed.signing or composed.recipients:
        left, right = _side_by_side(document, (78, 87))
        _signature(right, composed.signing, composed.signer)
    else:
        return
    if not composed.recipients:
        return
    _line(left, "Nơi nhận:", size=12, bold=True, italic=True, centred=False)
    for line in composed.recipients:
        _line(left, f"- {line}", size=_RECIPIENT, centred=False)


def _signature(cell: _Cell, lines: Sequence[str], name: str) -> None:
    """The office, room for signature and seal, the name; never parted by the end of a page."""
    for line in (*lines, "", "", "", "", name):
        _line(cell, line, bold=True)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _annex(document: WordDocument, annex: Annex) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    across = section.orientation is WD_ORIENT.LANDSCAPE
    if annex.landscape is not across:
        section.orientation = WD_ORIENT.LANDSCAPE if annex.landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width
    _centred(document, annex.heading, size=14)
    _centred(document, annex.title.upper(), size=14)
    _centred(document, annex.belongs_to, bold=False, italic=True)
    for line in annex.lines:
        _paragraph(document, line)
    _grids(document, annex.grids, _TEXT_WIDTH_ACROSS if annex.landscape else _TEXT_WIDTH)


def _side_by_side(document: WordDocument, widths: Sequence[float]) -> Sequence[_Cell]:
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    cells = table.rows[0].cells
    for place, millimetres in enumerate(widths):
        table.columns[place].width = cells[place].width = Mm(millimetres)
    return list(cells)


def _line(
    cell: _Cell,
    text: str,
    *,
    size: int = _BODY,
    bold: bool = False,
    italic: bool = False,
    centred: bool = True,
) -> None:
    first = cell.paragraphs[0]
    paragraph = cell.add_paragraph() if first.runs else first
    run = paragraph.add_run(_clean(text))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.paragraph_format.space_after = Pt(1)
    if centred:
        paragraph.alignment = _CENTRE


def _rule(paragraph: Paragraph, indent: int) -> None:
    """A line across, so many millimetres from either side: the upper border of an empty paragraph."""
    kept = paragraph.paragraph_format
    kept.left_indent = kept.right_indent = Mm(indent)
    kept.space_before, kept.space_after, kept.line_spacing = Pt(1), Pt(2), Pt(4)
    border = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        border.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(border)
    # The schema wants borders before indents and spacing.
    paragraph._p.get_or_add_pPr().insert(0, borders)  # noqa: SLF001 - the library has no words for borders


def _centred(
    document: WordDocument,
    text: str,
    *,
    size: int = _BODY,
    bold: bool = True,
    italic: bool = False,
    before: int = 0,
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(4)
    _run(paragraph, text, size=size, bold=bold, italic=italic)
    return paragraph


def _paragraph(
    document: WordDocument,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    indent: int = 0,
    first: int = 10,
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    kept = paragraph.paragraph_format
    kept.left_indent, kept.first_line_indent, kept.space_after = Mm(indent), Mm(first), Pt(6)
    _run(paragraph, text, bold=bold, italic=italic)
    return paragraph


def _run(
    paragraph: Paragraph, text: str, *, size: int = _BODY, bold: bool = False, italic: bool = False
) -> None:
    run = paragraph.add_run(_clean(text))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
