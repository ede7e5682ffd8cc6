"""The service tasks of P00: open the year, start its items, list what is missing, close it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.execution.notices import notify
from engine.ports import (
    Calendars,
    Deadlines,
    DeclaredOperator,
    Directory,
    OperatorCall,
    Parameter,
    ServiceOperator,
)
from engine.store.tables import ProcessInstance
from qms.evidence.making import enter_pack
from qms.organisation.roles import Role
from qms.outgoing.documents import last_done
from qms.years.completeness import completeness, missing_of_law
from qms.years.items import done_outside, refuse_waiver, start_item, waive_item
from qms.years.opening import open_year
from qms.years.owing import BUDGET_MONTH, LISTED_ON, closing_day, owed_items
from qms.years.refusals import YearNotFound, YearUnfinished
from qms.years.reports_owed import calendar_days
from qms.years.rules import OVER, YearState
from qms.years.tables import QmsYear, YearItem

OPENING = "MoNam"
_ITEM = {"ma_viec": Parameter(type="text")}
_YEAR = {"ma_nam": Parameter(type="text")}
_TOLD = "M03"


class YearOperators:
    """The operators by the names that the model uses."""

    def __init__(self, deadlines: Deadlines, calendars: Calendars, directory: Directory) -> None:
        self._deadlines = deadlines
        self._calendars = calendars
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        return {
            "year.open": DeclaredOperator(
                work=self.open,
                parameters={
                    "nam": Parameter(type="text"),
                    "thang_du_toan": Parameter(type="number", required=False),
                },
                variables={
                    "mo_duoc": "bool",
                    "ma_nam": "text",
                    "cac_viec": "list",
                    "ngay_ra_soat": "date",
                    "ngay_dong": "date",
                },
            ),
            "year.start_item": DeclaredOperator(
                work=start_item, parameters=_ITEM, variables={"tinh_trang_viec": "text"}
            ),
            "year.waive": DeclaredOperator(
                work=waive_item, parameters={**_ITEM, "ly_do_mien": Parameter(type="text", required=False)}
            ),
            "year.refuse_waiver": DeclaredOperator(
                work=refuse_waiver,
                parameters={**_ITEM, "ly_do_duyet": Parameter(type="text", required=False)},
            ),
            "year.done_outside": DeclaredOperator(
                work=done_outside,
                parameters={
                    **_ITEM,
                    "ngay_xong": Parameter(type="date"),
                    "ket_qua_viec": Parameter(type="text"),
                },
            ),
            "year.list_missing": DeclaredOperator(
                work=self.list_missing, parameters=_YEAR, variables={"con_thieu": "text"}
            ),
            "year.check": DeclaredOperator(
                work=check, parameters=_YEAR, variables={"du_dieu_kien_dong": "bool", "con_thieu": "text"}
            ),
            "year.close": DeclaredOperator(
                work=self.close, parameters=_YEAR, variables={"ngay_dong_thuc_te": "date"}
            ),
        }

    def open(self, call: OperatorCall) -> Value:
        """Enter the year with what it owes; `mo_duoc` is false where another case was faster."""
        session, year = cast("Session", call.session), int(str(call.parameters["nam"]))
        calendar, month = self._calendars.calendar_of(call.agency), call.parameters.get("thang_du_toan")
        step = last_done(call, OPENING)
        row = open_year(
            session,
            call.agency,
            year,
            owed_items(
                self._deadlines,
                calendar,
                call.agency,
                year,
                calendar_days(session, self._deadlines, call.agency, year),
                budget_month=int(cast("int", month)) if month is not None else BUDGET_MONTH,
            ),
            instance=call.instance,
            opened_by=step.completed_by if step else None,
            now=call.now,
        )
        return {
            "mo_duoc": row is not None,
            "ma_nam": str(row.id) if row is not None else None,
            "cac_viec": [] if row is None else [_told(item) for item in _left(session, row)],
            "ngay_ra_soat": date(year, *LISTED_ON),
            "ngay_dong": closing_day(calendar, year),
        }

    def list_missing(self, call: OperatorCall) -> Value:
        """What the year still owes on 01/12, told to the head of the agency too (step E3)."""
        session, today, row = cast("Session", call.session), local_day(call.now), _year_of(call)
        lines = [_line(item, today) for item in _left(session, row)]
        found = completeness(session, call.agency, row.year, today)
        lacking = [(vi, en) for part in found.parts for vi, en in part.missing]
        if not lines and not lacking:
            return {"con_thieu": None}
        told = "\n".join((*lines, *(f"- {vi[0].upper()}{vi[1:]}." for vi, _ in lacking)))
        directory, heads = self._directory, (Role.AGENCY_HEAD, Role.ISO_SECRETARY)
        people = [
            person for role in heads for person in directory.holders(session, call.agency, role, None, today)
        ]
        notify(
            session,
            session.get_one(ProcessInstance, call.instance),
            dict.fromkeys(people),
            kind=_TOLD,
            now=call.now,
            step=f"year {row.year}",
            data={
                "step": f"Năm HTQLCL {row.year}",
                "reason": f"Đến {day_text(today)} năm {row.year} còn {len(lines)} việc chưa xong,"
                f" {len(lacking)} nội dung chưa có.",
                "reason_en": f"On {day_text(today)} the year {row.year} still owes {len(lines)} items;"
                f" {len(lacking)} points are missing.",
            },
        )
        return {"con_thieu": told}

    def close(self, call: OperatorCall) -> Value:
        """Close the year and have its file made; raises YearUnfinished without an audit and a review."""
        session, today, row = cast("Session", call.session), local_day(call.now), _year_of(call)
        lacking = missing_of_law(completeness(session, call.agency, row.year, today))
        if lacking:
            raise YearUnfinished(lacking)
        asked_by = self._reader(session, call.agency, today)
        if asked_by is not None:
            row.pack_id = enter_pack(session, Actor.system(), call.agency, row.year, asked_by, call.now)
        row.state, row.closed_at = YearState.CLOSED, call.now
        return {"ngay_dong_thuc_te": today}

    def _reader(self, session: Session, agency: UUID, today: date) -> UUID | None:
        """In whose name the file is made: the secretary, else the head."""
        for role in (Role.ISO_SECRETARY, Role.AGENCY_HEAD):
            holders = self._directory.holders(session, agency, role, None, today)
            if holders:
                return holders[0]
        return None


def check(call: OperatorCall) -> Value:
    """Whether the year may be closed, and what the law still asks for."""
    session, row = cast("Session", call.session), _year_of(call)
    lacking = missing_of_law(completeness(session, call.agency, row.year, local_day(call.now)))
    told = "\n".join(f"- {vi[0].upper()}{vi[1:]}." for vi, _ in lacking)
    return {"du_dieu_kien_dong": not lacking, "con_thieu": told or None}


def _year_of(call: OperatorCall) -> QmsYear:
    session = cast("Session", call.session)
    row = session.scalars(
        select(QmsYear)
        .where(QmsYear.agency_id == call.agency, QmsYear.instance_id == call.instance)
        .with_for_update()
    ).one_or_none()
    if row is None or str(row.id) != call.parameters["ma_nam"]:
        raise YearNotFound
    return row


def _left(session: Session, row: QmsYear) -> list[YearItem]:
    """The items that are not over, by the day on which they start."""
    return list(
        session.scalars(
            select(YearItem)
            .where(YearItem.year_id == row.id, YearItem.state.not_in(OVER))
            .order_by(YearItem.starts_on, YearItem.process, YearItem.subject)
        )
    )


def _told(item: YearItem) -> dict[str, Value]:
    return {
        "id": str(item.id),
        "ten": item.name,
        "quy_trinh": item.process,
        "bat_dau": item.starts_on,
        "han": item.target_due or item.legal_due or item.starts_on,
        "can_cu": item.basis,
    }


def _line(item: YearItem, today: date) -> str:
    due = item.legal_due or item.target_due
    late = " – quá hạn" if due is not None and due < today else ""
    return f"- {item.name}" + (f", hạn {day_text(due)}{late}" if due else "")
