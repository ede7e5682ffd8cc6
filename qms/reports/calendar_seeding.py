"""Entering the reporting calendars that the product ships with; what an office has entered is left alone."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.reports.calendar import CalendarRule
from qms.reports.rules import FIRST_YEAR, OwedKind
from qms.reports.tables import ReportingCalendarLine

DEPARTMENT: Final = "Sở Khoa học và Công nghệ"
_TAY_NINH: Final = "Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)"
_QUANG_NGAI: Final = "Công văn ngày 09/9/2021 của Chủ tịch UBND tỉnh Quảng Ngãi"
_CAO_BANG: Final = "Chỉ thị của UBND tỉnh Cao Bằng về áp dụng HTQLCL (ngày cụ thể do địa phương quy định)"
_DEFAULT: Final = "(ngày mặc định của phần mềm, thay bằng ngày trong văn bản của Sở)"


def _rule(
    kind: OwedKind, day: int, month: int, basis: str, *, before: bool = False, owed: bool = True
) -> CalendarRule:
    return CalendarRule(
        kind=kind, addressee=DEPARTMENT, month=month, day=day, exclusive=before, owed=owed, basis=basis
    )


SHIPPED: Final[dict[str | None, tuple[CalendarRule, ...]]] = {
    None: (
        _rule(OwedKind.PLAN, 31, 1, f"Điều 6 19/2014/QĐ-TTg {_DEFAULT}"),
        _rule(OwedKind.OBJECTIVES, 31, 1, f"Điều 6 19/2014/QĐ-TTg {_DEFAULT}"),
        _rule(OwedKind.YEAR, 31, 12, f"Điều 12 19/2014/QĐ-TTg {_DEFAULT}"),
    ),
    "Tây Ninh": (
        _rule(OwedKind.FILE, 15, 8, _TAY_NINH, before=True),
        _rule(OwedKind.PROGRESS, 10, 11, _TAY_NINH, before=True),
        # The progress report at the end of the year is the yearly report there.
        _rule(OwedKind.YEAR, 31, 12, f"{_TAY_NINH}: báo cáo tiến độ là báo cáo năm", owed=False),
    ),
    "Quảng Ngãi": (_rule(OwedKind.YEAR, 15, 11, _QUANG_NGAI, before=True),),
    "Cao Bằng": (
        _rule(OwedKind.HALF_YEAR, 30, 6, _CAO_BANG),
        _rule(OwedKind.YEAR, 31, 12, _CAO_BANG),
    ),
}
"""By province, None for the whole country; where sources differ, each province has its own (C1, C5, C6)."""


def enter_shipped_reporting_calendars(store: Store, now: datetime) -> int:
    """`seed_reporting_calendars` as a verb of its own, for upgrades."""
    with store.transaction() as session:
        return seed_reporting_calendars(session, now)


def seed_reporting_calendars(session: Session, now: datetime) -> int:
    """Enter the shipped lines that were never there; how many.

    A line that somebody has changed stands as withdrawn under its id, so it does not come back; nor does one
    come into a scope in which the office has entered the kind itself.
    """
    there = session.execute(
        select(ReportingCalendarLine.id, ReportingCalendarLine.province, ReportingCalendarLine.kind).where(
            ReportingCalendarLine.agency_id.is_(None)
        )
    ).all()
    known, spoken = {row.id for row in there}, {(row.province, row.kind) for row in there}
    entered = 0
    for province, rules in SHIPPED.items():
        for rule in rules:
            key = derived_id("shipped reporting calendar", province or "", rule.kind, rule.addressee)
            if key in known or (province, rule.kind) in spoken:
                continue
            session.add(
                ReportingCalendarLine(
                    id=key,
                    province=province,
                    agency_id=None,
                    year_from=FIRST_YEAR,
                    entered_at=now,
                    **values_of(rule),
                )
            )
            entered += 1
    if entered:
        session.flush()
        told = {"lines": entered}
        record_audit(
            session, "reporting_calendar.seeded", actor=Actor.system(), agency=None, now=now, data=told
        )
    return entered


def values_of(rule: CalendarRule) -> dict[str, object]:
    """The columns that a rule fills."""
    return {
        "kind": rule.kind.value,
        "addressee": rule.addressee,
        "month": rule.month,
        "day": rule.day,
        "exclusive": rule.exclusive,
        "owed": rule.owed,
        "basis": rule.basis,
    }
