"""Changes decided now for a day to come: recorded, cancelled before, carried out by a worker on their day."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.delivery import SETTLE
from engine.domain.errors import Refusal
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.local_time import local_day, start_of_day
from engine.domain.text import one_line
from engine.execution.history import canonical, record_audit
from engine.execution.notices import CHANGE_REFUSED, REQUIRED, leave
from engine.store.session import Store, will_pass
from qms.administration.asked import Change, ChangeKind, kind_of, read_change, subjects_of, written
from qms.administration.authority import Basis, administers, require_administrator
from qms.administration.places import (
    PersonLeaves,
    TransferPerson,
    checked_leaving,
    checked_transfer,
    enter_leaving,
    enter_transfer,
)
from qms.administration.refusals import DayNotToCome, PlannedAlready, PlanNotFound, PlanOver, ReasonMissing
from qms.administration.roles import administrators
from qms.administration.tables import PlannedChange
from qms.administration.units import ChangeUnits, enter_unit_change, preview_units
from qms.organisation.succession import SucceedAgencies, enter_succession, preview_succession
from qms.organisation.tables import Agency, Person, Unit

PLANNED_ORIGIN = "planned"
_FAULT: Final = (
    "Hệ thống gặp lỗi khi thực hiện; xin báo bộ phận kỹ thuật trước khi ghi lại thay đổi này.",
    "The system failed while making it; tell the technicians before you record this change again.",
)
_log = logging.getLogger(__name__)


class PlanState(StrEnum):
    """Where a planned change stands; only a planned one moves."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPlan:
    """Take back a change before its day."""

    viewer: Viewer
    origin: str
    plan: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A planned change as a list shows it."""

    id: UUID
    kind: ChangeKind
    state: PlanState
    names: tuple[str, ...]
    change: Change
    effective_on: date
    decision: str
    decided_on: date | None
    recorded_at: datetime
    recorded_by: UUID | None
    ended_at: datetime | None
    ended_by: UUID | None
    reason: str
    reason_en: str


def plan_change(store: Store, change: Change, now: datetime) -> UUID:
    """Record the change for its day, once it would be possible as things stand today.

    Raises DayNotToCome, PlannedAlready, and as the verb of the change.
    """
    with store.transaction() as session:
        if change.effective_on <= local_day(now):
            raise DayNotToCome(change.effective_on)
        agency, basis = _checked(session, change, now)
        kind, subjects = kind_of(change), subjects_of(change)
        _require_unplanned(session, kind, subjects)
        row = PlannedChange(
            id=fresh_id(),
            agency_id=agency,
            kind=kind,
            subjects=list(subjects),
            asked={**written(change), "names": _names(session, subjects)},
            effective_on=change.effective_on,
            run_at=start_of_day(change.effective_on),
            state=PlanState.PLANNED,
            decision=basis.number,
            decided_on=basis.decided_on,
            recorded_at=now,
            recorded_by=basis.actor.person,
        )
        session.add(row)
        session.flush()
        _record(session, "change.planned", row, basis.actor, now)
        return row.id


def cancel_plan(store: Store, command: CancelPlan, now: datetime) -> None:
    """Raises NotAuthorised, PlanNotFound, PlanOver, ReasonMissing."""
    with store.transaction() as session:
        require_administrator(command.viewer)
        row = session.scalars(
            select(PlannedChange).where(PlannedChange.id == command.plan).with_for_update()
        ).one_or_none()
        if row is None or not administers(session, command.viewer, row.agency_id):
            raise PlanNotFound
        if row.state != PlanState.PLANNED:
            raise PlanOver
        reason = one_line(command.reason)
        if not reason:
            raise ReasonMissing
        _close(row, PlanState.CANCELLED, now, reason, reason)
        row.ended_by = command.viewer.person
        session.flush()
        actor = Actor(person=command.viewer.person, origin=command.origin)
        _record(session, "change.cancelled", row, actor, now, reason=reason)


def carry_out_next(store: Store, now: datetime) -> bool:
    """Carry out one change whose day has come; false when there is none.

    What the verb refuses is not tried again: the row says why, the administrators are told, and one of them
    decides anew. A fault of the program is held to be no different, so that it holds up no other change.
    """
    with store.transaction() as session:
        row = session.scalars(
            select(PlannedChange)
            .where(PlannedChange.run_at <= now)
            .order_by(PlannedChange.run_at, PlannedChange.recorded_at)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if row is None:
            return False
        try:
            change = read_change(row.kind, row.asked, row.effective_on, _basis(row))
            with session.begin_nested():
                _carry_out(session, change, now)
        except Refusal as refusal:
            _refused(session, row, now, refusal.vi, refusal.en)
        except Exception as error:
            if will_pass(error):
                raise
            _log.exception("planned_change_failed", extra={"plan": str(row.id)})
            _refused(session, row, now, *_FAULT)
        else:
            _close(row, PlanState.DONE, now, None, None)
            _record(session, "change.carried_out", row, Actor.system(), now)
        return True


def plans(session: Session, viewer: Viewer, *, waiting_only: bool = False) -> tuple[PlanLine, ...]:
    """The planned changes that the viewer may cancel, those to come first. Raises NotAuthorised."""
    require_administrator(viewer)
    wanted = select(PlannedChange).order_by(PlannedChange.run_at.nulls_last(), PlannedChange.ended_at.desc())
    if waiting_only:
        wanted = wanted.where(PlannedChange.state == PlanState.PLANNED)
    return tuple(
        plan_line(row) for row in session.scalars(wanted) if administers(session, viewer, row.agency_id)
    )


def plan(session: Session, viewer: Viewer, identifier: UUID) -> PlanLine:
    """One planned change. Raises NotAuthorised and PlanNotFound."""
    require_administrator(viewer)
    row = session.get(PlannedChange, identifier)
    if row is None or not administers(session, viewer, row.agency_id):
        raise PlanNotFound
    return plan_line(row)


def plan_line(row: PlannedChange) -> PlanLine:
    """A row as a list shows it."""
    return PlanLine(
        id=row.id,
        kind=ChangeKind(row.kind),
        state=PlanState(row.state),
        names=tuple(row.asked.get("names", ())),
        change=read_change(row.kind, row.asked, row.effective_on, _basis(row)),
        effective_on=row.effective_on,
        decision=row.decision,
        decided_on=row.decided_on,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        ended_at=row.ended_at,
        ended_by=row.ended_by,
        reason=row.reason or "",
        reason_en=row.reason_en or "",
    )


def _basis(row: PlannedChange) -> Basis:
    """The authority was asked when it was recorded; it stands by its decision, whoever entered it."""
    return Basis(viewer=None, origin=PLANNED_ORIGIN, decision=row.decision, decided_on=row.decided_on)


def _checked(session: Session, change: Change, now: datetime) -> tuple[UUID, Basis]:
    """The agency that keeps the plan, once it would be possible as things stand."""
    match change:
        case SucceedAgencies():
            preview_succession(session, change)
            basis = Basis(
                viewer=change.viewer,
                origin=change.origin,
                decision=change.decision,
                decided_on=change.decided_on,
            )
            return change.viewer.agency if change.viewer else change.predecessors[0], basis
        case ChangeUnits():
            preview_units(session, change)
            return change.agency, change.basis
        case TransferPerson():
            return checked_transfer(session, change, now).agency_id, change.basis
        case PersonLeaves():
            return checked_leaving(session, change, now).agency_id, change.basis


def _carry_out(session: Session, change: Change, now: datetime) -> None:
    match change:
        case SucceedAgencies():
            enter_succession(session, change, now)
        case ChangeUnits():
            enter_unit_change(session, change, now)
        case TransferPerson():
            enter_transfer(session, change, now)
        case PersonLeaves():
            enter_leaving(session, change, now)


def _names(session: Session, subjects: Iterable[UUID]) -> list[str]:
    """What those concerned are called on the day of planning."""
    wanted = tuple(subjects)
    found: list[str] = []
    for table, name in ((Agency, Agency.name), (Unit, Unit.name), (Person, Person.full_name)):
        found += session.scalars(select(name).where(table.id.in_(wanted)).order_by(name))
    return found


def _require_unplanned(session: Session, kind: ChangeKind, subjects: Iterable[UUID]) -> None:
    planned = select(PlannedChange.effective_on).where(
        PlannedChange.state == PlanState.PLANNED,
        PlannedChange.kind == kind,
        PlannedChange.subjects.overlap(list(subjects)),
    )
    day = session.scalars(planned.limit(1)).first()
    if day is not None:
        raise PlannedAlready(day)


def _refused(session: Session, row: PlannedChange, now: datetime, vi: str, en: str) -> None:
    """Keep why, and tell those who can decide anew."""
    _close(row, PlanState.REFUSED, now, vi, en)
    _record(session, "change.refused", row, Actor.system(), now, reason=vi)
    names = ", ".join(row.asked["names"])
    about = {
        "title": f"Thay đổi dự kiến không thực hiện được: {names}",
        "title_en": f"Planned change not carried out: {names}",
        "reason": vi,
        "reason_en": en,
        "path": "/administration/plans",
        REQUIRED: True,
    }
    told = administrators(session, row.agency_id, local_day(now))
    leave(
        session,
        [
            {
                "id": derived_id("notification", row.id, CHANGE_REFUSED, person),
                "agency_id": row.agency_id,
                "person_id": person,
                "kind": CHANGE_REFUSED,
                "step": "",
                "instance_id": None,
                "task_id": None,
                "created_at": now,
                "send_at": now + SETTLE,
                "data": canonical(about),
            }
            for person in sorted(told)
        ],
    )


def _close(row: PlannedChange, state: PlanState, now: datetime, vi: str | None, en: str | None) -> None:
    row.state = state
    row.run_at = None
    row.ended_at = now
    row.reason = vi
    row.reason_en = en


def _record(
    session: Session, kind: str, row: PlannedChange, actor: Actor, now: datetime, *, reason: str = ""
) -> None:
    data: dict[str, object] = {
        "plan": row.id,
        "name": ", ".join(row.asked["names"]),
        "kind": row.kind,
        "effective_on": row.effective_on,
        "decision": row.decision,
        "decided_on": row.decided_on,
    }
    if reason:
        data["reason"] = reason
    record_audit(session, kind, actor=actor, agency=row.agency_id, now=now, data=data)
