"""Who comes to the gate: browser, own roles and names by one statement, as every request asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import and_, bindparam, exists, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Grant, Viewer
from engine.ports import Directory
from engine.store.rows import Statement
from qms.accounts.sessions import USUAL_LIMITS, KnownBrowser, SessionLimits, browser_of, token_hash
from qms.accounts.tables import Account, SecondFactor, SignInSession
from qms.delegation.lookup import HELD, STANDS
from qms.delegation.tables import Delegation
from qms.organisation.queries import Officer
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Whom a token brings: the browser, and the person where its sign-in holds and the person is active."""

    browser: KnownBrowser
    viewer: Viewer | None
    officer: Officer | None


def arrival(
    session: Session,
    directory: Directory,
    token: str,
    now: datetime,
    day: date,
    limits: SessionLimits = USUAL_LIMITS,
) -> Arrival | None:
    """Whose session a token opens; also an expired one is recognised, so that nothing typed is lost.

    The sessions of a disabled account open nothing from that moment on, nor does one that was signed out: the
    next person at a shared computer must not write in the name of the last. Roles are those of `day`.
    """
    rows = _ARRIVAL.run(session, token_hash=token_hash(token), day=day).fetchall()
    if not rows:
        return None
    person, *of_session = rows[0][:_OF_SESSION]
    browser = browser_of(person, of_session, now, limits)
    active, may_act_for_others, *names = rows[0][_OF_SESSION:_OF_PERSON]
    if not browser.valid or not active:
        return Arrival(browser=browser, viewer=None, officer=None)
    agency = names[3]
    if may_act_for_others:  # what mandates reach is asked apart, of the few who have one
        viewer = directory.viewer(session, person, day)
    else:
        grants = tuple(_grants(row[_OF_PERSON:] for row in rows))
        viewer = Viewer(person=person, agency=agency, grants=grants)
    return Arrival(browser=browser, viewer=viewer, officer=_officer(person, names))


def _grants(rows: Iterable[Sequence[Any]]) -> Iterator[Grant]:
    """A grant for each unit that a role reaches: its own and those which that took over."""
    for role, unit, absorbed in rows:
        if role is not None:
            yield from (Grant(role=role, unit=reached) for reached in (unit, *(absorbed or ())))


def _officer(person: UUID, names: Sequence[Any]) -> Officer:
    name, title, email, agency, agency_name, agency_short_name, unit = names
    return Officer(
        id=person,
        name=name,
        title=title,
        email=email,
        agency=agency,
        agency_name=agency_name,
        agency_short_name=agency_short_name,
        unit_name=unit or "",
    )


_OWN_UNIT: Final = aliased(Unit)
_SESSION: Final = (
    SignInSession.person_id,
    SignInSession.id,
    SignInSession.signed_in_at,
    SignInSession.seen_at,
    SignInSession.second_factor_at,
    Account.must_change_password,
    exists().where(SecondFactor.person_id == SignInSession.person_id, SecondFactor.confirmed_at.is_not(None)),
)
_OF_SESSION: Final = len(_SESSION)
_PERSON: Final = (
    Person.active,
    exists().where(Delegation.delegate_id == Person.id, STANDS),
    Person.full_name,
    Person.title,
    Person.email,
    Person.agency_id,
    Agency.name,
    Agency.short_name,
    _OWN_UNIT.name,
)
_OF_PERSON: Final = _OF_SESSION + len(_PERSON)
_ARRIVAL: Final = Statement(
    select(*_SESSION, *_PERSON, RoleAssignment.role, Unit.id, Unit.absorbed)
    .select_from(SignInSession)
    .join(Account, Account.person_id == SignInSession.person_id)
    .join(Person, Person.id == SignInSession.person_id)
    .join(Agency, Agency.id == Person.agency_id)
    .outerjoin(_OWN_UNIT, _OWN_UNIT.id == Person.unit_id)
    .outerjoin(
        RoleAssignment,
        and_(RoleAssignment.person_id == Person.id, RoleAssignment.agency_id == Person.agency_id, HELD),
    )
    .outerjoin(Unit, Unit.id == RoleAssignment.unit_id)
    .where(
        SignInSession.token_hash == bindparam("token_hash"),
        SignInSession.ended_at.is_(None),
        Account.disabled.is_(False),
    )
    .order_by(RoleAssignment.role, RoleAssignment.id)
)
