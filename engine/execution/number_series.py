"""Numbers of a series of an agency and year, without gaps."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.store.rows import Statement
from engine.store.tables import NumberSeries

_NUMBER: Final = Statement(
    insert(NumberSeries)
    .values(agency_id=bindparam("agency"), series=bindparam("series"), year=bindparam("year"), last=1)
    .on_conflict_do_update(
        index_elements=["agency_id", "series", "year"], set_={"last": NumberSeries.last + 1}
    )
    .returning(NumberSeries.last)
)


def next_number(session: Session, agency: UUID, series: str, year: int) -> int:
    """The next number of a series of the agency and year; gap-free, since it commits with its use."""
    (number,) = _NUMBER.run(session, agency=agency, series=series, year=year).fetchone() or (0,)
    return int(number)
