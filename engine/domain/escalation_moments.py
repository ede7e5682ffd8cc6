"""When a step of a ladder falls: days at their opening, minutes and percent within office time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from engine.domain.calendar import WorkingCalendar
from engine.domain.escalation_steps import CountedFrom, Step, StepUnit

_ONE_DAY = timedelta(days=1)
_WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The dates a ladder hangs on; `begins` and `overdue_from` in UTC, `stood_still` in office minutes."""

    legal_due: date
    target_due: date
    begins: datetime | None
    overdue_from: datetime | None
    stood_still: int


def moment_of(step: Step, term: Term, calendar: WorkingCalendar) -> datetime:
    """The moment of a step (UTC); raises NoWorkingDay."""
    match step.unit:
        case StepUnit.WORKING_DAYS:
            base = term.target_due if step.from_ is CountedFrom.TARGET else term.legal_due
            return calendar.opening(calendar.add_working_days(base, step.amount))
        case StepUnit.WORKING_MINUTES:
            return _minutes_from(_last_moment(step, term, calendar), step.amount, calendar)
        case StepUnit.PERCENT:
            return _share(step.amount, term, _last_moment(step, term, calendar), calendar)


def _last_moment(step: Step, term: Term, calendar: WorkingCalendar) -> datetime:
    """The moment from which it is late: of the legal date, or of the target where that comes first."""
    late = term.overdue_from or calendar.midnight(term.legal_due + _ONE_DAY)
    if step.from_ is CountedFrom.LEGAL:
        return late
    return min(late, calendar.midnight(term.target_due + _ONE_DAY))


def _share(percent: int, term: Term, ends: datetime, calendar: WorkingCalendar) -> datetime:
    """So much of the term, counted back from its end: what the clock stood still has moved the end."""
    if term.begins is None:
        raise ValueError("percent of a term without a beginning")
    if term.begins >= ends:
        return ends
    whole = calendar.working_minutes_between(term.begins, ends)
    left = max(whole - term.stood_still, 0) * (_WHOLE - percent) // _WHOLE
    return calendar.add_working_minutes(term.begins, whole - left)


def _minutes_from(base: datetime, minutes: int, calendar: WorkingCalendar) -> datetime:
    if minutes >= 0:
        return calendar.add_working_minutes(base, minutes)
    days = 0
    while True:
        days += 1
        start = calendar.opening(calendar.add_working_days(calendar.local_day(base), -days))
        whole = calendar.working_minutes_between(start, base)
        if whole >= -minutes:
            return calendar.add_working_minutes(start, whole + minutes)
