"""Whether a year is whole: plan, objectives, audits, re-audits, review, reports; each with its proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from engine.domain.local_time import day_text, local_day
from qms.audits.tables import Audit, AuditProgramme
from qms.audits.units import units_on
from qms.objectives.tables import Objective
from qms.organisation.tables import Unit
from qms.outgoing.tables import OutgoingDocument
from qms.plans.tables import YearPlan
from qms.reports.tables import YearReport
from qms.reviews.tables import ManagementReview
from qms.years.entering import ItemState
from qms.years.owing import REPORT
from qms.years.tables import QmsYear, YearItem

Said = tuple[str, str]
"""A sentence in Vietnamese and in English."""
_REVIEWED = ("da_hop", "da_ket_luan", "da_xac_nhan")
_OBJECTIVES_ISSUED = ("da_ban_hanh", "dat", "khong_dat")
_PLANS_ISSUED = ("da_ban_hanh", "bi_thay")


class YearPart(StrEnum):
    """What a year consists of (19/2014/QĐ-TTg, Article 4)."""

    PLAN = "ke_hoach"
    OBJECTIVES = "muc_tieu"
    AUDIT = "danh_gia"
    REAUDIT = "danh_gia_lai"
    REVIEW = "xem_xet"
    REPORT = "bao_cao"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What shows that a part is there, with its case and its issued document where there are such."""

    what: Said
    day: date | None
    instance: UUID | None = None
    document: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartStanding:
    """One part: its proofs, and what is missing."""

    part: YearPart
    proofs: Sequence[Proof]
    missing: Sequence[Said]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """The year on a day, part by part."""

    year: int
    parts: tuple[PartStanding, ...]

    @property
    def complete(self) -> bool:
        """Whether every part is there."""
        return all(part.complete for part in self.parts)

    @property
    def done(self) -> int:
        """How many of the parts are there."""
        return sum(part.complete for part in self.parts)

    def part(self, part: YearPart) -> PartStanding:
        """One of them."""
        return next(one for one in self.parts if one.part is part)


def completeness(session: Session, agency: UUID, year: int, today: date) -> Completeness:
    """How whole the year of an agency is on a day; works for a year that nobody opened, too."""
    items = {
        (row.process, row.subject): row
        for row in session.scalars(
            select(YearItem)
            .join(QmsYear, QmsYear.id == YearItem.year_id)
            .where(YearItem.agency_id == agency, QmsYear.year == year)
        )
    }
    day = min(max(today, date(year, 1, 1)), date(year, 12, 31))
    return Completeness(
        year=year,
        parts=(
            _plan(session, agency, year, items.get(("P01", ""))),
            _objectives(session, agency, year, items.get(("P02", ""))),
            _audit(session, agency, year, day),
            _reaudit(session, agency, year, today),
            _review(session, agency, year),
            _report(session, agency, year, [row for row in items.values() if row.process == REPORT]),
        ),
    )


def missing_of_law(found: Completeness) -> tuple[Said, ...]:
    """Without what a year is not closed: one audit and one review (19/2014/QĐ-TTg, Article 4, 4 b)."""
    audit, review = found.part(YearPart.AUDIT), found.part(YearPart.REVIEW)
    lacking: list[Said] = []
    if not audit.proofs:
        lacking.append(
            ("chưa có cuộc đánh giá nội bộ nào trong năm", "no internal audit was held in the year")
        )
    lacking.extend(review.missing)
    return tuple(lacking)


def _waived(item: YearItem | None) -> tuple[Proof, ...]:
    if item is None or item.state != ItemState.WAIVED:
        return ()
    return (
        Proof(
            what=(f"Không áp dụng: {item.reason}", f"Does not apply: {item.reason}"),
            day=None,
            instance=item.instance_id,
        ),
    )


def _documented(session: Session, rows: Select[UUID | None, UUID | None], name: Said) -> tuple[Proof, ...]:
    """Register lines with their issued documents."""
    found: dict[UUID | None, Proof] = {}
    for instance, document in session.execute(rows).all():
        issued = session.get(OutgoingDocument, document) if document else None
        number = f" {issued.number:02d}/{issued.symbol}" if issued and issued.number else ""
        found.setdefault(
            document or instance,
            Proof(
                what=(name[0] + number, name[1] + number),
                day=issued.dated_on if issued else None,
                instance=instance,
                document=document,
            ),
        )
    return tuple(found.values())


def _plan(session: Session, agency: UUID, year: int, item: YearItem | None) -> PartStanding:
    rows = (
        select(YearPlan.instance_id, YearPlan.document_id)
        .where(YearPlan.agency_id == agency, YearPlan.year == year, YearPlan.state.in_(_PLANS_ISSUED))
        .order_by(YearPlan.edition.desc())
    )
    proofs = (*_documented(session, rows, ("Kế hoạch năm", "Plan of the year")), *_waived(item))
    missing: Said = ("kế hoạch năm chưa ban hành", "the plan of the year is not issued")
    return PartStanding(part=YearPart.PLAN, proofs=proofs, missing=() if proofs else (missing,))


def _objectives(session: Session, agency: UUID, year: int, item: YearItem | None) -> PartStanding:
    rows = (
        select(Objective.instance_id, Objective.document_id)
        .where(
            Objective.agency_id == agency,
            Objective.year == year,
            Objective.unit_id.is_(None),
            Objective.state.in_(_OBJECTIVES_ISSUED),
        )
        .order_by(Objective.code)
    )
    proofs = (*_documented(session, rows, ("Mục tiêu chất lượng", "Quality objectives")), *_waived(item))
    missing: Said = (
        "mục tiêu chất lượng của cơ quan chưa ban hành",
        "the quality objectives of the agency are not issued",
    )
    return PartStanding(part=YearPart.OBJECTIVES, proofs=proofs, missing=() if proofs else (missing,))


def _audits_of(session: Session, agency: UUID, year: int) -> list[tuple[Audit, str, UUID | None]]:
    rows = session.execute(
        select(Audit, Unit.name, AuditProgramme.instance_id)
        .join(AuditProgramme, AuditProgramme.id == Audit.programme_id)
        .join(Unit, Unit.id == Audit.unit_id)
        .where(
            Audit.agency_id == agency,
            AuditProgramme.year == year,
            Audit.held_on.is_not(None),
            Audit.state != "huy",
        )
        .order_by(Audit.held_on, Audit.code)
    )
    return [(audit, unit, instance) for audit, unit, instance in rows]


def _audit(session: Session, agency: UUID, year: int, day: date) -> PartStanding:
    held = _audits_of(session, agency, year)
    audited = {audit.unit_id for audit, _, _ in held}
    left = [unit.name for unit in units_on(session, agency, day) if unit.id not in audited]
    return PartStanding(
        part=YearPart.AUDIT,
        proofs=[
            Proof(what=(f"Đánh giá {unit}", f"Audit of {unit}"), day=audit.held_on, instance=instance)
            for audit, unit, instance in held
        ],
        missing=[(f"chưa đánh giá {name}", f"{name} has not been audited") for name in left],
    )


def _reaudit(session: Session, agency: UUID, year: int, today: date) -> PartStanding:
    proofs, missing = [], []
    held = _audits_of(session, agency, year)
    if not held:
        missing.append(
            (
                "chưa có cuộc đánh giá nội bộ nào nên chưa biết phải đánh giá lại ở đâu",
                "no internal audit was held, so it is not known what to audit again",
            )
        )
    for audit, unit, instance in held:
        if audit.reaudited_on is not None:
            proofs.append(
                Proof(
                    what=(f"Đánh giá lại {unit}", f"Re-audit of {unit}"),
                    day=audit.reaudited_on,
                    instance=instance,
                )
            )
        elif audit.reaudit_due_on is not None:
            late = audit.reaudit_due_on < today
            due = day_text(audit.reaudit_due_on)
            missing.append(
                (
                    f"{'quá hạn' if late else 'còn'} đánh giá lại {unit}, hạn {due}",
                    f"re-audit of {unit} {'is late' if late else 'is open'}, due {due}",
                )
            )
    return PartStanding(part=YearPart.REAUDIT, proofs=proofs, missing=missing)


def _review(session: Session, agency: UUID, year: int) -> PartStanding:
    rows = session.scalars(
        select(ManagementReview)
        .where(
            ManagementReview.agency_id == agency,
            ManagementReview.year == year,
            ManagementReview.held_on.is_not(None),
            ManagementReview.state.in_(_REVIEWED),
        )
        .order_by(ManagementReview.ordinal)
    ).all()
    proofs = [
        Proof(
            what=(f"Xem xét của lãnh đạo lần {row.ordinal}", f"Management review no. {row.ordinal}"),
            day=row.held_on,
            instance=row.instance_id,
            document=row.minutes_id,
        )
        for row in rows
    ]
    missing: Said = ("chưa họp xem xét của lãnh đạo trong năm", "no management review was held in the year")
    return PartStanding(part=YearPart.REVIEW, proofs=proofs, missing=() if proofs else (missing,))


def _report(session: Session, agency: UUID, year: int, items: Sequence[YearItem]) -> PartStanding:
    sent = session.scalars(
        select(YearReport)
        .where(YearReport.agency_id == agency, YearReport.year == year, YearReport.submitted_at.is_not(None))
        .order_by(YearReport.submitted_at)
    ).all()
    proofs = [
        Proof(
            what=(row.title, row.title),
            day=local_day(row.submitted_at) if row.submitted_at else None,
            instance=row.instance_id,
            document=row.document_id,
        )
        for row in sent
    ]
    kinds = {row.kind for row in sent}
    for item in items:
        proofs.extend(_waived(item))
    missing = list(_reports_missing(items, kinds)) if items else []
    if not items and not kinds & {"BC_NAM", "BC_TIEN_DO"}:
        missing.append(("chưa gửi báo cáo năm", "the report of the year has not been sent"))
    return PartStanding(part=YearPart.REPORT, proofs=proofs, missing=missing)


def _reports_missing(items: Sequence[YearItem], kinds: set[str]) -> Iterator[Said]:
    for item in sorted(items, key=lambda one: (one.legal_due or one.starts_on, one.subject)):
        if item.state in (ItemState.WAIVED, ItemState.DONE) or item.subject in kinds:
            continue
        due = f", hạn {day_text(item.legal_due)}" if item.legal_due else ""
        english = f", due {day_text(item.legal_due)}" if item.legal_due else ""
        yield f"chưa gửi {item.name}{due}", f"{item.name} has not been sent{english}"
