"""Reporting calendars: what is owed by whom and when, and a change that leaves the past as it was."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from engine.domain.errors import FieldsInvalid
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.refusals import NotAuthorised
from engine.store.tables import AuditEvent
from qms.demo_office.loading import agency_id
from qms.legal_time.scopes import NATION, Scope
from qms.organisation.tables import Agency
from qms.reports.calendar import CalendarRule, OwedReport, owed
from qms.reports.calendar_changes import (
    CalendarChangedMeanwhile,
    ChangeReportingCalendar,
    change_reporting_calendar,
    preview_calendar,
)
from qms.reports.calendar_seeding import DEPARTMENT, enter_shipped_reporting_calendars
from qms.reports.rules import OwedKind, days_late, last_day
from qms.reports.tables import ReportingCalendarLine
from tests.office import Office

OFFICE = agency_id("VP-UBND-TN")
OWN = Scope(agency=OFFICE)
NOVEMBER_5 = CalendarRule(
    kind=OwedKind.PROGRESS,
    addressee=DEPARTMENT,
    month=11,
    day=5,
    exclusive=False,
    owed=True,
    basis="Công văn số 12/SKHCN-TĐC",
)


def owed_in(office: Office, year: int, agency: UUID = OFFICE) -> dict[OwedKind, OwedReport]:
    with office.system.store.reading() as session:
        return {one.kind: one for one in owed(session, agency, year)}


def change(
    office: Office,
    *,
    by: str = "quantri",
    scope: Scope = OWN,
    year: int = 2027,
    rule: CalendarRule | None = NOVEMBER_5,
    reason: str = "Sở đổi hạn.",
) -> ChangeReportingCalendar:
    return ChangeReportingCalendar(
        viewer=office.viewer(by),
        origin="test",
        scope=scope,
        kind=OwedKind.PROGRESS,
        addressee=DEPARTMENT,
        year_from=year,
        rule=rule,
        reason=reason,
    )


def test_an_office_of_tay_ninh_owes_its_file_before_15_8_and_its_report_before_10_11(office: Office) -> None:
    found = owed_in(office, 2027)
    assert set(found) == {OwedKind.PLAN, OwedKind.OBJECTIVES, OwedKind.FILE, OwedKind.PROGRESS}
    file = found[OwedKind.FILE]
    # 14/08/2027 is a Saturday: the legal day stays, the target goes back (C5).
    assert (file.legal_due, file.target_due) == (date(2027, 8, 14), date(2027, 8, 13))
    assert (found[OwedKind.PROGRESS].legal_due, found[OwedKind.PROGRESS].exclusive) == (
        date(2027, 11, 9),
        True,
    )
    assert found[OwedKind.PLAN].legal_due == date(2027, 1, 31)
    assert "358/KH-VP" in file.basis


@pytest.mark.parametrize(
    ("province", "asked"),
    [
        ("Quảng Ngãi", {OwedKind.YEAR: date(2026, 11, 14)}),
        ("Cao Bằng", {OwedKind.HALF_YEAR: date(2026, 6, 30), OwedKind.YEAR: date(2026, 12, 31)}),
        ("Lạng Sơn", {OwedKind.YEAR: date(2026, 12, 31)}),
    ],
)
def test_another_province_asks_for_other_days(
    office: Office, province: str, asked: dict[OwedKind, date]
) -> None:
    with office.system.store.transaction() as session:
        session.get_one(Agency, OFFICE).province = province
    found = {kind: one.legal_due for kind, one in owed_in(office, 2026).items()}
    plans = {OwedKind.PLAN: date(2026, 1, 31), OwedKind.OBJECTIVES: date(2026, 1, 31)}
    assert found == plans | asked


def test_a_change_holds_from_its_year_on_and_leaves_the_years_before(office: Office) -> None:
    change_reporting_calendar(office.system.store, change(office), office.now)
    assert owed_in(office, 2026)[OwedKind.PROGRESS].legal_due == date(2026, 11, 9)
    assert owed_in(office, 2027)[OwedKind.PROGRESS].legal_due == date(2027, 11, 5)
    again = change(office, year=2028, rule=None)
    change_reporting_calendar(office.system.store, again, office.now)
    assert owed_in(office, 2027)[OwedKind.PROGRESS].legal_due == date(2027, 11, 5)
    assert owed_in(office, 2028)[OwedKind.PROGRESS].legal_due == date(2028, 11, 9)
    with office.system.store.reading() as session:
        own = session.scalars(
            select(ReportingCalendarLine).where(ReportingCalendarLine.agency_id == OFFICE)
        ).all()
        told = session.scalar(
            select(func.count())
            .select_from(AuditEvent)
            .where(AuditEvent.kind == "reporting_calendar.changed")
        )
    found = {(line.year_from, line.year_to, line.withdrawn_at is None) for line in own}
    assert found == {
        (2027, 2027, True),
        (2027, None, False),
    }
    assert told == 2


def test_a_preview_shows_both_and_writes_nothing(office: Office) -> None:
    with office.system.store.reading() as session:
        shown = preview_calendar(session, change(office), office.now)
        assert not session.new
    before = {one.kind: one.legal_due for one in shown.before}
    after = {one.kind: one.legal_due for one in shown.after}
    assert (before[OwedKind.PROGRESS], after[OwedKind.PROGRESS]) == (date(2027, 11, 9), date(2027, 11, 5))
    assert owed_in(office, 2027)[OwedKind.PROGRESS].legal_due == date(2027, 11, 9)


def test_what_was_previewed_before_another_change_is_refused(office: Office) -> None:
    change_reporting_calendar(office.system.store, change(office), office.now)
    late = change(office)
    stale = ChangeReportingCalendar(
        viewer=late.viewer,
        origin=late.origin,
        scope=late.scope,
        kind=late.kind,
        addressee=late.addressee,
        year_from=late.year_from,
        rule=late.rule,
        reason=late.reason,
        seen=frozenset(),
    )
    with pytest.raises(CalendarChangedMeanwhile):
        change_reporting_calendar(office.system.store, stale, office.now)


def test_an_office_that_is_overseen_changes_its_own_calendar_alone(office: Office) -> None:
    for scope in (NATION, Scope(province="Tây Ninh")):
        with pytest.raises(NotAuthorised):
            change_reporting_calendar(office.system.store, change(office, scope=scope), office.now)
    with pytest.raises(NotAuthorised):
        change_reporting_calendar(office.system.store, change(office, by="camtien"), office.now)


def test_a_year_that_is_over_a_day_that_is_none_and_no_basis_are_refused_at_their_fields(
    office: Office,
) -> None:
    wrong = CalendarRule(
        kind=OwedKind.PROGRESS, addressee=DEPARTMENT, month=2, day=29, exclusive=False, owed=True, basis=" "
    )
    with pytest.raises(FieldsInvalid) as refused:
        change_reporting_calendar(
            office.system.store, change(office, year=2025, rule=wrong, reason=""), office.now
        )
    assert set(refused.value.fields) == {"year_from", "basis", "day", "reason"}


def test_what_is_shipped_is_entered_once_and_a_change_is_never_undone(office: Office) -> None:
    store = office.system.store
    assert enter_shipped_reporting_calendars(store, office.now) == 0
    with store.transaction() as session:
        for line in session.scalars(
            select(ReportingCalendarLine).where(ReportingCalendarLine.province == "Tây Ninh")
        ):
            line.withdrawn_at = office.now
    assert enter_shipped_reporting_calendars(store, office.now) == 0


MINUTE_AFTER = datetime(2026, 11, 10, 0, 1, tzinfo=OFFICE_ZONE)


def test_before_10_11_is_kept_at_23_59_of_the_day_before_and_missed_a_minute_after() -> None:
    due = last_day(2026, 11, 10, exclusive=True)
    assert days_late(MINUTE_AFTER - timedelta(minutes=2), due) == 0
    assert days_late(MINUTE_AFTER, due) == 1


@given(
    named=st.dates(min_value=date(2014, 1, 2), max_value=date(2099, 12, 31)),
    exclusive=st.booleans(),
    minutes=st.integers(min_value=-100_000, max_value=100_000),
)
def test_late_is_what_is_sent_after_the_last_day_by_the_clock_of_vietnam(
    named: date, *, exclusive: bool, minutes: int
) -> None:
    due = last_day(named.year, named.month, named.day, exclusive=exclusive)
    first_late = datetime(named.year, named.month, named.day, tzinfo=OFFICE_ZONE)
    first_late += timedelta(days=0 if exclusive else 1)
    sent = first_late + timedelta(minutes=minutes)
    late = days_late(sent, due)
    assert (late > 0) == (minutes >= 0)
    assert late == max(0, (sent.astimezone(OFFICE_ZONE).date() - due).days)
