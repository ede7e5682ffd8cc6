"""The figures of an input as they are kept: tables with the lines behind every number, and a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias
from uuid import UUID

LONGEST_TABLE: Final = 500
"""More lines than anybody reads in a meeting; what is left out is told."""
NO_DATA: Final = "Chưa có dữ liệu trong hệ thống."

Cell: TypeAlias = str | int | date | None


class Register(StrEnum):
    """Where a line of a table is kept."""

    CASE = "case"
    DECISION = "decision"
    NONCONFORMITY = "nonconformity"
    AUDIT = "audit"
    LEGAL_DOCUMENT = "legal_document"
    OBJECTIVE = "objective"
    RISK = "risk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line and where it comes from."""

    cells: tuple[Cell, ...]
    register: Register | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table by a name and columns that pages put into words; columns ending in `_on` hold days."""

    name: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFigures:
    """What the registers say of one input; without any register it has no data, which is said."""

    tables: tuple[Table, ...]
    summary: str
    known: bool = True

    def stored(self, since: date, until: date) -> dict[str, Any]:
        """As the column `data` keeps it."""
        return {
            "since": since.isoformat(),
            "until": until.isoformat(),
            "known": self.known,
            "summary": self.summary,
            "tables": [_stored(table) for table in self.tables],
        }


def unknown() -> InputFigures:
    """An input of which no register says anything: nothing is made up."""
    return InputFigures(tables=(), summary=NO_DATA, known=False)


def table(name: str, columns: Sequence[str], lines: Iterable[Line]) -> Table:
    """A table of at most so many lines."""
    every = tuple(lines)
    return Table(
        name=name,
        columns=tuple(columns),
        lines=every[:LONGEST_TABLE],
        left_out=max(len(every) - LONGEST_TABLE, 0),
    )


def read_tables(data: Mapping[str, Any]) -> tuple[Table, ...]:
    """The tables out of the column `data`."""
    return tuple(
        Table(
            name=raw["name"],
            columns=tuple(raw["columns"]),
            lines=tuple(
                Line(
                    cells=tuple(
                        date.fromisoformat(cell) if column.endswith("_on") and cell else cell
                        for column, cell in zip(raw["columns"], line["cells"], strict=True)
                    ),
                    register=Register(line["register"]) if line.get("register") else None,
                    id=UUID(line["id"]) if line.get("id") else None,
                )
                for line in raw["lines"]
            ),
            left_out=raw.get("left_out", 0),
        )
        for raw in data.get("tables", ())
    )


def _stored(one: Table) -> dict[str, Any]:
    return {
        "name": one.name,
        "columns": list(one.columns),
        "left_out": one.left_out,
        "lines": [
            {
                "cells": [cell.isoformat() if isinstance(cell, date) else cell for cell in line.cells],
                "register": line.register,
                "id": str(line.id) if line.id else None,
            }
            for line in one.lines
        ],
    }
