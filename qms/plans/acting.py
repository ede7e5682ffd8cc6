"""What people do with a plan in force: tell the result of an activity, ask for an amendment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import FieldsInvalid
from engine.domain.forms.fields import Message
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound, NotAuthorised
from engine.domain.states import InstanceState
from engine.domain.text import normal, storable
from engine.execution.beginning import begin
from engine.execution.history import record_audit
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store
from engine.store.tables import ProcessInstance
from qms.plans.following import FOLLOWED
from qms.plans.refusals import (
    ActivityNotFound,
    AmendmentUnderWay,
    FollowedByRegister,
    PlanNotFound,
    PlanNotInForce,
)
from qms.plans.rules import MODEL_KEY, SERIES, ActivityState, PlanState
from qms.plans.tables import PlanActivity, YearPlan

RECORDED: Final = "plan.activity_recorded"
SHORTEST: Final = 10
LONGEST: Final = 2000
_TOLD: Final = (ActivityState.RUNNING, ActivityState.DONE, ActivityState.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordActivity:
    """How an activity stands, in the words of the unit in charge."""

    viewer: Viewer
    origin: str
    activity: UUID
    state: ActivityState | None
    result: str
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendPlan:
    """Why the plan in force is to be changed."""

    viewer: Viewer
    origin: str
    plan: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending:
    """The case that prepares the next edition."""

    instance: UUID
    code: str


def may_amend(viewer: Viewer) -> bool:
    """Whether the viewer starts an amendment: who starts yearly processes does."""
    return may(viewer, Power.START_PROCESS)


def may_record(viewer: Viewer, unit: UUID | None) -> bool:
    """Whether the viewer tells the result of an activity of that unit; None: of the whole agency."""
    return may(viewer, Power.RECORD_PLANNED_WORK, unit=unit)


def record_activity(store: Store, command: RecordActivity, now: datetime) -> None:
    """Enter state, result and day.

    Raises ActivityNotFound, NotAuthorised, PlanNotInForce, FollowedByRegister and FieldsInvalid.
    """
    with store.transaction() as session:
        row = session.get(PlanActivity, command.activity, with_for_update=True)
        if row is None or row.agency_id != command.viewer.agency:
            raise ActivityNotFound
        if not may_record(command.viewer, row.unit_id):
            raise NotAuthorised("ghi kết quả hoạt động này", "record the result of this activity")
        if session.get_one(YearPlan, row.plan_id).state != PlanState.ISSUED:
            raise PlanNotInForce
        if row.kind in FOLLOWED and command.state is not ActivityState.DROPPED:
            raise FollowedByRegister
        result = normal(storable(command.result)).strip()[:LONGEST]
        state = _require_told(command, result, local_day(now))
        row.state, row.result = state, result
        row.ended_on = None if state is ActivityState.RUNNING else command.ended_on or local_day(now)
        record_audit(
            session,
            RECORDED,
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=row.agency_id,
            now=now,
            data={"activity": row.id, "plan": row.plan_id, "state": row.state, "result": result},
        )


def amend_plan(store: Store, surroundings: Surroundings, command: AmendPlan, now: datetime) -> Amending:
    """Start P01 on the edition in force; signed, the new one takes its place and is sent again.

    Raises NotAuthorised, FieldsInvalid, PlanNotFound, PlanNotInForce, AmendmentUnderWay, ModelNotFound.
    """
    viewer = command.viewer
    if not may_amend(viewer):
        raise NotAuthorised("sửa đổi kế hoạch năm", "amend the yearly plan")
    reason = normal(storable(command.reason)).strip()[:LONGEST]
    if len(reason) < SHORTEST:
        raise FieldsInvalid(fields={"reason": [_reason_missing()]})
    with store.transaction() as session:
        plan = session.get(YearPlan, command.plan, with_for_update=True)
        if plan is None or plan.agency_id != viewer.agency:
            raise PlanNotFound
        if plan.state != PlanState.ISSUED or plan.instance_id is None:
            raise PlanNotInForce
        _refuse_second(session, plan)
        version = version_in_force(session, MODEL_KEY, viewer.agency, local_day(now))
        if version is None:
            raise ModelNotFound(MODEL_KEY)
        case = begin(
            session,
            surroundings,
            version,
            agency=viewer.agency,
            series=SERIES,
            variables={"nam": plan.year, "ke_hoach_goc": str(plan.id), "ly_do_sua": reason},
            actor=Actor(person=viewer.person, origin=command.origin),
            now=now,
        )
        return Amending(instance=case.row.id, code=case.row.code)


def _refuse_second(session: Session, plan: YearPlan) -> None:
    """An edition behind this one whose case still runs."""
    other = session.execute(
        select(ProcessInstance.code, ProcessInstance.state)
        .join(YearPlan, YearPlan.instance_id == ProcessInstance.id)
        .where(
            YearPlan.agency_id == plan.agency_id,
            YearPlan.year == plan.year,
            YearPlan.edition > plan.edition,
        )
    )
    for code, state in other:
        if state != InstanceState.CANCELLED:
            raise AmendmentUnderWay(code)


def _require_told(command: RecordActivity, result: str, today: date) -> ActivityState:
    fields: dict[str, list[Message]] = {}
    if command.state not in _TOLD:
        fields["state"] = [("Xin chọn tình trạng.", "Choose the state.")]
    if command.state is not ActivityState.RUNNING and not result:
        fields["result"] = [
            ("Ghi kết quả, hoặc lý do không thực hiện.", "Give the result, or why it is dropped.")
        ]
    if command.ended_on is not None and command.ended_on > today:
        fields["ended_on"] = [("Ngày này chưa đến.", "This day has not come yet.")]
    if fields or command.state is None:
        raise FieldsInvalid(fields=fields)
    return command.state


def _reason_missing() -> Message:
    return (
        f"Nêu lý do sửa đổi, ít nhất {SHORTEST} ký tự.",
        f"Say why it is amended, {SHORTEST} letters or more.",
    )
