"""Reading the register of legal documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.refusals import FileNotFound, InstanceNotYours
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.text import fold
from engine.queries.files import FileContent, FileLine, file_content, file_line
from engine.queries.instance import require_visible
from engine.store.tables import ProcessInstance, StoredFile
from qms.budget.tables import Expense
from qms.controlled_documents.tables import ControlledDocument
from qms.documents.rules import LegalDocumentNotFound
from qms.documents.tables import LegalDocument, Procedure
from qms.legal_updates.tables import LegalUpdate, LegalUpdateChange
from qms.outgoing.open_files import open_to_the_office
from qms.plans.tables import YearPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a case did to one procedure."""

    procedure_code: str
    procedure_name: str
    document: UUID | None
    """The controlled document that the procedure is, where it is one."""
    action: str
    old_label: str
    new_label: str | None
    effective_on: date | None
    decision_number: str
    decided_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCase:
    """The case that follows a document."""

    instance: UUID
    code: str
    state: str
    legal_due: date | None
    target_due: date | None
    clock_paused_at: datetime | None
    overdue: bool
    closed_on: date | None
    conclusion: str | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One line of the register."""

    id: UUID
    number: str
    title: str
    issuer: str
    field: str
    signed_on: date | None
    effective_on: date | None
    effect_rule: str
    expires_on: date | None
    replaces: str
    amends: str
    transition: str
    link: str
    file_id: UUID | None
    file_name: str | None
    cases: tuple[UpdateCase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One page of lines and how many there are in all."""

    lines: tuple[RegisterLine, ...]
    total: int


class UpdateStage(StrEnum):
    """How far the update that follows a document is."""

    RUNNING = "running"
    OVERDUE = "overdue"
    """Running, and past its legal due date."""
    ENDED = "ended"
    NOT_STARTED = "not-started"


def register_page(
    session: Session,
    viewer: Viewer,
    today: date,
    *,
    words: str,
    stage: UpdateStage | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> RegisterPage:
    """The lines of the viewer's agency in which all words occur, marks ignored; newest effect first."""
    condition = _matching(viewer, words)
    if stage is not None:
        condition.append(_at_stage(stage, today))
    total = session.scalar(select(func.count()).select_from(LegalDocument).where(*condition)) or 0
    rows = session.scalars(
        select(LegalDocument)
        .where(*condition)
        .order_by(LegalDocument.effective_on.desc().nulls_last(), LegalDocument.number)
        .offset(offset)
        .limit(limit)
    ).all()
    return RegisterPage(lines=_lines(session, rows), total=total)


def register_line(session: Session, viewer: Viewer, document: UUID) -> RegisterLine:
    """One line; raises LegalDocumentNotFound."""
    row = session.get(LegalDocument, document)
    if row is None or row.agency_id != viewer.agency:
        raise LegalDocumentNotFound(document)
    return _lines(session, [row])[0]


def registered_numbers(session: Session, viewer: Viewer) -> Mapping[str, UUID]:
    """The lines of the viewer's agency by number key."""
    rows = session.execute(
        select(LegalDocument.number_key, LegalDocument.id).where(LegalDocument.agency_id == viewer.agency)
    )
    return {row.number_key: row.id for row in rows}


def loose_files(session: Session, viewer: Viewer, files: Collection[UUID]) -> tuple[FileLine, ...]:
    """Those of the files that the viewer uploaded and that belong to nothing yet, in order of upload."""
    linked = exists().where(LegalDocument.file_id == StoredFile.id)
    rows = session.scalars(
        select(StoredFile)
        .where(
            StoredFile.id.in_(files),
            StoredFile.uploaded_by == viewer.person,
            StoredFile.instance_id.is_(None),
            StoredFile.task_id.is_(None),
            ~linked,
        )
        .order_by(StoredFile.uploaded_at, StoredFile.id)
    )
    return tuple(file_line(row) for row in rows)


def own_file(session: Session, viewer: Viewer, file: UUID) -> FileContent:
    """A file that the viewer uploaded for no case; raises FileNotFound."""
    found = file_content(session, viewer, file)
    if found.instance is not None or found.line.uploaded_by != viewer.person:
        raise FileNotFound(file)
    return found


def readable_file(session: Session, viewer: Viewer, file: UUID) -> FileContent:
    """A file for somebody who may see what it belongs to: its case, or a document in the register.

    Raises FileNotFound; who may not have it is told no more than that there is none.
    """
    found = file_content(session, viewer, file)
    if found.instance is not None:
        try:
            require_visible(session, viewer, found.instance)
        except InstanceNotYours as refusal:
            if not open_to_the_office(session, viewer.agency, file):
                raise FileNotFound(file) from refusal
    elif found.line.uploaded_by != viewer.person and not (
        _registered_with(session, viewer, file) or open_to_the_office(session, viewer.agency, file)
    ):
        raise FileNotFound(file)
    return found


def _registered_with(session: Session, viewer: Viewer, file: UUID) -> bool:
    """Whether a line of a register of the viewer's agency carries the file."""
    own = viewer.agency
    lines = (
        select(LegalDocument.id).where(LegalDocument.agency_id == own, LegalDocument.file_id == file),
        select(Expense.id).where(Expense.agency_id == own, Expense.file_id == file),
        select(YearPlan.id).where(YearPlan.agency_id == own, YearPlan.letter_id == file),
    )
    return any(session.scalar(line.limit(1)) is not None for line in lines)


def stage_counts(session: Session, viewer: Viewer, today: date) -> Mapping[UpdateStage, int]:
    """How many documents of the viewer's agency are at each stage."""
    columns = [func.count().filter(_at_stage(stage, today)) for stage in UpdateStage]
    row = session.execute(select(*columns).where(LegalDocument.agency_id == viewer.agency)).one()
    return dict(zip(UpdateStage, row, strict=True))


def _at_stage(stage: UpdateStage, today: date) -> ColumnElement[bool]:
    followed = exists().where(
        LegalUpdate.legal_document_id == LegalDocument.id, ProcessInstance.id == LegalUpdate.instance_id
    )
    running = followed.where(ProcessInstance.state.in_(LIVE_INSTANCE_STATES))
    match stage:
        case UpdateStage.RUNNING:
            return running
        case UpdateStage.OVERDUE:
            return running.where(ProcessInstance.legal_due < today)
        case UpdateStage.ENDED:
            return and_(followed, ~running)
        case UpdateStage.NOT_STARTED:
            return ~followed


def _matching(viewer: Viewer, words: str) -> list[ColumnElement[bool]]:
    return [LegalDocument.agency_id == viewer.agency] + [
        LegalDocument.search_text.contains(word, autoescape=True) for word in fold(words).split()
    ]


def _lines(session: Session, rows: Sequence[LegalDocument]) -> tuple[RegisterLine, ...]:
    cases = _cases(session, [row.id for row in rows])
    wanted = [row.file_id for row in rows if row.file_id]
    files = {
        file.id: file.name
        for file in session.execute(select(StoredFile.id, StoredFile.name).where(StoredFile.id.in_(wanted)))
    }
    return tuple(
        RegisterLine(
            id=row.id,
            number=row.number,
            title=row.title,
            issuer=row.issuer,
            field=row.field,
            signed_on=row.signed_on,
            effective_on=row.effective_on,
            effect_rule=row.effect_rule,
            expires_on=row.expires_on,
            replaces=row.replaces,
            amends=row.amends,
            transition=row.transition,
            link=row.link,
            file_id=row.file_id,
            file_name=files.get(row.file_id) if row.file_id else None,
            cases=tuple(cases.get(row.id, ())),
        )
        for row in rows
    )


def _controlled(session: Session, procedures: Collection[UUID]) -> Mapping[UUID, UUID]:
    """Of the procedures that are controlled documents: the document of each."""
    if not procedures:
        return {}
    rows = session.execute(
        select(ControlledDocument.procedure_id, ControlledDocument.id)
        .where(ControlledDocument.procedure_id.in_(procedures))
        .order_by(ControlledDocument.code.desc())
    )
    return {row.procedure_id: row.id for row in rows}


def _cases(session: Session, documents: list[UUID]) -> dict[UUID, list[UpdateCase]]:
    changes: dict[UUID, list[Change]] = {}
    changed = session.execute(
        select(LegalUpdateChange, Procedure)
        .join(Procedure, Procedure.id == LegalUpdateChange.procedure_id)
        .join(LegalUpdate, LegalUpdate.instance_id == LegalUpdateChange.instance_id)
        .where(LegalUpdate.legal_document_id.in_(documents))
        .order_by(Procedure.code)
    ).all()
    controlled = _controlled(session, {procedure.id for _, procedure in changed})
    for change, procedure in changed:
        changes.setdefault(change.instance_id, []).append(
            Change(
                procedure_code=procedure.code,
                procedure_name=procedure.name,
                document=controlled.get(procedure.id),
                action=change.action,
                old_label=change.old_label,
                new_label=change.new_label,
                effective_on=change.effective_on,
                decision_number=change.decision_number,
                decided_on=change.decided_on,
            )
        )
    found: dict[UUID, list[UpdateCase]] = {}
    for update, instance in session.execute(
        select(LegalUpdate, ProcessInstance)
        .join(ProcessInstance, ProcessInstance.id == LegalUpdate.instance_id)
        .where(LegalUpdate.legal_document_id.in_(documents))
        .order_by(ProcessInstance.started_at.desc())
    ):
        found.setdefault(update.legal_document_id, []).append(
            UpdateCase(
                instance=instance.id,
                code=instance.code,
                state=instance.state,
                legal_due=instance.legal_due,
                target_due=instance.target_due,
                clock_paused_at=instance.clock_paused_at,
                overdue=instance.overdue_at is not None,
                closed_on=update.closed_on,
                conclusion=update.conclusion,
                changes=tuple(changes.get(instance.id, ())),
            )
        )
    return found
