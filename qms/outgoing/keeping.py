"""Keeping the register of issued documents: numbers given on paper, and revocation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.calendar import WorkingCalendar
from engine.domain.errors import FieldsInvalid
from engine.domain.local_time import local_day
from engine.domain.refusals import NotAuthorised
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.organisation.tables import Agency
from qms.outgoing.kinds import DocumentKind, DocumentState, abbreviation, symbol_of, written
from qms.outgoing.numbering import NumberFor, record_number
from qms.outgoing.refusals import IssuedDocumentNotFound, NotYetIssued, ReasonMissing
from qms.outgoing.tables import OutgoingDocument

LARGEST_NUMBER: Final = 99_999
_SHORTEST_REASON: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPaperNumber:
    """A number that the clerk gave in the paper register."""

    viewer: Viewer
    origin: str
    kind: DocumentKind
    number: int
    dated_on: date
    title: str
    unit: str = ""
    """Abbreviation of the drafting unit, for the symbol of a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNumberRecorded:
    """How it stands in the register, and whether it came later than the next working day."""

    written: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeDocument:
    """An issued document that is no longer to be followed."""

    viewer: Viewer
    origin: str
    document: UUID
    reason: str


def require_keeper(viewer: Viewer) -> None:
    """Raise NotAuthorised for who does not keep the register."""
    if not may(viewer, Power.KEEP_ISSUED_DOCUMENTS):
        raise NotAuthorised("ghi sổ văn bản đi", "keep the register of issued documents")


def record_paper_number(
    store: Store, command: RecordPaperNumber, calendar: WorkingCalendar, now: datetime
) -> PaperNumberRecorded:
    """Record the number under the lock of its series.

    Raises NotAuthorised, FieldsInvalid, NumberUsed and NumbersMissing. Numbers on paper are to be recorded on
    the next working day at the latest (30/2020/NĐ-CP, Article 15); a later one is taken and told.
    """
    require_keeper(command.viewer)
    _require_whole(command, local_day(now))
    with store.transaction() as session:
        agency = session.get_one(Agency, command.viewer.agency)
        symbol = symbol_of(command.kind, abbreviation(agency.code, agency.abbreviation), command.unit)
        asked = NumberFor(
            agency=agency.id,
            kind=command.kind,
            symbol=symbol,
            title=command.title.strip(),
            dated_on=command.dated_on,
            document=None,
            by=command.viewer.person,
        )
        record_number(session, asked, command.number, now)
        stands = written(command.number, symbol)
        _audit(session, "number.recorded", command.viewer, command.origin, now, number=stands)
    until = calendar.add_working_days(command.dated_on, 1)
    return PaperNumberRecorded(written=stands, late=local_day(now) > until)


def revoke_document(store: Store, command: RevokeDocument, now: datetime) -> None:
    """Revoke it; number and files stay. Raises NotAuthorised, ReasonMissing, NotYetIssued."""
    if not may(command.viewer, Power.REVOKE_ISSUED_DOCUMENT):
        raise NotAuthorised("thu hồi văn bản", "revoke a document")
    reason = command.reason.strip()
    if len(reason) < _SHORTEST_REASON:
        raise ReasonMissing
    with store.transaction() as session:
        row = session.get(OutgoingDocument, command.document, with_for_update=True)
        if row is None or row.agency_id != command.viewer.agency:
            raise IssuedDocumentNotFound
        if row.state != DocumentState.ISSUED:
            raise NotYetIssued
        row.state, row.revoked_reason = DocumentState.REVOKED, reason
        _audit(
            session,
            "document.revoked",
            command.viewer,
            command.origin,
            now,
            document=row.id,
            number=written(row.number or 0, row.symbol),
            reason=reason,
        )


def _require_whole(command: RecordPaperNumber, today: date) -> None:
    wrong: dict[str, list[tuple[str, str]]] = {}
    if not 1 <= command.number <= LARGEST_NUMBER:
        wrong["number"] = [("Ghi số từ 1 trở lên.", "Write a number from 1.")]
    if not command.title.strip():
        wrong["title"] = [("Ghi trích yếu của văn bản.", "Give the subject of the document.")]
    if command.dated_on > today:
        wrong["dated_on"] = [("Ngày văn bản chưa đến.", "The day of the document lies ahead.")]
    if wrong:
        raise FieldsInvalid(fields=wrong)


def _audit(session: Session, kind: str, viewer: Viewer, origin: str, now: datetime, **data: object) -> None:
    record_audit(
        session,
        kind,
        actor=Actor(person=viewer.person, origin=origin),
        agency=viewer.agency,
        now=now,
        data=data,
    )
