"""What a review decided: the signed documents and one tracked task for each decision."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.execution.number_series import next_number
from engine.ports import OperatorCall
from qms.organisation.tables import Person
from qms.outgoing.tables import OutgoingDocument
from qms.reviews.answers import TaskRow, review_of, session_of, tasks_given
from qms.reviews.rules import DecisionState, ReviewState
from qms.reviews.tables import ManagementReview, ReviewDecision

SERIES: Final = "XXLD"


def record_decisions(call: OperatorCall) -> Value:
    """Tie the documents to the review and enter each task; the answer is what the model hands on."""
    session, review = session_of(call), review_of(call)
    review.minutes_id = attach_documents(call, "bien_ban")
    review.conclusions_id = attach_documents(call, "thong_bao")
    review.state = ReviewState.CONCLUDED
    given: list[Value] = []
    for position, task in enumerate(tasks_given(call.parameters.get("viec_moi"))):
        row = _entered(call, review, position, task)
        given.append(
            {
                "id": str(row.id),
                "ma": row.code,
                "noi_dung": row.what,
                "nguoi": str(row.owner_id),
                "ten_nguoi": session.scalar(select(Person.full_name).where(Person.id == row.owner_id)) or "",
                "han": row.due_on,
                "cach": task.way,
                "xem_xet": str(review.id),
            }
        )
    return {"viec_da_giao": given, "so_viec_da_giao": len(given)}


def attach_documents(call: OperatorCall, name: str) -> UUID | None:
    """The issued document of a parameter, where it is one of this case."""
    record = call.parameters.get(name)
    named = parse_id(str(record.get("id") or "")) if isinstance(record, dict) else None
    row = None if named is None else session_of(call).get(OutgoingDocument, named)
    return row.id if row is not None and row.instance_id == call.instance else None


def _entered(call: OperatorCall, review: ManagementReview, position: int, task: TaskRow) -> ReviewDecision:
    session, year = session_of(call), local_day(call.now).year
    key = derived_id("review_decision", review.id, position)
    known = session.get(ReviewDecision, key)
    if known is not None:
        return known
    row = ReviewDecision(
        id=key,
        agency_id=call.agency,
        review_id=review.id,
        code=f"{SERIES}-{year}-{next_number(session, call.agency, SERIES, year):03d}",
        kind=task.kind,
        what=task.what,
        owner_id=task.owner,
        unit_id=session.scalar(select(Person.unit_id).where(Person.id == task.owner)),
        due_on=task.due_on,
        state=DecisionState.OPEN,
        result="",
        recorded_at=call.now,
    )
    session.add(row)
    session.flush()
    return row
