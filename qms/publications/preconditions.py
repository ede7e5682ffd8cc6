"""What has to be there before a publication (19/2014/QĐ-TTg, Article 4; 26/2014/TT-BKHCN, Article 36)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.local_time import day_text
from qms.audits.tables import Audit, AuditFinding
from qms.documents.catalogue import CatalogueEntry
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity
from qms.publications.scope import ScopeDifference, told
from qms.reviews.tables import ManagementReview

ENDED_AUDITS: Final = ("da_ket_thuc", "da_danh_gia_lai")
CONCLUDED_REVIEWS: Final = ("da_ket_luan", "da_xac_nhan")
NONCONFORMING: Final = ("kph_nang", "kph_nhe")
PLANNED: Final = frozenset(
    {
        NonconformityState.IN_PROGRESS,
        NonconformityState.BEING_VERIFIED,
        NonconformityState.CLOSED,
    }
)
"""From the approval of its plan on; a slip carried over is judged by the one that follows it."""
_MOST_NAMED: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What the registers say on a day."""

    day: date
    audited_on: date | None
    """The latest audit that has ended."""
    open_slips: tuple[str, ...]
    """Nonconformities of the last twelve months' audits without an approved plan."""
    reviewed_on: date | None
    review: UUID | None
    validity: str
    validity_confirmed_on: date | None
    unapproved: tuple[str, ...]
    """Administrative procedures of the catalogue without an approved version."""


def year_before(day: date) -> date:
    """The day twelve months earlier; of 29/02 the last day of February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def missing_grounds(found: Grounds) -> tuple[str, ...]:
    """What is missing, in sentences that say what to do; none where a publication may go on."""
    since = year_before(found.day)
    return tuple(
        sentence
        for sentence in (
            _audit(found, since),
            _slips(found),
            _review(found, since),
            _validity(found),
            _versions(found),
        )
        if sentence
    )


def _audit(found: Grounds, since: date) -> str:
    if found.audited_on is None:
        return "Chưa có đợt đánh giá nội bộ nào kết thúc. Tiến hành đánh giá nội bộ (P07)."
    if found.audited_on < since:
        day = day_text(found.audited_on)
        return f"Đánh giá nội bộ gần nhất ngày {day}, đã quá 12 tháng. Tiến hành đánh giá nội bộ (P07)."
    return ""


def _slips(found: Grounds) -> str:
    if not found.open_slips:
        return ""
    return (
        f"{len(found.open_slips)} điểm không phù hợp chưa có kế hoạch khắc phục được duyệt: "
        f"{_shown(found.open_slips)}. Phê duyệt biện pháp trong phiếu (P08)."
    )


def _review(found: Grounds, since: date) -> str:
    if found.reviewed_on is None:
        return "Chưa có cuộc họp xem xét của lãnh đạo nào có kết luận. Tổ chức họp (P09)."
    if found.reviewed_on < since:
        day = day_text(found.reviewed_on)
        return f"Họp xem xét của lãnh đạo gần nhất ngày {day}, đã quá 12 tháng. Tổ chức họp (P09)."
    return ""


def _validity(found: Grounds) -> str:
    if found.reviewed_on is None:
        return ""
    if found.validity == "can_khac_phuc":
        return "Lần xem xét gần nhất kết luận hệ thống cần khắc phục, chưa xác nhận hiệu lực."
    if found.validity != "hieu_luc" or found.validity_confirmed_on is None:
        return "Người đứng đầu chưa xác nhận hiệu lực của hệ thống (Điều 4 khoản 2 điểm d)."
    return ""


def _versions(found: Grounds) -> str:
    if not found.unapproved:
        return ""
    return (
        f"{len(found.unapproved)} thủ tục hành chính của danh mục chưa có quy trình được duyệt: "
        f"{_shown(found.unapproved)}. Ban hành quy trình (P05)."
    )


def _shown(codes: Sequence[str]) -> str:
    rest = len(codes) - _MOST_NAMED
    return ", ".join(codes[:_MOST_NAMED]) + (f" và {rest} mục khác" if rest > 0 else "")


def grounds_on(session: Session, agency: UUID, day: date, catalogue: Sequence[CatalogueEntry]) -> Grounds:
    """Read the registers of audits, slips, reviews and procedures."""
    review = session.scalars(
        select(ManagementReview)
        .where(
            ManagementReview.agency_id == agency,
            ManagementReview.state.in_(CONCLUDED_REVIEWS),
            ManagementReview.held_on.is_not(None),
        )
        .order_by(ManagementReview.held_on.desc(), ManagementReview.ordinal.desc())
        .limit(1)
    ).first()
    return Grounds(
        day=day,
        audited_on=session.scalar(
            select(func.max(Audit.held_on)).where(
                Audit.agency_id == agency, Audit.state.in_(ENDED_AUDITS), Audit.held_on <= day
            )
        ),
        open_slips=_open_slips(session, agency, year_before(day)),
        reviewed_on=review.held_on if review else None,
        review=review.id if review else None,
        validity=review.validity if review else "",
        validity_confirmed_on=review.validity_confirmed_on if review else None,
        unapproved=tuple(one.code for one in catalogue if not one.internal and not one.version),
    )


def _open_slips(session: Session, agency: UUID, since: date) -> tuple[str, ...]:
    """Findings without a slip by their own code, slips without an approved plan by theirs."""
    rows = session.execute(
        select(AuditFinding.code, AuditFinding.nonconformity_id)
        .join(Audit, Audit.id == AuditFinding.audit_id)
        .where(
            AuditFinding.agency_id == agency,
            AuditFinding.kind.in_(NONCONFORMING),
            Audit.held_on >= since,
        )
        .order_by(AuditFinding.code)
    ).all()
    without = [code for code, slip in rows if slip is None]
    slips = {slip for _, slip in rows if slip is not None}
    return (*without, *_unplanned(session, slips))


def _unplanned(session: Session, slips: Iterable[UUID]) -> list[str]:
    """The codes of slips without an approved plan, those that follow a slip carried over included."""
    asked: set[UUID] = set()
    asking = set(slips)
    found: list[str] = []
    while asking:
        asked |= asking
        for row in session.scalars(select(Nonconformity).where(Nonconformity.id.in_(asking))):
            state = NonconformityState(row.state)
            if state is not NonconformityState.CARRIED_OVER and state not in PLANNED:
                found.append(row.code)
        following = session.scalars(select(Nonconformity.id).where(Nonconformity.reissue_of.in_(asking)))
        asking = set(following) - asked
    return sorted(found)


def difference_told(found: ScopeDifference, *, first: bool) -> str:
    """The difference as the form shows it."""
    if first:
        return f"Công bố lần đầu: {len(found.added)} thủ tục, quy trình."
    return told(found)
