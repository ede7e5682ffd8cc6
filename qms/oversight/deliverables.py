"""The lists behind the figures: registers of one agency, without what its cases contain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import InstanceState
from qms.documents.tables import LegalDocument, Procedure, ProcedureVersion
from qms.legal_updates.tables import LegalUpdate
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity
from qms.oversight.agencies import agency_open_to
from qms.oversight.figures import end_of, in_force_on, reported_cases


class DeliverableKind(StrEnum):
    """The lists that can be opened."""

    UPDATES = "updates"
    NONCONFORMITIES = "nonconformities"
    PROCEDURES = "procedures"


class UpdateStanding(StrEnum):
    """How an update stood on the day."""

    OPEN = "open"
    LATE = "late"
    IN_TIME = "in_time"
    DONE_LATE = "done_late"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateLine:
    """The update of one legal document."""

    number: str
    title: str
    effective_on: date | None
    legal_due: date | None
    ended_at: datetime | None
    """None while it ran at the end of the day asked for."""
    standing: UpdateStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """A nonconformity as the register names it; what happened, which may name people, is left out."""

    code: str
    found_on: date
    source: str
    requirement: str
    state: NonconformityState


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedLine:
    """A procedure with its version in force on the day."""

    code: str
    name: str
    label: str
    """Empty where no version is in force."""
    effective_on: date | None
    decision_number: str


def updates_of(session: Session, viewer: Viewer, agency: UUID, day: date) -> tuple[UpdateLine, ...]:
    """The legal updates begun until the day, the latest due first; raises AgencyNotFound."""
    agency_open_to(session, viewer, agency, day)
    reported, until = reported_cases([agency]), end_of(day)
    rows = session.execute(
        select(LegalDocument.number, LegalDocument.title, LegalDocument.effective_on, *reported.c)
        .join(LegalUpdate, LegalUpdate.legal_document_id == LegalDocument.id)
        .join(reported, reported.c.id == LegalUpdate.instance_id)
        .where(reported.c.started_at < until)
        .order_by(reported.c.legal_due.desc().nulls_last(), LegalDocument.number)
    )
    return tuple(
        UpdateLine(
            number=row.number,
            title=row.title,
            effective_on=row.effective_on,
            legal_due=row.legal_due,
            ended_at=row.ended_at if _ended(row.ended_at, until) else None,
            standing=_standing(row.state, row.ended_at, row.overdue_from, until),
        )
        for row in rows
    )


def nonconformities_of(session: Session, viewer: Viewer, agency: UUID, day: date) -> tuple[FoundLine, ...]:
    """The nonconformities found until the day, the latest first; raises AgencyNotFound."""
    agency_open_to(session, viewer, agency, day)
    rows = session.scalars(
        select(Nonconformity)
        .where(Nonconformity.agency_id == agency, Nonconformity.found_on <= day)
        .order_by(Nonconformity.found_on.desc(), Nonconformity.code.desc())
    )
    return tuple(
        FoundLine(
            code=row.code,
            found_on=row.found_on,
            source=row.source,
            requirement=row.requirement,
            state=NonconformityState(row.state),
        )
        for row in rows
    )


def procedures_of(session: Session, viewer: Viewer, agency: UUID, day: date) -> tuple[PublishedLine, ...]:
    """The procedures by code, each with its version in force on the day; raises AgencyNotFound."""
    agency_open_to(session, viewer, agency, day)
    rows = session.execute(
        select(Procedure, ProcedureVersion)
        .outerjoin(ProcedureVersion, (ProcedureVersion.procedure_id == Procedure.id) & in_force_on(day))
        .where(Procedure.agency_id == agency)
        .order_by(Procedure.code, ProcedureVersion.effective_on)
    )
    latest: dict[str, tuple[Procedure, ProcedureVersion | None]] = {
        procedure.code: (procedure, version) for procedure, version in rows.all()
    }
    return tuple(
        PublishedLine(
            code=procedure.code,
            name=procedure.name,
            label=version.label if version is not None else "",
            effective_on=version.effective_on if version is not None else None,
            decision_number=version.decision_number if version is not None else "",
        )
        for procedure, version in latest.values()
    )


def _ended(ended_at: datetime | None, until: datetime) -> bool:
    return ended_at is not None and ended_at < until


def _standing(
    state: str, ended_at: datetime | None, overdue_from: datetime | None, until: datetime
) -> UpdateStanding:
    if ended_at is None or ended_at >= until:
        late = overdue_from is not None and overdue_from < until
        return UpdateStanding.LATE if late else UpdateStanding.OPEN
    if state == InstanceState.CANCELLED:
        return UpdateStanding.CANCELLED
    timely = overdue_from is None or ended_at < overdue_from
    return UpdateStanding.IN_TIME if timely else UpdateStanding.DONE_LATE
