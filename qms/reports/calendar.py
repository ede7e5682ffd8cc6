"""The reporting calendars: what an agency owes in a year, to whom, until when, on what basis.

A line holds for one agency, a province or the whole country. Of each kind and addressee the nearest scope
that says anything about the year is asked, and it alone; a line may also say that the report is not owed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.deadline import Deadline
from engine.domain.text import fold
from qms.legal_time.keeping import load_book
from qms.legal_time.scopes import Scope, scopes_of
from qms.organisation.tables import Agency
from qms.reports.rules import OwedKind, last_day
from qms.reports.tables import ReportingCalendarLine


class FixedDays(Protocol):
    """What gives the two dates of a day; `engine.ports.Deadlines` and the book of legal time do."""

    def on_date(self, agency: UUID, day: date) -> Deadline:
        """Legal that day, target the working day on or before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRule:
    """What a line says, without whose and which edition it is."""

    kind: OwedKind
    addressee: str
    month: int
    day: int
    exclusive: bool
    owed: bool
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedReport:
    """Something that is to reach somebody in a year.

    `legal_due` is the last day in time (“trước ngày 15/8”: 14/8), never rolled; `target_due` the working
    day on or before it.
    """

    kind: OwedKind
    addressee: str
    legal_due: date
    target_due: date
    exclusive: bool
    basis: str
    scope: Scope


def owed(
    session: Session, agency: UUID, year: int, *, deadlines: FixedDays | None = None
) -> tuple[OwedReport, ...]:
    """What the agency owes in the year by the calendars in force now, the earliest first.

    `deadlines` rolls target dates; without it the book of legal time is read.
    """
    return owed_by(lines_for(session, agency), session, agency, year, deadlines=deadlines)


def owed_by(
    lines: Sequence[ReportingCalendarLine],
    session: Session,
    agency: UUID,
    year: int,
    *,
    deadlines: FixedDays | None = None,
) -> tuple[OwedReport, ...]:
    """The same by lines that are given, as a preview has them."""
    counted = deadlines or load_book(session)
    found = (
        _owed(line, agency, year, counted)
        for line in nearest(lines, scopes_of_agency(session, agency), year)
        if line.owed
    )
    return tuple(sorted(found, key=lambda one: (one.legal_due, one.kind, one.addressee)))


def nearest(
    lines: Iterable[ReportingCalendarLine], scopes: Sequence[Scope], year: int
) -> Iterator[ReportingCalendarLine]:
    """Of each kind and addressee the line of the nearest scope that speaks of the year."""
    found: dict[tuple[str, str], tuple[int, ReportingCalendarLine]] = {}
    for line in lines:
        if not holds_in(line, year):
            continue
        key, place = (line.kind, fold(line.addressee)), scopes.index(scope_of(line))
        if key not in found or place < found[key][0]:
            found[key] = (place, line)
    return (line for _, line in found.values())


def lines_for(session: Session, agency: UUID) -> tuple[ReportingCalendarLine, ...]:
    """The lines in force of all scopes that reach the agency."""
    province = session.execute(select(Agency.province).where(Agency.id == agency)).scalar_one()
    table = ReportingCalendarLine
    return tuple(
        session.scalars(
            select(table)
            .where(
                table.withdrawn_at.is_(None),
                or_(
                    table.agency_id == agency,
                    table.agency_id.is_(None) & (table.province.is_(None) | (table.province == province)),
                ),
            )
            .order_by(table.kind, table.year_from, table.id)
        )
    )


def scopes_of_agency(session: Session, agency: UUID) -> tuple[Scope, ...]:
    """The scopes that reach the agency, the nearest first."""
    province = session.execute(select(Agency.province).where(Agency.id == agency)).scalar_one()
    return scopes_of(agency, province)


def scope_of(line: ReportingCalendarLine) -> Scope:
    """For whom a line holds."""
    return Scope(province=line.province, agency=line.agency_id)


def holds_in(line: ReportingCalendarLine, year: int) -> bool:
    """Whether the line speaks of the year."""
    return line.year_from <= year and (line.year_to is None or year <= line.year_to)


def _owed(line: ReportingCalendarLine, agency: UUID, year: int, counted: FixedDays) -> OwedReport:
    legal = last_day(year, line.month, line.day, exclusive=line.exclusive)
    return OwedReport(
        kind=OwedKind(line.kind),
        addressee=line.addressee,
        legal_due=legal,
        target_due=counted.on_date(agency, legal).target_due,
        exclusive=line.exclusive,
        basis=line.basis,
        scope=scope_of(line),
    )


def editions(session: Session, agency: UUID) -> tuple[ReportingCalendarLine, ...]:
    """All editions of all scopes that reach the agency, those withdrawn too, the latest first."""
    province = session.execute(select(Agency.province).where(Agency.id == agency)).scalar_one()
    table = ReportingCalendarLine
    return tuple(
        session.scalars(
            select(table)
            .where(
                or_(
                    table.agency_id == agency,
                    table.agency_id.is_(None) & (table.province.is_(None) | (table.province == province)),
                )
            )
            .order_by(table.entered_at.desc(), table.kind, table.year_from.desc(), table.id)
        )
    )
