"""The meeting as it was held: who came, what is concluded, what the minutes and the notice say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.organisation.tables import Person
from qms.outgoing.documents import last_done
from qms.reviews.answers import PresenceRow, day_of, each_item, presence, review_of, session_of, tasks_given
from qms.reviews.documents import Attendee, Meeting, TaskGiven, conclusions, minutes
from qms.reviews.headship import headship_of
from qms.reviews.inputs import open_decisions
from qms.reviews.rules import ReviewItem, ReviewState
from qms.reviews.tables import ManagementReview, ReviewAttendance, ReviewInput


def minutes_of(call: OperatorCall) -> Value:
    """Enter attendance and conclusions; give the contents of minutes and notice."""
    session, review, given = session_of(call), review_of(call), call.parameters
    held_on = day_of(given["ngay_hop_thuc_te"]) or local_day(call.now)
    chair, rows = UUID(str(given["chu_tri"])), presence(given["diem_danh"])
    concluded = each_item("ket_luan", given)
    _enter(session, review, rows, concluded)
    right = headship_of(session, call.agency, chair, held_on, element="Hop")
    review.held_on, review.state = held_on, ReviewState.HELD
    review.chaired_by, review.chaired_for = chair, right.principal if right else None
    secretary = _secretary(call, chair)
    tasks = tasks_given(given.get("viec_moi"))
    carried = open_decisions(session, call.agency, review.id)
    people = _people(
        session,
        {
            chair,
            secretary,
            *(row.person for row in rows),
            *(row.owner for row in tasks),
            *(row.owner_id for row in carried),
        },
    )
    meeting = Meeting(
        name=f"Xem xét của lãnh đạo năm {review.year}, lần {review.ordinal}",
        held_on=held_on,
        chair=f"{people[chair].full_name}, {people[chair].title}".rstrip(", "),
        secretary=people[secretary].full_name,
        attendees=_attendees(rows, people),
        discussion=str(given["thao_luan"]),
        conclusions=concluded,
        tasks=[
            TaskGiven(what=row.what, owner=people[row.owner].full_name, due_on=row.due_on) for row in tasks
        ],
        carried_over=[
            TaskGiven(what=row.what, owner=people[row.owner_id].full_name, due_on=row.due_on)
            for row in carried
        ],
    )
    return {
        "trich_yeu_bien_ban": f"Họp xem xét của lãnh đạo năm {review.year}, lần {review.ordinal}",
        "noi_dung_bien_ban": minutes(meeting),
        "trich_yeu_thong_bao": f"Kết luận xem xét của lãnh đạo năm {review.year}, lần {review.ordinal}",
        "noi_dung_thong_bao": conclusions(meeting),
    }


def _secretary(call: OperatorCall, chair: UUID) -> UUID:
    """Who kept the minutes and signs them with the chair: named at the meeting.

    Cases of versions that did not ask for a name: who wrote the minutes.
    """
    named = parse_id(str(call.parameters.get("thu_ky_hop") or ""))
    if named is not None:
        return named
    step = last_done(call, "LapBienBan")
    return step.completed_by if step is not None and step.completed_by is not None else chair


def _enter(
    session: Session,
    review: ManagementReview,
    rows: Sequence[PresenceRow],
    concluded: Mapping[ReviewItem, str],
) -> None:
    for row in rows:
        values = {"came": row.came, "note": row.note}
        session.execute(
            insert(ReviewAttendance)
            .values(review_id=review.id, person_id=row.person, agency_id=review.agency_id, **values)
            .on_conflict_do_update(index_elements=["review_id", "person_id"], set_=values)
        )
    for line in session.scalars(select(ReviewInput).where(ReviewInput.review_id == review.id)):
        if line.item in concluded:
            line.conclusion = concluded[ReviewItem(line.item)]


def _people(session: Session, ids: set[UUID]) -> Mapping[UUID, Person]:
    return {row.id: row for row in session.scalars(select(Person).where(Person.id.in_(ids)))}


def _attendees(rows: Sequence[PresenceRow], people: Mapping[UUID, Person]) -> list[Attendee]:
    return [
        Attendee(
            name=people[row.person].full_name, title=people[row.person].title, came=row.came, note=row.note
        )
        for row in rows
    ]
