"""Giving instances and tasks their two dates and their escalation ladder."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from engine.domain import escalation
from engine.domain.definition import DeadlineRule, EscalationRule, LegalRef
from engine.domain.errors import Invalid
from engine.domain.values import Value
from engine.execution.history import canonical
from engine.execution.surroundings import Surroundings
from engine.ports import ComputedDeadline
from engine.store.tables import ProcessInstance, Task


class AnchorMissing(Invalid):
    """A deadline counts from a date that the case does not have."""

    def __init__(self, expression: str) -> None:
        super().__init__(
            vi=f"Chưa có ngày để tính hạn ({expression}). Xin bổ sung ngày này rồi thử lại.",
            en=f"The date from which the deadline counts ({expression}) is missing. Please give it.",
        )


def compute(
    surroundings: Surroundings,
    agency: UUID,
    rule: DeadlineRule,
    evaluate: Callable[[str], Value],
    now: datetime,
) -> ComputedDeadline | None:
    """The dates by a rule of the model; None when a fixed date of the rule is not set in this case."""
    deadlines = surroundings.deadlines
    if rule.policy is not None:
        anchor = _anchor(rule.anchor_expression, evaluate, now)
        return deadlines.by_policy(agency, rule.policy, anchor)
    if rule.working_days is not None:
        return deadlines.working_days(agency, rule.working_days, now)
    day = evaluate(rule.date_expression) if rule.date_expression else None
    if isinstance(day, datetime) or not isinstance(day, date):
        return None
    return deadlines.on_date(agency, day)


def _anchor(expression: str | None, evaluate: Callable[[str], Value], now: datetime) -> date | datetime:
    if expression is None:
        return now
    value = evaluate(expression)
    if not isinstance(value, date):
        raise AnchorMissing(expression)
    return value


def basis_text(references: tuple[LegalRef, ...]) -> str:
    """The legal basis of a step in one line."""
    return "; ".join(" ".join(part for part in (ref.article, ref.doc) if part) for ref in references)


def set_deadline(
    row: ProcessInstance | Task,
    deadline: ComputedDeadline | None,
    *,
    references: tuple[LegalRef, ...],
) -> None:
    """Write the two dates and their explanation on the row."""
    row.legal_basis = basis_text(references) or (deadline.legal_basis if deadline else "")
    row.explanation = ""
    row.unconfirmed = False
    if deadline is None:
        return
    row.deadline_policy = deadline.policy
    row.legal_due = deadline.legal_due
    row.target_due = deadline.target_due
    row.overdue_from = deadline.overdue_from
    row.explanation = canonical_pairs(deadline.explanation)
    row.unconfirmed = deadline.unconfirmed


def canonical_pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    """Explanation sentences as stored text."""
    return canonical({"sentences": [list(pair) for pair in pairs]})


def read_sentences(stored: str) -> tuple[tuple[str, str], ...]:
    """The stored explanation of a deadline, (Vietnamese, English)."""
    pairs = json.loads(stored).get("sentences", []) if stored else []
    return tuple((str(vi), str(en)) for vi, en in pairs)


def planned_steps(
    row: ProcessInstance | Task, surroundings: Surroundings
) -> tuple[escalation.PlannedStep, ...]:
    """The dated steps of the row's ladder."""
    if row.ladder is None or row.legal_due is None or row.target_due is None:
        return ()
    return escalation.plan(
        surroundings.ladders[row.ladder],
        row.legal_due,
        row.target_due,
        surroundings.calendars.calendar_of(row.agency_id),
        owed_to_department=row.owed_to_department,
    )


def arm(
    row: ProcessInstance | Task,
    rule: EscalationRule | None,
    surroundings: Surroundings,
    now: datetime,
    *,
    done: str = "",
) -> None:
    """Put the row on its ladder: the next moment is a column, found by the escalation pass.

    `done` are the steps of that ladder that were already told.
    """
    row.ladder = rule.ladder if rule else None
    row.owed_to_department = bool(rule and rule.owed_to_department)
    row.ladder_done = done
    row.escalate_at = None
    match decide(row, surroundings, created=now, now=now):
        case escalation.Tell():
            row.escalate_at = now
        case escalation.Wait(until=until):
            row.escalate_at = until
        case escalation.Rest():
            pass


def decide(
    row: ProcessInstance | Task, surroundings: Surroundings, *, created: datetime, now: datetime
) -> escalation.Decision:
    """What the row's ladder asks for now."""
    calendar = surroundings.calendars.calendar_of(row.agency_id)
    return escalation.decide(planned_steps(row, surroundings), row.ladder_done, created, now, calendar)
