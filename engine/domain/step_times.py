"""The times of a procedure's steps against the time that the law gives for the whole, in exact fractions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from engine.domain.office_time import in_days


@dataclass(frozen=True, slots=True, kw_only=True)
class SumOfSteps:
    """What the steps take together, in minutes of office time."""

    total: Fraction
    legal: Fraction
    counted: int
    """How many steps have a time that counts."""
    excluded: int
    """How many have none: done in office hours, or not counted."""

    @property
    def agrees(self) -> bool:
        """Whether the steps take exactly the legal time."""
        return self.total == self.legal

    @property
    def vi(self) -> str:
        """The comparison in Vietnamese: "tổng 3,5 > 3 ngày"."""
        return f"tổng {self._compared(',')} ngày"

    @property
    def en(self) -> str:
        """The comparison in English: "total 3.5 > 3 days"."""
        return f"total {self._compared('.')} days"

    def _compared(self, point: str) -> str:
        sign = "=" if self.agrees else ">" if self.total > self.legal else "<"
        return f"{_days(self.total, point)} {sign} {_days(self.legal, point)}"


def sum_of_steps(minutes: Iterable[Fraction | int | None], legal: Fraction | int) -> SumOfSteps:
    """The sum of the steps' minutes of office time against `legal` minutes; None is a step not counted."""
    steps = tuple(minutes)
    counted = [Fraction(step) for step in steps if step is not None]
    return SumOfSteps(
        total=sum(counted, Fraction()),
        legal=Fraction(legal),
        counted=len(counted),
        excluded=len(steps) - len(counted),
    )


def days_text(minutes: Fraction | int) -> str:
    """Minutes of office time as a number of working days: "0,25", "3", "1/3"."""
    return _days(Fraction(minutes), ",")


def _days(minutes: Fraction, point: str) -> str:
    days = in_days(minutes)
    thousandths = days * 1000
    if thousandths.denominator != 1:
        whole, part = divmod(days.numerator, days.denominator)
        return f"{whole} {part}/{days.denominator}" if whole else f"{part}/{days.denominator}"
    whole, part = divmod(int(thousandths), 1000)
    return f"{whole}{point}{part:03}".rstrip("0") if part else str(whole)
