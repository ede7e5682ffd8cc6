"""Proposing that an item of the year does not apply; the head decides in the case of the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.identifiers import fresh_id
from engine.domain.refusals import NotAuthorised
from engine.domain.values import dump_values
from engine.execution.history import record_audit
from engine.execution.messages import Sender, add_messages, message_row
from engine.store.session import Store
from qms.years.refusals import ItemIsOver, WaiverUnderWay, WaiverWithoutReason, YearItemNotFound
from qms.years.rules import OVER, WAIVER
from qms.years.tables import YearItem

LEAST_REASON: Final = 10
"""Letters of a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeWaiver:
    """The item and why it does not apply this year."""

    viewer: Viewer
    origin: str
    item: UUID
    reason: str


def may_propose_waivers(viewer: Viewer) -> bool:
    """Whether the viewer keeps the year of the agency."""
    return may(viewer, Power.KEEP_YEAR)


def propose_waiver(store: Store, command: ProposeWaiver, now: datetime) -> None:
    """Lay the proposal before the head of the agency.

    Raises NotAuthorised, YearItemNotFound, ItemIsOver, WaiverUnderWay and WaiverWithoutReason.
    """
    viewer, reason = command.viewer, " ".join(command.reason.split())
    if not may_propose_waivers(viewer):
        raise NotAuthorised("đề nghị việc của năm không áp dụng", "propose that an item does not apply")
    if len(reason) < LEAST_REASON:
        raise WaiverWithoutReason
    actor = Actor(person=viewer.person, origin=command.origin)
    with store.transaction() as session:
        item = session.get(YearItem, command.item, with_for_update=True)
        if item is None or item.agency_id != viewer.agency:
            raise YearItemNotFound
        if item.state in OVER:
            raise ItemIsOver
        if item.proposed_at is not None:
            raise WaiverUnderWay
        item.proposal, item.proposed_by, item.proposed_at, item.answer = reason, viewer.person, now, ""
        sender = Sender(
            agency=viewer.agency, instance=None, element=None, person=viewer.person, origin=command.origin
        )
        payload = dump_values({"ly_do_mien": reason, "nguoi_de_nghi": str(viewer.person)})
        row = message_row(sender, fresh_id(), name=WAIVER, key=str(item.id), payload=payload, now=now)
        add_messages(session, [row])
        told = {"item": item.id, "process": item.process, "subject": item.subject, "reason": reason}
        record_audit(session, "year.waiver_proposed", actor=actor, agency=viewer.agency, now=now, data=told)
