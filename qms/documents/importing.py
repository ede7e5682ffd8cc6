"""A list of legal documents in a spreadsheet: which rows may enter the register, what is wrong with others.

A row is held to the same form as an entry by hand. Nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Message, Submitted, validate
from engine.domain.local_time import day_text
from engine.domain.text import fold
from qms.documents.import_columns import COLUMNS, Heading, heading_of, likeness, missing_columns
from qms.documents.registration_form import registration_form
from qms.documents.rules import LegalDocumentEntry, effective_after, entry_from_form, number_key
from qms.documents.sheets import Cell, SheetRefused, SheetRow, read_sheets

MOST_ROWS: Final = 5_000
_HEADING_WITHIN: Final = 30
_LEAST_LIKENESS: Final = 2
_DAYS = frozenset({"ngay_ky", "ngay_hieu_luc", "ngay_het_hieu_luc"})
_LISTS = frozenset({"thay_the", "sua_doi"})

# All on folded text: "có hiệu lực (thi hành) sau 10 ngày, kể từ ngày ký (ban hành)", "kể từ ngày ký".
_AFTER_DAYS: Final = re.compile(
    r"(?:co )?(?:hieu luc )?(?:thi hanh )?sau (\d{1,4}) ngay,?"
    r"(?: ke)?(?: tu)?(?: ngay)?(?: ky)?(?: ban hanh)?\.?"
)
_ON_SIGNING: Final = re.compile(r"(?:co )?(?:hieu luc )?(?:thi hanh )?(?:ke )?tu ngay ky(?: ban hanh)?\.?")
_WRITTEN_DAY: Final = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}),? nam (\d{4})")
_MIDNIGHT: Final = re.compile(r"[ t]00:00(?::00)?(?:\.0+)?$", re.IGNORECASE)
_DAY_COUNT: Final = re.compile(r"(\d{1,4})(?: ngay)?")
_COLUMN_NUMBER: Final = re.compile(r"\(?\d{1,2}\)?")
_SEPARATORS: Final = re.compile(r"\s*[\n,;]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodRow:
    """A row that may enter the register."""

    row: int
    entry: LegalDocumentEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """What is wrong, under which heading of the file."""

    heading: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that may not; `known` is the line of the register that holds the number already."""

    row: int
    number: str
    problems: tuple[CellProblem, ...]
    known: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCheck:
    """A file as far as it was understood."""

    heading: Heading
    good: tuple[GoodRow, ...]
    bad: tuple[BadRow, ...]


def check_import(name: str, content: bytes, registered: Mapping[str, UUID]) -> ImportCheck:
    """Read the file and check each row; `registered` holds the lines of the register by number key.

    Raises SheetRefused for a file that is no list of documents at all.
    """
    heading, rows = _list_in(name, content)
    good: list[GoodRow] = []
    bad: list[BadRow] = []
    seen: dict[str, int] = {}
    for row in rows:
        checked = _checked(row, heading, registered, seen)
        if isinstance(checked, GoodRow):
            good.append(checked)
        else:
            bad.append(checked)
    return ImportCheck(heading=heading, good=tuple(good), bad=tuple(bad))


def require_list(name: str, content: bytes) -> None:
    """Raise SheetRefused unless the file holds headings with rows under them; the rows are not checked."""
    _list_in(name, content)


def _list_in(name: str, content: bytes) -> tuple[Heading, list[SheetRow]]:
    """The heading and the rows under it, from the first sheet that has both."""
    nearest: Heading | None = None
    without_rows = False
    for sheet in read_sheets(name, content, likeness):
        heading = _heading_in(sheet)
        if heading is None:
            continue
        nearest = nearest or heading
        if not missing_columns(heading):
            rows = _rows_under(sheet)
            if rows:
                return heading, rows
            without_rows = True
    if without_rows:
        raise SheetRefused(
            vi="Dưới hàng tiêu đề chưa có dòng nào. Xin điền danh sách rồi tải lên lại.",
            en="There are no rows under the headings. Fill in the list and upload it again.",
        )
    raise _without_heading(nearest)


def _heading_in(sheet: Iterator[SheetRow]) -> Heading | None:
    """The row of headings near the top; titles of the list may stand above it."""
    for count, row in enumerate(sheet, start=1):
        heading = heading_of(row.number, row.cells)
        if "so_ky_hieu" in heading.places and len(heading.places) >= _LEAST_LIKENESS:
            return heading
        if count >= _HEADING_WITHIN:
            return None
    return None


def _rows_under(sheet: Iterator[SheetRow]) -> list[SheetRow]:
    rows: list[SheetRow] = []
    for row in sheet:
        if not rows and _numbers_columns(row):
            continue
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise SheetRefused(
                vi=f"Tệp có hơn {MOST_ROWS} dòng. Xin chia thành nhiều tệp.",
                en=f"The file has more than {MOST_ROWS} rows. Split it.",
            )
    return rows


def _numbers_columns(row: SheetRow) -> bool:
    """Whether the row only numbers the columns: (1), (2), (3)."""
    return all(isinstance(cell, str) and _COLUMN_NUMBER.fullmatch(cell) for cell in row.cells if cell)


def _without_heading(nearest: Heading | None) -> SheetRefused:
    if nearest is None:
        return SheetRefused(
            vi="Không tìm thấy hàng tiêu đề trong 30 dòng đầu. Hàng này cần có các cột như trong tệp mẫu: "
            "Số ký hiệu, Trích yếu, Cơ quan ban hành, Ngày ký, Ngày hiệu lực.",
            en="No row of headings was found in the first 30 rows. It needs the columns of the template: "
            "Số ký hiệu, Trích yếu, Cơ quan ban hành, Ngày ký, Ngày hiệu lực.",
        )
    missing = ", ".join(missing_columns(nearest))
    return SheetRefused(
        vi=f"Hàng tiêu đề (dòng {nearest.row}) thiếu cột: {missing}.",
        en=f"The headings (row {nearest.row}) lack the columns: {missing}.",
    )


def _checked(
    row: SheetRow, heading: Heading, registered: Mapping[str, UUID], seen: dict[str, int]
) -> GoodRow | BadRow:
    cells = {key: row.cells[place] if place < len(row.cells) else "" for key, place in heading.places.items()}
    number = " ".join(_text(cells.get("so_ky_hieu", "")).split())
    entry, problems = _entry(cells)
    key = number_key(number)
    known = registered.get(key) if key else None
    if known is not None:
        problems["so_ky_hieu"] = [
            ("Số ký hiệu này đã có trong sổ.", "This number is in the register already.")
        ]
    elif key and key in seen:
        problems["so_ky_hieu"] = [
            (f"Trùng với dòng {seen[key]} của tệp.", f"The same as row {seen[key]} of the file.")
        ]
    elif key:
        seen[key] = row.number
    if entry is not None and not problems:
        return GoodRow(row=row.number, entry=entry)
    found = [
        CellProblem(heading=heading.names.get(column.key, column.heading), message=message)
        for column in COLUMNS
        for message in problems.get(column.key, ())
    ]
    return BadRow(row=row.number, number=number, problems=tuple(found), known=known)


def _entry(cells: Mapping[str, Cell]) -> tuple[LegalDocumentEntry | None, dict[str, list[Message]]]:
    """The entry, or the messages by field."""
    if not isinstance(cells["so_ky_hieu"], str):
        message = (
            "Excel đã đổi số ký hiệu thành ngày. Xin định dạng cột là Văn bản (Text) rồi nhập lại.",
            "Excel turned the number into a date. Format the column as Text and type it again.",
        )
        return None, {"so_ky_hieu": [message]}
    texts = {key: _typed(key, cell) for key, cell in cells.items()}
    days = _days_after_signing(texts)
    by_days = days is not None and not texts.get("ngay_hieu_luc")
    texts |= {
        "cach_hieu_luc": "sau_ngay_ky" if by_days else "ngay",
        "so_ngay": (days or "") if by_days else "",
    }
    try:
        submitted = Submitted(values={key: [text] for key, text in texts.items()})
        entry = entry_from_form(validate(registration_form(), submitted, {}))
    except FieldsInvalid as refused:
        return None, dict(refused.fields)
    if days is not None and not by_days and not _agree(entry, days):
        message = (
            "Ngày hiệu lực và số ngày kể từ ngày ký không khớp nhau. Xin giữ lại một ô đúng.",
            "The effective date and the days after signing disagree. Keep the one that is right.",
        )
        return None, {"ngay_hieu_luc": [message]}
    return entry, {}


def _typed(key: str, cell: Cell) -> str:
    """The cell as an officer would type it into the form."""
    text = _text(cell)
    if key in _DAYS:
        return _day_typed(text)
    if key in _LISTS:
        return "; ".join(part for part in _SEPARATORS.split(text) if part)
    return text if key == "dieu_khoan_chuyen_tiep" else " ".join(text.split())


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else day_text(cell)


def _day_typed(text: str) -> str:
    if written := _WRITTEN_DAY.fullmatch(fold(text)):
        return "/".join(written.groups())
    return _MIDNIGHT.sub("", text)


def _days_after_signing(texts: dict[str, str]) -> str | None:
    """The days after signing, from their own column or from words in that of the effective date."""
    own = _DAY_COUNT.fullmatch(fold(texts.get("so_ngay", "")))
    words = fold(texts.get("ngay_hieu_luc", ""))
    after = _AFTER_DAYS.fullmatch(words)
    if after or _ON_SIGNING.fullmatch(words):
        texts["ngay_hieu_luc"] = ""
        return after[1] if after else "0"
    return own[1] if own else texts.get("so_ngay") or None


def _agree(entry: LegalDocumentEntry, days: str) -> bool:
    return (
        days.isdecimal()
        and entry.signed_on is not None
        and effective_after(entry.signed_on, int(days)) == entry.effective_on
    )
