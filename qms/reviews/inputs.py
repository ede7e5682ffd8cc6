"""The inputs of a review reckoned from the registers, a to f (ISO 9001:2015, 9.3.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day, start_of_day
from qms.audits.tables import Audit, AuditFinding, AuditorCompetence
from qms.budget.figures import budget_sentence
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.nonconformities.clocks import late, met_on
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity
from qms.objectives.review_input import objective_figures
from qms.organisation.tables import Person, Unit
from qms.reviews.case_figures import office_cases, system_cases
from qms.reviews.changes import changes
from qms.reviews.figures import InputFigures, Line, Register, table, unknown
from qms.reviews.period import Period
from qms.reviews.rules import DecisionState, ReviewItem
from qms.reviews.tables import ReviewDecision
from qms.risks.review_input import risk_figures


def reckon_inputs(session: Session, period: Period) -> Mapping[ReviewItem, InputFigures]:
    """All twelve inputs in the order of the standard."""
    return {item: _RECKONED[item](session, period) for item in ReviewItem}


def open_decisions(session: Session, agency: UUID, review: UUID) -> tuple[ReviewDecision, ...]:
    """What earlier reviews decided and is not done, the earliest date first: carried over into this one."""
    return tuple(
        session.scalars(
            select(ReviewDecision)
            .where(
                ReviewDecision.agency_id == agency,
                ReviewDecision.review_id != review,
                ReviewDecision.state == DecisionState.OPEN,
            )
            .order_by(ReviewDecision.due_on, ReviewDecision.code)
        )
    )


def _past_decisions(session: Session, period: Period) -> InputFigures:
    rows = session.execute(
        select(ReviewDecision, Person.full_name)
        .join(Person, Person.id == ReviewDecision.owner_id)
        .where(
            ReviewDecision.agency_id == period.agency,
            ReviewDecision.review_id != period.review,
            # What ended before the last review was told there.
            (ReviewDecision.state == DecisionState.OPEN) | (ReviewDecision.ended_on >= period.since),
        )
        .order_by(ReviewDecision.due_on, ReviewDecision.code)
    ).all()
    left = [row for row, _ in rows if row.state == DecisionState.OPEN]
    late = sum(row.due_on < period.until for row in left)
    lines = (
        Line(
            cells=(row.code, row.what, owner, row.due_on, row.state),
            register=Register.DECISION,
            id=row.id,
        )
        for row, owner in rows
    )
    return InputFigures(
        tables=(table("decisions", ("code", "what", "owner", "due_on", "decision_state"), lines),),
        summary=f"{len(rows)} việc; đã kết thúc {len(rows) - len(left)}; "
        f"chuyển tiếp {len(left)}, trong đó quá hạn {late}.",
    )


def _nonconformities(session: Session, period: Period) -> InputFigures:
    rows = session.execute(
        select(Nonconformity, Unit.name, met_on())
        .outerjoin(Unit, Unit.id == Nonconformity.unit_id)
        .where(
            Nonconformity.agency_id == period.agency,
            Nonconformity.found_on <= period.until,
            (Nonconformity.found_on >= period.since)
            | (Nonconformity.closed_on >= period.since)
            | (Nonconformity.state != NonconformityState.CLOSED),
        )
        .order_by(Nonconformity.found_on, Nonconformity.code)
    ).all()
    ended = (NonconformityState.CLOSED, NonconformityState.CARRIED_OVER)
    left = [row for row, _, _ in rows if row.state not in ended]
    overdue = sum(late(row, met, period.until) for row, _, met in rows)
    lines = (
        Line(
            cells=(row.code, row.found_on, row.source, row.description, unit or "", row.state, row.due_on),
            register=Register.NONCONFORMITY,
            id=row.id,
        )
        for row, unit, _ in rows
    )
    columns = ("code", "found_on", "source", "description", "unit", "slip_state", "due_on")
    return InputFigures(
        tables=(table("nonconformities", columns, lines),),
        summary=f"{len(rows)} phiếu; đã đóng {len(rows) - len(left)}; còn mở {len(left)}, quá hạn {overdue}.",
    )


def _audits(session: Session, period: Period) -> InputFigures:
    in_period = func.coalesce(Audit.held_on, Audit.planned_on).between(period.since, period.until)
    audits = session.execute(
        select(Audit, Unit.name, func.count(AuditFinding.id))
        .join(Unit, Unit.id == Audit.unit_id)
        .outerjoin(
            AuditFinding,
            (AuditFinding.audit_id == Audit.id) & AuditFinding.kind.in_(("kph_nang", "kph_nhe")),
        )
        .where(Audit.agency_id == period.agency, in_period)
        .group_by(Audit.id, Unit.name)
        .order_by(Audit.code)
    ).all()
    if not audits:
        return unknown()
    lines = (
        Line(
            cells=(audit.code, unit, audit.planned_on, audit.held_on, count, audit.state),
            register=Register.AUDIT,
            id=audit.id,
        )
        for audit, unit, count in audits
    )
    held = sum(audit.held_on is not None for audit, _, _ in audits)
    found = sum(count for _, _, count in audits)
    columns = ("code", "unit", "planned_on", "held_on", "found", "audit_state")
    return InputFigures(
        tables=(table("audits", columns, lines),),
        summary=f"{len(audits)} cuộc đánh giá nội bộ, đã thực hiện {held}; {found} điểm không phù hợp. "
        "Kiểm tra của cấp trên: chưa có dữ liệu trong hệ thống.",
    )


def _resources(session: Session, period: Period) -> InputFigures:
    staff = session.execute(
        select(Unit.name, func.count(Person.id))
        .select_from(Person)
        .join(Unit, Unit.id == Person.unit_id)
        .where(Person.agency_id == period.agency, Person.active)
        .group_by(Unit.name, Unit.position)
        .order_by(Unit.position, Unit.name)
    ).all()
    auditors = session.scalar(
        select(func.count(AuditorCompetence.person_id.distinct())).where(
            AuditorCompetence.agency_id == period.agency,
            AuditorCompetence.valid_from <= period.until,
            AuditorCompetence.valid_to.is_(None) | (AuditorCompetence.valid_to > period.until),
        )
    )
    return InputFigures(
        tables=(table("people", ("unit", "people"), (Line(cells=(name, count)) for name, count in staff)),),
        summary=f"{sum(count for _, count in staff)} người; {auditors or 0} đánh giá viên nội bộ còn hiệu "
        f"lực chứng nhận. {budget_sentence(session, period.agency, period.until.year)}"
        " Đào tạo: chưa có dữ liệu trong hệ thống.",
    )


def _improvements(session: Session, period: Period) -> InputFigures:
    findings = session.execute(
        select(
            AuditFinding.code, AuditFinding.description, AuditFinding.found_on, AuditFinding.audit_id
        ).where(
            AuditFinding.agency_id == period.agency,
            AuditFinding.kind == "co_hoi",
            AuditFinding.found_on.between(period.since, period.until),
        )
    )
    requests = session.execute(
        select(
            ControlledDocument.code,
            ControlledVersion.summary,
            ControlledVersion.recorded_at,
            ControlledVersion.instance_id,
        )
        .join(ControlledDocument, ControlledDocument.id == ControlledVersion.document_id)
        .where(
            ControlledVersion.agency_id == period.agency,
            ControlledVersion.reason.startswith("cai_tien"),
            ControlledVersion.recorded_at >= start_of_day(period.since),
        )
    )
    lines = [
        *(
            Line(cells=(code, what, day), register=Register.AUDIT, id=audit)
            for code, what, day, audit in findings
        ),
        *(
            Line(cells=(code, what, local_day(at)), register=Register.CASE if case else None, id=case)
            for code, what, at, case in requests
        ),
    ]
    if not lines:
        return unknown()
    return InputFigures(
        tables=(table("improvements", ("code", "what", "found_on"), lines),),
        summary=f"{len(lines)} cơ hội cải tiến từ đánh giá nội bộ và yêu cầu sửa tài liệu.",
    )


def _no_register(_session: Session, _period: Period) -> InputFigures:
    return unknown()


_RECKONED: Final[Mapping[ReviewItem, Callable[[Session, Period], InputFigures]]] = {
    ReviewItem.PAST_DECISIONS: _past_decisions,
    ReviewItem.CHANGES: changes,
    ReviewItem.FEEDBACK: _no_register,
    ReviewItem.OBJECTIVES: objective_figures,
    ReviewItem.PERFORMANCE: lambda session, period: office_cases(
        session, period.agency, period.since, period.until
    ),
    ReviewItem.NONCONFORMITIES: _nonconformities,
    ReviewItem.MONITORING: lambda session, period: system_cases(
        session, period.agency, period.since, period.until
    ),
    ReviewItem.AUDITS: _audits,
    ReviewItem.PROVIDERS: _no_register,
    ReviewItem.RESOURCES: _resources,
    ReviewItem.RISKS: risk_figures,
    ReviewItem.IMPROVEMENTS: _improvements,
}
