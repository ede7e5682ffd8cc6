"""The steps of a case in words: what stands in the drawing, in its order, with where each has got to."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _

from engine.domain.definition import ActivityDefinition, ActivityKind, ProcessDefinition
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
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
    """What people or services do, in the order in which a case comes to it.

    What was done in an earlier version of the model, and is no longer in it, comes first.
    """
    open_at = Counter(task.element for task in view.tasks if task.state in LIVE_TASK_STATES)
    present = (view.definition.activities[element] for element in order_of_flow(view.definition))
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
        for activity in (*view.past, *present)
        if activity.kind.done_by_people or activity.kind is ActivityKind.SERVICE_TASK
    )


def order_of_flow(definition: ProcessDefinition) -> tuple[str, ...]:
    """The elements as a case meets them: into a sub-process before past it, border events last."""
    followers: dict[str, list[str]] = defaultdict(list)
    for source, target in definition.flows.values():
        followers[source].append(target)
    activities = definition.activities
    inside: dict[str | None, list[str]] = defaultdict(list)
    borders: dict[str, list[str]] = defaultdict(list)
    for element in definition.order:
        if activities[element].attached_to is not None:
            borders[activities[element].attached_to or ""].append(element)
        elif activities[element].kind is ActivityKind.START_EVENT:
            inside[activities[element].parent_id].append(element)
    met: dict[str, None] = {}
    ahead = [*definition.order[::-1], *inside[None][::-1]]
    while ahead:
        element = ahead.pop()
        if element not in met:
            met[element] = None
            ahead += [*borders[element][::-1], *followers[element][::-1], *inside[element][::-1]]
    return tuple(met)


def _state(view: InstanceView, element: str) -> StepState:
    if view.drawing.current.get(element):
        return StepState.CURRENT
    if element in view.drawing.completed:
        return StepState.DONE
    return StepState.TO_COME if view.state in LIVE_INSTANCE_STATES else StepState.PASSED_BY


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
