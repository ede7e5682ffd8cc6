"""How long a class of records is kept, and when that ends: pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from qms.legal_time.scopes import NATION, Scope

LONGEST: Final = 100
"""Years; what is to be kept longer is kept for ever."""


class RecordKind(StrEnum):
    """What sort of record a class is about."""

    CASE = "case"
    DOCUMENT = "document"
    REGISTER = "register"
    MAIL = "mail"
    AUDIT = "audit"


class CountedFrom(StrEnum):
    """From which event the years count."""

    CASE_ENDED = "case_ended"
    SUPERSEDED = "superseded"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionLine:
    """One version of one class of records."""

    code: str
    name: str
    kind: RecordKind = RecordKind.CASE
    counted_from: CountedFrom = CountedFrom.CASE_ENDED
    models: frozenset[str] = frozenset()
    """Keys of the models whose cases belong to it."""
    years: int | None
    """None: kept for ever."""
    basis: str
    confirmed: bool
    valid_from: date
    scope: Scope = NATION

    def kept_until(self, day: date) -> date | None:
        """The last day of the period of what ended on `day`; None: for ever.

        Whole years after the year in which it ended, so that nothing is ever destroyed too early.
        """
        return None if self.years is None else date(day.year + self.years, 12, 31)

    def ended_before(self, today: date) -> date | None:
        """The period of what ended before this day is over today; None: of nothing."""
        return None if self.years is None else date(max(today.year - self.years, 1), 1, 1)


DEFAULT_CODE: Final = "HS_CHUNG"
"""The class of cases that no other is named for."""


@dataclass(frozen=True, slots=True)
class RetentionTable:
    """The classes that hold for one agency on one day, by code."""

    by_code: dict[str, RetentionLine]

    def of_case(self, model: str, named: str) -> RetentionLine:
        """The class of a model's cases: the one that the model names, else that of the table."""
        own = self.by_code.get(named) if named else None
        if own is not None and own.kind is RecordKind.CASE:
            return own
        listed = [line for line in self.by_code.values() if model in line.models]
        return min(listed, key=lambda line: line.code) if listed else self.by_code[DEFAULT_CODE]


def table_on(lines: Iterable[RetentionLine], scopes: tuple[Scope, ...], day: date) -> RetentionTable:
    """The table of whoever these scopes reach, the nearest first; later lines of a day stand above earlier.

    What a model names or the office lists follows the nearest scope, then the newest version.
    """
    found: dict[str, tuple[int, date, RetentionLine]] = {}
    for line in lines:
        if line.scope not in scopes or line.valid_from > day:
            continue
        nearness = -scopes.index(line.scope)
        known = found.get(line.code)
        if known is None or (nearness, line.valid_from) >= known[:2]:
            found[line.code] = (nearness, line.valid_from, line)
    return RetentionTable({code: line for code, (_near, _from, line) in sorted(found.items())})
