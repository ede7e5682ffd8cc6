"""A proposal to simplify a procedure, for the addresses that name one."""

from __future__ import annotations

from uuid import UUID

from engine.domain.identifiers import derived_id, fresh_id
from qms.demo_office.loading import agency_id, person_id
from qms.simplification.tables import Simplification
from tests.office import Office

AGENCY = "VP-UBND-TN"


def simplified(office: Office) -> UUID:
    """A proposal that an officer made."""
    key = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            Simplification(
                id=key,
                agency_id=agency_id(AGENCY),
                code="DGH-2026-900",
                year=2026,
                procedure_id=derived_id("procedure", AGENCY, "1.013225"),
                kinds=["thoi_gian"],
                current="10 ngày",
                proposed="06 ngày",
                reason="Trùng bước.",
                competence="co_quan",
                state="de_xuat",
                proposed_by=person_id("giabao"),
                proposed_on=office.today,
                answer="",
                measured="",
                recorded_at=office.now,
                search_text="dgh-2026-900",
            )
        )
    return key
