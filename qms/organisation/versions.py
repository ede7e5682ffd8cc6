"""What something was called when, and since when that was known: rows are added, never rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import fresh_id
from qms.organisation.rules import Subject
from qms.organisation.succession_refusals import NotAliveThen
from qms.organisation.tables import Agency, OrganisationVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The decision that a change rests on, and who enters it when."""

    number: str
    signed_on: date
    effective_on: date
    entered_by: UUID | None
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What an agency is called."""

    name: str
    short_name: str
    province: str


def name_on(session: Session, agency: UUID, day: date, *, known_at: datetime | None = None) -> Name | None:
    """What the agency was called on a day, as it was known at a moment (None: as it is known now).

    None where it did not exist then.
    """
    version = OrganisationVersion
    rows = session.scalars(
        select(version)
        .where(version.subject_id == agency)
        .where(or_(version.valid_from.is_(None), version.valid_from <= day))
        .where(or_(version.valid_to.is_(None), version.valid_to > day))
        .order_by(version.recorded_at.desc().nulls_last())
    )
    for row in rows:
        known = known_at is None or row.recorded_at is None or row.recorded_at <= known_at
        if known and (row.superseded_at is None or (known_at is not None and row.superseded_at > known_at)):
            return Name(name=row.name, short_name=row.short_name, province=row.province)
    return None if _has_versions(session, agency) else _as_it_stands(session, agency, day)


def close_version(session: Session, agency: Agency, decision: Decision) -> None:
    """Record that what the agency is called ends with the day of the decision. Raises NotAliveThen."""
    row = _open_version(session, agency)
    if row.valid_from is not None and row.valid_from >= decision.effective_on:
        raise NotAliveThen(agency.name, decision.effective_on)
    row.superseded_at = decision.entered_at
    session.add(
        OrganisationVersion(
            id=fresh_id(),
            subject=row.subject,
            subject_id=row.subject_id,
            name=row.name,
            short_name=row.short_name,
            province=row.province,
            valid_from=row.valid_from,
            valid_to=decision.effective_on,
            decision=row.decision,
            decided_on=row.decided_on,
            recorded_at=decision.entered_at,
            recorded_by=decision.entered_by,
        )
    )


def open_version(session: Session, agency: Agency, decision: Decision) -> None:
    """Record what the agency is called from the day of the decision on."""
    session.add(
        OrganisationVersion(
            id=fresh_id(),
            subject=Subject.AGENCY,
            subject_id=agency.id,
            name=agency.name,
            short_name=agency.short_name,
            province=agency.province,
            valid_from=decision.effective_on,
            decision=decision.number,
            decided_on=decision.signed_on,
            recorded_at=decision.entered_at,
            recorded_by=decision.entered_by,
        )
    )


def _open_version(session: Session, agency: Agency) -> OrganisationVersion:
    """The version without an end; an agency of before has none yet and gets it as it stands."""
    found = session.scalars(
        select(OrganisationVersion).where(
            OrganisationVersion.subject_id == agency.id,
            OrganisationVersion.valid_to.is_(None),
            OrganisationVersion.superseded_at.is_(None),
        )
    ).one_or_none()
    if found is None:
        found = OrganisationVersion(
            id=fresh_id(),
            subject=Subject.AGENCY,
            subject_id=agency.id,
            name=agency.name,
            short_name=agency.short_name,
            province=agency.province,
            valid_from=agency.valid_from,
            decision="",
        )
        session.add(found)
        session.flush()
    return found


def _has_versions(session: Session, agency: UUID) -> bool:
    found = select(OrganisationVersion.id).where(OrganisationVersion.subject_id == agency).limit(1)
    return session.scalar(found) is not None


def _as_it_stands(session: Session, agency: UUID, day: date) -> Name | None:
    row = session.get(Agency, agency)
    if row is None or (row.valid_from and day < row.valid_from) or (row.valid_to and day >= row.valid_to):
        return None
    return Name(name=row.name, short_name=row.short_name, province=row.province)
