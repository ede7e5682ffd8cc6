"""Reading the list of internal documents, a document with its versions, and who has read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.text import fold
from engine.queries.files import FileContent, file_content
from engine.queries.visible import visible_among
from engine.store.tables import ProcessInstance, StoredFile, Task
from qms.controlled_documents.reading_operators import READING
from qms.controlled_documents.rules import (
    IN_THE_MAKING,
    ControlledDocumentNotFound,
    DocumentKind,
    VersionState,
)
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion, ReadConfirmation
from qms.controlled_documents.usable import Use, may_be_used
from qms.documents.tables import Procedure
from qms.organisation.tables import Person, Unit
from qms.outgoing.kinds import written
from qms.outgoing.tables import OutgoingDocument

REVIEW_SOON: Final = timedelta(days=30)


class Standing(StrEnum):
    """Where a document stands as a whole."""

    IN_FORCE = "hieu_luc"
    CHANGING = "dang_sua"
    """A version is in the making or waits for its day."""
    REVIEW_DUE = "den_han"
    """Its day of review has passed or comes within thirty days."""
    ENDED = "da_bai_bo"
    """No version holds, though one did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One line of the list; the version is the one in force."""

    id: UUID
    code: str
    name: str
    kind: DocumentKind
    owner: str
    clause: str
    label: str
    effective_on: date | None
    decision_number: str
    decided_on: date | None
    next_review_on: date | None
    changing: bool
    read: int
    readers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """What is asked for: all words in code, name or kind, marks ignored."""

    words: str = ""
    kind: DocumentKind | None = None
    unit: UUID | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One page of lines and how many there are in all."""

    lines: tuple[DocumentLine, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLine:
    """Somebody who was given a version to read."""

    person: str
    unit: str
    given_at: datetime
    due_on: date | None
    confirmed_at: datetime | None
    closed_as: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version; its file is there for who may see the draft, or once it is approved."""

    id: UUID
    label: str
    state: VersionState
    reason: str
    summary: str
    effective_on: date | None
    ended_on: date | None
    decision_id: UUID | None
    decision_number: str
    decided_on: date | None
    ended_by: str
    approved_by: UUID | None
    file_id: UUID | None
    file_name: str
    model_version_id: UUID | None
    running: int
    """How many cases run by this version of a model; they stay with it."""
    instance: UUID | None
    case_code: str
    readings: tuple[ReadingLine, ...]

    @property
    def approved(self) -> bool:
        """Whether it may be used or was once."""
        return self.state in Use.LOOK.value


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDetail:
    """A document, newest version first."""

    line: DocumentLine
    procedure_code: str
    procedure_name: str
    model_key: str
    review_months: int
    versions: tuple[VersionLine, ...]


def document_page(
    session: Session,
    viewer: Viewer,
    today: date,
    *,
    asked: DocumentFilter,
    offset: int = 0,
    limit: int | None = None,
) -> DocumentPage:
    """The documents of the viewer's agency that are asked for, by code."""
    conditions: list[ColumnElement[bool]] = [
        ControlledDocument.agency_id == viewer.agency,
        *(ControlledDocument.search_text.contains(word, autoescape=True) for word in searched(asked.words)),
    ]
    if asked.kind is not None:
        conditions.append(ControlledDocument.kind == asked.kind)
    if asked.unit is not None:
        conditions.append(ControlledDocument.unit_id == asked.unit)
    if asked.standing is not None:
        conditions.append(_standing(asked.standing, today))
    total = session.scalar(select(func.count()).select_from(ControlledDocument).where(*conditions)) or 0
    rows = session.scalars(
        select(ControlledDocument)
        .where(*conditions)
        .order_by(ControlledDocument.code)
        .offset(offset)
        .limit(limit)
    ).all()
    return DocumentPage(lines=_lines(session, rows), total=total)


def searched(words: str) -> list[str]:
    """The words asked for, as the list is searched: without marks; signs between words are blanks."""
    return fold(words).replace("–", " ").split()


def document_detail(session: Session, viewer: Viewer, document: UUID) -> DocumentDetail:
    """One document with all versions; raises ControlledDocumentNotFound."""
    row = session.get(ControlledDocument, document)
    if row is None or row.agency_id != viewer.agency:
        raise ControlledDocumentNotFound
    procedure = session.get(Procedure, row.procedure_id) if row.procedure_id else None
    return DocumentDetail(
        line=_lines(session, [row])[0],
        procedure_code=procedure.code if procedure else "",
        procedure_name=procedure.name if procedure else "",
        model_key=row.model_key,
        review_months=row.review_months,
        versions=_versions(session, document),
    )


def standing_counts(session: Session, viewer: Viewer, today: date) -> dict[Standing, int]:
    """How many documents stand where."""
    columns = [func.count().filter(_standing(each, today)) for each in Standing]
    row = session.execute(select(*columns).where(ControlledDocument.agency_id == viewer.agency)).one()
    return dict(zip(Standing, row, strict=True))


def _having(*states: VersionState) -> ColumnElement[bool]:
    return (
        select(ControlledVersion.id)
        .where(ControlledVersion.document_id == ControlledDocument.id, ControlledVersion.state.in_(states))
        .exists()
    )


def _standing(standing: Standing, today: date) -> ColumnElement[bool]:
    match standing:
        case Standing.IN_FORCE:
            return _having(VersionState.IN_FORCE)
        case Standing.CHANGING:
            return _having(*IN_THE_MAKING, VersionState.APPROVED)
        case Standing.REVIEW_DUE:
            return ControlledDocument.next_review_on <= today + REVIEW_SOON
        case Standing.ENDED:
            ended = _having(VersionState.SUPERSEDED, VersionState.WITHDRAWN)
            return ended & ~_having(VersionState.IN_FORCE)


def _lines(session: Session, documents: Sequence[ControlledDocument]) -> tuple[DocumentLine, ...]:
    ids = [row.id for row in documents]
    units = dict(
        session.execute(
            select(Unit.id, Unit.name).where(Unit.id.in_({row.unit_id for row in documents if row.unit_id}))
        ).all()
    )
    versions: dict[UUID, list[ControlledVersion]] = {}
    for version in session.scalars(select(ControlledVersion).where(ControlledVersion.document_id.in_(ids))):
        versions.setdefault(version.document_id, []).append(version)
    return tuple(_line(session, row, versions.get(row.id, []), units) for row in documents)


def _line(
    session: Session, row: ControlledDocument, versions: list[ControlledVersion], units: Mapping[UUID, str]
) -> DocumentLine:
    held = next((one for one in versions if one.state == VersionState.IN_FORCE), None)
    read, readers = _read(session, held.id) if held else (0, 0)
    return DocumentLine(
        id=row.id,
        code=row.code,
        name=row.name,
        kind=DocumentKind(row.kind),
        owner=units.get(row.unit_id, "") if row.unit_id else "",
        clause=row.clause,
        label=held.label if held else "",
        effective_on=held.effective_on if held else None,
        decision_number=held.decision_number if held else "",
        decided_on=held.decided_on if held else None,
        next_review_on=row.next_review_on,
        changing=any(one.state in IN_THE_MAKING or one.state == VersionState.APPROVED for one in versions),
        read=read,
        readers=readers,
    )


def _read(session: Session, version: UUID) -> tuple[int, int]:
    """How many have confirmed, of how many who have to; who is excused need not."""
    row = session.execute(
        select(func.count().filter(_confirmed_at().is_not(None)), func.count()).where(
            ReadConfirmation.version_id == version, ReadConfirmation.closed_as != "mien"
        )
    ).one()
    return int(row[0]), int(row[1])


def _confirmed_at() -> ColumnElement[datetime | None]:
    """When somebody confirmed: as the register has it, or as the step says while the reading goes on."""
    step = (
        select(func.max(Task.completed_at))
        .where(
            Task.instance_id == ReadConfirmation.instance_id,
            Task.person_id == ReadConfirmation.person_id,
            Task.element_id.endswith(READING),
            Task.created_at >= ReadConfirmation.given_at,
            Task.completed_by.is_not(None),
        )
        .scalar_subquery()
    )
    return func.coalesce(ReadConfirmation.confirmed_at, step)


def _versions(session: Session, document: UUID) -> tuple[VersionLine, ...]:
    rows = session.execute(
        select(
            ControlledVersion,
            StoredFile.name,
            ProcessInstance.code,
            OutgoingDocument.number,
            OutgoingDocument.symbol,
        )
        .outerjoin(StoredFile, StoredFile.id == ControlledVersion.file_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == ControlledVersion.instance_id)
        .outerjoin(OutgoingDocument, OutgoingDocument.id == ControlledVersion.ended_by)
        .where(ControlledVersion.document_id == document)
        .order_by(ControlledVersion.recorded_at.desc(), ControlledVersion.label.desc())
    )
    return tuple(
        VersionLine(
            id=row.id,
            label=row.label,
            state=VersionState(row.state),
            reason=row.reason,
            summary=row.summary,
            effective_on=row.effective_on,
            ended_on=row.ended_on,
            decision_id=row.decision_id,
            decision_number=row.decision_number,
            decided_on=row.decided_on,
            ended_by=written(number, symbol) if number and symbol else "",
            approved_by=row.approved_by,
            file_id=row.file_id,
            file_name=file_name or "",
            model_version_id=row.model_version_id,
            running=_running(session, row.agency_id, row.model_version_id),
            instance=row.instance_id,
            case_code=case or "",
            readings=_readings(session, row.id),
        )
        for row, file_name, case, number, symbol in rows
    )


def _running(session: Session, agency: UUID, version: UUID | None) -> int:
    if version is None:
        return 0
    count = select(func.count()).where(
        ProcessInstance.agency_id == agency,
        ProcessInstance.model_version_id == version,
        ProcessInstance.state.in_(LIVE_INSTANCE_STATES),
    )
    return session.scalar(count) or 0


def _readings(session: Session, version: UUID) -> tuple[ReadingLine, ...]:
    """Who has it to read; those who have not read first."""
    confirmed = _confirmed_at()
    rows = session.execute(
        select(ReadConfirmation, Person.full_name, Unit.name, confirmed)
        .join(Person, Person.id == ReadConfirmation.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(ReadConfirmation.version_id == version)
        .order_by(confirmed.is_not(None), Person.sort_key)
    )
    return tuple(
        ReadingLine(
            person=name,
            unit=unit or "",
            given_at=row.given_at,
            due_on=row.due_on,
            confirmed_at=confirmed_at,
            closed_as=row.closed_as,
            note=row.note,
        )
        for row, name, unit, confirmed_at in rows
    )


def version_file(session: Session, viewer: Viewer, version: UUID) -> FileContent:
    """The text of a version: approved, for everybody of the agency; a draft for who may see its case.

    Raises ControlledDocumentNotFound, FileNotFound.
    """
    row = session.get(ControlledVersion, version)
    if row is None or row.agency_id != viewer.agency or row.file_id is None:
        raise ControlledDocumentNotFound
    if not may_be_used(row, Use.LOOK) and row.instance_id not in visible_among(
        session, viewer, {row.instance_id} if row.instance_id else set()
    ):
        raise ControlledDocumentNotFound
    return file_content(session, viewer, row.file_id)
