"""Opening accounts: for people of the register, and for new people at once with their entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Conflict, NotFound
from engine.domain.text import normal
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.ending import end_links, end_tokens
from qms.accounts.password_rules import USUAL_RULES, PasswordRules
from qms.accounts.passwords import hash_password
from qms.accounts.sessions import LOCAL, end_sessions
from qms.accounts.tables import Account
from qms.organisation.commands import AddPerson, enter_person
from qms.organisation.tables import Agency, Person


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
class OpenAccount:
    """An account for a person who is already in the register of people."""

    person: UUID
    username: str
    password: str
    actor: Actor
    must_change_password: bool = False
    """Whether the password was given by somebody else and serves only to choose an own one."""


def open_account(
    store: Store, command: OpenAccount, now: datetime, rules: PasswordRules = USUAL_RULES
) -> None:
    """Open or reset the person's account; a new password ends all sessions of the old one.

    Raises PersonNotFound, UsernameTaken and what PasswordRules.check raises.
    """
    with store.transaction() as session:
        _open_account(session, command, rules, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUser:
    """A person who is not in the register yet, with an account."""

    person: AddPerson
    username: str
    password: str
    must_change_password: bool = False


def add_user(store: Store, command: AddUser, now: datetime, rules: PasswordRules = USUAL_RULES) -> UUID:
    """Add the person and open the account, both or neither; raises as add_person and open_account."""
    with store.transaction() as session:
        person = enter_person(session, command.person, now)
        account = OpenAccount(
            person=person,
            username=command.username,
            password=command.password,
            actor=command.person.actor,
            must_change_password=command.must_change_password,
        )
        _open_account(session, account, rules, now)
        return person


def _open_account(session: Session, command: OpenAccount, rules: PasswordRules, now: datetime) -> None:
    username = normal(command.username).lower()
    person = session.get(Person, command.person)
    if person is None:
        raise PersonNotFound(str(command.person))
    other = session.scalars(select(Account).where(Account.username == username)).one_or_none()
    if other is not None and other.person_id != command.person:
        raise UsernameTaken(username)
    rules.check(command.password, about_person(session, person, username))
    account = session.get(Account, command.person) or Account(
        person_id=command.person, created_at=now, disabled=False
    )
    account.username = username
    account.password_hash = hash_password(command.password)
    account.source = LOCAL
    account.password_changed_at = now
    account.must_change_password = command.must_change_password
    session.add(account)
    end_sessions(session, command.person, now)
    end_links(session, command.person, now)
    end_tokens(session, command.person, now, actor=command.actor, why="account.opened")
    audit_of_person(
        session, "account.opened", command.person, actor=command.actor, now=now, data={"username": username}
    )


def about_person(session: Session, person: Person, username: str) -> tuple[str, ...]:
    """What no password of the person may be made of: names of the account, the person and the agency."""
    agency = session.get_one(Agency, person.agency_id)
    address = person.email.partition("@")[0]
    return (username, person.full_name, address, agency.name, agency.short_name, agency.code)
