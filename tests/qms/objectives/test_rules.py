"""What an objective has to say, what a measurement comes to, and that the model's table says the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.values import Value
from engine.runtime.decision_reading import compile_decisions
from qms.legal_time.calendar_seed import national_calendar
from qms.objectives.measuring import told_progress
from qms.objectives.rules import (
    QUARTERS,
    Aim,
    Direction,
    Evaluation,
    Period,
    Standing,
    Verdict,
    measurable_problems,
    measure_day,
    standing,
    value_problem,
    verdict,
)
from tests.qms.objectives.objective_case import QMS

TABLE = compile_decisions((QMS / "p02_muc_tieu" / "xep_loai.dmn").read_bytes()).decisions["xep_loai"]
RANKS = {Verdict.UNMET: 0, Verdict.AT_RISK: 1, Verdict.MET: 2}
VALUES = st.decimals(min_value=0, max_value=1000, places=2)
AIMS = st.builds(
    Aim,
    target=VALUES,
    direction=st.sampled_from(Direction),
    evaluation=st.sampled_from(Evaluation),
    due_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@given(aim=AIMS, values=st.tuples(VALUES, VALUES), period=st.sampled_from(QUARTERS))
def test_a_better_value_never_gets_a_worse_verdict(
    aim: Aim, values: tuple[Decimal, Decimal], period: Period
) -> None:
    low, high = sorted(values)
    worse, better = (low, high) if aim.direction is Direction.AT_LEAST else (high, low)
    ranks = [RANKS[verdict(standing(aim, value, 2026, period))] for value in (worse, better)]
    assert ranks == sorted(ranks)


@given(aim=AIMS, period=st.sampled_from(QUARTERS))
def test_the_target_itself_is_met_and_no_figure_is_no_verdict(aim: Aim, period: Period) -> None:
    assert verdict(standing(aim, aim.target, 2026, period)) is Verdict.MET
    assert verdict(standing(aim, None, 2026, period)) is Verdict.NO_FIGURE


@given(aim=AIMS, value=VALUES)
def test_on_its_own_day_nothing_is_only_at_risk(aim: Aim, value: Decimal) -> None:
    assert verdict(standing(aim, value, 2026, Period.Q4)) in {Verdict.MET, Verdict.UNMET}


def test_what_grows_is_measured_against_the_quarters_share() -> None:
    aim = Aim(
        target=Decimal(10),
        direction=Direction.AT_LEAST,
        evaluation=Evaluation.CUMULATIVE,
        due_on=date(2026, 12, 31),
    )
    assert verdict(standing(aim, Decimal("2.5"), 2026, Period.Q1)) is Verdict.MET
    assert verdict(standing(aim, Decimal(0), 2026, Period.Q1)) is Verdict.AT_RISK
    assert verdict(standing(aim, Decimal(9), 2026, Period.Q4)) is Verdict.UNMET


@pytest.mark.parametrize(
    ("target", "unit", "day", "wrong"),
    [
        (None, "%", date(2026, 12, 31), {"chi_tieu"}),
        (Decimal(98), "", date(2026, 12, 31), {"don_vi_tinh"}),
        (Decimal(98), "12", date(2026, 12, 31), {"don_vi_tinh"}),
        (Decimal(98), "%", None, {"thoi_han"}),
        (Decimal(98), "%", date(2027, 1, 1), {"thoi_han"}),
        (Decimal(101), "%", date(2026, 12, 31), {"chi_tieu"}),
        (Decimal(-1), "ngày", date(2026, 12, 31), {"chi_tieu"}),
        (None, "", None, {"chi_tieu", "don_vi_tinh", "thoi_han"}),
        (Decimal(0), "văn bản", date(2026, 1, 1), set()),
    ],
)
def test_an_objective_has_a_number_a_unit_and_a_day(
    target: Decimal | None, unit: str, day: date | None, wrong: set[str]
) -> None:
    found = measurable_problems(target=target, measure_unit=unit, due_on=day, year=2026)
    assert {key for key, _ in found} == wrong


def test_a_percentage_lies_between_nought_and_a_hundred_and_a_count_does_not() -> None:
    assert value_problem(Decimal("100.01"), "%")
    assert value_problem(Decimal(120), "Phần trăm")
    assert value_problem(Decimal(120), "hồ sơ") is None
    assert value_problem(Decimal(-1), "hồ sơ")


def test_quarters_are_measured_on_the_next_working_day() -> None:
    days = [measure_day(national_calendar(), 2026, period) for period in QUARTERS]
    # 05/04/2026 and 05/07/2026 are Sundays.
    assert days == [date(2026, 4, 6), date(2026, 7, 6), date(2026, 10, 5), date(2027, 1, 5)]


@given(
    at=st.builds(
        Standing,
        progress=st.none() | st.decimals(min_value=0, max_value=200, places=4),
        final=st.booleans(),
        cumulative=st.booleans(),
    )
)
@settings(max_examples=60)
def test_the_models_decision_table_says_the_same(at: Standing) -> None:
    line: Value = {"ti_le": at.progress, "den_han": at.final, "luy_ke": at.cumulative}
    variables: Mapping[str, Value] = {"dong": line}
    assert TABLE.evaluate(variables.get) == verdict(at)


def test_progress_short_of_the_target_is_never_rounded_up_to_it() -> None:
    assert told_progress(Decimal("99.99999")) == Decimal("99.9999")
    assert told_progress(Decimal("89.99999")) == Decimal("89.9999")
    assert told_progress(None) is None
