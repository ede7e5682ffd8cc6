"""Reading the register of procedures: units, citations, versions with the decisions behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import zip_longest
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.errors import NotFound
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.text import fold
from engine.execution.confidential import open_to
from engine.queries.visible import visible_among
from engine.store.tables import ModelVersion, ProcessInstance
from qms.designer.tables import ModelDraft
from qms.documents.catalogue import ProcedureLevel
from qms.documents.tables import Citation, LegalDocument, Procedure, ProcedureVersion
from qms.organisation.tables import Unit


class Validity(StrEnum):
    """Whether the catalogue holds a procedure on a day."""

    IN_FORCE = "in_force"
    TO_COME = "to_come"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version; `replaces` is the label of the version before it, and the case is the one that made it."""

    label: str
    replaces: str
    effective_on: date
    ended_on: date | None
    """First day on which it is no longer in force."""
    summary: str
    decision_number: str
    decided_on: date | None
    instance: UUID | None
    case_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationLine:
    """A legal basis; `document` is its line in the register, if it is there."""

    number: str
    article: str
    document: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureLine:
    """One procedure with its versions, newest first."""

    id: UUID
    code: str
    name: str
    field: str
    level: ProcedureLevel
    unit: UUID
    unit_name: str
    legal_time: str
    decided_by: str
    valid_from: date | None
    valid_to: date | None
    """First day on which the catalogue holds it no more."""
    citations: tuple[CitationLine, ...]
    versions: tuple[VersionLine, ...]

    def in_force(self, day: date) -> VersionLine | None:
        """The version in force on the day."""
        return next(
            (
                version
                for version in self.versions
                if version.effective_on <= day and (version.ended_on is None or version.ended_on > day)
            ),
            None,
        )

    def coming(self, day: date) -> VersionLine | None:
        """The version that takes effect next after the day."""
        later = [version for version in self.versions if version.effective_on > day]
        return later[-1] if later else None

    def held(self, day: date) -> Validity:
        """Whether the catalogue holds it on the day."""
        if self.valid_from is not None and self.valid_from > day:
            return Validity.TO_COME
        gone = self.valid_to is not None and self.valid_to <= day
        return Validity.OVER if gone or self.withdrawn_on(day) else Validity.IN_FORCE

    def withdrawn_on(self, day: date) -> date | None:
        """Since when no version is in force and none is to come."""
        if not self.versions or self.in_force(day) or self.coming(day):
            return None
        return self.versions[0].ended_on


def procedure_lines(
    session: Session, viewer: Viewer, *, words: str = "", only: UUID | None = None
) -> tuple[ProcedureLine, ...]:
    """The procedures of the viewer's agency in which all words occur, by code; one alone where named."""
    rows = session.execute(
        select(Procedure, Unit.name)
        .join(Unit, Unit.id == Procedure.unit_id)
        .where(
            Procedure.agency_id == viewer.agency,
            *((Procedure.id == only,) if only else ()),
            *(Procedure.search_text.contains(word, autoescape=True) for word in fold(words).split()),
        )
        .order_by(Procedure.code)
    ).all()
    procedures = [procedure.id for procedure, _ in rows]
    citations = _citations(session, viewer, procedures)
    versions = _versions(session, procedures)
    return tuple(
        ProcedureLine(
            id=procedure.id,
            code=procedure.code,
            name=procedure.name,
            field=procedure.field,
            level=ProcedureLevel(procedure.level),
            unit=procedure.unit_id,
            unit_name=unit_name,
            legal_time=procedure.legal_time,
            decided_by=procedure.decided_by,
            valid_from=procedure.valid_from,
            valid_to=procedure.valid_to,
            citations=tuple(citations.get(procedure.id, ())),
            versions=versions.get(procedure.id, ()),
        )
        for procedure, unit_name in rows
    )


def _citations(session: Session, viewer: Viewer, procedures: list[UUID]) -> dict[UUID, list[CitationLine]]:
    found: dict[UUID, list[CitationLine]] = {}
    registered = and_(
        LegalDocument.agency_id == viewer.agency, LegalDocument.number_key == Citation.number_key
    )
    for citation, document in session.execute(
        select(Citation, LegalDocument.id)
        .outerjoin(LegalDocument, registered)
        .where(Citation.procedure_id.in_(procedures))
        .order_by(Citation.number)
    ):
        found.setdefault(citation.procedure_id, []).append(
            CitationLine(number=citation.number, article=citation.article, document=document)
        )
    return found


def _versions(session: Session, procedures: list[UUID]) -> dict[UUID, tuple[VersionLine, ...]]:
    rows: dict[UUID, list[tuple[ProcedureVersion, str]]] = {}
    for version, code in session.execute(
        select(ProcedureVersion, ProcessInstance.code)
        .outerjoin(ProcessInstance, ProcessInstance.id == ProcedureVersion.instance_id)
        .where(ProcedureVersion.procedure_id.in_(procedures))
        .order_by(ProcedureVersion.effective_on.desc(), ProcedureVersion.recorded_at.desc())
    ):
        rows.setdefault(version.procedure_id, []).append((version, code or ""))
    return {
        procedure: tuple(
            _version(version, code, older)
            for (version, code), older in zip_longest(versions, [row for row, _ in versions[1:]])
        )
        for procedure, versions in rows.items()
    }


def _version(row: ProcedureVersion, case_code: str, older: ProcedureVersion | None) -> VersionLine:
    return VersionLine(
        label=row.label,
        replaces=older.label if older else "",
        effective_on=row.effective_on,
        ended_on=row.ended_on,
        summary=row.summary,
        decision_number=row.decision_number,
        decided_on=row.decided_on,
        instance=row.instance_id,
        case_code=case_code,
    )


class ProcedureNotFound(NotFound):
    """No such procedure, or not of the viewer's agency."""

    def __init__(self, procedure: UUID) -> None:
        super().__init__(
            vi="Không có thủ tục này trong danh mục của cơ quan.",
            en="There is no such procedure in the agency's catalogue.",
        )
        self.procedure = procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningCase:
    """A case that runs now on a model drawn for the procedure."""

    id: UUID
    code: str
    title: str
    started_at: datetime
    may_open: bool


def procedure_line(session: Session, viewer: Viewer, procedure: UUID) -> ProcedureLine:
    """One procedure; raises ProcedureNotFound."""
    found = procedure_lines(session, viewer, only=procedure)
    if not found:
        raise ProcedureNotFound(procedure)
    return found[0]


def running_cases(session: Session, viewer: Viewer, procedure: UUID, *, most: int) -> tuple[RunningCase, ...]:
    """The cases that run on models drawn for the procedure, the latest first."""
    keys = (
        select(ModelVersion.key)
        .join(ModelDraft, ModelDraft.version_id == ModelVersion.id)
        .where(ModelDraft.agency_id == viewer.agency, ModelDraft.procedure_id == procedure)
    )
    rows = session.execute(
        select(ProcessInstance.id, ProcessInstance.code, ProcessInstance.title, ProcessInstance.started_at)
        .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
        .where(
            ProcessInstance.agency_id == viewer.agency,
            ProcessInstance.state.in_(LIVE_INSTANCE_STATES),
            ModelVersion.key.in_(keys),
            open_to(viewer),
        )
        .order_by(ProcessInstance.started_at.desc())
        .limit(most)
    ).all()
    visible = visible_among(session, viewer, {row.id for row in rows})
    return tuple(
        RunningCase(
            id=row.id,
            code=row.code,
            title=row.title,
            started_at=row.started_at,
            may_open=row.id in visible,
        )
        for row in rows
    )
