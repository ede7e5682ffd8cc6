"""The share done in time month by month as a picture: a bar a month, its height the per cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from qms.dashboard.punctuality import Month

WIDTH: Final = 360
HEIGHT: Final = 150
TOP: Final = 20
BOTTOM: Final = 118
LEFT: Final = 8
_WHOLE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A month, in pixels; without a share there is a gap, not a bar of nought."""

    month: Month
    x: int
    width: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        """Where its words stand."""
        return self.x + self.width // 2


def bars_of(months: Sequence[Month]) -> tuple[Bar, ...]:
    """The bars from left to right."""
    step = (WIDTH - 2 * LEFT) // len(months)
    return tuple(_bar(month, LEFT + number * step, step - 6) for number, month in enumerate(months))


def _bar(month: Month, x: int, width: int) -> Bar:
    # A bar of two pixels says that there were cases and none was in time.
    height = 0 if month.percent is None else max(int((BOTTOM - TOP) * month.percent / Decimal(_WHOLE)), 2)
    return Bar(month=month, x=x + 3, width=width, y=BOTTOM - height, height=height)
