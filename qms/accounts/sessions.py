"""Signed-in browsers: opened, recognised, noted, listed and ended."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import NotFound
from engine.domain.identifiers import fresh_id
from engine.domain.text import one_line
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.tables import Account, SignInSession
from qms.accounts.throttling import forget_failures
from qms.organisation.tables import Person

LOCAL: Final = "local"
"""The method of who signed in with a password kept here."""
_NOTE_EVERY: Final = timedelta(minutes=1)
_BROWSER_LENGTH: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLimits:
    """How long a sign-in holds."""

    idle: timedelta = timedelta(hours=2)
    """How long a signed-in browser may stand still."""
    longest: timedelta = timedelta(hours=12)
    """How long a sign-in holds at most."""
    unfinished: timedelta = timedelta(minutes=15)
    """How long one waits for its second factor."""


USUAL_LIMITS: Final = SessionLimits()


class SessionNotFound(NotFound):
    """No such signed-in browser of this person."""

    def __init__(self) -> None:
        super().__init__(
            vi="Phiên đăng nhập này không còn hoặc không phải của bạn. Xin tải lại trang.",
            en="This sign-in is gone or not yours. Please load the page again.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The token to put into the browser's cookie; it is stored nowhere else."""

    person: UUID
    token: str
    session: UUID
    """By which the person and the administrator name it."""


def open_session(
    session: Session,
    person: UUID,
    *,
    origin: str,
    browser: str,
    method: str,
    now: datetime,
    second_factor: bool = False,
) -> SignedIn:
    """Open a session for who was recognised, write it down and forget the failures of the user name.

    `method` is local, ldap or the code of an OpenID provider; `second_factor` says that a second factor was
    shown on the way (by the provider, too, where the settings trust it).
    """
    signed_in = _enter(
        session, person, origin=origin, browser=browser, method=method, now=now, second_factor=second_factor
    )
    username = session.scalar(select(Account.username).where(Account.person_id == person))
    if username is not None:
        forget_failures(session, username)
    actor = Actor(person=person, origin=origin)
    audit_of_person(session, "sign_in.done", person, actor=actor, now=now, data={"method": method})
    return signed_in


def renew_session(session: Session, token: str, *, second_factor: bool, now: datetime) -> SignedIn:
    """End the session of a token and open its like under a new token, as whoever rises in rights needs.

    Raises SessionNotFound.
    """
    old = session.get(SignInSession, token_hash(token), with_for_update=True)
    if old is None or old.ended_at is not None:
        raise SessionNotFound
    old.ended_at = now
    return _enter(
        session,
        old.person_id,
        origin=old.origin,
        browser=old.browser,
        method=old.method,
        now=now,
        second_factor=second_factor or old.second_factor_at is not None,
        since=old.signed_in_at,
    )


def _enter(
    session: Session,
    person: UUID,
    *,
    origin: str,
    browser: str,
    method: str,
    now: datetime,
    second_factor: bool,
    since: datetime | None = None,
) -> SignedIn:
    token, identifier = secrets.token_urlsafe(32), fresh_id()
    session.add(
        SignInSession(
            token_hash=token_hash(token),
            id=identifier,
            person_id=person,
            origin=origin,
            browser=one_line(browser)[:_BROWSER_LENGTH],
            method=method,
            signed_in_at=since or now,
            seen_at=now,
            second_factor_at=now if second_factor else None,
        )
    )
    return SignedIn(person=person, token=token, session=identifier)


def token_hash(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBrowser:
    """Whose browser this is, and whether the sign-in still holds."""

    person: UUID
    id: UUID
    valid: bool
    to_note: bool
    """Whether its presence was last noted more than a minute ago."""
    has_factor: bool
    """Whether the person has set up a second factor."""
    factor_shown: bool
    """Whether it was shown in this session."""
    must_change_password: bool


def browser_of(person: UUID, found: Sequence[Any], now: datetime, limits: SessionLimits) -> KnownBrowser:
    """The browser of a session that was found by its token, and whether its sign-in still holds.

    Found are its id, when its person signed in, was last seen and showed a second factor, whether the
    password must be changed, and whether there is a second factor.
    """
    identifier, signed_in_at, seen_at, shown_at, must_change, has_factor = found
    unfinished = has_factor and shown_at is None
    fresh = (
        now - seen_at <= limits.idle
        and now - signed_in_at <= limits.longest
        and (not unfinished or now - signed_in_at <= limits.unfinished)
    )
    return KnownBrowser(
        person=person,
        id=identifier,
        valid=fresh,
        to_note=abs(now - seen_at) >= _NOTE_EVERY,
        has_factor=has_factor,
        factor_shown=shown_at is not None,
        must_change_password=must_change,
    )


def note_presence(store: Store, token: str, now: datetime, limits: SessionLimits = USUAL_LIMITS) -> None:
    """Keep a session from idling out; one that has idled out stays out."""
    with store.transaction() as session:
        session.execute(
            update(SignInSession)
            .where(
                SignInSession.token_hash == token_hash(token),
                SignInSession.ended_at.is_(None),
                SignInSession.seen_at >= now - limits.idle,
            )
            .values(seen_at=now)
        )


def sign_out(store: Store, token: str, origin: str, now: datetime) -> None:
    """End the session of this browser."""
    with store.transaction() as session:
        row = session.get(SignInSession, token_hash(token))
        if row is not None and row.ended_at is None:
            row.ended_at = now
            actor = Actor(person=row.person_id, origin=origin)
            audit_of_person(session, "sign_out", row.person_id, actor=actor, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBrowser:
    """A signed-in browser as its person and the administrator see it."""

    id: UUID
    origin: str
    browser: str
    method: str
    signed_in_at: datetime
    seen_at: datetime
    second_factor: bool


def open_browsers(
    session: Session, person: UUID, now: datetime, limits: SessionLimits = USUAL_LIMITS
) -> tuple[OpenBrowser, ...]:
    """The person's sessions that still hold, the last seen first."""
    rows = session.scalars(
        select(SignInSession)
        .where(
            SignInSession.person_id == person,
            SignInSession.ended_at.is_(None),
            SignInSession.seen_at >= now - limits.idle,
            SignInSession.signed_in_at >= now - limits.longest,
        )
        .order_by(SignInSession.seen_at.desc(), SignInSession.id)
    )
    return tuple(
        OpenBrowser(
            id=row.id,
            origin=row.origin,
            browser=row.browser,
            method=row.method,
            signed_in_at=row.signed_in_at,
            seen_at=row.seen_at,
            second_factor=row.second_factor_at is not None,
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSession:
    """One of the person's own browsers is signed out from afar; None: all but the one that asks."""

    person: UUID
    origin: str
    chosen: UUID | None
    here: UUID | None


def end_session(store: Store, command: EndSession, now: datetime) -> int:
    """End what was chosen and return how many ended; raises SessionNotFound."""
    with store.transaction() as session:
        if command.chosen is not None:
            ended = end_sessions(session, command.person, now, only=command.chosen)
            if not ended:
                raise SessionNotFound
        else:
            ended = end_sessions(session, command.person, now, but=command.here)
        actor = Actor(person=command.person, origin=command.origin)
        data = {"sessions": [str(one) for one in ended]}
        audit_of_person(session, "session.ended", command.person, actor=actor, now=now, data=data)
        return len(ended)


def end_sessions(
    session: Session, person: UUID, now: datetime, *, only: UUID | None = None, but: UUID | None = None
) -> Sequence[UUID]:
    """End the person's sessions within a transaction: all, one, or all but one; returns those that ended."""
    which: list[ColumnElement[bool]] = [SignInSession.person_id == person, SignInSession.ended_at.is_(None)]
    if only is not None:
        which.append(SignInSession.id == only)
    if but is not None:
        which.append(SignInSession.id != but)
    ended = update(SignInSession).where(*which).values(ended_at=now).returning(SignInSession.id)
    return session.scalars(ended.execution_options(synchronize_session=False)).all()


def username_of(session: Session, person: UUID) -> str | None:
    """The user name of an active person's open account."""
    return session.scalar(
        select(Account.username)
        .join(Person, Person.id == Account.person_id)
        .where(Account.person_id == person, Account.disabled.is_(False), Person.active)
    )
