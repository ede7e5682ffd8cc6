"""Reading the register of proposals, for the viewer's own agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import InstanceState
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.documents.tables import Procedure
from qms.simplification.recording import share_of
from qms.simplification.refusals import ProposalNotFound
from qms.simplification.rules import Competence, Kind, ProposalState, TenthReached
from qms.simplification.tables import Simplification


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """A proposal with its procedure and case; `saved_cost` in đồng a year, `saved_hours` a dossier."""

    id: UUID
    code: str
    year: int
    procedure_code: str
    procedure: str
    kinds: tuple[Kind, ...]
    current: str
    proposed: str
    saved_cost: int | None
    saved_hours: Decimal | None
    reason: str
    competence: Competence
    state: ProposalState
    unit: UUID | None
    by: UUID | None
    proposed_on: date
    answer: str
    answered_on: date | None
    applied_on: date | None
    measured_on: date | None
    measured: str
    instance: UUID | None
    case_code: str
    cancelled: bool
    """The case was cancelled before its end."""
    document: UUID | None


def proposal_lines(
    session: Session,
    viewer: Viewer,
    *,
    words: str = "",
    year: int | None = None,
    state: ProposalState | None = None,
) -> tuple[ProposalLine, ...]:
    """The proposals in which all words occur, the latest first."""
    rows = session.execute(
        select(Simplification, Procedure, ProcessInstance.code, ProcessInstance.state)
        .join(Procedure, Procedure.id == Simplification.procedure_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == Simplification.instance_id)
        .where(Simplification.agency_id == viewer.agency)
        .order_by(Simplification.year.desc(), Simplification.code.desc())
    )
    asked = fold(words).split()
    return tuple(
        _line(row, procedure, code, case)
        for row, procedure, code, case in rows
        if (year is None or row.year == year)
        and (state is None or row.state == state)
        and all(word in f"{row.search_text} {fold(code or '')}" for word in asked)
    )


def proposal_detail(session: Session, viewer: Viewer, proposal: UUID) -> ProposalLine:
    """One proposal; raises ProposalNotFound."""
    found = session.execute(
        select(Simplification, Procedure, ProcessInstance.code, ProcessInstance.state)
        .join(Procedure, Procedure.id == Simplification.procedure_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == Simplification.instance_id)
        .where(Simplification.agency_id == viewer.agency, Simplification.id == proposal)
    ).one_or_none()
    if found is None:
        raise ProposalNotFound
    return _line(*found)


def years_known(session: Session, viewer: Viewer) -> tuple[int, ...]:
    """The years that have proposals, the latest first."""
    asked = select(Simplification.year).where(Simplification.agency_id == viewer.agency).distinct()
    return tuple(sorted(session.scalars(asked), reverse=True))


def share_of_year(session: Session, viewer: Viewer, year: int, day: date) -> TenthReached:
    """How far the viewer's agency is from one procedure in ten."""
    return share_of(session, viewer.agency, year, day)


def _line(row: Simplification, procedure: Procedure, code: str | None, case: str | None) -> ProposalLine:
    return ProposalLine(
        id=row.id,
        code=row.code,
        year=row.year,
        procedure_code=procedure.code,
        procedure=procedure.name,
        kinds=tuple(Kind(str(kind)) for kind in row.kinds),
        current=row.current,
        proposed=row.proposed,
        saved_cost=row.saved_cost,
        saved_hours=row.saved_hours,
        reason=row.reason,
        competence=Competence(row.competence),
        state=ProposalState(row.state),
        unit=row.unit_id,
        by=row.proposed_by,
        proposed_on=row.proposed_on,
        answer=row.answer,
        answered_on=row.answered_on,
        applied_on=row.applied_on,
        measured_on=row.measured_on,
        measured=row.measured,
        instance=row.instance_id,
        case_code=code or "",
        cancelled=case == InstanceState.CANCELLED,
        document=row.document_id,
    )
