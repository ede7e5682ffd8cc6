"""Evidence of scope, dissemination, compliance and performance (26/2014/TT-BKHCN, Article 36, 1a to 1d)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from engine.domain.states import InstanceState
from engine.store.tables import ModelVersion, ProcessInstance
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion, ReadConfirmation
from qms.controlled_documents.usable import Use, usable
from qms.documents.tables import Procedure, ProcedureVersion
from qms.evidence.items import LineKind, Standing
from qms.evidence.lines import EvidenceLine, YearOfEvidence, files_of
from qms.outgoing.dispatching import DELIVERABLES
from qms.outgoing.kinds import DocumentKind
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.publications.tables import Publication, PublicationScope

PUBLISHED: Final = ("da_cong_bo", "bi_thay")
_PLANS: Final = ("KE_HOACH", "MTCL")


def scope(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """The publication that held on the last day, and how much of the catalogue it names."""
    held = year.session.scalars(
        select(Publication)
        .where(
            Publication.agency_id == year.agency,
            Publication.state.in_(PUBLISHED),
            Publication.published_on <= year.until,
        )
        .order_by(Publication.published_on.desc(), Publication.ordinal.desc())
        .limit(1)
    ).one_or_none()
    if held is None:
        return ()
    return (publication_line(year, held), _coverage(year, held))


def publication_line(year: YearOfEvidence, row: Publication) -> EvidenceLine:
    """A publication with its decision, its posting and the proof that the Department has it."""
    issued = year.issued([row.decision_id])
    proof = year.session.scalar(select(Dispatch.proof_file_id).where(Dispatch.id == row.dispatch_id))
    decision = issued[row.decision_id].line if row.decision_id in issued else None
    return EvidenceLine(
        kind=LineKind.PUBLICATION,
        code=decision.code if decision else f"Lần {row.ordinal}",
        title=f"Công bố lần {row.ordinal} theo {row.standard}"
        + (f", {row.web_address}" * bool(row.web_address)),
        day=row.published_on,
        standing=Standing.DONE,
        files=(*files_of(issued, row.decision_id), *year.files(row.posted_file_id, proof)),
        recorded_at=row.recorded_at,
    )


def _coverage(year: YearOfEvidence, held: Publication) -> EvidenceLine:
    named = exists().where(
        PublicationScope.publication_id == held.id,
        PublicationScope.code == Procedure.code,
        PublicationScope.change != "bo",
    )
    whole, part = year.session.execute(
        select(func.count(), func.count().filter(named)).where(
            Procedure.agency_id == year.agency,
            Procedure.level != "noi_bo",
            or_(Procedure.valid_from.is_(None), Procedure.valid_from <= year.until),
            or_(Procedure.valid_to.is_(None), Procedure.valid_to > year.until),
        )
    ).one()
    return EvidenceLine(
        kind=LineKind.SCOPE,
        code="",
        title="Thủ tục hành chính đang có trong danh mục được nêu trong lần công bố này",
        day=year.until,
        standing=Standing.COUNTED,
        part=part,
        whole=whole,
        recorded_at=held.recorded_at,
    )


def dissemination(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """Of everything that was given to read in the year how many have confirmed it."""
    rows = year.session.execute(
        select(
            ReadConfirmation.subject,
            func.min(ReadConfirmation.given_at).label("given_at"),
            func.max(ReadConfirmation.confirmed_at).label("last"),
            func.count(ReadConfirmation.confirmed_at).label("part"),
            func.count().label("whole"),
        )
        .join(ProcessInstance, ProcessInstance.id == ReadConfirmation.instance_id)
        .where(
            ReadConfirmation.agency_id == year.agency,
            ReadConfirmation.given_at >= year.begins,
            ReadConfirmation.given_at < year.ends,
            ReadConfirmation.closed_as != "mien",
            ~ProcessInstance.confidential,
        )
        .group_by(ReadConfirmation.instance_id, ReadConfirmation.subject)
        .order_by("given_at", ReadConfirmation.subject)
    )
    return [
        EvidenceLine(
            kind=LineKind.READING,
            code="",
            title=row.subject,
            day=year.day_of(row.given_at),
            standing=Standing.COUNTED,
            part=row.part,
            whole=row.whole,
            recorded_at=row.last or row.given_at,
        )
        for row in rows
    ]


def compliance(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """Controlled documents and procedures that held in the year, plans and objectives that were handed in."""
    return [*_controlled(year), *_procedures(year), *_plans(year), *_deliverables(year)]


def _controlled(year: YearOfEvidence) -> list[EvidenceLine]:
    rows = year.session.execute(
        select(ControlledDocument, ControlledVersion)
        .join(ControlledVersion, ControlledVersion.document_id == ControlledDocument.id)
        .where(
            ControlledDocument.agency_id == year.agency,
            usable(Use.EVIDENCE),
            _held_in(year, ControlledVersion),
        )
        .order_by(ControlledDocument.code, ControlledVersion.effective_on, ControlledVersion.label)
    ).all()
    issued = year.issued([version.decision_id for _document, version in rows])
    year.load_files(version.file_id for _document, version in rows)
    return [
        EvidenceLine(
            kind=LineKind.DOCUMENT,
            code=document.code,
            title=f"{document.name}, lần ban hành {version.label}",
            day=version.effective_on,
            files=(*year.files(version.file_id), *files_of(issued, version.decision_id)),
            recorded_at=version.recorded_at,
        )
        for document, version in rows
    ]


def _procedures(year: YearOfEvidence) -> list[EvidenceLine]:
    rows = year.session.execute(
        select(Procedure, ProcedureVersion)
        .join(ProcedureVersion, ProcedureVersion.procedure_id == Procedure.id)
        .where(Procedure.agency_id == year.agency, _held_in(year, ProcedureVersion))
        .order_by(Procedure.code, ProcedureVersion.effective_on, ProcedureVersion.label)
    ).all()
    return [
        EvidenceLine(
            kind=LineKind.PROCEDURE,
            code=procedure.code,
            title=f"{procedure.name}, phiên bản {version.label}"
            + (f", Quyết định {version.decision_number}" * bool(version.decision_number)),
            day=version.effective_on,
            recorded_at=version.recorded_at,
        )
        for procedure, version in rows
    ]


def _held_in(
    year: YearOfEvidence, version: type[ControlledVersion | ProcedureVersion]
) -> ColumnElement[bool]:
    """In force on some day of the year."""
    return and_(
        version.effective_on <= year.until,
        or_(version.ended_on.is_(None), version.ended_on > year.first),
    )


def _plans(year: YearOfEvidence) -> list[EvidenceLine]:
    rows = year.issued_rows(
        OutgoingDocument.kind == DocumentKind.PLAN,
        OutgoingDocument.dated_on.between(year.first, year.until),
    )
    return [year.issued_of(row).line for row in rows]


def _deliverables(year: YearOfEvidence) -> list[EvidenceLine]:
    """The plan and the objectives of the year as they were sent."""
    rows = year.session.scalars(
        select(Dispatch)
        .where(
            Dispatch.agency_id == year.agency, Dispatch.year == year.year, Dispatch.deliverable.in_(_PLANS)
        )
        .order_by(Dispatch.sent_at, Dispatch.id)
    ).all()
    return [dispatch_line(year, row) for row in rows if row.sent_at < year.ends]


def dispatch_line(year: YearOfEvidence, row: Dispatch) -> EvidenceLine:
    """Something sent, done once its receipt or a proof is there."""
    return EvidenceLine(
        kind=LineKind.DISPATCH,
        code=row.reference,
        title=f"{DELIVERABLES.get(row.deliverable, (row.deliverable,))[0]} năm {row.year},"
        f" gửi {row.addressee}",
        day=year.day_of(row.sent_at),
        standing=Standing.DONE if row.received_at is not None else Standing.OPEN,
        files=year.files(row.proof_file_id),
        recorded_at=row.received_at or row.sent_at,
    )


def performance(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """Of every process how many cases were done in the year, and how many of them in time: counts alone."""
    ended = ProcessInstance.ended_at
    in_time = or_(ProcessInstance.overdue_from.is_(None), ended < ProcessInstance.overdue_from)
    rows = year.session.execute(
        select(
            ModelVersion.key,
            func.max(ModelVersion.name).label("name"),
            func.count().filter(in_time).label("part"),
            func.count().label("whole"),
            func.max(ended).label("last"),
        )
        .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
        .where(
            ProcessInstance.agency_id == year.agency,
            ProcessInstance.state == InstanceState.COMPLETED,
            ended >= year.begins,
            ended < year.ends,
            ~ProcessInstance.confidential,
        )
        .group_by(ModelVersion.key)
        .order_by(ModelVersion.key)
    )
    return [
        EvidenceLine(
            kind=LineKind.PROCESS,
            code=row.key,
            title=row.name,
            day=year.day_of(row.last),
            standing=Standing.COUNTED,
            part=row.part,
            whole=row.whole,
            recorded_at=row.last,
        )
        for row in rows
    ]
