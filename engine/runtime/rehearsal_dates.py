"""The dates of a rehearsed case and its tasks: by the rules of the model and the legal time of an agency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from engine.domain import escalation
from engine.domain.calendar import WorkingCalendar
from engine.domain.deadline import Deadline
from engine.domain.deadline_terms import DeadlineTerms, due_on
from engine.domain.definition import DeadlineRule, EscalationRule
from engine.domain.errors import Refusal
from engine.domain.rehearsal_report import RehearsedReminder
from engine.domain.values import Value
from engine.ports import Deadlines, Ladders

CASE_DATES: Final = ("han_phap_ly", "han_muc_tieu", "qua_han_luc")
"""The variables in which a model finds the deadline of its own case: legal, target, first late moment."""

Evaluate = Callable[[str], Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalTime:
    """By whose calendar, policies and ladders a rehearsal reckons."""

    agency: UUID
    deadlines: Deadlines
    calendar: WorkingCalendar
    ladders: Ladders


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsedDates:
    """The dates of a case or task; `refusal` says why there are none where the model asks for some."""

    deadline: Deadline | None = None
    assumed: str = ""
    """The expression whose value no rehearsal can know; a day was assumed in its place."""
    refusal: Refusal | None = None


def reckoned(
    legal_time: LegalTime,
    rule: DeadlineRule | None,
    evaluate: Evaluate,
    now: datetime,
    procedure: str,
) -> RehearsedDates:
    """The dates by a rule of the model for what begins at `now`; an unknown anchor is taken to be `now`."""
    if rule is None:
        return RehearsedDates()
    terms, assumed = _terms(rule, evaluate, now, legal_time.calendar)
    if terms is None:
        return RehearsedDates(assumed=assumed)
    try:
        reckoning = legal_time.deadlines.reckon(legal_time.agency, terms, procedure=procedure)
    except Refusal as refusal:
        return RehearsedDates(refusal=refusal)
    return RehearsedDates(deadline=reckoning.deadline, assumed=assumed)


def _terms(
    rule: DeadlineRule, evaluate: Evaluate, now: datetime, calendar: WorkingCalendar
) -> tuple[DeadlineTerms | None, str]:
    if rule.policy is not None:
        anchor, assumed = _anchor(rule.anchor_expression, evaluate, now)
        return DeadlineTerms(policy=rule.policy, anchor=anchor), assumed
    if rule.working_days is not None:
        return DeadlineTerms(working_days=rule.working_days, anchor=now), ""
    if rule.working_minutes is not None:
        return DeadlineTerms(working_minutes=rule.working_minutes, anchor=now), ""
    day = evaluate(rule.date_expression) if rule.date_expression else None
    if isinstance(day, datetime) or not isinstance(day, date):
        return None, rule.date_expression or ""
    return due_on(day, least=rule.least_working_days, now=now, calendar=calendar), ""


def _anchor(expression: str | None, evaluate: Evaluate, now: datetime) -> tuple[date | datetime, str]:
    if expression is None:
        return now, ""
    value = evaluate(expression)
    return (value, "") if isinstance(value, date) else (now, expression)


def done_at_target(dates: RehearsedDates, now: datetime, calendar: WorkingCalendar) -> datetime:
    """When a task that was opened at `now` is done at its target: at the office's closing of that day.

    A task without dates takes one working day; one that comes too late is done at once.
    """
    deadline = dates.deadline
    if deadline is None:
        return calendar.closing(calendar.add_working_days(calendar.local_day(now), 1))
    closing = calendar.closing(calendar.last_working_day_until(deadline.target_due))
    return max(min(closing, deadline.overdue_from), now)


def reminders(
    legal_time: LegalTime,
    rule: EscalationRule | None,
    deadline: Deadline | None,
    opened: datetime,
    closed: datetime | None,
    *,
    whole_case: bool = False,
) -> tuple[RehearsedReminder, ...]:
    """The dated steps of a ladder, those left out that fall before the opening of what they remind of.

    Raises UnknownLadder.
    """
    if rule is None or deadline is None:
        return ()
    planned = escalation.plan(
        legal_time.ladders.ladder(legal_time.agency, rule.ladder),
        deadline.legal_due,
        deadline.target_due,
        legal_time.calendar,
        owed_to_department=rule.owed_to_department,
        begins=opened,
        overdue_from=deadline.overdue_from,
        whole_case=whole_case,
    )
    return tuple(
        RehearsedReminder(
            step=one.step.code,
            at=max(one.moment, opened),
            to=tuple(audience.value for audience in one.step.to),
            mail=one.step.mail,
            told=closed is None or max(one.moment, opened) < closed,
        )
        for one in planned
        if one.moment >= opened or one.step.kind is not escalation.StepKind.REMINDER
    )
