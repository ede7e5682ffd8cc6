"""The scan of a document that was taken over from the paper register: attached once, by who keeps it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from engine.domain.assignment import Actor, Viewer
from engine.domain.errors import Conflict, Invalid
from engine.domain.forms import HEAD_SIZE, media_type_of
from engine.domain.identifiers import derived_id
from engine.domain.text import one_line, storable
from engine.execution.history import record_audit
from engine.store.session import Store
from engine.store.tables import StoredFile
from qms.outgoing.keeping import require_keeper
from qms.outgoing.kinds import written
from qms.outgoing.refusals import IssuedDocumentNotFound
from qms.outgoing.tables import OutgoingDocument

PDF: Final = "application/pdf"


class ScanNotPdf(Invalid):
    """No file, or one that is not what its name says."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chọn một tệp PDF là bản chụp của văn bản; tệp này không phải PDF.",
            en="Choose the scan of the document as a PDF; this file is none.",
        )


class ScanNotAwaited(Conflict):
    """The document has its file already: it was made here, or the scan is attached."""

    def __init__(self, number: str) -> None:
        super().__init__(
            vi=f"Văn bản {number} đã có tệp; bản chụp chỉ đính kèm một lần.",
            en=f"Document {number} has its file already; a scan is attached once.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachScan:
    """The scan as it was uploaded."""

    viewer: Viewer
    origin: str
    document: UUID
    name: str
    content: bytes


def attach_scan(store: Store, command: AttachScan, now: datetime) -> None:
    """Keep the scan as the file of the document.

    Raises NotAuthorised, IssuedDocumentNotFound, ScanNotAwaited, ScanNotPdf.
    """
    require_keeper(command.viewer)
    with store.transaction() as session:
        row = session.get(OutgoingDocument, command.document, with_for_update=True)
        if row is None or row.agency_id != command.viewer.agency:
            raise IssuedDocumentNotFound
        number = written(row.number or 0, row.symbol)
        if row.content.get("so_giay") is not True or row.file_id is not None:
            raise ScanNotAwaited(number)
        name = one_line(storable(command.name))
        if media_type_of(name, command.content[:HEAD_SIZE]) != PDF:
            raise ScanNotPdf
        file = _file(command, name, derived_id("scan", row.id), now)
        session.add(file)
        session.flush()
        row.file_id = file.id
        record_audit(
            session,
            "document.scan_attached",
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=row.agency_id,
            now=now,
            data={"document": row.id, "number": number, "file": name, "sha256": file.sha256},
        )


def _file(command: AttachScan, name: str, key: UUID, now: datetime) -> StoredFile:
    return StoredFile(
        id=key,
        agency_id=command.viewer.agency,
        instance_id=None,
        task_id=None,
        name=name,
        media_type=PDF,
        size=len(command.content),
        sha256=hashlib.sha256(command.content).hexdigest(),
        content=command.content,
        uploaded_by=command.viewer.person,
        uploaded_at=now,
    )
