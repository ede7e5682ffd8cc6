"""Signing in and out, and opening accounts."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Conflict, Forbidden, NotFound
from engine.domain.text import normal
from engine.execution.history import record_audit
from engine.store.rows import Statement
from engine.store.session import Store
from qms.accounts.passwords import hash_password, password_fits
from qms.accounts.tables import Account, SignInAttempt, SignInSession
from qms.organisation.commands import AddPerson, enter_person
from qms.organisation.tables import Person

IDLE: Final = timedelta(hours=2)
"""How long a signed-in browser may stand still."""
LONGEST: Final = timedelta(hours=12)
"""How long a sign-in holds at most."""
WINDOW: Final = timedelta(minutes=15)
TRIES_PER_NAME: Final = 5
TRIES_PER_ORIGIN: Final = 30
_NOTE_EVERY: Final = timedelta(minutes=1)


class SignInRefused(Forbidden):
    """User name and password do not fit; it is not said which."""

    def __init__(self) -> None:
        super().__init__(
            vi="Tên đăng nhập hoặc mật khẩu không đúng. Xin kiểm tra phím Caps Lock và bộ gõ tiếng Việt.",
            en="User name or password is wrong. Please check Caps Lock and the keyboard layout.",
        )


class TooManySignIns(Conflict):
    """Too many failures; the account waits."""

    def __init__(self, minutes: int) -> None:
        super().__init__(
            vi=f"Đăng nhập sai nhiều lần. Xin thử lại sau {minutes} phút hoặc liên hệ người quản trị.",
            en=f"Too many failed sign-ins. Try again in {minutes} minutes or ask the administrator.",
        )


class UsernameTaken(Conflict):
    """The user name belongs to somebody else."""

    def __init__(self, username: str) -> None:
        super().__init__(
            vi=f"Tên đăng nhập {username} đã có người dùng.", en=f"The user name {username} is taken."
        )


class PersonNotFound(NotFound):
    """No such person."""

    def __init__(self, name: str) -> None:
        super().__init__(vi=f"Không tìm thấy người dùng {name}.", en=f"There is no person {name}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """What somebody typed into the sign-in page."""

    username: str
    password: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The token to put into the browser's cookie; it is stored nowhere else."""

    person: UUID
    token: str


def sign_in(store: Store, command: SignIn, now: datetime) -> SignedIn:
    """Open a session. Raises SignInRefused or TooManySignIns; every failure is audited."""
    username = normal(command.username).lower()
    with store.transaction() as session:
        account = None
        if _may_try(session, username, command.origin, now):
            account = _fitting_account(session, username, command.password)
            if account is not None:
                return _open_session(session, account, command.origin, now)
            _count_failure(session, username, command.origin, now)
            refusal: Forbidden | Conflict = SignInRefused()
        else:
            _audit_failure(session, "sign_in.throttled", username, command.origin, now)
            refusal = TooManySignIns(int(WINDOW.total_seconds() // 60))
    raise refusal


def _may_try(session: Session, username: str, origin: str, now: datetime) -> bool:
    since = now - WINDOW
    by_name = select(func.count()).where(SignInAttempt.username == username, SignInAttempt.at > since)
    by_origin = select(func.count()).where(SignInAttempt.origin == origin, SignInAttempt.at > since)
    return (
        session.scalars(by_name).one() < TRIES_PER_NAME
        and session.scalars(by_origin).one() < TRIES_PER_ORIGIN
    )


def _fitting_account(session: Session, username: str, password: str) -> Account | None:
    account = session.scalars(
        select(Account)
        .join(Person, Person.id == Account.person_id)
        .where(Account.username == username, Account.disabled.is_(False), Person.active)
    ).one_or_none()
    return account if password_fits(account.password_hash if account else None, password) else None


def _count_failure(session: Session, username: str, origin: str, now: datetime) -> None:
    session.add(SignInAttempt(username=username, origin=origin, at=now))
    _audit_failure(session, "sign_in.refused", username, origin, now)


def _audit_failure(session: Session, kind: str, username: str, origin: str, now: datetime) -> None:
    record_audit(
        session,
        kind,
        actor=Actor(person=None, origin=origin),
        agency=None,
        now=now,
        data={"username": username},
    )


def _open_session(session: Session, account: Account, origin: str, now: datetime) -> SignedIn:
    token = secrets.token_urlsafe(32)
    session.add(
        SignInSession(
            token_hash=_hash(token), person_id=account.person_id, origin=origin, signed_in_at=now, seen_at=now
        )
    )
    session.execute(delete(SignInAttempt).where(SignInAttempt.username == account.username))
    record_audit(
        session,
        "sign_in.done",
        actor=Actor(person=account.person_id, origin=origin),
        agency=None,
        now=now,
    )
    return SignedIn(person=account.person_id, token=token)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBrowser:
    """Whose browser this is, and whether the sign-in still holds."""

    person: UUID
    valid: bool
    to_note: bool
    """Whether its presence was last noted more than a minute ago."""


def recognise(session: Session, token: str, now: datetime) -> KnownBrowser | None:
    """Whose session a token opens; also an expired one is recognised, so that nothing typed is lost.

    The sessions of a disabled account open nothing from that moment on, nor does one that was signed out: the
    next person at a shared computer must not write in the name of the last.
    """
    found = _BEHIND.run(session, token_hash=_hash(token)).fetchone()
    if found is None:
        return None
    person, signed_in_at, seen_at = found
    fresh = now - seen_at <= IDLE and now - signed_in_at <= LONGEST
    return KnownBrowser(person=person, valid=fresh, to_note=abs(now - seen_at) >= _NOTE_EVERY)


_BEHIND: Final = Statement(
    select(SignInSession.person_id, SignInSession.signed_in_at, SignInSession.seen_at)
    .join(Account, Account.person_id == SignInSession.person_id)
    .where(
        SignInSession.token_hash == bindparam("token_hash"),
        SignInSession.ended_at.is_(None),
        Account.disabled.is_(False),
    )
)


def note_presence(store: Store, token: str, now: datetime) -> None:
    """Keep a session from idling out; one that has idled out stays out."""
    with store.transaction() as session:
        session.execute(
            update(SignInSession)
            .where(
                SignInSession.token_hash == _hash(token),
                SignInSession.ended_at.is_(None),
                SignInSession.seen_at >= now - IDLE,
            )
            .values(seen_at=now)
        )


def sign_out(store: Store, token: str, origin: str, now: datetime) -> None:
    """End the session of this browser."""
    with store.transaction() as session:
        row = session.get(SignInSession, _hash(token))
        if row is not None and row.ended_at is None:
            row.ended_at = now
            record_audit(
                session,
                "sign_out",
                actor=Actor(person=row.person_id, origin=origin),
                agency=None,
                now=now,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAccount:
    """An account for a person who is already in the register of people."""

    person: UUID
    username: str
    password: str
    actor: Actor


def open_account(store: Store, command: OpenAccount, now: datetime) -> None:
    """Open or reset the person's account; a new password ends all sessions of the old one.

    Raises PasswordTooShort, UsernameTaken, PersonNotFound.
    """
    password_hash = hash_password(command.password)
    with store.transaction() as session:
        _open_account(session, command, password_hash, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUser:
    """A person who is not in the register yet, with an account."""

    person: AddPerson
    username: str
    password: str


def add_user(store: Store, command: AddUser, now: datetime) -> UUID:
    """Add the person and open the account, both or neither; raises as add_person and open_account."""
    password_hash = hash_password(command.password)
    with store.transaction() as session:
        person = enter_person(session, command.person, now)
        account = OpenAccount(
            person=person,
            username=command.username,
            password=command.password,
            actor=command.person.actor,
        )
        _open_account(session, account, password_hash, now)
        return person


def _open_account(session: Session, command: OpenAccount, password_hash: str, now: datetime) -> None:
    username = normal(command.username).lower()
    if session.get(Person, command.person) is None:
        raise PersonNotFound(str(command.person))
    other = session.scalars(select(Account).where(Account.username == username)).one_or_none()
    if other is not None and other.person_id != command.person:
        raise UsernameTaken(username)
    account = session.get(Account, command.person) or Account(
        person_id=command.person, created_at=now, disabled=False
    )
    account.username = username
    account.password_hash = password_hash
    session.add(account)
    session.execute(
        update(SignInSession)
        .where(SignInSession.person_id == command.person, SignInSession.ended_at.is_(None))
        .values(ended_at=now)
    )
    record_audit(
        session, "account.opened", actor=command.actor, agency=None, now=now, data={"username": username}
    )
