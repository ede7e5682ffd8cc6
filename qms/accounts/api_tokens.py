"""Tokens by which a program acts for a person: within scopes, until a day, revocable."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.identifiers import fresh_id
from engine.domain.text import one_line
from engine.store.rows import Statement
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.sessions import token_hash, username_of
from qms.accounts.tables import Account, ApiToken
from qms.organisation.tables import Person

PREFIX: Final = "qt_"
"""By which scanners of published code recognise a lost token."""
LONGEST_DAYS: Final = 366
MOST: Final = 10
"""Tokens of one person that hold at the same time."""
NAME_LENGTH: Final = 80
_NOTE_EVERY: Final = timedelta(minutes=1)


class TokenScope(StrEnum):
    """What a token may do of what its person may do."""

    READ_TASKS = "read:tasks"
    COMPLETE_TASKS = "complete:tasks"
    READ_CASES = "read:cases"
    EXPORT = "export:registers"


class TokenAsked(Invalid):
    """A token was asked for in a way that cannot be."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Xin đặt tên (tối đa {NAME_LENGTH} ký tự), chọn ít nhất một quyền "
            f"và thời hạn từ 1 đến {LONGEST_DAYS} ngày.",
            en=f"Please give a name (up to {NAME_LENGTH} characters), at least one right "
            f"and a term of 1 to {LONGEST_DAYS} days.",
        )


class TooManyTokens(Conflict):
    """The person has as many tokens as there may be."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Mỗi người có tối đa {MOST} mã truy cập còn hiệu lực. Xin thu hồi mã không dùng nữa.",
            en=f"A person has at most {MOST} access tokens in force. Please revoke those no longer used.",
        )


class TokenNotFound(NotFound):
    """No such token, or not this person's."""

    def __init__(self) -> None:
        super().__init__(vi="Không tìm thấy mã truy cập này.", en="There is no such access token.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateToken:
    """A token for a person; `actor` is who asks for it."""

    person: UUID
    name: str
    scopes: frozenset[str]
    days: int
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatedToken:
    """The token, to be shown once and kept nowhere."""

    id: UUID
    token: str
    expires_at: datetime


def create_token(store: Store, command: CreateToken, now: datetime) -> CreatedToken:
    """Make a token; raises TokenAsked, TooManyTokens, TokenNotFound for somebody without an open account."""
    name = one_line(command.name)
    known = command.scopes <= set(TokenScope)
    if not (0 < len(name) <= NAME_LENGTH and command.scopes and known and 0 < command.days <= LONGEST_DAYS):
        raise TokenAsked
    token, identifier = PREFIX + secrets.token_urlsafe(32), fresh_id()
    expires_at = now + timedelta(days=command.days)
    with store.transaction() as session:
        if session.get(Account, command.person, with_for_update=True) is None:
            raise TokenNotFound
        if username_of(session, command.person) is None:
            raise TokenNotFound
        if _in_force(session, command.person, now) >= MOST:
            raise TooManyTokens
        row = ApiToken(
            id=identifier,
            person_id=command.person,
            name=name,
            token_hash=token_hash(token),
            scopes=sorted(command.scopes),
            created_at=now,
            created_by=command.actor.person,
            expires_at=expires_at,
        )
        session.add(row)
        data = {"token": str(identifier), "name": name, "scopes": row.scopes, "until": expires_at}
        audit_of_person(session, "token.created", command.person, actor=command.actor, now=now, data=data)
    return CreatedToken(id=identifier, token=token, expires_at=expires_at)


def _in_force(session: Session, person: UUID, now: datetime) -> int:
    held = select(func.count()).where(
        ApiToken.person_id == person, ApiToken.revoked_at.is_(None), ApiToken.expires_at > now
    )
    return session.scalars(held).one()


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeToken:
    """End a token; `person` None where an administrator of the system does it."""

    token: UUID
    person: UUID | None
    actor: Actor


def revoke_token(store: Store, command: RevokeToken, now: datetime) -> None:
    """From now on it opens nothing; doing it again changes nothing. Raises TokenNotFound."""
    with store.transaction() as session:
        row = session.get(ApiToken, command.token, with_for_update=True)
        if row is None or command.person not in {None, row.person_id}:
            raise TokenNotFound
        if row.revoked_at is None:
            row.revoked_at, row.revoked_by = now, command.actor.person
            data = {"token": str(row.id), "name": row.name}
            audit_of_person(session, "token.revoked", row.person_id, actor=command.actor, now=now, data=data)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedToken:
    """A token as its person sees it."""

    id: UUID
    name: str
    scopes: Sequence[str]
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    last_used_from: str
    revoked_at: datetime | None
    in_force: bool


def tokens_of(session: Session, person: UUID, now: datetime) -> tuple[ListedToken, ...]:
    """All tokens of the person, the newest first."""
    rows = session.scalars(
        select(ApiToken).where(ApiToken.person_id == person).order_by(ApiToken.created_at.desc(), ApiToken.id)
    )
    return tuple(
        ListedToken(
            id=row.id,
            name=row.name,
            scopes=tuple(row.scopes),
            created_at=row.created_at,
            expires_at=row.expires_at,
            last_used_at=row.last_used_at,
            last_used_from=row.last_used_from,
            revoked_at=row.revoked_at,
            in_force=row.revoked_at is None and row.expires_at > now,
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownToken:
    """Whose token it is and what it may do."""

    id: UUID
    person: UUID
    scopes: frozenset[str]
    to_note: bool
    """Whether its use was last noted more than a minute ago."""


def recognise_token(session: Session, token: str, now: datetime) -> KnownToken | None:
    """The token if it holds; none of a disabled account or of somebody who left does."""
    if not token.startswith(PREFIX):
        return None
    found = _BEHIND.run(session, token_hash=token_hash(token), now=now).fetchone()
    if found is None:
        return None
    identifier, person, scopes, used_at = found
    to_note = used_at is None or abs(now - used_at) >= _NOTE_EVERY
    return KnownToken(id=identifier, person=person, scopes=frozenset(scopes), to_note=to_note)


_BEHIND: Final = Statement(
    select(ApiToken.id, ApiToken.person_id, ApiToken.scopes, ApiToken.last_used_at)
    .join(Account, Account.person_id == ApiToken.person_id)
    .join(Person, Person.id == ApiToken.person_id)
    .where(
        ApiToken.token_hash == bindparam("token_hash"),
        ApiToken.revoked_at.is_(None),
        ApiToken.expires_at > bindparam("now"),
        Account.disabled.is_(False),
        Account.must_change_password.is_(False),
        Person.active,
    )
)


def note_use(store: Store, token: UUID, origin: str, now: datetime) -> None:
    """Keep when and from where a token was last used."""
    with store.transaction() as session:
        session.execute(
            update(ApiToken).where(ApiToken.id == token).values(last_used_at=now, last_used_from=origin)
        )
