"""Telling P13 that a member leaves or moves, or that units or agencies change: in the same transaction."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.domain.values import Value, dump_values
from engine.execution.messages import Sender, add_messages, message_row
from qms.committee.members import members_on
from qms.committee.rules import START, CheckReason
from qms.delegation.hand_over import hand_over_of


def tell_of_person(
    session: Session,
    *,
    agency: UUID,
    person: UUID,
    what: str,
    event_on: date,
    decision: str,
    actor: Actor,
    now: datetime,
) -> bool:
    """Begin a look at the committee where the person belongs to it; to be called before roles end.

    What the person holds goes along, since held tasks are back with their group before anybody looks.
    """
    found = next((one for one in members_on(session, agency, event_on) if one.person == person), None)
    if found is None:
        return False
    values: dict[str, Value] = {
        "ly_do": CheckReason.PEOPLE.value,
        "noi_dung": f"{found.name} {what} (Quyết định {decision})",
        "nguoi": str(person),
        "ngay_su_kien": event_on,
        "viec_dang_giu": _held(session, person, event_on),
    }
    _tell(session, agency, (str(person),), event_on, decision, values, actor, now)
    return True


def tell_of_organisation_change(
    session: Session,
    *,
    agency: UUID,
    units: Collection[UUID] | None,
    what: str,
    event_on: date,
    decision: str,
    actor: Actor,
    now: datetime,
) -> bool:
    """The same for units that end (where members belong to them), or, without units, for a whole agency."""
    concerned = members_on(session, agency, event_on)
    if units is not None and not any(one.unit in units for one in concerned):
        return False
    values: dict[str, Value] = {
        "ly_do": CheckReason.ORGANISATION.value,
        "noi_dung": f"{what} (Quyết định {decision})",
        "nguoi": None,
        "ngay_su_kien": event_on,
        "viec_dang_giu": [],
    }
    keys = ("agency",) if units is None else tuple(sorted(str(each) for each in units))
    _tell(session, agency, keys, event_on, decision, values, actor, now)
    return True


def _held(session: Session, person: UUID, day: date) -> list[Value]:
    found = hand_over_of(session, person, day)
    return [
        {
            "id": str(task.task),
            "ten": task.name,
            "ho_so": task.case_code,
            "rieng": task.personal,
            "nguoi": str(person),
            "ten_nguoi": found.name,
        }
        for task in (*found.personal, *found.claimed)
    ]


def _tell(
    session: Session,
    agency: UUID,
    concerned: Collection[str],
    event_on: date,
    decision: str,
    values: dict[str, Value],
    actor: Actor,
    now: datetime,
) -> None:
    sender = Sender(agency=agency, instance=None, element=None, person=actor.person, origin=actor.origin)
    # Derived from the event: a change that is carried out again begins nothing anew.
    message = derived_id("committee event", agency, ",".join(concerned), event_on.isoformat(), decision)
    row = message_row(sender, message, name=START, key=None, payload=dump_values(values), now=now)
    add_messages(session, [row])
