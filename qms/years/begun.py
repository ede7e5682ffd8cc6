"""What of a year was begun before the year itself was opened: its cases, as the registers name them."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from engine.domain.states import InstanceState
from engine.store.tables import ProcessInstance
from qms.audits.tables import AuditProgramme
from qms.objectives.tables import Objective
from qms.plans.tables import YearPlan
from qms.reports.tables import YearReport
from qms.reviews.tables import ManagementReview
from qms.risks.tables import Risk


class BegunCase(NamedTuple):
    """A case that does a thing of the year already; `done_on` None while it runs."""

    instance: UUID
    started_at: datetime
    done_on: date | None


def begun_case(session: Session, agency: UUID, year: int, process: str, subject: str) -> BegunCase | None:
    """The case of the year's register that runs or has ended well, one that runs before others."""
    named = _cases(agency, year, process, subject)
    if named is None:
        return None
    rows = session.execute(
        select(
            ProcessInstance.id, ProcessInstance.state, ProcessInstance.started_at, ProcessInstance.ended_at
        )
        .where(
            ProcessInstance.id.in_(named),
            ProcessInstance.state != InstanceState.CANCELLED,
        )
        .order_by(ProcessInstance.started_at.desc())
    ).all()
    running = [row for row in rows if row.ended_at is None]
    for row in (*running, *rows):
        done_on = local_day(row.ended_at) if row.ended_at is not None else None
        return BegunCase(instance=row.id, started_at=row.started_at, done_on=done_on)
    return None


def _cases(agency: UUID, year: int, process: str, subject: str) -> Select[UUID | None] | None:
    match process:
        case "P01":
            return select(YearPlan.instance_id).where(YearPlan.agency_id == agency, YearPlan.year == year)
        case "P02":
            return select(Objective.instance_id).where(Objective.agency_id == agency, Objective.year == year)
        case "P03":
            return select(Risk.instance_id).where(Risk.agency_id == agency, Risk.year == year)
        case "P07":
            return select(AuditProgramme.instance_id).where(
                AuditProgramme.agency_id == agency, AuditProgramme.year == year
            )
        case "P09":
            return select(ManagementReview.instance_id).where(
                ManagementReview.agency_id == agency, ManagementReview.year == year
            )
        case "P11":
            return select(YearReport.instance_id).where(
                YearReport.agency_id == agency, YearReport.year == year, YearReport.kind == subject
            )
        case _:
            return None
