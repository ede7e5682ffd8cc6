"""The slips of nonconformity that are not over, by their age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.dashboard.scope import Scope
from qms.nonconformities.rules import ENDED, NonconformityState
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Unit


class Age(StrEnum):
    """Calendar days since it was found."""

    MONTH = "den_30"
    TWO_MONTHS = "den_60"
    QUARTER = "den_90"
    OLDER = "tren_90"


_UP_TO: Final = ((30, Age.MONTH), (60, Age.TWO_MONTHS), (90, Age.QUARTER))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSlip:
    """One of them."""

    id: UUID
    code: str
    description: str
    state: NonconformityState
    unit_name: str
    found_on: date
    due_on: date | None
    days: int

    @property
    def age(self) -> Age:
        """How old it is."""
        return next((age for most, age in _UP_TO if self.days <= most), Age.OLDER)


def open_slips(
    session: Session, viewer: Viewer, scope: Scope, today: date, age: Age | None = None
) -> tuple[OpenSlip, ...]:
    """The oldest first."""
    statement = (
        select(
            Nonconformity.id,
            Nonconformity.code,
            Nonconformity.description,
            Nonconformity.state,
            Unit.name,
            Nonconformity.found_on,
            Nonconformity.due_on,
        )
        .outerjoin(Unit, Unit.id == Nonconformity.unit_id)
        .where(Nonconformity.agency_id == viewer.agency, Nonconformity.state.not_in(ENDED))
        .order_by(Nonconformity.found_on, Nonconformity.code)
    )
    if scope.units is not None:
        statement = statement.where(Nonconformity.unit_id.in_(scope.units))
    found = (
        OpenSlip(
            id=row.id,
            code=row.code,
            description=row.description,
            state=NonconformityState(row.state),
            unit_name=row.name or "",
            found_on=row.found_on,
            due_on=row.due_on,
            days=(today - row.found_on).days,
        )
        for row in session.execute(statement)
    )
    return tuple(slip for slip in found if age is None or slip.age is age)


def by_age(slips: Sequence[OpenSlip]) -> Mapping[Age, int]:
    """How many of each age."""
    return {age: sum(slip.age is age for slip in slips) for age in Age}
