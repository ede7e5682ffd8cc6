"""Reading the register of feedback, for the viewer's own agency; sender and contact for who may read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import OFFICE_ZONE, local_day, start_of_day
from engine.domain.states import InstanceState
from engine.domain.text import fold
from engine.execution.confidential import open_to
from engine.store.tables import ProcessInstance
from qms.feedback.refusals import FeedbackNotFound
from qms.feedback.rules import ENDED, Channel, FeedbackState, Kind
from qms.feedback.tables import Feedback
from qms.feedback.taking_in import reads_senders
from qms.organisation.tables import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAsked:
    """What a list is narrowed by."""

    words: str = ""
    state: FeedbackState | None = None
    kind: Kind | None = None
    channel: Channel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackLine:
    """Feedback as the register shows it."""

    id: UUID
    code: str
    channel: Channel
    received_at: datetime
    content: str
    score: int | None
    dossier: str
    kind: Kind
    unit: str
    due_on: date | None
    state: FeedbackState
    score_only: bool
    """A good score of a survey, which nobody has to answer."""
    cancelled: bool
    late: bool
    answer: str
    answered_on: date | None
    answered_by: UUID | None
    founded: bool | None
    slip: UUID | None
    instance: UUID | None
    case_code: str
    sender: str
    """Empty also for who may not read it."""
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfScores:
    """The scores of the surveys of a month."""

    first_day: date
    count: int
    satisfied: Decimal
    """Per cent of 4 and 5, to a tenth."""


def feedback_lines(
    session: Session, viewer: Viewer, today: date, asked: FeedbackAsked | None = None
) -> tuple[FeedbackLine, ...]:
    """The latest first; never what belongs to a case that is closed to the viewer."""
    return _read(session, viewer, today, _conditions(asked or FeedbackAsked()))


def feedback_record(session: Session, viewer: Viewer, feedback: UUID, today: date) -> FeedbackLine:
    """One of them; raises FeedbackNotFound."""
    lines = _read(session, viewer, today, [Feedback.id == feedback])
    if not lines:
        raise FeedbackNotFound
    return lines[0]


def satisfaction_by_month(session: Session, viewer: Viewer, year: int) -> tuple[MonthOfScores, ...]:
    """The months of the year in which surveys came in, as the office counts months."""
    month = func.date_trunc("month", func.timezone(OFFICE_ZONE.key, Feedback.received_at))
    rows = session.execute(
        select(month, func.count(), func.count().filter(Feedback.score >= 4))  # noqa: PLR2004 - of five
        .where(
            Feedback.agency_id == viewer.agency,
            Feedback.score.is_not(None),
            Feedback.received_at >= start_of_day(date(year, 1, 1)),
            Feedback.received_at < start_of_day(date(year + 1, 1, 1)),
        )
        .group_by(month)
        .order_by(month)
    )
    return tuple(
        MonthOfScores(
            first_day=first.date(),
            count=count,
            satisfied=(Decimal(100) * good / count).quantize(Decimal("0.1"), ROUND_HALF_UP),
        )
        for first, count, good in rows
    )


def _conditions(asked: FeedbackAsked) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        Feedback.search_text.contains(word, autoescape=True) for word in fold(asked.words).split()
    ]
    if asked.state is not None:
        found.append(Feedback.state == asked.state.value)
    if asked.kind is not None:
        found.append(Feedback.kind == asked.kind.value)
    if asked.channel is not None:
        found.append(Feedback.channel == asked.channel.value)
    return found


def _read(
    session: Session, viewer: Viewer, today: date, conditions: Sequence[ColumnElement[bool]]
) -> tuple[FeedbackLine, ...]:
    rows = session.execute(
        select(Feedback, Unit.name, ProcessInstance.code, ProcessInstance.state)
        .outerjoin(Unit, Unit.id == Feedback.unit_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == Feedback.instance_id)
        .where(Feedback.agency_id == viewer.agency, *conditions)
        .where(or_(Feedback.instance_id.is_(None), open_to(viewer)))
        .order_by(Feedback.received_at.desc(), Feedback.code.desc())
    )
    senders = reads_senders(viewer)
    return tuple(_line(row, unit, code, case, today=today, senders=senders) for row, unit, code, case in rows)


def _line(
    row: Feedback, unit: str | None, code: str | None, case: str | None, *, today: date, senders: bool
) -> FeedbackLine:
    state = FeedbackState(row.state)
    cancelled = case == InstanceState.CANCELLED and state not in ENDED
    until = row.answered_on or today
    return FeedbackLine(
        id=row.id,
        code=row.code,
        channel=Channel(row.channel),
        received_at=row.received_at,
        content=row.content,
        score=row.score,
        dossier=row.dossier_code,
        kind=Kind(row.kind),
        unit=unit or "",
        due_on=row.due_on,
        state=state,
        score_only=row.instance_id is None and row.channel == Channel.SURVEY,
        cancelled=cancelled,
        late=row.due_on is not None and until > row.due_on and not cancelled,
        answer=row.answer,
        answered_on=row.answered_on,
        answered_by=row.answered_by,
        founded=row.founded,
        slip=row.slip_id,
        instance=row.instance_id,
        case_code=code or "",
        sender=row.sender if senders else "",
        contact=row.contact if senders else "",
    )


def received_on(line: FeedbackLine) -> date:
    """The day of the office on which it came."""
    return local_day(line.received_at)
