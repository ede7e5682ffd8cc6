"""What became of an activity: by the registers where they tell it, else as the unit said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from qms.audits.tables import Audit
from qms.plans.rules import ActivityKind, ActivityState
from qms.plans.tables import PlanActivity
from qms.reports.tables import YearReport
from qms.reviews.tables import ManagementReview

FOLLOWED: Final = frozenset({ActivityKind.AUDIT, ActivityKind.REVIEW, ActivityKind.REPORT})
"""Kinds that are done when their register says so."""
_SENT: Final = ("da_gui", "da_nhan")
_CALLED_OFF: Final = "huy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the registers say was done in a year."""

    audits: dict[UUID, date]
    """Unit -> the first day on which it was audited."""
    review: date | None
    reports: dict[str, date]
    """Type of report -> the day on which it first went out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an activity stands."""

    state: ActivityState
    ended_on: date | None
    late: bool


def held_in(session: Session, agency: UUID, year: int) -> Held:
    """What was held and sent in the year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    audits = session.execute(
        select(Audit.unit_id, Audit.held_on).where(
            Audit.agency_id == agency, Audit.held_on.between(first, last), Audit.state != _CALLED_OFF
        )
    )
    audited: dict[UUID, date] = {}
    for unit, day in audits:
        if day is not None:
            audited[unit] = min(day, audited.get(unit, day))
    review = session.scalars(
        select(ManagementReview.held_on)
        .where(ManagementReview.agency_id == agency, ManagementReview.held_on.between(first, last))
        .order_by(ManagementReview.held_on)
    ).first()
    reports = session.execute(
        select(YearReport.kind, YearReport.submitted_at).where(
            YearReport.agency_id == agency, YearReport.year == year, YearReport.state.in_(_SENT)
        )
    )
    return Held(
        audits=audited,
        review=review,
        reports={kind: local_day(at) for kind, at in reports if at is not None},
    )


def standing_of(row: PlanActivity, held: Held, today: date) -> Standing:
    """What was entered by hand counts first; then the registers; then the days of the line."""
    state = ActivityState(row.state)
    if state in (ActivityState.DONE, ActivityState.DROPPED):
        return Standing(state=state, ended_on=row.ended_on, late=False)
    done = _done_on(row, held)
    if done is not None:
        return Standing(state=ActivityState.DONE, ended_on=done, late=False)
    begun = row.starts_on <= today or _begun(row, held)
    return Standing(
        state=ActivityState.RUNNING if begun else ActivityState.AHEAD,
        ended_on=None,
        late=row.ends_on < today,
    )


def _done_on(row: PlanActivity, held: Held) -> date | None:
    match ActivityKind(row.kind):
        case ActivityKind.AUDIT:
            return _whole([held.audits.get(UUID(one)) for one in row.audited_units])
        case ActivityKind.REVIEW:
            return held.review
        case ActivityKind.REPORT:
            return held.reports.get(row.subject)
        case _:
            return None


def _begun(row: PlanActivity, held: Held) -> bool:
    return row.kind == ActivityKind.AUDIT and any(UUID(one) in held.audits for one in row.audited_units)


def _whole(days: Iterable[date | None]) -> date | None:
    """The last of the days, once all are there."""
    known = list(days)
    found = [day for day in known if day is not None]
    return max(found) if found and len(found) == len(known) else None
