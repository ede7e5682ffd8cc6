"""Service tasks over the units of an agency: which there are, and those that somebody chose among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.errors import Invalid
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from qms.organisation.tables import Unit

LIST_UNITS: Final = "organisation.list_units"
TAKE_UNITS: Final = "organisation.take_units"


class UnitsNotChosen(Invalid):
    """Nobody was chosen, or a unit that is no unit of the agency any more."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chưa chọn đơn vị nào, hoặc đơn vị đã chọn không còn thuộc cơ quan. Xin chọn lại.",
            en="No unit was chosen, or one that is no longer of the agency. Please choose again.",
        )


def unit_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        LIST_UNITS: DeclaredOperator(work=list_units, parameters={}, variables={"danh_sach_don_vi": "list"}),
        TAKE_UNITS: DeclaredOperator(
            work=take_units,
            parameters={"don_vi_chon": Parameter(type="list")},
            variables={"don_vi_duoc_hoi": "list", "ngay_gui": "date"},
        ),
    }


def list_units(call: OperatorCall) -> Value:
    """The living units of the agency as choices of a form."""
    return {"danh_sach_don_vi": [{"value": unit, "label": name} for unit, name in _units(call).items()]}


def take_units(call: OperatorCall) -> Value:
    """The chosen units with their names, and the day on which they are asked; raises UnitsNotChosen."""
    known, chosen = _units(call), call.parameters["don_vi_chon"]
    asked = [str(one) for one in chosen] if isinstance(chosen, list) else []
    if not asked or any(one not in known for one in asked):
        raise UnitsNotChosen
    return {
        "don_vi_duoc_hoi": [{"id": one, "ten": known[one]} for one in asked],
        "ngay_gui": local_day(call.now),
    }


def _units(call: OperatorCall) -> dict[str, str]:
    """Name by id, in the order of the agency's list."""
    day = local_day(call.now)
    rows = cast("Session", call.session).execute(
        select(Unit.id, Unit.name)
        .where(
            Unit.agency_id == call.agency,
            or_(Unit.valid_from.is_(None), Unit.valid_from <= day),
            or_(Unit.valid_to.is_(None), Unit.valid_to > day),
        )
        .order_by(Unit.position, Unit.name)
    )
    return {str(row.id): row.name for row in rows}
