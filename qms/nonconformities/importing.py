"""A list of earlier slips in a spreadsheet: which rows may enter the register, what is wrong with others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final
from uuid import UUID

from engine.domain.errors import Invalid
from engine.domain.forms import Message
from engine.domain.local_time import day_text
from engine.domain.text import fold, one_line
from qms.documents.sheets import Cell, SheetRefused, SheetRow, read_sheets
from qms.nonconformities.rules import NonconformityState, Severity, Source, source_of

MOST_ROWS: Final = 2_000
LONGEST_TEXT: Final = 4_000
_HEADING_WITHIN: Final = 30
_LEAST_LIKENESS: Final = 3
_CODE: Final = re.compile(r"[0-9A-Za-zĐđ][0-9A-Za-zĐđ./-]{0,39}")
_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """A column by the folded headings under which it is known."""

    key: str
    heading: str
    known_as: tuple[str, ...]
    example: str
    needed: bool = True


COLUMNS: Final = (
    ListColumn(key="so", heading="Số phiếu", known_as=("so phieu", "ma phieu"), example="KPH-2025-014"),
    ListColumn(
        key="ngay", heading="Ngày phát hiện", known_as=("ngay phat hien", "ngay lap"), example="14/10/2025"
    ),
    ListColumn(
        key="nguon",
        heading="Nguồn",
        known_as=("nguon", "nguon phat hien"),
        example="Đánh giá nội bộ",
        needed=False,
    ),
    ListColumn(
        key="don_vi",
        heading="Đơn vị",
        known_as=("don vi", "phong ban", "bo phan"),
        example="Phòng Kinh tế",
        needed=False,
    ),
    ListColumn(
        key="mo_ta",
        heading="Nội dung không phù hợp",
        known_as=("noi dung khong phu hop", "mo ta", "noi dung"),
        example="Ba hồ sơ trả muộn",
    ),
    ListColumn(
        key="yeu_cau",
        heading="Yêu cầu không đáp ứng",
        known_as=("yeu cau khong dap ung", "yeu cau", "dieu khoan"),
        example="ISO 9001:2015, 8.5.1",
    ),
    ListColumn(key="muc_do", heading="Mức độ", known_as=("muc do",), example="Nhẹ", needed=False),
    ListColumn(
        key="nguyen_nhan",
        heading="Nguyên nhân",
        known_as=("nguyen nhan", "nguyen nhan goc"),
        example="Quy trình thiếu bước đối chiếu",
        needed=False,
    ),
    ListColumn(
        key="ngay_xac_minh",
        heading="Ngày xác minh đạt",
        known_as=("ngay xac minh dat", "ngay xac minh"),
        example="10/11/2025",
        needed=False,
    ),
    ListColumn(
        key="ngay_dong",
        heading="Ngày đóng",
        known_as=("ngay dong", "ngay ket thuc"),
        example="12/11/2025",
        needed=False,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedSlip:
    """A slip as a list gave it; open ones wait to be treated."""

    code: str
    found_on: date
    source: Source
    unit: UUID | None
    description: str
    requirement: str
    severity: Severity | None
    cause: str
    verified_on: date | None
    closed_on: date | None

    @property
    def state(self) -> NonconformityState:
        """Closed where the list says when, else only proposed."""
        return NonconformityState.CLOSED if self.closed_on else NonconformityState.PROPOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodSlip:
    """A row that may enter the register."""

    row: int
    slip: ImportedSlip


@dataclass(frozen=True, slots=True, kw_only=True)
class BadSlip:
    """A row that may not: what is wrong, by heading."""

    row: int
    code: str
    problems: tuple[tuple[str, Message], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipList:
    """A file as far as it was understood."""

    good: tuple[GoodSlip, ...]
    bad: tuple[BadSlip, ...]


class NoSlipList(Invalid):
    """The file holds no table with the columns that a slip needs."""

    def __init__(self) -> None:
        needed = ", ".join(f"“{column.heading}”" for column in COLUMNS if column.needed)
        super().__init__(
            vi=f"Không tìm thấy bảng có các cột {needed}. Hãy dùng tệp mẫu.",
            en=f"No table with the columns {needed} was found. Use the template.",
        )


def check_slips(
    name: str, content: bytes, *, taken: frozenset[str], units: Mapping[str, UUID], today: date
) -> SlipList:
    """Read the file and check each row.

    `taken` are the codes of the register, `units` the ids by folded name and code. Raises SheetRefused for a
    file that cannot be read, NoSlipList for one that is no such list.
    """
    places, rows = _table_in(name, content)
    good: list[GoodSlip] = []
    bad: list[BadSlip] = []
    seen: dict[str, int] = {}
    for row in rows:
        reader = _RowReader(row, places, units, today)
        slip = reader.slip()
        code = fold(reader.text("so"))
        if code in seen:
            reader.wrong("so", f"Trùng với dòng {seen[code]}.", f"The same as row {seen[code]}.")
        elif code and code in taken:
            reader.wrong("so", "Số phiếu đã có trong sổ.", "The number stands in the register already.")
        seen.setdefault(code, row.number)
        if reader.problems:
            bad.append(BadSlip(row=row.number, code=reader.text("so"), problems=tuple(reader.problems)))
        else:
            good.append(GoodSlip(row=row.number, slip=slip))
    return SlipList(good=tuple(good), bad=tuple(bad))


def _table_in(name: str, content: bytes) -> tuple[Mapping[str, int], Sequence[SheetRow]]:
    for rows in read_sheets(name, content, lambda cells: len(_places(cells))):
        for row in islice(rows, _HEADING_WITHIN):
            places = _places(row.cells)
            if len(places) >= _LEAST_LIKENESS and all(
                column.key in places for column in COLUMNS if column.needed
            ):
                return places, _bounded(rows)
    raise NoSlipList


def _bounded(rows: Iterator[SheetRow]) -> Sequence[SheetRow]:
    kept = tuple(islice(rows, MOST_ROWS + 1))
    if len(kept) > MOST_ROWS:
        raise SheetRefused(
            vi=f"Tệp có hơn {MOST_ROWS} dòng. Xin chia thành nhiều tệp.",
            en=f"The file has more than {MOST_ROWS} rows. Split it.",
        )
    return kept


def _places(cells: Sequence[Cell]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        words = fold(str(cell)).strip(" .:")
        for column in COLUMNS:
            if words in column.known_as or words == fold(column.heading):
                found.setdefault(column.key, place)
    return found


class _RowReader:
    """Reads one row and collects what is wrong with it."""

    def __init__(
        self, row: SheetRow, places: Mapping[str, int], units: Mapping[str, UUID], today: date
    ) -> None:
        self.problems: list[tuple[str, Message]] = []
        self._row, self._places, self._units, self._today = row, places, units, today

    def slip(self) -> ImportedSlip:
        """The slip; of use only where nothing is wrong."""
        found_on = self._day("ngay", needed=True) or self._today
        if found_on.year >= self._today.year and self.text("ngay"):
            self.wrong(
                "ngay",
                "Chỉ nhập phiếu của các năm trước; phiếu năm nay được lập trong hệ thống.",
                "Only slips of earlier years are imported; this year's are written here.",
            )
        return ImportedSlip(
            code=self._code(),
            found_on=found_on,
            source=source_of(self.text("nguon")),
            unit=self._unit(),
            description=self._needed("mo_ta"),
            requirement=self._needed("yeu_cau"),
            severity=self._severity(),
            cause=self.text("nguyen_nhan")[:LONGEST_TEXT],
            verified_on=self._day("ngay_xac_minh", since=found_on),
            closed_on=self._day("ngay_dong", since=found_on),
        )

    def text(self, key: str) -> str:
        """What stands in the cell, on one line."""
        cell = self._cell(key)
        return day_text(cell) if isinstance(cell, date) else one_line(cell)

    def wrong(self, key: str, vi: str, en: str) -> None:
        """Note what is wrong under the heading of a column."""
        heading = next(column.heading for column in COLUMNS if column.key == key)
        self.problems.append((heading, (vi, en)))

    def _cell(self, key: str) -> Cell:
        place = self._places.get(key)
        cells = self._row.cells
        return cells[place] if place is not None and place < len(cells) else ""

    def _needed(self, key: str) -> str:
        text = self.text(key)
        if not text:
            self.wrong(key, "Chưa có nội dung.", "Nothing is written.")
        if len(text) > LONGEST_TEXT:
            self.wrong(key, f"Dài hơn {LONGEST_TEXT} ký tự.", f"Longer than {LONGEST_TEXT} characters.")
        return text

    def _code(self) -> str:
        code = self._needed("so")
        if code and _CODE.fullmatch(code) is None:
            self.wrong(
                "so",
                "Chỉ dùng chữ, số và các dấu . / - , không quá 40 ký tự.",
                "Use letters, digits and . / - only, at most 40 characters.",
            )
        return code

    def _unit(self) -> UUID | None:
        named = self.text("don_vi")
        unit = self._units.get(fold(named))
        if named and unit is None:
            self.wrong("don_vi", f"Cơ quan không có đơn vị “{named}”.", f"The agency has no unit “{named}”.")
        return unit

    def _severity(self) -> Severity | None:
        said = fold(self.text("muc_do"))
        if not said:
            return None
        for severity, word in ((Severity.MINOR, "nhe"), (Severity.MAJOR, "nang")):
            if word in said.split():
                return severity
        self.wrong("muc_do", "Ghi “nhẹ” hoặc “nặng”.", "Write “nhẹ” or “nặng”.")
        return None

    def _day(self, key: str, *, needed: bool = False, since: date | None = None) -> date | None:
        cell = self._cell(key)
        day = cell if isinstance(cell, date) else _read_day(cell)
        if day is None:
            if needed or self.text(key):
                self.wrong(key, "Ghi ngày dạng dd/mm/yyyy.", "Write the day as dd/mm/yyyy.")
        elif day > self._today:
            self.wrong(key, "Ngày chưa tới.", "The day is still to come.")
        elif since is not None and day < since:
            self.wrong(key, "Sớm hơn ngày phát hiện.", "Before the day on which it was found.")
        return day


def _read_day(text: str) -> date | None:
    found = _DAY.fullmatch(one_line(text))
    if found is None:
        return None
    day, month, year, other_year, other_month, other_day = found.groups()
    try:
        if year:
            return date(int(year), int(month), int(day))
        return date(int(other_year), int(other_month), int(other_day))
    except ValueError:
        return None
