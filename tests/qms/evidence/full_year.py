"""A year of the demo office with something in every register that evidence is taken from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.store.tables import StoredFile
from qms.audits.tables import Audit, AuditFinding, AuditProgramme
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion, ReadConfirmation
from qms.demo_office.loading import agency_id, person_id
from qms.documents.tables import Procedure
from qms.nonconformities.tables import CorrectiveAction, Nonconformity
from qms.organisation.tables import Unit
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.publications.tables import Publication, PublicationScope
from qms.reviews.tables import ManagementReview, ReviewDecision
from tests.office import Office, entry

AGENCY: Final = agency_id("VP-UBND-TN")
HEAD, SECRETARY, OWNER = (person_id(name) for name in ("chanhvp", "thuky", "xuanthuc"))
AUDITED: Final = date(2026, 3, 16)
CONTENT: Final = b"%PDF-1.7 proof of "


@dataclass(frozen=True, slots=True, kw_only=True)
class FullYear:
    """What later questions ask about."""

    case: UUID
    slip: UUID
    evidence_file: UUID


def fill(office: Office) -> FullYear:
    """A line for each of the thirteen items but the choice of consultants, of which no register is kept."""
    case = office.register(entry("91/2026/NĐ-CP", effective_on=date(2026, 9, 1)))
    with office.system.store.transaction() as session:
        writing = _Writing(session, office.now)
        publication = writing.publication(writing.review(writing.decision("QĐ", 125, "Công bố hệ thống")))
        writing.plan()
        writing.controlled()
        writing.audit()
        slip, proof = writing.slips()
        session.add(publication)
        session.add(
            ReadConfirmation(
                id=uuid4(),
                agency_id=AGENCY,
                instance_id=case,
                subject="QT-01 Kiểm soát tài liệu, lần ban hành 02",
                person_id=OWNER,
                given_at=office.now - timedelta(days=3),
                confirmed_at=office.now,
                closed_as="da_doc",
                note="",
            )
        )
    return FullYear(case=case, slip=slip, evidence_file=proof)


class _Writing:
    """Rows of one year."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now
        self._unit = session.scalars(
            select(Unit.id).where(Unit.agency_id == AGENCY, Unit.code == "P-HCTC")
        ).one()

    def _add(self, row: object) -> None:
        self._session.add(row)
        self._session.flush()

    def file(self, name: str, instance: UUID | None = None) -> UUID:
        content = CONTENT + name.encode()
        kept = uuid4()
        self._add(
            StoredFile(
                id=kept,
                agency_id=AGENCY,
                instance_id=instance,
                task_id=None,
                name=name,
                media_type="application/pdf",
                size=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
                content=content,
                uploaded_by=SECRETARY,
                uploaded_at=self._now,
            )
        )
        return kept

    def decision(self, kind: str, number: int, title: str) -> UUID:
        kept = uuid4()
        self._add(
            OutgoingDocument(
                id=kept,
                agency_id=AGENCY,
                kind=kind,
                title=title,
                state="issued",
                content={},
                capacity="",
                signed_by=HEAD,
                signed_at=self._now,
                number=number,
                symbol=f"{kind}-VP",
                dated_on=date(2026, 4, 6),
                issued_at=self._now,
                file_id=self.file(f"{kind} số {number}: {title}.pdf"),
                revoked_reason="",
                search_text="",
                recorded_at=self._now,
            )
        )
        return kept

    def review(self, decision: UUID) -> tuple[UUID, UUID]:
        kept = uuid4()
        self._add(
            ManagementReview(
                id=kept,
                agency_id=AGENCY,
                year=2026,
                ordinal=1,
                state="da_xac_nhan",
                held_on=date(2026, 4, 2),
                chaired_by=HEAD,
                minutes_id=self.decision("BB", 3, "Họp xem xét của lãnh đạo"),
                conclusions_id=self.decision("TB", 9, "Kết luận"),
                validity="hieu_luc",
                validity_confirmed_on=date(2026, 4, 3),
                validity_confirmed_by=HEAD,
                recorded_at=self._now,
            )
        )
        self._add(
            ReviewDecision(
                id=uuid4(),
                agency_id=AGENCY,
                review_id=kept,
                code="XX-2026-01",
                kind="cai_tien",
                what="Rút ngắn thời gian cấp bản sao",
                owner_id=OWNER,
                due_on=date(2026, 6, 30),
                state="dang_thuc_hien",
                result="",
                recorded_at=self._now,
            )
        )
        return kept, decision

    def publication(self, review_and_decision: tuple[UUID, UUID]) -> Publication:
        review, decision = review_and_decision
        notice, kept = uuid4(), uuid4()
        self._add(
            Dispatch(
                id=notice,
                agency_id=AGENCY,
                document_id=decision,
                deliverable="QD_CONG_BO",
                year=2026,
                addressee="Sở Khoa học và Công nghệ",
                channel="trong_he_thong",
                sent_at=self._now - timedelta(days=200),
                received_at=self._now - timedelta(days=199),
                proof="bien_nhan",
                proof_file_id=self.file("biên nhận.pdf"),
                reference="BN-77",
            )
        )
        publication = Publication(
            id=kept,
            agency_id=AGENCY,
            ordinal=2,
            kind="cong_bo_lai",
            trigger="pham_vi_thay_doi",
            state="da_cong_bo",
            standard="TCVN ISO 9001:2015",
            review_id=review,
            decision_id=decision,
            dispatch_id=notice,
            posted_on=date(2026, 4, 8),
            posted_file_id=self.file("ảnh niêm yết.jpg"),
            web_address="https://vp.tayninh.example/iso",
            web_on=date(2026, 4, 8),
            published_on=date(2026, 4, 8),
            recorded_at=self._now,
        )
        self._add(publication)
        known = self._session.scalars(
            select(Procedure).where(Procedure.agency_id == AGENCY).order_by(Procedure.code).limit(1)
        ).one()
        self._add(
            PublicationScope(
                id=uuid4(),
                agency_id=AGENCY,
                publication_id=kept,
                procedure_id=known.id,
                code=known.code,
                name=known.name,
                field=known.field,
                version="01",
                change="them",
            )
        )
        return publication

    def plan(self) -> None:
        self.decision("KH", 12, "Duy trì và cải tiến hệ thống năm 2026")

    def controlled(self) -> None:
        kept = uuid4()
        self._add(
            ControlledDocument(
                id=kept,
                agency_id=AGENCY,
                code="QT-01",
                name="Kiểm soát tài liệu",
                kind="quy_trinh",
                model_key="",
                clause="7.5",
                review_months=12,
                search_text="",
                recorded_at=self._now,
            )
        )
        self._add(
            ControlledVersion(
                id=uuid4(),
                agency_id=AGENCY,
                document_id=kept,
                label="02",
                state="hieu_luc",
                reason="cai_tien",
                summary="Bỏ bước ký nháy",
                effective_on=date(2026, 5, 4),
                approved_by=HEAD,
                approved_at=self._now,
                decision_number="",
                file_id=self.file("QT-01 lần 02.docx"),
                recorded_at=self._now,
            )
        )

    def audit(self) -> None:
        programme, audit = uuid4(), uuid4()
        self._add(
            AuditProgramme(
                id=programme,
                agency_id=AGENCY,
                year=2026,
                edition=1,
                state="da_duyet",
                criteria="ISO 9001:2015",
                methods="Phỏng vấn",
                document_id=self.decision("KH", 8, "Chương trình đánh giá nội bộ"),
                recorded_at=self._now,
            )
        )
        self._add(
            Audit(
                id=audit,
                agency_id=AGENCY,
                programme_id=programme,
                code="DG-2026-01",
                unit_id=self._unit,
                scope="7.5",
                held_on=AUDITED,
                state="da_ket_thuc",
                reaudit_due_on=AUDITED + timedelta(days=30),
                answered_as="dong_y",
                answer="",
                recorded_at=self._now,
            )
        )
        self._add(
            AuditFinding(
                id=uuid4(),
                agency_id=AGENCY,
                audit_id=audit,
                code="PH-2026-01",
                kind="kph_nhe",
                clause="7.5.3",
                evidence="Tủ số 2",
                description="Anh Thức dùng biểu mẫu hết hiệu lực",
                found_on=AUDITED,
                recorded_at=self._now,
            )
        )

    def slips(self) -> tuple[UUID, UUID]:
        self._slip("KPH-2026-02", "phan_anh_kien_nghi", "Chị B phản ánh hẹn lại hai lần")
        proof = self.file("../../bằng chứng\\khắc phục?.PDF")
        slip = self._slip("KPH-2026-01", "danh_gia_noi_bo", "Anh Thức dùng biểu mẫu hết hiệu lực")
        self._add(
            CorrectiveAction(
                id=uuid4(),
                agency_id=AGENCY,
                nonconformity_id=slip,
                position=1,
                what="Thu hồi biểu mẫu cũ",
                owner_id=OWNER,
                due_on=date(2026, 4, 1),
                done_on=date(2026, 3, 30),
                result="Đã thu hồi",
                file_id=proof,
                recorded_at=self._now,
            )
        )
        return slip, proof

    def _slip(self, code: str, source: str, description: str) -> UUID:
        kept = uuid4()
        self._add(
            Nonconformity(
                id=kept,
                agency_id=AGENCY,
                code=code,
                source=source,
                description=description,
                requirement="ISO 9001:2015, 7.5.3",
                state="da_dong",
                found_on=AUDITED,
                recorded_at=self._now,
                search_text="",
                due_on=AUDITED + timedelta(days=30),
                closed_on=date(2026, 4, 10),
            )
        )
        return kept
