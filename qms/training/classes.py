"""Classes in the register: entered from a plan or beside it, attended, tested, judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.local_time import start_of_day
from engine.domain.text import fold
from engine.execution.number_series import next_number
from qms.audits.tables import AuditorCompetence
from qms.organisation.tables import Person
from qms.training.answers import PlannedClass, Presence, Result
from qms.training.rules import SERIES, WARN_DAYS, CourseKind, CourseState
from qms.training.tables import Competence, TrainingAttendance, TrainingCourse


def enter_class(
    session: Session,
    agency: UUID,
    key: UUID,
    planned: PlannedClass,
    now: datetime,
    *,
    year: int,
    instance: UUID | None,
    document: UUID | None = None,
) -> TrainingCourse:
    """The class of that key, entered once."""
    known = session.get(TrainingCourse, key)
    if known is not None:
        return known
    code = f"{SERIES}-{year}-{next_number(session, agency, SERIES, year):03d}"
    row = TrainingCourse(
        id=key,
        agency_id=agency,
        code=code,
        year=year,
        kind=planned.kind,
        title=planned.title,
        audience=planned.audience,
        everybody=planned.everybody,
        trainer=planned.trainer,
        source=planned.source,
        place=planned.place,
        planned_on=planned.planned_on,
        held_on=None,
        ended_on=None,
        cost=planned.cost,
        state=CourseState.PLANNED,
        effect="",
        effect_note="",
        effect_checked_by=None,
        effect_checked_on=None,
        instance_id=instance,
        document_id=document,
        material_id=None,
        recorded_at=now,
        search_text=fold(f"{code} {planned.title} {planned.audience} {planned.trainer}"),
    )
    session.add(row)
    session.flush()
    return row


def staff_of(session: Session, agency: UUID) -> dict[UUID, str]:
    """Everybody in office by name."""
    rows = session.execute(
        select(Person.id, Person.full_name, Person.title)
        .where(Person.agency_id == agency, Person.active)
        .order_by(Person.sort_key, Person.id)
    )
    return {row.id: f"{row.full_name}, {row.title}".rstrip(", ") for row in rows}


def ask(session: Session, course: TrainingCourse, asked: Iterable[UUID]) -> None:
    """Enter who is asked to come, each once."""
    for person in asked:
        session.execute(
            insert(TrainingAttendance)
            .values(
                course_id=course.id,
                person_id=person,
                agency_id=course.agency_id,
                came="",
                score=None,
                passed=None,
                note="",
            )
            .on_conflict_do_nothing()
        )


def attend(session: Session, course: TrainingCourse, rows: Sequence[Presence]) -> None:
    """Note who came; on a second date what was said of the first is replaced."""
    for row in rows:
        values = {"came": row.came.value, "note": row.note}
        session.execute(
            insert(TrainingAttendance)
            .values(
                course_id=course.id,
                person_id=row.person,
                agency_id=course.agency_id,
                score=None,
                passed=None,
                **values,
            )
            .on_conflict_do_update(index_elements=["course_id", "person_id"], set_=values)
        )


def left_over(session: Session, course: TrainingCourse) -> list[Person]:
    """Who missed it or did not pass and is still in office."""
    return list(
        session.scalars(
            select(Person)
            .join(TrainingAttendance, TrainingAttendance.person_id == Person.id)
            .where(TrainingAttendance.course_id == course.id)
            .where(TrainingAttendance.passed.is_not(True))
            .where(Person.active, Person.agency_id == course.agency_id)
            .order_by(Person.sort_key, Person.id)
        )
    )


def record_results(
    session: Session,
    course: TrainingCourse,
    rows: Sequence[Result],
    *,
    issuer: str,
    held_on: date,
    last_day: date | None,
    now: datetime,
) -> None:
    """Note scores; who passed is able from the day of the class on."""
    for row in rows:
        found = session.get(TrainingAttendance, (course.id, row.person))
        if found is None:
            continue
        found.score, found.passed = row.score, row.passed
        if row.passed:
            _able(session, course, row, issuer=issuer, held_on=held_on, last_day=last_day, now=now)
    session.flush()


def numbers_of(session: Session, course: TrainingCourse) -> tuple[int, int, int]:
    """How many were asked, came, and passed."""
    found = session.execute(
        select(
            func.count(),
            func.count().filter(TrainingAttendance.came == "co_mat"),
            func.count().filter(TrainingAttendance.passed.is_(True)),
        ).where(TrainingAttendance.course_id == course.id)
    ).one()
    return found[0], found[1], found[2]


def warning_of(last_day: date | None, now: datetime) -> datetime | None:
    """When the end of a competence is to be warned of; None for one without end or that has ended."""
    if last_day is None or start_of_day(last_day) < now:
        return None
    return start_of_day(last_day - timedelta(days=WARN_DAYS))


def _able(
    session: Session,
    course: TrainingCourse,
    row: Result,
    *,
    issuer: str,
    held_on: date,
    last_day: date | None,
    now: datetime,
) -> None:
    number = row.certificate or course.code
    session.execute(
        insert(Competence)
        .values(
            id=derived_id("competence", course.id, row.person),
            agency_id=course.agency_id,
            person_id=row.person,
            kind=course.kind,
            course_id=course.id,
            certificate=number,
            issuer=issuer,
            valid_from=held_on,
            valid_to=last_day,
            recorded_at=now,
            warn_at=warning_of(last_day, now),
        )
        .on_conflict_do_nothing()
    )
    if course.kind != CourseKind.AUDIT:
        return
    # Who audits is asked of the register of auditors (P07); its end is the first day without.
    session.execute(
        insert(AuditorCompetence)
        .values(
            id=derived_id("auditor certificate", row.person, number),
            agency_id=course.agency_id,
            person_id=row.person,
            certificate=number,
            issuer=issuer,
            valid_from=held_on,
            valid_to=last_day + timedelta(days=1) if last_day else None,
            recorded_at=now,
            recorded_by=None,
        )
        .on_conflict_do_nothing()
    )
