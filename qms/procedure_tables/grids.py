"""A table as any file or paste gives it: cells in rows, and which of them go on from the row above."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final, TypeAlias

MOST_COLUMNS: Final = 30
MOST_GRID_ROWS: Final = 600
_KEPT: Final = frozenset({"\n", "\t"})
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a cell says, and whether it is one cell with the one above it."""

    text: str = ""
    continued: bool = False


GridRow: TypeAlias = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One table of a document; `before` are the lines of text above it, the nearest last."""

    rows: tuple[GridRow, ...]
    before: tuple[str, ...] = ()


def clean(text: str) -> str:
    """The text in NFC: lines without outer or double blanks, no empty line at the ends, nothing unseen."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    seen = (sign if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN else "" for sign in plain)
    lines = (" ".join(line.split()) for line in "".join(seen).split("\n"))
    return "\n".join(line for line in lines if line)


def plain_rows(rows: list[list[str]]) -> tuple[GridRow, ...]:
    """Rows of texts without merged cells; empty rows left out."""
    cleaned = (tuple(GridCell(clean(text)) for text in row[:MOST_COLUMNS]) for row in rows)
    return tuple(row for row in cleaned if any(cell.text for cell in row))
