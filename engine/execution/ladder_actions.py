"""What a ladder does besides telling: offer a task anew, raise it, open a nonconformity, start a process."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Invalid, Refusal
from engine.domain.escalation_steps import (
    Action,
    NewHolder,
    OpenNonconformity,
    RaisePriority,
    Reassign,
    StartProcess,
    Step,
)
from engine.domain.escalation_text import action_said
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.messages import MOST_HOPS, TooManyHops, series_of
from engine.domain.refusals import ModelNotFound
from engine.execution.beginning import begin
from engine.execution.history import HistoryWriter
from engine.execution.instances import Execution
from engine.execution.notices import notify
from engine.execution.recipients import (
    UNIT_HEAD_ROLE,
    candidates,
    open_tasks,
    own_candidates,
    watchers,
)
from engine.execution.separation import barred_among
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import let_go
from engine.execution.versions_in_force import version_in_force
from engine.ports import LateWork
from engine.store.session import will_pass
from engine.store.tables import ProcessInstance, Task

ACTION_FAILED: Final = "S06"
_log = logging.getLogger(__name__)


class NoRegisterOfNonconformities(Invalid):
    """A ladder asks for a nonconformity where the office keeps no register of them."""

    def __init__(self) -> None:
        super().__init__(
            vi="Hệ thống chưa nối với sổ theo dõi sự không phù hợp nên không mở được phiếu.",
            en="No register of nonconformities is connected, so none could be opened.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Climbed:
    """A step that was reached now, of a task or of a whole case, under the lock of the case."""

    instance: ProcessInstance
    task: Task | None
    ladder: str
    step: Step
    occasion: str
    now: datetime

    @property
    def subject(self) -> UUID:
        """What is late."""
        return self.task.id if self.task is not None else self.instance.id


def act(session: Session, surroundings: Surroundings, climbed: Climbed) -> list[dict[str, object]]:
    """Carry out the actions of a step; what was done, as the history tells it.

    One that fails is told to those who may repair it and holds up neither the others nor the telling.
    """
    return [_tried(session, surroundings, climbed, action) for action in climbed.step.actions]


def _tried(
    session: Session, surroundings: Surroundings, climbed: Climbed, action: Action
) -> dict[str, object]:
    try:
        with session.begin_nested():
            return action_said(action) | _done(session, surroundings, climbed, action)
    except Exception as error:
        if will_pass(error):
            raise
        _log.exception(
            "ladder_action_failed", extra={"instance": str(climbed.instance.id), "step": climbed.step.code}
        )
        told = watchers(session, surroundings, climbed.instance.agency_id, local_day(climbed.now))
        vi, en = (error.vi, error.en) if isinstance(error, Refusal) else (str(error), str(error))
        notify(
            session,
            climbed.instance,
            told,
            kind=ACTION_FAILED,
            now=climbed.now,
            task=climbed.task,
            step=climbed.occasion,
            data={"reason": vi, "reason_en": en},
        )
        return action_said(action) | {"failed": vi, "failed_en": en}


def _done(
    session: Session, surroundings: Surroundings, climbed: Climbed, action: Action
) -> dict[str, object]:
    match action:
        case Reassign(to=to):
            return {
                "tasks": [
                    _reassign(session, surroundings, climbed, task, to) for task in _tasks(session, climbed)
                ]
            }
        case RaisePriority(to=to):
            for task in _tasks(session, climbed):
                task.priority = max(task.priority, to)
            return {}
        case OpenNonconformity():
            return {"code": _open_nonconformity(session, surroundings, climbed)}
        case StartProcess():
            return _start(session, surroundings, climbed, action)


def _tasks(session: Session, climbed: Climbed) -> list[Task]:
    return open_tasks(session, climbed.instance) if climbed.task is None else [climbed.task]


def _reassign(
    session: Session, surroundings: Surroundings, climbed: Climbed, task: Task, to: NewHolder
) -> dict[str, object]:
    """Take the claim back and offer the task; without a head of the unit it goes back to its queue."""
    now, day = climbed.now, local_day(climbed.now)
    holder, held_for = task.claimed_by, task.claimed_for
    unit = _unit_with_head(session, surroundings, climbed, task, day) if to is NewHolder.UNIT_HEAD else None
    if unit is not None:
        task.role, task.unit_id, task.person_id = UNIT_HEAD_ROLE, unit, None
    elif holder is None:
        return {"task": task.id, "from": None}
    let_go(task)
    told = candidates(session, surroundings, task, day)
    notify(session, climbed.instance, told, kind="M01", now=now, task=task, step=climbed.occasion)
    history = HistoryWriter(climbed.instance, Actor.system(), now)
    history.record(
        "task.reassigned",
        element=task.element_id,
        task=task.id,
        data={
            "from": holder,
            **({"from_for": held_for} if held_for else {}),
            "to": list(told),
            "step": climbed.step.code,
            "role": task.role,
            "unit": unit,
        },
    )
    history.append(session)
    return {"task": task.id, "from": holder}


def _unit_with_head(
    session: Session, surroundings: Surroundings, climbed: Climbed, task: Task, day: date
) -> UUID | None:
    """The unit of the task, else of who holds it or may take it, with a head who may do it.

    A head from whom the task is to be kept apart gets it by no ladder either.
    """
    directory = surroundings.directory
    units: Iterable[UUID] = (task.unit_id,) if task.unit_id else ()
    if not units:
        persons = own_candidates(session, surroundings, task, day)
        found = {unit: None for person in persons for unit in directory.units_of(session, person, day)}
        units = found if len(found) == 1 or task.claimed_by else ()  # of many units none is meant
    for unit in units:
        heads = directory.holders(session, task.agency_id, UNIT_HEAD_ROLE, unit, day)
        if set(heads) - barred_among(session, surroundings, climbed.instance, task, heads, climbed.now):
            return unit
    return None


def _open_nonconformity(session: Session, surroundings: Surroundings, climbed: Climbed) -> str:
    if surroundings.open_nonconformity is None:
        raise NoRegisterOfNonconformities
    instance, task = climbed.instance, climbed.task
    row = task or instance
    late = LateWork(
        id=derived_id("nonconformity", climbed.subject, climbed.ladder),
        agency=instance.agency_id,
        instance=instance.id,
        case_code=instance.code,
        case_title=instance.title,
        task_name=" – ".join(part for part in (task.name, task.title) if part) if task else "",
        legal_due=row.legal_due,
        legal_basis=row.legal_basis,
    )
    return surroundings.open_nonconformity(session, late, climbed.now)


def _start(
    session: Session, surroundings: Surroundings, climbed: Climbed, action: StartProcess
) -> dict[str, object]:
    """Start a case, once for what is late; it knows of which case and task it speaks."""
    parent = climbed.instance
    begun = derived_id("ladder", climbed.subject, climbed.ladder, climbed.step.code, action.key)
    known = session.get(ProcessInstance, begun)
    if known is not None:
        return {"case": known.code, "instance": begun}
    if parent.hops >= MOST_HOPS:
        raise TooManyHops(action.key)
    version = version_in_force(session, action.key, parent.agency_id, local_day(climbed.now))
    if version is None:
        raise ModelNotFound(action.key)

    def occasion(execution: Execution) -> None:
        execution.row.hops = parent.hops + 1
        execution.record(
            "escalation.began", data={"instance": parent.id, "code": parent.code, "step": climbed.step.code}
        )

    execution = begin(
        session,
        surroundings,
        version,
        agency=parent.agency_id,
        series=series_of(action.key),
        variables={**_of_late(climbed), **action.variables},
        actor=Actor.system(),
        now=climbed.now,
        occasion=occasion,
        instance=begun,
    )
    return {"case": execution.row.code, "instance": begun}


def _of_late(climbed: Climbed) -> dict[str, str]:
    """What a started case knows of the late one, under names of its own."""
    task = climbed.task
    return {
        "ho_so_tre": climbed.instance.code,
        "ma_ho_so_tre": str(climbed.instance.id),
        "viec_tre": task.name if task is not None else "",
        "bac_nhac_viec": climbed.step.code,
    }
