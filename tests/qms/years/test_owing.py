"""What a year owes agrees with legal time, for every year that may come."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.calendar import WorkingCalendar
from qms.legal_time.scopes import NATION
from qms.legal_time.shipped import shipped_book
from qms.reports.calendar import OwedReport
from qms.reports.rules import OwedKind
from qms.years.owing import REPORT_WORKING_DAYS, Owed, closing_day, opening_day, owed_items
from qms.years.reports_owed import days_of
from qms.years.sequencing import latest_audit_day, sequencing_warnings

AGENCY = UUID(int=7)
POLICIES = {
    ("P01", ""): "DL-PLAN",
    ("P02", ""): "DL-PLAN",
    ("P07", ""): "DL-IA-1Y",
    ("P09", ""): "DL-MR-1Y",
    ("P11", "HO_SO_DUY_TRI"): "DL-FILE-1508",
    ("P11", "BC_NAM"): "DL-RPT-1011",
}
YEARS = st.integers(2024, 2030)


def calendar() -> WorkingCalendar:
    return shipped_book().calendar_of(AGENCY)


def owed(year: int, *reports: OwedReport, month: int = 7) -> dict[tuple[str, str], Owed]:
    found = owed_items(shipped_book(), calendar(), AGENCY, year, days_of(reports), budget_month=month)
    assert len({(one.process, one.subject) for one in found}) == len(found)
    return {(one.process, one.subject): one for one in found}


def report(kind: OwedKind, day: date) -> OwedReport:
    due = shipped_book().on_date(AGENCY, day)
    return OwedReport(
        kind=kind,
        addressee="Sở",
        legal_due=due.legal_due,
        target_due=due.target_due,
        exclusive=False,
        basis="Kế hoạch của tỉnh",
        scope=NATION,
    )


@settings(max_examples=40, deadline=None)
@given(year=YEARS)
def test_the_dates_of_items_are_those_of_the_deadline_policies(year: int) -> None:
    found = owed(year)
    for key, policy in POLICIES.items():
        due = shipped_book().by_policy(AGENCY, policy, date(year, 1, 1))
        assert (found[key].legal_due, found[key].target_due) == (due.legal_due, due.target_due)
        assert found[key].basis.startswith(policy)


@settings(max_examples=40, deadline=None)
@given(year=YEARS, month=st.integers(1, 12))
def test_every_item_starts_on_a_working_day_of_its_year_before_it_is_due(year: int, month: int) -> None:
    working = calendar()
    for one in owed(year, month=month).values():
        assert working.is_working(one.starts_on), one
        assert opening_day(working, year) <= one.starts_on <= one.target_due <= date(year, 12, 31), one
        assert one.legal_due is None or one.target_due <= one.legal_due, one


@settings(max_examples=40, deadline=None)
@given(year=YEARS, days=st.lists(st.integers(60, 364), min_size=1, max_size=3))
def test_a_report_begins_twenty_working_days_before_its_last_day(year: int, days: list[int]) -> None:
    last = [date(year, 1, 1) + timedelta(days=day) for day in days]
    found = owed(year, *(report(OwedKind.YEAR, day) for day in last))
    (one,) = [each for key, each in found.items() if key[0] == "P11"]
    assert one.legal_due == min(last), "of several addressees the earliest"
    assert calendar().count_working_days(one.starts_on, one.legal_due) >= REPORT_WORKING_DAYS - 1


def test_the_province_sets_the_day_of_plan_and_objectives() -> None:
    found = owed(2026, report(OwedKind.PLAN, date(2026, 1, 20)))
    assert found["P01", ""].legal_due == date(2026, 1, 20)
    assert found["P02", ""].legal_due == date(2026, 1, 31)


def test_the_year_opens_on_the_first_working_day_and_closes_on_the_last() -> None:
    assert opening_day(calendar(), 2027) == date(2027, 1, 4)
    assert closing_day(calendar(), 2028) == date(2028, 12, 29)


def test_an_audit_after_the_tenth_of_october_is_warned_of_before_a_report_of_the_tenth_of_november() -> None:
    audits = [("Phòng A", date(2026, 10, 10)), ("Phòng B", date(2026, 10, 11))]
    (warned,) = sequencing_warnings(2026, audits, date(2026, 11, 9))
    assert (warned.what, warned.latest) == ("Phòng B", date(2026, 10, 10))
    assert "10/11/2026" in warned.vi
    assert warned.vi.endswith("Nên đánh giá chậm nhất 10/10/2026.")
    assert sequencing_warnings(2026, audits) == (warned,)


@settings(max_examples=60, deadline=None)
@given(due=st.dates(date(2026, 6, 1), date(2026, 12, 31)), day=st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_what_is_not_warned_of_can_be_audited_again_before_the_report(due: date, day: date) -> None:
    warned = sequencing_warnings(2026, [("Phòng A", day)], due)
    assert bool(warned) == (day + timedelta(days=30) > due)
    assert latest_audit_day(2026, due) + timedelta(days=30) == due
