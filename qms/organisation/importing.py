"""Lists of agencies, units and people in a spreadsheet: which rows can be entered, what is wrong with others.

Nothing is written here; `import_commands` enters the good rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from engine.domain.errors import Refusal
from engine.domain.text import fold, normal, storable
from qms.documents.sheets import SheetRefused, SheetRow, read_sheets
from qms.legal_time.imported_days import read_calendar_day
from qms.organisation.list_columns import COLUMNS, ListKind, kind_of, likeness, places
from qms.organisation.roles import ROLE_NAMES, Role
from qms.organisation.rules import require_period

MOST_ROWS: Final = 10_000
HEADING_WITHIN: Final = 30
LONGEST_TEXT: Final = 300
_CODE: Final = re.compile(r"[^\W_][\w.\-/&]{0,39}")
_MAIL: Final = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]{1,190}")
_SEPARATORS: Final = re.compile(r"\s*[;,\n]\s*")
_CODES: Final = frozenset({"agency", "code", "unit", "parent", "overseen_by"})
_ROLES: Final = {fold(name): role for role, names in ROLE_NAMES.items() for name in (role.value, *names)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """What is wrong in which row under which heading."""

    row: int
    column: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A row that can be entered, as far as the file alone shows."""

    row: int
    texts: Mapping[str, str]
    since: date | None
    until: date | None
    roles: tuple[Role, ...]

    def text(self, key: str) -> str:
        """What stands under a heading; empty where the list has no such column."""
        return self.texts.get(key, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCheck:
    """A file as far as it was understood."""

    kind: ListKind
    good: tuple[ListRow, ...]
    problems: tuple[CellProblem, ...]

    @property
    def bad_rows(self) -> int:
        """How many rows are left out."""
        return len({problem.row for problem in self.problems})


def read_list(name: str, content: bytes) -> ListCheck:
    """Read the first sheet that has headings of a list. Raises SheetRefused."""
    for sheet in read_sheets(name, content, likeness):
        for count, row in enumerate(sheet, start=1):
            kind = kind_of(row.cells)
            if kind is not None:
                return _checked(kind, places(kind, row.cells), sheet)
            if count >= HEADING_WITHIN:
                break
    raise SheetRefused(
        vi="Không tìm thấy hàng tiêu đề trong 30 dòng đầu. Danh sách cơ quan cần Mã cơ quan, Tên cơ quan; "
        "đơn vị cần Mã cơ quan, Mã đơn vị, Tên đơn vị; người cần Mã cơ quan, Họ và tên.",
        en="No headings were found in the first 30 rows. Agencies need Mã cơ quan, Tên cơ quan; units need "
        "Mã cơ quan, Mã đơn vị, Tên đơn vị; people need Mã cơ quan, Họ và tên.",
    )


def heading(kind: ListKind, key: str) -> str:
    """The heading of a column as the template writes it."""
    return next(column.heading for column in COLUMNS[kind] if column.key == key)


def _checked(kind: ListKind, where: Mapping[str, int], rows: Iterator[SheetRow]) -> ListCheck:
    good: list[ListRow] = []
    problems: list[CellProblem] = []
    seen: dict[tuple[str, ...], int] = {}
    for count, row in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise SheetRefused(
                vi=f"Tệp có hơn {MOST_ROWS} dòng. Xin chia thành nhiều tệp.",
                en=f"The file has more than {MOST_ROWS} rows. Split it.",
            )
        found = _Reading(kind, where, row)
        entry = found.read()
        found.require_first(seen, entry)
        problems += found.problems
        if not found.problems:
            good.append(entry)
    return ListCheck(kind=kind, good=tuple(good), problems=tuple(problems))


class _Reading:
    """One row, with what is wrong in it."""

    def __init__(self, kind: ListKind, where: Mapping[str, int], row: SheetRow) -> None:
        self._kind = kind
        self._where = where
        self._row = row
        self.problems: list[CellProblem] = []

    def read(self) -> ListRow:
        """The row; what cannot be read is told and left empty."""
        days = {key: self._day(key) for key in ("since", "until")}
        texts = {key: self._text(key) for key in self._where if key not in days}
        for column in COLUMNS[self._kind]:
            if column.needed and not texts.get(column.key):
                self._wrong(column.key, "còn trống", "is empty")
        for key in _CODES & texts.keys():
            if texts[key] and not _CODE.fullmatch(texts[key]):
                self._wrong(key, f"“{texts[key]}” không phải là mã", f"“{texts[key]}” is no code")
        if texts.get("email") and not _MAIL.fullmatch(texts["email"]):
            self._wrong("email", f"“{texts['email']}” không phải là địa chỉ thư", "is no mail address")
        try:
            require_period(days["since"], days["until"])
        except Refusal as refusal:
            self._wrong("until" if days["until"] else "since", refusal.vi.rstrip("."), refusal.en.rstrip("."))
        roles = tuple(self._roles(texts.get("roles", "")))
        return ListRow(
            row=self._row.number, texts=texts, since=days["since"], until=days["until"], roles=roles
        )

    def require_first(self, seen: dict[tuple[str, ...], int], entry: ListRow) -> None:
        """Tell what stands in the file already: a code once, a mail address once."""
        key, names = _identity(self._kind, entry)
        before = seen.setdefault(names, entry.row) if names[-1] else entry.row
        if before != entry.row:
            self._wrong(key, f"trùng với dòng {before} của tệp", f"is the same as in row {before}")

    def _text(self, key: str) -> str:
        place = self._where[key]
        cell = self._row.cells[place] if place < len(self._row.cells) else ""
        text = " ".join(storable(normal(cell)).split()) if isinstance(cell, str) else f"{cell:%d/%m/%Y}"
        if len(text) > LONGEST_TEXT:
            self._wrong(key, f"dài hơn {LONGEST_TEXT} ký tự", f"is longer than {LONGEST_TEXT} characters")
        return text

    def _day(self, key: str) -> date | None:
        place = self._where.get(key)
        cell = self._row.cells[place] if place is not None and place < len(self._row.cells) else ""
        if not isinstance(cell, str):
            return cell
        if not cell:
            return None
        try:
            return read_calendar_day(cell)
        except Refusal as refusal:
            self._wrong(key, refusal.vi.rstrip("."), refusal.en.rstrip("."))
            return None

    def _roles(self, text: str) -> Iterator[Role]:
        for written in filter(None, _SEPARATORS.split(text)):
            role = _ROLES.get(fold(written))
            if role is None:
                self._wrong("roles", f"không có vai trò “{written}”", f"there is no role “{written}”")
            else:
                yield role

    def _wrong(self, key: str, vi: str, en: str) -> None:
        column = heading(self._kind, key)
        self.problems.append(CellProblem(row=self._row.number, column=column, vi=vi, en=en))


_IDENTITY: Final[Mapping[ListKind, Callable[[ListRow], tuple[str, tuple[str, ...]]]]] = {
    ListKind.AGENCIES: lambda row: ("code", (row.text("code").casefold(),)),
    ListKind.UNITS: lambda row: ("code", (row.text("agency").casefold(), row.text("code").casefold())),
    ListKind.PEOPLE: lambda row: (
        ("email", ("mail", row.text("email").casefold()))
        if row.text("email")
        else ("full_name", (row.text("agency").casefold(), row.text("unit"), fold(row.text("full_name"))))
    ),
}


def _identity(kind: ListKind, row: ListRow) -> tuple[str, tuple[str, ...]]:
    return _IDENTITY[kind](row)
