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
from qms.legal_updates.milestones import milestones
from qms.legal_updates.operators import READING_WORKING_DAYS


def rehearsed_values(
    agency: UUID, deadlines: Deadlines, calendar: WorkingCalendar, start: datetime
) -> Mapping[str, Value]:
    """The milestones of a case whose document takes effect on the day it begins."""
    today = calendar.local_day(start)
    terms = DeadlineTerms(policy=POLICY, anchor=today)
    target = deadlines.reckon(agency, terms, procedure=MODEL_KEY).deadline.target_due
    dates = milestones(registered_on=today, effective_on=today, target_due=target, calendar=calendar)
    return {
        "moc_sang_loc": dates.screening,
        "moc_danh_gia": dates.assessment,
        "moc_du_thao": dates.drafts,
        "moc_phe_duyet": dates.submission,
    }


def rehearsed_answers(calendar: WorkingCalendar) -> Mapping[str, Callable[[datetime], Value]]:
    """What the operators of the model answer, as far as it follows from the day alone."""

    def summarise(now: datetime) -> Value:
        last: date = calendar.add_working_days(calendar.local_day(now), READING_WORKING_DAYS)
        return {"han_pho_bien": last}

    return {"legal_update.summarise": summarise}
