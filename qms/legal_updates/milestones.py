"""The internal milestones of a legal update (DOMAIN P06, step S1): decided by the office, not by law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engine.domain.calendar import WorkingCalendar
from engine.domain.deadline import add_months

SCREENING_WORKING_DAYS: Final = 5
TIGHT_DAYS: Final = 30
"""With fewer days left at the start, the escalation begins one level higher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestones:
    """By when each stage should be done; all are working days, none before the start."""

    screening: date
    assessment: date
    drafts: date
    submission: date


def milestones(
    *, registered_on: date, effective_on: date, target_due: date, calendar: WorkingCalendar
) -> Milestones:
    """The milestones of a case that starts on `registered_on`.

    Screening 5 working days after registration, assessment by the effective date, drafts one month and
    submission two months after it; a document that is already effective gets what is left in proportion.
    """

    def day(wanted: date) -> date:
        latest = max(min(wanted, target_due), registered_on)
        return max(calendar.last_working_day_until(latest), registered_on)

    screening = calendar.add_working_days(registered_on, SCREENING_WORKING_DAYS)
    if effective_on > registered_on:
        return Milestones(
            screening=day(screening),
            assessment=day(max(effective_on, screening)),
            drafts=day(add_months(effective_on, 1)),
            submission=day(add_months(effective_on, 2)),
        )
    left = max((target_due - registered_on).days, 0)

    def share(part: int) -> date:
        return registered_on + timedelta(days=left * part // 6)

    return Milestones(
        screening=day(min(screening, share(1))),
        assessment=day(share(2)),
        drafts=day(share(3)),
        submission=day(share(5)),
    )


def starts_tight(*, today: date, legal_due: date) -> bool:
    """Whether fewer than 30 days are left, so that the steering head hears of it at once."""
    return (legal_due - today).days < TIGHT_DAYS
