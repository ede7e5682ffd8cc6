"""Word, Excel and HTML files as offices make them, for the readers of tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from docx import Document
from openpyxl import Workbook

HA_TINH = Path(__file__).with_name("ha_tinh_2904_qd_ubnd_2025.csv").read_bytes()
"""The table of Quyết định 2904/QĐ-UBND of Hà Tĩnh (2025), letter for letter."""
ANSWERS: Mapping[str, str] = {
    "name": "Cấp giấy chứng nhận lưu hành tự do (CFS)",
    "role-can-bo-tn-tkq": "CHUYEN_VIEN",
    "role-cong-chuc-tn-tkq": "CHUYEN_VIEN",
}
HEADS = ("TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả")
Merged = Sequence[tuple[int, int, int, int]]
"""First row, first column, last row, last column, all from 0."""


def word(rows: Sequence[Sequence[str]], merged: Merged = (), above: Sequence[str] = ()) -> bytes:
    document = Document()
    for line in above:
        document.add_paragraph(line)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    for top, left, bottom, right in merged:
        text = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = text
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def excel(rows: Sequence[Sequence[str | float]], merged: Merged = ()) -> bytes:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for top, left, bottom, right in merged:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same archive with one part put in or replaced."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for each in source.infolist():
            if each.filename != name:
                out.writestr(each, source.read(each))
        out.writestr(name, part)
    return kept.getvalue()
