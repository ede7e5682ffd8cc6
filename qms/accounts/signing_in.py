"""Signing in with a user name and a password that is kept here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Forbidden
from engine.domain.text import normal
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.passwords import password_fits, renewed_hash
from qms.accounts.sessions import LOCAL, SignedIn, open_session
from qms.accounts.tables import Account
from qms.accounts.throttling import (
    TooManySignIns,
    browser_key,
    count_failure,
    forget_failures,
    wait_left,
)
from qms.organisation.tables import Person

LONGEST_NAME: Final = 320
"""Characters of a user name that are looked at: the longest mail address."""


class SignInRefused(Forbidden):
    """User name and password do not fit; it is not said which."""

    def __init__(self) -> None:
        super().__init__(
            vi="Tên đăng nhập hoặc mật khẩu không đúng. Xin kiểm tra phím Caps Lock và bộ gõ tiếng Việt.",
            en="User name or password is wrong. Please check Caps Lock and the keyboard layout.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """What somebody typed into the sign-in page."""

    username: str
    password: str
    origin: str
    browser: str = ""
    known: str = ""
    """The mark by which the browser showed that the name signed in there before."""


def sign_in(store: Store, command: SignIn, now: datetime) -> SignedIn:
    """Open a session. Raises SignInRefused or TooManySignIns; every failure is audited."""
    username = typed_username(command.username)
    with store.transaction() as session:
        wait = may_try(session, username, command, now)
        if not wait:
            account = _fitting_account(session, username, command.password)
            if account is not None:
                forget_tries(session, command)
                return open_session(
                    session,
                    account.person_id,
                    origin=command.origin,
                    browser=command.browser,
                    method=LOCAL,
                    now=now,
                )
            note_failure(session, username, command, now)
    raise TooManySignIns(wait) if wait else SignInRefused()


def typed_username(text: str) -> str:
    """The user name as it is kept, from what somebody typed."""
    return normal(text[:LONGEST_NAME].replace("\0", "")).lower()[:LONGEST_NAME]


def may_try(session: Session, username: str, command: SignIn, now: datetime) -> timedelta:
    """How long this try has to wait, zero if it may be made; one that comes too early is audited."""
    origin = None if command.known else command.origin
    wait = wait_left(session, counted_under(username, command), origin, now)
    if wait:
        _audit_failure(session, "sign_in.throttled", username, command.origin, now)
    return wait


def counted_under(username: str, command: SignIn) -> str:
    """The name under which failures of this try count: of a browser that knows the name, its mark."""
    return browser_key(command.known) if command.known else username


def note_failure(session: Session, username: str, command: SignIn, now: datetime) -> None:
    """Count a failed try and write it down."""
    count_failure(session, counted_under(username, command), command.origin, now)
    _audit_failure(session, "sign_in.refused", username, command.origin, now)


def forget_tries(session: Session, command: SignIn) -> None:
    """Forget the failures of the name typed and of the browser, once a good sign-in came from it."""
    username = typed_username(command.username)
    forget_failures(session, username)
    if command.known:
        forget_failures(session, counted_under(username, command))


def _fitting_account(session: Session, username: str, password: str) -> Account | None:
    """The open account of that name if the password is its own; as long for a name that nobody has."""
    account = session.scalars(
        select(Account)
        .join(Person, Person.id == Account.person_id)
        .where(
            Account.username == username,
            Account.source == LOCAL,
            Account.disabled.is_(False),
            Person.active,
        )
    ).one_or_none()
    if not password_fits(account.password_hash if account else None, password) or account is None:
        return None
    account.password_hash = renewed_hash(account.password_hash, password)
    return account


def _audit_failure(session: Session, kind: str, username: str, origin: str, now: datetime) -> None:
    person = session.scalar(select(Account.person_id).where(Account.username == username))
    actor = Actor(person=None, origin=origin)
    audit_of_person(session, kind, person, actor=actor, now=now, data={"username": username})
