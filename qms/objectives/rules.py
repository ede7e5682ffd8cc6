"""What an objective has to say, when it is measured, and what a measurement comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from engine.domain.calendar import WorkingCalendar
from engine.domain.forms import Message
from engine.domain.text import fold

MODEL_KEY: Final = "QMS_P02_MUC_TIEU_CHAT_LUONG"
FULL: Final = Decimal(100)
AT_RISK_FROM: Final = Decimal(90)
"""Percent of the target; below it a target of the period is missed, not only at risk."""
LARGEST: Final = Decimal(10) ** 12


class ObjectiveState(StrEnum):
    """How far an objective is."""

    DRAFT = "du_thao"
    ISSUED = "da_ban_hanh"
    MET = "dat"
    UNMET = "khong_dat"
    DROPPED = "huy"


class Source(StrEnum):
    """Who measures."""

    SYSTEM = "tu_dong"
    PEOPLE = "nhap_tay"


class Direction(StrEnum):
    """Whether more is better or less."""

    AT_LEAST = ">="
    AT_MOST = "<="


class Evaluation(StrEnum):
    """How it is judged: the whole target in every period, or growing until its day."""

    EACH_PERIOD = "theo_ky"
    CUMULATIVE = "luy_ke"


class Verdict(StrEnum):
    """What a measurement comes to."""

    MET = "dat"
    AT_RISK = "nguy_co"
    UNMET = "khong_dat"
    NO_FIGURE = "chua_co_so_lieu"


class Period(StrEnum):
    """The quarters, and the year as a whole."""

    Q1 = "Q1"
    Q2 = "Q2"
    Q3 = "Q3"
    Q4 = "Q4"
    YEAR = "NAM"


QUARTERS: Final = (Period.Q1, Period.Q2, Period.Q3, Period.Q4)
MEASURED_ON_THE: Final = 5
"""Of the month after the quarter: 05/04, 05/07, 05/10, 05/01; the next working day."""
PERIOD_NAMES: Final[Mapping[Period, str]] = {
    Period.Q1: "quý I",
    Period.Q2: "quý II",
    Period.Q3: "quý III",
    Period.Q4: "quý IV",
    Period.YEAR: "cả năm",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The part of an objective by which a value is judged."""

    target: Decimal
    direction: Direction
    evaluation: Evaluation
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the decision table asks of a measurement."""

    progress: Decimal | None
    """Percent of what the period asks for; None without a figure."""
    final: bool
    """Whether the objective's own day lies within the period: nothing can be made up for."""
    cumulative: bool


def measure_day(calendar: WorkingCalendar, year: int, period: Period) -> date:
    """The working day on which a quarter of the year is measured."""
    number = QUARTERS.index(period)
    first = date(year + 1, 1, 1) if number == len(QUARTERS) - 1 else date(year, 3 * number + 4, 1)
    return calendar.first_working_day_from(first.replace(day=MEASURED_ON_THE))


def first_day(year: int, period: Period) -> date:
    """The first day of a quarter."""
    return date(year, 3 * QUARTERS.index(period) + 1, 1)


def last_day(year: int, period: Period) -> date:
    """The last day of a quarter, of the year for the year."""
    ends = ((3, 31), (6, 30), (9, 30), (12, 31))
    return date(year, *ends[QUARTERS.index(period) if period in QUARTERS else -1])


def standing(aim: Aim, value: Decimal | None, year: int, period: Period) -> Standing:
    """Where a value stands: against the target, or where it grows, against the quarter's share of it."""
    final = aim.due_on <= last_day(year, period)
    growing = aim.evaluation is Evaluation.CUMULATIVE and aim.direction is Direction.AT_LEAST
    asked = aim.target
    if growing and not final:
        asked = aim.target * (QUARTERS.index(period) + 1) / len(QUARTERS)
    return Standing(
        progress=None if value is None else _progress(value, asked, aim.direction),
        final=final,
        cumulative=growing,
    )


def verdict(at: Standing) -> Verdict:
    """As the model's decision table `xep_loai` says it; for what is put right outside of the case."""
    if at.progress is None:
        return Verdict.NO_FIGURE
    if at.progress >= FULL:
        return Verdict.MET
    if at.final:
        return Verdict.UNMET
    return Verdict.AT_RISK if at.cumulative or at.progress >= AT_RISK_FROM else Verdict.UNMET


def is_percent(measure_unit: str) -> bool:
    """Whether values lie between 0 and 100."""
    return fold(measure_unit) in {"%", "phan tram", "ty le %", "ty le phan tram"}


def value_problem(value: Decimal, measure_unit: str) -> Message | None:
    """Why a target or a measured value cannot be."""
    if is_percent(measure_unit) and not 0 <= value <= FULL:
        return ("Tỷ lệ phần trăm phải từ 0 đến 100.", "A percentage lies between 0 and 100.")
    if value < 0:
        return ("Giá trị không được âm.", "The value cannot be negative.")
    if value > LARGEST:
        return ("Giá trị quá lớn; xin kiểm tra đơn vị tính.", "The value is too large; look at its unit.")
    return None


def due_problem(due_on: date, year: int) -> Message | None:
    """Why the day of an objective cannot be."""
    if due_on.year == year:
        return None
    return (f"Thời hạn phải trong năm {year}.", f"The day has to lie in {year}.")


def measurable_problems(
    *, target: Decimal | None, measure_unit: str, due_on: date | None, year: int
) -> Iterator[tuple[str, Message]]:
    """What keeps an objective from being measured: (chi_tieu, don_vi_tinh or thoi_han, why)."""
    if target is None:
        yield "chi_tieu", ("Thiếu chỉ tiêu bằng số.", "A number to reach is missing.")
    elif (wrong := value_problem(target, measure_unit)) is not None:
        yield "chi_tieu", wrong
    if not any(letter.isalpha() or letter == "%" for letter in measure_unit):
        yield "don_vi_tinh", ("Thiếu đơn vị tính (%, ngày, phiếu…).", "The unit of measure is missing.")
    if due_on is None:
        yield "thoi_han", ("Thiếu thời hạn.", "The day is missing.")
    elif (late := due_problem(due_on, year)) is not None:
        yield "thoi_han", late


def _progress(value: Decimal, asked: Decimal, direction: Direction) -> Decimal:
    """100 and more where it is reached; grows with a value that should be high, falls with one to be low."""
    if direction is Direction.AT_LEAST:
        return FULL if asked <= 0 else value * FULL / asked
    if value <= asked:
        return FULL
    return asked * FULL / value
