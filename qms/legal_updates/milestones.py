"""The internal milestones of a legal update (DOMAIN P06, step S1): decided by the office, not by law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engine.domain.calendar import WorkingCalendar
from engine.domain.deadline import add_months

SCREENING_WORKING_DAYS: Final = 5
READING_WORKING_DAYS: Final = 15
SHORTEST_READING: Final = 3
"""Working days that readers have even where the target date is nearer or has passed."""
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
    submission two months after it; a document that is already effective gets what is left in proportion,
    so that after the submission a third of the time is left for the transition and for reading.
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
        submission=day(share(4)),
    )


def reading_until(today: date, target_due: date | None, calendar: WorkingCalendar) -> date:
    """The last day of reading that begins today: 15 working days, ended by the target date of the case."""
    longest = calendar.add_working_days(today, READING_WORKING_DAYS)
    shortest = calendar.add_working_days(today, SHORTEST_READING)
    return longest if target_due is None else max(shortest, min(longest, target_due))


def starts_tight(*, today: date, legal_due: date) -> bool:
    """Whether fewer than 30 days are left, so that the steering head hears of it at once."""
    return (legal_due - today).days < TIGHT_DAYS
