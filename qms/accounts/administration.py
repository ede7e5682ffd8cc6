"""What administrators do to accounts: disable, enable, unlock, new passwords, sessions and second factors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict, Forbidden, Invalid
from engine.domain.text import one_line
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.commands import PersonNotFound
from qms.accounts.ending import end_tokens
from qms.accounts.letters import AccountLetter, LetterAbout, post
from qms.accounts.password_changes import PasswordKeptElsewhere, set_password
from qms.accounts.password_rules import USUAL_RULES, PasswordRules
from qms.accounts.second_factors import erase_factor
from qms.accounts.sessions import LOCAL, SessionNotFound, end_sessions
from qms.accounts.tables import Account
from qms.accounts.throttling import code_key, forget_failures
from qms.organisation.tables import Person


class AccountsNotYours(Forbidden):
    """Accounts are looked after by the administrators of their agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chỉ người quản trị của cơ quan được thay đổi tài khoản của người khác.",
            en="Only an administrator of the agency changes somebody else's account.",
        )


class ReasonMissing(Invalid):
    """An act on somebody else's account needs its reason."""

    def __init__(self) -> None:
        super().__init__(vi="Xin ghi lý do.", en="Please give the reason.")


class OwnAccount(Conflict):
    """Nobody disables the own account."""

    def __init__(self) -> None:
        super().__init__(
            vi="Bạn không thể tự khóa tài khoản của mình. Xin nhờ người quản trị khác.",
            en="You cannot disable your own account. Please ask another administrator.",
        )


class NothingToReset(Conflict):
    """The person has no second factor."""

    def __init__(self) -> None:
        super().__init__(
            vi="Người này chưa thiết lập xác thực hai lớp.", en="This person has no second factor."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountAct:
    """An act on somebody's account; `viewer` None on the command line, where the machine's owner acts."""

    person: UUID
    viewer: Viewer | None
    origin: str
    reason: str

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return Actor(person=self.viewer.person if self.viewer else None, origin=self.origin)


def disable_account(store: Store, act: AccountAct, now: datetime) -> None:
    """Nobody signs in with it any more, and who is signed in is out; raises OwnAccount and as all here.

    Everything here raises AccountsNotYours, ReasonMissing, and PersonNotFound also for people elsewhere.
    """
    with store.transaction() as session:
        account = _account(session, act)
        if act.viewer is not None and act.viewer.person == act.person:
            raise OwnAccount
        if not account.disabled:
            account.disabled = True
            ended = end_sessions(session, act.person, now)
            _note(session, "account.disabled", act, now, {"sessions": len(ended)})


def enable_account(store: Store, act: AccountAct, now: datetime) -> None:
    """The account opens again with the password that it had."""
    with store.transaction() as session:
        account = _account(session, act)
        if account.disabled:
            account.disabled = False
            _note(session, "account.enabled", act, now)


def unlock_account(store: Store, act: AccountAct, now: datetime) -> int:
    """Forget failed passwords and codes, so that the next try need not wait; returns how many there were."""
    with store.transaction() as session:
        account = _account(session, act)
        forgotten = forget_failures(session, account.username) + forget_failures(
            session, code_key(act.person)
        )
        _note(session, "account.unlocked", act, now, {"failures": forgotten})
        return forgotten


def end_sessions_of(store: Store, act: AccountAct, now: datetime, *, only: UUID | None = None) -> int:
    """Sign the person out of all browsers, or of one; returns how many. Raises SessionNotFound."""
    with store.transaction() as session:
        _account(session, act)
        ended = end_sessions(session, act.person, now, only=only)
        if only is not None and not ended:
            raise SessionNotFound
        _note(session, "session.ended", act, now, {"sessions": [str(one) for one in ended]})
        return len(ended)


def reset_factor(store: Store, act: AccountAct, now: datetime, *, office_now: datetime) -> None:
    """Take a lost second factor away, end sessions and tokens, and tell the person; raises NothingToReset."""
    with store.transaction() as session:
        account = _account(session, act)
        if not erase_factor(session, act.person):
            raise NothingToReset
        forget_failures(session, code_key(act.person))
        end_sessions(session, act.person, now)
        end_tokens(session, act.person, now, actor=act.actor, why="second_factor.reset")
        _note(session, "second_factor.reset", act, now)
        about = LetterAbout(
            letter=AccountLetter.FACTOR_RESET,
            username=account.username,
            subject=f"{act.person} {now.isoformat()}",
        )
        post(session, act.person, about, office_now)


def give_password(
    store: Store, act: AccountAct, password: str, now: datetime, rules: PasswordRules = USUAL_RULES
) -> None:
    """A password that serves once: its person has to choose an own one. All sessions and tokens end.

    Raises PasswordKeptElsewhere and what PasswordRules.check raises.
    """
    with store.transaction() as session:
        account = _account(session, act)
        if account.source != LOCAL:
            raise PasswordKeptElsewhere
        set_password(session, account, password, password, rules, now)
        account.must_change_password = True
        end_sessions(session, act.person, now)
        end_tokens(session, act.person, now, actor=act.actor, why="password.given")
        _note(session, "password.given", act, now)


def _account(session: Session, act: AccountAct) -> Account:
    if act.viewer is not None and not may(act.viewer, Power.ADMINISTER_ACCOUNTS):
        raise AccountsNotYours
    if not one_line(act.reason):
        raise ReasonMissing
    agency = session.scalar(select(Person.agency_id).where(Person.id == act.person))
    account = session.get(Account, act.person, with_for_update=True)
    if account is None or (act.viewer is not None and act.viewer.agency != agency):
        raise PersonNotFound(str(act.person))
    return account


def _note(
    session: Session, kind: str, act: AccountAct, now: datetime, data: Mapping[str, object] | None = None
) -> None:
    about = {**(data or {}), "reason": one_line(act.reason)}
    audit_of_person(session, kind, act.person, actor=act.actor, now=now, data=about)
