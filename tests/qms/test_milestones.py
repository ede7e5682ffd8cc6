"""The dates that the office gives the steps of a legal update."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engine.domain.calendar import WorkingCalendar
from qms.legal_time.rehearsing import shipped_legal_time
from qms.legal_updates.milestones import milestones, reading_until

CALENDAR = shipped_legal_time().calendar
TODAY = date(2026, 10, 5)


def test_reading_lasts_fifteen_working_days() -> None:
    assert reading_until(TODAY, date(2026, 12, 31), CALENDAR) == date(2026, 10, 26)
    assert reading_until(TODAY, None, CALENDAR) == date(2026, 10, 26)


def test_reading_ends_with_the_target_date_but_not_before_three_working_days() -> None:
    assert reading_until(TODAY, date(2026, 10, 15), CALENDAR) == date(2026, 10, 15)
    assert reading_until(TODAY, date(2026, 10, 6), CALENDAR) == date(2026, 10, 8)
    assert reading_until(TODAY, date(2026, 9, 1), CALENDAR) == date(2026, 10, 8)


@given(st.dates(date(2025, 1, 1), date(2027, 10, 1)), st.integers(0, 92), st.integers(0, 120))
def test_milestones_are_working_days_in_their_order_and_leave_a_sixth_for_the_end(
    today: date, left: int, before: int
) -> None:
    calendar: WorkingCalendar = CALENDAR
    target = calendar.last_working_day_until(today + timedelta(days=left))
    found = milestones(
        registered_on=today,
        effective_on=today - timedelta(days=before),
        target_due=target,
        calendar=calendar,
    )
    days = [found.screening, found.assessment, found.drafts, found.submission]
    assert days == sorted(days)
    assert days[0] >= today
    if target > today:
        assert (found.submission - today).days <= (target - today).days * 4 / 6
    for day in days:
        assert calendar.is_working(day) or day == today
