"""Which column of a table is which: headings by synonyms, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.domain.text import fold
from qms.procedure_tables.grids import Grid, GridRow
from qms.procedure_tables.refusals import NoTableFound, TooManyRows
from qms.procedure_tables.rows import BRANCH_SIGN, LONGEST_TEXT, MOST_ROWS, ProcedureTable, TableRow
from qms.procedure_tables.times import TimeKind, read_time, unit_of_heading


class Column(StrEnum):
    """What a column says."""

    LABEL = "label"
    WORK = "work"
    ACTORS = "actors"
    TIME = "time"
    PAPERS = "papers"


# The order is that of asking: "Thời gian thực hiện" is asked for time before "thực hiện" for anything else.
_EXACT: Final = {
    Column.LABEL: ("tt", "stt", "so tt", "so thu tu", "thu tu", "buoc", "b", "#", "no", "buoc so"),
    Column.WORK: (
        "trinh tu", "cong viec", "noi dung", "buoc thuc hien", "cac buoc", "hoat dong", "dien giai",
        "ten cong viec", "mo ta", "trinh tu thuc hien", "quy trinh",
    ),
    Column.ACTORS: ("trach nhiem", "nguoi thuc hien", "don vi", "bo phan", "chuc danh", "thuc hien"),
    Column.TIME: ("thoi gian", "thoi han", "so ngay", "so gio"),
    Column.PAPERS: ("bieu mau", "ket qua", "san pham", "ho so", "tai lieu", "bm"),
}  # fmt: skip
_WITHIN: Final = (
    (Column.TIME, ("thoi gian", "thoi han", "so ngay", "so gio")),
    (
        Column.ACTORS,
        ("trach nhiem", "nguoi ", "don vi", "bo phan", "chuc danh", "co quan thuc hien", "to chuc"),
    ),
    (Column.PAPERS, ("bieu mau", "ket qua", "san pham", "ho so", "tai lieu")),
    (
        Column.WORK,
        ("trinh tu", "cong viec", "noi dung", "cac buoc", "buoc thuc hien", "hoat dong", "dien giai"),
    ),
)
_LONGEST_HEADING: Final = 80
_FAR_DOWN: Final = 60
_TOTAL: Final = ("tong thoi gian", "tong cong", "tong so", "tong:", "tong ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    line: int
    columns: dict[Column, tuple[int, ...]]
    time_unit: str
    left_out: tuple[str, ...]

    @property
    def worth(self) -> int:
        return len(self.columns)


def procedure_table(grids: Iterable[Grid]) -> ProcedureTable:
    """The best table of a document; raises NoTableFound or TooManyRows."""
    found = [(head, grid) for grid in grids if (head := _head(grid.rows)) is not None]
    if not found:
        raise NoTableFound
    head, grid = max(found, key=lambda pair: (pair[0].worth, len(pair[1].rows)))
    rows, totals = _rows(grid.rows[head.line + 1 :], head)
    if not rows:
        raise NoTableFound
    if len(rows) > MOST_ROWS:
        raise TooManyRows(MOST_ROWS)
    return ProcedureTable(
        rows=tuple(rows),
        title=_title(grid, head.line),
        time_unit=head.time_unit,
        legal_time=totals[-1] if totals else "",
        left_out=head.left_out,
    )


def column_of(heading: str) -> Column | None:
    """What a heading names, or None."""
    said = fold(heading).strip(" .:*")
    if not said or len(said) > _LONGEST_HEADING:
        return None
    for column, words in _EXACT.items():
        if said in words:
            return column
    return next((column for column, words in _WITHIN if any(word in said for word in words)), None)


def _head(rows: tuple[GridRow, ...]) -> _Head | None:
    heads = [_head_of(row, line) for line, row in enumerate(rows[:_FAR_DOWN])]
    fit = [head for head in heads if Column.WORK in head.columns and _says_more(head)]
    return max(fit, key=lambda head: head.worth, default=None)


def _says_more(head: _Head) -> bool:
    return Column.ACTORS in head.columns or Column.TIME in head.columns


def _head_of(row: GridRow, line: int) -> _Head:
    columns: dict[Column, tuple[int, ...]] = {}
    left_out: list[str] = []
    unit = ""
    for number, cell in enumerate(row):
        if number and cell == row[number - 1] and cell.text:
            continue  # one cell over several columns
        column = column_of(cell.text)
        if column is None or (column in columns and column is not Column.PAPERS):
            left_out += [cell.text] * bool(cell.text)
            continue
        columns[column] = (*columns.get(column, ()), number)
        if column is Column.TIME:
            unit = unit_of_heading(cell.text)
    return _Head(line=line, columns=columns, time_unit=unit, left_out=tuple(left_out))


def _rows(rows: tuple[GridRow, ...], head: _Head) -> tuple[list[TableRow], list[str]]:
    found: list[TableRow] = []
    totals: list[str] = []
    for row in rows:
        said = {column: _said(row, places) for column, places in head.columns.items()}
        total = _total(row)
        if total:
            totals.append(total)
        elif said.get(Column.WORK) and not _is_group(row) and column_of(said[Column.WORK]) is not Column.WORK:
            found.append(
                TableRow(
                    label=said.get(Column.LABEL, "")[:40],
                    work=_without_branches(said[Column.WORK]),
                    actors=said.get(Column.ACTORS, ""),
                    time=said.get(Column.TIME, ""),
                    papers=said.get(Column.PAPERS, ""),
                    shares_time=bool(found) and _goes_on(row, head.columns.get(Column.TIME, ())),
                )
            )
    return found, totals


def _without_branches(work: str) -> str:
    lines = [line for line in work.split("\n") if not line.startswith(BRANCH_SIGN)]
    return "\n".join(lines) or work


def _said(row: GridRow, places: tuple[int, ...]) -> str:
    texts = dict.fromkeys(row[place].text for place in places if place < len(row) and row[place].text)
    return "\n".join(texts)[:LONGEST_TEXT]


def _goes_on(row: GridRow, places: tuple[int, ...]) -> bool:
    return any(place < len(row) and row[place].continued and row[place].text for place in places)


def _is_group(row: GridRow) -> bool:
    """Whether one cell stands over all columns: a heading within the table."""
    return len(row) > 1 and len({cell.text for cell in row}) == 1


def _total(row: GridRow) -> str:
    """The time of a row that sums up the others, or none."""
    texts = list(dict.fromkeys(cell.text for cell in row if cell.text))
    if not any(fold(text).startswith(_TOTAL) for text in texts[:2]):
        return ""
    parts = [part for text in reversed(texts) for part in (text.rpartition(":")[2], text)]
    kinds = {part: read_time(part).kind for part in parts}
    return next((part.strip() for part in parts if kinds[part] is TimeKind.COUNTED), "")


_NAMES: Final = ("quy trinh", "thu tuc", "ten thu tuc", "ten quy trinh")


def _title(grid: Grid, line: int) -> str:
    """The nearest line above the table that names a procedure."""
    inside = [next((cell.text for cell in row if cell.text), "") for row in grid.rows[:line]]
    lines = [" ".join(text.split()) for text in (*grid.before, *inside) if text]
    for number in reversed(range(len(lines))):
        one = lines[number]
        if fold(one) in _NAMES and number + 1 < len(lines):
            return lines[number + 1][:200]  # the word alone, the name in the line below it
        if fold(one).startswith(_NAMES):
            _name, colon, rest = one.partition(":")
            return (rest.strip() if colon and rest.strip() else one)[:200]
    return ""
