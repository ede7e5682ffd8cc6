"""A forgotten password: a link by mail, good once and for half an hour; the page tells nobody who is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Invalid
from engine.domain.identifiers import fresh_id
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.ending import end_tokens
from qms.accounts.keys import link_token
from qms.accounts.letters import LINK_MARK, AccountLetter, LetterAbout, post
from qms.accounts.password_changes import set_password
from qms.accounts.password_rules import USUAL_RULES, PasswordRules
from qms.accounts.sessions import LOCAL, end_sessions, token_hash
from qms.accounts.signing_in import typed_username
from qms.accounts.tables import Account, PasswordReset, SignInAttempt
from qms.accounts.throttling import count_failure
from qms.organisation.tables import Person

HOLDS: Final = timedelta(minutes=30)
WINDOW: Final = timedelta(hours=1)
PER_PERSON: Final = 3
"""Letters to one person in an hour."""
PER_ORIGIN: Final = 20
"""Letters asked for from one address in an hour."""
ASKED_PER_ORIGIN: Final = 60
"""Times that the form is taken from one address in an hour, whomever it names."""


class LinkUseless(Invalid):
    """The link was used, is too old, or never was one."""

    def __init__(self) -> None:
        super().__init__(
            vi="Liên kết này đã dùng, đã quá 30 phút hoặc không đúng. Xin yêu cầu liên kết mới.",
            en="This link was used, is older than 30 minutes, or is wrong. Please ask for a new one.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForLink:
    """What somebody typed who cannot sign in: a user name or a mail address."""

    name: str
    origin: str
    page: str
    """The full address of the page behind the link, without the token."""
    secret_key: str


def ask_for_link(store: Store, command: AskForLink, now: datetime, *, office_now: datetime) -> None:
    """Put a letter into the outbox if one and only one open account is meant; nothing tells the asker.

    `now` is the machine's; `office_now` is the time by which the outbox goes. Past three letters an hour to a
    person, or twenty from an origin, nothing more is sent; past sixty forms nothing is even written down.
    """
    typed = typed_username(command.name)
    with store.transaction() as session:
        if not _heard(session, command.origin, now):
            return
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"link {typed}", 0))))
        account = _meant(session, typed)
        actor = Actor(person=None, origin=command.origin)
        person = account.person_id if account else None
        sent = account is not None and _few_enough(session, account.person_id, command.origin, now)
        if account is not None and sent:
            _send(session, account, command, now, office_now)
        data = {"typed": typed, "sent": sent}
        audit_of_person(session, "password.link_asked", person, actor=actor, now=now, data=data)


def _heard(session: Session, origin: str, now: datetime) -> bool:
    asking = f"link {origin}"
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(asking, 0))))
    asked = select(func.count()).where(SignInAttempt.origin == asking, SignInAttempt.at > now - WINDOW)
    if session.scalars(asked).one() >= ASKED_PER_ORIGIN:
        return False
    count_failure(session, "Link", asking, now)  # no user name reads like it, all being lower case
    return True


def _meant(session: Session, typed: str) -> Account | None:
    named: ColumnElement[bool] = Account.username == typed
    if "@" in typed:
        named = or_(named, func.lower(Person.email) == typed)
    found = session.scalars(
        select(Account)
        .join(Person, Person.id == Account.person_id)
        .where(named, Account.disabled.is_(False), Person.active, Person.email != "")
        .limit(2)
    ).all()
    return found[0] if len(found) == 1 else None


def _few_enough(session: Session, person: UUID, origin: str, now: datetime) -> bool:
    recent = PasswordReset.requested_at > now - WINDOW
    to_person = select(func.count()).where(PasswordReset.person_id == person, recent)
    from_origin = select(func.count()).where(PasswordReset.origin == origin, recent)
    return session.scalars(to_person).one() < PER_PERSON and session.scalars(from_origin).one() < PER_ORIGIN


def _send(
    session: Session, account: Account, command: AskForLink, now: datetime, office_now: datetime
) -> None:
    reset = fresh_id()
    here = account.source == LOCAL
    session.add(
        PasswordReset(
            token_hash=token_hash(link_token(command.secret_key, reset)),
            person_id=account.person_id,
            origin=command.origin,
            requested_at=now,
            expires_at=now + HOLDS,
            used_at=None if here else now,
        )
    )
    about = LetterAbout(
        letter=AccountLetter.LINK if here else AccountLetter.ELSEWHERE,
        username=account.username,
        subject=reset,
        link=f"{command.page}?token={LINK_MARK % reset}" if here else "",
        asked_for=True,
    )
    post(session, account.person_id, about, office_now)


def link_holds(session: Session, token: str, now: datetime) -> bool:
    """Whether the link still opens the form for a new password."""
    return session.scalar(select(PasswordReset.person_id).where(*_good(token, now))) is not None


def _good(token: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        PasswordReset.token_hash == token_hash(token),
        PasswordReset.used_at.is_(None),
        PasswordReset.expires_at > now,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseByLink:
    """A new password from behind a link."""

    token: str
    new: str
    repeated: str
    origin: str


def choose_by_link(
    store: Store,
    command: ChooseByLink,
    now: datetime,
    *,
    office_now: datetime,
    rules: PasswordRules = USUAL_RULES,
) -> None:
    """Take the new password, end all sessions, links and tokens of the person, and tell the person by mail.

    The second factor stays as it is. Raises LinkUseless, PasswordsDiffer and what PasswordRules.check raises.
    """
    with store.transaction() as session:
        person = session.scalar(select(PasswordReset.person_id).where(*_good(command.token, now)))
        account = session.get(Account, person, with_for_update=True) if person else None
        # Asked again behind the lock of the account, where two links of one person come one after the other.
        reset = session.scalars(select(PasswordReset).where(*_good(command.token, now))).one_or_none()
        if reset is None or account is None or account.disabled or account.source != LOCAL:
            raise LinkUseless
        if not session.get_one(Person, account.person_id).active:
            raise LinkUseless
        set_password(session, account, command.new, command.repeated, rules, now)
        end_sessions(session, account.person_id, now)
        actor = Actor(person=account.person_id, origin=command.origin)
        end_tokens(session, account.person_id, now, actor=actor, why="password.reset")
        audit_of_person(session, "password.reset", account.person_id, actor=actor, now=now)
        about = LetterAbout(
            letter=AccountLetter.PASSWORD_SET, username=account.username, subject=reset.token_hash.hex()
        )
        post(session, account.person_id, about, office_now)
