"""A list of procedures in a spreadsheet: what it would add, change and remove, and which rows are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from engine.domain.local_time import day_text
from qms.documents.catalogue import ProcedureLevel
from qms.documents.catalogue_columns import COLUMNS, heading_of, likeness
from qms.documents.catalogue_rows import (
    CatalogueRecord,
    Problems,
    changed_fields,
    code_key,
    read_record,
)
from qms.documents.import_columns import Heading
from qms.documents.importing import BadRow, CellProblem
from qms.documents.sheets import Cell, SheetRefused, SheetRow, read_sheets

MOST_ROWS: Final = 5_000
_HEADING_WITHIN: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A row whose procedure the register does not have."""

    row: int
    record: CatalogueRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A row that changes a procedure of the register, and what of it."""

    row: int
    before: CatalogueRecord
    record: CatalogueRecord
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueCheck:
    """A file as far as it was understood."""

    heading: Heading
    added: tuple[NewRow, ...]
    changed: tuple[ChangedRow, ...]
    unchanged: int
    absent: tuple[CatalogueRecord, ...]
    """Administrative procedures in force that the file does not name: a whole list removes them."""
    bad: tuple[BadRow, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to enter."""
        return not (self.added or self.changed or self.absent)


def check_catalogue(
    name: str,
    content: bytes,
    *,
    register: Mapping[str, CatalogueRecord],
    units: Mapping[str, UUID],
    today: date,
) -> CatalogueCheck:
    """Read the file and hold each row against the register, whose records stand by `code_key`.

    Raises SheetRefused for a file that is no list of procedures at all.
    """
    heading, rows = _list_in(name, content)
    added: list[NewRow] = []
    changed: list[ChangedRow] = []
    bad: list[BadRow] = []
    seen: dict[str, int] = {}
    for row in rows:
        cells = _cells(row, heading)
        key = code_key(cells.get("ma", ""))
        before = register.get(key)
        record, problems = read_record(cells, units, before)
        if key and key in seen:
            problems["ma"] = (
                f"Trùng với dòng {seen[key]} của tệp.",
                f"The same as row {seen[key]} of the file.",
            )
        seen.setdefault(key, row.number)
        if record is None or problems:
            bad.append(_bad(row.number, cells.get("ma", ""), heading, problems))
        elif before is None:
            added.append(NewRow(row=row.number, record=record))
        elif fields := changed_fields(before, record):
            changed.append(ChangedRow(row=row.number, before=before, record=record, fields=fields))
    return CatalogueCheck(
        heading=heading,
        added=tuple(added),
        changed=tuple(changed),
        unchanged=len(rows) - len(added) - len(changed) - len(bad),
        absent=tuple(_absent(register, seen, today)),
        bad=tuple(bad),
    )


def ended(record: CatalogueRecord, day: date) -> CatalogueRecord:
    """The record of a procedure that leaves the catalogue on the day."""
    since = record.valid_from
    return replace(record, valid_to=day, valid_from=None if since is not None and since >= day else since)


def _absent(
    register: Mapping[str, CatalogueRecord], seen: Mapping[str, int], today: date
) -> Iterable[CatalogueRecord]:
    return (
        record
        for key, record in sorted(register.items())
        if key not in seen
        and record.level != ProcedureLevel.INTERNAL
        and (record.valid_to is None or record.valid_to > today)
    )


def require_list(name: str, content: bytes) -> None:
    """Raise SheetRefused unless the file holds headings with rows under them."""
    _list_in(name, content)


def _list_in(name: str, content: bytes) -> tuple[Heading, list[SheetRow]]:
    without_rows = False
    for sheet in read_sheets(name, content, likeness):
        heading = _heading_in(sheet)
        if heading is None:
            continue
        rows = _rows_under(sheet)
        if rows:
            return heading, rows
        without_rows = True
    if without_rows:
        raise SheetRefused(
            vi="Dưới hàng tiêu đề chưa có dòng nào. Xin điền danh sách rồi tải lên lại.",
            en="There are no rows under the headings. Fill in the list and upload it again.",
        )
    needed = ", ".join(column.heading for column in COLUMNS if column.needed)
    raise SheetRefused(
        vi=f"Không tìm thấy hàng tiêu đề có các cột {needed} trong 30 dòng đầu.",
        en=f"No row of headings with the columns {needed} was found in the first 30 rows.",
    )


def _heading_in(sheet: Iterator[SheetRow]) -> Heading | None:
    for count, row in enumerate(sheet, start=1):
        heading = heading_of(row.number, row.cells)
        if {column.key for column in COLUMNS if column.needed} <= heading.places.keys():
            return heading
        if count >= _HEADING_WITHIN:
            return None
    return None


def _rows_under(sheet: Iterator[SheetRow]) -> list[SheetRow]:
    rows: list[SheetRow] = []
    for row in sheet:
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise SheetRefused(
                vi=f"Tệp có hơn {MOST_ROWS} dòng. Xin chia thành nhiều tệp.",
                en=f"The file has more than {MOST_ROWS} rows. Split it.",
            )
    return rows


def _cells(row: SheetRow, heading: Heading) -> dict[str, str]:
    return {
        key: _written(row.cells[place]) if place < len(row.cells) else ""
        for key, place in heading.places.items()
    }


def _written(cell: Cell) -> str:
    return cell if isinstance(cell, str) else day_text(cell)


def _bad(row: int, code: str, heading: Heading, problems: Problems) -> BadRow:
    found = tuple(
        CellProblem(heading=heading.names.get(column.key, column.heading), message=problems[column.key])
        for column in COLUMNS
        if column.key in problems
    )
    return BadRow(row=row, number=code, problems=found)
