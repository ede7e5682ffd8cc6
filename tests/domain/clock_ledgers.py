"""The calendar and the short forms in which tests write a clock ledger."""

from datetime import date, datetime

from engine.domain.calendar import VIETNAM, CalendarDay, DayKind, WorkingCalendar
from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry, Reckoning, reckon
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit
from tests.domain.test_deadline import policy

CALENDAR = WorkingCalendar(
    [
        CalendarDay(day=date(2026, 9, 1), kind=DayKind.HOLIDAY, name="Quốc khánh", basis="NĐ"),
        CalendarDay(day=date(2026, 9, 2), kind=DayKind.HOLIDAY, name="Quốc khánh", basis="NĐ"),
        CalendarDay(day=date(2026, 8, 31), kind=DayKind.OFF_SWAPPED, name="Hoán đổi", basis="NĐ"),
        CalendarDay(day=date(2026, 8, 22), kind=DayKind.WORK_SWAPPED, name="Làm bù", basis="NĐ"),
    ]
)
SEVEN_DAYS = policy(DeadlineUnit.WORKING_DAY, 7)
MONDAY = date(2026, 10, 5)
PAUSE, RESUME, RESET, EXTENSION = ClockEntryKind


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=VIETNAM)


def pause(begins: datetime, ends: datetime | None = None) -> list[LedgerEntry]:
    entries = [LedgerEntry(kind=PAUSE, at=begins, basis="Điều 54")]
    return [*entries, LedgerEntry(kind=RESUME, at=ends)] if ends else entries


def extension(moment: datetime, amount: int | None = None, **more: object) -> LedgerEntry:
    given = {"amount": amount, "unit": DeadlineUnit.WORKING_DAY if amount is not None else None} | more
    return LedgerEntry(kind=EXTENSION, at=moment, **given)  # type: ignore[arg-type]


def due(rule: DeadlinePolicy, anchor: date | datetime, *entries: LedgerEntry) -> date:
    return reckon(rule, anchor, entries, CALENDAR).deadline.legal_due


def told(reckoning: Reckoning) -> str:
    return " ".join(vi for vi, _ in reckoning.deadline.explanation)
