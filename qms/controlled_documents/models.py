"""Published models of an office in the list of documents: each version is one of a procedure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, count
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.store.session import Store
from engine.store.tables import ModelVersion
from qms.controlled_documents import lifecycle
from qms.controlled_documents.rules import DocumentKind, Reason, VersionState
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.documents.procedures import NewVersion, write_version
from qms.documents.tables import Procedure, ProcedureVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedModel:
    """What became of a draft: which version, of which procedure, by whose approval and decision."""

    agency: UUID
    version: ModelVersion
    procedure: UUID | None
    effective_from: date
    decision_number: str
    decided_on: date | None
    approver: UUID
    summary: str
    instance: UUID


def record_model_version(session: Session, model: PublishedModel, now: datetime) -> ControlledVersion:
    """Write the version of the document that the model is; in force at once where its day has come.

    Where it is a procedure of the register, that has the version too.
    """
    document = _document(session, model, now)
    label = _label(session, document, model)
    row = ControlledVersion(
        id=derived_id("controlled version", document.id, label),
        agency_id=model.agency,
        document_id=document.id,
        label=label,
        state=VersionState.APPROVED,
        reason=Reason.IMPROVEMENT,
        summary=model.summary,
        effective_on=model.effective_from,
        ended_on=None,
        file_id=None,
        model_version_id=model.version.id,
        decision_id=None,
        ended_by=None,
        decision_number=model.decision_number,
        decided_on=model.decided_on,
        approved_by=model.approver,
        approved_at=now,
        instance_id=model.instance,
        recorded_at=now,
    )
    session.add(row)
    session.flush()
    if model.procedure is not None:
        change = NewVersion(
            procedure=model.procedure,
            label=label,
            effective_on=model.effective_from,
            summary=model.summary,
            decision_number=model.decision_number,
            decided_on=model.decided_on,
            instance=model.instance,
        )
        write_version(session, change, now)
    if model.effective_from <= local_day(now):
        lifecycle.take_effect(session, document, row, now)
    return row


def _label(session: Session, document: ControlledDocument, model: PublishedModel) -> str:
    """The number of the model's version, unless the document or its procedure has had that one."""
    taken = set(lifecycle.labels_of(session, document.id))
    taken |= set(
        session.scalars(
            select(ProcedureVersion.label).where(ProcedureVersion.procedure_id == model.procedure)
        )
    )
    number = model.version.version
    candidates = chain([f"{number:02d}", f"M{number}"], (f"M{number}-{again}" for again in count(2)))
    return next(label for label in candidates if label not in taken)


def bring_next_into_force(store: Store, now: datetime) -> bool:
    """Bring one version of a model into force whose day has come; whether there was one.

    Versions of other documents wait in their case, which has a timer.
    """
    with store.transaction() as session:
        row = session.scalars(
            select(ControlledVersion)
            .where(
                ControlledVersion.state == VersionState.APPROVED,
                ControlledVersion.model_version_id.is_not(None),
                ControlledVersion.effective_on <= local_day(now),
            )
            .order_by(ControlledVersion.effective_on, ControlledVersion.recorded_at)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if row is None:
            return False
        document = lifecycle.locked_document(session, row.agency_id, row.document_id)
        lifecycle.take_effect(session, document, row, now)
        return True


def _document(session: Session, model: PublishedModel, now: datetime) -> ControlledDocument:
    """The line of the model, by its key or by the procedure that it carries out; else a new one."""
    key = model.version.key
    known = ControlledDocument.model_key == key
    if model.procedure is not None:
        of_procedure = and_(
            ControlledDocument.procedure_id == model.procedure,
            ControlledDocument.kind == DocumentKind.PROCEDURE,
            ControlledDocument.model_key == "",
        )
        known = or_(known, of_procedure)
    found = session.scalars(
        select(ControlledDocument)
        .where(ControlledDocument.agency_id == model.agency, known)
        .order_by(ControlledDocument.model_key.desc(), ControlledDocument.code)
        .with_for_update()
    ).first()
    if found is not None:
        found.model_key = key
        return found
    procedure = session.get(Procedure, model.procedure) if model.procedure else None
    new = lifecycle.NewDocument(
        code=key,
        name=model.version.name,
        kind=DocumentKind.PROCEDURE,
        unit=procedure.unit_id if procedure else None,
        procedure=model.procedure,
        model_key=key,
    )
    return lifecycle.add_document(session, model.agency, new, by=model.approver, now=now)
