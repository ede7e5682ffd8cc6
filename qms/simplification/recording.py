"""The register of proposals: entering one, finding it again, who looks at it, the year's share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.execution.number_series import next_number
from engine.ports import Directory
from qms.documents.catalogue import catalogue_on
from qms.documents.tables import Procedure
from qms.organisation.roles import Role
from qms.simplification.rules import SERIES, Competence, Kind, ProposalState, TenthReached, tenth
from qms.simplification.tables import Simplification


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalGiven:
    """What is proposed; `saved_cost` in đồng a year, `saved_hours` in working hours a dossier."""

    procedure: UUID
    kinds: tuple[Kind, ...]
    current: str
    proposed: str
    saved_cost: int | None
    saved_hours: Decimal | None
    reason: str
    competence: Competence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewers:
    """Who gives an opinion: the heads of the unit, one person, or any head where both are None."""

    unit: UUID | None
    person: UUID | None


def enter(
    session: Session,
    agency: UUID,
    key: UUID,
    given: ProposalGiven,
    now: datetime,
    *,
    by: UUID | None,
    instance: UUID,
) -> Simplification:
    """The proposal of that key, entered once."""
    known = session.get(Simplification, key)
    if known is not None:
        return known
    today = local_day(now)
    procedure = session.get_one(Procedure, given.procedure)
    code = f"{SERIES}-{today.year}-{next_number(session, agency, SERIES, today.year):03d}"
    row = Simplification(
        id=key,
        agency_id=agency,
        code=code,
        year=today.year,
        procedure_id=given.procedure,
        kinds=[kind.value for kind in given.kinds],
        current=given.current,
        proposed=given.proposed,
        saved_cost=given.saved_cost,
        saved_hours=given.saved_hours,
        reason=given.reason,
        competence=given.competence,
        state=ProposalState.PROPOSED,
        unit_id=procedure.unit_id,
        proposed_by=by,
        proposed_on=today,
        answer="",
        answered_on=None,
        applied_on=None,
        measured_on=None,
        measured="",
        instance_id=instance,
        document_id=None,
        recorded_at=now,
        search_text=fold(f"{code} {procedure.code} {procedure.name} {given.current} {given.proposed}"),
    )
    session.add(row)
    session.flush()
    return row


def in_scope(session: Session, agency: UUID, day: date) -> dict[UUID, str]:
    """The administrative procedures of the catalogue on the day, with code and name."""
    return {
        one.id: f"{one.code} {one.name}" for one in catalogue_on(session, agency, day) if not one.internal
    }


def title_of(session: Session, row: Simplification) -> str:
    """Code and name of the procedure."""
    procedure = session.get_one(Procedure, row.procedure_id)
    return f"{procedure.code} {procedure.name}"


def share_of(session: Session, agency: UUID, year: int, day: date) -> TenthReached:
    """How far the year is from one procedure in ten; the scope is the catalogue of the day."""
    rows = session.execute(
        select(Simplification.procedure_id, Simplification.state).where(
            Simplification.agency_id == agency, Simplification.year == year
        )
    )
    return tenth(
        in_scope(session, agency, day), ((procedure, ProposalState(state)) for procedure, state in rows)
    )


def share_said(share: TenthReached) -> str:
    """The share as the form says it."""
    said = f"{share.proposed} trên {share.scope} thủ tục đã có đề xuất trong năm"
    return f"{said}, đủ 10%." if share.reached else f"{said}, còn thiếu {share.missing} thủ tục để đủ 10%."


def reviewers(
    session: Session, directory: Directory, agency: UUID, unit: UUID | None, by: UUID | None, day: date
) -> Reviewers:
    """The unit's heads without who proposed; else another legal officer; else any head of a unit."""
    heads = directory.holders(session, agency, Role.UNIT_HEAD, unit, day) if unit else ()
    if any(head != by for head in heads):
        return Reviewers(unit=unit, person=None)
    lawyers = directory.holders(session, agency, Role.LEGAL_OFFICER, None, day)
    return Reviewers(unit=None, person=next((one for one in lawyers if one != by), None))
