"""Telling P10 that the QMS reaches further or less far: a procedure entered it, units or agencies changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.domain.values import dump_values
from engine.execution.messages import Sender, add_messages, message_row
from qms.documents.catalogue import ProcedureLevel
from qms.documents.catalogue_changes import SCOPE_CHANGED
from qms.documents.tables import Procedure
from qms.publications.register import latest_published, lines_in_scope
from qms.publications.rules import Trigger
from qms.publications.scope import key


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationChanged:
    """What a decision made of units, or of agencies, and whose publication is concerned."""

    agency: UUID
    """Whose publication it is from the day on."""
    kind: str
    concerned: tuple[str, ...]
    """Ids, or codes of what was founded: the same each time that the change is carried out."""
    procedures: tuple[str, ...]
    effective_on: date
    decision: str
    told: str
    """In Vietnamese, for the register and the first step."""
    actor: Actor


def has_published(session: Session, agencies: Collection[UUID]) -> bool:
    """Whether one of the agencies has ever published a QMS; before that nothing can be published again."""
    return any(latest_published(session, agency) is not None for agency in agencies)


def entered_scope(session: Session, procedure: UUID | None, day: date) -> tuple[str, ...]:
    """The code of an administrative procedure that holds on the day and that the publication does not name.

    Empty where nothing has been published yet.
    """
    row = session.get(Procedure, procedure) if procedure else None
    if row is None or row.level == ProcedureLevel.INTERNAL or not _holds(row, day):
        return ()
    last = latest_published(session, row.agency_id)
    if last is None or key(row.code) in {key(line.code) for line in lines_in_scope(session, last.id)}:
        return ()
    return (row.code,)


def procedures_of(
    session: Session, agency: UUID, day: date, units: Collection[UUID] | None = None
) -> tuple[str, ...]:
    """The codes of the procedures that the units carry out on the day; of the whole agency without units."""
    wanted = select(Procedure.code).where(
        Procedure.agency_id == agency,
        or_(Procedure.valid_from.is_(None), Procedure.valid_from <= day),
        or_(Procedure.valid_to.is_(None), Procedure.valid_to > day),
    )
    if units is not None:
        wanted = wanted.where(Procedure.unit_id.in_(units))
    return tuple(session.scalars(wanted.order_by(Procedure.code)))


def tell_of_organisation(session: Session, changes: Iterable[OrganisationChanged], now: datetime) -> None:
    """Start a publication, or let the change go into the one being prepared (19/2014/QĐ-TTg, Art. 4, 4 c).

    A message's id follows from the change, so that one that is carried out again starts one publication.
    """
    add_messages(session, [_message(change, now) for change in changes])


def _message(change: OrganisationChanged, now: datetime) -> dict[str, object]:
    sender = Sender(
        agency=change.agency,
        instance=None,
        element=None,
        person=change.actor.person,
        origin=change.actor.origin,
    )
    message = derived_id(
        "organisation changed",
        change.agency,
        change.kind,
        ",".join(sorted(change.concerned)),
        change.effective_on.isoformat(),
        change.decision,
    )
    payload = dump_values(
        {
            "ly_do": Trigger.ORGANISATION.value,
            "thu_tuc": list(change.procedures),
            "nguon": f"{change.told} (Quyết định {change.decision})",
        }
    )
    return message_row(sender, message, name=SCOPE_CHANGED, key=None, payload=payload, now=now)


def _holds(row: Procedure, day: date) -> bool:
    return (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or row.valid_to > day)
