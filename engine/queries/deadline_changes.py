"""How the dates of deadlines changed: of one case, and of all that one reckoning moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from engine.store.tables import DeadlineChange, DeadlineReckoning, ProcessInstance, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDate:
    """One change of the dates of a case (task None) or of a task of it."""

    at: datetime
    instance: UUID
    case_code: str
    case_title: str
    task: UUID | None
    task_name: str
    old_legal_due: date | None
    new_legal_due: date | None
    """None where the date could not be reckoned anew: the old one still holds."""
    old_target_due: date | None
    new_target_due: date | None
    reason_vi: str
    reason_en: str

    @property
    def left(self) -> bool:
        """Whether the date could not be reckoned anew and stayed."""
        return self.new_legal_due is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckoningView:
    """How far a reckoning has come; `agency` counts stand for the agency asked for, the rest for all."""

    id: UUID
    version: int
    reason_vi: str
    reason_en: str
    begun_at: datetime
    finished_at: datetime | None
    seen: int
    """Deadlines looked at so far, of all agencies."""
    changed: int
    """Dates that moved, in the agency asked for."""
    cases: int
    left: int
    """Dates that could not be reckoned anew."""


def changes_of_case(session: Session, instance: UUID) -> tuple[ChangedDate, ...]:
    """Every change of the dates of a case and its tasks, the latest first."""
    found = session.execute(
        _changes()
        .where(DeadlineChange.instance_id == instance)
        .order_by(DeadlineChange.at.desc(), Task.name.nulls_first(), DeadlineChange.id)
    )
    return tuple(_line(*row) for row in found)


def changes_of_reckoning(
    session: Session, reckoning: UUID, *, agency: UUID | None, offset: int = 0, limit: int = 50
) -> tuple[ChangedDate, ...]:
    """A page of what a reckoning did, in one agency or all: what it could not reckon first, then by date."""
    statement = _changes().where(DeadlineChange.reckoning_id == reckoning)
    if agency is not None:
        statement = statement.where(DeadlineChange.agency_id == agency)
    found = session.execute(
        statement.order_by(
            DeadlineChange.new_legal_due.nulls_first(), ProcessInstance.code, DeadlineChange.id
        )
        .offset(offset)
        .limit(limit)
    )
    return tuple(_line(*row) for row in found)


def reckoning_of(session: Session, version: int, *, agency: UUID | None) -> ReckoningView | None:
    """How far the reckoning by a version of legal time has come; None where there was none."""
    job = session.scalars(select(DeadlineReckoning).where(DeadlineReckoning.version == version)).one_or_none()
    if job is None:
        return None
    moved = DeadlineChange.new_legal_due.is_not(None)
    statement = select(
        func.count().filter(moved),
        func.count(func.distinct(DeadlineChange.instance_id)).filter(moved),
        func.count().filter(~moved),
    ).where(DeadlineChange.reckoning_id == job.id)
    if agency is not None:
        statement = statement.where(DeadlineChange.agency_id == agency)
    changed, cases, left = session.execute(statement).one()
    return ReckoningView(
        id=job.id,
        version=job.version,
        reason_vi=job.reason_vi,
        reason_en=job.reason_en,
        begun_at=job.begun_at,
        finished_at=job.finished_at,
        seen=job.seen,
        changed=changed,
        cases=cases,
        left=left,
    )


def _changes() -> Select[DeadlineChange, str, str, str]:
    return (
        select(DeadlineChange, ProcessInstance.code, ProcessInstance.title, Task.name)
        .join(ProcessInstance, ProcessInstance.id == DeadlineChange.instance_id)
        .outerjoin(Task, Task.id == DeadlineChange.task_id)
    )


def _line(row: DeadlineChange, code: str, title: str, task_name: str | None) -> ChangedDate:
    return ChangedDate(
        at=row.at,
        instance=row.instance_id,
        case_code=code,
        case_title=title,
        task=row.task_id,
        task_name=task_name or "",
        old_legal_due=row.old_legal_due,
        new_legal_due=row.new_legal_due,
        old_target_due=row.old_target_due,
        new_target_due=row.new_target_due,
        reason_vi=row.reason_vi,
        reason_en=row.reason_en,
    )
