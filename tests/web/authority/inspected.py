"""An inspection by the Department, and a letter to it that stopped on its way."""

from __future__ import annotations

from uuid import UUID

from engine.domain.identifiers import derived_id
from engine.store.tables import StoredFile
from qms.demo_office.loading import agency_id, person_id
from qms.exchange.tables import ExchangeLetter
from qms.inspections.tables import Inspection
from tests.office import Office

OURS, DEPARTMENT = agency_id("VP-UBND-TN"), agency_id("SKHCN-TN")


def inspected(office: Office) -> dict[str, UUID]:
    """Both, by the names that addresses give them."""
    inspection, letter, file = (derived_id("authority", one) for one in ("inspection", "letter", "file"))
    with office.system.store.transaction() as session:
        session.add(
            Inspection(
                id=inspection,
                agency_id=OURS,
                inspector_id=DEPARTMENT,
                year=2026,
                ordinal=1,
                form="ho_so",
                state="cho_tra_loi",
                decision="",
                result="",
                conclusion="",
                judgement="",
                recorded_at=office.now,
            )
        )
        session.add(
            StoredFile(
                id=file,
                agency_id=OURS,
                name="thu.pdf",
                media_type="application/pdf",
                size=4,
                sha256="0" * 64,
                content=b"%PDF",
                uploaded_by=person_id("thuky"),
                uploaded_at=office.now,
            )
        )
        session.add(
            ExchangeLetter(
                id=letter,
                from_agency=OURS,
                to_agency=DEPARTMENT,
                name="P12_tra_loi",
                key=str(inspection),
                payload={},
                subject="Tự báo cáo",
                file_id=file,
                sent_at=office.now,
                attempts=5,
            )
        )
    return {"inspection": inspection, "letter": letter}
