"""Adding and mending people, moving them to another unit or agency, leaving and coming back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.text import name_sort_key, one_line
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.administration.authority import Basis, administered_person, require_administrator_of
from qms.administration.living import require_living_unit
from qms.administration.person_names import rename_from
from qms.administration.refusals import MailTaken, MailUnreadable, NameMissing
from qms.organisation.tables import Agency, Person, Unit

_MAIL: Final = re.compile(r"[^@\s,;<>\"\x00-\x1f]{1,64}@[^@\s,;<>\"\x00-\x1f]{1,190}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPerson:
    """A person new to an agency; roles are given separately, each by its decision."""

    basis: Basis
    agency: UUID
    unit: UUID | None
    full_name: str
    title: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPerson:
    """What is kept of a person, mended.

    A name of another day is a change by decision: what was done before keeps the old one. Without the day the
    name was misspelt, and is put right everywhere.
    """

    basis: Basis
    person: UUID
    full_name: str
    title: str
    email: str
    renamed_on: date | None = None


def enter_new_person(store: Store, command: EnterPerson, now: datetime) -> UUID:
    """Add the person. Raises NotAuthorised, NameMissing, MailUnreadable, MailTaken, UnitNotThere."""
    with store.transaction() as session:
        require_administrator_of(session, command.basis.viewer, command.agency)
        if command.unit is not None:
            require_living_unit(session, command.agency, command.unit, local_day(now))
        name = _name(command.full_name)
        person = Person(
            id=fresh_id(),
            agency_id=command.agency,
            unit_id=command.unit,
            full_name=name,
            sort_key=name_sort_key(name),
            title=one_line(command.title),
            email=_address(session, command.email, None),
            locale="vi",
            active=True,
        )
        session.add(person)
        session.flush()
        data = {"person": person.id, "name": name, "title": person.title, "unit": command.unit}
        record_audit(
            session, "person.added", actor=command.basis.actor, agency=command.agency, now=now, data=data
        )
        return person.id


def edit_person(store: Store, command: EditPerson, now: datetime) -> None:
    """Mend what is kept; who, old and new values go into the record.

    Raises NotAuthorised, PersonNotFound, NameMissing, MailUnreadable, MailTaken, DecisionMissing,
    NotAliveThen.
    """
    with store.transaction() as session:
        row = administered_person(session, command.basis.viewer, command.person)
        before = {"name": row.full_name, "title": row.title, "email": row.email}
        name = _name(command.full_name)
        if name != row.full_name and command.renamed_on is not None:
            decision = command.basis.decided(command.renamed_on, now)
            rename_from(session, row, name, decision)
        row.full_name = name
        row.sort_key = name_sort_key(name)
        row.title = one_line(command.title)
        row.email = _address(session, command.email, row.id)
        session.flush()
        after = {"name": row.full_name, "title": row.title, "email": row.email}
        changed = [key for key in after if after[key] != before[key]]
        if not changed:
            return
        data: dict[str, object] = {
            "person": row.id,
            "name": row.full_name,
            "old": {key: before[key] for key in changed},
            "new": {key: after[key] for key in changed},
        }
        if command.renamed_on is not None and "name" in changed:
            data |= {"effective_on": command.renamed_on, "decision": command.basis.number}
        record_audit(
            session, "person.edited", actor=command.basis.actor, agency=row.agency_id, now=now, data=data
        )


def agency_and_unit(session: Session, person: Person) -> tuple[str, str]:
    """Where a person is, in names; the unit is empty for none."""
    agency = session.scalar(select(Agency.short_name).where(Agency.id == person.agency_id)) or ""
    unit = session.scalar(select(Unit.name).where(Unit.id == person.unit_id)) if person.unit_id else ""
    return agency, unit or ""


def _name(text: str) -> str:
    name = one_line(text)
    if not name:
        raise NameMissing
    return name


def _address(session: Session, text: str, person: UUID | None) -> str:
    address = text.strip()
    if not address:
        return ""
    if not _MAIL.fullmatch(address):
        raise MailUnreadable(one_line(address)[:80])
    taken = select(Person.id).where(func.lower(Person.email) == address.lower(), Person.active)
    if person is not None:
        taken = taken.where(Person.id != person)
    if session.scalars(taken.limit(1)).first() is not None:
        raise MailTaken(address)
    return address
