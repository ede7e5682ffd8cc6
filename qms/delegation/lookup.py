"""Which mandates are in force on a day, read for the Directory in as few statements as can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Date,
    Uuid,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Grant, Holder, MandatedGrant, Viewer
from engine.domain.mandates import EndedMandate, Mandate, MandateEnd, MandateForm
from engine.store.rows import Statement
from qms.delegation.tables import Absence, Delegation
from qms.organisation.roles import Role
from qms.organisation.tables import Person, RoleAssignment, Unit
from qms.organisation.unit_reach import REACHED

NEVER_LENT: Final = Role.ADMINISTRATOR
"""The role that keeps the accounts: no mandate reaches what waits for it."""

_DAY: Final = bindparam("day", type_=Date)
HELD: Final = and_(
    RoleAssignment.valid_from <= _DAY,
    or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > _DAY),
)
"""That a role is held on the day bound as `day`."""
_AWAY: Final = and_(
    Absence.revoked_at.is_(None),
    Absence.valid_from <= _DAY,
    Absence.valid_to > _DAY,
)
STANDS: Final = and_(
    Delegation.revoked_at.is_(None),
    Delegation.valid_from <= _DAY,
    or_(Delegation.valid_to.is_(None), Delegation.valid_to > _DAY),
)
"""That a delegation may be in force on the day: whether it is, asks `_IN_FORCE`."""
_IN_FORCE: Final = and_(
    STANDS,
    # Who comes back early takes the work back: the substitution ends with the absence.
    or_(Delegation.absence_id.is_(None), exists().where(Absence.id == Delegation.absence_id, _AWAY)),
)
_LENT: Final = and_(
    or_(func.cardinality(Delegation.roles) == 0, RoleAssignment.role == func.any(Delegation.roles)),
    RoleAssignment.role != NEVER_LENT,
)
_MANDATE: Final = (
    Delegation.id,
    Delegation.principal_id,
    Delegation.form,
    Delegation.decision,
    Delegation.decided_on,
    Delegation.valid_from,
    Delegation.valid_to,
    Delegation.roles,
    Delegation.procedures,
    Delegation.elements,
)
_NO_MANDATE: Final = tuple(cast(null(), column.type).label(column.key) for column in _MANDATE)
_PRINCIPAL: Final = aliased(Person)
_DELEGATE: Final = aliased(Person)

_OWN_GRANTS: Final = (
    select(
        Person.agency_id,
        RoleAssignment.role.label("held"),
        REACHED.c.unit.label("unit"),
        *_NO_MANDATE,
        RoleAssignment.id.label("place"),
    )
    .outerjoin(
        RoleAssignment,
        and_(RoleAssignment.person_id == Person.id, RoleAssignment.agency_id == Person.agency_id, HELD),
    )
    .outerjoin(REACHED, true())
    .where(Person.id == bindparam("person"), Person.active)
)
_LENT_GRANTS: Final = (
    select(Delegation.agency_id, RoleAssignment.role, REACHED.c.unit, *_MANDATE, RoleAssignment.id)
    .join(
        _DELEGATE, and_(_DELEGATE.id == Delegation.delegate_id, _DELEGATE.agency_id == Delegation.agency_id)
    )
    .join(
        _PRINCIPAL,
        and_(_PRINCIPAL.id == Delegation.principal_id, _PRINCIPAL.agency_id == Delegation.agency_id),
    )
    .outerjoin(
        RoleAssignment,
        and_(
            RoleAssignment.person_id == Delegation.principal_id,
            RoleAssignment.agency_id == Delegation.agency_id,
            HELD,
            _LENT,
        ),
    )
    .outerjoin(REACHED, true())
    .where(Delegation.delegate_id == bindparam("person"), _IN_FORCE, _DELEGATE.active, _PRINCIPAL.active)
)
_grants: Final = union_all(_OWN_GRANTS, _LENT_GRANTS).subquery()
_VIEWER: Final = Statement(
    select(_grants).order_by(_grants.c.id.nulls_first(), _grants.c.held, _grants.c.place)
)

_OWN_HOLDERS: Final = Statement(
    select(
        Person.id,
        Unit.id,
        Unit.absorbed,
        exists().where(Delegation.agency_id == bindparam("agency"), STANDS),
    )
    .select_from(RoleAssignment)
    .join(
        Person,
        and_(
            Person.id == RoleAssignment.person_id,
            # Both are never NULL; an equation would let the planner begin with all people of the agency.
            Person.agency_id.is_not_distinct_from(RoleAssignment.agency_id),
        ),
    )
    .outerjoin(Unit, Unit.id == RoleAssignment.unit_id)
    .where(
        HELD,
        RoleAssignment.agency_id == bindparam("agency"),
        RoleAssignment.role == bindparam("role"),
        Person.active,
    )
    .order_by(Person.sort_key, Person.id)
)
"""Holders by own right; the last column says whether somebody of the agency may act for another at all."""
_LENT_HOLDERS: Final = Statement(
    select(_DELEGATE.id, REACHED.c.unit, *_MANDATE)
    .select_from(RoleAssignment)
    .outerjoin(REACHED, true())
    .join(
        Delegation,
        and_(
            Delegation.principal_id == RoleAssignment.person_id,
            Delegation.agency_id == RoleAssignment.agency_id,
        ),
    )
    .join(
        _DELEGATE, and_(_DELEGATE.id == Delegation.delegate_id, _DELEGATE.agency_id == Delegation.agency_id)
    )
    .join(
        _PRINCIPAL,
        and_(_PRINCIPAL.id == Delegation.principal_id, _PRINCIPAL.agency_id == Delegation.agency_id),
    )
    .where(
        HELD,
        _LENT,
        _IN_FORCE,
        RoleAssignment.agency_id == bindparam("agency"),
        RoleAssignment.role == bindparam("role"),
        _DELEGATE.active,
        _PRINCIPAL.active,
    )
    .order_by(_DELEGATE.sort_key, _DELEGATE.id, Delegation.id)
)
_SUBSTITUTES: Final = Statement(
    select(_DELEGATE.id, *_MANDATE)
    .join(
        _DELEGATE, and_(_DELEGATE.id == Delegation.delegate_id, _DELEGATE.agency_id == Delegation.agency_id)
    )
    .join(
        _PRINCIPAL,
        and_(_PRINCIPAL.id == Delegation.principal_id, _PRINCIPAL.agency_id == Delegation.agency_id),
    )
    .where(
        Delegation.agency_id == bindparam("agency"),
        Delegation.form == MandateForm.ABSENCE,
        _IN_FORCE,
        _DELEGATE.active,
        _PRINCIPAL.active,
    )
    .order_by(_DELEGATE.sort_key, _DELEGATE.id, Delegation.id)
)
_BY_ID: Final = Statement(
    select(*_MANDATE).where(Delegation.id == func.any(bindparam("ids", type_=ARRAY(Uuid))))
)
_ENDED: Final = Statement(
    select(
        *_MANDATE,
        RoleAssignment.role,
        RoleAssignment.unit_id,
        case(
            (Delegation.revoked_at.is_not(None), MandateEnd.REVOKED),
            (Delegation.valid_to <= _DAY, MandateEnd.RUN_OUT),
            (Absence.revoked_at.is_not(None), MandateEnd.REVOKED),
            (Absence.valid_to <= _DAY, MandateEnd.RUN_OUT),
            else_=MandateEnd.ROLE_LOST,
        ),
    )
    .outerjoin(Absence, Absence.id == Delegation.absence_id)
    .outerjoin(
        RoleAssignment,
        and_(
            RoleAssignment.person_id == Delegation.principal_id,
            RoleAssignment.agency_id == Delegation.agency_id,
            _LENT,
        ),
    )
    .where(Delegation.delegate_id == bindparam("person"), Delegation.valid_from <= _DAY)
    .order_by(Delegation.valid_to.desc().nulls_first(), Delegation.valid_from.desc(), Delegation.id)
)
_ABSENT: Final = Statement(
    select(
        exists().where(
            # An absence of the agency that the person has left since is nobody's to end.
            Absence.person_id == bindparam("person"),
            Absence.person_id == Person.id,
            Absence.agency_id == Person.agency_id,
            _AWAY,
        )
    )
)
_WIDTH: Final = len(_MANDATE)


def viewer_on(session: Session, person: UUID, day: date) -> Viewer | None:
    """The person with own roles and mandates of the day; None for who is unknown or no longer active."""
    rows = _VIEWER.run(session, person=person, day=day).fetchall()
    if not rows or rows[0][3] is not None:
        return None  # what others lend opens nothing to somebody who is not active
    grants: list[Grant] = []
    mandated: list[MandatedGrant] = []
    substitutes: dict[UUID, Mandate] = {}
    for _agency, role, unit, *lent, _place in rows:
        if lent[0] is None:
            grants += [Grant(role=role, unit=unit)] if role is not None else []
            continue
        mandate = _mandate(lent)
        mandated += [MandatedGrant(role=role, unit=unit, mandate=mandate)] if role is not None else []
        if mandate.form is MandateForm.ABSENCE:
            substitutes[mandate.id] = mandate
    return Viewer(
        person=person,
        agency=rows[0][0],
        grants=tuple(grants),
        mandated=tuple(mandated),
        substitutes=tuple(substitutes.values()),
    )


def able_on(session: Session, agency: UUID, role: str, day: date) -> tuple[Holder, ...]:
    """Who holds the role on that day, by name, and then who acts for one of them, by name."""
    own = _OWN_HOLDERS.run(session, agency=agency, role=role, day=day).fetchall()
    found = [
        Holder(person=person, unit=reached, mandate=None)
        for person, unit, absorbed, _ in own
        for reached in (unit, *(absorbed or ()))
    ]
    # Who acts for a holder acts for one of these: where nobody holds the role, nothing is lent.
    if own and own[0][-1]:
        lent = _LENT_HOLDERS.run(session, agency=agency, role=role, day=day)
        found += [Holder(person=person, unit=unit, mandate=_mandate(row)) for person, unit, *row in lent]
    return tuple(found)


def substitutes_on(session: Session, agency: UUID, day: date) -> tuple[Holder, ...]:
    """Who stands in for an absent person of the agency on that day, by name."""
    return tuple(
        Holder(person=person, unit=None, mandate=_mandate(lent))
        for person, *lent in _SUBSTITUTES.run(session, agency=agency, day=day)
    )


def mandates_by_id(session: Session, ids: Iterable[UUID]) -> dict[UUID, Mandate]:
    """Mandates as they were recorded, in force or not."""
    found = (_mandate(row) for row in _BY_ID.run(session, ids=list(ids)))
    return {mandate.id: mandate for mandate in found}


def ended_mandates(session: Session, person: UUID, day: date) -> tuple[EndedMandate, ...]:
    """What the person once acted by and that has ended, or reaches less than it did; the latest first."""
    found: dict[UUID, EndedMandate] = {}
    for row in _ENDED.run(session, person=person, day=day):
        mandate, (role, unit, end) = _mandate(row[:_WIDTH]), row[_WIDTH:]
        known = found.get(mandate.id)
        roles = (*(known.roles if known else ()), *([(role, unit)] if role is not None else []))
        found[mandate.id] = EndedMandate(mandate=mandate, end=MandateEnd(end), roles=roles)
    return tuple(found.values())


def absent_on(session: Session, person: UUID, day: date) -> bool:
    """Whether an absence of the person is recorded for that day and not taken back."""
    found = _ABSENT.run(session, person=person, day=day).fetchone()
    return bool(found and found[0])


def _mandate(row: Sequence[Any]) -> Mandate:
    identifier, principal, form, decision, decided_on, since, until, roles, procedures, elements = row
    return Mandate(
        id=identifier,
        principal=principal,
        form=MandateForm(form),
        decision=decision,
        decided_on=decided_on,
        valid_from=since,
        valid_to=until,
        roles=frozenset(roles),
        procedures=frozenset(procedures),
        elements=frozenset(elements),
    )
