"""The readings of a legal update in the register of readings, beside those of every other document."""

from __future__ import annotations

from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.ports import OperatorCall
from engine.store.tables import Task
from qms.controlled_documents.tables import ReadConfirmation

READING: Final = "DocVaXacNhan"
EXCUSED: Final = "ly_do_chinh_dang"


def give_to_read(call: OperatorCall, until: date) -> None:
    """A line for everyone who has to read of the changes, once a case."""
    readers = call.variables.get("nguoi_pho_bien")
    subject = f"Thay đổi quy trình theo văn bản {call.variables.get('so_ky_hieu') or ''}".strip()
    for reader in readers if isinstance(readers, list) else []:
        person = parse_id(str(reader.get("id"))) if isinstance(reader, dict) else None
        if person is None:
            continue
        line = insert(ReadConfirmation).values(
            id=derived_id("reading of update", call.instance, person),
            agency_id=call.agency,
            instance_id=call.instance,
            subject=subject,
            person_id=person,
            given_at=call.now,
            due_on=until,
            closed_as="",
            note="",
        )
        _session(call).execute(line.on_conflict_do_nothing())


def close_readings(call: OperatorCall) -> None:
    """Who confirmed when, who did not in time, and who was excused with which words."""
    session = _session(call)
    done: dict[UUID, Task] = {
        step.completed_by: step
        for step in session.scalars(
            select(Task).where(Task.instance_id == call.instance, Task.element_id == READING)
        )
        if step.completed_by is not None
    }
    dealt = call.variables.get("nguoi_da_xu_ly")
    named = {str(one) for one in dealt} if isinstance(dealt, list) else set()
    excused = call.variables.get("bien_phap_chua_doc") == EXCUSED
    for row in session.scalars(
        select(ReadConfirmation).where(
            ReadConfirmation.instance_id == call.instance, ReadConfirmation.closed_as == ""
        )
    ):
        step, ticked = done.get(row.person_id), str(row.person_id) in named
        if step is not None:
            row.confirmed_at, row.closed_as = step.completed_at, "da_doc"
            continue
        row.closed_as = "mien" if ticked and excused else "qua_han"
        row.note = str(call.variables.get("ghi_chu_chua_doc") or "") if ticked else ""


def _session(call: OperatorCall) -> Session:
    return cast("Session", call.session)
