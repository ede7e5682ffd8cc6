"""The annexes that list agencies, read from text: a letter's list of plans sent, a plan's list of years.

Such lists come out of scanned or converted documents. Their running numbers are wrong here and there, and one
name stands under several districts: a line is told apart by its place and by the heading above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from engine.domain.errors import Invalid
from engine.domain.text import fold, normal

LARGEST_ANNEX: Final = 2 * 1024 * 1024
_YEAR: Final = re.compile(r"năm (\d{4})", re.IGNORECASE)
_GROUP: Final = re.compile(r"[IVX]{1,5}")
_PLAN_COLUMNS: Final = 4
_NUMBERED_CELLS: Final = 6
_HEADING_CELLS: Final = 5
_YEARS_NEEDED: Final = 2


class Annex(StrEnum):
    """What a list of agencies is about."""

    PLAN = "plan"
    """Who sent the plan and the quality objectives of a year."""
    ROADMAP = "roadmap"
    """Until which year which agency applies the system."""


class AnnexUnreadable(Invalid):
    """A text in which no such list is found."""

    def __init__(self, annex: Annex) -> None:
        vi, en = _WANTED[annex]
        super().__init__(
            vi=f"Không tìm thấy bảng phụ lục trong tệp: cần {vi}.",
            en=f"The file holds no such annex: it needs {en}.",
        )


_WANTED: Final = {
    Annex.PLAN: (
        "hàng tiêu đề “STT, Cơ quan đơn vị, Kế hoạch năm …, MTCL năm …”, các cột cách nhau bằng dấu tab",
        "the headings “STT, Cơ quan đơn vị, Kế hoạch năm …, MTCL năm …”, columns parted by tabs",
    ),
    Annex.ROADMAP: (
        "các cột “Năm 2025, Năm 2027, …”, các ô cách nhau bằng dấu |",
        "the columns “Năm 2025, Năm 2027, …”, cells parted by |",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexLine:
    """One agency of the list."""

    position: int
    """Its place in the list, from one; the printed number may be wrong."""
    number: str
    name: str
    area: str
    """The heading of the district above it; empty where there is none."""
    year: int
    plan_sent: bool = False
    objectives_sent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexProblem:
    """What is odd about the list, at which line of it; only where `refused` the line is left out."""

    position: int
    column: str
    vi: str
    en: str
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexText:
    """A list as far as it was understood."""

    annex: Annex
    lines: tuple[AnnexLine, ...]
    problems: tuple[AnnexProblem, ...]


def read_annex(annex: Annex, text: str) -> AnnexText:
    """Read the list out of the text of a whole document, or of the annex alone. Raises AnnexUnreadable."""
    lines, problems = _plan(text) if annex is Annex.PLAN else _roadmap(text)
    if not lines:
        raise AnnexUnreadable(annex)
    kept, doubled = _without_doubles(lines)
    found = sorted((*problems, *_numbers_used_twice(lines), *doubled), key=lambda each: each.position)
    return AnnexText(annex=annex, lines=tuple(kept), problems=tuple(found))


def _plan(text: str) -> tuple[list[AnnexLine], list[AnnexProblem]]:
    lines: list[AnnexLine] = []
    problems: list[AnnexProblem] = []
    year = 0
    for row in text.splitlines():
        cells = [" ".join(normal(cell).split()) for cell in row.split("\t")]
        if fold(cells[0]) in {"stt", "tt"} and (found := _YEAR.search(row)):
            year = int(found[1])
        elif year and len(cells) > 1 and cells[1]:
            position = len(lines) + 1
            marks = (*cells, "", "")[2:_PLAN_COLUMNS]
            problems += _odd_marks(position, marks)
            lines.append(
                AnnexLine(
                    position=position,
                    number=cells[0],
                    name=cells[1],
                    area="",
                    year=year,
                    plan_sent=bool(marks[0]),
                    objectives_sent=bool(marks[1]),
                )
            )
    return lines, problems


def _odd_marks(position: int, marks: Sequence[str]) -> Iterator[AnnexProblem]:
    for column, mark in zip(("Kế hoạch", "MTCL"), marks, strict=True):
        if mark and fold(mark) != "x":
            yield AnnexProblem(
                position=position,
                column=column,
                vi=f"ghi “{mark}” thay vì x; được hiểu là đã gửi",
                en=f"says “{mark}” instead of x; taken as sent",
            )


def _roadmap(text: str) -> tuple[list[AnnexLine], list[AnnexProblem]]:
    cells = [" ".join(normal(cell).split()) for cell in text.split("|")]
    years, start = _years_of(cells)
    lines: list[AnnexLine] = []
    problems: list[AnnexProblem] = []
    area, expected, counted = "", 0, 0
    while start < len(cells):
        if not cells[start]:
            start += 1
            continue
        numbered = cells[start].isdecimal() or _GROUP.fullmatch(cells[start]) is not None
        width = _NUMBERED_CELLS if numbered else _HEADING_CELLS
        row = (cells[start : start + width] + [""] * width)[:width]
        start += width
        number, name, *marks = row if numbered else ["", *row]
        if cells[start - width].isdecimal():
            ticked = [year for year, mark in zip(years, marks, strict=False) if fold(mark) == "x"]
            counted += 1
            if len(ticked) != 1:
                problems.append(_years_ticked(counted, ticked))
            if ticked:
                lines.append(
                    AnnexLine(position=counted, number=number, name=name, area=area, year=min(ticked))
                )
            continue
        problems += _miscounted(area, expected, lines)
        area = "" if numbered or _is_total(name) else name
        expected = sum(int(mark) for mark in marks if mark.isdecimal()) if area else 0
    problems += _miscounted(area, expected, lines)
    return lines, problems


def _years_of(cells: Sequence[str]) -> tuple[list[int], int]:
    """The years of the columns, and where the rows begin."""
    place = 0
    for of_years, group in groupby(cells, key=lambda cell: _YEAR.fullmatch(cell) is not None):
        run = list(group)
        place += len(run)
        if of_years and len(run) >= _YEARS_NEEDED:
            return [int(cell.rpartition(" ")[2]) for cell in run], place
    raise AnnexUnreadable(Annex.ROADMAP)


def _is_total(name: str) -> bool:
    return fold(name).startswith("tong")


def _years_ticked(position: int, ticked: Sequence[int]) -> AnnexProblem:
    if not ticked:
        return AnnexProblem(
            position=position,
            column="Năm",
            vi="không đánh dấu năm nào nên không nhập",
            en="no year is ticked, so it is left out",
            refused=True,
        )
    return AnnexProblem(
        position=position,
        column="Năm",
        vi=f"đánh dấu nhiều năm; lấy năm sớm nhất {min(ticked)}",
        en=f"several years are ticked; the first, {min(ticked)}, is taken",
    )


def _miscounted(area: str, expected: int, lines: Sequence[AnnexLine]) -> Iterator[AnnexProblem]:
    found = sum(line.area == area for line in lines) if area else 0
    if area and expected != found:
        yield AnnexProblem(
            position=lines[-1].position if lines else 0,
            column=area,
            vi=f"tiêu đề ghi {expected} cơ quan, danh sách có {found}",
            en=f"the heading says {expected} agencies, the list has {found}",
        )


def _numbers_used_twice(lines: Sequence[AnnexLine]) -> Iterator[AnnexProblem]:
    first: dict[str, int] = {}
    for line in lines:
        before = first.setdefault(line.number, line.position)
        if line.number and before != line.position:
            yield AnnexProblem(
                position=line.position,
                column="STT",
                vi=f"số thứ tự {line.number} đã dùng ở dòng thứ {before}; vẫn nhập",
                en=f"the number {line.number} stands at line {before} already; entered all the same",
            )


def _without_doubles(lines: Sequence[AnnexLine]) -> tuple[list[AnnexLine], list[AnnexProblem]]:
    """One agency once: the same name under the same heading is refused, under another it is another."""
    first: dict[tuple[str, str], int] = {}
    kept: list[AnnexLine] = []
    problems: list[AnnexProblem] = []
    for line in lines:
        before = first.setdefault((fold(line.area), fold(line.name)), line.position)
        if before == line.position:
            kept.append(line)
            continue
        problems.append(
            AnnexProblem(
                position=line.position,
                column="Tên cơ quan",
                vi=f"“{line.name}” đã có ở dòng thứ {before}; không nhập lần nữa",
                en=f"“{line.name}” stands at line {before} already; not entered again",
                refused=True,
            )
        )
    return kept, problems
