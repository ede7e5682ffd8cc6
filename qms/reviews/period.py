"""Of which days the figures of a review are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qms.reviews.tables import ManagementReview


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Of whom and of which days the figures are, both days included; `review` is the one under way."""

    agency: UUID
    review: UUID
    since: date
    until: date


def period_of(session: Session, agency: UUID, review: UUID, year: int, until: date) -> Period:
    """From the day after the last review that was held, else from the first of January of the year."""
    last = session.scalar(
        select(func.max(ManagementReview.held_on)).where(
            ManagementReview.agency_id == agency,
            ManagementReview.id != review,
            ManagementReview.held_on < until,
        )
    )
    since = last + timedelta(days=1) if last is not None else date(year, 1, 1)
    return Period(agency=agency, review=review, since=min(since, until), until=until)
