"""The rows and answers of the form, typed or taken over from a file; nothing of them is kept elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.domain.text import storable
from qms.procedure_tables.grids import clean
from qms.procedure_tables.rows import LONGEST_TEXT, MOST_ROWS, ProcedureTable, TableRow

ANSWER: Final = "answer-"
_TABLE: Final = ("title", "time_unit", "legal_time")
_UNITS: Final = frozenset({"", "ngay", "gio", "phut"})


def typed_table(form: Mapping[str, str]) -> ProcedureTable:
    """The table of the form: rows without any work, or marked to be left out, are none."""
    rows = [_row(form, number) for number in range(min(_number(form.get("rows", "")), MOST_ROWS + 1))]
    kept = [row for row in rows if row is not None][:MOST_ROWS]
    title, unit, legal = (clean(storable(form.get(name, "")))[:300] for name in _TABLE)
    return ProcedureTable(
        rows=_sharing_with_above(kept),
        title=title,
        time_unit=unit if unit in _UNITS else "",
        legal_time=legal,
    )


def typed_answers(form: Mapping[str, str]) -> dict[str, str]:
    """The answers by the ids of their questions."""
    return {
        name.removeprefix(ANSWER): storable(said).strip()[:500]
        for name, said in form.items()
        if name.startswith(ANSWER)
    }


def _row(form: Mapping[str, str], number: int) -> TableRow | None:
    label, work, actors, time, papers = (
        clean(storable(form.get(f"row-{number}-{part}", "")))[:LONGEST_TEXT]
        for part in ("label", "work", "actors", "time", "papers")
    )
    if not work or form.get(f"row-{number}-drop"):
        return None
    shares = bool(form.get(f"row-{number}-shares"))
    return TableRow(label=label[:40], work=work, actors=actors, time=time, papers=papers, shares_time=shares)


def _sharing_with_above(rows: list[TableRow]) -> tuple[TableRow, ...]:
    """A row whose time was changed by hand has one of its own."""
    return tuple(
        TableRow(
            label=row.label,
            work=row.work,
            actors=row.actors,
            time=row.time,
            papers=row.papers,
            shares_time=row.shares_time and number > 0 and row.time == rows[number - 1].time,
        )
        for number, row in enumerate(rows)
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0  # noqa: PLR2004 - rows
