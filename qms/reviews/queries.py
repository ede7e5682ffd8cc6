"""Reading reviews with their inputs, attendance and decisions, each for the viewer's own agency."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.states import InstanceState
from engine.domain.text import fold
from engine.store.tables import ProcessInstance, Task
from qms.delegation.tables import Delegation
from qms.organisation.tables import Person
from qms.outgoing.tables import OutgoingDocument
from qms.reviews.decision_queries import DecisionLine, decision_lines
from qms.reviews.figures import read_tables
from qms.reviews.records import (
    Attended,
    ConfirmedFor,
    DocumentLink,
    InputLine,
    Opinion,
    ReviewLine,
    ReviewRecord,
)
from qms.reviews.refusals import ReviewNotFound
from qms.reviews.rules import OPINIONS, DecisionState, ReviewItem, ReviewState
from qms.reviews.tables import ManagementReview, ReviewAttendance, ReviewInput


def review_lines(
    session: Session, viewer: Viewer, today: date, *, words: str = "", state: ReviewState | None = None
) -> tuple[ReviewLine, ...]:
    """The reviews of the viewer's agency in which all words occur, the latest first.

    An agency holds one or a few a year: they are searched here, not in the database.
    """
    rows = _with_cases(session, ManagementReview.agency_id == viewer.agency)
    decisions = decision_lines(session, viewer, today)
    lines = tuple(_line(row, code, ended, decisions) for row, code, ended in rows)
    asked = fold(words).split()
    texts = {
        line.id: fold(
            f"năm {line.year} lần {line.ordinal} {line.case_code} "
            + " ".join(f"{one.code} {one.what}" for one in decisions if one.review == line.id)
        )
        for line in lines
    }
    return tuple(
        line
        for line in lines
        if (state is None or line.state is state) and all(word in texts[line.id] for word in asked)
    )


def review_record(session: Session, viewer: Viewer, review: UUID, today: date) -> ReviewRecord:
    """One review; raises ReviewNotFound for what is not of the viewer's agency."""
    found = _with_cases(session, ManagementReview.agency_id == viewer.agency, ManagementReview.id == review)
    if not found:
        raise ReviewNotFound
    ((row, code, ended),) = found
    decisions = tuple(one for one in decision_lines(session, viewer, today) if one.review == review)
    kept = {line.item: line for line in _inputs(session, review)}
    return ReviewRecord(
        line=_line(row, code, ended, decisions),
        chaired_by=row.chaired_by,
        chaired_for=row.chaired_for,
        confirmed_by=row.validity_confirmed_by,
        confirmed_on=row.validity_confirmed_on,
        confirmed_for=_confirmed_for(session, row),
        inputs=tuple(_input(item, kept[item]) for item in ReviewItem if item in kept),
        opinions=_opinions(kept.get(OPINIONS)),
        attendance=_attendance(session, review),
        documents=_documents(session, row),
        decisions=decisions,
    )


def _with_cases(
    session: Session, *conditions: ColumnElement[bool]
) -> list[tuple[ManagementReview, str | None, str | None]]:
    rows = session.execute(
        select(ManagementReview, ProcessInstance.code, ProcessInstance.state)
        .outerjoin(ProcessInstance, ProcessInstance.id == ManagementReview.instance_id)
        .where(*conditions)
        .order_by(ManagementReview.year.desc(), ManagementReview.ordinal.desc())
    )
    return [(review, code, state) for review, code, state in rows]


def _line(
    row: ManagementReview, code: str | None, case_state: str | None, decisions: tuple[DecisionLine, ...]
) -> ReviewLine:
    own = [one for one in decisions if one.review == row.id]
    left = [one for one in own if one.state is DecisionState.OPEN]
    ended = case_state == InstanceState.CANCELLED
    return ReviewLine(
        id=row.id,
        year=row.year,
        ordinal=row.ordinal,
        state=ReviewState.CANCELLED if ended else ReviewState(row.state),
        planned_on=row.planned_on,
        held_on=row.held_on,
        validity=row.validity,
        instance=row.instance_id,
        case_code=code or "",
        decisions=len(own),
        open=len(left),
        late=sum(one.late for one in left),
    )


def _inputs(session: Session, review: UUID) -> list[ReviewInput]:
    return list(session.scalars(select(ReviewInput).where(ReviewInput.review_id == review)))


def _input(item: ReviewItem, row: ReviewInput) -> InputLine:
    data: Mapping[str, Any] = row.data
    since, until = data.get("since"), data.get("until")
    return InputLine(
        item=item,
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(until) if until else None,
        known=bool(data.get("known")),
        summary=str(data.get("summary", "")),
        tables=read_tables(data),
        comment=row.comment,
        conclusion=row.conclusion,
    )


def _opinions(row: ReviewInput | None) -> tuple[Opinion, ...]:
    units = row.data.get("units", ()) if row is not None else ()
    return tuple(
        Opinion(
            unit=unit["name"],
            silent=unit["silent"],
            general=unit["general"],
            comments=tuple((item, text) for item, text in unit["comments"]),
        )
        for unit in units
    )


def _attendance(session: Session, review: UUID) -> tuple[Attended, ...]:
    rows = session.execute(
        select(ReviewAttendance, Person.full_name, Person.title)
        .join(Person, Person.id == ReviewAttendance.person_id)
        .where(ReviewAttendance.review_id == review)
        .order_by(Person.sort_key, Person.id)
    )
    return tuple(
        Attended(person=row.person_id, name=name, title=title, came=row.came, note=row.note)
        for row, name, title in rows
    )


def _documents(session: Session, row: ManagementReview) -> tuple[DocumentLink, ...]:
    ids = [one for one in (row.invitation_id, row.minutes_id, row.conclusions_id) if one]
    found = {
        each.id: each
        for each in session.scalars(select(OutgoingDocument).where(OutgoingDocument.id.in_(ids)))
    }
    return tuple(
        DocumentLink(
            id=one,
            kind=found[one].kind,
            title=found[one].title,
            number=found[one].number,
            symbol=found[one].symbol,
            dated_on=found[one].dated_on,
        )
        for one in ids
        if one in found
    )


def _confirmed_for(session: Session, row: ManagementReview) -> ConfirmedFor | None:
    """In whose name the confirming step was done, by which delegation."""
    if row.validity_confirmed_by is None or row.validity_confirmed_on is None:
        return None
    mandate = aliased(Delegation)
    done = session.execute(
        select(Task.completed_for, mandate.decision)
        .outerjoin(mandate, mandate.id == Task.mandate_id)
        .where(
            Task.instance_id == row.instance_id,
            Task.element_id == "XacNhanHieuLuc",
            Task.completed_for.is_not(None),
        )
        .limit(1)
    ).one_or_none()
    if done is None or done.completed_for is None:
        return None
    return ConfirmedFor(principal=done.completed_for, decision=done.decision or "")
