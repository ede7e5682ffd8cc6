"""Which units a unit stands for: itself, and those that it took over; asked by every look at roles."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select

from qms.organisation.tables import RoleAssignment, Unit

REACHED: Final = (
    select(func.unnest(func.array_prepend(Unit.id, Unit.absorbed)).label("unit"))
    .where(Unit.id == RoleAssignment.unit_id)
    .lateral("reached")
)
"""To be joined (outer, on true) behind `RoleAssignment`: a row for each unit that a role reaches.

What was made for a unit that is no more, or still will be by the data of a running case, finds its people.
"""


def standing_for(unit: UUID) -> Select[UUID]:
    """The unit and whichever took it over."""
    return select(Unit.id).where(or_(Unit.id == unit, Unit.absorbed.contains([unit])))
