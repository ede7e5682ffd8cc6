"""Figures of a benchmark: rates and percentiles of durations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter, process_time
from typing import Final

_PERCENT: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Durations of single operations in seconds, and what they took in all."""

    durations: tuple[float, ...]
    elapsed: float
    cpu: float
    """CPU seconds of this process."""

    @property
    def rate(self) -> float:
        """Operations per second."""
        return len(self.durations) / self.elapsed

    def milliseconds(self, percent: int) -> float:
        """A percentile of the durations in milliseconds."""
        if len(self.durations) < 2:  # noqa: PLR2004 - a percentile needs two
            return round(self.durations[0] * 1000, 3)
        return round(quantiles(self.durations, n=_PERCENT, method="inclusive")[percent - 1] * 1000, 3)


def measure(operations: Sequence[Callable[[], object]]) -> Series:
    """Run the operations one after the other."""
    durations = []
    cpu, start = process_time(), perf_counter()
    for operation in operations:
        begun = perf_counter()
        operation()
        durations.append(perf_counter() - begun)
    return Series(durations=tuple(durations), elapsed=perf_counter() - start, cpu=process_time() - cpu)


def in_sequence(series: Sequence[Series]) -> Series:
    """Series that ran one after the other, as one; what lay between them does not count."""
    return Series(
        durations=tuple(duration for one in series for duration in one.durations),
        elapsed=sum(one.elapsed for one in series),
        cpu=sum(one.cpu for one in series),
    )


def joined(series: Sequence[Series]) -> Series:
    """Series that ran side by side, as one."""
    return Series(
        durations=tuple(duration for one in series for duration in one.durations),
        elapsed=max(one.elapsed for one in series),
        cpu=sum(one.cpu for one in series),
    )
