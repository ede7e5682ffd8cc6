"""Reading which document a case follows, and which documents no case follows yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.documents.tables import LegalDocument
from qms.legal_updates.tables import LegalUpdate


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedDocument:
    """The document behind a case."""

    id: UUID
    number: str
    title: str
    effective_on: date | None


def followed_document(session: Session, instance: UUID) -> FollowedDocument | None:
    """The legal document that a case follows; None for a case of another kind."""
    row = session.scalars(
        select(LegalDocument)
        .join(LegalUpdate, LegalUpdate.legal_document_id == LegalDocument.id)
        .where(LegalUpdate.instance_id == instance)
    ).one_or_none()
    return None if row is None else _followed(row)


def documents_to_follow(
    session: Session, viewer: Viewer, *, words: str, offset: int, limit: int
) -> tuple[tuple[FollowedDocument, ...], int]:
    """Documents with an effective date and without a running case, newest effect first; and how many."""
    running = exists().where(
        LegalUpdate.legal_document_id == LegalDocument.id,
        ProcessInstance.id == LegalUpdate.instance_id,
        ProcessInstance.state.in_(LIVE_INSTANCE_STATES),
    )
    conditions = [
        LegalDocument.agency_id == viewer.agency,
        LegalDocument.effective_on.is_not(None),
        ~running,
        *(LegalDocument.search_text.contains(word, autoescape=True) for word in fold(words).split()),
    ]
    total = session.scalar(select(func.count()).select_from(LegalDocument).where(*conditions)) or 0
    rows = session.scalars(
        select(LegalDocument)
        .where(*conditions)
        .order_by(LegalDocument.effective_on.desc(), LegalDocument.number)
        .offset(offset)
        .limit(limit)
    )
    return tuple(_followed(row) for row in rows), total


def _followed(row: LegalDocument) -> FollowedDocument:
    return FollowedDocument(id=row.id, number=row.number, title=row.title, effective_on=row.effective_on)
