"""Files that everybody of an office may read: what was issued, and controlled documents in force."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from engine.store.tables import ProcessInstance, StoredFile
from qms.controlled_documents.tables import ControlledVersion
from qms.controlled_documents.usable import Use, usable
from qms.outgoing.kinds import DocumentState
from qms.outgoing.tables import OutgoingDocument

_ISSUED = (DocumentState.ISSUED.value, DocumentState.REVOKED.value)


def open_to_the_office(session: Session, agency: UUID, file: UUID) -> bool:
    """Whether it is the issued file of a document or of a controlled version; never of a closed case."""
    issued = exists().where(
        OutgoingDocument.file_id == file,
        OutgoingDocument.agency_id == agency,
        OutgoingDocument.state.in_(_ISSUED),
    )
    controlled = exists().where(
        ControlledVersion.file_id == file,
        ControlledVersion.agency_id == agency,
        usable(Use.LOOK),
    )
    closed = exists().where(ProcessInstance.id == StoredFile.instance_id, ProcessInstance.confidential)
    found = select(StoredFile.id).where(StoredFile.id == file, or_(issued, controlled), ~closed)
    return session.scalar(found) is not None
