"""Making, revoking and recognising the private address of an officer's calendar."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.errors import NotFound
from engine.execution.history import record_audit
from engine.store.rows import Statement
from engine.store.session import Store
from qms.accounts.tables import Account
from qms.legal_time.tables import CalendarFeed
from qms.organisation.tables import Person

_NOTE_EVERY: Final = timedelta(hours=1)
_LONGEST_TOKEN: Final = 100


class CalendarFeedUnknown(NotFound):
    """No calendar under that address: never made, revoked, or of somebody who left. It is not said which."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không có lịch nào ở địa chỉ này.",
            en="There is no calendar at this address.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What a person is told about the address in force; the address itself is shown only when it is made."""

    created_at: datetime
    read_at: datetime | None
    """When a calendar program last read it, to the hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedReader:
    """Whose calendar an address opens."""

    person: UUID
    to_note: bool
    """Whether its reading was last noted more than an hour ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeFeed:
    """A new private address for the viewer; the one before is revoked."""

    viewer: Viewer
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeFeed:
    """An end of the viewer's private address."""

    viewer: Viewer
    origin: str


def make_feed(store: Store, command: MakeFeed, now: datetime) -> str:
    """The token of the new address, kept nowhere but as its hash: whoever loses it makes another."""
    token = secrets.token_urlsafe(32)
    viewer = command.viewer
    with store.transaction() as session:
        # The person's row orders two presses of the button: the later address is the one that holds.
        session.execute(select(Person.id).where(Person.id == viewer.person).with_for_update())
        _revoke(session, viewer.person, now)
        feed = CalendarFeed(id=uuid4(), person_id=viewer.person, token_hash=_hash(token), created_at=now)
        session.add(feed)
        _audit(session, "calendar_feed.made", viewer, command.origin, now)
    return token


def revoke_feed(store: Store, command: RevokeFeed, now: datetime) -> bool:
    """End the address in force at once; whether there was one."""
    with store.transaction() as session:
        revoked = _revoke(session, command.viewer.person, now)
        if revoked:
            _audit(session, "calendar_feed.revoked", command.viewer, command.origin, now)
    return revoked


def feed_state(session: Session, person: UUID) -> FeedState | None:
    """The person's address in force, None when there is none."""
    found = session.execute(
        select(CalendarFeed.created_at, CalendarFeed.read_at).where(
            CalendarFeed.person_id == person, CalendarFeed.revoked_at.is_(None)
        )
    ).one_or_none()
    return FeedState(created_at=found.created_at, read_at=found.read_at) if found else None


def feed_reader(session: Session, token: str, now: datetime) -> FeedReader:
    """Whose calendar a token opens; one look-up of its hash, whatever was sent.

    Raises CalendarFeedUnknown, also for a closed account. Nobody can find a token by measuring time: what is
    compared is the hash of what was sent.
    """
    found = _BEHIND.run(session, token_hash=_hash(token[:_LONGEST_TOKEN])).fetchone()
    if found is None:
        raise CalendarFeedUnknown
    person, read_at = found
    return FeedReader(person=person, to_note=read_at is None or now - read_at >= _NOTE_EVERY)


_BEHIND: Final = Statement(
    select(CalendarFeed.person_id, CalendarFeed.read_at)
    .join(Person, Person.id == CalendarFeed.person_id)
    .join(Account, Account.person_id == CalendarFeed.person_id)
    .where(
        CalendarFeed.token_hash == bindparam("token_hash"),
        CalendarFeed.revoked_at.is_(None),
        Person.active,
        Account.disabled.is_(False),
    )
)


def note_reading(store: Store, token: str, now: datetime) -> None:
    """Keep when the address was read, so that its owner sees whether somebody uses it."""
    with store.transaction() as session:
        session.execute(
            update(CalendarFeed)
            .where(CalendarFeed.token_hash == _hash(token), CalendarFeed.revoked_at.is_(None))
            .values(read_at=now)
        )


def _revoke(session: Session, person: UUID, now: datetime) -> bool:
    ended = session.execute(
        update(CalendarFeed)
        .where(CalendarFeed.person_id == person, CalendarFeed.revoked_at.is_(None))
        .values(revoked_at=now)
        .returning(CalendarFeed.id)
    )
    return bool(ended.all())


def _audit(session: Session, kind: str, viewer: Viewer, origin: str, now: datetime) -> None:
    actor = Actor(person=viewer.person, origin=origin)
    record_audit(session, kind, actor=actor, agency=viewer.agency, now=now)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="surrogatepass")).digest()
