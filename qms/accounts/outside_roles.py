"""Roles that membership in outside groups gives: entered from today, ended when the group is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import fresh_id
from engine.execution.history import record_audit
from qms.accounts.identity_settings import GroupRole, Vouching
from qms.organisation.commands import UnitNotFound
from qms.organisation.heads import require_one_head
from qms.organisation.rules import TwoHeads
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit

ORIGIN = "identity provider"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """A role entered (`entered`) or ended because of an outside group."""

    role: str
    group: str
    entered: bool


def follow_groups(
    session: Session,
    vouching: Vouching,
    person: UUID,
    groups: Collection[str],
    *,
    day: date,
    now: datetime,
) -> tuple[RoleChange, ...]:
    """Bring the person's roles from this source in line with the groups; own roles are left alone.

    Only mappings of the person's own agency count. The caller has locked the person's row.
    """
    if not vouching.roles and not _by_source(session, vouching, person, day):
        return ()
    agency, code = session.execute(
        select(Agency.id, Agency.code).join(Person, Person.agency_id == Agency.id).where(Person.id == person)
    ).one()
    member = {folded(group) for group in groups}
    wanted = _wanted(
        session,
        vouching,
        person,
        agency,
        now,
        [each for each in vouching.roles if each.agency == code and folded(each.group) in member],
    )
    ended = _end_others(session, vouching, person, wanted, day, now)
    entered = [
        RoleChange(role=mapped.role, group=mapped.group, entered=True)
        for mapped, unit in wanted
        if _enter(session, vouching, person, agency, unit, mapped, day, now)
    ]
    return (*ended, *entered)


def _wanted(
    session: Session,
    vouching: Vouching,
    person: UUID,
    agency: UUID,
    now: datetime,
    mapped: list[GroupRole],
) -> list[tuple[GroupRole, UUID | None]]:
    """Each mapping with the id of its unit; one that names no unit of the agency is written down."""
    units = {
        code: id_ for id_, code in session.execute(select(Unit.id, Unit.code).where(Unit.agency_id == agency))
    }
    for each in mapped:
        if each.unit and each.unit not in units:
            data: dict[str, object] = {
                "role": each.role.value,
                "group": each.group,
                "why": UnitNotFound(each.unit).en,
            }
            _audit(session, "role.not_entered", vouching, agency, person, now, data)
    return [(each, units.get(each.unit)) for each in mapped if not each.unit or each.unit in units]


def folded(group: str) -> str:
    """A group's name for comparing: directories write the same name in more than one way."""
    return ",".join(part.strip() for part in group.split(",")).casefold()


def decision_of(vouching: Vouching, group: str) -> str:
    """What stands as the decision of a role that a group gave."""
    return f"Theo nhóm “{group}” của nhà cung cấp {vouching.code}"


def end_roles(session: Session, rows: Iterable[RoleAssignment], day: date) -> None:
    """End roles so that they are not held from the day on; one that begins on it was never held."""
    for held in rows:
        if held.valid_from < day:
            held.valid_to = day
        else:
            session.delete(held)
    session.flush()


def current_or_later(session: Session, person: UUID, day: date) -> list[RoleAssignment]:
    """The roles that the person holds on the day or later."""
    return list(
        session.scalars(
            select(RoleAssignment)
            .where(
                RoleAssignment.person_id == person,
                or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day),
            )
            .order_by(RoleAssignment.valid_from, RoleAssignment.id)
        )
    )


def _by_source(session: Session, vouching: Vouching, person: UUID, day: date) -> list[RoleAssignment]:
    start, end = decision_of(vouching, "\0").split("\0")
    return [
        held
        for held in current_or_later(session, person, day)
        if held.decision.startswith(start) and held.decision.endswith(end)
    ]


def _end_others(
    session: Session,
    vouching: Vouching,
    person: UUID,
    wanted: list[tuple[GroupRole, UUID | None]],
    day: date,
    now: datetime,
) -> list[RoleChange]:
    staying = {(decision_of(vouching, each.group), each.role.value, unit) for each, unit in wanted}
    ended = []
    for held in _by_source(session, vouching, person, day):
        if (held.decision, held.role, held.unit_id) in staying:
            continue
        old = {"role": held.role, "from": held.valid_from, "to": held.valid_to, "decision": held.decision}
        _audit(session, "role.ended", vouching, held.agency_id, person, now, {**old, "ended_on": day})
        group = held.decision.partition("“")[2].rpartition("”")[0]
        ended.append(RoleChange(role=held.role, group=group, entered=False))
        end_roles(session, [held], day)
    return ended


def _enter(
    session: Session,
    vouching: Vouching,
    person: UUID,
    agency: UUID,
    unit: UUID | None,
    mapped: GroupRole,
    day: date,
    now: datetime,
) -> bool:
    """Enter the role unless the person holds it already; a second head is not made, and that is written."""
    for held in current_or_later(session, person, day):
        if (held.role, held.unit_id) == (mapped.role, unit) and held.valid_from <= day:
            return False
    title = session.scalars(select(Person.title).where(Person.id == person)).one()
    data = {"role": mapped.role.value, "group": mapped.group, "from": day}
    try:
        require_one_head(session, agency, unit, mapped.role, title=title, begin=day, end=None)
    except TwoHeads as refusal:
        _audit(session, "role.not_entered", vouching, agency, person, now, {**data, "why": refusal.en})
        return False
    decision = decision_of(vouching, mapped.group)
    session.add(
        RoleAssignment(
            id=fresh_id(),
            agency_id=agency,
            unit_id=unit,
            person_id=person,
            role=mapped.role.value,
            valid_from=day,
            valid_to=None,
            decision=decision,
        )
    )
    session.flush()
    _audit(session, "role.entered", vouching, agency, person, now, {**data, "decision": decision})
    return True


def _audit(
    session: Session,
    kind: str,
    vouching: Vouching,
    agency: UUID,
    person: UUID,
    now: datetime,
    data: dict[str, object],
) -> None:
    actor = Actor(person=None, origin=ORIGIN)
    told = {**data, "person": person, "provider": vouching.code}
    record_audit(session, kind, actor=actor, agency=agency, now=now, data=told)
