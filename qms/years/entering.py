"""How a case takes its place in the year and leaves it: first and last step of every yearly process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from qms.exchange.files import bring_files
from qms.years.tables import QmsYear, YearItem

ENTER: Final = "year.enter"
LEAVE: Final = "year.leave"
DONE: Final = "Viec_nam_xong"
"""The message by which a yearly process tells P00 that it has ended; its key is the id of the year's item."""


class ItemState(StrEnum):
    """How far a thing of the year is."""

    WAITING = "cho"
    RUNNING = "dang_lam"
    DONE = "xong"
    WAIVED = "khong_ap_dung"


def start_message(process: str) -> str:
    """The message that starts a yearly process: P01 starts on `P01_bat_dau`.

    Carries `ma_viec_nam` (id of the year's item), `nam`, `chu_de` (which of several of one process: the type
    of a report; else empty) and `han_viec_nam` (the last day, or null).
    """
    return f"{process}_bat_dau"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The place of a case in the year; `item` is an id that nobody waits for where the year owes nothing."""

    item: UUID
    year: int
    due_on: date | None


def enter_year(
    session: Session, call: OperatorCall, *, process: str, subject: str, year: int, item: UUID | None
) -> Place:
    """Take the year's item for this case: the one named, or the one of its kind that nobody has begun."""
    row = _named(session, call, item) or _waiting(session, call, process, subject, year)
    if row is None:
        # Begun by hand, beside what the year owes.
        return Place(item=derived_id("no item of the year", call.instance), year=year, due_on=None)
    if row.state in (ItemState.WAITING, ItemState.RUNNING):
        row.state, row.instance_id, row.started_at = ItemState.RUNNING, call.instance, call.now
    return Place(item=row.id, year=_year_of(session, row), due_on=row.legal_due)


def leave_year(session: Session, agency: UUID, item: UUID, now: datetime) -> bool:
    """Note that the item is done; False where the year owes none of that id, or had done with it before."""
    row = session.scalars(
        select(YearItem).where(YearItem.agency_id == agency, YearItem.id == item).with_for_update()
    ).first()
    if row is None or row.state not in (ItemState.WAITING, ItemState.RUNNING):
        return False
    row.state, row.done_on = ItemState.DONE, local_day(now)
    return True


def entering_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        ENTER: DeclaredOperator(
            work=_enter,
            parameters={
                "quy_trinh": Parameter(type="text"),
                "chu_de": Parameter(type="text", required=False),
                "nam": Parameter(type="number", required=False),
                "ma_viec_nam": Parameter(type="text", required=False),
            },
            variables={"ma_viec_nam": "text", "nam": "number", "han_viec_nam": "date"},
        ),
        LEAVE: DeclaredOperator(work=_leave, parameters={"ma_viec_nam": Parameter(type="text")}),
    }


def _enter(call: OperatorCall) -> Value:
    asked, year = call.parameters.get("ma_viec_nam"), call.parameters.get("nam")
    # A case that a letter of the Department began has the letter among its files.
    bring_files(cast("Session", call.session), call)
    place = enter_year(
        cast("Session", call.session),
        call,
        process=str(call.parameters["quy_trinh"]),
        subject=str(call.parameters.get("chu_de") or ""),
        year=int(cast("int", year)) if year is not None else local_day(call.now).year,
        item=parse_id(str(asked)) if asked else None,
    )
    return {"ma_viec_nam": str(place.item), "nam": place.year, "han_viec_nam": place.due_on}


def _leave(call: OperatorCall) -> Value:
    item = parse_id(str(call.parameters["ma_viec_nam"]))
    if item is not None:
        leave_year(cast("Session", call.session), call.agency, item, call.now)
    return None


def _named(session: Session, call: OperatorCall, item: UUID | None) -> YearItem | None:
    if item is None:
        return None
    return session.scalars(
        select(YearItem).where(YearItem.agency_id == call.agency, YearItem.id == item).with_for_update()
    ).first()


def _waiting(session: Session, call: OperatorCall, process: str, subject: str, year: int) -> YearItem | None:
    return session.scalars(
        select(YearItem)
        .join(QmsYear, QmsYear.id == YearItem.year_id)
        .where(
            YearItem.agency_id == call.agency,
            QmsYear.year == year,
            YearItem.process == process,
            YearItem.subject == subject,
            YearItem.state == ItemState.WAITING,
        )
        .with_for_update(of=YearItem)
    ).first()


def _year_of(session: Session, row: YearItem) -> int:
    return session.get_one(QmsYear, row.year_id).year
