"""Loading reviews of earlier years into the register, with what they decided: all of a list or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id
from engine.domain.local_time import day_text, local_day
from engine.domain.refusals import NotAuthorised
from engine.execution.number_series import next_number
from engine.store.session import Store
from qms.lists.columns import CheckedList, plain
from qms.lists.known import people_by_name, units_by_name
from qms.lists.provenance import record_import
from qms.organisation.tables import Agency
from qms.outgoing.kinds import DocumentState, written
from qms.outgoing.tables import OutgoingDocument
from qms.reviews.deciding import SERIES
from qms.reviews.importing import EarlierDecision, EarlierReview, KnownOfReviews, ReviewRow, check_reviews
from qms.reviews.rules import ReviewState
from qms.reviews.tables import ManagementReview, ReviewDecision

IMPORTED: Final = "reviews.imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReviews:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[ReviewRow]
    file: UUID


class ReviewRecordedMeanwhile(Conflict):
    """Somebody entered one of them while the list was looked at."""

    def __init__(self, review: EarlierReview) -> None:
        day = day_text(review.held_on)
        super().__init__(
            vi=f"Cuộc họp ngày {day} hoặc một mã việc của nó vừa có trong sổ. Xin kiểm tra lại tệp.",
            en=f"The review of {day} or a code of it has come into the register. Check the file again.",
        )


def may_import_reviews(viewer: Viewer) -> bool:
    """Whether the viewer takes earlier reviews over: who begins reviews does."""
    return may(viewer, Power.START_PROCESS)


def import_reviews(store: Store, command: ImportReviews, now: datetime) -> int:
    """Write the reviews as closed history, no case runs for them; how many.

    Raises NotAuthorised, ReviewRecordedMeanwhile.
    """
    viewer = command.viewer
    if not may_import_reviews(viewer):
        raise NotAuthorised("nhập sổ xem xét của lãnh đạo", "import management reviews")
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
        known = known_of_reviews(session, viewer, now)
        codes = {plain(row.decision.code) for row in command.rows if row.decision is not None}
        taken = known.codes | codes
        keys = [
            _written(session, viewer.agency, review, decisions, known, taken, now)
            for review, decisions in _by_review(command.rows)
        ]
        record_import(
            session,
            IMPORTED,
            viewer=viewer,
            origin=command.origin,
            file=command.file,
            records=keys,
            count=len(keys),
            now=now,
        )
    return len(keys)


def checked_reviews(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[ReviewRow]:
    """A file against what the registers hold now; raises SheetRefused for what is no such list."""
    return check_reviews(name, content, known_of_reviews(session, viewer, now))


def known_of_reviews(session: Session, viewer: Viewer, now: datetime) -> KnownOfReviews:
    """What the registers of the viewer's agency hold."""
    own = viewer.agency
    reviews = session.execute(
        select(ManagementReview.year, ManagementReview.ordinal, ManagementReview.held_on).where(
            ManagementReview.agency_id == own
        )
    ).all()
    issued = session.scalars(
        select(OutgoingDocument).where(
            OutgoingDocument.agency_id == own, OutgoingDocument.state == DocumentState.ISSUED
        )
    )
    codes = session.scalars(select(ReviewDecision.code).where(ReviewDecision.agency_id == own))
    return KnownOfReviews(
        today=local_day(now),
        units=units_by_name(session, viewer),
        people=people_by_name(session, viewer, also_former=True),
        documents={
            (plain(written(row.number, row.symbol)), row.dated_on.year): row.id
            for row in issued
            if row.number is not None and row.dated_on is not None
        },
        held=frozenset(row.held_on for row in reviews if row.held_on is not None),
        ordinals=frozenset((row.year, row.ordinal) for row in reviews),
        codes=frozenset(plain(code) for code in codes),
    )


def _by_review(rows: Sequence[ReviewRow]) -> list[tuple[EarlierReview, list[EarlierDecision]]]:
    """Each review with its decisions: those that say their ordinal first, then by day."""
    found: dict[EarlierReview, list[EarlierDecision]] = {}
    for row in rows:
        kept = found.setdefault(row.review, [])
        if row.decision is not None:
            kept.append(row.decision)
    return sorted(found.items(), key=lambda pair: (pair[0].ordinal is None, pair[0].held_on))


def _written(
    session: Session,
    agency: UUID,
    told: EarlierReview,
    decisions: Sequence[EarlierDecision],
    known: KnownOfReviews,
    taken: frozenset[str],
    now: datetime,
) -> UUID:
    year = told.held_on.year
    if (
        told.held_on in known.held
        or (year, told.ordinal) in known.ordinals
        or any(plain(one.code) in known.codes for one in decisions if one.code)
    ):
        raise ReviewRecordedMeanwhile(told)
    key = derived_id("management review imported", agency, told.held_on)
    session.add(
        ManagementReview(
            id=key,
            agency_id=agency,
            year=year,
            ordinal=told.ordinal or _free_ordinal(session, agency, year),
            state=ReviewState.CONFIRMED if told.validity else ReviewState.CONCLUDED,
            planned_on=None,
            held_on=told.held_on,
            chaired_by=told.chair,
            minutes_id=told.minutes,
            conclusions_id=told.conclusions,
            validity=told.validity or "",
            validity_confirmed_on=told.confirmed_on,
            validity_confirmed_by=told.confirmed_by,
            recorded_at=now,
        )
    )
    session.flush()
    for place, one in enumerate(decisions):
        code = one.code or _free_code(session, agency, year, taken)
        session.add(_decision(agency, key, place, code, one, now))
    session.flush()
    return key


def _free_ordinal(session: Session, agency: UUID, year: int) -> int:
    last = session.scalar(
        select(func.max(ManagementReview.ordinal)).where(
            ManagementReview.agency_id == agency, ManagementReview.year == year
        )
    )
    return (last or 0) + 1


def _decision(
    agency: UUID, review: UUID, place: int, code: str, told: EarlierDecision, now: datetime
) -> ReviewDecision:
    return ReviewDecision(
        id=derived_id("review_decision", review, place),
        agency_id=agency,
        review_id=review,
        code=code,
        kind=told.kind,
        what=told.what,
        owner_id=told.owner,
        unit_id=told.unit,
        due_on=told.due_on,
        state=told.state,
        result=told.result,
        ended_on=told.ended_on,
        recorded_at=now,
    )


def _free_code(session: Session, agency: UUID, year: int, taken: frozenset[str]) -> str:
    """The next number of the year that neither the register nor the list has used."""
    while True:
        code = f"{SERIES}-{year}-{next_number(session, agency, SERIES, year):03d}"
        if plain(code) not in taken:
            return code
