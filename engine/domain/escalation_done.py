"""What is stored with a task of the steps of its ladder that were told: "R1 R2@2026-11-30 E1@2026-12-01~"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

_AGAIN: Final = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One step: told on `day`, or without a day done with when a higher one was told."""

    day: date | None = None
    open_again: bool = False
    """The date of which it spoke has moved: it is to be told again."""


def read_done(stored: str) -> dict[str, Done]:
    """By code, in the order done."""
    entries = {}
    for entry in stored.split():
        told = entry.removesuffix(_AGAIN)
        code, _, day = told.partition("@")
        entries[code] = Done(day=date.fromisoformat(day) if day else None, open_again=told != entry)
    return entries


def done_text(entries: Mapping[str, Done]) -> str:
    """The stored form."""
    return " ".join(
        code + (f"@{entry.day.isoformat()}" if entry.day else "") + (_AGAIN if entry.open_again else "")
        for code, entry in entries.items()
    )
