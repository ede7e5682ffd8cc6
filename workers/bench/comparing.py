"""Runs ours and its floor in so many processes, and says how the one stands to the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Final, TypeAlias, cast

from workers.bench.figures import Series, joined, measure
from workers.bench.processor import postgres_cpu_seconds

Begin: TypeAlias = Callable[[], object]
Run: TypeAlias = Callable[[Begin, str, Any], Series]
"""Gets ready, calls its first argument, and measures on the database of the second."""

_PATIENCE_SECONDS: Final = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What so many processes did side by side, and the CPU that the database took for it meanwhile."""

    series: Series
    postgres_cpu: float | None

    @property
    def postgres_cpu_ms(self) -> float | None:
        """Milliseconds of the server's CPU for one operation."""
        if self.postgres_cpu is None:
            return None
        return round(self.postgres_cpu / max(len(self.series.durations), 1) * 1000, 3)

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of our processes' CPU for one operation."""
        return round(self.series.cpu / max(len(self.series.durations), 1) * 1000, 3)


def side_by_side(run: Run, url: str, each: Sequence[object]) -> Measured:
    """Run one process for each of the values, all beginning to measure at the same moment."""
    context = get_context("spawn")
    barrier = context.Barrier(len(each) + 1)
    results = context.Queue()
    clients = [context.Process(target=_client, args=(run, barrier, results, url, value)) for value in each]
    for client in clients:
        client.start()
    Thread(target=_watch, args=(clients, barrier), daemon=True).start()
    barrier.wait(_PATIENCE_SECONDS)
    before = postgres_cpu_seconds(url)
    barrier.wait(_PATIENCE_SECONDS)
    series = [results.get(timeout=_PATIENCE_SECONDS) for _ in clients]
    after = postgres_cpu_seconds(url)
    for client in clients:
        client.join()
    return Measured(
        series=joined(series), postgres_cpu=None if before is None or after is None else after - before
    )


def _watch(clients: Sequence[BaseProcess], barrier: Any) -> None:
    """A client that dies before it measures lets nobody wait for it."""
    waiting = {client.sentinel: client for client in clients}
    while waiting:
        for sentinel in wait(list(waiting)):
            client = waiting.pop(cast("int", sentinel))
            client.join()
            if client.exitcode:
                barrier.abort()


def _client(run: Run, barrier: Any, results: Any, url: str, value: object) -> None:
    def begin() -> None:
        barrier.wait(_PATIENCE_SECONDS)
        barrier.wait(_PATIENCE_SECONDS)

    try:
        results.put(run(begin, url, value))
    except BaseException:
        barrier.abort()
        raise


def watched(url: str, operations: Sequence[Callable[[], object]]) -> Measured:
    """Run the operations here, one after the other, and read what the database spent on them."""
    before = postgres_cpu_seconds(url)
    series = measure(operations)
    after = postgres_cpu_seconds(url)
    return Measured(series=series, postgres_cpu=None if before is None or after is None else after - before)


def compared(name: str, count: int, *, below: Measured, ours: Measured) -> dict[str, object]:
    """The figures of one number of clients."""
    return {
        name: count,
        "floor_per_s": round(below.series.rate, 1),
        "ours_per_s": round(ours.series.rate, 1),
        "ratio_to_floor": round(ours.series.rate / below.series.rate, 3),
        "p50_ms": ours.series.milliseconds(50),
        "p95_ms": ours.series.milliseconds(95),
        "p99_ms": ours.series.milliseconds(99),
        "floor_p50_ms": below.series.milliseconds(50),
        "cpu_ms_per_operation": ours.cpu_ms,
        "postgres_cpu_ms_per_operation": ours.postgres_cpu_ms,
        "floor_cpu_ms_per_operation": below.cpu_ms,
        "floor_postgres_cpu_ms_per_operation": below.postgres_cpu_ms,
    }


def worst(detail: Sequence[dict[str, object]]) -> dict[str, object]:
    """The figures with the lowest ratio to the floor."""
    return min(detail, key=lambda one: float(str(one["ratio_to_floor"])))
