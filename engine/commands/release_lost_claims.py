"""Give back to its queue what is held by somebody who lost role or mandate: no task may lie unseen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Candidates
from engine.domain.local_time import local_day
from engine.domain.states import TaskState
from engine.execution.history import HistoryWriter
from engine.execution.instances import INSTANCES, TASKS
from engine.execution.ladders import look_again
from engine.execution.notices import notify
from engine.execution.recipients import WhoMayTake, candidates
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import let_go
from engine.store.rows import Statement, write
from engine.store.session import Store
from engine.store.tables import ProcessInstance, Task

NEW_TASK: Final = "M01"
_CLAIMED: Final = (
    Task.state == TaskState.CLAIMED,
    or_(Task.person_id.is_(None), Task.claimed_by != Task.person_id),
)
"""What a person holds of whom alone the task is stays with that person."""
_ASKED: Final = (
    Task.agency_id,
    Task.role,
    Task.unit_id,
    Task.person_id,
    Task.process_key,
    Task.element_id,
    Task.in_person,
    Task.claimed_by,
)
_HELD: Final = Statement(select(*_ASKED).where(*_CLAIMED).distinct())
_LOCK: Final = Statement(
    select(ProcessInstance.__table__, Task.__table__)
    .join(Task, Task.instance_id == ProcessInstance.id)
    .where(*_CLAIMED, *(column.is_not_distinct_from(bindparam(column.key)) for column in _ASKED))
    .order_by(Task.created_at, Task.id)
    .limit(1)
    .with_for_update(of=[ProcessInstance, Task], skip_locked=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LostClaim:
    """Tasks of one kind, claimed by somebody who may not do them any more, of own right or by a mandate."""

    agency: UUID
    asked: Candidates
    person: UUID


def lost_claims(session: Session, surroundings: Surroundings, now: datetime) -> tuple[LostClaim, ...]:
    """Whose claims do not hold today; the roles are asked once each, however many tasks are held."""
    today = local_day(now)
    able: dict[UUID, WhoMayTake] = {}
    lost = []
    for agency, role, unit, person, procedure, element, in_person, holder in _HELD.run(session):
        asked = Candidates(
            role=role, unit=unit, person=person, procedure=procedure, element=element, in_person=in_person
        )
        who = able.setdefault(agency, WhoMayTake(session, surroundings, agency, today))
        if holder not in who.of(asked):
            lost.append(LostClaim(agency=agency, asked=asked, person=holder))
    return tuple(lost)


def release_lost_claim(store: Store, surroundings: Surroundings, lost: LostClaim, now: datetime) -> bool:
    """Offer one task of a lost claim anew, what was typed kept with it; false when none is left.

    Those who may take it now are told as of a new task.
    """
    with store.transaction() as session:
        found = _lock(session, lost)
        if found is None:
            return False
        instance, task = found
        able = candidates(session, surroundings, task, local_day(now))
        if lost.person in able:  # the role or the mandate came back in the meantime
            return False
        told = {"by": lost.person, **({"on_behalf_of": task.claimed_for} if task.claimed_for else {})}
        let_go(task)
        look_again(task, surroundings, now)
        history = HistoryWriter(instance, Actor.system(), now)
        history.record("task.released", element=task.element_id, task=task.id, data=told)
        history.append(session)
        write(session, task)
        write(session, instance)
        step = f"released {now.isoformat()}"
        notify(session, instance, able, kind=NEW_TASK, now=now, task=task, step=step)
        return True


def _lock(session: Session, lost: LostClaim) -> tuple[ProcessInstance, Task] | None:
    asked = lost.asked
    found = _LOCK.run(
        session,
        agency_id=lost.agency,
        role=asked.role,
        unit_id=asked.unit,
        person_id=asked.person,
        process_key=asked.procedure,
        element_id=asked.element,
        in_person=asked.in_person,
        claimed_by=lost.person,
    ).fetchone()
    if found is None:
        return None
    return INSTANCES.one(found[: INSTANCES.width]), TASKS.one(found[INSTANCES.width :])
