"""Reading the rows of a list: each becomes a value of its register, or all that is wrong with it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, TypeVar
from uuid import UUID

from engine.domain.local_time import day_text
from engine.domain.text import one_line, storable
from qms.documents.sheets import Cell, SheetRow
from qms.lists.columns import BadRow, CheckedList, Entry, GoodRow, ListColumn, RowProblem, plain
from qms.lists.finding import MOST_ROWS, FoundList, find_list, is_formula

LONGEST_TEXT: Final = 4_000
LONGEST_NAMED: Final = 80
EARLIEST_YEAR: Final = 1945
_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]00:00(?::00)?)?")
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?")
_ERRORS: Final = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})
_MADE_HARMLESS: Final = re.compile(r"'(?=[=+\-@])")
_DIGITS: Final = 9
Found = TypeVar("Found")


def check_list(
    columns: Sequence[ListColumn],
    name: str,
    content: bytes,
    read: Callable[[RowReader], Entry | None],
    *,
    most_rows: int = MOST_ROWS,
) -> CheckedList[Entry]:
    """Read the file and each row by `read`, which gives None only after it told what is wrong.

    A row is named by its first column. Empty cells that are needed are told here. Raises SheetRefused for a
    file that is no such list.
    """
    found = find_list(columns, name, content, most_rows)
    good: list[GoodRow[Entry]] = []
    bad: list[BadRow] = []
    seen: dict[object, int] = {}
    for row in found.rows:
        reader = RowReader(columns, found, row, seen)
        entry = read(reader)
        if entry is not None and not reader.problems:
            good.append(GoodRow(row=row.number, entry=entry))
            continue
        if not reader.problems:
            raise ValueError(f"row {row.number} was refused without a reason")
        named = reader.text(columns[0].key)[:LONGEST_NAMED]
        bad.append(BadRow(row=row.number, named=named, problems=reader.problems))
    return CheckedList(good=tuple(good), bad=tuple(bad), unused=found.unused)


class RowReader:
    """One row on its way to an entry; what is wrong is gathered, each fault once."""

    def __init__(
        self,
        columns: Sequence[ListColumn],
        found: FoundList,
        row: SheetRow,
        seen: dict[object, int] | None = None,
    ) -> None:
        self._columns = {column.key: column for column in columns}
        self._found, self._row = found, row
        self._seen = {} if seen is None else seen
        self._problems: dict[RowProblem, None] = {}
        for column in columns:
            self._look_at(column)

    @property
    def number(self) -> int:
        """The row's number in the spreadsheet program."""
        return self._row.number

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """All that is wrong so far."""
        return tuple(self._problems)

    def wrong(self, key: str, vi: str, en: str) -> None:
        """Note what is wrong under a column's heading, as the file writes it."""
        heading = self._found.headings.get(key) or self._columns[key].heading
        self._problems[RowProblem(heading=heading, message=(vi, en))] = None

    def text(self, key: str, *, most: int = LONGEST_TEXT) -> str:
        """The cell on one line; empty where there is none. Longer than `most` is wrong."""
        cell = self._cell(key)
        text = day_text(cell) if isinstance(cell, date) else one_line(storable(cell))
        text = _MADE_HARMLESS.sub("", text, count=1) if text.startswith("'") else text
        if len(text) > most:
            self.wrong(key, f"Dài hơn {most} ký tự.", f"Longer than {most} characters.")
        return text

    def day(self, key: str) -> date | None:
        """The day, from a date of the spreadsheet or dd/mm/yyyy; None where empty or, told, no day."""
        cell = self._cell(key)
        day = cell if isinstance(cell, date) else day_written(cell)
        if day is None and cell:
            self.wrong(key, "Không phải ngày dd/mm/yyyy.", "Not a day dd/mm/yyyy.")
        elif day is not None and day.year < EARLIEST_YEAR:
            self.wrong(key, f"Năm {day.year} quá sớm, xin xem lại.", f"The year {day.year} is too early.")
            return None
        return day

    def whole(self, key: str, *, least: int = 1, most: int = 99_999) -> int | None:
        """The whole number between the two; None where empty or, told, not one."""
        text = self.text(key)
        number = int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None
        if text and (number is None or not least <= number <= most):
            self.wrong(key, f"Ghi số từ {least} đến {most}.", f"Write a number from {least} to {most}.")
            return None
        return number

    def one_of(self, key: str, known: Mapping[str, Found]) -> Found | None:
        """What the cell names among `known`, whose keys are `plain`; None where empty or, told, unknown."""
        text = self.text(key)
        found = known.get(plain(text)) if text else None
        if text and found is None:
            self.wrong(key, f"Không có “{text[:60]}”.", f"There is no “{text[:60]}”.")
        return found

    def unit(self, key: str, units: Mapping[str, UUID]) -> UUID | None:
        """The unit that the cell names (`known.units_by_name`); None where empty or, told, unknown."""
        text = self.text(key)
        found = units.get(plain(text)) if text else None
        if text and found is None:
            self.wrong(key, f"Không có đơn vị “{text[:60]}”.", f"There is no unit “{text[:60]}”.")
        return found

    def person(self, key: str, people: Mapping[str, Sequence[UUID]]) -> UUID | None:
        """The one person that the cell names (`known.people_by_name`); None where empty or, told, not one."""
        text = self.text(key)
        meant = people.get(plain(text), ()) if text else ()
        if text and len(meant) != 1:
            count = len(meant)
            self.wrong(
                key,
                f"“{text[:60]}”: cơ quan có {count} người tên này, cần đúng một.",
                f"“{text[:60]}”: the agency has {count} people of that name, exactly one is needed.",
            )
            return None
        return meant[0] if meant else None

    def once(self, key: str, value: object) -> bool:
        """Whether no row before had the value; a repetition is told under the column's heading."""
        before = self._seen.setdefault((key, value), self.number)
        if before != self.number:
            self.wrong(key, f"Trùng với dòng {before} của tệp.", f"The same as row {before} of the file.")
        return before == self.number

    def _cell(self, key: str) -> Cell:
        place = self._found.places.get(key)
        return self._row.cells[place] if place is not None and place < len(self._row.cells) else ""

    def _look_at(self, column: ListColumn) -> None:
        """What can be wrong with a cell of any register."""
        cell = self._cell(column.key)
        if column.needed and not cell:
            self.wrong(column.key, "Chưa ghi.", "Missing.")
        if column.coded and isinstance(cell, date):
            self.wrong(
                column.key,
                "Excel đã đổi ô này thành ngày. Xin định dạng cột là Văn bản (Text) rồi ghi lại.",
                "Excel turned the cell into a date. Format the column as Text and type it again.",
            )
        if is_formula(cell):
            self.wrong(
                column.key,
                "Ô là công thức chưa có kết quả. Xin dán giá trị thay cho công thức.",
                "The cell is a formula without a result. Paste its value instead.",
            )
        if isinstance(cell, str) and cell.upper() in _ERRORS:
            self.wrong(column.key, f"Ô báo lỗi {cell} của Excel.", f"The cell shows Excel's error {cell}.")


def day_written(text: str) -> date | None:
    """The day that dd/mm/yyyy or yyyy-mm-dd says; None for anything else."""
    text = one_line(text)
    if found := _DAY.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
