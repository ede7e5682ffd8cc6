"""Questions to the registers that several judges ask."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Select

from qms.audits.units import units_on
from qms.obligations.standing import Year


def units(year: Year) -> tuple[UUID, ...]:
    """The units that are there on the day."""
    return tuple(unit.id for unit in units_on(year.session, year.agency, year.last))


def number(year: Year, query: Select[int]) -> int:
    """A count; 0 where nothing is found."""
    return year.session.scalar(query) or 0


def first(year: Year, query: Select[*tuple[Any, ...]]) -> Any:
    """The first row, None where there is none."""
    return year.session.execute(query.limit(1)).first()
