"""What the improvement loop leaves: audit, slip, document, publication; a review, a pack, a proposal."""

from __future__ import annotations

from datetime import date

from engine.domain.identifiers import fresh_id
from qms.demo_office.loading import agency_id, person_id
from qms.evidence.tables import EvidencePackRow
from qms.migrations.tables import MigrationProposal
from qms.reviews.tables import ManagementReview, ReviewAttendance, ReviewDecision, ReviewInput
from tests.engine.cases import AGENCY
from tests.office import Office
from tests.qms.whole_chain import WholeChain


def improvement_loop(office: Office) -> None:
    """The chain from the audit to the publication, and rows of the rooms that it does not reach."""
    chain = WholeChain(office)
    chain.audited()
    chain.corrected()
    chain.document_changed()
    chain.published()
    chain.audited_again()
    _rows(office)


def _rows(office: Office) -> None:
    agency, thuky, now = agency_id(AGENCY), person_id("thuky"), office.now
    with office.system.store.transaction() as session:
        review = ManagementReview(
            agency_id=agency,
            year=2025,
            ordinal=2,
            state="da_xac_nhan",
            held_on=date(2025, 11, 20),
            validity="hieu_luc",
            validity_confirmed_on=date(2025, 11, 21),
            recorded_at=now,
        )
        review.id = fresh_id()
        session.add(review)
        session.flush()
        session.add(
            ReviewInput(
                id=fresh_id(),
                agency_id=agency,
                review_id=review.id,
                item="a",
                data={},
                comment="",
                conclusion="",
                reckoned_at=now,
            )
        )
        session.add(
            ReviewAttendance(review_id=review.id, person_id=thuky, agency_id=agency, came="co_mat", note="")
        )
        session.add(
            ReviewDecision(
                id=fresh_id(),
                agency_id=agency,
                review_id=review.id,
                code="XXLD-2025-001",
                kind="khac",
                what="Thử",
                owner_id=thuky,
                due_on=date(2025, 12, 31),
                state="da_xong",
                result="Xong",
                ended_on=date(2025, 12, 1),
                recorded_at=now,
            )
        )
        session.add(
            EvidencePackRow(
                id=fresh_id(),
                agency_id=agency,
                year=2025,
                state="failed",
                asked_by=thuky,
                asked_at=now,
                attempts=1,
                done=0,
                total=0,
                listing={},
                failure={"vi": "Thử", "en": "Trial"},
                sha256="",
                size=0,
            )
        )
        session.add(
            MigrationProposal(
                id=fresh_id(),
                agency_id=agency,
                key="QMS_P87_MOI",
                from_version=1,
                to_version=2,
                mapping={},
                cases=[],
                plan_sha256="0" * 64,
                reason="Thử",
                state="proposed",
                proposed_by=thuky,
                proposed_at=now,
                answer="",
                outcome=[],
            )
        )
