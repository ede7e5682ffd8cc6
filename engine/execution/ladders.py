"""The escalation ladder of a case or task: planned by its dates, climbed by the worker."""

from __future__ import annotations

from datetime import datetime

from engine.domain import escalation
from engine.domain.definition import EscalationRule
from engine.execution.surroundings import Surroundings
from engine.store.tables import ProcessInstance, Task


def planned_steps(
    row: ProcessInstance | Task, surroundings: Surroundings
) -> tuple[escalation.PlannedStep, ...]:
    """The dated steps of the row's ladder."""
    if row.ladder is None or row.legal_due is None or row.target_due is None:
        return ()
    return escalation.plan(
        surroundings.ladders.ladder(row.agency_id, row.ladder),
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
