"""What a year owes: each process with the day on which it starts, its dates, and the rule behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from engine.domain.calendar import WorkingCalendar
from engine.ports import Deadlines
from qms.legal_time.scopes import NATION
from qms.reports.calendar import OwedReport
from qms.reports.rules import OwedKind
from qms.years.reports_owed import NO_DAYS, CalendarDays, report_name

REPORT: Final = "P11"
BUDGET_MONTH: Final = 7
"""The month in which the estimate of the next year begins, where the agency says no other."""
REPORT_WORKING_DAYS: Final = 20
"""How many working days before its last day a report is begun."""
LISTED_ON: Final = (12, 1)
"""Month and day on which what the year still owes is listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One thing of the year; `legal_due` None where no paper names a day."""

    process: str
    subject: str
    name: str
    starts_on: date
    legal_due: date | None
    target_due: date
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One process of the yearly calendar: (month, day) of its beginning and of its end."""

    process: str
    name: str
    policy: str = ""
    begins: tuple[int, int] = (1, 1)
    ends: tuple[int, int] = (12, 31)
    basis: str = ""


_USUAL: Final = "Lịch HTQLCL năm mặc định của phần mềm"
_LINES: Final = (
    _Line(process="P13", name="Rà soát Ban Chỉ đạo ISO", ends=(1, 15), basis=_USUAL),
    _Line(process="P01", name="Kế hoạch ISO năm", policy="DL-PLAN"),
    _Line(process="P02", name="Mục tiêu chất lượng", policy="DL-PLAN"),
    _Line(
        process="P03",
        name="Rủi ro và cơ hội",
        begins=(2, 1),
        ends=(2, 28),
        basis="TCVN ISO 9001:2015, điều 6.1; " + _USUAL,
    ),
    _Line(
        process="P04",
        name="Đào tạo, nhận thức",
        begins=(2, 1),
        ends=(3, 31),
        basis="TCVN ISO 9001:2015, điều 7.2, 7.3; " + _USUAL,
    ),
    _Line(process="P07", name="Đánh giá nội bộ", policy="DL-IA-1Y", begins=(9, 1)),
    _Line(process="P09", name="Xem xét của lãnh đạo", policy="DL-MR-1Y", begins=(10, 1)),
)


def owed_items(
    deadlines: Deadlines,
    calendar: WorkingCalendar,
    agency: UUID,
    year: int,
    days: CalendarDays = NO_DAYS,
    *,
    budget_month: int = BUDGET_MONTH,
) -> tuple[Owed, ...]:
    """All that the year owes, by the day on which it starts; `days` as the reporting calendar sets them.

    Raises NotFound for a policy that legal time does not know.
    """
    budget = _Line(
        process="P15",
        name="Dự toán kinh phí năm sau",
        begins=(budget_month, 1),
        ends=(min(budget_month + 2, 12), 28),
        basis="Thông tư số 116/2015/TT-BTC; " + _USUAL,
    )
    found = [_owed(deadlines, calendar, agency, year, line, days) for line in (*_LINES, budget)]
    found += [_report(calendar, year, line) for line in days.reports or _usual(deadlines, agency, year)]
    return tuple(sorted(found, key=lambda one: (one.starts_on, one.process, one.subject)))


def opening_day(calendar: WorkingCalendar, year: int) -> date:
    """The first working day of the year: 02/01, or the next working one."""
    return calendar.first_working_day_from(date(year, 1, 2))


def closing_day(calendar: WorkingCalendar, year: int) -> date:
    """The last working day of the year."""
    return calendar.last_working_day_until(date(year, 12, 31))


def _owed(
    deadlines: Deadlines, calendar: WorkingCalendar, agency: UUID, year: int, line: _Line, days: CalendarDays
) -> Owed:
    said, legal, basis = days.of_process.get(line.process), None, line.basis
    target = calendar.last_working_day_until(date(year, *line.ends))
    if said is not None:
        legal, target, basis = said.legal_due, said.target_due, said.basis
    elif line.policy:
        due = deadlines.by_policy(agency, line.policy, date(year, 1, 1))
        legal, target, basis = due.legal_due, due.target_due, f"{line.policy}: {due.legal_basis}"
    return Owed(
        process=line.process,
        subject="",
        name=f"{line.name} {year}",
        starts_on=calendar.first_working_day_from(max(date(year, *line.begins), date(year, 1, 2))),
        legal_due=legal,
        target_due=target,
        basis=basis,
    )


def _report(calendar: WorkingCalendar, year: int, line: OwedReport) -> Owed:
    return Owed(
        process=REPORT,
        subject=line.kind,
        name=f"{report_name(line.kind)} {year}",
        starts_on=max(
            calendar.add_working_days(line.legal_due, -REPORT_WORKING_DAYS), opening_day(calendar, year)
        ),
        legal_due=line.legal_due,
        target_due=line.target_due,
        basis=line.basis,
    )


def _usual(deadlines: Deadlines, agency: UUID, year: int) -> Iterator[OwedReport]:
    """Where no calendar says anything: the earliest day that any province asks for (C1)."""
    for kind, policy in ((OwedKind.FILE, "DL-FILE-1508"), (OwedKind.YEAR, "DL-RPT-1011")):
        due = deadlines.by_policy(agency, policy, date(year, 1, 1))
        yield OwedReport(
            kind=kind,
            addressee="",
            legal_due=due.legal_due,
            target_due=due.target_due,
            exclusive=True,
            basis=f"{policy}: {due.legal_basis}",
            scope=NATION,
        )
