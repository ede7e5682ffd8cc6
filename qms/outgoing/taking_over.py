"""Taking over the paper register of issued documents, and the list of what was sent with its receipts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id
from engine.domain.local_time import start_of_day
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.organisation.tables import Agency
from qms.outgoing.dispatch_list import PaperDispatch, dispatch_id
from qms.outgoing.dispatching import Proof
from qms.outgoing.documents import search_text
from qms.outgoing.importing import PaperDocument, gap_before, known_numbers, used_before
from qms.outgoing.keeping import require_keeper
from qms.outgoing.kinds import DocumentState
from qms.outgoing.numbering import NumberFor, take_over_number
from qms.outgoing.tables import Dispatch, OutgoingDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOverDocuments:
    """The good rows of a paper register; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    documents: Sequence[PaperDocument]
    file: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOverDispatches:
    """The good rows of a list of dispatches; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    dispatches: Sequence[PaperDispatch]
    file: UUID


class DispatchKnown(Conflict):
    """The register has the dispatch already."""

    def __init__(self) -> None:
        super().__init__(
            vi="Một lần gửi trong danh sách vừa được ghi vào sổ. Xin kiểm tra lại tệp.",
            en="A dispatch of the list has come into the register meanwhile. Check the file again.",
        )


def take_over_documents(store: Store, command: TakeOverDocuments, now: datetime) -> int:
    """Write all documents with their numbers, or none; raises NotAuthorised, NumberUsed, NumbersMissing."""
    require_keeper(command.viewer)
    agency = command.viewer.agency
    with store.transaction() as session:
        _one_at_a_time(session, agency)
        known = known_numbers(session, agency)
        for document in command.documents:
            refusal = used_before(document, known) or gap_before(document, command.documents, known)
            if refusal is not None:
                raise refusal
            _add_document(session, command.viewer, document, now)
        _audit(session, "documents.imported", command, len(command.documents), now)
    return len(command.documents)


def take_over_dispatches(store: Store, command: TakeOverDispatches, now: datetime) -> int:
    """Write all dispatches, or none; raises NotAuthorised, DispatchKnown."""
    require_keeper(command.viewer)
    agency = command.viewer.agency
    with store.transaction() as session:
        _one_at_a_time(session, agency)
        for sent in command.dispatches:
            if session.get(Dispatch, dispatch_id(agency, sent)) is not None:
                raise DispatchKnown
            session.add(
                Dispatch(
                    id=dispatch_id(agency, sent),
                    agency_id=agency,
                    document_id=sent.document,
                    deliverable=sent.deliverable,
                    year=sent.year,
                    addressee=sent.addressee,
                    channel=sent.channel.value,
                    # The day is all that is known of the moment.
                    sent_at=start_of_day(sent.sent_on),
                    received_at=start_of_day(sent.received_on),
                    proof=Proof.BY_HAND.value,
                    reference=sent.reference,
                    confirmed_by=command.viewer.person,
                )
            )
            session.flush()
        _audit(session, "dispatches.imported", command, len(command.dispatches), now)
    return len(command.dispatches)


def _one_at_a_time(session: Session, agency: UUID) -> None:
    session.execute(select(Agency.id).where(Agency.id == agency).with_for_update(key_share=True))


def _add_document(session: Session, viewer: Viewer, document: PaperDocument, now: datetime) -> None:
    agency, year = viewer.agency, document.dated_on.year
    day = start_of_day(document.dated_on)
    row = OutgoingDocument(
        id=derived_id("document taken over", agency, document.kind, year, document.number),
        agency_id=agency,
        kind=document.kind.value,
        title=document.title,
        unit_id=document.unit,
        state=DocumentState.ISSUED.value,
        content={"so_giay": True, "nguoi_ky": document.signer, "noi_nhan": list(document.recipients)},
        signed_by=document.signed_by,
        capacity="",
        signed_at=day,
        number=document.number,
        symbol=document.symbol,
        dated_on=document.dated_on,
        issued_at=day,
        revoked_reason="",
        search_text="",
        recorded_at=now,
    )
    row.search_text = search_text(row)
    session.add(row)
    session.flush()
    asked = NumberFor(
        agency=agency,
        kind=document.kind,
        symbol=document.symbol,
        title=document.title,
        dated_on=document.dated_on,
        document=row.id,
        by=viewer.person,
    )
    take_over_number(session, asked, document.number, now)


def _audit(
    session: Session, kind: str, command: TakeOverDocuments | TakeOverDispatches, count: int, now: datetime
) -> None:
    record_audit(
        session,
        kind,
        actor=Actor(person=command.viewer.person, origin=command.origin),
        agency=command.viewer.agency,
        now=now,
        data={"count": count, "file": command.file},
    )
