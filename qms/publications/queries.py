"""Reading the register of publications: its lines, one with its scope, and what differs between two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from engine.store.tables import ProcessInstance, StoredFile
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.publications.refusals import PublicationNotFound
from qms.publications.register import lines_in_scope, scope_of
from qms.publications.rules import PublicationKind, PublicationState, Trigger
from qms.publications.scope import Change, ScopeDifference, difference
from qms.publications.tables import Publication, PublicationScope
from qms.reviews.tables import ManagementReview


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationLine:
    """One publication with its proofs as far as they are there."""

    id: UUID
    ordinal: int
    kind: PublicationKind
    trigger: Trigger
    state: PublicationState
    standard: str
    covered: int
    """Procedures in its scope."""
    decision: UUID | None
    decision_number: str
    decided_on: date | None
    received_on: date | None
    receipt: str
    posted_on: date | None
    posted_file: UUID | None
    posted_file_name: str
    web_address: str
    web_on: date | None
    published_on: date | None
    reviewed_on: date | None
    review: UUID | None
    instance: UUID | None
    case_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeEntry:
    """A procedure that a publication names."""

    procedure: UUID | None
    code: str
    name: str
    field: str
    version: str
    change: Change


def publication_lines(
    session: Session, viewer: Viewer, *, publication: UUID | None = None
) -> tuple[PublicationLine, ...]:
    """The publications of the viewer's agency, the latest first; one alone where it is named."""
    covered = (
        select(func.count())
        .where(PublicationScope.publication_id == Publication.id, PublicationScope.change != Change.REMOVED)
        .correlate(Publication)
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            Publication,
            covered,
            OutgoingDocument,
            Dispatch,
            ManagementReview.held_on,
            ProcessInstance.code,
            StoredFile.name,
        )
        .outerjoin(OutgoingDocument, OutgoingDocument.id == Publication.decision_id)
        .outerjoin(Dispatch, Dispatch.id == Publication.dispatch_id)
        .outerjoin(ManagementReview, ManagementReview.id == Publication.review_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == Publication.instance_id)
        .outerjoin(StoredFile, StoredFile.id == Publication.posted_file_id)
        .where(
            Publication.agency_id == viewer.agency,
            *((Publication.id == publication,) if publication else ()),
        )
        .order_by(Publication.ordinal.desc())
    )
    return tuple(_line(*row) for row in rows)


def _line(
    row: Publication,
    covered: int,
    decision: OutgoingDocument | None,
    dispatch: Dispatch | None,
    reviewed_on: date | None,
    case_code: str | None,
    file_name: str | None,
) -> PublicationLine:
    number = f"{decision.number:02d}/{decision.symbol}" if decision and decision.number else ""
    received = dispatch.received_at if dispatch else None
    return PublicationLine(
        id=row.id,
        ordinal=row.ordinal,
        kind=PublicationKind(row.kind),
        trigger=Trigger(row.trigger),
        state=PublicationState(row.state),
        standard=row.standard,
        covered=covered,
        decision=row.decision_id,
        decision_number=number,
        decided_on=decision.dated_on if decision else None,
        received_on=local_day(received) if received else None,
        receipt=dispatch.reference if dispatch else "",
        posted_on=row.posted_on,
        posted_file=row.posted_file_id,
        posted_file_name=file_name or "",
        web_address=row.web_address,
        web_on=row.web_on,
        published_on=row.published_on,
        reviewed_on=reviewed_on,
        review=row.review_id,
        instance=row.instance_id,
        case_code=case_code or "",
    )


def publication_line(session: Session, viewer: Viewer, publication: UUID) -> PublicationLine:
    """One publication; raises PublicationNotFound."""
    found = publication_lines(session, viewer, publication=publication)
    if not found:
        raise PublicationNotFound(publication)
    return found[0]


def scope_entries(session: Session, publication: UUID) -> tuple[ScopeEntry, ...]:
    """What the publication names, by code, what it took out at the end."""
    entries = [
        ScopeEntry(
            procedure=row.procedure_id,
            code=row.code,
            name=row.name,
            field=row.field,
            version=row.version,
            change=Change(row.change),
        )
        for row in scope_of(session, publication)
    ]
    return tuple(sorted(entries, key=lambda one: (one.change is Change.REMOVED, one.code)))


def between(session: Session, viewer: Viewer, earlier: UUID, later: UUID) -> ScopeDifference:
    """What differs from one publication to another; raises PublicationNotFound."""
    for one in (earlier, later):
        publication_line(session, viewer, one)
    return difference(lines_in_scope(session, earlier), lines_in_scope(session, later))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIn:
    """A publication that names a procedure, and in which version."""

    publication: UUID
    ordinal: int
    state: PublicationState
    published_on: date | None
    version: str
    change: Change


def naming(session: Session, viewer: Viewer, code: str) -> tuple[NamedIn, ...]:
    """The publications that name the procedure of this code, the latest first."""
    rows = session.execute(
        select(Publication, PublicationScope.version, PublicationScope.change)
        .join(PublicationScope, PublicationScope.publication_id == Publication.id)
        .where(Publication.agency_id == viewer.agency, PublicationScope.code == code)
        .order_by(Publication.ordinal.desc())
    )
    return tuple(
        NamedIn(
            publication=row.id,
            ordinal=row.ordinal,
            state=PublicationState(row.state),
            published_on=row.published_on,
            version=version,
            change=Change(change),
        )
        for row, version, change in rows
    )
