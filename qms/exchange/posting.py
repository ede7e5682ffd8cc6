"""Writing a letter to another agency, within the transaction of whoever sends it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.values import Value, dump_values
from engine.execution.history import record_audit
from engine.store.tables import StoredFile
from qms.exchange.refusals import AddresseeGone, LetterFileGone, LetterGoesNowhere
from qms.exchange.tables import ExchangeLetter
from qms.organisation.tables import Agency

FILE_AS: Final = "tep_thu"
"""The variable in which the addressee's case gets the attachment, where the sender names no other."""
CARRIED: Final = "thu"
"""The variable that tells the addressee's case of the letter itself: id, sender, subject, day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSender:
    """Who writes: an agency, its case where one does, the person where one gave the word."""

    agency: UUID
    instance: UUID | None = None
    person: UUID | None = None
    origin: str = "worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to be written; its id comes from `token`, so that it is written once."""

    token: UUID
    to_agency: UUID
    name: str
    """Of the message that arrives, with `key` and what `payload` carries."""
    key: str = ""
    payload: Mapping[str, Value]
    subject: str
    """What it is, for people."""
    file: UUID | None = None
    """A file of the sender; it arrives as the variable `file_as`, a copy of the addressee's own."""
    file_as: str = FILE_AS


def post_letter(session: Session, sender: LetterSender, letter: Letter, now: datetime) -> UUID:
    """Write the letter; a worker carries it. Raises LetterGoesNowhere, AddresseeGone and LetterFileGone."""
    known = derived_id("letter", letter.token, letter.to_agency, letter.name)
    _require_between(session, sender.agency, letter.to_agency, now)
    carried = dict(letter.payload)
    if letter.file is not None:
        carried[letter.file_as] = _attachment(session, sender.agency, letter.file)
    row = {
        "id": known,
        "from_agency": sender.agency,
        "to_agency": letter.to_agency,
        "name": letter.name,
        "key": letter.key,
        "payload": as_stored(carried),
        "subject": letter.subject,
        "file_id": letter.file,
        "from_instance": sender.instance,
        "sent_at": now,
        "sent_by": sender.person,
        "deliver_at": now,
        "attempts": 0,
        "failure": {},
    }
    written = session.scalar(
        insert(ExchangeLetter).values(row).on_conflict_do_nothing().returning(ExchangeLetter.id)
    )
    if written is not None:
        told = {"letter": known, "to": letter.to_agency, "name": letter.name, "subject": letter.subject}
        actor = Actor(person=sender.person, origin=sender.origin)
        record_audit(session, "letter.sent", actor=actor, agency=sender.agency, now=now, data=told)
    return known


def overseer_of(session: Session, agency: UUID) -> UUID | None:
    """The Department that oversees the agency, where one works in this system."""
    return session.scalars(select(Agency.overseen_by).where(Agency.id == agency)).one_or_none()


def as_stored(values: Mapping[str, Value]) -> dict[str, Any]:
    """What is carried, as it stands in the row: dates and numbers told from texts."""
    return cast("dict[str, Any]", json.loads(dump_values(values)))


def _require_between(session: Session, one: UUID, other: UUID, now: datetime) -> None:
    found = session.execute(
        select(Agency.name, Agency.valid_to).where(
            Agency.id == other,
            or_(
                Agency.overseen_by == one,
                Agency.id == select(Agency.overseen_by).where(Agency.id == one).scalar_subquery(),
            ),
        )
    ).one_or_none()
    if found is None:
        raise LetterGoesNowhere
    if found.valid_to is not None and found.valid_to <= local_day(now):
        raise AddresseeGone(found.name)


def _attachment(session: Session, agency: UUID, file: UUID) -> Value:
    """The sender's file as a case knows it; the carrier puts the copy's id in its place."""
    row = session.execute(
        select(StoredFile.id, StoredFile.name, StoredFile.size).where(
            StoredFile.id == file, StoredFile.agency_id == agency
        )
    ).one_or_none()
    if row is None:
        raise LetterFileGone
    return [{"id": str(row.id), "name": row.name, "size": row.size}]
