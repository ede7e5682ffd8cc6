"""What units were called when: rows are added, never rewritten."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import fresh_id
from qms.organisation.rules import Subject
from qms.organisation.succession_refusals import NotAliveThen
from qms.organisation.tables import OrganisationVersion, Unit
from qms.organisation.versions import Decision


def close_name(session: Session, unit: Unit, decision: Decision) -> None:
    """Record that what the unit is called ends with the day of the decision. Raises NotAliveThen."""
    version = OrganisationVersion
    last = session.scalars(
        select(version).where(
            version.subject_id == unit.id, version.valid_to.is_(None), version.superseded_at.is_(None)
        )
    ).one_or_none()
    begun = last.valid_from if last is not None else unit.valid_from
    if begun is not None and begun >= decision.effective_on:
        raise NotAliveThen(unit.name, decision.effective_on)
    if last is not None:
        last.superseded_at = decision.entered_at
    number, decided_on = (last.decision, last.decided_on) if last is not None else ("", None)
    session.add(_version(unit, begun, decision.effective_on, number, decided_on, decision))


def open_name(session: Session, unit: Unit, decision: Decision) -> None:
    """Record what the unit is called from the day of the decision on."""
    session.add(_version(unit, decision.effective_on, None, decision.number, decision.signed_on, decision))
    session.flush()


def unit_name_on(session: Session, unit: UUID, day: date) -> str:
    """What the unit was called on a day, as it is known now; empty where it was not there."""
    version = OrganisationVersion
    rows = session.scalars(
        select(version).where(version.subject_id == unit, version.superseded_at.is_(None))
    ).all()
    for row in rows:
        begun = row.valid_from is None or row.valid_from <= day
        if begun and (row.valid_to is None or day < row.valid_to):
            return row.name
    stands = session.get(Unit, unit) if not rows else None
    return stands.name if stands is not None else ""


def _version(
    unit: Unit,
    begin: date | None,
    end: date | None,
    number: str,
    decided_on: date | None,
    entered: Decision,
) -> OrganisationVersion:
    return OrganisationVersion(
        id=fresh_id(),
        subject=Subject.UNIT,
        subject_id=unit.id,
        name=unit.name,
        short_name="",
        province="",
        valid_from=begin,
        valid_to=end,
        decision=number,
        decided_on=decided_on,
        recorded_at=entered.entered_at,
        recorded_by=entered.entered_by,
    )
