"""What a rehearsal of P06 may know beforehand: milestones and the reading period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

from engine.domain.calendar import WorkingCalendar
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.values import Value
from engine.ports import Deadlines
from qms.legal_updates.beginning import MODEL_KEY, POLICY
from qms.legal_updates.milestones import milestones, reading_until


def rehearsed_values(
    agency: UUID, deadlines: Deadlines, calendar: WorkingCalendar, start: datetime
) -> Mapping[str, Value]:
    """The milestones of a case whose document takes effect on the day it begins."""
    today = calendar.local_day(start)
    target = _target_due(agency, deadlines, today)
    dates = milestones(registered_on=today, effective_on=today, target_due=target, calendar=calendar)
    return {
        "moc_sang_loc": dates.screening,
        "moc_danh_gia": dates.assessment,
        "moc_du_thao": dates.drafts,
        "moc_phe_duyet": dates.submission,
    }


def rehearsed_answers(
    agency: UUID, deadlines: Deadlines, calendar: WorkingCalendar, start: datetime
) -> Mapping[str, Callable[[datetime], Value]]:
    """What the operators of the model answer, as far as it follows from the day alone."""
    target = _target_due(agency, deadlines, calendar.local_day(start))

    def set_reading_period(now: datetime) -> Value:
        return {"han_pho_bien": reading_until(calendar.local_day(now), target, calendar)}

    return {"legal_update.set_reading_period": set_reading_period}


def _target_due(agency: UUID, deadlines: Deadlines, effective_on: date) -> date:
    terms = DeadlineTerms(policy=POLICY, anchor=effective_on)
    return deadlines.reckon(agency, terms, procedure=MODEL_KEY).deadline.target_due
