"""The register of the organisation as pages show it: lists found without marks, one entry with history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.errors import NotFound
from engine.domain.refusals import NotAuthorised
from engine.domain.text import fold
from qms.organisation.authority import may_change_organisation, require_details
from qms.organisation.commands import AgencyNotFound
from qms.organisation.roadmap import alive_on
from qms.organisation.tables import (
    Agency,
    AnnexRow,
    OrganisationVersion,
    Succession,
    Unit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLine:
    """An agency in a list."""

    id: UUID
    code: str
    name: str
    province: str
    parent: str
    """Name of the superior: it tells agencies of the same name apart."""
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyPage:
    """A part of the list, and how many there are."""

    lines: tuple[AgencyLine, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """What it was called, in which period, and when that was entered and found otherwise."""

    name: str
    valid_from: date | None
    valid_to: date | None
    decision: str
    recorded_at: datetime | None
    superseded_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A predecessor or successor."""

    other: UUID | None
    name: str
    kind: str
    effective_on: date
    decision: str
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDetail:
    """One agency with all that is kept of it."""

    line: AgencyLine
    contact: str
    versions: tuple[VersionLine, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    units: tuple[tuple[str, str, date | None, date | None], ...]
    """(code, name, from, until)"""
    roadmap_years: tuple[int, ...]


def agency_page(
    session: Session, *, words: str = "", day: date | None = None, offset: int = 0, limit: int | None = None
) -> AgencyPage:
    """The agencies by name, found without marks; those that live on the day, or all."""
    parent = aliased(Agency)
    wanted: list[ColumnElement[bool]] = [] if day is None else [alive_on(day)]
    if words:
        wanted.append(Agency.search_text.contains(fold(words), autoescape=True))
    rows = session.execute(
        select(Agency, func.coalesce(parent.name, ""))
        .outerjoin(parent, parent.id == Agency.parent_id)
        .where(*wanted)
        .order_by(Agency.province, Agency.code)
        .offset(offset)
        .limit(limit)
    )
    total = session.scalar(select(func.count()).select_from(Agency).where(*wanted)) or 0
    return AgencyPage(lines=tuple(_line(agency, name) for agency, name in rows), total=total)


def agency_detail(session: Session, viewer: Viewer, agency: UUID) -> AgencyDetail:
    """One agency, for administrators. Raises NotAuthorised and AgencyNotFound."""
    require_details(viewer)
    row = session.get(Agency, agency)
    if row is None:
        raise AgencyNotFound(str(agency))
    if agency != viewer.agency and not may_change_organisation(session, viewer):
        raise NotAuthorised("xem hồ sơ của cơ quan khác", "see the records of another agency")
    parent = session.get(Agency, row.parent_id) if row.parent_id else None
    units = session.execute(
        select(Unit.code, Unit.name, Unit.valid_from, Unit.valid_to)
        .where(Unit.agency_id == agency)
        .order_by(Unit.position, Unit.code)
    )
    years = session.scalars(
        select(AnnexRow.year)
        .where(AnnexRow.agency_id == agency, AnnexRow.annex == "roadmap")
        .order_by(AnnexRow.year)
    )
    return AgencyDetail(
        line=_line(row, parent.name if parent else ""),
        contact=row.contact,
        versions=_versions(session, agency),
        before=_links(session, agency, before=True),
        after=_links(session, agency, before=False),
        units=tuple((each.code, each.name, each.valid_from, each.valid_to) for each in units),
        roadmap_years=tuple(years),
    )


def _line(agency: Agency, parent: str) -> AgencyLine:
    return AgencyLine(
        id=agency.id,
        code=agency.code,
        name=agency.name,
        province=agency.province,
        parent=parent,
        valid_from=agency.valid_from,
        valid_to=agency.valid_to,
    )


def _versions(session: Session, agency: UUID) -> tuple[VersionLine, ...]:
    version = OrganisationVersion
    rows = session.scalars(
        select(version)
        .where(version.subject_id == agency)
        .order_by(version.valid_from.nulls_first(), version.recorded_at.nulls_first())
    )
    return tuple(
        VersionLine(
            name=row.name,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            decision=row.decision,
            recorded_at=row.recorded_at,
            superseded_at=row.superseded_at,
        )
        for row in rows
    )


def _links(session: Session, agency: UUID, *, before: bool) -> tuple[Link, ...]:
    own, other = (
        (Succession.successor_id, Succession.predecessor_id)
        if before
        else (Succession.predecessor_id, Succession.successor_id)
    )
    rows = session.execute(
        select(Succession, func.coalesce(Agency.name, ""), other)
        .outerjoin(Agency, Agency.id == other)
        .where(own == agency, or_(other.is_(None), other != agency))
        .order_by(Succession.effective_on, Agency.code)
    )
    return tuple(
        Link(
            other=found,
            name=name,
            kind=row.kind,
            effective_on=row.effective_on,
            decision=row.decision,
            decided_on=row.decided_on,
        )
        for row, name, found in rows
    )


class PersonNotFound(NotFound):
    """No such person, or not for this viewer."""

    def __init__(self) -> None:
        super().__init__(vi="Không có người này trong danh sách.", en="There is no such person.")
