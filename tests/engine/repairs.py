"""Administrators repairing cases of small models: what they do, and what one sees of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

from engine.commands.change_variables import ChangeVariables, change_variables
from engine.commands.move_token import MoveToken, move_token
from engine.commands.resolve_incident import (
    AnswerIncident,
    CloseIncident,
    SkipIncident,
    answer_incident,
    close_incident,
    skip_incident,
)
from engine.commands.retry_incident import RetryIncident, retry_incident
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.errors import Invalid
from engine.domain.interventions import (
    Intervention,
)
from engine.domain.states import TaskState
from engine.domain.values import Value
from engine.execution.instances import lock
from engine.ports import OperatorCall
from engine.runtime import Scope
from engine.store.tables import Incident
from tests.engine.cases import bundle, history, incidents, offer, publish, role, start
from tests.office import Office

ROLES = {one: role("THU_KY_ISO") for one in ("a", "b", "c")}
REASON = "Sửa theo biên bản 12/BB"
CHOICE = """
    s:start
    a:user
    g:xor
    b:user
    c:user
    e:end
    s > a > g
    g > b if kq = "co"
    g > c if kq = "khong"
    b > e
    c > e
"""
ONE_SERVICE = "s:start\n v:service dich_vu.ghi result=kq\n a:user\n e:end\n s > v > a > e"


class NoPaper(Invalid):
    """What the trial service says when it cannot."""

    def __init__(self) -> None:
        super().__init__(vi="Máy in hết giấy.", en="The printer is out of paper.")


@dataclass
class Service:
    """Fails as long as it is broken."""

    broken: bool = True
    calls: int = 0

    def __call__(self, call: OperatorCall) -> Value:
        del call
        self.calls += 1
        if self.broken:
            raise NoPaper
        return "in"


def why(office: Office, by: str = "quantri") -> Intervention:
    return Intervention(viewer=office.viewer(by), origin="test", reason=REASON)


def change(office: Office, instance: UUID, scope: str = "", by: str = "quantri", **values: Value) -> None:
    command = ChangeVariables(instance=instance, values=values, scope=scope, intervention=why(office, by))
    change_variables(office.system.store, office.system.surroundings, command, office.now)


def move(
    office: Office,
    instance: UUID,
    place: str,
    target: str | None,
    *,
    after: bool = False,
    by: str = "quantri",
) -> None:
    command = MoveToken(
        instance=instance, place=place, target=target, after=after, intervention=why(office, by)
    )
    move_token(office.system.store, office.system.surroundings, command, office.now)


def place(office: Office, instance: UUID, element: str) -> str:
    with office.system.store.transaction() as session:
        process = lock(
            session, office.system.surroundings, instance, actor=why(office).actor, now=office.now
        ).process
        return next(one.id for one in process.places() if one.element_id == element)


def scopes(office: Office, instance: UUID) -> tuple[Scope, ...]:
    with office.system.store.transaction() as session:
        around = office.system.surroundings
        return lock(session, around, instance, actor=why(office).actor, now=office.now).process.scopes()


def suspend(office: Office, instance: UUID) -> None:
    command = SuspendInstance(instance=instance, intervention=why(office))
    suspend_instance(office.system.store, office.system.surroundings, command, office.now)


def retry(office: Office, incident: UUID, by: str = "quantri") -> None:
    command = RetryIncident(incident=incident, intervention=why(office, by))
    retry_incident(office.system.store, office.system.surroundings, command, office.now)


def answer(office: Office, incident: UUID, value: Value = "tay", by: str = "quantri") -> None:
    command = AnswerIncident(incident=incident, answer=value, intervention=why(office, by))
    answer_incident(office.system.store, office.system.surroundings, command, office.now)


def skip(office: Office, incident: UUID, by: str = "quantri") -> None:
    command = SkipIncident(incident=incident, intervention=why(office, by))
    skip_incident(office.system.store, office.system.surroundings, command, office.now)


def close(office: Office, incident: UUID, by: str = "quantri") -> None:
    command = CloseIncident(incident=incident, intervention=why(office, by))
    close_incident(office.system.store, office.system.surroundings, command, office.now)


def data(office: Office, instance: UUID, kind: str) -> dict[str, object]:
    (found,) = (one for one in history(office, instance) if one.kind == kind)
    told = json.loads(found.data)
    assert isinstance(told, dict)
    return told


def opened(office: Office, instance: UUID) -> list[str]:
    live = {TaskState.OPEN, TaskState.CLAIMED}
    return sorted(one.element_id for one in office.tasks(instance) if one.state in live)


def stuck(office: Office, service: Service) -> tuple[UUID, Incident]:
    """A case whose service task has used up its tries."""
    offer(office, dich_vu__ghi=service)
    publish(office, bundle(ONE_SERVICE, ROLES))
    instance = start(office)
    office.pass_days(1)
    (incident,) = incidents(office, instance)
    return instance, incident
