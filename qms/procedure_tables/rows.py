"""The values of a procedure's table: its rows as read, and the steps that they mean."""

from __future__ import annotations

from dataclasses import dataclass

MOST_ROWS = 200
LONGEST_TEXT = 8_000
BRANCH_SIGN = "→"
"""Begins a line that tells of a branch: written by us, and left out when a table is read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row as it stands in the table."""

    label: str
    """TT: "B1", "1", or what the office writes."""
    work: str
    actors: str
    time: str
    papers: str
    """Biểu mẫu/Kết quả."""
    shares_time: bool = False
    """Whether its time is that of the row before it: one cell over several rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureTable:
    """A table with what stands around it."""

    rows: tuple[TableRow, ...]
    title: str = ""
    time_unit: str = ""
    """The unit that the heading gives to bare numbers of time."""
    legal_time: str = ""
    """What the table itself says that the whole takes."""
    left_out: tuple[str, ...] = ()
    """Columns with headings that say nothing of the five."""
