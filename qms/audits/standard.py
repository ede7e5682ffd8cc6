"""The clauses against which is audited, as shipped data in editions of the standard."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "clauses.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause in our words, and what an auditor asks about it."""

    standard: str
    valid_from: date
    number: str
    title: str
    question: str

    @property
    def label(self) -> str:
        """As a list of choices shows it."""
        return f"{self.number} {self.title}"


def clauses_on(day: date) -> tuple[Clause, ...]:
    """The clauses of the edition in force on a day: the one that came last; empty before the first."""
    known = [clause for clause in shipped_clauses() if clause.valid_from <= day]
    newest = max((clause.valid_from for clause in known), default=None)
    return tuple(clause for clause in known if clause.valid_from == newest)


@cache
def shipped_clauses() -> tuple[Clause, ...]:
    """All editions that ship with the product."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Clause(
                standard=row["standard"],
                valid_from=date.fromisoformat(row["valid_from"]),
                number=row["clause"],
                title=row["title"],
                question=row["question"],
            )
            for row in csv.DictReader(file)
        )
