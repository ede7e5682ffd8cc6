"""Carrying a letter into the addressee's post: one letter, one transaction, once."""

from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.values import Value, dump_values
from engine.execution.history import HistoryWriter, record_audit
from engine.execution.incidents import sentences
from engine.execution.messages import Sender, add_messages, message_row
from engine.execution.surroundings import Surroundings
from engine.store.session import Store, will_pass
from engine.store.tables import ProcessInstance, StoredFile
from qms.exchange.posting import CARRIED, as_stored
from qms.exchange.refusals import AddresseeGone, LetterFileGone
from qms.exchange.tables import ExchangeLetter
from qms.organisation.tables import Agency

ORIGIN: Final = "letter"
PAUSES: Final = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))
"""Between tries; after the last of them the letter is parked and named."""
MOST_ATTEMPTS: Final = len(PAUSES) + 1
BUSY: Final = timedelta(seconds=10)
"""Until the next look when somebody works on the case that wrote it."""
KEPT: Final = timedelta(days=365)
"""How long the addressee's post keeps it for a case that is to wait for it."""
_log = logging.getLogger(__name__)


def carry_next_letter(store: Store, _surroundings: Surroundings, now: datetime) -> bool:
    """Carry the letter that is due the longest; false when none is.

    The only place where a row of one agency is written for another: the message and the copy of the file are
    the addressee's own from then on. What cannot be carried is tried five times, then parked with its reason.
    """
    with store.transaction() as session:
        letter = session.scalars(
            select(ExchangeLetter)
            .where(ExchangeLetter.deliver_at <= now)
            .order_by(ExchangeLetter.deliver_at, ExchangeLetter.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if letter is None:
            return False
        try:
            with session.begin_nested():
                _carry(session, letter, now)
        except Exception as error:
            if will_pass(error):
                raise
            session.refresh(letter)
            _try_later(session, letter, error, now)
        return True


def _carry(session: Session, letter: ExchangeLetter, now: datetime) -> None:
    _require_alive(session, letter, now)
    if not _tell_case(session, letter, now):
        letter.deliver_at = now + BUSY
        return
    sender = session.get_one(Agency, letter.from_agency)
    payload = dict(letter.payload)
    copy = _copied_file(session, letter, now)
    if copy is not None:
        payload = _with_copy(payload, str(letter.file_id), str(copy))
    told: dict[str, Value] = {
        "id": str(letter.id),
        "tu": sender.name,
        "trich_yeu": letter.subject,
        "ngay": local_day(now),
    }
    payload |= as_stored({CARRIED: told})
    message = derived_id("message", letter.id)
    row = message_row(
        Sender(
            agency=letter.to_agency,
            # The sender's case lies in another agency: what the addressee's record names is the letter.
            instance=None,
            element=None,
            person=None,
            origin=ORIGIN,
        ),
        message,
        name=letter.name,
        key=letter.key or None,
        payload=json.dumps(payload, ensure_ascii=False).encode(),
        now=now,
        expires=now + KEPT,
    )
    add_messages(session, [row])
    letter.message_id, letter.delivered_at, letter.deliver_at = message, now, None
    letter.failure = {}
    record_audit(
        session,
        "letter.received",
        actor=Actor.system(),
        agency=letter.to_agency,
        now=now,
        data={
            "letter": letter.id,
            "from": letter.from_agency,
            "name": letter.name,
            "subject": letter.subject,
            "message": message,
        },
    )


def _require_alive(session: Session, letter: ExchangeLetter, now: datetime) -> None:
    addressee = session.get_one(Agency, letter.to_agency)
    if addressee.valid_to is not None and addressee.valid_to <= local_day(now):
        raise AddresseeGone(addressee.name)


def _tell_case(session: Session, letter: ExchangeLetter, now: datetime) -> bool:
    """Write into the history of the case that sent it that it left; false when somebody holds the case."""
    if letter.from_instance is None:
        return True
    row = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id == letter.from_instance)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        return False
    history = HistoryWriter(row, Actor(person=letter.sent_by, origin=ORIGIN), now)
    history.record(
        "letter.sent",
        data={
            "letter": letter.id,
            "to": letter.to_agency,
            "name": letter.name,
            "key": letter.key,
            "subject": letter.subject,
            "payload": dump_values({}).decode() if not letter.payload else json.dumps(letter.payload),
        },
    )
    history.append(session)
    return True


def _copied_file(session: Session, letter: ExchangeLetter, now: datetime) -> UUID | None:
    """The attachment as a file of the addressee, of no case yet: `bring_files` puts it into the case."""
    if letter.file_id is None:
        return None
    copy = derived_id("letter file", letter.id)
    if session.get(StoredFile, copy) is not None:
        return copy
    source = session.scalars(
        select(StoredFile)
        .where(StoredFile.id == letter.file_id, StoredFile.agency_id == letter.from_agency)
        .options(undefer(StoredFile.content))
    ).one_or_none()
    if source is None:
        raise LetterFileGone
    session.add(
        StoredFile(
            id=copy,
            agency_id=letter.to_agency,
            instance_id=None,
            task_id=None,
            name=source.name,
            media_type=source.media_type,
            size=source.size,
            sha256=source.sha256,
            content=source.content,
            uploaded_by=source.uploaded_by,
            uploaded_at=now,
        )
    )
    session.flush()
    return copy


def _with_copy(payload: dict[str, Any], source: str, copy: str) -> dict[str, Any]:
    """The payload with the addressee's file in the place of the sender's."""
    return {
        name: [
            {**one, "id": copy} if isinstance(one, dict) and one.get("id") == source else one for one in value
        ]
        if isinstance(value, list)
        else value
        for name, value in payload.items()
    }


def _try_later(session: Session, letter: ExchangeLetter, error: Exception, now: datetime) -> None:
    _log.exception("letter_failed", extra={"letter": str(letter.id)})
    vi, en = sentences(error)
    letter.attempts += 1
    letter.failure = {"vi": vi, "en": en}
    if letter.attempts < MOST_ATTEMPTS:
        letter.deliver_at = now + PAUSES[letter.attempts - 1]
        return
    letter.deliver_at = None
    record_audit(
        session,
        "letter.parked",
        actor=Actor.system(),
        agency=letter.from_agency,
        now=now,
        data={"letter": letter.id, "name": letter.name, "subject": letter.subject, "error": en},
    )
