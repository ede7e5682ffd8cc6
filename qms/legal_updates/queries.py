"""Reading which document a case follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

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
    if row is None:
        return None
    return FollowedDocument(id=row.id, number=row.number, title=row.title, effective_on=row.effective_on)
