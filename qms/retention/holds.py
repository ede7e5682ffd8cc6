"""Holds: what is not to be destroyed, whatever its period, until the hold is lifted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.identifiers import fresh_id
from engine.domain.text import one_line
from engine.execution.history import record_audit
from engine.store.session import Store
from engine.store.tables import ModelVersion, ProcessInstance
from qms.retention.acting import Act, one_at_a_time, reason_given
from qms.retention.authority import require_keeper, require_reader
from qms.retention.refusals import BasisNeeded, HoldCaseUnknown, HoldDaysWrong, HoldLifted, HoldNotFound
from qms.retention.tables import LegalHold


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHold:
    """What is held: one case by its code, or all that model and days name; with none, all of the agency."""

    act: Act
    basis: str
    case_code: str = ""
    model_key: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftHold:
    """Which hold ends; the act says why."""

    act: Act
    hold: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLine:
    """One hold; days are those on which cases ended, both included."""

    id: UUID
    case: UUID | None
    case_code: str
    model_key: str
    model_name: str
    first_day: date | None
    last_day: date | None
    reason: str
    basis: str
    placed_by: UUID
    placed_at: datetime
    lifted_by: UUID | None
    lifted_at: datetime | None
    lifted_reason: str


def place_hold(store: Store, command: PlaceHold, now: datetime) -> UUID:
    """Hold it from now on.

    Raises NotAuthorised, ReasonNeeded, BasisNeeded, HoldCaseUnknown and HoldDaysWrong.
    """
    act, agency = command.act, command.act.viewer.agency
    require_keeper(act.viewer)
    reason, basis = reason_given(act.reason), one_line(command.basis)
    if not basis:
        raise BasisNeeded
    if command.first_day and command.last_day and command.last_day < command.first_day:
        raise HoldDaysWrong
    code = one_line(command.case_code)
    with store.transaction() as session:
        one_at_a_time(session, agency)
        row = LegalHold(
            id=fresh_id(),
            agency_id=agency,
            instance_id=_case(session, agency, code) if code else None,
            model_key=None if code else command.model_key or None,
            first_day=None if code else command.first_day,
            last_day=None if code else command.last_day,
            reason=reason,
            basis=basis,
            placed_by=act.viewer.person,
            placed_at=now,
        )
        session.add(row)
        _record(session, "hold.placed", row, act, now, {"reason": reason, "basis": basis, "code": code})
        return row.id


def lift_hold(store: Store, command: LiftHold, now: datetime) -> None:
    """End it; raises NotAuthorised, ReasonNeeded, HoldNotFound and HoldLifted."""
    act = command.act
    require_keeper(act.viewer)
    reason = reason_given(act.reason)
    with store.transaction() as session:
        one_at_a_time(session, act.viewer.agency)
        row = session.get(LegalHold, command.hold)
        if row is None or row.agency_id != act.viewer.agency:
            raise HoldNotFound
        if row.lifted_at is not None:
            raise HoldLifted
        row.lifted_at, row.lifted_by, row.lifted_reason = now, act.viewer.person, reason
        _record(session, "hold.lifted", row, act, now, {"old": row.reason, "reason": reason})


def held() -> ColumnElement[bool]:
    """The condition that a case of a statement is under a hold, as the database itself asks it."""
    return func.held_back(ProcessInstance.id, type_=Boolean)


def holds(session: Session, viewer: Viewer, *, case: UUID | None = None) -> Sequence[HoldLine]:
    """The holds of the agency, those in force first; `case`: those in force against this case alone.

    Raises NotAuthorised.
    """
    require_reader(viewer)
    statement = (
        select(LegalHold, ProcessInstance.code, _model_name())
        .outerjoin(ProcessInstance, ProcessInstance.id == LegalHold.instance_id)
        .where(LegalHold.agency_id == viewer.agency)
        .order_by(LegalHold.lifted_at.is_not(None), LegalHold.placed_at.desc(), LegalHold.id)
    )
    lines = [_line(row, code, name) for row, code, name in session.execute(statement)]
    if case is None:
        return lines
    found = session.execute(
        select(ProcessInstance.ended_at, ModelVersion.key)
        .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
        .where(ProcessInstance.id == case)
    ).one_or_none()
    return [] if found is None else [line for line in lines if _against(line, case, found.key)]


def _against(line: HoldLine, case: UUID, key: str) -> bool:
    return line.lifted_at is None and line.case in {None, case} and line.model_key in {"", key}


def _case(session: Session, agency: UUID, code: str) -> UUID:
    found = session.scalar(
        select(ProcessInstance.id).where(ProcessInstance.agency_id == agency, ProcessInstance.code == code)
    )
    if found is None:
        raise HoldCaseUnknown(code)
    return found


def _model_name() -> ColumnElement[str]:
    newest = (
        select(ModelVersion.name)
        .where(ModelVersion.key == LegalHold.model_key)
        .order_by(ModelVersion.version.desc())
        .limit(1)
    )
    return newest.scalar_subquery()


def _line(row: LegalHold, code: str | None, name: str | None) -> HoldLine:
    return HoldLine(
        id=row.id,
        case=row.instance_id,
        case_code=code or "",
        model_key=row.model_key or "",
        model_name=name or row.model_key or "",
        first_day=row.first_day,
        last_day=row.last_day,
        reason=row.reason,
        basis=row.basis,
        placed_by=row.placed_by,
        placed_at=row.placed_at,
        lifted_by=row.lifted_by,
        lifted_at=row.lifted_at,
        lifted_reason=row.lifted_reason or "",
    )


def _record(
    session: Session, kind: str, row: LegalHold, act: Act, now: datetime, told: dict[str, object]
) -> None:
    session.flush()
    scope = {
        "hold": row.id,
        "instance": row.instance_id,
        "model": row.model_key,
        "first_day": row.first_day,
        "last_day": row.last_day,
    }
    record_audit(session, kind, actor=act.actor, agency=row.agency_id, now=now, data={**scope, **told})
