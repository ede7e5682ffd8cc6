"""Reading classes, the matrix of competences and a person's card, each for the viewer's own agency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.administration.person_names import name_of_day, names_by_day
from qms.organisation.register import PersonNotFound
from qms.organisation.tables import Person, Unit
from qms.outgoing.kinds import written
from qms.outgoing.tables import OutgoingDocument
from qms.training.refusals import CourseNotFound
from qms.training.rules import WARN_DAYS, CompetenceState, CourseKind, CourseSource, CourseState
from qms.training.tables import Competence, TrainingAttendance, TrainingCourse


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursesAsked:
    """What a list of classes is asked for; empty means any."""

    words: str = ""
    year: int | None = None
    kind: CourseKind | None = None
    state: CourseState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """A class as a list shows it."""

    id: UUID
    code: str
    year: int
    kind: CourseKind
    title: str
    audience: str
    everybody: bool
    trainer: str
    source: CourseSource
    place: str
    state: CourseState
    planned_on: date | None
    held_on: date | None
    cost: int | None
    effect: str
    effect_note: str
    effect_checked_by: UUID | None
    effect_checked_on: date | None
    asked: int
    came: int
    passed: int
    instance: UUID | None
    case_code: str
    document: UUID | None
    document_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """Somebody asked to a class, by the name of its day."""

    person: UUID
    name: str
    unit: str
    came: str
    score: Decimal | None
    passed: bool | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How somebody stands with a kind of competence."""

    state: CompetenceState
    certificate: str = ""
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A person with all kinds."""

    person: UUID
    name: str
    unit: UUID | None
    unit_name: str
    cells: Mapping[str, Cell]

    def stands(self, state: CompetenceState) -> bool:
        """Whether any kind stands so."""
        return any(cell.state is state for cell in self.cells.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceLine:
    """A competence on a person's card."""

    kind: str
    certificate: str
    issuer: str
    valid_from: date
    valid_to: date | None
    state: CompetenceState
    course: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """What one person learned and is able to do."""

    person: UUID
    name: str
    title: str
    unit_name: str
    competences: tuple[CompetenceLine, ...]
    classes: tuple[tuple[CourseLine, Attended], ...]


def course_lines(session: Session, viewer: Viewer, asked: CoursesAsked) -> tuple[CourseLine, ...]:
    """The classes of the viewer's agency in which all words occur, the latest year first."""
    conditions = [TrainingCourse.agency_id == viewer.agency]
    if asked.year is not None:
        conditions.append(TrainingCourse.year == asked.year)
    if asked.kind is not None:
        conditions.append(TrainingCourse.kind == asked.kind)
    if asked.state is not None:
        conditions.append(TrainingCourse.state == asked.state)
    conditions += [
        TrainingCourse.search_text.contains(word, autoescape=True) for word in fold(asked.words).split()
    ]
    return _lines(session, *conditions)


def course_years(session: Session, viewer: Viewer) -> tuple[int, ...]:
    """The years that have classes, the latest first."""
    asked = select(TrainingCourse.year).where(TrainingCourse.agency_id == viewer.agency).distinct()
    return tuple(sorted(session.scalars(asked), reverse=True))


def course_record(session: Session, viewer: Viewer, course: UUID) -> tuple[CourseLine, tuple[Attended, ...]]:
    """One class with who was asked; raises CourseNotFound for what is not of the viewer's agency."""
    found = _lines(session, TrainingCourse.agency_id == viewer.agency, TrainingCourse.id == course)
    if not found:
        raise CourseNotFound
    (line,) = found
    rows = session.execute(
        select(TrainingAttendance, Person, func.coalesce(Unit.name, ""))
        .join(Person, Person.id == TrainingAttendance.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(TrainingAttendance.course_id == course)
        .order_by(Person.sort_key, Person.id)
    ).all()
    names = names_by_day(session, [person.id for _, person, _ in rows])
    day = line.held_on or line.planned_on
    return line, tuple(
        _attended(
            row,
            name_of_day(names.get(person.id, ()), day, person.full_name) if day else person.full_name,
            unit,
        )
        for row, person, unit in rows
    )


def matrix(session: Session, viewer: Viewer, today: date) -> tuple[tuple[str, ...], tuple[MatrixRow, ...]]:
    """People of the agency in office against the kinds of competence: the usual ones, then the own."""
    people = session.execute(
        select(Person, func.coalesce(Unit.name, ""))
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.agency_id == viewer.agency, Person.active)
        .order_by(Unit.position.nulls_last(), Person.sort_key, Person.id)
    ).all()
    held: dict[tuple[UUID, str], Cell] = {}
    kinds: list[str] = [kind.value for kind in CourseKind]
    for row in session.scalars(
        select(Competence).where(Competence.agency_id == viewer.agency).order_by(Competence.kind)
    ):
        if row.kind not in kinds:
            kinds.append(row.kind)
        cell = Cell(state=standing(row, today), certificate=row.certificate, last_day=row.valid_to)
        known = held.get((row.person_id, row.kind))
        if known is None or _better(cell, known):
            held[row.person_id, row.kind] = cell
    lacking = Cell(state=CompetenceState.LACKING)
    return tuple(kinds), tuple(
        MatrixRow(
            person=person.id,
            name=person.full_name,
            unit=person.unit_id,
            unit_name=unit,
            cells={kind: held.get((person.id, kind), lacking) for kind in kinds},
        )
        for person, unit in people
    )


def person_card(session: Session, viewer: Viewer, person: UUID, today: date) -> PersonCard:
    """One person's competences and classes; raises PersonNotFound for those of other agencies."""
    row = session.get(Person, person)
    if row is None or row.agency_id != viewer.agency:
        raise PersonNotFound
    competences = session.scalars(
        select(Competence)
        .where(Competence.agency_id == viewer.agency, Competence.person_id == person)
        .order_by(Competence.valid_from.desc(), Competence.kind)
    )
    told = session.scalars(
        select(TrainingAttendance).where(
            TrainingAttendance.agency_id == viewer.agency, TrainingAttendance.person_id == person
        )
    ).all()
    lines = _lines(session, TrainingCourse.id.in_([one.course_id for one in told]))
    by_course = {one.course_id: one for one in told}
    unit = session.scalar(select(Unit.name).where(Unit.id == row.unit_id)) if row.unit_id else ""
    return PersonCard(
        person=row.id,
        name=row.full_name,
        title=row.title,
        unit_name=unit or "",
        competences=tuple(
            CompetenceLine(
                kind=one.kind,
                certificate=one.certificate,
                issuer=one.issuer,
                valid_from=one.valid_from,
                valid_to=one.valid_to,
                state=standing(one, today),
                course=one.course_id,
            )
            for one in competences
        ),
        classes=tuple((line, _attended(by_course[line.id], row.full_name, unit or "")) for line in lines),
    )


def standing(row: Competence, today: date) -> CompetenceState:
    """How a competence stands on a day; its last day is included."""
    if row.valid_to is None:
        return CompetenceState.HELD
    if row.valid_to < today:
        return CompetenceState.EXPIRED
    soon = row.valid_to <= today + timedelta(days=WARN_DAYS)
    return CompetenceState.EXPIRING if soon else CompetenceState.HELD


def _better(one: Cell, other: Cell) -> bool:
    order = (CompetenceState.HELD, CompetenceState.EXPIRING, CompetenceState.EXPIRED)
    return order.index(one.state) < order.index(other.state)


def _attended(row: TrainingAttendance, name: str, unit: str) -> Attended:
    return Attended(
        person=row.person_id,
        name=name,
        unit=unit,
        came=row.came,
        score=row.score,
        passed=row.passed,
        note=row.note,
    )


def _lines(session: Session, *conditions: object) -> tuple[CourseLine, ...]:
    counts = (
        select(
            TrainingAttendance.course_id.label("course"),
            func.count().label("asked"),
            func.count().filter(TrainingAttendance.came == "co_mat").label("came"),
            func.count().filter(TrainingAttendance.passed.is_(True)).label("passed"),
        )
        .group_by(TrainingAttendance.course_id)
        .subquery()
    )
    rows = session.execute(
        select(TrainingCourse, ProcessInstance.code, OutgoingDocument, counts)
        .outerjoin(ProcessInstance, ProcessInstance.id == TrainingCourse.instance_id)
        .outerjoin(OutgoingDocument, OutgoingDocument.id == TrainingCourse.document_id)
        .outerjoin(counts, counts.c.course == TrainingCourse.id)
        .where(*conditions)  # type: ignore[arg-type]
        .order_by(TrainingCourse.year.desc(), TrainingCourse.code)
    )
    return tuple(
        CourseLine(
            id=row.id,
            code=row.code,
            year=row.year,
            kind=CourseKind(row.kind),
            title=row.title,
            audience=row.audience,
            everybody=row.everybody,
            trainer=row.trainer,
            source=CourseSource(row.source),
            place=row.place,
            state=CourseState(row.state),
            planned_on=row.planned_on,
            held_on=row.held_on,
            cost=row.cost,
            effect=row.effect,
            effect_note=row.effect_note,
            effect_checked_by=row.effect_checked_by,
            effect_checked_on=row.effect_checked_on,
            asked=asked or 0,
            came=came or 0,
            passed=passed or 0,
            instance=row.instance_id,
            case_code=code or "",
            document=document.id if document else None,
            document_number=written(document.number, document.symbol)
            if document is not None and document.number is not None
            else "",
        )
        for row, code, document, _course, asked, came, passed in rows
    )
