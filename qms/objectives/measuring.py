"""The quarters of a year: when each is measured, its figures collected, who enters the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import Calendars, Directory, OperatorCall
from qms.objectives.answers import (
    number_of,
    number_text,
    records,
    session_of,
    whole_or_decimal,
    year_of,
)
from qms.objectives.drafting import of_case, told
from qms.objectives.indicators import figure
from qms.objectives.rules import (
    PERIOD_NAMES,
    QUARTERS,
    Aim,
    Direction,
    Evaluation,
    ObjectiveState,
    Period,
    first_day,
    last_day,
    measure_day,
    standing,
)
from qms.objectives.tables import Objective
from qms.organisation.roles import Role
from qms.organisation.tables import Person, Unit

ENTERING_WORKING_DAYS: Final = 5
SILENT: Final = "Không nhập số liệu trong hạn (im lặng)."


class Measuring:
    """What asks the calendar for the days, and the directory for who measures."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def next_period(self, call: OperatorCall) -> Value:
        """The quarter after the one measured last; at first the one whose day is still to come."""
        year, calendar = year_of(call), self._calendars.calendar_of(call.agency)
        asked = str(call.parameters.get("ky") or "")
        if asked:
            period = QUARTERS[min(QUARTERS.index(Period(asked)) + 1, len(QUARTERS) - 1)]
        else:
            today = local_day(call.now)
            coming = [one for one in QUARTERS if measure_day(calendar, year, one) >= today]
            period = coming[0] if coming else Period.Q4
        return {
            "ky": period.value,
            "ten_ky": f"{PERIOD_NAMES[period]} năm {year}",
            "ngay_do": measure_day(calendar, year, period),
        }

    def collect(self, call: OperatorCall) -> Value:
        """The figures of the system from the first of January on, and who is asked for the others."""
        session, year, period = session_of(call), year_of(call), period_of(call)
        due = _measured_in(of_case(session, call.agency, call.instance), year, period)
        figures = self._figures(session, call, due, last_day(year, period))
        by_system: list[Value] = [
            {"ma": str(row.id), "gia_tri": whole_or_decimal(figures[row.figure])} for row in due if row.figure
        ]
        calendar = self._calendars.calendar_of(call.agency)
        return {
            "so_lieu_he_thong": by_system,
            "tom_tat_so_lieu": "\n".join(
                f"{told(row)}: {number_text(figures[row.figure])}" for row in due if row.figure
            )
            or "Không có mục tiêu nào do hệ thống tính.",
            "nhom_nhap": self._groups(session, call, [row for row in due if not row.figure]),
            "han_nhap": calendar.add_working_days(local_day(call.now), ENTERING_WORKING_DAYS),
        }

    def _figures(
        self, session: Session, call: OperatorCall, due: Sequence[Objective], until: date
    ) -> dict[str, Decimal | None]:
        codes = {row.figure for row in due if row.figure}
        since = first_day(until.year, Period.Q1)
        return {code: figure(session, call.agency, code, since, until) for code in codes}

    def _groups(self, session: Session, call: OperatorCall, rows: Sequence[Objective]) -> list[Value]:
        """One task for each unit, and one for each owner of objectives of the whole agency."""
        today = local_day(call.now)
        units = {
            row.id: row.name for row in session.scalars(select(Unit).where(Unit.agency_id == call.agency))
        }
        active = set(session.scalars(select(Person.id).where(Person.agency_id == call.agency, Person.active)))
        secretaries = self._directory.holders(session, call.agency, Role.ISO_SECRETARY, None, today)
        fallback = secretaries[0] if secretaries else None
        groups: dict[tuple[UUID | None, UUID | None], list[Objective]] = {}
        for row in rows:
            owner = row.owner_id if row.owner_id in active else fallback
            key = (row.unit_id, None) if row.unit_id is not None else (None, owner)
            groups.setdefault(key, []).append(row)
        return [
            {
                "id": str(derived_id("objective_group", call.instance, str(unit), str(person))),
                "ten": units.get(unit, "") if unit else "Mục tiêu chung của cơ quan",
                "don_vi": str(unit) if unit else None,
                "nguoi": str(person) if person else None,
                "chon": [{"value": str(row.id), "label": told(row)} for row in members],
                "mau": [
                    {"do_muc_tieu": str(row.id), "do_gia_tri": None, "do_phan_tich": None} for row in members
                ],
            }
            for (unit, person), members in groups.items()
        ]


def gather(call: OperatorCall) -> Value:
    """What was collected and entered, each with where it stands, for the decision table."""
    session, year, period = session_of(call), year_of(call), period_of(call)
    given = {str(row.get("ma")): row for row in records(call.parameters.get("so_lieu_he_thong"))}
    entered = {
        str(row.get("do_muc_tieu")): row
        for group in records(call.parameters.get("cac_ket_qua"))
        for row in records(group.get("ket_qua_do"))
    }
    found: list[Value] = []
    for row in _measured_in(of_case(session, call.agency, call.instance), year, period):
        key = str(row.id)
        said = given.get(key, {}) if row.figure else entered.get(key, {})
        value = number_of(said.get("gia_tri") if row.figure else said.get("do_gia_tri"))
        at = standing(aim_of(row), value, year, period)
        analysis = str(said.get("do_phan_tich") or "").strip()
        if not row.figure and key not in entered:
            analysis = SILENT
        found.append(
            {
                "ma": key,
                "gia_tri": whole_or_decimal(value),
                "phan_tich": analysis,
                "ti_le": told_progress(at.progress),
                "den_han": at.final,
                "luy_ke": at.cumulative,
            }
        )
    return {"ds_do": found}


def told_progress(progress: Decimal | None) -> Value:
    """Progress as the decision table is told of it: cut off, so that nearly there is not there."""
    if progress is None:
        return None
    return whole_or_decimal(progress.quantize(Decimal("0.0001"), rounding=ROUND_DOWN))


def aim_of(row: Objective) -> Aim:
    """By what a value of the objective is judged."""
    return Aim(
        target=row.target,
        direction=Direction(row.direction),
        evaluation=Evaluation(row.evaluation or Evaluation.EACH_PERIOD),
        due_on=row.due_on,
    )


def _measured_in(rows: Sequence[Objective], year: int, period: Period) -> list[Objective]:
    """Those whose own day was not over before the quarter began."""
    begins = first_day(year, period)
    return [row for row in rows if row.due_on >= begins and row.state != ObjectiveState.DRAFT]


def period_of(call: OperatorCall) -> Period:
    """The quarter that the case measures."""
    return Period(str(call.parameters["ky"]))
