"""The register of letters between agencies, as either side reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, aliased, undefer

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.identifiers import derived_id
from engine.domain.refusals import NotAuthorised
from engine.domain.text import fold
from engine.execution.history import record_audit
from engine.queries.files import FileContent, file_line
from engine.store.session import Store
from engine.store.tables import Message, ProcessInstance, StoredFile
from qms.exchange.refusals import LetterNotFound, LetterSettled
from qms.exchange.tables import ExchangeLetter
from qms.organisation.tables import Agency

MOST_LINES: Final = 2_000


class LetterStanding(StrEnum):
    """Where a letter is."""

    ON_ITS_WAY = "dang_chuyen"
    ARRIVED = "da_den"
    """In the addressee's post; no case has taken it yet."""
    TAKEN = "da_nhan"
    STOPPED = "dung"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One letter."""

    id: UUID
    outgoing: bool
    """Whether the viewer's agency sent it."""
    other: str
    """The agency at the other end."""
    name: str
    subject: str
    sent_at: datetime
    delivered_at: datetime | None
    received_at: datetime | None
    case_code: str
    """Of the case that took it."""
    case: UUID | None
    """Its id, where the case is the viewer's agency's."""
    file: bool
    standing: LetterStanding
    failure_vi: str
    failure_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersAsked:
    """What the register is filtered by."""

    words: str = ""
    outgoing: bool | None = None
    standing: LetterStanding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """One page of lines and how many there are in all."""

    lines: tuple[LetterLine, ...]
    total: int


def reads_letters(viewer: Viewer) -> bool:
    """Whether the letters of the own agency are for the viewer."""
    return may(viewer, Power.READ_LETTERS)


def letters_page(
    session: Session, viewer: Viewer, asked: LettersAsked, *, offset: int = 0, limit: int = MOST_LINES
) -> LetterPage:
    """What came and went, the latest first; nothing for whom it is not. Raises NotAuthorised.

    Which case took a letter lies in the addressee's agency, so the sender's side is read with a session
    before the second wall; of that case only its code is told.
    """
    _require_reader(viewer)
    other = aliased(Agency)
    theirs = func.coalesce(func.nullif(ExchangeLetter.from_agency, viewer.agency), ExchangeLetter.to_agency)
    statement = (
        select(ExchangeLetter, other.name, Message.received_at, ProcessInstance.code, ProcessInstance.id)
        .join(other, other.id == theirs)
        .outerjoin(Message, Message.id == ExchangeLetter.message_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == Message.received_by)
        .where(_own(viewer), *_filters(asked, viewer))
        .order_by(ExchangeLetter.sent_at.desc(), ExchangeLetter.id)
    )
    lines = [_line(viewer, *row) for row in session.execute(statement.limit(MOST_LINES))]
    words = fold(asked.words).split()
    found = [line for line in lines if all(word in fold(f"{line.subject} {line.other}") for word in words)]
    if asked.standing is not None:
        found = [line for line in found if line.standing is asked.standing]
    return LetterPage(lines=tuple(found[offset : offset + limit]), total=len(found))


def letter_file(session: Session, viewer: Viewer, letter: UUID) -> FileContent:
    """The attachment as the viewer's agency has it; raises NotAuthorised, LetterNotFound."""
    _require_reader(viewer)
    row = session.scalars(
        select(ExchangeLetter).where(ExchangeLetter.id == letter, _own(viewer))
    ).one_or_none()
    if row is None or row.file_id is None:
        raise LetterNotFound
    named = row.file_id if row.from_agency == viewer.agency else derived_id("letter file", row.id)
    file = session.scalars(
        select(StoredFile)
        .where(StoredFile.id == named, StoredFile.agency_id == viewer.agency)
        .options(undefer(StoredFile.content))
    ).one_or_none()
    if file is None:
        raise LetterNotFound
    return FileContent(
        line=file_line(file), instance=file.instance_id, task=file.task_id, content=file.content
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAgain:
    """Try a letter again that stopped."""

    viewer: Viewer
    origin: str
    letter: UUID


def send_again(store: Store, command: SendAgain, now: datetime) -> None:
    """Let a worker try it anew; raises NotAuthorised, LetterNotFound, LetterSettled."""
    if not may(command.viewer, Power.ASSIGN_BY_LETTER) and not may(command.viewer, Power.SEND_MESSAGE):
        raise NotAuthorised("gửi lại thư giữa các cơ quan", "send a letter again")
    with store.transaction() as session:
        row = session.scalars(
            select(ExchangeLetter)
            .where(ExchangeLetter.id == command.letter, ExchangeLetter.from_agency == command.viewer.agency)
            .with_for_update()
        ).one_or_none()
        if row is None:
            raise LetterNotFound
        if row.deliver_at is not None or row.delivered_at is not None:
            raise LetterSettled
        row.deliver_at, row.attempts, row.failure = now, 0, {}
        record_audit(
            session,
            "letter.resent",
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=row.from_agency,
            now=now,
            data={"letter": row.id, "name": row.name, "subject": row.subject},
        )


def _require_reader(viewer: Viewer) -> None:
    if not reads_letters(viewer):
        raise NotAuthorised("xem thư giữa các cơ quan", "read the letters between agencies")


def _own(viewer: Viewer) -> ColumnElement[bool]:
    return or_(ExchangeLetter.from_agency == viewer.agency, ExchangeLetter.to_agency == viewer.agency)


def _filters(asked: LettersAsked, viewer: Viewer) -> list[ColumnElement[bool]]:
    if asked.outgoing is None:
        return []
    side = ExchangeLetter.from_agency if asked.outgoing else ExchangeLetter.to_agency
    return [side == viewer.agency]


def _line(
    viewer: Viewer,
    row: ExchangeLetter,
    other: str,
    received_at: datetime | None,
    code: str | None,
    case: UUID | None,
) -> LetterLine:
    outgoing = row.from_agency == viewer.agency
    return LetterLine(
        id=row.id,
        outgoing=outgoing,
        other=other,
        name=row.name,
        subject=row.subject,
        sent_at=row.sent_at,
        delivered_at=row.delivered_at,
        received_at=received_at,
        case_code=code or "",
        case=None if outgoing else case,
        file=row.file_id is not None,
        standing=_standing(row, received_at),
        failure_vi=str(row.failure.get("vi", "")),
        failure_en=str(row.failure.get("en", "")),
    )


def _standing(row: ExchangeLetter, received_at: datetime | None) -> LetterStanding:
    if received_at is not None:
        return LetterStanding.TAKEN
    if row.delivered_at is not None:
        return LetterStanding.ARRIVED
    return LetterStanding.STOPPED if row.deliver_at is None else LetterStanding.ON_ITS_WAY
