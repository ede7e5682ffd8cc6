"""Bringing people and roles in line with a directory: who is new, renamed, in other groups, or gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.text import name_sort_key, one_line
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.identity_settings import Arrival, Vouching
from qms.accounts.linking import LDAP, Arrived, person_behind
from qms.accounts.outside_refusals import NobodyHere, TooManyWouldLeave
from qms.accounts.outside_roles import current_or_later, end_roles, follow_groups
from qms.accounts.sessions import end_sessions
from qms.accounts.tables import Account, ExternalIdentity
from qms.organisation.tables import Person

MOST_LEAVING: Final = 0.2
"""The share of known people that may be missing before somebody has to say that it is right."""
_FEW: Final = 2
"""So many may always leave: in a small office one person is a large share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synchronise:
    """All people of a directory, as it told them in one go."""

    vouching: Vouching
    people: Sequence[Arrival]
    actor: Actor
    dry_run: bool = False
    force: bool = False


@dataclass(slots=True, kw_only=True)
class SyncReport:
    """What was changed, or would be: names of people, and what about them."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    """People of the directory whose account is closed here: opening it again is for the administrator."""
    passed_over: list[str] = field(default_factory=list)
    """People of the directory who have no place here, each with the reason."""


class _TriedOnly(Exception):
    """Ends the transaction of a dry run: everything is done, and nothing kept."""


def synchronise(store: Store, command: Synchronise, now: datetime, day: date) -> SyncReport:
    """Apply what the directory says; roles and leaving count from `day`. Raises TooManyWouldLeave.

    Where the settings enter new people, all of the directory are; elsewhere only who is in the register.
    """
    report = SyncReport()
    try:
        with store.transaction() as session:
            leaving = _leaving(session, command)
            for arrival in command.people:
                _one(session, command, arrival, report, now, day)
            for person in leaving:
                _leave(session, command, person, report, now, day)
            if command.dry_run:
                raise _TriedOnly
    except _TriedOnly:
        pass
    return report


def _leaving(session: Session, command: Synchronise) -> list[UUID]:
    """People of open accounts whom the directory knew and knows no more; raises TooManyWouldLeave."""
    present = {arrival.subject for arrival in command.people}
    known = session.execute(
        select(ExternalIdentity.subject, Person.id)
        .join(Person, Person.id == ExternalIdentity.person_id)
        .join(Account, Account.person_id == Person.id)
        .where(
            ExternalIdentity.provider == command.vouching.code,
            Account.disabled.is_(False),
            Person.active,
        )
        .order_by(Person.sort_key, Person.id)
    ).all()
    leaving = [person for subject, person in known if subject not in present]
    most = max(_FEW, MOST_LEAVING * len(known)) if present else 0
    if len(leaving) > most and not command.force:
        raise TooManyWouldLeave(len(leaving), len(known))
    return leaving


def _leave(
    session: Session, command: Synchronise, person: UUID, report: SyncReport, now: datetime, day: date
) -> None:
    row = session.get_one(Person, person, with_for_update=True)
    account = session.get_one(Account, person)
    if account.source != LDAP:  # the password here stays the person's own; what the groups gave goes
        follow_groups(session, command.vouching, person, (), day=day, now=now)
        return
    account.disabled = True
    roles = current_or_later(session, person, day)
    data = {
        "provider": command.vouching.code,
        "sessions": [str(one) for one in end_sessions(session, person, now)],
        "roles": [held.role for held in roles],
        "ended_on": day,
    }
    end_roles(session, roles, day)
    audit_of_person(session, "account.left_directory", person, actor=command.actor, now=now, data=data)
    report.left.append(row.full_name)


def _one(
    session: Session, command: Synchronise, arrival: Arrival, report: SyncReport, now: datetime, day: date
) -> None:
    arrived = Arrived(
        vouching=command.vouching,
        kind=LDAP,
        arrival=arrival,
        origin=command.actor.origin,
        browser="",
        method=LDAP,
    )
    shown = one_line(arrival.full_name or arrival.username)
    before = session.get(ExternalIdentity, (command.vouching.code, arrival.subject))
    try:
        with session.begin_nested():
            person = person_behind(session, arrived, now, day)
    except NobodyHere as refusal:
        if before is not None and refusal.why == "closed":
            report.returned.append(shown)
        else:
            report.passed_over.append(f"{shown}: {refusal.why}")
        return
    if before is None:
        report.added.append(shown)
    if _renamed(session, command, person, arrival, now):
        report.changed.append(shown)
    for change in follow_groups(session, command.vouching, person, arrival.groups, day=day, now=now):
        report.roles.append(f"{shown}: {'+' if change.entered else '-'}{change.role}")


def _renamed(session: Session, command: Synchronise, person: UUID, arrival: Arrival, now: datetime) -> bool:
    """Whether the name or address was another; the directory's holds from now on."""
    row = session.get_one(Person, person)
    new = {
        "full_name": one_line(arrival.full_name) or row.full_name,
        "email": one_line(arrival.email) or row.email,
    }
    old = {"full_name": row.full_name, "email": row.email}
    if new == old:
        return False
    row.full_name, row.email = new["full_name"], new["email"]
    row.sort_key = name_sort_key(row.full_name)
    data = {"provider": command.vouching.code, "old": old, "new": new}
    audit_of_person(session, "person.changed", person, actor=command.actor, now=now, data=data)
    return True
