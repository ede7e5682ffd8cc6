"""Reading the registers of legal documents and procedures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.refusals import FileNotFound, InstanceNotYours
from engine.domain.text import fold
from engine.queries.files import FileContent, file_content
from engine.queries.instance import require_visible
from engine.store.tables import ProcessInstance, StoredFile
from qms.documents.rules import LegalDocumentNotFound
from qms.documents.tables import Citation, LegalDocument, Procedure, ProcedureVersion
from qms.legal_updates.tables import LegalUpdate, LegalUpdateChange
from qms.organisation.tables import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a case did to one procedure."""

    procedure_code: str
    procedure_name: str
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


def register_page(
    session: Session, viewer: Viewer, *, words: str, offset: int, limit: int
) -> RegisterPage:
    """The lines of the viewer's agency in which all words occur, marks ignored; newest effect first."""
    condition = _matching(viewer, words)
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


def readable_file(session: Session, viewer: Viewer, file: UUID) -> FileContent:
    """A file for somebody who may see what it belongs to: its case, or a document in the register.

    Raises FileNotFound; who may not have it is told no more than that there is none.
    """
    found = file_content(session, viewer, file)
    if found.instance is not None:
        try:
            require_visible(session, viewer, found.instance)
        except InstanceNotYours as refusal:
            raise FileNotFound(file) from refusal
    elif found.line.uploaded_by != viewer.person and not _registered_with(session, viewer, file):
        raise FileNotFound(file)
    return found


def _registered_with(session: Session, viewer: Viewer, file: UUID) -> bool:
    """Whether a document in the register of the viewer's agency carries the file."""
    line = select(LegalDocument.id).where(
        LegalDocument.agency_id == viewer.agency, LegalDocument.file_id == file
    )
    return session.scalar(line.limit(1)) is not None


def _matching(viewer: Viewer, words: str) -> list[ColumnElement[bool]]:
    return [LegalDocument.agency_id == viewer.agency] + [
        LegalDocument.search_text.contains(word, autoescape=True) for word in fold(words).split()
    ]


def _lines(session: Session, rows: list[LegalDocument] | tuple[LegalDocument, ...]) -> tuple[RegisterLine, ...]:
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


def _cases(session: Session, documents: list[UUID]) -> dict[UUID, list[UpdateCase]]:
    changes: dict[UUID, list[Change]] = {}
    for change, procedure in session.execute(
        select(LegalUpdateChange, Procedure)
        .join(Procedure, Procedure.id == LegalUpdateChange.procedure_id)
        .join(LegalUpdate, LegalUpdate.instance_id == LegalUpdateChange.instance_id)
        .where(LegalUpdate.legal_document_id.in_(documents))
        .order_by(Procedure.code)
    ):
        changes.setdefault(change.instance_id, []).append(
            Change(
                procedure_code=procedure.code,
                procedure_name=procedure.name,
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
                overdue=instance.overdue_at is not None,
                closed_on=update.closed_on,
                conclusion=update.conclusion,
                changes=tuple(changes.get(instance.id, ())),
            )
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version of a procedure."""

    label: str
    effective_on: date
    ended_on: date | None
    summary: str
    decision_number: str
    instance: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureLine:
    """One procedure with its unit, citations and versions, newest first."""

    id: UUID
    code: str
    name: str
    field: str
    unit_name: str
    legal_time: str
    citations: tuple[str, ...]
    versions: tuple[VersionLine, ...]


def procedure_lines(session: Session, viewer: Viewer, *, words: str = "") -> tuple[ProcedureLine, ...]:
    """The procedures of the viewer's agency in which all words occur, by code."""
    conditions = [Procedure.agency_id == viewer.agency] + [
        Procedure.search_text.contains(word, autoescape=True) for word in fold(words).split()
    ]
    rows = session.execute(
        select(Procedure, Unit.name)
        .join(Unit, Unit.id == Procedure.unit_id)
        .where(*conditions)
        .order_by(Procedure.code)
    ).all()
    ids = [procedure.id for procedure, _ in rows]
    citations: dict[UUID, list[str]] = {}
    for citation in session.scalars(
        select(Citation).where(Citation.procedure_id.in_(ids)).order_by(Citation.number)
    ):
        citations.setdefault(citation.procedure_id, []).append(citation.number)
    versions: dict[UUID, list[VersionLine]] = {}
    for version in session.scalars(
        select(ProcedureVersion)
        .where(ProcedureVersion.procedure_id.in_(ids))
        .order_by(ProcedureVersion.effective_on.desc(), ProcedureVersion.recorded_at.desc())
    ):
        versions.setdefault(version.procedure_id, []).append(
            VersionLine(
                label=version.label,
                effective_on=version.effective_on,
                ended_on=version.ended_on,
                summary=version.summary,
                decision_number=version.decision_number,
                instance=version.instance_id,
            )
        )
    return tuple(
        ProcedureLine(
            id=procedure.id,
            code=procedure.code,
            name=procedure.name,
            field=procedure.field,
            unit_name=unit_name,
            legal_time=procedure.legal_time,
            citations=tuple(citations.get(procedure.id, ())),
            versions=tuple(versions.get(procedure.id, ())),
        )
        for procedure, unit_name in rows
    )
