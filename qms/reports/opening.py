"""The beginning of a report: its line in the register, its dates, and the days of those who contribute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.calendar import WorkingCalendar
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import Deadlines, OperatorCall
from qms.organisation.tables import Agency
from qms.reports.calendar import owed
from qms.reports.calendar_seeding import DEPARTMENT
from qms.reports.refusals import ReportKindUnknown, ReportNotFound, ReportThereAlready
from qms.reports.rules import KIND_NAMES, ReportKind, ReportState
from qms.reports.tables import YearReport

CONTRIBUTED_BEFORE = 10
EDITED_BEFORE = 5
LEAST_FOR_UNITS = 3
ON_REQUEST = 10
"""Working days: units are done so many before the day of sending, the secretary so many; units have at least
so many, even where it is late already; a request that names no day leaves so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """To whom a report is owed, until when, by what."""

    addressee: str
    legal_due: date
    target_due: date
    basis: str


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def kind_of(value: Value) -> ReportKind:
    """The type of report by its code; raises ReportKindUnknown."""
    try:
        return ReportKind(str(value))
    except ValueError:
        raise ReportKindUnknown(str(value or "")) from None


def report_of(call: OperatorCall) -> YearReport:
    """The report of the call's `ma_bao_cao`, locked; raises ReportNotFound for one of another case."""
    named = parse_id(str(call.parameters.get("ma_bao_cao") or ""))
    row = None if named is None else session_of(call).get(YearReport, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise ReportNotFound
    return row


def entered_report(call: OperatorCall, deadlines: Deadlines) -> YearReport:
    """The line of this case in the register, made once; raises ReportThereAlready for a second one."""
    session, given = session_of(call), call.parameters
    key = derived_id("year_report", call.instance)
    known = session.get(YearReport, key)
    if known is not None:
        return known
    kind, year = kind_of(given["chu_de"]), int(str(given["nam"]))
    # Two begun at once meet here: the later sees the earlier.
    session.execute(select(Agency.id).where(Agency.id == call.agency).with_for_update(key_share=True))
    there = another_of(session, call.agency, kind, year)
    if there is not None:
        raise ReportThereAlready(there.title)
    owing = _owing(call, kind, year, deadlines)
    row = YearReport(
        id=key,
        agency_id=call.agency,
        year=year,
        kind=kind.value,
        title=title_of(kind, year, str(given.get("van_ban_yeu_cau") or "")),
        addressee=owing.addressee,
        legal_due=owing.legal_due,
        target_due=owing.target_due,
        basis=owing.basis,
        state=ReportState.PREPARED,
        figures={},
        content={},
        edition=1,
        instance_id=call.instance,
        recorded_at=call.now,
    )
    session.add(row)
    session.flush()
    return row


def another_of(session: Session, agency: UUID, kind: ReportKind, year: int) -> YearReport | None:
    """The regular report of that kind and year whose case was not given up; reports on request are many."""
    if kind is ReportKind.AD_HOC:
        return None
    return session.scalars(
        select(YearReport)
        .where(
            YearReport.agency_id == agency,
            YearReport.kind == kind.value,
            YearReport.year == year,
            YearReport.state != ReportState.CANCELLED,
        )
        .limit(1)
    ).first()


def last_of(session: Session, row: YearReport) -> YearReport | None:
    """The report of the same kind before this one, from which its words are carried over."""
    return session.scalars(
        select(YearReport)
        .where(
            YearReport.agency_id == row.agency_id,
            YearReport.kind == row.kind,
            YearReport.id != row.id,
            YearReport.year <= row.year,
            YearReport.state != ReportState.CANCELLED,
        )
        .order_by(YearReport.year.desc(), YearReport.recorded_at.desc())
        .limit(1)
    ).first()


def title_of(kind: ReportKind, year: int, letter: str = "") -> str:
    """The report as registers and inboxes call it."""
    name = f"{KIND_NAMES[kind][0]} năm {year}"
    return f"{name} theo {letter}" if letter and kind is ReportKind.AD_HOC else name


def contributing_until(target: date, today: date, calendar: WorkingCalendar) -> date:
    """The last day for the units: ten working days before sending, yet not so soon that nobody can answer."""
    planned = calendar.add_working_days(target, -CONTRIBUTED_BEFORE)
    soonest = calendar.add_working_days(today, LEAST_FOR_UNITS)
    if planned >= soonest:
        return planned
    before = calendar.add_working_days(target, -1)
    return max(min(soonest, before), calendar.add_working_days(today, 1))


def edited_until(target: date, calendar: WorkingCalendar) -> date:
    """The day by which the secretary is done, so that the report can be signed and go out in time."""
    return calendar.add_working_days(target, -EDITED_BEFORE)


def _owing(call: OperatorCall, kind: ReportKind, year: int, deadlines: Deadlines) -> Owing:
    session, given, today = session_of(call), call.parameters, local_day(call.now)
    if kind is ReportKind.AD_HOC:
        named = given.get("han_yeu_cau") or given.get("han_viec_nam")
        asked = named if isinstance(named, date) else None
        due = deadlines.on_date(call.agency, asked) if asked else None
        due = due or deadlines.working_days(call.agency, ON_REQUEST, today)
        letter = str(given.get("van_ban_yeu_cau") or "")
        return Owing(
            addressee=str(given.get("noi_nhan_yeu_cau") or DEPARTMENT),
            legal_due=due.legal_due,
            target_due=due.target_due,
            basis=letter or "Yêu cầu đột xuất của nơi nhận",
        )
    for line in owed(session, call.agency, year, deadlines=deadlines):
        if line.kind == kind.value:
            return Owing(
                addressee=line.addressee,
                legal_due=line.legal_due,
                target_due=line.target_due,
                basis=line.basis,
            )
    # Not owed by the calendar, yet wanted: the year's own day, else the end of what it tells of.
    item = given.get("han_viec_nam")
    end = date(year, 6, 30) if kind is ReportKind.HALF_YEAR else date(year, 12, 31)
    due = deadlines.on_date(call.agency, item if isinstance(item, date) else end)
    return Owing(
        addressee=DEPARTMENT,
        legal_due=due.legal_due,
        target_due=due.target_due,
        basis="Lịch báo cáo không yêu cầu; cơ quan tự lập",
    )
