"""The people of an agency as pages and lists show them: found without marks, filtered, one with all roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from qms.accounts.tables import Account, SignInSession
from qms.administration.authority import administers, require_reader
from qms.administration.person_names import NameOfDay, names_by_day
from qms.organisation.authority import may_change_organisation
from qms.organisation.directory import valid_on
from qms.organisation.register import PersonNotFound
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit


class HasAccount(StrEnum):
    """Which accounts a list is filtered by."""

    OPEN = "open"
    CLOSED = "closed"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFilter:
    """What a list of people is asked for; empty means any."""

    words: str = ""
    agency: UUID | None = None
    unit: UUID | None = None
    role: str = ""
    active: bool | None = None
    account: HasAccount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleByDate:
    """A role of a person."""

    id: UUID
    role: str
    unit: UUID | None
    unit_name: str
    agency: UUID
    agency_name: str
    valid_from: date
    valid_to: date | None
    decision: str
    end_decision: str

    def held_on(self, day: date) -> bool:
        """Whether it is held on the day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountState:
    """What is kept of an account, without any secret."""

    username: str
    disabled: bool
    source: str
    must_change_password: bool
    created_at: datetime
    sessions: int
    """How many browsers are signed in, or were left so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """A person with place, roles and account."""

    id: UUID
    name: str
    title: str
    email: str
    active: bool
    agency: UUID
    agency_name: str
    unit: UUID | None
    unit_name: str
    roles: tuple[RoleByDate, ...]
    """All that were ever given, the latest first."""
    username: str
    account_open: bool | None
    """None: there is no account."""

    def roles_on(self, day: date) -> tuple[RoleByDate, ...]:
        """The roles held on the day."""
        return tuple(role for role in self.roles if role.held_on(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRecord:
    """All that an administrator sees of a person."""

    member: StaffMember
    account: AccountState | None
    names: tuple[NameOfDay, ...]
    """Former names and the present one, where the name ever changed; the latest first."""
    administered: bool
    """Whether the viewer may change any of it."""


def staff(session: Session, viewer: Viewer, wanted: StaffFilter, today: date) -> tuple[StaffMember, ...]:
    """The people whom the viewer looks after, by given name. Raises NotAuthorised."""
    require_reader(viewer)
    asked = fold(wanted.words)
    rows = session.execute(
        select(Person, Agency.short_name, func.coalesce(Unit.name, ""), Account.username, Account.disabled)
        .join(Agency, Agency.id == Person.agency_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(*_conditions(session, viewer, wanted, today))
        .order_by(Person.sort_key, Person.id)
    ).all()
    # The key by which names are sorted keeps the letters of the alphabet apart, so marks are dropped here.
    found = [row for row in rows if asked in fold(f"{row[0].full_name} {row[0].title} {row[3] or ''}")]
    roles = _roles(session, [row[0].id for row in found])
    return tuple(
        _member(person, agency, unit, username, disabled=disabled, roles=roles.get(person.id, ()))
        for person, agency, unit, username, disabled in found
    )


def staff_record(session: Session, viewer: Viewer, person: UUID) -> StaffRecord:
    """One person. Raises NotAuthorised and PersonNotFound."""
    require_reader(viewer)
    row = session.execute(
        select(Person, Agency.short_name, func.coalesce(Unit.name, ""))
        .join(Agency, Agency.id == Person.agency_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.id == person)
    ).one_or_none()
    if row is None:
        raise PersonNotFound
    found, agency, unit = row
    account = session.get(Account, person)
    administered = administers(session, viewer, found.agency_id)
    if not administered and found.agency_id != viewer.agency:
        raise PersonNotFound
    roles = _roles(session, [person]).get(person, ())
    username, disabled, state = None, None, None
    if account is not None:
        username, disabled = account.username, account.disabled
        state = _account(session, account) if administered else None
    return StaffRecord(
        member=_member(found, agency, unit, username, disabled=disabled, roles=roles),
        account=state,
        names=names_by_day(session, (person,)).get(person, ()),
        administered=administered,
    )


def usernames(session: Session) -> frozenset[str]:
    """Every user name that is taken."""
    return frozenset(session.scalars(select(Account.username)))


def units_on(session: Session, agency: UUID, day: date) -> tuple[tuple[UUID, str], ...]:
    """The units of an agency that are there on a day, in their order: (id, name)."""
    rows = session.execute(
        select(Unit.id, Unit.name)
        .where(Unit.agency_id == agency)
        .where(or_(Unit.valid_from.is_(None), Unit.valid_from <= day))
        .where(or_(Unit.valid_to.is_(None), Unit.valid_to > day))
        .order_by(Unit.position, Unit.code)
    )
    return tuple((row.id, row.name) for row in rows)


def _conditions(
    session: Session, viewer: Viewer, wanted: StaffFilter, today: date
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if not may_change_organisation(session, viewer):
        found.append(Person.agency_id == viewer.agency)
    elif wanted.agency is not None:
        found.append(Person.agency_id == wanted.agency)
    if wanted.unit is not None:
        found.append(Person.unit_id == wanted.unit)
    if wanted.role:
        holds = select(RoleAssignment.person_id).where(RoleAssignment.role == wanted.role, valid_on(today))
        found.append(Person.id.in_(holds))
    if wanted.active is not None:
        found.append(Person.active.is_(wanted.active))
    match wanted.account:
        case HasAccount.OPEN:
            found.append(Account.disabled.is_(False))
        case HasAccount.CLOSED:
            found.append(Account.disabled.is_(True))
        case HasAccount.NONE:
            found.append(Account.person_id.is_(None))
        case None:
            pass
    return found


def _roles(session: Session, persons: Sequence[UUID]) -> dict[UUID, tuple[RoleByDate, ...]]:
    rows = session.execute(
        select(RoleAssignment, func.coalesce(Unit.name, ""), Agency.short_name)
        .join(Agency, Agency.id == RoleAssignment.agency_id)
        .outerjoin(Unit, Unit.id == RoleAssignment.unit_id)
        .where(RoleAssignment.person_id.in_(persons))
        .order_by(RoleAssignment.person_id, RoleAssignment.valid_from.desc(), RoleAssignment.role)
    )
    return {
        person: tuple(
            RoleByDate(
                id=held.id,
                role=held.role,
                unit=held.unit_id,
                unit_name=unit,
                agency=held.agency_id,
                agency_name=agency,
                valid_from=held.valid_from,
                valid_to=held.valid_to,
                decision=held.decision,
                end_decision=held.end_decision,
            )
            for held, unit, agency in group
        )
        for person, group in groupby(rows, key=lambda row: row[0].person_id)
    }


def _member(
    person: Person,
    agency: str,
    unit: str,
    username: str | None,
    *,
    disabled: bool | None,
    roles: tuple[RoleByDate, ...],
) -> StaffMember:
    return StaffMember(
        id=person.id,
        name=person.full_name,
        title=person.title,
        email=person.email,
        active=person.active,
        agency=person.agency_id,
        agency_name=agency,
        unit=person.unit_id,
        unit_name=unit,
        roles=roles,
        username=username or "",
        account_open=None if disabled is None else not disabled,
    )


def _account(session: Session, account: Account) -> AccountState:
    open_sessions = select(func.count()).where(
        SignInSession.person_id == account.person_id, SignInSession.ended_at.is_(None)
    )
    return AccountState(
        username=account.username,
        disabled=account.disabled,
        source=account.source,
        must_change_password=account.must_change_password,
        created_at=account.created_at,
        sessions=session.scalar(open_sessions) or 0,
    )
