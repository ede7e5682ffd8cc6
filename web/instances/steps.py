"""The steps of a case in words: what stands in the drawing, in its order, with where each has got to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _

from engine.domain.definition import ActivityDefinition, ActivityKind
from engine.domain.states import LIVE_TASK_STATES, InstanceState
from engine.queries.instance import InstanceView
from web.names import role_name


class StepState(StrEnum):
    """Where a step has got to."""

    DONE = "done"
    CURRENT = "current"
    TO_COME = "to_come"
    PASSED_BY = "passed_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the outline; `waiting` counts the tasks open at it."""

    element: str
    name: str
    who: str
    state: StepState
    waiting: int
    late: bool
    broken: bool


def steps(view: InstanceView) -> tuple[Step, ...]:
    """What people or services do, from left to right, top to bottom of the drawing."""
    open_at = Counter(task.element for task in view.tasks if task.state in LIVE_TASK_STATES)
    found = (view.definition.activities[element] for element in view.definition.order)
    return tuple(
        Step(
            element=activity.element_id,
            name=activity.name,
            who=_who(activity),
            state=_state(view, activity.element_id),
            waiting=open_at[activity.element_id] or view.drawing.current.get(activity.element_id, 0),
            late=activity.element_id in view.drawing.overdue,
            broken=activity.element_id in view.drawing.incidents,
        )
        for activity in found
        if activity.kind.done_by_people or activity.kind is ActivityKind.SERVICE_TASK
    )


def _state(view: InstanceView, element: str) -> StepState:
    if view.drawing.current.get(element):
        return StepState.CURRENT
    if element in view.drawing.completed:
        return StepState.DONE
    return StepState.TO_COME if view.state is InstanceState.RUNNING else StepState.PASSED_BY


def _who(activity: ActivityDefinition) -> str:
    if not activity.kind.done_by_people:
        return str(_("Hệ thống"))
    asked = activity.assignment
    if asked is None:
        return ""
    if asked.person_expression:
        return str(_("Từng người được giao"))
    if asked.unit_expression:
        return str(_("%(role)s của đơn vị chủ trì", role=role_name(asked.role)))
    return role_name(asked.role)
