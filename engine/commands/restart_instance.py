"""Start a new case with what an ended one knew at its start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.interventions import AlreadyRestarted, InstanceNotEnded, Intervention
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.values import Value, load_values
from engine.execution.beginning import begin
from engine.execution.interventions import lock_for, record
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store
from engine.store.tables import HistoryEvent, ModelVersion, ProcessInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartInstance:
    """The ended case that is to be done again."""

    instance: UUID
    intervention: Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceRestarted:
    """The new case."""

    instance: UUID
    code: str


def restart_instance(
    store: Store, surroundings: Surroundings, command: RestartInstance, now: datetime
) -> InstanceRestarted:
    """Start a case of the version in force of the same model; each of the two names the other in its history.

    Deadlines are computed anew from the same start. Raises as `lock_for`, InstanceNotEnded,
    AlreadyRestarted, ModelNotFound, and what the start of the model refuses.
    """
    with store.transaction() as session:
        old = lock_for(session, surroundings, command.instance, command.intervention, now, ended=True)
        if old.row.state in LIVE_INSTANCE_STATES:
            raise InstanceNotEnded(old.row.id)
        _refuse_second(session, old.row.id)
        key = session.get_one(ModelVersion, old.row.model_version_id).key
        version = version_in_force(session, key, old.row.agency_id, local_day(now))
        if version is None:
            raise ModelNotFound(key)
        new = begin(
            session,
            surroundings,
            version,
            agency=old.row.agency_id,
            series=old.row.code.split("-", 1)[0],
            variables=start_variables(session, command.instance),
            actor=command.intervention.actor,
            now=now,
        )
        new.row.confidential = new.row.confidential or old.row.confidential
        follow = surroundings.on_restart.get(key)
        if follow is not None:
            follow(session, old.row.id, new.row.id)
        new.record("instance.restarted_from", data={"from": old.row.id, "from_code": old.row.code})
        new.save_history()
        record(
            old,
            command.intervention,
            "instance.restarted",
            data={"into": new.row.id, "into_code": new.row.code},
        )
        old.save_history()
        return InstanceRestarted(instance=new.row.id, code=new.row.code)


def _refuse_second(session: Session, ended: UUID) -> None:
    """One that was restarted and still runs is enough; the lock of the ended case is held."""
    told = session.scalars(
        select(HistoryEvent.data)
        .where(HistoryEvent.instance_id == ended, HistoryEvent.kind == "instance.restarted")
        .order_by(HistoryEvent.sequence.desc())
        .limit(1)
    ).one_or_none()
    if told is None:
        return
    begun = session.get(ProcessInstance, UUID(json.loads(told)["into"]))
    if begun is not None and begun.state in LIVE_INSTANCE_STATES:
        raise AlreadyRestarted(ended, begun.code)


def start_variables(session: Session, instance: UUID) -> Mapping[str, Value]:
    """What a case knew at its start, as its history tells."""
    told = session.scalars(
        select(HistoryEvent.data)
        .where(HistoryEvent.instance_id == instance, HistoryEvent.kind == "instance.started")
        .order_by(HistoryEvent.sequence)
        .limit(1)
    ).one()
    return load_values(str(json.loads(told)["variables"]).encode())
