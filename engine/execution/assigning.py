"""Who may give a task to somebody: the rule that the verb and the pages share."""

from __future__ import annotations

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.store.tables import Task


def may_assign(viewer: Viewer, task: Task) -> bool:
    """Whether the viewer, by an own role, may give the task to a person or back to its queue."""
    return viewer.agency == task.agency_id and may(viewer, Power.ASSIGN_TASK, unit=task.unit_id)
