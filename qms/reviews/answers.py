"""Values of a case as the room of reviews reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.reviews.refusals import ReviewNotFound
from qms.reviews.rules import Attendance, DecisionKind, ReviewItem
from qms.reviews.tables import ManagementReview


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceRow:
    """A row of the table of attendance."""

    person: UUID
    came: Attendance
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A row of the table of tasks."""

    what: str
    kind: DecisionKind
    owner: UUID
    due_on: date
    way: str
    """tu_lam: the owner does it; p05: a document is changed."""


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def review_of(call: OperatorCall) -> ManagementReview:
    """The review of the call's `ma_xem_xet`, locked; raises ReviewNotFound for one of another case."""
    named = parse_id(str(call.parameters.get("ma_xem_xet") or ""))
    row = None if named is None else session_of(call).get(ManagementReview, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise ReviewNotFound
    return row


def day_of(value: Value) -> date | None:
    """A day; None where there is none."""
    return value if isinstance(value, date) else None


def records(value: Value) -> list[Mapping[str, Value]]:
    """The records of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def presence(value: Value) -> tuple[PresenceRow, ...]:
    """The rows of the table of attendance."""
    found = (
        (parse_id(str(row.get("dd_nguoi") or "")), Attendance(str(row["dd_co_mat"])), row)
        for row in records(value)
    )
    return tuple(
        PresenceRow(person=person, came=came, note=str(row.get("dd_ghi_chu") or ""))
        for person, came, row in found
        if person is not None
    )


def tasks_given(value: Value) -> tuple[TaskRow, ...]:
    """The rows of the table of tasks; the form has asked for owner and date."""
    found = (
        (row, parse_id(str(row.get("viec_nguoi") or "")), day_of(row.get("viec_han")))
        for row in records(value)
    )
    return tuple(
        TaskRow(
            what=str(row["viec_noi_dung"]),
            kind=DecisionKind(str(row["viec_loai"])),
            owner=owner,
            due_on=due_on,
            way=str(row.get("viec_cach") or "tu_lam"),
        )
        for row, owner, due_on in found
        if owner is not None and due_on is not None
    )


def each_item(prefix: str, values: Mapping[str, Value]) -> dict[ReviewItem, str]:
    """The texts of all inputs out of fields named by their letters."""
    return {item: str(values.get(f"{prefix}_{item}") or "").strip() for item in ReviewItem}
