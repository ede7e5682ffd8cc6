"""The end of a review, confirmed by its head, and the end of each task that it gave."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.outgoing.documents import last_done
from qms.outgoing.tables import OutgoingDocument
from qms.reviews.answers import review_of, session_of
from qms.reviews.headship import headship_of
from qms.reviews.refusals import DecisionNotFound, ReviewUnfinished
from qms.reviews.rules import DecisionState, ReviewItem, ReviewState, Validity
from qms.reviews.tables import ManagementReview, ReviewDecision, ReviewInput

CONFIRMING = "XacNhanHieuLuc"


def confirm_validity(call: OperatorCall) -> Value:
    """Enter what the head confirmed, who did so and when (19/2014/QĐ-TTg, Article 4, 2 d)."""
    review, step = review_of(call), last_done(call, CONFIRMING)
    review.validity = Validity(str(call.parameters["hieu_luc"]))
    review.validity_confirmed_by = step.completed_by if step else None
    review.validity_confirmed_on = local_day(step.completed_at or call.now) if step else None
    return {"ngay_xac_nhan": review.validity_confirmed_on}


def close(call: OperatorCall) -> Value:
    """Close the review; raises ReviewUnfinished while something is missing."""
    review = review_of(call)
    missing = tuple(_missing(call, review))
    if missing:
        raise ReviewUnfinished(missing)
    review.state = ReviewState.CONFIRMED
    return None


def follow(call: OperatorCall) -> Value:
    """Tie this case to the task that it follows."""
    _decision(call).instance_id = call.instance
    return None


def decision_done(call: OperatorCall) -> Value:
    """Enter the confirmed result of a task."""
    row = _decision(call)
    row.state = DecisionState(str(call.parameters["ket_qua_viec"]))
    row.result, row.ended_on = str(call.parameters.get("ket_qua") or ""), local_day(call.now)
    return {"ngay_ket_thuc_viec": row.ended_on}


def _missing(call: OperatorCall, review: ManagementReview) -> Iterator[tuple[str, str]]:
    session = session_of(call)
    minutes = session.get(OutgoingDocument, review.minutes_id) if review.minutes_id else None
    if minutes is None or minutes.signed_at is None:
        yield "biên bản chưa được ký", "the minutes are not signed"
    inputs = session.execute(
        select(ReviewInput.item, ReviewInput.conclusion).where(ReviewInput.review_id == review.id)
    )
    concluded = {row.item for row in inputs if row.conclusion.strip()}
    left = ", ".join(item for item in ReviewItem if item not in concluded)
    if left:
        yield f"chưa có kết luận về đầu vào {left}", f"there is no conclusion on input {left}"
    day, person = review.validity_confirmed_on, review.validity_confirmed_by
    if not review.validity or day is None or person is None:
        yield "người đứng đầu chưa xác nhận hiệu lực", "the head has not confirmed that it is effective"
    elif headship_of(session, call.agency, person, day, element=CONFIRMING) is None:
        yield (
            "người xác nhận không phải người đứng đầu và không có ủy quyền bằng văn bản ngày đó",
            "who confirmed is not the head and had no written delegation that day",
        )


def _decision(call: OperatorCall) -> ReviewDecision:
    named: UUID | None = parse_id(str(call.parameters["ma_viec"]))
    row = None if named is None else session_of(call).get(ReviewDecision, named, with_for_update=True)
    if row is None or row.agency_id != call.agency:
        raise DecisionNotFound
    return row
