"""Starting the update case of a document that already stands in the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from qms.documents.rules import LegalDocumentNotFound
from qms.documents.tables import LegalDocument
from qms.legal_updates.beginning import begin_legal_update


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLegalUpdate:
    """The document to follow."""

    viewer: Viewer
    origin: str
    document: UUID


def start_legal_update(
    store: Store, surroundings: Surroundings, command: StartLegalUpdate, now: datetime
) -> UUID:
    """Start the case and return its id.

    Raises NotAuthorised, LegalDocumentNotFound, UpdateAlreadyRunning, ModelNotFound.
    """
    if not may(command.viewer, Power.KEEP_LEGAL_REGISTER):
        raise NotAuthorised("khởi tạo cập nhật văn bản", "start a legal update")
    with store.transaction() as session:
        document = session.get(LegalDocument, command.document, with_for_update=True)
        if document is None or document.agency_id != command.viewer.agency:
            raise LegalDocumentNotFound(command.document)
        actor = Actor(person=command.viewer.person, origin=command.origin)
        return begin_legal_update(session, surroundings, document, actor=actor, now=now)
