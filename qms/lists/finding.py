"""Finding the list in a file: the sheet and the row of headings, and the rows under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from engine.domain.text import one_line
from qms.documents.sheets import Cell, SheetRefused, SheetRow, read_sheets
from qms.lists.columns import ListColumn, plain

MOST_ROWS: Final = 2_000
HEADING_WITHIN: Final = 30
LONGEST_HEADING: Final = 60
_LEAST_LIKENESS: Final = 2
_COLUMN_NUMBER: Final = re.compile(r"\(?\d{1,2}\)?")
_COUNTING: Final = frozenset({"stt", "tt", "so thu tu", "no"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """Where each column stands, as the file heads it, and the rows under the headings."""

    places: Mapping[str, int]
    headings: Mapping[str, str]
    unused: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def find_list(
    columns: Sequence[ListColumn], name: str, content: bytes, most_rows: int = MOST_ROWS
) -> FoundList:
    """The first list with all needed columns and rows under them; raises SheetRefused."""
    keys = _keys(columns)

    def likeness(cells: Sequence[Cell]) -> int:
        return sum(1 for cell in cells if plain(str(cell)) in keys)

    nearest: tuple[int, FoundList] | None = None
    for place, sheet in enumerate(read_sheets(name, content, likeness, formulas=True)):
        for row in islice(sheet, HEADING_WITHIN):
            found = _headings(row, keys)
            if nearest is None or len(found.places) > len(nearest[1].places):
                nearest = row.number, found
            if all(column.key in found.places for column in columns if column.needed):
                rows = _rows_under(sheet, found, most_rows)
                if rows:
                    return replace(found, rows=_calculated(rows, name, content, place))
                break
    raise _refused(columns, nearest)


def _keys(columns: Sequence[ListColumn]) -> Mapping[str, str]:
    return {
        plain(text): column.key for column in columns for text in (column.heading, *column.spellings) if text
    }


def _headings(row: SheetRow, keys: Mapping[str, str]) -> FoundList:
    places: dict[str, int] = {}
    headings: dict[str, str] = {}
    unused: list[str] = []
    for place, cell in enumerate(row.cells):
        written = one_line(str(cell))[:LONGEST_HEADING]
        key = keys.get(plain(written))
        if key is not None and key not in places:
            places[key], headings[key] = place, written
        elif written and plain(written) not in _COUNTING:
            unused.append(written)
    return FoundList(places=places, headings=headings, unused=tuple(unused), rows=())


def _rows_under(sheet: Iterator[SheetRow], found: FoundList, most: int) -> tuple[SheetRow, ...]:
    """The rows with something in a column that is read; a row that numbers the columns does not count."""
    rows: list[SheetRow] = []
    for row in sheet:
        cells = [row.cells[place] for place in found.places.values() if place < len(row.cells)]
        if not any(cells) or (not rows and all(_numbers_column(cell) for cell in row.cells if cell)):
            continue
        rows.append(row)
        if len(rows) > most:
            raise SheetRefused(
                vi=f"Tệp có hơn {most} dòng. Xin chia thành nhiều tệp.",
                en=f"The file has more than {most} rows. Split it.",
            )
    return tuple(rows)


def _numbers_column(cell: Cell) -> bool:
    return isinstance(cell, str) and _COLUMN_NUMBER.fullmatch(cell) is not None


def _calculated(rows: tuple[SheetRow, ...], name: str, content: bytes, place: int) -> tuple[SheetRow, ...]:
    """The rows with what their formulas came to; one that never came to anything stays a formula."""
    if not any(is_formula(cell) for row in rows for cell in row.cells):
        return rows
    sheets = read_sheets(name, content, lambda _: 0)  # held: without it the file is closed under its rows
    results = {row.number: row.cells for row in next(islice(sheets, place, None), iter(()))}
    return tuple(replace(row, cells=tuple(_results(row, results.get(row.number, ())))) for row in rows)


def _results(row: SheetRow, results: Sequence[Cell]) -> Iterator[Cell]:
    for place, cell in enumerate(row.cells):
        result = results[place] if place < len(results) else ""
        yield result if is_formula(cell) and result else cell


def is_formula(cell: Cell) -> bool:
    """Whether a formula stands in the cell instead of what it comes to."""
    return isinstance(cell, str) and cell.startswith("=")


def _refused(columns: Sequence[ListColumn], nearest: tuple[int, FoundList] | None) -> SheetRefused:
    needed = [column for column in columns if column.needed]
    if nearest is not None and len(nearest[1].places) >= _LEAST_LIKENESS:
        row, found = nearest
        missing = ", ".join(f"“{column.heading}”" for column in needed if column.key not in found.places)
        if not missing:
            return SheetRefused(
                vi="Dưới hàng tiêu đề chưa có dòng nào. Xin điền danh sách rồi tải lên lại.",
                en="There are no rows under the headings. Fill in the list and upload it again.",
            )
        return SheetRefused(
            vi=f"Hàng tiêu đề (dòng {row}) thiếu cột {missing}. Hãy dùng tệp mẫu.",
            en=f"The headings (row {row}) lack the columns {missing}. Use the template.",
        )
    all_needed = ", ".join(f"“{column.heading}”" for column in needed)
    return SheetRefused(
        vi=f"Không tìm thấy bảng có các cột {all_needed}. Hãy dùng tệp mẫu.",
        en=f"No table with the columns {all_needed} was found. Use the template.",
    )
