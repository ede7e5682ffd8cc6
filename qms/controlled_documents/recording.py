"""Taking over documents that an office issued on paper before: lines with the version in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.deadline import add_months
from engine.domain.local_time import start_of_day
from engine.domain.refusals import NotAuthorised
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.controlled_documents import lifecycle
from qms.controlled_documents.rules import REVIEW_MONTHS, VersionState
from qms.controlled_documents.tables import ControlledDocument
from qms.organisation.tables import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """One line of the office's own list, checked."""

    code: str
    name: str
    kind: str
    unit: UUID | None
    label: str
    effective_on: date
    decision_number: str
    decided_on: date
    clause: str = ""
    procedure: UUID | None = None
    review_months: int = REVIEW_MONTHS
    next_review_on: date | None = None
    """Where the list says when; else so many months after the version took effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDocuments:
    """The lines, and the stored list that they were read from."""

    viewer: Viewer
    origin: str
    entries: Sequence[DocumentEntry]
    source_file: UUID | None = None


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer keeps the list of documents."""
    return may(viewer, Power.KEEP_CONTROLLED_DOCUMENTS)


def record_documents(store: Store, command: RecordDocuments, now: datetime) -> tuple[UUID, ...]:
    """Write all lines, or none; raises NotAuthorised, DocumentCodeTaken."""
    viewer = command.viewer
    if not may_keep(viewer):
        raise NotAuthorised("ghi danh mục tài liệu", "keep the list of documents")
    with store.transaction() as session:
        # One at a time writes an agency's list, so that two who record one code both get an answer.
        session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
        rows = [_recorded(session, viewer, entry, now) for entry in command.entries]
        record_audit(
            session,
            "controlled_documents.recorded",
            actor=Actor(person=viewer.person, origin=command.origin),
            agency=viewer.agency,
            now=now,
            data={"codes": [entry.code for entry in command.entries], "source_file": command.source_file},
        )
        return tuple(row.id for row in rows)


def _recorded(session: Session, viewer: Viewer, entry: DocumentEntry, now: datetime) -> ControlledDocument:
    document = lifecycle.add_document(
        session,
        viewer.agency,
        lifecycle.NewDocument(
            code=entry.code,
            name=entry.name,
            kind=entry.kind,
            unit=entry.unit,
            procedure=entry.procedure,
            clause=entry.clause,
            review_months=entry.review_months,
        ),
        by=viewer.person,
        now=now,
    )
    version = lifecycle.open_version(session, document, label=entry.label, reason="khac", case=None, now=now)
    version.state = VersionState.IN_FORCE
    version.effective_on, version.approved_at = entry.effective_on, start_of_day(entry.decided_on)
    version.decision_number, version.decided_on = entry.decision_number, entry.decided_on
    document.next_review_on = entry.next_review_on or add_months(entry.effective_on, entry.review_months)
    session.flush()
    return document
