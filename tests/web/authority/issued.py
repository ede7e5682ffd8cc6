"""A document that was issued, sent to the Department and given to somebody to read."""

from __future__ import annotations

from uuid import UUID

from engine.domain.identifiers import fresh_id
from engine.store.tables import StoredFile
from qms.controlled_documents.tables import ReadConfirmation
from qms.demo_office.loading import agency_id, person_id
from qms.outgoing.tables import Dispatch, OutgoingDocument
from tests.engine.cases import AGENCY
from tests.office import Office


def issued(office: Office, case: UUID) -> dict[str, object]:
    """The ids by the names that the addresses give them."""
    document, dispatch, file = fresh_id(), fresh_id(), fresh_id()
    ours, head, now = agency_id(AGENCY), person_id("chanhvp"), office.now
    with office.system.store.transaction() as session:
        session.add(
            StoredFile(
                id=file,
                agency_id=ours,
                instance_id=case,
                name="01-QD-VP.pdf",
                media_type="application/pdf",
                size=4,
                sha256="0" * 64,
                content=b"%PDF",
                uploaded_by=head,
                uploaded_at=now,
            )
        )
        session.flush()
        session.add(
            OutgoingDocument(
                id=document,
                agency_id=ours,
                kind="QĐ",
                title="Quyết định công bố",
                state="issued",
                content={},
                instance_id=case,
                signed_by=head,
                capacity="",
                signed_at=now,
                number=1,
                symbol="QĐ-VP",
                dated_on=office.today,
                issued_at=now,
                file_id=file,
                revoked_reason="",
                search_text="",
                recorded_at=now,
            )
        )
        session.flush()
        session.add(
            Dispatch(
                id=dispatch,
                agency_id=ours,
                instance_id=case,
                document_id=document,
                deliverable="QD_CONG_BO",
                year=2026,
                addressee="Sở Khoa học và Công nghệ",
                channel="trong_he_thong",
                sent_at=now,
                proof="",
                reference="",
            )
        )
        session.add(
            ReadConfirmation(
                id=fresh_id(),
                agency_id=ours,
                instance_id=case,
                subject="QT-05",
                person_id=person_id("phapche"),
                given_at=now,
                closed_as="",
                note="",
            )
        )
    return {"outgoing.document": document, "dispatch": dispatch}
