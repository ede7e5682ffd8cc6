"""Taking away an outside identity: the person, the account and its password here stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select, update

from engine.domain.assignment import Actor
from engine.domain.errors import NotFound
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.identity_settings import Vouching
from qms.accounts.outside_roles import follow_groups
from qms.accounts.signing_in import typed_username
from qms.accounts.tables import Account, ExternalIdentity, SignInSession


class IdentityNotLinked(NotFound):
    """The user name is not linked to that provider."""

    def __init__(self, username: str, provider: str) -> None:
        super().__init__(
            vi=f"Người dùng {username} không gắn với nguồn đăng nhập {provider}.",
            en=f"The user {username} is not linked to the sign-in provider {provider}.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlink:
    """The provider no longer speaks for the person, or knows the person under another subject from now on."""

    username: str
    vouching: Vouching
    method: str
    """That of the sessions which end with the link."""
    reason: str
    actor: Actor


def unlink(store: Store, command: Unlink, now: datetime, day: date) -> None:
    """Forget the identity, end its sessions and the roles that its groups gave; raises IdentityNotLinked."""
    username, provider = typed_username(command.username), command.vouching.code
    with store.transaction() as session:
        found = session.execute(
            select(ExternalIdentity.person_id, ExternalIdentity.subject)
            .join(Account, Account.person_id == ExternalIdentity.person_id)
            .where(Account.username == username, ExternalIdentity.provider == provider)
            .with_for_update(of=ExternalIdentity)
        ).one_or_none()
        if found is None:
            raise IdentityNotLinked(username, provider)
        session.execute(
            delete(ExternalIdentity).where(
                ExternalIdentity.provider == provider, ExternalIdentity.subject == found.subject
            )
        )
        session.execute(
            update(SignInSession)
            .where(
                SignInSession.person_id == found.person_id,
                SignInSession.method == command.method,
                SignInSession.ended_at.is_(None),
            )
            .values(ended_at=now)
        )
        follow_groups(session, command.vouching, found.person_id, (), day=day, now=now)
        data = {"provider": provider, "subject": found.subject, "reason": command.reason}
        audit_of_person(session, "account.unlinked", found.person_id, actor=command.actor, now=now, data=data)
