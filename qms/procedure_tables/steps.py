"""What the rows of a table mean as steps, before anybody is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from engine.domain.text import fold
from qms.procedure_tables.roles import names_in
from qms.procedure_tables.rows import ProcedureTable, TableRow
from qms.procedure_tables.times import StepTime, read_time

LONGEST_TITLE: Final = 60
_LONGEST_SLUG: Final = 40
_MOST_WORDS: Final = 8
_NOT_OF_AN_ID: Final = re.compile(r"[^a-z0-9]+")


class Branch(StrEnum):
    """Where a step may lead besides forward."""

    NONE = "none"
    END = "end"
    """The case ends: refused, given back."""
    BACK = "back"
    """To the step before, or to itself where it is the first: supplements, corrections."""
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A row as understood."""

    label: str
    title: str
    """A short name for the drawing."""
    slug: str
    """The same in letters of an id; no other step has it, and no row put in between changes it."""
    row: TableRow
    names: tuple[str, ...]
    time: StepTime
    sharing: int
    """How many steps share its time, itself counted; 1 where none does."""
    first_sharing: int
    """The index of the first of them."""
    mentions: Branch
    """What the words speak of."""


_NUMBERING: Final = re.compile(
    r"^\s*(?:(?:bước|b)\s*)?[0-9]{1,2}(?:\.[0-9]{1,2})*\s*[.):–-]\s*|^\s*[-–•+*]\s*", re.IGNORECASE
)
_END_OF_TITLE: Final = re.compile(r"(?<=\w)[.;:](?=\s|$)|\n|\s[-–]\s")
_LEAST_TITLE: Final = 8
_REFUSED: Final = (
    "tu choi", "khong du dieu kien", "khong dap ung", "khong dong y", "khong phe duyet", "khong cap",
    "huy bo ho so",
)  # fmt: skip
_SUPPLEMENTED: Final = (
    "bo sung", "chua day du", "khong hop le", "chua hop le", "tra lai", "hoan thien ho so", "chinh sua",
    "yeu cau sua",
)  # fmt: skip


def steps_of(table: ProcedureTable) -> tuple[Step, ...]:
    """The steps of a table, in its order."""
    groups, slugs = _sharing(table.rows), _slugs(table.rows)
    return tuple(
        Step(
            label=row.label or f"B{number}",
            title=title_of(row.work),
            slug=slug,
            row=row,
            names=names_in(row.actors),
            time=read_time(row.time, table.time_unit),
            sharing=len(group),
            first_sharing=group[0],
            mentions=_mentioned(row.work),
        )
        for number, (row, group, slug) in enumerate(zip(table.rows, groups, slugs, strict=True), start=1)
    )


def title_of(work: str) -> str:
    """A short name for a step: its first words, without numbering, as far as a box of the drawing takes."""
    rest = work
    while (cut := _NUMBERING.sub("", rest, count=1)) != rest:
        rest = cut
    end = next(
        (found.start() for found in _END_OF_TITLE.finditer(rest) if found.start() >= _LEAST_TITLE), None
    )
    first = " ".join(rest[:end].split()).rstrip(" .;:,")
    if len(first) > LONGEST_TITLE:
        first = first[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:(") + "…"
    return first or " ".join(work.split())[:LONGEST_TITLE] or "Bước"


def shared_part(minutes: int, sharing: int, *, last: bool) -> int:
    """The part of a shared time that falls to one step: whole minutes, the odd rest to the last."""
    part = minutes // sharing
    return minutes - part * (sharing - 1) if last else part


def _sharing(rows: tuple[TableRow, ...]) -> list[tuple[int, ...]]:
    """For each row the rows that have one time with it."""
    groups: list[list[int]] = [[0]] if rows else []
    for number, (_above, row) in enumerate(pairwise(rows), start=1):
        if row.shares_time:
            groups[-1].append(number)
        else:
            groups.append([number])
    return [tuple(group) for group in groups for _each in group]


def words_of(text: str) -> list[str]:
    """Its words in letters and digits that an id may have."""
    return [word for word in _NOT_OF_AN_ID.split(fold(text)) if word]


def _slugs(rows: tuple[TableRow, ...]) -> list[str]:
    slugs: list[str] = []
    for row in rows:
        base = "_".join(words_of(title_of(row.work))[:_MOST_WORDS])[:_LONGEST_SLUG].strip("_")
        slug = base = base if base[:1].isalpha() else f"buoc_{base}".rstrip("_")
        count = 1
        while slug in slugs:
            count += 1
            slug = f"{base}_{count}"
        slugs.append(slug)
    return slugs


def _mentioned(work: str) -> Branch:
    said = fold(work)
    refused = any(words in said for words in _REFUSED)
    supplemented = any(words in said for words in _SUPPLEMENTED)
    if refused and supplemented:
        return Branch.BOTH
    if refused:
        return Branch.END
    return Branch.BACK if supplemented else Branch.NONE
