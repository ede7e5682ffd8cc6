"""Reading the steering committee on a day, its history and every look at it, for the viewer's own agency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import InstanceState
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.administration.person_names import name_of_day, names_by_day
from qms.committee.handing_over import rows_of
from qms.committee.refusals import CheckNotFound
from qms.committee.rules import SEAT_ORDER, CheckReason, CheckState, HandOverState, Seat
from qms.committee.tables import CommitteeCheck, CommitteeMember
from qms.organisation.tables import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """A seat as a list shows it."""

    id: UUID
    person: UUID
    name: str
    """The name of the first day of the seat."""
    seat: Seat
    post: str
    valid_from: date
    valid_to: date | None
    """The last day."""
    decision: str
    document: UUID | None
    in_office: bool

    def held_on(self, day: date) -> bool:
        """Whether it is held on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """A look at the committee."""

    id: UUID
    reason: CheckReason
    what: str
    event_on: date
    due_on: date | None
    state: CheckState
    ended_on: date | None
    instance: UUID | None
    case_code: str
    document: UUID | None
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """A task of somebody who left."""

    task_name: str
    case_code: str
    from_name: str
    to: UUID | None
    state: HandOverState
    note: str
    done_at: datetime | None


def seat_lines(session: Session, viewer: Viewer) -> tuple[SeatLine, ...]:
    """All seats ever held, those of today first by their order."""
    rows = session.execute(
        select(CommitteeMember, Person)
        .join(Person, Person.id == CommitteeMember.person_id)
        .where(CommitteeMember.agency_id == viewer.agency)
        .order_by(CommitteeMember.valid_from.desc(), Person.sort_key)
    ).all()
    names = names_by_day(session, [person.id for _, person in rows])
    found = [
        SeatLine(
            id=row.id,
            person=person.id,
            name=name_of_day(names.get(person.id, ()), row.valid_from, person.full_name),
            seat=Seat(row.seat),
            post=row.post,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            decision=row.decision,
            document=row.document_id,
            in_office=person.active and person.agency_id == viewer.agency,
        )
        for row, person in rows
    ]
    return tuple(sorted(found, key=lambda one: SEAT_ORDER.index(one.seat)))


def check_lines(
    session: Session, viewer: Viewer, today: date, *, words: str = "", state: CheckState | None = None
) -> tuple[CheckLine, ...]:
    """Every look at the committee in which all words occur, the latest first."""
    lines = _checks(session, viewer, today)
    asked = fold(words).split()
    return tuple(
        line
        for line in lines
        if (state is None or line.state is state)
        and all(word in fold(f"{line.what} {line.case_code}") for word in asked)
    )


def check_record(
    session: Session, viewer: Viewer, check: UUID, today: date
) -> tuple[CheckLine, tuple[HandedOver, ...]]:
    """One look with the tasks it handed over; raises CheckNotFound."""
    line = next((one for one in _checks(session, viewer, today) if one.id == check), None)
    if line is None:
        raise CheckNotFound
    return line, tuple(
        HandedOver(
            task_name=row.task_name,
            case_code=row.case_code,
            from_name=row.from_name,
            to=row.to_id,
            state=HandOverState(row.state),
            note=row.note,
            done_at=row.done_at,
        )
        for row in rows_of(session, check)
    )


def _checks(session: Session, viewer: Viewer, today: date) -> Sequence[CheckLine]:
    rows = session.execute(
        select(CommitteeCheck, ProcessInstance.code, ProcessInstance.state)
        .outerjoin(ProcessInstance, ProcessInstance.id == CommitteeCheck.instance_id)
        .where(CommitteeCheck.agency_id == viewer.agency)
        .order_by(CommitteeCheck.event_on.desc(), CommitteeCheck.recorded_at.desc())
    )
    return [_check(row, code, state, today) for row, code, state in rows]


def _check(row: CommitteeCheck, code: str | None, case: str | None, today: date) -> CheckLine:
    state = CheckState(row.state)
    if state is CheckState.RUNNING and case == InstanceState.CANCELLED:
        state = CheckState.CANCELLED
    ended = row.ended_on or today
    return CheckLine(
        id=row.id,
        reason=CheckReason(row.reason),
        what=row.what,
        event_on=row.event_on,
        due_on=row.due_on,
        state=state,
        ended_on=row.ended_on,
        instance=row.instance_id,
        case_code=code or "",
        document=row.document_id,
        late=row.due_on is not None and ended > row.due_on and state is not CheckState.CANCELLED,
    )
