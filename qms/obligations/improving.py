"""What an office looks at and betters: law, audits, corrections, review, publication, simplification."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select

from engine.domain.local_time import day_text
from engine.store.tables import ProcessInstance
from qms.audits.tables import Audit, AuditFinding
from qms.documents.catalogue import catalogue_on
from qms.legal_updates.tables import LegalUpdate
from qms.nonconformities.tables import Nonconformity
from qms.obligations.asking import first, number, units
from qms.obligations.standing import Standing, State, Year, done, not_arisen, owed
from qms.publications.tables import Publication
from qms.reviews.tables import ManagementReview
from qms.simplification.rules import NOT_COUNTED
from qms.simplification.tables import Simplification

_HELD: Final = ("da_hop", "da_ket_luan", "da_xac_nhan")
_TENTH: Final = 10


def legal_updates(year: Year) -> Standing:
    """Every change of law that fell due was followed within three months."""
    rows = year.session.execute(
        select(LegalUpdate.closed_on, ProcessInstance.legal_due)
        .join(ProcessInstance, ProcessInstance.id == LegalUpdate.instance_id)
        .where(
            LegalUpdate.agency_id == year.agency,
            ProcessInstance.legal_due.between(year.first, year.last),
            ProcessInstance.state != "cancelled",
        )
    ).all()
    if not rows:
        return not_arisen("Không có văn bản nào đến hạn cập nhật.")
    closed_on = [(closed, due) for closed, due in rows if closed is not None]
    undone = len(rows) - len(closed_on)
    late = sum(due is not None and closed > due for closed, due in closed_on)
    if undone:
        return owed(f"{undone} trong {len(rows)} văn bản quá hạn 03 tháng mà chưa cập nhật xong.")
    last = max(closed for closed, _ in closed_on)
    if late:
        return Standing(
            state=State.LATE, proof=f"{late} trong {len(rows)} văn bản cập nhật sau hạn 03 tháng", day=last
        )
    return done(f"{len(rows)} văn bản, đều trong 03 tháng", last)


def only_approved(year: Year) -> Standing:
    """Every procedure of the catalogue has an approved version."""
    entries = catalogue_on(year.session, year.agency, year.last)
    without = [one.code for one in entries if not one.version]
    if without:
        return owed(f"{len(without)} thủ tục chưa có quy trình được phê duyệt.")
    return done(f"{len(entries)} thủ tục có phiên bản đang áp dụng")


def audits_held(year: Year) -> Standing:
    """Every unit was audited once in the year (OB-33)."""
    those = set(units(year))
    rows = year.session.execute(
        select(Audit.unit_id, func.max(Audit.held_on))
        .where(Audit.agency_id == year.agency, Audit.held_on.between(year.first, year.last))
        .group_by(Audit.unit_id)
    )
    held = {row[0]: row[1] for row in rows}
    if not held:
        return owed("Chưa đánh giá nội bộ.")
    left = those - held.keys()
    if left:
        return owed(f"Còn {len(left)} trong {len(those)} đơn vị chưa được đánh giá.")
    return done(f"{len(those)} đơn vị đã được đánh giá", max(day for day in held.values() if day is not None))


def one_audit_and_review(year: Year) -> Standing:
    """At least one internal audit and one management review in the year."""
    review = review_held(year)
    audits = _number_of_audits(year)
    if not audits:
        return owed("Chưa có cuộc đánh giá nội bộ nào trong năm.")
    if review.day is None:
        return review
    return done(f"{audits} cuộc đánh giá; {review.proof}", review.day)


def findings_corrected(year: Year) -> Standing:
    """What the audits found was corrected and looked at again within thirty days of the audit."""
    rows = year.session.execute(
        select(Audit.reaudit_due_on, Audit.reaudited_on)
        .join(AuditFinding, AuditFinding.audit_id == Audit.id)
        .where(
            Audit.agency_id == year.agency,
            Audit.held_on.between(year.first, year.last),
            AuditFinding.kind.in_(("kph_nang", "kph_nhe")),
        )
        .distinct()
    ).all()
    if not _number_of_audits(year):
        return owed("Chưa đánh giá nội bộ.")
    if not rows:
        return done("Không có điểm không phù hợp")
    looked_at = [(due, again) for due, again in rows if again is not None]
    undone = len(rows) - len(looked_at)
    if undone:
        return owed(f"{undone} cuộc đánh giá có điểm không phù hợp chưa được đánh giá lại.")
    last = max(again for _, again in looked_at)
    late = sum(due is not None and again > due for due, again in looked_at)
    proof = f"{len(rows)} cuộc đánh giá lại"
    return Standing(state=State.LATE if late else State.DISCHARGED, proof=proof, day=last)


def review_held(year: Year) -> Standing:
    """The head's review took place."""
    found = first(
        year,
        select(ManagementReview.held_on)
        .where(
            ManagementReview.agency_id == year.agency,
            ManagementReview.held_on.between(year.first, year.last),
            ManagementReview.state.in_(_HELD),
        )
        .order_by(ManagementReview.held_on),
    )
    if found is None:
        return owed("Chưa họp xem xét của lãnh đạo.")
    return done(f"họp ngày {day_text(found[0])}", found[0])


def validity_confirmed(year: Year) -> Standing:
    """The head said whether the system is effective."""
    found = first(
        year,
        select(ManagementReview.validity, ManagementReview.validity_confirmed_on).where(
            ManagementReview.agency_id == year.agency,
            ManagementReview.validity_confirmed_on.between(year.first, year.last),
        ),
    )
    if found is None:
        return owed("Người đứng đầu chưa xác nhận hiệu lực.")
    said = "có hiệu lực" if found[0] == "hieu_luc" else "cần khắc phục"
    return done(f"Xác nhận {said} ngày {day_text(found[1])}", found[1])


def published(year: Year) -> Standing:
    """Where the scope changed, it was published again and sent."""
    rows = year.session.execute(
        select(Publication.state, Publication.published_on).where(
            Publication.agency_id == year.agency,
            Publication.state != "huy",
            func.extract("year", Publication.recorded_at) == year.year,
        )
    ).all()
    if not rows:
        return not_arisen("Phạm vi không thay đổi.")
    days = [day for _, day in rows if day is not None]
    if len(days) < len(rows):
        return owed(f"{len(rows) - len(days)} lần công bố chưa xong.")
    return done(f"{len(rows)} lần công bố", max(days))


def simplified(year: Year) -> Standing:
    """Proposals for at least one procedure in ten (OB-11)."""
    scope = sum(not one.internal for one in catalogue_on(year.session, year.agency, year.last))
    proposed = number(
        year,
        select(func.count(Simplification.procedure_id.distinct())).where(
            Simplification.agency_id == year.agency,
            Simplification.year == year.year,
            Simplification.state.not_in(NOT_COUNTED),
        ),
    )
    said = f"{proposed} trên {scope} thủ tục"
    return done(said) if proposed * _TENTH >= scope else owed(f"{said}, chưa đủ 10%.")


def improved(year: Year) -> Standing:
    """Corrective actions and proposals of the year."""
    slips = number(
        year,
        select(func.count()).where(
            Nonconformity.agency_id == year.agency, Nonconformity.found_on.between(year.first, year.last)
        ),
    )
    proposals = number(
        year,
        select(func.count()).where(Simplification.agency_id == year.agency, Simplification.year == year.year),
    )
    if not slips and not proposals:
        return not_arisen("Không có phiếu hoặc đề xuất nào.")
    return done(f"{slips} phiếu khắc phục, {proposals} đề xuất cải tiến")


def _number_of_audits(year: Year) -> int:
    return number(
        year,
        select(func.count()).where(
            Audit.agency_id == year.agency, Audit.held_on.between(year.first, year.last)
        ),
    )
