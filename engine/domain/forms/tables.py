"""Repeating tables: the names of their cells on a page, and their rows read as records.

A page sends the number of rows under the key of the table and each cell as `<table>__<row>__<column>`, rows
counted from 1; keys hold no double underscore, so no two names meet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from engine.domain.forms.checks import rule_messages
from engine.domain.forms.entries import EntryRefused, submitted_texts
from engine.domain.forms.fields import Field, Message
from engine.domain.forms.kinds import MOST_ROWS
from engine.domain.forms.reading import read_answer
from engine.domain.values import Value

MOST_LETTERS: Final = 200_000
"""What all cells of one table may hold together."""
_CELL: Final = re.compile(
    r"(?P<table>[a-z0-9]+(?:_[a-z0-9]+)*)__(?P<row>[1-9][0-9]{0,2})__(?P<column>[a-z0-9_]+)"
)
_COUNT: Final = re.compile(r"[0-9]{1,3}")
Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class CellName:
    """Where a cell stands: the keys of table and column, the row counted from 1."""

    table: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"{self.table}__{self.row}__{self.column}"


def read_cell_name(name: str) -> CellName | None:
    """The cell that a name of a page means; None where it means none."""
    found = _CELL.fullmatch(name)
    return CellName(found["table"], int(found["row"]), found["column"]) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as far as its cells could be read; `refused` are the messages of those that could not."""

    number: int
    values: Mapping[str, Value]
    refused: Mapping[str, tuple[Message, ...]]


def row_count(table: Field, texts: Texts) -> int:
    """How many rows a page holds: what it says, else (a program) up to the last cell that is sent."""
    said = next(iter(texts.get(table.key, ())), "").strip()
    if _COUNT.fullmatch(said):
        return min(int(said), MOST_ROWS)
    cells = (read_cell_name(name) for name in texts)
    return max((cell.row for cell in cells if cell and cell.table == table.key), default=0)


def cell_names(table: Field, rows: int) -> Iterator[str]:
    """The names of all cells of so many rows."""
    for row in range(1, rows + 1):
        for column in table.columns:
            yield str(CellName(table.key, row, column.key))


def forged_names(table: Field, texts: Texts) -> tuple[str, ...]:
    """The names of cells that no page of the table sends, and its own where that holds no number."""
    known = frozenset(cell_names(table, row_count(table, texts)))
    sent = [name for name in texts if (cell := read_cell_name(name)) and cell.table == table.key]
    forged = [name for name in sent if name not in known or len(texts[name]) > 1]
    said = texts.get(table.key, ())
    if len(said) > 1 or any(text.strip() and not _COUNT.fullmatch(text.strip()) for text in said):
        forged.append(table.key)
    return tuple(forged)


def read_rows(table: Field, texts: Texts, case: Mapping[str, Value]) -> tuple[Row, ...]:
    """The rows in which something stands, each with the number it has on the page."""
    rows = []
    for number in range(1, row_count(table, texts) + 1):
        cells = {
            each.key: texts.get(str(CellName(table.key, number, each.key)), ()) for each in table.columns
        }
        if any(text.strip() for written in cells.values() for text in written):
            rows.append(_row(table, number, cells, case))
    return tuple(rows)


def _row(table: Field, number: int, cells: Texts, case: Mapping[str, Value]) -> Row:
    values: dict[str, Value] = {}
    refused: dict[str, tuple[Message, ...]] = {}
    for column in table.columns:
        try:
            values[column.key] = read_answer(column, cells[column.key], case)
        except EntryRefused as refusal:
            values[column.key] = None
            refused[column.key] = ((refusal.vi, refusal.en),)
    return Row(number=number, values=values, refused=refused)


def records_of(rows: Sequence[Row]) -> list[Value]:
    """The rows as the case keeps them."""
    return [dict(row.values) for row in rows]


def row_messages(
    table: Field, rows: Sequence[Row], texts: Texts, value_of: Callable[[str], Value]
) -> dict[str, tuple[Message, ...]]:
    """What is wrong with a table, by its key and by the names of its cells.

    A date bound of a column may be another column of the same row; else `value_of` looks it up.
    """
    found: dict[str, tuple[Message, ...]] = {}
    whole = _of_the_whole(table, rows, texts)
    if whole is not None:
        found[table.key] = (whole,)
    for row in rows:

        def in_row(key: str, row: Row = row) -> Value:
            return row.values[key] if key in row.values else value_of(key)

        for column in table.columns:
            messages = row.refused.get(column.key) or rule_messages(column, row.values[column.key], in_row)
            if messages:
                found[str(CellName(table.key, row.number, column.key))] = messages
    return found


def _of_the_whole(table: Field, rows: Sequence[Row], texts: Texts) -> Message | None:
    least, most, there = table.rules.min_rows, table.rules.max_rows, len(rows)
    if there < least:
        return (
            f"Nhập ít nhất {least} dòng (hiện có {there}).",
            f"Enter at least {least} rows (now {there}).",
        )
    if there > most:
        return f"Nhập không quá {most} dòng (hiện có {there}).", f"Enter at most {most} rows (now {there})."
    letters = sum(
        len(text) for name in cell_names(table, row_count(table, texts)) for text in texts.get(name, ())
    )
    if letters > MOST_LETTERS:
        return (
            "Bảng này dài quá 200.000 ký tự; hãy đính kèm phần còn lại bằng tệp.",
            "This table is longer than 200,000 characters; attach the rest as a file.",
        )
    return None


def table_texts(key: str, records: Value) -> dict[str, list[str]]:
    """Rows of a case as the texts that a page would submit."""
    rows = [record for record in records if isinstance(record, dict)] if isinstance(records, list) else []
    texts = {key: [str(len(rows))]}
    for number, record in enumerate(rows, start=1):
        for column, value in record.items():
            texts[str(CellName(key, number, column))] = submitted_texts(value)
    return texts


def empty_rows(table: Field) -> dict[str, list[str]]:
    """What a fresh table is filled with."""
    texts = {table.key: [str(table.first_rows)]}
    for number in range(1, table.first_rows + 1):
        texts.update(_fresh_row(table, number))
    return texts


def _fresh_row(table: Field, number: int) -> dict[str, list[str]]:
    return {str(CellName(table.key, number, each.key)): list(each.default) for each in table.columns}


def with_row(table: Field, texts: Texts) -> dict[str, Sequence[str]]:
    """The page with one more row at the end; as it was where the table is full."""
    rows = row_count(table, texts)
    if rows >= table.rules.max_rows:
        return dict(texts)
    return {**texts, table.key: [str(rows + 1)], **_fresh_row(table, rows + 1)}


def without_row(table: Field, texts: Texts, row: int) -> dict[str, Sequence[str]]:
    """The page without a row, those after it moved up; as it was where there is no such row."""
    rows = row_count(table, texts)
    if not 1 <= row <= rows:
        return dict(texts)
    kept = {name: given for name, given in texts.items() if name not in set(cell_names(table, rows))}
    kept[table.key] = [str(rows - 1)]
    for old in (number for number in range(1, rows + 1) if number != row):
        new = old if old < row else old - 1
        for column in table.columns:
            name = str(CellName(table.key, old, column.key))
            if name in texts:
                kept[str(CellName(table.key, new, column.key))] = texts[name]
    return kept
