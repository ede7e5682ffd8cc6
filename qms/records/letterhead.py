"""The names at the head of an agency's documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from qms.organisation.tables import Agency

_LAST_MONTH_WITH_ZERO = 2
_FIRST_DAY_WITHOUT_ZERO = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who issues, under whom, and where; the last two may be empty."""

    agency: str
    superior: str
    place: str


def letterhead(session: Session, agency: UUID) -> Letterhead:
    """The head of an agency's documents."""
    above = aliased(Agency)
    row = session.execute(
        select(Agency.name, above.name.label("superior"), Agency.province)
        .outerjoin(above, above.id == Agency.parent_id)
        .where(Agency.id == agency)
    ).one()
    return Letterhead(agency=row.name, superior=row.superior or "", place=row.province)


def place_and_day(place: str, day: date) -> str:
    """As Nghị định 30/2020/NĐ-CP writes it: days below 10 and the months 1 and 2 with a zero before them."""
    days = f"{day.day:02}" if day.day < _FIRST_DAY_WITHOUT_ZERO else str(day.day)
    month = f"{day.month:02}" if day.month <= _LAST_MONTH_WITH_ZERO else str(day.month)
    written = f"ngày {days} tháng {month} năm {day.year}"
    return f"{place}, {written}" if place else f"Ngày{written[4:]}"
