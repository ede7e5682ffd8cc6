"""What was entered into the calendars that hold for an agency: days and hours, also earlier versions."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from qms.legal_time.scopes import Scope
from qms.legal_time.tables import CalendarDayLine, LegalTimeChange, OfficeHoursLine
from qms.organisation.tables import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where an agency stands: whose lines hold for it."""

    agency: UUID
    short_name: str
    province: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredDay:
    """A listed day as somebody entered it; `until_version` is None while it holds."""

    day: date
    kind: str
    name: str
    basis: str
    confirmed: bool
    scope: Scope
    entered_by: UUID | None
    entered_at: datetime
    from_version: int
    until_version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredHours:
    """Office hours as somebody entered them."""

    valid_from: date
    week: tuple[tuple[tuple[str, str], ...], ...]
    """Seven days, Monday first, each its intervals as hh:mm."""
    made_up: tuple[tuple[str, str], ...]
    basis: str
    scope: Scope
    entered_by: UUID | None
    entered_at: datetime
    from_version: int
    until_version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change of legal time as the list shows it."""

    id: UUID
    title: str
    state: str
    scope: Scope
    drafted_by: UUID | None
    drafted_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None
    version: int | None
    edits: str
    """JSON, as `qms.legal_time.edits` reads it."""


def ground_of(session: Session, agency: UUID) -> Ground:
    """Where the agency stands."""
    row = session.execute(select(Agency.short_name, Agency.province).where(Agency.id == agency)).one()
    return Ground(agency=agency, short_name=row.short_name, province=row.province)


def day_lines(session: Session, ground: Ground, year: int) -> tuple[EnteredDay, ...]:
    """All lines about days of a year that hold or held for the agency, by day, the newest first."""
    line = CalendarDayLine
    rows = session.scalars(
        select(line)
        .where(
            line.day.between(date(year, 1, 1), date(year, 12, 31)),
            _holds_for(line.province, line.agency_id, ground),
        )
        .order_by(line.day, line.from_version.desc(), line.agency_id, line.province)
    )
    return tuple(
        EnteredDay(
            day=row.day,
            kind=row.kind,
            name=row.name,
            basis=row.basis,
            confirmed=row.confirmed,
            scope=Scope(province=row.province, agency=row.agency_id),
            entered_by=row.entered_by,
            entered_at=row.entered_at,
            from_version=row.from_version,
            until_version=row.until_version,
        )
        for row in rows
    )


def hours_lines(session: Session, ground: Ground) -> tuple[EnteredHours, ...]:
    """All office hours that hold or held for the agency, the latest first."""
    line = OfficeHoursLine
    rows = session.scalars(
        select(line)
        .where(_holds_for(line.province, line.agency_id, ground))
        .order_by(line.valid_from.desc(), line.from_version.desc())
    )
    return tuple(
        EnteredHours(
            valid_from=row.valid_from,
            week=tuple(_intervals(day) for day in json.loads(row.week)),
            made_up=_intervals(json.loads(row.made_up)),
            basis=row.basis,
            scope=Scope(province=row.province, agency=row.agency_id),
            entered_by=row.entered_by,
            entered_at=row.entered_at,
            from_version=row.from_version,
            until_version=row.until_version,
        )
        for row in rows
    )


def change_lines(
    session: Session, ground: Ground, most: int, *, drafts_of: Collection[Scope]
) -> tuple[ChangeLine, ...]:
    """The latest changes that concern the agency, drafts first; wider drafts only of `drafts_of`."""
    change = LegalTimeChange
    found = session.scalars(
        select(change)
        .where(_concerns(ground, drafts_of))
        .order_by((change.state == "draft").desc(), change.drafted_at.desc(), change.id)
        .limit(most)
    )
    return tuple(_change(row) for row in found)


def change_line(
    session: Session, ground: Ground, change: UUID, *, drafts_of: Collection[Scope]
) -> ChangeLine | None:
    """One change, if it concerns the agency as `change_lines` says."""
    asked = select(LegalTimeChange).where(LegalTimeChange.id == change, _concerns(ground, drafts_of))
    row = session.scalar(asked)
    return None if row is None else _change(row)


def _concerns(ground: Ground, drafts_of: Collection[Scope]) -> ColumnElement[bool]:
    """What others only think of doing to a whole province or the country is theirs until it holds."""
    change = LegalTimeChange
    open_drafts = [
        and_(change.province.is_not_distinct_from(scope.province), change.agency_id.is_(None))
        for scope in drafts_of
        if scope.agency is None
    ]
    seen = or_(change.state == "applied", change.agency_id == ground.agency, *open_drafts)
    return and_(_holds_for(change.province, change.agency_id, ground), seen)


def _change(row: LegalTimeChange) -> ChangeLine:
    return ChangeLine(
        id=row.id,
        title=row.title,
        state=row.state,
        scope=Scope(province=row.province, agency=row.agency_id),
        drafted_by=row.drafted_by,
        drafted_at=row.drafted_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        version=row.version,
        edits=row.edits,
    )


def _holds_for(
    province: InstrumentedAttribute[str | None], agency: InstrumentedAttribute[UUID | None], ground: Ground
) -> ColumnElement[bool]:
    country = and_(province.is_(None), agency.is_(None))
    return or_(country, agency == ground.agency, and_(agency.is_(None), province == ground.province))


def _intervals(day: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((opens, closes) for opens, closes in day)
