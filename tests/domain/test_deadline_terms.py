"""By what a deadline is reckoned: a day, yet never sooner than some working days after it came up."""

from datetime import date, datetime

import pytest

from engine.domain.calendar import VIETNAM, WorkingCalendar
from engine.domain.deadline_terms import DeadlineTerms, due_on, read_terms

FRIDAY = datetime(2026, 10, 9, 17, 0, tzinfo=VIETNAM)
CALENDAR = WorkingCalendar([])


@pytest.mark.parametrize(
    ("day", "least", "in_working_days"),
    [
        (date(2026, 10, 14), 3, False),
        (date(2026, 10, 13), 3, True),
        (date(2026, 9, 1), 3, True),
        (date(2026, 9, 1), None, False),
    ],
)
def test_a_date_too_near_gives_way_to_working_days_from_now(
    day: date, least: int | None, *, in_working_days: bool
) -> None:
    counted = DeadlineTerms(working_days=least, anchor=FRIDAY) if in_working_days else DeadlineTerms(day=day)
    assert due_on(day, least=least, now=FRIDAY, calendar=CALENDAR) == counted
    assert read_terms(counted.text()) == counted
