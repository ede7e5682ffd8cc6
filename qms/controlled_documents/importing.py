"""A list of internal documents in a spreadsheet: which rows may enter, what is wrong with the others.

Nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.forms import Message
from engine.domain.local_time import day_text
from engine.domain.text import fold
from qms.controlled_documents.recording import DocumentEntry
from qms.controlled_documents.rules import KIND_NAMES, REVIEW_MONTHS, DocumentKind
from qms.controlled_documents.tables import ControlledDocument
from qms.documents.sheets import Cell, SheetRefused, SheetRow, read_sheets
from qms.documents.tables import Procedure
from qms.organisation.tables import Unit

MOST_ROWS: Final = 2_000
MOST_MONTHS: Final = 60
_HEADING_WITHIN: Final = 30
_CODE: Final = re.compile(r"[0-9A-ZĐ][0-9A-ZĐ./-]{0,29}")
_LABEL: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z./-]{0,19}")
_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its key, its heading, other headings by "|", how it is written, whether it is needed."""

    key: str
    heading: str
    synonyms: str
    hint: tuple[str, str]
    example: str = ""
    needed: bool = False


COLUMNS: Final = (
    Column(
        key="code",
        heading="Mã hiệu",
        synonyms="mã tài liệu|mã số|ký hiệu|code",
        hint=("Bắt buộc; chữ in hoa, số và . / -", "Required; capital letters, digits and . / -"),
        example="QT-05",
        needed=True,
    ),
    Column(
        key="name",
        heading="Tên tài liệu",
        synonyms="tên|tên gọi|name",
        hint=("Bắt buộc.", "Required."),
        example="Kiểm soát thông tin dạng văn bản",
        needed=True,
    ),
    Column(
        key="kind",
        heading="Loại",
        synonyms="loại tài liệu|kind",
        hint=(
            "Chính sách, sổ tay, quy trình, hướng dẫn, biểu mẫu, quy định hoặc tài liệu khác.",
            "In Vietnamese, as in the list of kinds.",
        ),
        example="Quy trình",
        needed=True,
    ),
    Column(
        key="unit",
        heading="Đơn vị chủ trì",
        synonyms="đơn vị|chủ trì|owner",
        hint=("Tên hoặc mã đơn vị; bỏ trống là cả cơ quan.", "Name or code of the unit; empty: the agency."),
        example="Phòng Hành chính - Tổ chức",
    ),
    Column(
        key="label",
        heading="Lần ban hành",
        synonyms="phiên bản|lần sửa đổi|version",
        hint=("Bắt buộc; định dạng ô là văn bản để giữ 01.", "Required; format as text to keep 01."),
        example="01",
        needed=True,
    ),
    Column(
        key="effective_on",
        heading="Ngày hiệu lực",
        synonyms="hiệu lực từ|ngày có hiệu lực|effective",
        hint=("Bắt buộc; dd/mm/yyyy.", "Required; dd/mm/yyyy."),
        example="01/03/2026",
        needed=True,
    ),
    Column(
        key="decision_number",
        heading="Số quyết định",
        synonyms="quyết định|số quyết định ban hành|decision",
        hint=(
            "Bắt buộc: chưa được phê duyệt thì chưa được áp dụng.",
            "Required: what is not approved is not applied.",
        ),
        example="15/QĐ-VP",
        needed=True,
    ),
    Column(
        key="decided_on",
        heading="Ngày quyết định",
        synonyms="ngày ban hành|ngày phê duyệt|decided",
        hint=("Bắt buộc; không sau ngày hiệu lực.", "Required; not after the effective date."),
        example="20/02/2026",
        needed=True,
    ),
    Column(
        key="clause",
        heading="Điều khoản",
        synonyms="điều khoản iso|clause",
        hint=("Điều khoản TCVN ISO 9001:2015.", "Clause of TCVN ISO 9001:2015."),
        example="7.5",
    ),
    Column(
        key="procedure",
        heading="Mã thủ tục",
        synonyms="thủ tục|mã tthc|procedure",
        hint=(
            "Nếu tài liệu là quy trình của một thủ tục trong sổ.",
            "Where it is the procedure of a line in the register.",
        ),
    ),
    Column(
        key="review_months",
        heading="Chu kỳ rà soát (tháng)",
        synonyms="chu kỳ rà soát|chu kỳ|review months",
        hint=("Bỏ trống là 12 tháng.", "Empty: 12 months."),
        example="12",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """What is wrong, under which heading."""

    heading: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodRow:
    """A row that may enter."""

    row: int
    entry: DocumentEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that may not."""

    row: int
    code: str
    problems: tuple[CellProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCheck:
    """A file as far as it was understood; `unused` are headings that nobody reads."""

    good: tuple[GoodRow, ...]
    bad: tuple[BadRow, ...]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a list is held against: codes that are taken, units by name and code, procedures by code."""

    codes: frozenset[str]
    units: Mapping[str, UUID]
    procedures: Mapping[str, UUID]


def known_of(session: Session, viewer: Viewer) -> Known:
    """The registers of the viewer's agency."""
    agency = viewer.agency
    codes = session.scalars(
        select(func.upper(ControlledDocument.code)).where(ControlledDocument.agency_id == agency)
    )
    units = session.execute(select(Unit.id, Unit.code, Unit.name).where(Unit.agency_id == agency)).all()
    procedures = session.execute(select(Procedure.id, Procedure.code).where(Procedure.agency_id == agency))
    return Known(
        codes=frozenset(codes),
        units={plain(text): row.id for row in units for text in (row.code, row.name)},
        procedures={row.code: row.id for row in procedures},
    )


def check_import(name: str, content: bytes, known: Known) -> ImportCheck:
    """Read the file and check each row; raises SheetRefused for a file that is no such list."""
    places, unused, rows = _list_in(name, content)
    good: list[GoodRow] = []
    bad: list[BadRow] = []
    seen: dict[str, int] = {}
    for row in rows:
        cells = {key: row.cells[place] if place < len(row.cells) else "" for key, place in places.items()}
        reading = _Reading(cells, known, seen, row.number)
        entry = reading.entry()
        if entry is None:
            bad.append(BadRow(row=row.number, code=reading.text("code"), problems=tuple(reading.problems)))
        else:
            good.append(GoodRow(row=row.number, entry=entry))
    return ImportCheck(good=tuple(good), bad=tuple(bad), unused=unused)


def require_list(name: str, content: bytes) -> None:
    """Raise SheetRefused unless the file holds headings with rows under them."""
    _list_in(name, content)


def plain(text: str) -> str:
    """Words without marks and signs."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(text)).split())


_KEYS: Final = {
    plain(text): column.key for column in COLUMNS for text in (column.heading, *column.synonyms.split("|"))
}
_KINDS: Final = {plain(vi): kind for kind, (vi, _) in KIND_NAMES.items()} | {
    plain(kind.value): kind for kind in DocumentKind
}


def _likeness(cells: Sequence[Cell]) -> int:
    return sum(1 for cell in cells if plain(str(cell)) in _KEYS)


def _list_in(name: str, content: bytes) -> tuple[Mapping[str, int], tuple[str, ...], list[SheetRow]]:
    for sheet in read_sheets(name, content, _likeness):
        found = _heading_in(sheet)
        if found is None:
            continue
        rows = list(sheet)
        if len(rows) > MOST_ROWS:
            raise SheetRefused(
                vi=f"Tệp có hơn {MOST_ROWS} dòng. Xin chia thành nhiều tệp.",
                en=f"The file has more than {MOST_ROWS} rows. Split it.",
            )
        if rows:
            return *found, rows
    needed = ", ".join(column.heading for column in COLUMNS if column.needed)
    raise SheetRefused(
        vi=f"Không tìm thấy hàng tiêu đề có đủ các cột bắt buộc và dòng dữ liệu bên dưới: {needed}.",
        en=f"No row of headings with all needed columns and rows under it was found: {needed}.",
    )


def _heading_in(sheet: Iterator[SheetRow]) -> tuple[Mapping[str, int], tuple[str, ...]] | None:
    for count, row in enumerate(sheet, start=1):
        places: dict[str, int] = {}
        unused: list[str] = []
        for place, cell in enumerate(row.cells):
            key = _KEYS.get(plain(str(cell)))
            if key is not None and key not in places:
                places[key] = place
            elif cell:
                unused.append(str(cell))
        if all(column.key in places for column in COLUMNS if column.needed):
            return places, tuple(unused)
        if count >= _HEADING_WITHIN:
            return None
    return None


class _Reading:
    """One row on its way to an entry; what is wrong is gathered."""

    def __init__(self, cells: Mapping[str, Cell], known: Known, seen: dict[str, int], number: int) -> None:
        self._cells, self._known, self._seen, self._number = cells, known, seen, number
        self.problems: list[CellProblem] = []

    def text(self, key: str) -> str:
        """The cell as text."""
        cell = self._cells.get(key, "")
        return " ".join((cell if isinstance(cell, str) else day_text(cell)).split())

    def entry(self) -> DocumentEntry | None:
        """The entry, where nothing is wrong."""
        for column in COLUMNS:
            if column.needed and not self.text(column.key):
                self._wrong(column.key, "Chưa ghi.", "Missing.")
        code, kind, unit = self._code(), _KINDS.get(plain(self.text("kind"))), self._unit()
        if kind is None and self.text("kind"):
            self._wrong("kind", "Không có loại này.", "There is no such kind.")
        effective_on, decided_on = self._day("effective_on"), self._day("decided_on")
        if effective_on and decided_on and decided_on > effective_on:
            self._wrong("decided_on", "Sau ngày hiệu lực.", "After the effective date.")
        label, months, procedure = self._label(), self._months(), self._procedure()
        if self.problems or kind is None or effective_on is None or decided_on is None:
            return None
        return DocumentEntry(
            code=code,
            name=self.text("name"),
            kind=kind.value,
            unit=unit,
            label=label,
            effective_on=effective_on,
            decision_number=self.text("decision_number"),
            decided_on=decided_on,
            clause=self.text("clause"),
            procedure=procedure,
            review_months=months,
        )

    def _wrong(self, key: str, vi: str, en: str) -> None:
        heading = next(column.heading for column in COLUMNS if column.key == key)
        self.problems.append(CellProblem(heading=heading, message=(vi, en)))

    def _code(self) -> str:
        code = self.text("code")
        if code and not _CODE.fullmatch(code):
            self._wrong("code", "Chỉ dùng chữ in hoa, số và . / -", "Capital letters, digits and . / - only.")
        elif code in self._known.codes:
            self._wrong("code", "Mã này đã có trong danh mục.", "The list holds this code already.")
        elif code in self._seen:
            row = self._seen[code]
            self._wrong("code", f"Trùng với dòng {row} của tệp.", f"The same as row {row} of the file.")
        elif code:
            self._seen[code] = self._number
        return code

    def _label(self) -> str:
        label = self.text("label")
        if label and not _LABEL.fullmatch(label):
            self._wrong("label", "Chỉ dùng chữ không dấu, số và . / -", "Letters, digits and . / - only.")
        return label

    def _unit(self) -> UUID | None:
        text = self.text("unit")
        found = self._known.units.get(plain(text)) if text else None
        if text and found is None:
            self._wrong("unit", f"Không có đơn vị “{text[:60]}”.", f"There is no unit “{text[:60]}”.")
        return found

    def _procedure(self) -> UUID | None:
        code = self.text("procedure")
        found = self._known.procedures.get(code) if code else None
        if code and found is None:
            self._wrong("procedure", f"Sổ thủ tục không có mã {code[:40]}.", f"No procedure {code[:40]}.")
        return found

    def _months(self) -> int:
        text = self.text("review_months")
        if not text:
            return REVIEW_MONTHS
        if not text.isdecimal() or not 1 <= int(text) <= MOST_MONTHS:
            self._wrong("review_months", f"Số tháng từ 1 đến {MOST_MONTHS}.", f"Months, 1 to {MOST_MONTHS}.")
            return REVIEW_MONTHS
        return int(text)

    def _day(self, key: str) -> date | None:
        cell = self._cells.get(key, "")
        if isinstance(cell, date):
            return cell
        found = _DAY.fullmatch(cell.strip())
        try:
            day = date(int(found[3]), int(found[2]), int(found[1])) if found else None
        except ValueError:
            day = None
        if day is None and cell:
            self._wrong(key, "Không phải ngày dd/mm/yyyy.", "Not a day dd/mm/yyyy.")
        return day
