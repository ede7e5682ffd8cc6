"""A list of objectives of earlier years: which rows may enter, what is wrong with others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from engine.domain.forms.entries import EntryRefused, read_number
from engine.domain.text import fold
from qms.lists.columns import CheckedList, plain
from qms.lists.reading import RowReader, check_list
from qms.objectives.list_columns import COLUMNS
from qms.objectives.rules import Direction, measurable_problems, value_problem

EARLIEST: Final = 2009
"""The standard of 2008 came into force; earlier years are mistakes."""
_DIRECTIONS: Final = {
    "": Direction.AT_LEAST,
    "≥": Direction.AT_LEAST,
    ">=": Direction.AT_LEAST,
    "it nhat": Direction.AT_LEAST,
    "≤": Direction.AT_MOST,
    "<=": Direction.AT_MOST,
    "nhieu nhat": Direction.AT_MOST,
    "khong qua": Direction.AT_MOST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfObjectives:
    """What the register holds that a list may name or must not repeat; texts as `plain` gives them."""

    today: date
    units: Mapping[str, UUID]
    codes: frozenset[tuple[int, str]]
    contents: frozenset[tuple[int, UUID | None, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierObjective:
    """An objective as a list tells it."""

    code: str
    year: int
    content: str
    indicator: str
    direction: Direction
    target: Decimal
    measure_unit: str
    due_on: date
    unit: UUID | None
    result: Decimal | None
    note: str


def check_objectives(name: str, content: bytes, known: KnownOfObjectives) -> CheckedList[EarlierObjective]:
    """Read the file and check each row; raises SheetRefused for what is no such list."""
    return check_list(COLUMNS, name, content, lambda row: _entry(row, known))


def _entry(row: RowReader, known: KnownOfObjectives) -> EarlierObjective | None:
    year = row.whole("nam", least=EARLIEST, most=known.today.year - 1)
    content, unit = row.text("noi_dung", most=500), row.unit("don_vi", known.units)
    target, result = _number(row, "chi_tieu"), _number(row, "ket_qua")
    measure_unit, due_on = row.text("don_vi_tinh", most=40), row.day("thoi_han")
    direction, code = _direction(row), row.text("ma", most=40)
    if year is None:
        return None
    _check_code(row, known, year, code)
    place = (year, unit, plain(content))
    if place in known.contents:
        row.wrong("noi_dung", "Mục tiêu này đã có trong sổ.", "The register holds this objective already.")
    row.once("noi_dung", place)
    if target is not None and due_on is not None:
        for key, (vi, en) in measurable_problems(
            target=target, measure_unit=measure_unit, due_on=due_on, year=year
        ):
            row.wrong(key, vi, en)
    if result is not None and (wrong := value_problem(result, measure_unit)) is not None:
        row.wrong("ket_qua", *wrong)
    if target is None or due_on is None:
        return None
    return EarlierObjective(
        code=code,
        year=year,
        content=content,
        indicator=row.text("chi_so", most=300),
        direction=direction,
        target=target,
        measure_unit=measure_unit,
        due_on=due_on,
        unit=unit,
        result=result,
        note=row.text("ghi_chu", most=2000),
    )


def _check_code(row: RowReader, known: KnownOfObjectives, year: int, code: str) -> None:
    if not code:
        return
    if (year, plain(code)) in known.codes:
        row.wrong("ma", "Mã này đã có trong sổ.", "The register holds this code already.")
    row.once("ma", (year, plain(code)))


def _number(row: RowReader, key: str) -> Decimal | None:
    text = row.text(key)
    if not text:
        return None
    try:
        return Decimal(str(read_number(text.removesuffix("%"))))
    except EntryRefused:
        row.wrong(key, "Không phải một số, thí dụ 98,5.", "Not a number, such as 98,5.")
        return None


def _direction(row: RowReader) -> Direction:
    found = _DIRECTIONS.get(fold(row.text("chieu")))
    if found is None:
        row.wrong("chieu", "Ghi “≥” hoặc “≤”.", "Write “≥” or “≤”.")
    return found or Direction.AT_LEAST
