"""A controlled document with a version in force and its file."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select, update

from engine.commands.store_file import StoreFile, store_file
from qms.controlled_documents.recording import DocumentEntry, RecordDocuments, record_documents
from qms.controlled_documents.tables import ControlledVersion
from tests.office import Office


def controlled(office: Office) -> dict[str, object]:
    """The ids by the names that the addresses give them."""
    secretary = office.viewer("thuky")
    entry = DocumentEntry(
        code="QT-77",
        name="Tài liệu thử quyền",
        kind="quy_trinh",
        unit=None,
        label="01",
        effective_on=date(2026, 9, 1),
        decision_number="7/QĐ-VP",
        decided_on=date(2026, 8, 30),
    )
    command = RecordDocuments(viewer=secretary, origin="test", entries=(entry,))
    (document,) = record_documents(office.system.store, command, office.now)
    return {
        "controlled_documents.document": document,
        "controlled_documents.version": _with_file(office, document),
    }


def _with_file(office: Office, document: UUID) -> UUID:
    upload = StoreFile(
        viewer=office.viewer("thuky"),
        name="QT-77.pdf",
        media_type="application/pdf",
        content=b"%PDF",
        task=None,
    )
    file = store_file(office.system.store, office.system.surroundings, upload, office.now)
    with office.system.store.transaction() as session:
        session.execute(
            update(ControlledVersion).where(ControlledVersion.document_id == document).values(file_id=file)
        )
        return session.scalars(
            select(ControlledVersion.id).where(ControlledVersion.document_id == document)
        ).one()
