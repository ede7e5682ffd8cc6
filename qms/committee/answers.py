"""Values of a case as the room of the committee reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.committee.refusals import CheckNotFound
from qms.committee.rules import Seat
from qms.committee.switching import SeatGiven
from qms.committee.tables import CommitteeCheck


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def check_of(call: OperatorCall) -> CommitteeCheck:
    """The check of the call's `ma_ra_soat`, locked; raises CheckNotFound for one of another case."""
    named = parse_id(str(call.parameters.get("ma_ra_soat") or ""))
    row = None if named is None else session_of(call).get(CommitteeCheck, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise CheckNotFound
    return row


def day_of(value: Value) -> date | None:
    """A day; None where there is none."""
    return value if isinstance(value, date) else None


def records(value: Value) -> list[Mapping[str, Value]]:
    """The records of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def seats_given(value: Value) -> tuple[SeatGiven, ...]:
    """The rows of the proposed list that name a person."""
    found = ((parse_id(str(row.get("bcd_nguoi") or "")), row) for row in records(value))
    return tuple(
        SeatGiven(person=person, post=str(row.get("bcd_chuc_vu") or ""), seat=Seat(str(row["bcd_vai_tro"])))
        for person, row in found
        if person is not None and row.get("bcd_vai_tro")
    )


def tasks_given(value: Value) -> dict[UUID, UUID]:
    """Task to receiver, as the form of the hand-over says."""
    pairs = (
        (parse_id(str(row.get("bg_viec") or "")), parse_id(str(row.get("bg_nguoi") or "")))
        for row in records(value)
    )
    return {task: person for task, person in pairs if task is not None and person is not None}
