"""The trend of an objective as a picture: a point a quarter, and the line of its target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from qms.objectives.queries import ObjectiveLine
from qms.objectives.rules import QUARTERS, Period, Verdict

WIDTH: Final = 320
HEIGHT: Final = 120
LEFT: Final = 20
TOP: Final = 18
BOTTOM: Final = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A quarter that was measured, in pixels."""

    period: Period
    value: Decimal
    verdict: Verdict
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What the picture draws; nothing where no quarter has a value."""

    points: tuple[Point, ...]
    target_y: int

    @property
    def path(self) -> str:
        """The line through the points, as an SVG polyline says it."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


def trend_of(line: ObjectiveLine) -> Trend:
    """The picture of an objective, its scale from nought to the largest of its values and its target."""
    known = [(period, one) for period, one in line.quarters.items() if one.value is not None]
    values = [one.value for _, one in known if one.value is not None]
    top = max([*values, line.target, Decimal(1)])
    return Trend(
        points=tuple(
            Point(period=period, value=one.value, verdict=one.verdict, x=_x(period), y=_y(one.value, top))
            for period, one in known
            if one.value is not None
        ),
        target_y=_y(line.target, top),
    )


def _x(period: Period) -> int:
    step = (WIDTH - 2 * LEFT) // (len(QUARTERS) - 1)
    return LEFT + step * QUARTERS.index(period)


def _y(value: Decimal, top: Decimal) -> int:
    return BOTTOM - int((BOTTOM - TOP) * max(value, Decimal(0)) / top)
