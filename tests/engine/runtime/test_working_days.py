"""Expressions count working days by the calendar of the agency, and say so where there is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.bundle import Bundle
from engine.domain.values import Value
from engine.runtime import (
    ExpressionError,
    RunningProcess,
    compile_bundle,
    compile_expression,
    with_calendar,
)
from engine.runtime.expression_types import Kinds, declared_kinds, infer
from qms.legal_time.calendar_seed import national_calendar
from tests.engine.runtime.drawings import NOW, Drawing

CALENDAR = national_calendar()
THURSDAY = date(2026, 1, 1)
"""New Year; Friday 02/01/2026 is off as well, and Saturday 10/01/2026 is worked for it."""


def said(expression: str, **known: Value) -> Value:
    return compile_expression(expression).evaluate(with_calendar(known.get, lambda: CALENDAR))


def test_days_off_and_worked_saturdays_count_as_the_calendar_says() -> None:
    assert said("is_working_day(ngay)", ngay=THURSDAY) is False
    assert said("is_working_day(ngay)", ngay=date(2026, 1, 10)) is True
    assert said("next_working_day(ngay)", ngay=THURSDAY) == date(2026, 1, 5)
    assert said("working_days_after(ngay, 6)", ngay=date(2025, 12, 31)) == date(2026, 1, 10)
    assert said("working_days_after(ngay, -1)", ngay=date(2026, 1, 5)) == date(2025, 12, 31)
    assert said("working_days_between(tu, den)", tu=date(2025, 12, 31), den=date(2026, 1, 10)) == 6


@given(st.dates(date(2025, 1, 2), date(2027, 6, 1)), st.integers(1, 60))
def test_adding_and_then_counting_gives_what_was_added(start: date, days: int) -> None:
    end = said("working_days_after(ngay, so)", ngay=start, so=days)
    assert isinstance(end, date)
    assert said("working_days_between(tu, den)", tu=start, den=end) == days
    assert said("is_working_day(ngay)", ngay=end) is True
    assert end > start + timedelta(days=days * 5 // 7 - 1)


def test_a_missing_day_gives_null() -> None:
    assert said("working_days_after(ngay, 3)") is None
    assert said("working_days_between(tu, den)", tu=THURSDAY) is None
    assert said("working_days_after(ngay, so)", ngay=THURSDAY) is None


@pytest.mark.parametrize(
    "expression", ["is_working_day(3)", "working_days_after(ngay, 1.5)", "working_days_after(ngay, 20000)"]
)
def test_what_cannot_be_counted_is_refused(expression: str) -> None:
    with pytest.raises(ExpressionError):
        said(expression, ngay=THURSDAY)


def test_without_a_calendar_nothing_is_guessed() -> None:
    with pytest.raises(ExpressionError) as refused:
        compile_expression("is_working_day(ngay)").evaluate({"ngay": THURSDAY}.get)
    assert "lịch" in refused.value.vi


def test_their_types_are_known_at_publishing() -> None:
    def known(name: str) -> Kinds:
        return declared_kinds({"ngay": "date", "ten": "text"}[name])

    assert infer("working_days_after(ngay, 3)", known).kinds == declared_kinds("date")
    assert infer("working_days_after(ten, 3)", known).problems


def test_a_gateway_chooses_by_working_days() -> None:
    drawing = (
        "s:start\n g:xor\n a:user\n b:user\n e:end\n"
        " s > g\n g > a if working_days_between(nop, tra) > 5\n g > b else\n a > e\n b > e"
    )
    model = compile_bundle(Bundle(files={"model.bpmn": Drawing(drawing).xml().encode()}))
    for returned, step in ((date(2026, 1, 10), "a"), (date(2026, 1, 9), "b")):
        known = {"nop": date(2025, 12, 31), "tra": returned}
        case = RunningProcess.start(model, variables=known, now=NOW, calendar=lambda: CALENDAR)
        assert [task.element_id for task in case.open_tasks()] == [step]
