"""What ends together with a password: links to choose another, and tokens made by whoever had it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from qms.accounts.auditing import audit_of_person
from qms.accounts.tables import ApiToken, PasswordReset


def end_links(session: Session, person: UUID, now: datetime) -> None:
    """No link to a new password that is on its way opens anything any more."""
    links = update(PasswordReset).where(PasswordReset.person_id == person, PasswordReset.used_at.is_(None))
    session.execute(links.values(used_at=now).execution_options(synchronize_session=False))


def end_tokens(session: Session, person: UUID, now: datetime, *, actor: Actor, why: str) -> int:
    """End the person's tokens within a transaction, each on the record; returns how many.

    For the moments at which a way in was lost: whoever found it may have made a token to keep.
    """
    ended = (
        update(ApiToken)
        .where(ApiToken.person_id == person, ApiToken.revoked_at.is_(None), ApiToken.expires_at > now)
        .values(revoked_at=now, revoked_by=actor.person)
        .returning(ApiToken.id, ApiToken.name)
    )
    rows = session.execute(ended.execution_options(synchronize_session=False)).all()
    for token, name in rows:
        data = {"token": str(token), "name": name, "why": why}
        audit_of_person(session, "token.revoked", person, actor=actor, now=now, data=data)
    return len(rows)
