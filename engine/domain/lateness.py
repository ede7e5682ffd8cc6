"""How late timers fire, counted in classes that grow with the lateness: small to keep, true to a fifth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, log2
from typing import Final

CLASSES_PER_DOUBLING: Final = 4
LARGEST_CLASS: Final = 160
"""About 35 years."""
_MILLISECOND: Final = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """How late the timers of some hours fired, in milliseconds; None where none fired."""

    fired: int
    p50_ms: int | None
    p99_ms: int | None
    longest_ms: int | None


def class_of(late: timedelta) -> int:
    """The number of the class of a lateness; up to a millisecond is class 0."""
    milliseconds = late / _MILLISECOND
    if milliseconds <= 1:
        return 0
    return min(ceil(log2(milliseconds) * CLASSES_PER_DOUBLING), LARGEST_CLASS)


def most_of(number: int) -> int:
    """The greatest lateness of a class in milliseconds."""
    return round(2 ** (number / CLASSES_PER_DOUBLING))


def in_milliseconds(late: timedelta) -> int:
    """A lateness in whole milliseconds; what fired early, by the clock of another machine, is not late."""
    return max(0, late // _MILLISECOND)


def summary(counts: Mapping[int, int], longest_ms: int) -> Lateness:
    """What the counts of the classes say; a percentile is the upper end of its class."""
    fired = sum(counts.values())
    if not fired:
        return Lateness(fired=0, p50_ms=None, p99_ms=None, longest_ms=None)
    return Lateness(
        fired=fired,
        p50_ms=min(_percentile(counts, fired, 50), longest_ms),
        p99_ms=min(_percentile(counts, fired, 99), longest_ms),
        longest_ms=longest_ms,
    )


def _percentile(counts: Mapping[int, int], fired: int, percent: int) -> int:
    wanted, reached = ceil(fired * percent / 100), 0
    for number in sorted(counts):
        reached += counts[number]
        if reached >= wanted:
            return most_of(number)
    return most_of(max(counts))
