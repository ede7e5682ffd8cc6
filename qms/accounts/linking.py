"""Whom an outside identity stands for here, and a session for that person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Refusal
from engine.domain.text import one_line
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.identity_settings import Arrival, Matching, NewPeople, Vouching
from qms.accounts.outside_refusals import NobodyHere
from qms.accounts.outside_roles import follow_groups
from qms.accounts.sessions import SignedIn, open_session, token_hash
from qms.accounts.signing_in import typed_username
from qms.accounts.tables import Account, ExternalIdentity, SignInSession
from qms.organisation.commands import AddPerson, enter_person
from qms.organisation.tables import Agency, Person

LDAP: Final = "ldap"
OPENID: Final = "oidc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Somebody whom an outside source recognised stands before the door."""

    vouching: Vouching
    kind: str
    """LDAP or OPENID: what is kept as the account's source."""
    arrival: Arrival
    origin: str
    browser: str
    method: str
    """How the session says the person was recognised."""


def admit(store: Store, command: Arrived, now: datetime, day: date) -> SignedIn:
    """Open a session for the person behind an outside identity, with the roles that its groups give.

    `now` is the machine's time, `day` the day by which roles are held. Raises NobodyHere, audited.
    """
    try:
        with store.transaction() as session:
            person = person_behind(session, command, now, day)
            follow_groups(session, command.vouching, person, command.arrival.groups, day=day, now=now)
            return open_session(
                session,
                person,
                origin=command.origin,
                browser=command.browser,
                method=command.method,
                now=now,
                second_factor=command.arrival.second_factor,
            )
    except NobodyHere as refusal:
        note_refusal(store, command.vouching.code, refusal, refusal.why, origin=command.origin, now=now)
        raise


def note_refusal(
    store: Store, provider: str, refusal: Refusal, why: str, *, origin: str, now: datetime
) -> None:
    """Write down that a sign-in by an outside source did not come about, and why."""
    data = {"provider": provider, "refusal": type(refusal).__name__, "why": one_line(why)[:200]}
    with store.transaction() as session:
        actor = Actor(person=None, origin=origin)
        audit_of_person(session, "sign_in.refused", None, actor=actor, now=now, data=data)


def person_behind(session: Session, command: Arrived, now: datetime, day: date) -> UUID:
    """The person of an outside identity, found or entered and linked; the row of the person is locked.

    Raises NobodyHere: unknown, ambiguous, closed, or of an agency for which the source does not speak.
    """
    # Two browsers that bring the same new identity at once come one after the other.
    key = f"identity {command.vouching.code} {command.arrival.subject}"
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
    identity = session.get(ExternalIdentity, (command.vouching.code, command.arrival.subject))
    if identity is not None:
        _require_open(session, command, identity.person_id)
        identity.seen_at = now
        return identity.person_id
    person = _found(session, command) or _entered(session, command, now, day)
    _require_open(session, command, person)
    _link(session, command, person, now)
    return person


def _require_open(session: Session, command: Arrived, person: UUID) -> None:
    found = session.execute(
        select(Person.active, Agency.code)
        .join(Agency, Agency.id == Person.agency_id)
        .where(Person.id == person)
        .with_for_update(of=Person)
    ).one()
    disabled = session.scalar(select(Account.disabled).where(Account.person_id == person))
    if not found.active or disabled:
        raise _nobody(command, "closed")
    if command.vouching.agencies and found.code not in command.vouching.agencies:
        raise _nobody(command, "agency")


def _found(session: Session, command: Arrived) -> UUID | None:
    """The one person whom the arrival names for the first time."""
    statement = _named(command)
    if statement is None:
        return None
    if command.vouching.agencies:
        named = select(Agency.id).where(Agency.code.in_(command.vouching.agencies))
        statement = statement.where(Person.agency_id.in_(named))
    people = session.scalars(statement.where(Person.active)).all()
    if len(people) > 1:
        raise _nobody(command, "several people match")
    return people[0] if people else None


def _named(command: Arrived) -> Select[UUID] | None:
    arrival = command.arrival
    match command.vouching.matching:
        case Matching.EMAIL:
            if not arrival.email or not arrival.email_verified:
                return None
            return select(Person.id).where(func.lower(Person.email) == arrival.email.strip().lower())
        case Matching.USERNAME:
            username = typed_username(arrival.username)
            by_name = select(Person.id).join(Account, Account.person_id == Person.id)
            if command.kind == LDAP:  # a directory is never the way into an account with a password here
                by_name = by_name.where(Account.source == LDAP)
            return by_name.where(Account.username == username) if username else None


def _entered(session: Session, command: Arrived, now: datetime, day: date) -> UUID:
    """A new person, where the settings say into which agency."""
    into = command.vouching.new_people
    name = one_line(command.arrival.full_name)
    if into is None or not name:
        raise _nobody(command, "not in the register" if into is None else "no name")
    return enter_person(session, _new_person(command, into, name, day), now)


def _new_person(command: Arrived, into: NewPeople, name: str, day: date) -> AddPerson:
    arrival = command.arrival
    return AddPerson(
        agency=into.agency,
        unit=into.unit or None,
        full_name=name,
        title="",
        email=one_line(arrival.email) if arrival.email_verified else "",
        roles=(),
        valid_from=day,
        decision=f"Theo nhà cung cấp {command.vouching.code}",
        actor=Actor(person=None, origin=command.origin),
    )


def _link(session: Session, command: Arrived, person: UUID, now: datetime) -> None:
    """Keep the identity, and an account without a password for who has none."""
    vouching, arrival = command.vouching, command.arrival
    others = select(ExternalIdentity.subject).where(
        ExternalIdentity.provider == vouching.code, ExternalIdentity.person_id == person
    )
    if session.scalar(others) is not None:
        # An address or user name given to a successor must not open what the predecessor left behind.
        raise _nobody(command, "the person is linked to another identity of the provider")
    if session.get(Account, person) is None:
        session.add(_account(session, command, person, now))
    session.add(
        ExternalIdentity(
            provider=vouching.code, subject=arrival.subject, person_id=person, linked_at=now, seen_at=now
        )
    )
    session.flush()
    actor = Actor(person=None, origin=command.origin)
    data = {"provider": vouching.code, "subject": arrival.subject, "username": arrival.username}
    audit_of_person(session, "account.linked", person, actor=actor, now=now, data=data)


def _account(session: Session, command: Arrived, person: UUID, now: datetime) -> Account:
    username = typed_username(one_line(command.arrival.username or command.arrival.email))
    taken = session.scalar(select(Account.person_id).where(Account.username == username))
    if not username or taken is not None:
        raise _nobody(command, "the user name is taken" if username else "no user name")
    return Account(
        person_id=person,
        username=username,
        password_hash=None,
        created_at=now,
        disabled=False,
        source=command.kind,
        must_change_password=False,
    )


def _nobody(command: Arrived, why: str) -> NobodyHere:
    return NobodyHere(command.vouching.name_vi, command.vouching.name_en, why)


def method_of(session: Session, token: str) -> str:
    """How the person of a signed-in browser was recognised; empty where the token opens nothing."""
    method = select(SignInSession.method).where(
        SignInSession.token_hash == token_hash(token), SignInSession.ended_at.is_(None)
    )
    return session.scalar(method) or ""
