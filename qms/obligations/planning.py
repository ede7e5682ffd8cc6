"""What an office plans and prepares: plan, objectives, risks, money, training, people."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select

from engine.domain.local_time import day_text
from qms.audits.tables import AuditorCompetence
from qms.budget.tables import BudgetLine, BudgetYear
from qms.committee.tables import CommitteeCheck, CommitteeMember
from qms.objectives.tables import Objective
from qms.obligations.asking import first, number, units
from qms.obligations.standing import Standing, State, Year, done, not_arisen, owed
from qms.outgoing.tables import OutgoingDocument
from qms.plans.tables import PlanOpinion, YearPlan
from qms.risks.tables import Risk
from qms.training.tables import TrainingAttendance, TrainingCourse

ROUTINE_CAP: Final = 15_000_000
"""Đồng a year for routine maintenance (116/2015/TT-BTC, Article 4.6)."""


def plan_issued(year: Year) -> Standing:
    """The plan of the year is signed."""
    found = first(
        year,
        select(OutgoingDocument.number, OutgoingDocument.symbol, OutgoingDocument.dated_on)
        .join(YearPlan, YearPlan.document_id == OutgoingDocument.id)
        .where(
            YearPlan.agency_id == year.agency, YearPlan.year == year.year, OutgoingDocument.state == "issued"
        )
        .order_by(YearPlan.edition),
    )
    if found is None:
        return owed("Chưa có kế hoạch năm được ký.")
    number, symbol, day = found
    return done(f"Kế hoạch {number:02}/{symbol} ngày {day_text(day)}", day)


def units_took_part(year: Year) -> Standing:
    """The rooms said what they think of the plan, or stayed silent, which stands too."""
    opinions = number(
        year,
        select(func.count())
        .select_from(PlanOpinion)
        .join(YearPlan, YearPlan.id == PlanOpinion.plan_id)
        .where(YearPlan.agency_id == year.agency, YearPlan.year == year.year),
    )
    return done(f"{opinions} đơn vị được lấy ý kiến") if opinions else owed("Chưa lấy ý kiến đơn vị.")


def objectives_of_agency(year: Year) -> Standing:
    """The agency's own objectives are issued."""
    count = number(
        year,
        select(func.count()).where(
            Objective.agency_id == year.agency,
            Objective.year == year.year,
            Objective.unit_id.is_(None),
            Objective.state.in_(("da_ban_hanh", "dat", "khong_dat")),
        ),
    )
    return done(f"{count} mục tiêu của cơ quan đã ban hành") if count else owed("Chưa ban hành mục tiêu.")


def units_have_objectives_and_risks(year: Year) -> Standing:
    """Every unit has objectives, and looked for risks."""
    those = set(units(year))
    with_objective = set(
        year.session.scalars(
            select(Objective.unit_id)
            .distinct()
            .where(
                Objective.agency_id == year.agency,
                Objective.year == year.year,
                Objective.unit_id.is_not(None),
            )
        )
    )
    with_risk = set(
        year.session.scalars(
            select(Risk.unit_id).distinct().where(Risk.agency_id == year.agency, Risk.year == year.year)
        )
    )
    lacking = [f"{len(those - with_objective)} đơn vị chưa có mục tiêu"] if those - with_objective else []
    lacking += [f"{len(those - with_risk)} đơn vị chưa nhận diện rủi ro"] if those - with_risk else []
    if lacking:
        return owed("; ".join(lacking) + ".")
    return done(f"{len(those)} đơn vị có mục tiêu và danh mục rủi ro")


def within_cap(year: Year) -> Standing:
    """What was planned for routine maintenance is within the cap, or was gone on with knowingly."""
    rows = year.session.execute(
        select(func.sum(BudgetLine.amount))
        .join(BudgetYear, BudgetYear.id == BudgetLine.budget_id)
        .where(BudgetYear.agency_id == year.agency, BudgetLine.kind == "duy_tri")
        .group_by(BudgetYear.year)
    ).all()
    if not rows:
        return owed("Chưa có dự toán.")
    most = max(int(amount) for (amount,) in rows)
    said = f"Dự toán duy trì {most:,} đồng".replace(",", ".")
    return done(said) if most <= ROUTINE_CAP else owed(f"{said}, vượt mức 15.000.000 đồng.")


def awareness_training(year: Year) -> Standing:
    """A class of awareness for all staff was held; who missed it is counted."""
    found = first(
        year,
        select(TrainingCourse.id, TrainingCourse.held_on)
        .where(
            TrainingCourse.agency_id == year.agency,
            TrainingCourse.year == year.year,
            TrainingCourse.everybody,
            TrainingCourse.held_on.is_not(None),
        )
        .order_by(TrainingCourse.held_on),
    )
    if found is None:
        return owed("Chưa tổ chức tập huấn nhận thức cho toàn thể.")
    course, day = found
    came = number(
        year,
        select(func.count()).where(
            TrainingAttendance.course_id == course, TrainingAttendance.came == "co_mat"
        ),
    )
    asked = number(year, select(func.count()).where(TrainingAttendance.course_id == course))
    return done(f"{came}/{asked} người dự ngày {day_text(day)}", day)


def sent_to_classes(year: Year) -> Standing:
    """People were sent to the classes that the Department opened."""
    count = number(
        year,
        select(func.count()).where(
            TrainingCourse.agency_id == year.agency,
            TrainingCourse.year == year.year,
            TrainingCourse.source == "so_mo_lop",
        ),
    )
    return done(f"{count} lớp của Sở") if count else not_arisen("Sở không mở lớp trong năm.")


def auditors_able(year: Year) -> Standing:
    """There are auditors whose certificate holds on the day."""
    count = number(
        year,
        select(func.count(AuditorCompetence.person_id.distinct())).where(
            AuditorCompetence.agency_id == year.agency,
            AuditorCompetence.valid_from <= year.last,
            AuditorCompetence.valid_to.is_(None) | (AuditorCompetence.valid_to >= year.last),
        ),
    )
    return (
        done(f"{count} đánh giá viên còn hiệu lực") if count else owed("Không còn đánh giá viên đủ năng lực.")
    )


def committee_right(year: Year) -> Standing:
    """Every event that touched the committee was dealt with in time."""
    rows = year.session.execute(
        select(CommitteeCheck.state, CommitteeCheck.due_on, CommitteeCheck.ended_on).where(
            CommitteeCheck.agency_id == year.agency,
            CommitteeCheck.event_on.between(year.first, year.last),
        )
    ).all()
    if not rows:
        members = number(year, select(func.count()).where(CommitteeMember.agency_id == year.agency))
        return not_arisen("Không có thay đổi nhân sự.") if members else owed("Chưa ghi nhận Ban Chỉ đạo.")
    undone = sum(state == "dang_xu_ly" for state, _, _ in rows)
    if undone:
        return owed(f"{undone} thay đổi chưa kiện toàn xong.")
    late = any(due is not None and ended is not None and ended > due for _, due, ended in rows)
    last = max((ended for _, _, ended in rows if ended), default=None)
    proof = f"{len(rows)} lần rà soát, kiện toàn"
    return Standing(state=State.LATE if late else State.DISCHARGED, proof=proof, day=last)
