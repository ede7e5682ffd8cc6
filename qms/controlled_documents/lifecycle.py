"""The life of a version, written row by row: opened, handed in, approved by a decision, in force, ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.deadline import add_months
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.store.tables import ProcessInstance
from qms.controlled_documents.rules import (
    IN_THE_MAKING,
    MOVES,
    REVIEW_MONTHS,
    ChangeUnderWay,
    ControlledDocumentNotFound,
    DecisionMissing,
    DocumentCodeTaken,
    NothingInForce,
    NotYetEffective,
    RequestKind,
    VersionNotThere,
    VersionState,
    VersionTaken,
    searchable,
)
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.controlled_documents.usable import version_in_use
from qms.outgoing.kinds import written
from qms.outgoing.tables import OutgoingDocument

SIGNED_AND_NUMBERED: Final = frozenset({"issued"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    """A line for the list of internal documents."""

    code: str
    name: str
    kind: str
    unit: UUID | None
    procedure: UUID | None = None
    model_key: str = ""
    clause: str = ""
    review_months: int = REVIEW_MONTHS


def locked_document(session: Session, agency: UUID, document: UUID | None) -> ControlledDocument:
    """The line, locked: who changes versions of a document waits for whoever does; raises NotFound."""
    row = None if document is None else session.get(ControlledDocument, document, with_for_update=True)
    if row is None or row.agency_id != agency:
        raise ControlledDocumentNotFound
    return row


def add_document(
    session: Session, agency: UUID, new: NewDocument, *, by: UUID | None, now: datetime
) -> ControlledDocument:
    """Write a line; raises DocumentCodeTaken."""
    held = select(ControlledDocument.id).where(
        ControlledDocument.agency_id == agency, func.upper(ControlledDocument.code) == new.code.upper()
    )
    if session.scalar(held.limit(1)) is not None:
        raise DocumentCodeTaken(new.code)
    row = ControlledDocument(
        id=derived_id("controlled document", agency, new.code.upper()),
        agency_id=agency,
        code=new.code,
        name=new.name,
        kind=new.kind,
        unit_id=new.unit,
        procedure_id=new.procedure,
        model_key=new.model_key,
        clause=new.clause,
        review_months=new.review_months,
        next_review_on=None,
        search_text=searchable(new.code, new.name, new.kind),
        recorded_at=now,
        recorded_by=by,
    )
    session.add(row)
    session.flush()
    return row


def refuse_second_change(session: Session, document: ControlledDocument, case: UUID | None = None) -> None:
    """Raise ChangeUnderWay where another case is at a version of the document, or at its withdrawal."""
    found = session.execute(
        select(ControlledVersion.instance_id, ProcessInstance.code)
        .outerjoin(ProcessInstance, ProcessInstance.id == ControlledVersion.instance_id)
        .where(
            ControlledVersion.document_id == document.id,
            ControlledVersion.state.in_([*IN_THE_MAKING, VersionState.APPROVED]),
        )
    )
    for other, code in found:
        if other != case:
            raise ChangeUnderWay(document.code, code or "–")


def open_version(
    session: Session,
    document: ControlledDocument,
    *,
    label: str,
    reason: str,
    case: UUID | None,
    now: datetime,
) -> ControlledVersion:
    """A draft; raises ChangeUnderWay, VersionTaken."""
    refuse_second_change(session, document, case)
    if label in labels_of(session, document.id):
        raise VersionTaken(document.code, label)
    row = ControlledVersion(
        id=derived_id("controlled version", document.id, label),
        agency_id=document.agency_id,
        document_id=document.id,
        label=label,
        state=VersionState.DRAFT,
        reason=reason,
        summary="",
        effective_on=None,
        ended_on=None,
        file_id=None,
        model_version_id=None,
        decision_id=None,
        ended_by=None,
        decision_number="",
        decided_on=None,
        approved_by=None,
        approved_at=None,
        instance_id=case,
        recorded_at=now,
    )
    session.add(row)
    session.flush()
    return row


def labels_of(session: Session, document: UUID) -> tuple[str, ...]:
    """The labels of all versions, the oldest first, also of what was not issued."""
    return tuple(
        session.scalars(
            select(ControlledVersion.label)
            .where(ControlledVersion.document_id == document)
            .order_by(ControlledVersion.recorded_at, ControlledVersion.label)
        )
    )


def in_force(session: Session, document: UUID) -> ControlledVersion | None:
    """The one version that holds now."""
    return version_in_use(session, document)


def moved(version: ControlledVersion, to: VersionState) -> None:
    """Take the version to its next state, where that is one; a state it has already is let be."""
    now = VersionState(version.state)
    if now is to:
        return
    if to not in MOVES[now]:
        raise VersionNotThere(version.label, now)
    version.state = to


def decision_of(session: Session, case: UUID, agency: UUID, value: Mapping[str, object]) -> OutgoingDocument:
    """The decision that the case issued, by the record that its signing gave back; raises DecisionMissing."""
    try:
        named = UUID(str(value.get("id")))
    except ValueError:
        raise DecisionMissing from None
    row = session.get(OutgoingDocument, named)
    ours = row is not None and row.agency_id == agency and row.instance_id == case
    if row is None or not ours or row.state not in SIGNED_AND_NUMBERED or row.signed_by is None:
        raise DecisionMissing
    return row


def first_day(wanted: date | None, decision: OutgoingDocument, now: datetime) -> date:
    """From when it holds: as drafted, but never before the day of the decision that lets it hold."""
    decided = decision.dated_on or local_day(now)
    return decided if wanted is None else max(wanted, decided)


def approve(
    version: ControlledVersion, decision: OutgoingDocument, effective_on: date, now: datetime
) -> None:
    """The head has signed: the version may come into force on its day."""
    moved(version, VersionState.APPROVED)
    version.decision_id, version.approved_by = decision.id, decision.signed_by
    version.approved_at = decision.signed_at or now
    version.effective_on = effective_on
    version.decision_number = written(decision.number, decision.symbol) if decision.number else ""
    version.decided_on = decision.dated_on


def take_effect(
    session: Session, document: ControlledDocument, version: ControlledVersion, now: datetime
) -> date:
    """Its day has come: the old version ends and stays readable; the day of the next review.

    Raises NotYetEffective, VersionNotThere.
    """
    if version.effective_on is None or version.effective_on > local_day(now):
        raise NotYetEffective
    old = in_force(session, document.id)
    if old is not None and old.id != version.id:
        _end(old, VersionState.SUPERSEDED, version.effective_on, version.decision_id)
        session.flush()
    moved(version, VersionState.IN_FORCE)
    document.next_review_on = add_months(version.effective_on, document.review_months)
    session.flush()
    return document.next_review_on


def withdraw(
    session: Session, document: ControlledDocument, day: date, decision: UUID | None, now: datetime
) -> None:
    """No version holds any more from the day; raises NotYetEffective, NothingInForce."""
    if day > local_day(now):
        raise NotYetEffective
    old = in_force(session, document.id)
    if old is None:
        raise NothingInForce(document.code)
    _end(old, VersionState.WITHDRAWN, day, decision)
    document.next_review_on = None
    session.flush()


def _end(version: ControlledVersion, state: VersionState, day: date, decision: UUID | None) -> None:
    moved(version, state)
    # A version that was to hold later than the decision of its end never held: it ends on its first day.
    version.ended_on = max(day, version.effective_on or day)
    version.ended_by = decision


def request_kind(text: object) -> RequestKind:
    """The kind of request; a change where nothing else is said."""
    try:
        return RequestKind(str(text))
    except ValueError:
        return RequestKind.CHANGE
