"""Give back to its queue what is held by somebody who lost the role: nobody's task may lie unseen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.local_time import local_day
from engine.domain.states import TaskState
from engine.execution.history import HistoryWriter
from engine.execution.instances import INSTANCES, TASKS
from engine.execution.ladders import look_again
from engine.execution.notices import notify
from engine.execution.recipients import candidates
from engine.execution.surroundings import Surroundings
from engine.store.rows import Statement, write
from engine.store.session import Store
from engine.store.tables import ProcessInstance, Task

NEW_TASK: Final = "M01"
_CLAIMED: Final = (Task.state == TaskState.CLAIMED, Task.person_id.is_(None))
_HELD: Final = Statement(
    select(Task.agency_id, Task.role, Task.unit_id, Task.claimed_by).where(*_CLAIMED).distinct()
)
_LOCK: Final = Statement(
    select(ProcessInstance.__table__, Task.__table__)
    .join(Task, Task.instance_id == ProcessInstance.id)
    .where(
        *_CLAIMED,
        Task.agency_id == bindparam("agency"),
        Task.role == bindparam("role"),
        Task.claimed_by == bindparam("person"),
        Task.unit_id.is_not_distinct_from(bindparam("unit")),
    )
    .order_by(Task.created_at, Task.id)
    .limit(1)
    .with_for_update(of=[ProcessInstance, Task], skip_locked=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LostClaim:
    """Tasks of a role in a unit, claimed by somebody who does not hold it any more."""

    agency: UUID
    role: str
    unit: UUID | None
    person: UUID


def lost_claims(session: Session, surroundings: Surroundings, now: datetime) -> tuple[LostClaim, ...]:
    """Whose claims do not hold today; the roles are asked once each, however many tasks are held."""
    today = local_day(now)
    able: dict[tuple[UUID, str, UUID | None], frozenset[UUID]] = {}
    lost = []
    for agency, role, unit, person in _HELD.run(session):
        queue = (agency, role, unit)
        if queue not in able:
            able[queue] = frozenset(surroundings.directory.holders(session, agency, role, unit, today))
        if person not in able[queue]:
            lost.append(LostClaim(agency=agency, role=role, unit=unit, person=person))
    return tuple(lost)


def release_lost_claim(store: Store, surroundings: Surroundings, lost: LostClaim, now: datetime) -> bool:
    """Offer one task of a lost claim anew, what was typed kept with it; false when none is left.

    Those who hold the role now are told as of a new task.
    """
    with store.transaction() as session:
        found = _LOCK.run(
            session, agency=lost.agency, role=lost.role, unit=lost.unit, person=lost.person
        ).fetchone()
        if found is None:
            return False
        instance, task = INSTANCES.one(found[: INSTANCES.width]), TASKS.one(found[INSTANCES.width :])
        able = candidates(session, surroundings, task, local_day(now))
        if lost.person in able:  # the role came back in the meantime
            return False
        task.state = TaskState.OPEN
        task.claimed_by = None
        task.claimed_at = None
        look_again(task, surroundings, now)
        history = HistoryWriter(instance, Actor.system(), now)
        history.record("task.released", element=task.element_id, task=task.id, data={"by": lost.person})
        history.append(session)
        write(session, task)
        write(session, instance)
        step = f"released {now.isoformat()}"
        notify(session, instance, able, kind=NEW_TASK, now=now, task=task, step=step)
        return True
