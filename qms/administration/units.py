"""Units of an agency: new ones, renamed, merged, split and dissolved ones, by date and decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.states import TaskState
from engine.domain.text import one_line
from engine.execution.history import record_audit
from engine.store.session import Store
from engine.store.tables import Task
from qms.administration.authority import Basis, require_administrator_of
from qms.administration.living import require_living_unit
from qms.administration.refusals import DayNotCome, NameMissing, UnitNotEmpty, UnitsDoNotFit
from qms.administration.unit_names import close_name, open_name
from qms.committee.telling import tell_of_organisation_change
from qms.organisation.commands import AddUnit, AgencyNotFound, enter_unit
from qms.organisation.heads import has_head
from qms.organisation.roles import Role
from qms.organisation.rules import LEADERSHIP, Subject, SuccessionKind, is_deputy, require_period
from qms.organisation.tables import Agency, Person, RoleAssignment, Succession, Unit
from qms.organisation.versions import Decision
from qms.publications.telling import (
    OrganisationChanged,
    has_published,
    procedures_of,
    tell_of_organisation,
)

_LEAST_PARTS = 2
_ENDS = {
    SuccessionKind.MERGE: "Sáp nhập đơn vị",
    SuccessionKind.SPLIT: "Chia tách đơn vị",
    SuccessionKind.DISSOLVE: "Giải thể đơn vị",
}
"""Changes after which units are no more: P13 looks whether members of the committee belonged to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """A unit that a decision founds, or the new name of an old one (whose code stays)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeUnits:
    """One change of units; of several successors the first takes over people, roles and tasks.

    `kind` None founds `new`. There is no transfer of functions between units.
    """

    basis: Basis
    agency: UUID
    kind: SuccessionKind | None
    predecessors: Sequence[UUID]
    successors: Sequence[UUID]
    new: Sequence[NewUnit]
    effective_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitBrings:
    """What one unit brings along."""

    unit: UUID
    name: str
    people: int
    roles: tuple[tuple[str, str], ...]
    """(role, person) of those who hold one in it on the day."""
    open_tasks: int


def preview_units(session: Session, command: ChangeUnits) -> tuple[UnitBrings, ...]:
    """What follows, unit by unit; raises as change_units, but takes a day that has not come."""
    return tuple(_brings(session, unit, command.effective_on) for unit in _checked(session, command))


def change_units(store: Store, command: ChangeUnits, now: datetime) -> None:
    """Carry the change out.

    Raises NotAuthorised, DecisionMissing, DayNotCome, DayOutside, UnitsDoNotFit, UnitNotThere, UnitNotEmpty,
    NameMissing, UnitCodeTaken.
    """
    with store.transaction() as session:
        if command.effective_on > local_day(now):
            raise DayNotCome(command.effective_on)
        enter_unit_change(session, command, now)


def enter_unit_change(session: Session, command: ChangeUnits, now: datetime) -> None:
    """The same inside the transaction of a verb that carries out what was planned."""
    # One change of an agency's units at a time.
    session.execute(select(Agency.id).where(Agency.id == command.agency).with_for_update())
    predecessors = _checked(session, command)
    decision = command.basis.decided(command.effective_on, now)
    if command.kind in _ENDS:
        names = ", ".join(unit.name for unit in predecessors)
        tell_of_organisation_change(
            session,
            agency=command.agency,
            units=frozenset(unit.id for unit in predecessors),
            what=f"{_ENDS[command.kind]}: {names}",
            event_on=command.effective_on,
            decision=command.basis.number,
            actor=command.basis.actor,
            now=now,
        )
    founded = (
        []
        if command.kind is SuccessionKind.RENAME
        else [_found(session, command, each, now) for each in command.new]
    )
    successors = [session.get_one(Unit, each) for each in (*command.successors, *founded)]
    for unit in predecessors:
        match command.kind:
            case SuccessionKind.RENAME:
                close_name(session, unit, decision)
                unit.name = one_line(command.new[0].name)
                open_name(session, unit, decision)
                successors = [unit]
            case SuccessionKind.MERGE | SuccessionKind.SPLIT:
                _end(session, unit, decision)
                _hand_over(session, unit, successors[0], command.basis, decision)
            case _:
                _end(session, unit, decision)
        _record(session, command, unit, successors, decision)
    if command.kind is not SuccessionKind.RENAME and has_published(session, {command.agency}):
        tell_of_organisation(session, [_told(session, command, predecessors, successors)], now)


def _told(
    session: Session, command: ChangeUnits, before: Sequence[Unit], after: Sequence[Unit]
) -> OrganisationChanged:
    """What P10 has to know of it: units have joined the QMS, or left it."""
    units = {unit.id for unit in (*before, *after)} | {each for unit in before for each in unit.absorbed}
    words = {
        None: "Thành lập đơn vị",
        SuccessionKind.MERGE: "Sáp nhập đơn vị",
        SuccessionKind.SPLIT: "Chia tách đơn vị",
        SuccessionKind.DISSOLVE: "Giải thể đơn vị",
    }[command.kind]
    names = ", ".join(unit.name for unit in (before or after))
    into = f" thành {', '.join(unit.name for unit in after)}" if before and after else ""
    return OrganisationChanged(
        agency=command.agency,
        kind=f"unit {command.kind or 'founded'}",
        concerned=tuple(unit.code for unit in (*before, *after)),
        procedures=procedures_of(session, command.agency, command.effective_on, units),
        effective_on=command.effective_on,
        decision=command.basis.number,
        told=f"{words}: {names}{into}",
        actor=command.basis.actor,
    )


def _checked(session: Session, command: ChangeUnits) -> list[Unit]:
    require_administrator_of(session, command.basis.viewer, command.agency)
    command.basis.decided(command.effective_on, datetime.min)  # noqa: DTZ901 - only whether it is complete
    require_period(command.effective_on, None)
    _require_fit(command)
    day = command.effective_on
    for each in command.successors:
        require_living_unit(session, command.agency, each, day)
    units = [require_living_unit(session, command.agency, each, day) for each in command.predecessors]
    for unit in units:
        if unit.valid_from is not None and unit.valid_from >= day:
            raise UnitsDoNotFit(f"“{unit.name}” mới lập từ ngày đó", f"“{unit.name}” begins on that day")
        brings = _brings(session, unit, day)
        if command.kind is SuccessionKind.DISSOLVE and (brings.people or brings.open_tasks):
            raise UnitNotEmpty(unit.name, brings.people, brings.open_tasks)
    if command.kind is SuccessionKind.RENAME and one_line(command.new[0].name) == units[0].name:
        raise NameMissing
    return units


def _require_fit(command: ChangeUnits) -> None:
    before, after = len(set(command.predecessors)), len(command.successors) + len(command.new)
    if before != len(command.predecessors) or set(command.predecessors) & set(command.successors):
        raise UnitsDoNotFit("một đơn vị được chọn hai lần", "one unit is chosen twice")
    match command.kind:
        case None if before or after != 1 or command.successors:
            raise UnitsDoNotFit("lập mới chỉ cần tên và mã", "a new unit needs its code and name alone")
        case SuccessionKind.RENAME if before != 1 or command.successors or after != 1:
            raise UnitsDoNotFit("đổi tên cần một đơn vị và tên mới", "a renaming needs one unit and a name")
        case SuccessionKind.MERGE if not before or after != 1:
            raise UnitsDoNotFit("sáp nhập cần một đơn vị kế thừa", "a merger needs units and one successor")
        case SuccessionKind.SPLIT if before != 1 or after < _LEAST_PARTS:
            raise UnitsDoNotFit(
                "chia tách cần một đơn vị và từ hai đơn vị kế thừa",
                "a split needs one unit and two successors",
            )
        case SuccessionKind.DISSOLVE if not before or after:
            raise UnitsDoNotFit("giải thể không có đơn vị kế thừa", "a dissolution has no successor")
        case SuccessionKind.TRANSFER:
            raise UnitsDoNotFit("không có loại thay đổi này cho đơn vị", "units do not change in this way")
        case _:
            pass
    for new in command.new:
        named = one_line(new.name)
        if not named or (command.kind is not SuccessionKind.RENAME and not one_line(new.code)):
            raise NameMissing


def _brings(session: Session, unit: Unit, day: date) -> UnitBrings:
    held = session.execute(
        select(RoleAssignment.role, Person.full_name)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.unit_id == unit.id, Person.active)
        .where(or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day))
        .order_by(RoleAssignment.role, Person.sort_key)
    )
    people = select(func.count()).where(Person.unit_id == unit.id, Person.active)
    waiting = (
        Task.unit_id.in_((unit.id, *unit.absorbed)),
        Task.state.in_((TaskState.OPEN, TaskState.CLAIMED)),
    )
    return UnitBrings(
        unit=unit.id,
        name=unit.name,
        people=session.scalar(people) or 0,
        roles=tuple((role, name) for role, name in held),
        open_tasks=session.scalar(select(func.count()).where(*waiting)) or 0,
    )


def _found(session: Session, command: ChangeUnits, new: NewUnit, now: datetime) -> UUID:
    code = session.scalar(select(Agency.code).where(Agency.id == command.agency))
    if code is None:
        raise AgencyNotFound(str(command.agency))
    adding = AddUnit(
        agency=code,
        code=one_line(new.code),
        name=one_line(new.name),
        actor=command.basis.actor,
        valid_from=command.effective_on,
        decision=command.basis.number,
    )
    return enter_unit(session, adding, now)


def _end(session: Session, unit: Unit, decision: Decision) -> None:
    close_name(session, unit, decision)
    unit.valid_to = decision.effective_on
    session.flush()


def _hand_over(session: Session, unit: Unit, successor: Unit, basis: Basis, decision: Decision) -> None:
    """People and roles move; what names the old unit, now or in a later step, is the successor's."""
    session.execute(update(Person).where(Person.unit_id == unit.id).values(unit_id=successor.id))
    successor.absorbed = list(dict.fromkeys((*successor.absorbed, unit.id, *unit.absorbed)))
    day = decision.effective_on
    rows = session.execute(
        select(RoleAssignment, Person.title)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.unit_id == unit.id)
        .where(or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day))
        .order_by(RoleAssignment.id)
        .with_for_update(of=RoleAssignment)
    ).all()
    for held, title in rows:
        head = held.role in LEADERSHIP and not is_deputy(title)
        second = head and has_head(session, successor.agency_id, successor.id, Role(held.role), day)
        if held.valid_from >= day:
            if second:
                session.delete(held)
            else:
                held.unit_id = successor.id
            session.flush()
            continue
        if not second and not _held_there(session, held, successor):
            session.add(_again(held, successor, decision))
        held.valid_to = day
        held.end_decision = basis.number
        session.flush()


def _held_there(session: Session, held: RoleAssignment, successor: Unit) -> bool:
    """Whether the person has the same role in the successor already, without an end."""
    same = select(RoleAssignment.id).where(
        RoleAssignment.person_id == held.person_id,
        RoleAssignment.role == held.role,
        RoleAssignment.unit_id == successor.id,
        RoleAssignment.valid_to.is_(None),
    )
    return session.scalars(same.limit(1)).first() is not None


def _again(held: RoleAssignment, successor: Unit, decision: Decision) -> RoleAssignment:
    return RoleAssignment(
        id=derived_id("role-of-unit-succeeded", held.id, successor.id),
        agency_id=held.agency_id,
        unit_id=successor.id,
        person_id=held.person_id,
        role=held.role,
        valid_from=decision.effective_on,
        valid_to=held.valid_to,
        decision=decision.number,
    )


def _record(
    session: Session,
    command: ChangeUnits,
    unit: Unit,
    successors: Sequence[Unit],
    decision: Decision,
) -> None:
    kind = command.kind or SuccessionKind.RENAME
    followers: Sequence[Unit | None] = successors if kind is not SuccessionKind.DISSOLVE else (None,)
    for follower in followers:
        after = follower.id if follower is not None else None
        session.add(
            Succession(
                id=derived_id("succession", kind, unit.id, after, decision.effective_on, decision.number),
                subject=Subject.UNIT,
                kind=kind,
                predecessor_id=unit.id,
                successor_id=after,
                effective_on=decision.effective_on,
                decision=decision.number,
                decided_on=decision.signed_on,
                recorded_at=decision.entered_at,
                recorded_by=decision.entered_by,
            )
        )
    data = {
        "kind": kind,
        "unit": unit.id,
        "name": unit.name,
        "successors": [each.name for each in followers if each is not None],
        "effective_on": decision.effective_on,
        "decision": decision.number,
        "decided_on": decision.signed_on,
    }
    record_audit(
        session,
        "unit.succession",
        actor=command.basis.actor,
        agency=command.agency,
        now=decision.entered_at,
        data=data,
    )
