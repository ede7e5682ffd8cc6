"""Evidence of publication, legal updates and consultants (26/2014/TT-BKHCN, Article 36, 2c to 2e)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import or_, select

from engine.domain.local_time import local_day
from engine.domain.states import InstanceState
from engine.store.tables import ProcessInstance
from qms.documents.tables import LegalDocument
from qms.evidence.items import LineKind, Standing
from qms.evidence.lines import EvidenceLine, YearOfEvidence
from qms.evidence.of_system import PUBLISHED, dispatch_line, publication_line
from qms.legal_updates.tables import LegalUpdate
from qms.outgoing.tables import Dispatch
from qms.publications.tables import Publication

_ANEW: Final = "cong_bo_lai"
_NOTICE: Final = "QD_CONG_BO"


def publication(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """The publication that held at the end, those of the year, and their notices to the Department."""
    rows = year.session.scalars(
        select(Publication)
        .where(
            Publication.agency_id == year.agency,
            Publication.state.in_(PUBLISHED),
            Publication.published_on <= year.until,
        )
        .order_by(Publication.published_on, Publication.ordinal)
    ).all()
    kept = [row for row in rows if year.contains(row.published_on) or row is rows[-1]]
    notices = year.session.scalars(
        select(Dispatch)
        .where(
            Dispatch.agency_id == year.agency,
            Dispatch.deliverable == _NOTICE,
            or_(
                Dispatch.id.in_([row.dispatch_id for row in kept if row.dispatch_id is not None]),
                (Dispatch.sent_at >= year.begins) & (Dispatch.sent_at < year.ends),
            ),
        )
        .order_by(Dispatch.sent_at, Dispatch.id)
    )
    return [
        *(publication_line(year, row) for row in kept),
        *(dispatch_line(year, row) for row in notices.all()),
    ]


def republication(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """What was published anew in the year."""
    rows = year.session.scalars(
        select(Publication)
        .where(
            Publication.agency_id == year.agency,
            Publication.kind == _ANEW,
            Publication.state.in_(PUBLISHED),
            Publication.published_on.between(year.first, year.until),
        )
        .order_by(Publication.published_on, Publication.ordinal)
    )
    return [publication_line(year, row) for row in rows.all()]


def legal_updates(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """Updates that were under way or ended in the year, each with the legal document that it follows."""
    rows = year.session.execute(
        select(LegalDocument, LegalUpdate, ProcessInstance)
        .join(LegalUpdate, LegalUpdate.legal_document_id == LegalDocument.id)
        .join(ProcessInstance, ProcessInstance.id == LegalUpdate.instance_id)
        .where(
            LegalUpdate.agency_id == year.agency,
            ProcessInstance.started_at < year.ends,
            or_(ProcessInstance.ended_at.is_(None), ProcessInstance.ended_at >= year.begins),
            ~ProcessInstance.confidential,
        )
        .order_by(LegalDocument.effective_on, LegalDocument.number, ProcessInstance.code)
    ).all()
    year.load_files(document.file_id for document, _update, _case in rows)
    return [
        EvidenceLine(
            kind=LineKind.LEGAL_UPDATE,
            code=document.number,
            title=document.title,
            day=document.effective_on,
            standing=_standing(case, update.closed_on, year.until),
            files=year.files(document.file_id),
            recorded_at=case.ended_at or case.started_at,
        )
        for document, update, case in rows
    ]


def _standing(case: ProcessInstance, closed_on: date | None, day: date) -> Standing:
    if case.state == InstanceState.CANCELLED:
        return Standing.CANCELLED
    ended = closed_on or (local_day(case.ended_at) if case.ended_at is not None else None)
    due = case.legal_due
    if ended is None or ended > day:
        return Standing.LATE if due is not None and due < day else Standing.OPEN
    return Standing.DONE_LATE if due is not None and due < ended else Standing.DONE


def consultants(_year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """No register of consultants is there yet; nothing is made up."""
    return ()
