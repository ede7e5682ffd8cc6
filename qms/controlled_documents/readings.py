"""Reading the register of what was given to people to read, and who has not confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.text import fold
from engine.store.tables import ProcessInstance, Task
from qms.controlled_documents.reading_operators import READING
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion, ReadConfirmation
from qms.organisation.tables import Person, Unit
from qms.outgoing.kinds import written
from qms.outgoing.tables import OutgoingDocument

READ: Final = "da_doc"
LATE: Final = "qua_han"
EXCUSED: Final = "mien"
WAITING: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRound:
    """One thing given to read to some people at once."""

    instance: UUID
    case_code: str
    subject: str
    given_at: datetime
    due_on: date | None
    readers: int
    read: int
    excused: int
    open: bool

    @property
    def missing(self) -> int:
        """Who has to read and has not."""
        return self.readers - self.read - self.excused


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One person of a round."""

    person: UUID
    name: str
    unit: str
    state: str
    """da_doc, qua_han, mien, or empty while it may still be read."""
    confirmed_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenToRead:
    """A document by its code or number, in words where it has none, and the day from which it holds."""

    number: str
    effective_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsPage:
    """One page of rounds and how many there are in all."""

    rounds: tuple[ReadingRound, ...]
    total: int


_OF_TASK: Final = (
    Task.instance_id == ReadConfirmation.instance_id,
    Task.person_id == ReadConfirmation.person_id,
    or_(Task.element_id == READING, Task.element_id.like(f"%/{READING}")),
    Task.title == ReadConfirmation.subject,
)
_TASK: Final = and_(*_OF_TASK, Task.state == "completed")
_CONFIRMED: Final = or_(ReadConfirmation.closed_as == READ, exists().where(_TASK))
"""Read: the register is written when the round closes, until then the task says so."""


def rounds_page(
    session: Session,
    viewer: Viewer,
    *,
    words: str = "",
    waiting: bool | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> RoundsPage:
    """The rounds of the viewer's agency, the latest first; of others than overseers, their own alone."""
    found = [
        _round(row)
        for row in session.execute(_rounds(viewer))
        if all(word in fold(row.subject) for word in fold(words).split())
    ]
    if waiting is not None:
        found = [one for one in found if (one.open and one.missing > 0) == waiting]
    end = None if limit is None else offset + limit
    return RoundsPage(rounds=tuple(found[offset:end]), total=len(found))


def subjects_of(session: Session, viewer: Viewer, instance: UUID) -> tuple[str, ...]:
    """What was given to read in a case, as far as the viewer may know of it."""
    return tuple(
        session.scalars(
            select(ReadConfirmation.subject)
            .distinct()
            .where(*_open_to(viewer), ReadConfirmation.instance_id == instance)
            .order_by(ReadConfirmation.subject)
        )
    )


def readers_of(session: Session, viewer: Viewer, instance: UUID, subject: str) -> tuple[Reader, ...]:
    """Who had to read it, those first who have not; empty where the viewer may not know of it."""
    confirmed = select(func.max(Task.completed_at)).where(_TASK).scalar_subquery()
    rows = session.execute(
        select(
            ReadConfirmation, Person.full_name, Unit.name.label("unit"), _CONFIRMED.label("read"), confirmed
        )
        .join(Person, Person.id == ReadConfirmation.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(
            *_open_to(viewer),
            ReadConfirmation.instance_id == instance,
            ReadConfirmation.subject == subject,
        )
        .order_by(_CONFIRMED, Person.sort_key, Person.id)
    )
    return tuple(
        Reader(
            person=row.person_id,
            name=name,
            unit=unit or "",
            state=row.closed_as or (READ if read else WAITING),
            confirmed_at=row.confirmed_at or at,
            note=row.note,
        )
        for row, name, unit, read, at in rows
    )


def given_to_read(session: Session, task: UUID) -> GivenToRead | None:
    """What the task asks somebody to read and confirm; None for a task that asks for something else."""
    row = session.execute(
        select(
            ReadConfirmation.subject,
            ControlledDocument.code,
            ControlledVersion.effective_on,
            OutgoingDocument.number,
            OutgoingDocument.symbol,
        )
        .join(Task, and_(*_OF_TASK))
        .outerjoin(ControlledVersion, ControlledVersion.id == ReadConfirmation.version_id)
        .outerjoin(ControlledDocument, ControlledDocument.id == ControlledVersion.document_id)
        .outerjoin(OutgoingDocument, OutgoingDocument.id == ReadConfirmation.document_id)
        .where(Task.id == task)
    ).one_or_none()
    if row is None:
        return None
    issued = written(row.number, row.symbol) if row.number and row.symbol else ""
    return GivenToRead(number=row.code or issued or row.subject, effective_on=row.effective_on)


def _open_to(viewer: Viewer) -> list[ColumnElement[bool]]:
    own = ReadConfirmation.agency_id == viewer.agency
    if may(viewer, Power.SEE_CASE):
        return [own]
    return [own, ReadConfirmation.person_id == viewer.person]


def _rounds(viewer: Viewer) -> Select[UUID, str, str, datetime, date | None, int, int, int, int]:
    return (
        select(
            ReadConfirmation.instance_id,
            ProcessInstance.code,
            ReadConfirmation.subject,
            func.min(ReadConfirmation.given_at).label("given_at"),
            func.max(ReadConfirmation.due_on).label("due_on"),
            func.count().label("readers"),
            func.count().filter(_CONFIRMED).label("read"),
            func.count().filter(ReadConfirmation.closed_as == EXCUSED).label("excused"),
            func.count().filter(ReadConfirmation.closed_as == WAITING).label("unclosed"),
        )
        .join(ProcessInstance, ProcessInstance.id == ReadConfirmation.instance_id)
        .where(*_open_to(viewer))
        .group_by(ReadConfirmation.instance_id, ProcessInstance.code, ReadConfirmation.subject)
        .order_by(func.min(ReadConfirmation.given_at).desc(), ReadConfirmation.subject)
    )


def _round(row: Row[UUID, str, str, datetime, date | None, int, int, int, int]) -> ReadingRound:
    return ReadingRound(
        instance=row.instance_id,
        case_code=row.code,
        subject=row.subject,
        given_at=row.given_at,
        due_on=row.due_on,
        readers=row.readers,
        read=row.read,
        excused=row.excused,
        open=row.unclosed > 0,
    )
