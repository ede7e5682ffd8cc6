from datetime import UTC, datetime

import pytest

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import reckon
from engine.domain.deadline import BY_WORKING_HOURS, AmountImpossible, working_minutes_policy
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit, PolicyUnsound
from engine.domain.deadline_terms import DeadlineTerms, read_terms
from engine.domain.office_time import read_hours, write_hours

TUESDAY_NINE = datetime(2026, 10, 6, 2, 0, tzinfo=UTC)
"""9:00 in Vietnam."""


@pytest.mark.parametrize(
    ("text", "minutes"), [("2", 120), ("2:40", 160), ("0:30", 30), ("0", None), ("0,5", None), ("1:60", None)]
)
def test_hours_of_a_model_are_read_to_the_minute(text: str, minutes: int | None) -> None:
    assert read_hours(text) == minutes
    if minutes is not None:
        assert write_hours(minutes) == text


def test_a_quarter_of_a_day_is_two_hours_of_office_time() -> None:
    found = reckon(working_minutes_policy(120), TUESDAY_NINE, (), WorkingCalendar())
    assert found.deadline.policy == BY_WORKING_HOURS
    assert found.deadline.overdue_from == datetime(2026, 10, 6, 4, 0, tzinfo=UTC)


def test_odd_minutes_are_counted_and_told() -> None:
    found = reckon(working_minutes_policy(100), TUESDAY_NINE, (), WorkingCalendar())
    assert found.deadline.overdue_from == datetime(2026, 10, 6, 3, 40, tzinfo=UTC)
    assert any("1 giờ 40 phút" in vi for vi, _en in found.deadline.explanation)
    half = reckon(working_minutes_policy(30), TUESDAY_NINE, (), WorkingCalendar())
    assert any("Đếm 30 phút" in vi for vi, _en in half.deadline.explanation)


def test_hours_are_kept_with_the_row_and_read_back() -> None:
    terms = DeadlineTerms(working_minutes=160, anchor=TUESDAY_NINE)
    assert read_terms(terms.text()) == terms


def test_no_time_at_all_is_refused() -> None:
    with pytest.raises(AmountImpossible):
        working_minutes_policy(0)


def test_odd_minutes_belong_to_hours_alone() -> None:
    with pytest.raises(PolicyUnsound):
        DeadlinePolicy(
            code="X",
            name_vi="X",
            name_en="X",
            anchor_event_vi="X",
            anchor_event_en="X",
            unit=DeadlineUnit.WORKING_DAY,
            amount=1,
            minutes=30,
            legal_basis="X",
        )
