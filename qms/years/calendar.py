"""The yearly calendar of an agency: what is done, due and late, out of all its registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.audits.tables import Audit, AuditProgramme
from qms.controlled_documents.tables import ControlledDocument
from qms.inspections.tables import Inspection
from qms.objectives.tables import Measurement, Objective
from qms.organisation.tables import Unit
from qms.plans.tables import PlanActivity, YearPlan
from qms.reviews.tables import ManagementReview
from qms.years.entering import ItemState
from qms.years.owing import REPORT
from qms.years.queries import standing_of
from qms.years.rules import Standing
from qms.years.sequencing import SequencingWarning, sequencing_warnings
from qms.years.tables import QmsYear, YearItem

QUARTERS = ((4, 5, "Q1"), (7, 5, "Q2"), (10, 5, "Q3"))
"""Month and day on which a quarter is measured; the last quarter goes with the year's report."""


class EntryKind(StrEnum):
    """Which register an entry comes from."""

    ITEM = "viec_nam"
    ACTIVITY = "ke_hoach"
    MEASUREMENT = "do_muc_tieu"
    AUDIT = "danh_gia"
    REAUDIT = "danh_gia_lai"
    REVIEW = "xem_xet"
    INSPECTION = "kiem_tra"
    DOCUMENT = "ra_soat_tai_lieu"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """Something of the year on its day: its line in the register of its kind, and its case."""

    kind: EntryKind
    id: UUID | None
    day: date
    name: str
    standing: Standing
    instance: UUID | None = None


def calendar_entries(session: Session, viewer: Viewer, year: int, today: date) -> tuple[CalendarEntry, ...]:
    """All of the year in the viewer's agency, by day."""
    agency = viewer.agency
    found = [
        *_items(session, agency, year, today),
        *_activities(session, agency, year, today),
        *_measurements(session, agency, year, today),
        *_audits(session, agency, year, today),
        *_reviews(session, agency, year, today),
        *_inspections(session, agency, year, today),
        *_documents(session, agency, year, today),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.kind, one.name)))


def warnings_of(session: Session, agency: UUID, year: int) -> tuple[SequencingWarning, ...]:
    """Audits planned or held too late for the report of the year, by plan and programme."""
    activities = session.execute(
        select(PlanActivity.what, PlanActivity.ends_on)
        .join(YearPlan, YearPlan.id == PlanActivity.plan_id)
        .where(
            PlanActivity.agency_id == agency,
            YearPlan.year == year,
            YearPlan.state.not_in(("bi_thay", "huy")),
            PlanActivity.kind == "danh_gia_noi_bo",
            PlanActivity.state != "huy",
        )
    )
    audits = session.execute(
        select(Unit.name, Audit.planned_on, Audit.held_on)
        .join(AuditProgramme, AuditProgramme.id == Audit.programme_id)
        .join(Unit, Unit.id == Audit.unit_id)
        .where(Audit.agency_id == agency, AuditProgramme.year == year, Audit.state != "huy")
    )
    planned = [(row.what, row.ends_on) for row in activities]
    for name, planned_on, held_on in audits:
        day = held_on or planned_on
        if day is not None:
            planned.append((f"Đánh giá {name}", day))
    return sequencing_warnings(year, planned, report_due(session, agency, year))


def report_due(session: Session, agency: UUID, year: int) -> date | None:
    """The last day of the year's last report; None where the year owes none."""
    days = session.scalars(
        select(YearItem.legal_due)
        .join(QmsYear, QmsYear.id == YearItem.year_id)
        .where(
            YearItem.agency_id == agency,
            QmsYear.year == year,
            YearItem.process == REPORT,
            YearItem.subject.in_(("BC_NAM", "BC_TIEN_DO")),
            YearItem.state != ItemState.WAIVED,
        )
    ).all()
    return min((day for day in days if day is not None), default=None)


def _items(session: Session, agency: UUID, year: int, today: date) -> Iterator[CalendarEntry]:
    rows = session.scalars(
        select(YearItem)
        .join(QmsYear, QmsYear.id == YearItem.year_id)
        .where(YearItem.agency_id == agency, QmsYear.year == year)
    )
    for row in rows:
        due = row.legal_due or row.target_due
        yield CalendarEntry(
            kind=EntryKind.ITEM,
            id=row.id,
            day=row.target_due or due or row.starts_on,
            name=row.name,
            standing=standing_of(row.state, due, row.starts_on, row.done_on, today),
            instance=row.instance_id,
        )


def _activities(session: Session, agency: UUID, year: int, today: date) -> Iterator[CalendarEntry]:
    rows = session.execute(
        select(PlanActivity, YearPlan.instance_id)
        .join(YearPlan, YearPlan.id == PlanActivity.plan_id)
        .where(
            PlanActivity.agency_id == agency,
            YearPlan.year == year,
            YearPlan.state == "da_ban_hanh",
            PlanActivity.state != "huy",
        )
    )
    for row, instance in rows:
        done = (row.ended_on or row.ends_on) if row.state == "da_xong" else None
        yield CalendarEntry(
            kind=EntryKind.ACTIVITY,
            id=row.plan_id,
            day=row.ends_on,
            name=row.what,
            standing=standing_of(row.state, row.ends_on, row.starts_on, done, today),
            instance=instance,
        )


def _measurements(session: Session, agency: UUID, year: int, today: date) -> Iterator[CalendarEntry]:
    """A quarter is done once every issued objective has a value in it."""
    objectives = set(
        session.scalars(
            select(Objective.id).where(
                Objective.agency_id == agency,
                Objective.year == year,
                Objective.state.in_(("da_ban_hanh", "dat", "khong_dat")),
            )
        )
    )
    if not objectives:
        return
    measured = session.execute(
        select(Measurement.objective_id, Measurement.period, Measurement.measured_on).where(
            Measurement.objective_id.in_(objectives), Measurement.verdict != "chua_co_so_lieu"
        )
    ).all()
    for month, day, period in QUARTERS:
        of_period = {row.objective_id: row.measured_on for row in measured if row.period == period}
        due = date(year, month, day)
        left = len(objectives) - len(of_period)
        done = max(of_period.values(), default=due) if not left else None
        yield CalendarEntry(
            kind=EntryKind.MEASUREMENT,
            id=None,
            day=due,
            name=f"Đo mục tiêu chất lượng {period}" + (f" (còn {left} mục tiêu)" if left else ""),
            standing=standing_of("", due, date(year, month, 1), done, today),
        )


def _audits(session: Session, agency: UUID, year: int, today: date) -> Iterator[CalendarEntry]:
    rows = session.execute(
        select(Audit, Unit.name, AuditProgramme.instance_id)
        .join(AuditProgramme, AuditProgramme.id == Audit.programme_id)
        .join(Unit, Unit.id == Audit.unit_id)
        .where(Audit.agency_id == agency, AuditProgramme.year == year, Audit.state != "huy")
    )
    for row, unit, instance in rows:
        day = row.held_on or row.planned_on
        if day is not None:
            yield CalendarEntry(
                kind=EntryKind.AUDIT,
                id=row.id,
                day=day,
                name=f"Đánh giá {unit}",
                standing=standing_of("", row.planned_on, day, row.held_on, today),
                instance=instance,
            )
        if row.reaudit_due_on is not None:
            yield CalendarEntry(
                kind=EntryKind.REAUDIT,
                id=row.id,
                day=row.reaudit_due_on,
                name=f"Đánh giá lại {unit}",
                standing=standing_of(
                    "", row.reaudit_due_on, row.held_on or row.reaudit_due_on, row.reaudited_on, today
                ),
                instance=instance,
            )


def _reviews(session: Session, agency: UUID, year: int, today: date) -> Iterator[CalendarEntry]:
    rows = session.scalars(
        select(ManagementReview).where(
            ManagementReview.agency_id == agency,
            ManagementReview.year == year,
            ManagementReview.state != "huy",
        )
    )
    for row in rows:
        day = row.held_on or row.planned_on
        if day is not None:
            yield CalendarEntry(
                kind=EntryKind.REVIEW,
                id=row.id,
                day=day,
                name=f"Họp xem xét của lãnh đạo lần {row.ordinal}",
                standing=standing_of("", row.planned_on, day, row.held_on, today),
                instance=row.instance_id,
            )


def _inspections(session: Session, agency: UUID, year: int, today: date) -> Iterator[CalendarEntry]:
    rows = session.scalars(
        select(Inspection).where(
            Inspection.agency_id == agency, Inspection.year == year, Inspection.state != "huy"
        )
    )
    for row in rows:
        steps = (
            ("Trả lời Sở về kiểm tra", row.answer_due, row.answered_on, row.asked_on),
            ("Sở kiểm tra tại trụ sở", row.held_on, row.minutes_on, row.held_on),
            ("Báo cáo khắc phục gửi Sở", row.corrective_due, row.corrective_received_on, row.minutes_on),
        )
        for name, due, done, since in steps:
            if due is not None:
                yield CalendarEntry(
                    kind=EntryKind.INSPECTION,
                    id=row.id,
                    day=due,
                    name=name,
                    standing=standing_of("", due, since or due, done, today),
                    instance=row.instance_id,
                )


def _documents(session: Session, agency: UUID, year: int, today: date) -> Iterator[CalendarEntry]:
    rows = session.scalars(
        select(ControlledDocument).where(
            ControlledDocument.agency_id == agency,
            ControlledDocument.next_review_on.between(date(year, 1, 1), date(year, 12, 31)),
        )
    )
    for row in rows:
        due = row.next_review_on
        if due is not None:
            yield CalendarEntry(
                kind=EntryKind.DOCUMENT,
                id=row.id,
                day=due,
                name=f"Rà soát {row.code} {row.name}",
                standing=standing_of("", due, due, None, today),
            )
