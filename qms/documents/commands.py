"""Entering legal documents into the register, one by one or from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.identifiers import derived_id
from engine.domain.refusals import NotAuthorised
from engine.domain.text import fold
from engine.execution.history import record_audit
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from qms.documents.rules import DocumentAlreadyRegistered, LegalDocumentEntry, number_key
from qms.documents.tables import LegalDocument
from qms.legal_updates.beginning import begin_legal_update
from qms.organisation.tables import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLegalDocuments:
    """Entries to register; with `start_updates` a P06 case starts for each."""

    viewer: Viewer
    origin: str
    entries: Sequence[LegalDocumentEntry]
    start_updates: bool
    source_file: UUID | None = None
    """The stored list that the entries were read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRegistered:
    """One new line of the register and the case that follows it, if one was started."""

    document: UUID
    instance: UUID | None


def may_register(viewer: Viewer) -> bool:
    """Whether the viewer keeps the register."""
    return may(viewer, Power.KEEP_LEGAL_REGISTER)


def register_legal_documents(
    store: Store, surroundings: Surroundings, command: RegisterLegalDocuments, now: datetime
) -> tuple[DocumentRegistered, ...]:
    """Register all entries, or none. Raises NotAuthorised, DocumentAlreadyRegistered, ModelNotFound."""
    viewer = command.viewer
    if not may_register(viewer):
        raise NotAuthorised("đăng ký văn bản quy phạm pháp luật", "register legal documents")
    with store.transaction() as session:
        registered = []
        actor = Actor(person=viewer.person, origin=command.origin)
        for document in _insert(session, command, now):
            instance = None
            if command.start_updates:
                instance = begin_legal_update(session, surroundings, document, actor=actor, now=now)
            registered.append(DocumentRegistered(document=document.id, instance=instance))
        record_audit(
            session,
            "legal_documents.registered",
            actor=actor,
            agency=viewer.agency,
            now=now,
            data={
                "numbers": [entry.number for entry in command.entries],
                "updates_started": command.start_updates,
                "source_file": command.source_file,
            },
        )
        return tuple(registered)


def _insert(session: Session, command: RegisterLegalDocuments, now: datetime) -> list[LegalDocument]:
    """The rows of all entries; a number that stands in the register, or twice in the command, is refused."""
    viewer = command.viewer
    numbers: dict[str, str] = {}
    for entry in command.entries:
        key = number_key(entry.number)
        if key in numbers:
            raise DocumentAlreadyRegistered(entry.number)
        numbers[key] = entry.number
    # One at a time writes an agency's register, so that two who register one number both get an answer.
    session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
    known = session.scalar(
        select(LegalDocument.number)
        .where(LegalDocument.agency_id == viewer.agency, LegalDocument.number_key.in_(numbers))
        .limit(1)
    )
    if known is not None:
        raise DocumentAlreadyRegistered(known)
    documents = [new_document(viewer.agency, entry, now=now, by=viewer.person) for entry in command.entries]
    session.add_all(documents)
    session.flush()
    return documents


def document_id(agency: UUID, number: str) -> UUID:
    """The id of the line that holds the number, in whichever spelling."""
    return derived_id("legal document", agency, number_key(number))


def new_document(agency: UUID, entry: LegalDocumentEntry, *, now: datetime, by: UUID | None) -> LegalDocument:
    """The row for an entry; its id follows from agency and number, so registering twice inserts once."""
    key = number_key(entry.number)
    words = (entry.number, entry.title, entry.issuer, entry.field, entry.replaces, entry.amends)
    return LegalDocument(
        id=document_id(agency, entry.number),
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
