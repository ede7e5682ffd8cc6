"""Which days the reporting calendar of the province sets for the year (conflicts C1, C5, C6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.ports import Deadlines
from qms.reports.calendar import OwedReport, owed
from qms.reports.rules import KIND_NAMES, OwedKind

_REPORTS: Final = (OwedKind.FILE, OwedKind.HALF_YEAR, OwedKind.PROGRESS, OwedKind.YEAR)
_PROCESSES: Final = MappingProxyType({OwedKind.PLAN: "P01", OwedKind.OBJECTIVES: "P02"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDays:
    """What the calendar says: of P01 and P02 their day, and one line for each kind of report."""

    of_process: Mapping[str, OwedReport]
    reports: tuple[OwedReport, ...]


NO_DAYS: Final = CalendarDays(of_process=MappingProxyType({}), reports=())


def calendar_days(session: Session, deadlines: Deadlines, agency: UUID, year: int) -> CalendarDays:
    """The days of the year; of several addressees of one kind the earliest counts, it is written once."""
    found = owed(session, agency, year, deadlines=deadlines)
    return days_of(found)


def days_of(found: Iterable[OwedReport]) -> CalendarDays:
    """The lines by what they set the day of."""
    first: dict[OwedKind, OwedReport] = {}
    for line in sorted(found, key=lambda one: (one.legal_due, one.addressee)):
        first.setdefault(line.kind, line)
    return CalendarDays(
        of_process={_PROCESSES[kind]: line for kind, line in first.items() if kind in _PROCESSES},
        reports=tuple(first[kind] for kind in _REPORTS if kind in first),
    )


def report_name(kind: OwedKind) -> str:
    """The report as the year calls it."""
    return KIND_NAMES[kind][0]
