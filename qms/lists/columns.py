"""What a register says of a list that it takes over, and what came of reading one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from engine.domain.forms import Message
from engine.domain.text import fold

Entry = TypeVar("Entry")
"""What a good row becomes: a value of the register's own."""
_SIGNS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """A column: its heading in the template, other headings that mean the same, how its cells are written."""

    key: str
    heading: str
    spellings: tuple[str, ...] = ()
    hint: Message = ("", "")
    """How to write it, in Vietnamese and English."""
    example: str = ""
    needed: bool = False
    """Whether the list must have the column and each row its cell."""
    coded: bool = False
    """Whether it holds codes, which a spreadsheet program must not have turned into days (01/2018)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """What is wrong with a row, under which heading of the file."""

    heading: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodRow(Generic[Entry]):
    """A row that may enter; `row` is the number that the spreadsheet program shows."""

    row: int
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that may not, as far as its first column can be read."""

    row: int
    named: str
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedList(Generic[Entry]):
    """A file as far as it was understood; `unused` are headings that nobody reads."""

    good: tuple[GoodRow[Entry], ...]
    bad: tuple[BadRow, ...]
    unused: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What may enter, in the order of the file."""
        return tuple(row.entry for row in self.good)


def plain(text: str) -> str:
    """Words without marks, signs and capitals, as headings, names and codes are compared."""
    return " ".join(_SIGNS.sub(" ", fold(text)).split())
