"""Choosing an own password while signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.commands import PersonNotFound, about_person
from qms.accounts.ending import end_links
from qms.accounts.password_rules import USUAL_RULES, PasswordRules
from qms.accounts.passwords import hash_password, password_fits
from qms.accounts.sessions import LOCAL, SignedIn, end_sessions, renew_session
from qms.accounts.tables import Account
from qms.accounts.throttling import TooManySignIns, code_key, count_failure, forget_failures, wait_left
from qms.organisation.tables import Person


class OldPasswordWrong(Invalid):
    """The present password does not fit."""

    def __init__(self) -> None:
        super().__init__(
            vi="Mật khẩu hiện tại không đúng. Mật khẩu chưa được đổi.",
            en="Your present password is wrong. The password was not changed.",
        )


class PasswordUnchanged(Invalid):
    """The new password is the old one."""

    def __init__(self) -> None:
        super().__init__(
            vi="Mật khẩu mới phải khác mật khẩu hiện tại.",
            en="The new password must differ from the present one.",
        )


class PasswordsDiffer(Invalid):
    """The new password was not typed the same way twice."""

    def __init__(self) -> None:
        super().__init__(
            vi="Hai lần nhập mật khẩu mới không giống nhau. Xin nhập lại.",
            en="The new password was not typed the same way twice. Please type it again.",
        )


class PasswordKeptElsewhere(Conflict):
    """A directory or an OpenID provider vouches for the person."""

    def __init__(self) -> None:
        super().__init__(
            vi="Tài khoản của bạn đăng nhập bằng hệ thống tài khoản chung của cơ quan. "
            "Xin đổi mật khẩu tại hệ thống đó.",
            en="Your account signs in by your agency's own directory. Please change the password there.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePassword:
    """The present password and the new one, in the session of a token."""

    person: UUID
    token: str
    old: str
    new: str
    repeated: str
    origin: str


def change_password(
    store: Store, command: ChangePassword, now: datetime, rules: PasswordRules = USUAL_RULES
) -> SignedIn:
    """Take the new password; every other session ends, this one goes on under a new token.

    Wrong present passwords are waited for like wrong codes. Raises OldPasswordWrong, PasswordUnchanged,
    PasswordsDiffer, PasswordKeptElsewhere, TooManySignIns and what PasswordRules.check raises.
    """
    with store.transaction() as session:
        account = session.get(Account, command.person, with_for_update=True)
        if account is None:
            raise PersonNotFound(str(command.person))
        if account.source != LOCAL:
            raise PasswordKeptElsewhere
        refusal = _old_refused(session, account, command, now)
        if refusal is None:
            if command.new == command.old:
                raise PasswordUnchanged
            set_password(session, account, command.new, command.repeated, rules, now)
            actor = Actor(person=command.person, origin=command.origin)
            audit_of_person(session, "password.changed", command.person, actor=actor, now=now)
            signed_in = renew_session(session, command.token, second_factor=False, now=now)
            session.flush()
            end_sessions(session, command.person, now, but=signed_in.session)
            return signed_in
    raise refusal


def _old_refused(
    session: Session, account: Account, command: ChangePassword, now: datetime
) -> Refusal | None:
    # Counted apart from sign-ins: strangers who try the user name must not keep its person from changing it.
    key = code_key(account.person_id)
    wait = wait_left(session, key, None, now)
    if wait:
        return TooManySignIns(wait)
    if password_fits(account.password_hash, command.old):
        return None
    count_failure(session, key, command.origin, now)
    actor = Actor(person=command.person, origin=command.origin)
    audit_of_person(session, "password.refused", command.person, actor=actor, now=now)
    return OldPasswordWrong()


def set_password(
    session: Session, account: Account, new: str, repeated: str, rules: PasswordRules, now: datetime
) -> None:
    """Put an own password in place within a transaction; links to another and old failures end.

    Raises PasswordsDiffer and what PasswordRules.check raises.
    """
    if new != repeated:
        raise PasswordsDiffer
    person = session.get_one(Person, account.person_id)
    rules.check(new, about_person(session, person, account.username))
    account.password_hash = hash_password(new)
    account.password_changed_at = now
    account.must_change_password = False
    forget_failures(session, account.username)
    end_links(session, account.person_id, now)
