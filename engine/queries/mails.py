"""The mails that the system wrote: who may look, their list, and one mail with the proof of its sending."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.mails import MailNotFound
from engine.domain.states import MailState
from engine.domain.text import fold
from engine.execution.confidential import open_to
from engine.store.tables import CaughtMail, Mail, Notification, ProcessInstance

_MARKED: Final = tuple(
    (letter, fold(letter))
    for letter in map(chr, range(0xC0, 0x1EFA))
    if unicodedata.category(letter).startswith("L") and fold(letter).isascii() and len(fold(letter)) == 1
)
_FROM: Final = "".join(letter for letter, _ in _MARKED)
_TO: Final = "".join(bare for _, bare in _MARKED)
"""Letters with marks and what search makes of them, for translate() in the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """One mail in a list. `withheld`: it speaks of other agencies' cases too, so the subject is left out."""

    id: UUID
    to_name: str
    to_address: str
    subject: str
    withheld: bool
    state: MailState
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailCase:
    """A case of the viewer's agency of which a mail speaks."""

    instance: UUID
    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailView:
    """One mail with everything known of its sending; text and html are empty while withheld."""

    line: MailLine
    message_id: str
    attempts: int
    next_try: datetime | None
    server_answer: str | None
    text: str
    html: str
    cases: tuple[MailCase, ...]
    caught_at: datetime | None
    """When the demo's mail catcher had it in its box."""


def mail_lines(
    session: Session,
    viewer: Viewer,
    *,
    words: str = "",
    state: MailState | None = None,
    offset: int = 0,
    limit: int = 50,
) -> tuple[tuple[MailLine, ...], int]:
    """The mails the viewer may see, newest first, and how many there are.

    Overseers see the mails to people of their agency and those to others about their agency's cases
    (reports to the Department's officer); everyone else sees their own.
    """
    conditions = [visible_to(viewer), *_matching(viewer, words)]
    if state is not None:
        conditions.append(Mail.state == state)
    total = session.scalar(select(func.count()).select_from(Mail).where(*conditions)) or 0
    rows = session.execute(
        select(Mail, _withheld(viewer))
        .where(*conditions)
        .order_by(Mail.created_at.desc(), Mail.to_address, Mail.id)
        .offset(offset)
        .limit(limit)
    )
    return tuple(_line(row, withheld=withheld) for row, withheld in rows), total


def sent_since(session: Session, viewer: Viewer, since: datetime) -> int:
    """How many of the mails the viewer may see were sent since a moment."""
    counted = select(func.count()).select_from(Mail).where(visible_to(viewer), Mail.sent_at >= since)
    return session.scalar(counted) or 0


def mail_view(session: Session, viewer: Viewer, mail: UUID) -> MailView:
    """One mail; raises MailNotFound."""
    found = session.execute(
        select(Mail, _withheld(viewer), CaughtMail.received_at)
        .outerjoin(CaughtMail, CaughtMail.message_id == Mail.message_id)
        .where(Mail.id == mail, visible_to(viewer))
    ).one_or_none()
    if found is None:
        raise MailNotFound(mail)
    row, withheld, caught_at = found
    return MailView(
        line=_line(row, withheld=withheld),
        message_id=row.message_id,
        attempts=row.attempts,
        next_try=row.run_at if row.state == MailState.PENDING else None,
        server_answer=row.server_answer,
        text="" if withheld else row.text,
        html="" if withheld else row.html,
        cases=_cases(session, viewer, mail),
        caught_at=caught_at,
    )


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The condition that the viewer may see a mail."""
    own = Mail.person_id == viewer.person
    if not may(viewer, Power.READ_MAILS):
        return own
    about_us = select(Notification.mail_id).where(
        Notification.agency_id == viewer.agency, Notification.mail_id.is_not(None)
    )
    return or_(own, Mail.agency_id == viewer.agency, Mail.id.in_(about_us))


def _withheld(viewer: Viewer) -> ColumnElement[bool]:
    """Mails to people of other agencies that also speak of cases that are not this agency's."""
    # Notices of others lie behind the second wall: the database itself says whether there are any.
    about_others = func.mail_speaks_of(Mail.id, viewer.agency, True)  # noqa: FBT003 - SQL has no names
    return and_(Mail.agency_id != viewer.agency, Mail.person_id != viewer.person, about_others)


def _matching(viewer: Viewer, words: str) -> list[ColumnElement[bool]]:
    """All words in name, address or subject, marks ignored; a withheld subject is not searched either."""
    to = _folded(Mail.to_name + " " + Mail.to_address)
    subject = _folded(Mail.subject)
    open_to_viewer = ~_withheld(viewer)
    return [
        or_(
            to.contains(word, autoescape=True),
            and_(subject.contains(word, autoescape=True), open_to_viewer),
        )
        for word in fold(words).split()
    ]


def _folded(text: SQLColumnExpression[str]) -> ColumnElement[str]:
    """`fold` in the database, for text in NFC."""
    return func.lower(func.translate(text, _FROM, _TO))


def _line(row: Mail, *, withheld: bool) -> MailLine:
    return MailLine(
        id=row.id,
        to_name=row.to_name,
        to_address=row.to_address,
        subject="" if withheld else row.subject,
        withheld=withheld,
        state=MailState(row.state),
        created_at=row.created_at,
        sent_at=row.sent_at,
    )


def _cases(session: Session, viewer: Viewer, mail: UUID) -> tuple[MailCase, ...]:
    rows = session.execute(
        select(ProcessInstance.id, ProcessInstance.code, ProcessInstance.title)
        .join(Notification, Notification.instance_id == ProcessInstance.id)
        .where(Notification.mail_id == mail, ProcessInstance.agency_id == viewer.agency, open_to(viewer))
        .distinct()
        .order_by(ProcessInstance.code)
    )
    return tuple(MailCase(instance=row.id, code=row.code, title=row.title) for row in rows)
