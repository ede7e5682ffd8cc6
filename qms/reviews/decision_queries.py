"""Reading the tasks that reviews gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.organisation.tables import Person, Unit
from qms.reviews.rules import DecisionKind, DecisionState
from qms.reviews.tables import ManagementReview, ReviewDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One task of a review."""

    id: UUID
    code: str
    review: UUID
    year: int
    ordinal: int
    kind: DecisionKind
    what: str
    owner: UUID
    owner_name: str
    unit: UUID | None
    unit_name: str
    due_on: date
    state: DecisionState
    late: bool
    """Open after its last day, or ended after it."""
    result: str
    ended_on: date | None
    instance: UUID | None
    case_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsAsked:
    """What the register of tasks is filtered by."""

    words: str = ""
    state: DecisionState | None = None
    late: bool = False
    owner: UUID | None = None
    unit: UUID | None = None


def decision_lines(
    session: Session, viewer: Viewer, today: date, asked: DecisionsAsked | None = None
) -> tuple[DecisionLine, ...]:
    """The tasks of the agency's reviews, the latest review first, in it the earliest date first."""
    wanted = asked or DecisionsAsked()
    rows = session.execute(
        select(ReviewDecision, ManagementReview, Person.full_name, Unit.name, ProcessInstance.code)
        .join(ManagementReview, ManagementReview.id == ReviewDecision.review_id)
        .join(Person, Person.id == ReviewDecision.owner_id)
        .outerjoin(Unit, Unit.id == ReviewDecision.unit_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == ReviewDecision.instance_id)
        .where(ReviewDecision.agency_id == viewer.agency, *_conditions(wanted))
        .order_by(
            ManagementReview.year.desc(),
            ManagementReview.ordinal.desc(),
            ReviewDecision.due_on,
            ReviewDecision.code,
        )
    )
    words = fold(wanted.words).split()
    return tuple(
        line
        for line in (_decision(*row, today) for row in rows)
        if (line.late or not wanted.late)
        and all(word in fold(f"{line.code} {line.what} {line.owner_name} {line.unit_name}") for word in words)
    )


def _conditions(asked: DecisionsAsked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.state is not None:
        conditions.append(ReviewDecision.state == asked.state)
    if asked.owner is not None:
        conditions.append(ReviewDecision.owner_id == asked.owner)
    if asked.unit is not None:
        conditions.append(ReviewDecision.unit_id == asked.unit)
    return conditions


def _decision(
    row: ReviewDecision,
    review: ManagementReview,
    owner: str,
    unit: str | None,
    code: str | None,
    today: date,
) -> DecisionLine:
    state = DecisionState(row.state)
    return DecisionLine(
        id=row.id,
        code=row.code,
        review=review.id,
        year=review.year,
        ordinal=review.ordinal,
        kind=DecisionKind(row.kind),
        what=row.what,
        owner=row.owner_id,
        owner_name=owner,
        unit=row.unit_id,
        unit_name=unit or "",
        due_on=row.due_on,
        state=state,
        late=(row.ended_on or today) > row.due_on,
        result=row.result,
        ended_on=row.ended_on,
        instance=row.instance_id,
        case_code=code or "",
    )
