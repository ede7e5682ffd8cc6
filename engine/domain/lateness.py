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


BANDS_MS: Final = (1_000, 5_000, 30_000, 60_000, 300_000, 900_000, 3_600_000, 86_400_000)
"""Upper ends of the bands in which people look at lateness; the last band is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """How many timers fired so late: more than the band before, at most `up_to_ms` (None: any later)."""

    up_to_ms: int | None
    fired: int


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


def bands(counts: Mapping[int, int]) -> tuple[Band, ...]:
    """The counts of the classes gathered into bands; a class stands where its greatest lateness does."""
    ends = (*BANDS_MS, None)
    gathered = dict.fromkeys(ends, 0)
    for number, fired in counts.items():
        gathered[next((end for end in BANDS_MS if most_of(number) <= end), None)] += fired
    return tuple(Band(up_to_ms=end, fired=gathered[end]) for end in ends)


def _percentile(counts: Mapping[int, int], fired: int, percent: int) -> int:
    wanted, reached = ceil(fired * percent / 100), 0
    for number in sorted(counts):
        reached += counts[number]
        if reached >= wanted:
            return most_of(number)
    return most_of(max(counts))
