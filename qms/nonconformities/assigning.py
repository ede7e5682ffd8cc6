"""Who does the unit's part of a slip where the unit has nobody in the usual role."""

from __future__ import annotations

from typing import Final, cast
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import Directory, OperatorCall
from qms.nonconformities.slips import locked_slip
from qms.organisation.roles import Role

HEAD_HANDLES: Final = "đơn vị chưa có chuyên viên, lãnh đạo đơn vị xử lý"
SECRETARY_HANDLES: Final = "đơn vị chưa có chuyên viên và lãnh đạo, Thư ký ISO xử lý"


def who_handles(directory: Directory, call: OperatorCall) -> Value:
    """The officers of the unit; else its head, else the ISO secretary, by name and with a note.

    Who approves a minor slip is the head of the unit, but never who analyses it: then, and where the unit has
    no head, it is the head of the steering committee, else the head of the agency.
    """
    session, day = cast("Session", call.session), local_day(call.now)
    row = locked_slip(session, call.agency, call.parameters["ma_phieu"])
    unit = UUID(str(call.parameters["don_vi"]))

    def holding(role: Role, within: UUID | None = None) -> tuple[UUID, ...]:
        return directory.holders(session, row.agency_id, role, within, day)

    heads = holding(Role.UNIT_HEAD, unit)
    person, note = None, None
    if not holding(Role.OFFICER, unit):
        person = next(iter((*heads, *holding(Role.ISO_SECRETARY))), None)
        note = HEAD_HANDLES if heads else SECRETARY_HANDLES
    approver = None
    if not set(heads) - {person}:
        above = (*holding(Role.STEERING_HEAD), *holding(Role.AGENCY_HEAD))
        approver = next((one for one in above if one != person), None)
    return {"nguoi_xu_ly": _text(person), "nguoi_duyet_thay": _text(approver), "ghi_chu_phan_cong": note}


def _text(key: UUID | None) -> str | None:
    return None if key is None else str(key)
