"""Reading the rows of a spreadsheet that somebody hands in: XLSX and CSV, as offices save them.

The file is a stranger's: what it unpacks to is measured before it is read, and entities are refused.
"""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final, TypeAlias

from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from engine.domain.errors import Invalid
from engine.domain.forms import number_text, size_text

LARGEST_FILE: Final = 5 * 1024 * 1024
LARGEST_UNPACKED: Final = 60 * 1024 * 1024
MOST_PARTS: Final = 2_000
MOST_COLUMNS: Final = 60
LAST_ROW: Final = 1_048_576
"""The last row that a worksheet can have; what claims to lie behind it is a trap."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_ENCRYPTED_FLAG: Final = 0x1
_PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DELIMITERS: Final = (",", ";", "\t")
_SAMPLE: Final = 30
_EMPTY_ROW: Final = (None,) * MOST_COLUMNS

Cell: TypeAlias = str | date
"""What a cell says: text (numbers as offices write them), or a day where the spreadsheet holds a date."""


class SheetRefused(Invalid):
    """A file that cannot be read as a table; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row by the number that the spreadsheet program shows; empty cells are empty texts."""

    number: int
    cells: tuple[Cell, ...]


Liking: TypeAlias = Callable[[Sequence[Cell]], int]
"""How much a row looks like the heading that the reader expects."""


def read_sheets(
    name: str, content: bytes, liking: Liking, *, formulas: bool = False
) -> Iterator[Iterator[SheetRow]]:
    """The sheets of the file, each as its rows that are not empty; a CSV file is one sheet.

    With `formulas` a formula is a text that begins with `=`, else what it last came to, which may be nothing.
    `liking` helps to tell which sign separates the cells of a CSV file. Raises SheetRefused, also while the
    rows are read.
    """
    if not content:
        raise SheetRefused(
            vi="Tệp rỗng. Xin chọn lại tệp có dữ liệu.", en="The file is empty. Choose one that holds rows."
        )
    if len(content) > LARGEST_FILE:
        most = size_text(LARGEST_FILE)
        raise SheetRefused(
            vi=f"Tệp lớn hơn {most}. Xin chia thành nhiều tệp.",
            en=f"The file is larger than {most}. Split it.",
        )
    ending = name.lower().rpartition(".")[2]
    if ending == "xlsx":
        return _sheets_of_workbook(content, formulas=formulas)
    if ending == "csv":
        return iter([_rows_of_csv(content, liking)])
    raise SheetRefused(
        vi="Chỉ nhận tệp .xlsx hoặc .csv. Xin lưu lại danh sách theo một trong hai dạng này.",
        en="Only .xlsx and .csv are taken. Save the list in one of these formats.",
    )


def _sheets_of_workbook(content: bytes, *, formulas: bool) -> Iterator[Iterator[SheetRow]]:
    _measure(content)
    try:
        workbook = load_workbook(
            io.BytesIO(content), read_only=True, data_only=not formulas, keep_links=False
        )
    except Exception as error:  # a stranger's file can fail in any way inside the library
        raise _unreadable() from error
    try:
        for sheet in workbook.worksheets:
            if sheet.sheet_state == "visible":
                yield _rows_of_sheet(
                    sheet.iter_rows(min_row=1, max_row=LAST_ROW, max_col=MOST_COLUMNS, values_only=True)
                )
    finally:
        workbook.close()


def _rows_of_sheet(rows: Iterator[tuple[object, ...]]) -> Iterator[SheetRow]:
    number = 0
    while True:
        try:
            row = next(rows, None)
        except Exception as error:  # as above: rows are parsed one by one
            raise _unreadable() from error
        if row is None:
            return
        number += 1
        if row != _EMPTY_ROW:
            cells = tuple(_cell(value) for value in row)
            if any(cells):
                yield SheetRow(number=number, cells=cells)


def _measure(content: bytes) -> None:
    """Refuse what is no workbook, is locked, or unpacks to more than a list of documents ever would."""
    if content.startswith(_OLE):
        raise _old_or_locked(locked=_ENCRYPTED_STREAM in content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
                raise _old_or_locked(locked=True)
            if any(part.compress_type not in _PACKINGS for part in parts):
                raise _unreadable()
            # zipfile never unpacks more of a part than the size it declares here.
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise SheetRefused(
                    vi="Tệp bung ra quá lớn so với một danh sách văn bản nên không được mở. "
                    "Xin sao chép riêng các dòng cần nhập sang tệp mới.",
                    en="The file unpacks to far more than a list of documents and is not opened. "
                    "Copy the rows into a new file.",
                )
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise _unreadable()
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares_entities(archive.read(part)):
                    raise _unreadable()
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, zlib.error) as error:
        raise _unreadable() from error


def _declares_entities(part: bytes) -> bool:
    return any(doctype in part for doctype in _DOCTYPES)


def _unreadable() -> SheetRefused:
    return SheetRefused(
        vi="Không đọc được tệp như một bảng tính Excel (.xlsx). Xin mở bằng Excel, lưu lại rồi tải lên.",
        en="The file cannot be read as an Excel workbook (.xlsx). Open it in Excel, save it again and retry.",
    )


def _old_or_locked(*, locked: bool) -> SheetRefused:
    if locked:
        return SheetRefused(
            vi="Tệp được đặt mật khẩu. Xin bỏ mật khẩu rồi tải lên.",
            en="The file is protected by a password. Remove it and upload again.",
        )
    return SheetRefused(
        vi="Tệp theo định dạng Excel cũ (.xls). Xin lưu lại thành .xlsx.",
        en="The file is in the old Excel format (.xls). Save it as .xlsx.",
    )


def _cell(value: object) -> Cell:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime():
            return value.date()
        case date():
            return value
        case int() | float():
            number = Decimal(repr(value))
            whole = number.is_finite() and number == number.to_integral_value()
            return str(int(number)) if whole else number_text(value)
        case time():
            return f"{value:%H:%M}"
        case ArrayFormula() | DataTableFormula():
            return "="
        case _:
            return str(value).strip()


def _rows_of_csv(content: bytes, liking: Liking) -> Iterator[SheetRow]:
    text = _decoded(content)
    samples = {sign: list(_records(text, sign, _SAMPLE)) for sign in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda sign: max((liking(cells) for cells in samples[sign]), default=0))
    for number, cells in enumerate(_records(text, best), start=1):
        if any(cells):
            yield SheetRow(number=number, cells=tuple(cells[:MOST_COLUMNS]))


def _records(text: str, delimiter: str, most: int | None = None) -> Iterator[list[str]]:
    """The records; malformed quoting is refused by its line, unless only a sample is looked at."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while most is None or reader.line_num < most:
        try:
            record = next(reader, None)
        except csv.Error as error:
            if most is not None:
                return
            raise SheetRefused(
                vi=f"Dòng {reader.line_num} của tệp CSV có dấu ngoặc kép không khép đúng. Xin sửa dòng này.",
                en=f"Line {reader.line_num} of the CSV file has unbalanced quotes. Correct that line.",
            ) from error
        if record is None:
            return
        yield [cell.strip() for cell in record]


def _decoded(content: bytes) -> str:
    """The text: by its mark, else UTF-8, UTF-16 where every second byte is nothing, Windows-1258."""
    for mark, code in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _decoded_as(content, (code,))
    if content[1:200:2].count(0) * 4 > len(content[1:200:2]):
        return _decoded_as(content, ("utf-16-le",))
    return _decoded_as(content, ("utf-8", "cp1258"))


def _decoded_as(content: bytes, codes: tuple[str, ...]) -> str:
    for code in codes:
        try:
            text = content.decode(code)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return unicodedata.normalize("NFC", text)
    raise SheetRefused(
        vi="Không nhận ra bảng mã chữ của tệp CSV. Xin lưu lại ở dạng “CSV UTF-8”.",
        en="The encoding of the CSV file is not recognised. Save it as “CSV UTF-8”.",
    )
