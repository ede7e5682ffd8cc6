"""What people need to learn, read from the registers: opinions, newcomers, documents, findings, classes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import day_text
from engine.domain.values import Value
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Person, Unit
from qms.plans.tables import PlanOpinion, YearPlan
from qms.training.rules import WARN_DAYS, CourseKind, CourseSource, CourseState, Effect
from qms.training.tables import Competence, TrainingCourse

_MOST = 30
_CAUSE = "nang_luc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """The needs by where they come from, each a line."""

    opinions: tuple[str, ...]
    newcomers: tuple[str, ...]
    documents: tuple[str, ...]
    findings: tuple[str, ...]
    without_effect: tuple[str, ...]
    ending: tuple[str, ...]

    def told(self) -> str:
        """As the form shows them."""
        parts = (
            ("Ý kiến của đơn vị", self.opinions),
            ("Người chưa học nhận thức về ISO", self.newcomers),
            ("Tài liệu mới có hiệu lực", self.documents),
            ("Điểm không phù hợp do năng lực", self.findings),
            ("Lớp chưa hiệu lực", self.without_effect),
            ("Chứng nhận sắp hết hạn", self.ending),
        )
        return "\n".join(
            f"{name} ({len(lines)}): " + ("; ".join(_cut(lines)) if lines else "không có") + "."
            for name, lines in parts
        )


def needs_of(session: Session, agency: UUID, year: int, today: date) -> Needs:
    """The needs of an agency for the plan of a year."""
    since = today - timedelta(days=365)
    return Needs(
        opinions=_opinions(session, agency, year),
        newcomers=_newcomers(session, agency),
        documents=_documents(session, agency, since, today),
        findings=_findings(session, agency, since),
        without_effect=_without_effect(session, agency, year),
        ending=_ending(session, agency, today),
    )


def classes_of_last_year(session: Session, agency: UUID, year: int) -> list[Value]:
    """The rows with which the plan begins: awareness for all, then last year's other classes."""
    rows: list[Value] = [
        {
            "l_loai": CourseKind.AWARENESS.value,
            "l_ten": f"Nhận thức về ISO điện tử năm {year}",
            "l_doi_tuong": "Toàn thể cán bộ, công chức, viên chức",
            "l_toan_the": True,
            "l_giang_vien": None,
            "l_ngay": None,
            "l_kinh_phi": None,
            "l_nguon": CourseSource.OWN.value,
        }
    ]
    last = session.scalars(
        select(TrainingCourse)
        .where(TrainingCourse.agency_id == agency, TrainingCourse.year == year - 1)
        .where(TrainingCourse.state != CourseState.CANCELLED)
        .order_by(TrainingCourse.code)
    )
    rows += [
        {
            "l_loai": row.kind,
            "l_ten": row.title,
            "l_doi_tuong": row.audience,
            "l_toan_the": row.everybody,
            "l_giang_vien": row.trainer or None,
            "l_ngay": None,
            "l_kinh_phi": row.cost,
            "l_nguon": row.source,
        }
        for row in last
        if not (row.everybody and row.kind == CourseKind.AWARENESS)
    ]
    return rows


def _opinions(session: Session, agency: UUID, year: int) -> tuple[str, ...]:
    rows = session.execute(
        select(Unit.name, PlanOpinion.training_need)
        .join(Unit, Unit.id == PlanOpinion.unit_id)
        .join(YearPlan, YearPlan.id == PlanOpinion.plan_id)
        .where(YearPlan.agency_id == agency, YearPlan.year == year, PlanOpinion.training_need != "")
        .order_by(Unit.position, YearPlan.edition)
    )
    return tuple(f"{row.name}: {row.training_need}" for row in rows)


def _newcomers(session: Session, agency: UUID) -> tuple[str, ...]:
    trained = select(Competence.person_id).where(
        Competence.agency_id == agency, Competence.kind == CourseKind.AWARENESS
    )
    return tuple(
        session.scalars(
            select(Person.full_name)
            .where(Person.agency_id == agency, Person.active, Person.id.not_in(trained))
            .order_by(Person.sort_key)
        )
    )


def _documents(session: Session, agency: UUID, since: date, today: date) -> tuple[str, ...]:
    rows = session.execute(
        select(ControlledDocument.code, ControlledVersion.effective_on)
        .join(ControlledDocument, ControlledDocument.id == ControlledVersion.document_id)
        .where(ControlledDocument.agency_id == agency)
        .where(ControlledVersion.effective_on >= since, ControlledVersion.effective_on <= today)
        .order_by(ControlledDocument.code)
    )
    return tuple(f"{row.code} từ {day_text(row.effective_on)}" for row in rows)


def _findings(session: Session, agency: UUID, since: date) -> tuple[str, ...]:
    return tuple(
        session.scalars(
            select(Nonconformity.code)
            .where(Nonconformity.agency_id == agency, Nonconformity.cause_code == _CAUSE)
            .where(Nonconformity.found_on >= since)
            .order_by(Nonconformity.code)
        )
    )


def _without_effect(session: Session, agency: UUID, year: int) -> tuple[str, ...]:
    rows = session.execute(
        select(TrainingCourse.code, TrainingCourse.title)
        .where(TrainingCourse.agency_id == agency, TrainingCourse.year >= year - 1)
        .where(TrainingCourse.effect.in_((Effect.NO, Effect.IN_PART)))
        .order_by(TrainingCourse.code)
    )
    return tuple(f"{row.code} {row.title}" for row in rows)


def _ending(session: Session, agency: UUID, today: date) -> tuple[str, ...]:
    rows = session.execute(
        select(Person.full_name, Competence.certificate, Competence.valid_to)
        .join(Person, Person.id == Competence.person_id)
        .where(Competence.agency_id == agency, Person.active)
        .where(Competence.valid_to <= today + timedelta(days=WARN_DAYS))
        .where(Competence.valid_to >= today - timedelta(days=365))
        .order_by(Competence.valid_to, Person.sort_key)
    )
    return tuple(f"{row.full_name}: {row.certificate}, hết ngày {day_text(row.valid_to)}" for row in rows)


def _cut(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if len(lines) <= _MOST else (*lines[:_MOST], f"và {len(lines) - _MOST} dòng nữa")
