"""Who may give a task to somebody: the rule that the verb and the pages share."""

from __future__ import annotations

from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.execution.surroundings import Surroundings
from engine.store.tables import Task


def may_assign(viewer: Viewer, task: Task) -> bool:
    """Whether the viewer, by an own role, may give the task to a person or back to its queue."""
    return viewer.agency == task.agency_id and may(viewer, Power.ASSIGN_TASK, unit=task.unit_id)


def waits_in_vain(session: Session, surroundings: Surroundings, task: Task) -> bool:
    """Whether the task waits for one person who is with the agency no more: any colleague may get it.

    What is to be done in person alone stays that person's: an administrator steps in.
    """
    if task.person_id is None or task.in_person:
        return False
    return task.person_id not in surroundings.directory.members(session, task.agency_id)
