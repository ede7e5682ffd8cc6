"""An audit that was held and found something, and the slip of it, for the addresses that name one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from qms.audits.tables import Audit, AuditChecklistLine, AuditFinding, AuditMember, AuditProgramme
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.nonconformities.tables import Nonconformity
from tests.office import Office

AGENCY = agency_id("VP-UBND-TN")
AUDIT, FINDING, SLIP = UUID(int=1), UUID(int=2), UUID(int=5)


def audited(office: Office) -> dict[str, object]:
    """The ids by the names that the addresses give them."""
    programme = AuditProgramme(
        id=UUID(int=3),
        agency_id=AGENCY,
        year=2026,
        edition=1,
        state="da_duyet",
        criteria="",
        methods="",
        recorded_at=office.now,
    )
    audit = Audit(
        id=AUDIT,
        agency_id=AGENCY,
        programme_id=programme.id,
        code="ĐG.2026.1.P-KT",
        unit_id=unit_id("VP-UBND-TN", "P-KT"),
        scope="Điều 8.5",
        planned_on=date(2026, 10, 15),
        held_on=date(2026, 10, 15),
        state="da_ket_thuc",
        reaudit_due_on=date(2026, 11, 16),
        answered_as="im_lang",
        answer="",
        recorded_at=office.now,
    )
    lead = AuditMember(audit_id=AUDIT, person_id=person_id("kieuoanh"), agency_id=AGENCY, part="truong_doan")
    question = AuditChecklistLine(
        id=UUID(int=4),
        agency_id=AGENCY,
        audit_id=AUDIT,
        position=1,
        source="ho_so_mau",
        clause="P06-2026-0001",
        question="Hồ sơ có đúng hạn không?",
        seen="Trễ hai ngày",
        verdict="kph_nhe",
    )
    finding = AuditFinding(
        id=FINDING,
        agency_id=AGENCY,
        audit_id=AUDIT,
        code="PH-2026-001",
        kind="kph_nhe",
        clause="8.5.1",
        evidence="Hồ sơ P06-2026-0001 trễ hai ngày.",
        description="Không theo dõi hạn.",
        found_on=date(2026, 10, 15),
        recorded_at=office.now,
    )
    slip = Nonconformity(
        id=SLIP,
        agency_id=AGENCY,
        code="KPH-2026-900",
        source="Đánh giá nội bộ",
        description="Không theo dõi hạn.",
        requirement="8.5.1",
        state="de_xuat",
        found_on=date(2026, 10, 15),
        recorded_at=office.now,
        search_text="",
        unit_id=unit_id("VP-UBND-TN", "P-KT"),
    )
    with office.system.store.transaction() as session:
        for rows in ([programme], [audit], [lead, question, finding, slip]):
            session.add_all(rows)
            session.flush()
    return {"audits.audit": AUDIT, "audits.finding": FINDING, "nonconformities.slip": SLIP}
