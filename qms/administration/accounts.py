"""Accounts of an agency's people: opened with a start password, closed, unlocked, signed out."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.local_time import local_day
from engine.domain.text import fold, one_line
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.accounts.commands import UsernameTaken
from qms.accounts.ending import end_links, end_tokens
from qms.accounts.passwords import hash_password
from qms.accounts.sessions import LOCAL, end_sessions
from qms.accounts.tables import Account
from qms.accounts.throttling import code_key, forget_failures
from qms.administration.authority import administered_person
from qms.administration.refusals import (
    AccountMissing,
    AccountThere,
    KeptElsewhere,
    PersonLeft,
    ReasonMissing,
    TooManyAtOnce,
    UsernameUnreadable,
)
from qms.administration.roles import require_another_administrator
from qms.organisation.tables import Person

MOST_AT_ONCE: Final = 40
"""Hashing a password takes a tenth of a second and more: a request must end."""
_USERNAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,58}[a-z0-9]")
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what is mistaken for another on paper: i l o 0 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAccounts:
    """User names for people who have no account yet."""

    viewer: Viewer
    origin: str
    usernames: Sequence[tuple[UUID, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountAct:
    """One act on the account of a person, and why."""

    viewer: Viewer
    origin: str
    person: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPassword:
    """A password that serves once, to choose an own one; it is stored nowhere and shown once."""

    person: UUID
    name: str
    username: str
    password: str


def open_accounts(store: Store, command: OpenAccounts, now: datetime) -> tuple[StartPassword, ...]:
    """Open the accounts, all or none.

    Raises TooManyAtOnce, NotAuthorised, PersonNotFound, PersonLeft, AccountThere, UsernameUnreadable,
    UsernameTaken.
    """
    if len(command.usernames) > MOST_AT_ONCE:
        raise TooManyAtOnce(MOST_AT_ONCE)
    made = [(person, username_read(text), *_start_password()) for person, text in command.usernames]
    opened = []
    with store.transaction() as session:
        for person, username, password, password_hash in made:
            row = administered_person(session, command.viewer, person)
            if not row.active:
                raise PersonLeft(row.full_name)
            if session.get(Account, row.id) is not None:
                raise AccountThere(row.full_name)
            if session.scalars(select(Account.person_id).where(Account.username == username)).first():
                raise UsernameTaken(username)
            session.add(
                Account(
                    person_id=row.id,
                    username=username,
                    password_hash=password_hash,
                    created_at=now,
                    disabled=False,
                    password_changed_at=now,
                    must_change_password=True,
                )
            )
            session.flush()
            _record(session, "account.opened", command, row, now, {"username": username})
            opened.append(
                StartPassword(person=row.id, name=row.full_name, username=username, password=password)
            )
    return tuple(opened)


def give_start_password(store: Store, command: AccountAct, now: datetime) -> StartPassword:
    """A new start password; the old one, all sign-ins, links and tokens end, and failures are forgotten.

    Raises NotAuthorised, PersonNotFound, PersonLeft, AccountMissing, KeptElsewhere, ReasonMissing.
    """
    password, password_hash = _start_password()
    with store.transaction() as session:
        person, account = _account(session, command)
        if account.source != LOCAL:
            raise KeptElsewhere(person.full_name)
        account.password_hash = password_hash
        account.password_changed_at = now
        account.must_change_password = True
        end_sessions(session, person.id, now)
        end_links(session, person.id, now)
        forget_failures(session, account.username)
        actor = Actor(person=command.viewer.person, origin=command.origin)
        end_tokens(session, person.id, now, actor=actor, why="account.start_password")
        _record(session, "account.start_password", command, person, now, {"reason": _reason(command)})
        return StartPassword(
            person=person.id, name=person.full_name, username=account.username, password=password
        )


def disable_account(store: Store, command: AccountAct, now: datetime) -> None:
    """Nobody signs in with it, and who is signed in is out.

    Raises NotAuthorised, PersonNotFound, AccountMissing, ReasonMissing, LastAdministrator.
    """
    with store.transaction() as session:
        person, account = _account(session, command, left=True)
        require_another_administrator(session, person, local_day(now), now)
        account.disabled = True
        end_sessions(session, person.id, now)
        _record(session, "account.disabled", command, person, now, {"reason": _reason(command)})


def enable_account(store: Store, command: AccountAct, now: datetime) -> None:
    """Open it again. Raises NotAuthorised, PersonNotFound, PersonLeft, AccountMissing, ReasonMissing."""
    with store.transaction() as session:
        person, account = _account(session, command)
        account.disabled = False
        _record(session, "account.enabled", command, person, now, {"reason": _reason(command)})


def unlock_account(store: Store, command: AccountAct, now: datetime) -> None:
    """Forget the failed sign-ins. Raises NotAuthorised, PersonNotFound, AccountMissing, ReasonMissing."""
    with store.transaction() as session:
        person, account = _account(session, command)
        forgotten = forget_failures(session, account.username) + forget_failures(session, code_key(person.id))
        data = {"reason": _reason(command), "failures": forgotten}
        _record(session, "account.unlocked", command, person, now, data)


def sign_out_everywhere(store: Store, command: AccountAct, now: datetime) -> None:
    """End all sign-ins. Raises NotAuthorised, PersonNotFound, AccountMissing, ReasonMissing."""
    with store.transaction() as session:
        person, _account_row = _account(session, command, left=True)
        end_sessions(session, person.id, now)
        _record(session, "account.signed_out", command, person, now, {"reason": _reason(command)})


def username_read(text: str) -> str:
    """The user name as it is kept; raises UsernameUnreadable."""
    username = one_line(text).lower()
    if not _USERNAME.fullmatch(username):
        raise UsernameUnreadable(username[:80])
    return username


def suggested_username(full_name: str, taken: Iterable[str]) -> str:
    """The given name and the initials of the others, as offices do: Nguyễn Thị Ngọc Diệp is diepntn."""
    words = [re.sub(r"[^a-z0-9]", "", word) for word in fold(full_name).split()]
    words = [word for word in words if word]
    base = (words[-1] + "".join(word[0] for word in words[:-1]))[:50] if words else "nguoidung"
    base = base if len(base) > 2 else base + "vn"  # noqa: PLR2004 - the shortest that is taken
    used = set(taken)
    return next(name for name in (base, *(f"{base}{more}" for more in range(2, 10_000))) if name not in used)


def _start_password() -> tuple[str, str]:
    """A password to be typed from paper, four groups of four, and its hash."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    password = "-".join(groups)
    return password, hash_password(password)


def _account(session: Session, command: AccountAct, *, left: bool = False) -> tuple[Person, Account]:
    """The person and the account, locked; those who left have one only where `left` allows."""
    person = administered_person(session, command.viewer, command.person)
    if not person.active and not left:
        raise PersonLeft(person.full_name)
    account = session.get(Account, person.id, with_for_update=True)
    if account is None:
        raise AccountMissing(person.full_name)
    return person, account


def _reason(command: AccountAct) -> str:
    reason = one_line(command.reason)
    if not reason:
        raise ReasonMissing
    return reason


def _record(
    session: Session,
    kind: str,
    command: OpenAccounts | AccountAct,
    person: Person,
    now: datetime,
    data: dict[str, object],
) -> None:
    session.flush()
    actor = Actor(person=command.viewer.person, origin=command.origin)
    told = {"person": person.id, "name": person.full_name, **data}
    record_audit(session, kind, actor=actor, agency=person.agency_id, now=now, data=told)
