"""Numbers of documents: one row of a kind and year, from 01, unique across paper and electronic.

A number is taken under the lock of its series, which the system's own numbers and those recorded from the
paper register share: nothing is given twice and nothing left out (30/2020/NĐ-CP, Article 15).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.execution.number_series import next_number
from engine.store.tables import NumberSeries
from qms.outgoing.kinds import DocumentKind, written
from qms.outgoing.refusals import NumbersMissing, NumberUsed
from qms.outgoing.tables import DocumentNumber


class Medium(StrEnum):
    """Where a number was given."""

    ELECTRONIC = "electronic"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFor:
    """What a number is given to."""

    agency: UUID
    kind: DocumentKind
    symbol: str
    title: str
    dated_on: date
    document: UUID | None
    by: UUID | None


def series_of_numbers(kind: DocumentKind) -> str:
    """The name of a kind's series among all series of an agency."""
    return f"VB:{kind}"


def take_number(session: Session, asked: NumberFor, now: datetime) -> int:
    """The next number of the kind in the year of the document's day; raises NumberUsed."""
    year = asked.dated_on.year
    number = next_number(session, asked.agency, series_of_numbers(asked.kind), year)
    _require_free(session, asked, year, number)
    _keep(session, asked, number, Medium.ELECTRONIC, now)
    return number


def record_number(session: Session, asked: NumberFor, number: int, now: datetime) -> None:
    """Record a number that was given on paper; raises NumberUsed and NumbersMissing.

    The first number ever recorded of a series in a year may be any: the numbers before it stand in the paper
    register that was kept until the system came.
    """
    year, series = asked.dated_on.year, series_of_numbers(asked.kind)
    awaited = next_number(session, asked.agency, series, year)
    _require_free(session, asked, year, number)
    if number < awaited:
        raise NumberUsed(written(number, asked.symbol), "sổ giấy trước khi dùng hệ thống", None)
    if number > awaited and _begun(session, asked, year):
        raise NumbersMissing(awaited, number - 1)
    session.execute(
        update(NumberSeries)
        .where(
            NumberSeries.agency_id == asked.agency, NumberSeries.series == series, NumberSeries.year == year
        )
        .values(last=number)
    )
    _keep(session, asked, number, Medium.PAPER, now)


def take_over_number(session: Session, asked: NumberFor, number: int, now: datetime) -> None:
    """Record a number of a paper register that is taken over; raises NumberUsed.

    It may lie before or behind what the series has come to, which goes on behind the highest of all. Whether
    that leaves a number out is asked before (`missing_before`), of the list as a whole.
    """
    series, year = series_of_numbers(asked.kind), asked.dated_on.year
    reached = insert(NumberSeries).values(agency_id=asked.agency, series=series, year=year, last=number)
    # Also the lock of the series: nobody takes a number of it until this is written.
    session.execute(
        reached.on_conflict_do_update(
            index_elements=["agency_id", "series", "year"],
            set_={"last": func.greatest(NumberSeries.last, reached.excluded.last)},
        )
    )
    _require_free(session, asked, year, number)
    _keep(session, asked, number, Medium.PAPER, now)


def missing_before(number: int, last: int, listed: Collection[int]) -> tuple[int, int] | None:
    """The first run of numbers between the last of a series and this one that is not listed either."""
    first = next((each for each in range(last + 1, number) if each not in listed), None)
    if first is None:
        return None
    following = next(each for each in range(first, number + 1) if each in listed or each == number)
    return first, following - 1


def _begun(session: Session, asked: NumberFor, year: int) -> bool:
    return session.scalar(_taken(asked, year).limit(1)) is not None


def _require_free(session: Session, asked: NumberFor, year: int, number: int) -> None:
    holder = session.scalars(_taken(asked, year).where(DocumentNumber.number == number)).one_or_none()
    if holder is not None:
        raise NumberUsed(written(number, holder.symbol), holder.title, holder.dated_on)


def _taken(asked: NumberFor, year: int) -> Select[DocumentNumber]:
    return select(DocumentNumber).where(
        DocumentNumber.agency_id == asked.agency,
        DocumentNumber.series == asked.kind.value,
        DocumentNumber.year == year,
    )


def _keep(session: Session, asked: NumberFor, number: int, medium: Medium, now: datetime) -> None:
    year = asked.dated_on.year
    session.add(
        DocumentNumber(
            id=derived_id("document number", asked.agency, asked.kind, year, number),
            agency_id=asked.agency,
            series=asked.kind.value,
            year=year,
            number=number,
            symbol=asked.symbol,
            medium=medium.value,
            document_id=asked.document,
            title=asked.title,
            dated_on=asked.dated_on,
            taken_at=now,
            taken_by=asked.by,
        )
    )
    session.flush()
