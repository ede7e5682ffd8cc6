"""Entering legal documents into the register, one by one or from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.identifiers import derived_id
from engine.domain.refusals import NotAuthorised
from engine.domain.text import fold
from engine.execution.history import record_audit
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from qms.documents.rules import DocumentAlreadyRegistered, LegalDocumentEntry, number_key
from qms.documents.tables import LegalDocument
from qms.legal_updates.beginning import begin_legal_update
from qms.organisation.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLegalDocuments:
    """Entries to register; with `start_updates` a P06 case starts for each."""

    viewer: Viewer
    origin: str
    entries: Sequence[LegalDocumentEntry]
    start_updates: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRegistered:
    """One new line of the register and the case that follows it, if one was started."""

    document: UUID
    instance: UUID | None


def may_register(viewer: Viewer) -> bool:
    """Whether the viewer keeps the register."""
    return viewer.holds(Role.ISO_SECRETARY)


def register_legal_documents(
    store: Store, surroundings: Surroundings, command: RegisterLegalDocuments, now: datetime
) -> tuple[DocumentRegistered, ...]:
    """Register all entries, or none. Raises NotAuthorised, DocumentAlreadyRegistered, ModelNotFound."""
    viewer = command.viewer
    if not may_register(viewer):
        raise NotAuthorised("đăng ký văn bản quy phạm pháp luật", "register legal documents")
    with store.transaction() as session:
        registered = []
        for entry in command.entries:
            document = _insert(session, viewer, entry, now)
            instance = None
            if command.start_updates:
                actor = Actor(person=viewer.person, origin=command.origin)
                instance = begin_legal_update(session, surroundings, document, actor=actor, now=now)
            registered.append(DocumentRegistered(document=document.id, instance=instance))
        record_audit(
            session,
            "legal_documents.registered",
            actor=Actor(person=viewer.person, origin=command.origin),
            agency=viewer.agency,
            now=now,
            data={"numbers": [entry.number for entry in command.entries]},
        )
        return tuple(registered)


def _insert(session: Session, viewer: Viewer, entry: LegalDocumentEntry, now: datetime) -> LegalDocument:
    key = number_key(entry.number)
    known = session.scalars(
        select(LegalDocument.id).where(
            LegalDocument.agency_id == viewer.agency, LegalDocument.number_key == key
        )
    ).one_or_none()
    if known is not None:
        raise DocumentAlreadyRegistered(entry.number)
    document = new_document(viewer.agency, entry, now=now, by=viewer.person)
    session.add(document)
    session.flush()
    return document


def new_document(
    agency: UUID, entry: LegalDocumentEntry, *, now: datetime, by: UUID | None
) -> LegalDocument:
    """The row for an entry; its id follows from agency and number, so registering twice inserts once."""
    key = number_key(entry.number)
    words = (entry.number, entry.title, entry.issuer, entry.field, entry.replaces, entry.amends)
    return LegalDocument(
        id=derived_id("legal document", agency, key),
        agency_id=agency,
        number=entry.number,
        number_key=key,
        title=entry.title,
        issuer=entry.issuer,
        field=entry.field,
        signed_on=entry.signed_on,
        effective_on=entry.effective_on,
        effect_rule=entry.effect_rule,
        expires_on=entry.expires_on,
        replaces=entry.replaces,
        amends=entry.amends,
        transition=entry.transition,
        link=entry.link,
        file_id=entry.file_id,
        search_text=fold(" ".join(words)),
        registered_at=now,
        registered_by=by,
    )
