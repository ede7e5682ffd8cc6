"""The decision and the receipt of an imported publication, as the registers of documents hold them."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.identifiers import derived_id
from engine.domain.local_time import start_of_day
from qms.organisation.tables import Agency
from qms.outgoing.dispatching import Channel, Proof
from qms.outgoing.documents import search_text
from qms.outgoing.kinds import DocumentKind, DocumentState
from qms.outgoing.numbering import NumberFor, take_over_number
from qms.outgoing.tables import Dispatch, DocumentNumber, OutgoingDocument
from qms.publications.importing import EarlierPublication

_DEPARTMENT: Final = "Sở Khoa học và Công nghệ"
_NOTICE: Final = "QD_CONG_BO"


def keep_decision(session: Session, viewer: Viewer, told: EarlierPublication, now: datetime) -> UUID:
    """The decision in the register of issued documents; entered where its number was not there yet.

    The number then stands in the series as one of the paper register, and the system's own go on behind it.
    """
    year = told.decided_on.year
    number = session.scalars(
        select(DocumentNumber)
        .where(
            DocumentNumber.agency_id == viewer.agency,
            DocumentNumber.series == DocumentKind.DECISION,
            DocumentNumber.year == year,
            DocumentNumber.number == told.number,
        )
        .with_for_update()
    ).one_or_none()
    if number is not None and number.document_id is not None:
        return number.document_id
    row = _decision(viewer.agency, told, number.title if number is not None else "", now)
    session.add(row)
    session.flush()
    if number is not None:
        number.document_id = row.id
    else:
        asked = NumberFor(
            agency=viewer.agency,
            kind=DocumentKind.DECISION,
            symbol=told.symbol,
            title=row.title,
            dated_on=told.decided_on,
            document=row.id,
            by=viewer.person,
        )
        take_over_number(session, asked, told.number, now)
    session.flush()
    return row.id


def keep_receipt(session: Session, viewer: Viewer, told: EarlierPublication, decision: UUID) -> UUID:
    """The notice to the Department with its receipt, as the list tells it."""
    if told.sent_on is None or told.received_on is None:
        raise TypeError(told.ordinal)
    agency = session.get_one(Agency, viewer.agency)
    department = session.get(Agency, agency.overseen_by) if agency.overseen_by else None
    row = Dispatch(
        id=derived_id("dispatch imported", viewer.agency, "publication", told.ordinal),
        agency_id=viewer.agency,
        document_id=decision,
        deliverable=_NOTICE,
        year=told.sent_on.year,
        addressee=department.name if department else _DEPARTMENT,
        channel=Channel.PAPER.value,
        sent_at=start_of_day(told.sent_on),
        sent_by=None,
        received_at=start_of_day(told.received_on),
        proof=Proof.BY_HAND.value,
        reference=told.receipt,
        confirmed_by=viewer.person,
    )
    session.add(row)
    session.flush()
    return row.id


def _decision(agency: UUID, told: EarlierPublication, title: str, now: datetime) -> OutgoingDocument:
    """The decision without its text: the paper itself stays where it is kept."""
    signed = start_of_day(told.decided_on)
    row = OutgoingDocument(
        id=derived_id("decision imported", agency, told.decided_on.year, told.number),
        agency_id=agency,
        kind=DocumentKind.DECISION.value,
        title=title or f"Về việc công bố hệ thống quản lý chất lượng phù hợp {told.standard}",
        state=DocumentState.ISSUED.value,
        content={"so_giay": True},
        capacity="",
        signed_at=signed,
        number=told.number,
        symbol=told.symbol,
        dated_on=told.decided_on,
        issued_at=signed,
        revoked_reason="",
        search_text="",
        recorded_at=now,
    )
    row.search_text = search_text(row)
    return row
