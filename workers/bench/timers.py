"""Firing timers that only move a token, against a bare claim; and how late a worker fires them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import quantiles
from threading import Event
from time import monotonic, perf_counter, process_time
from typing import Final

import psycopg

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.fire_next_timer import TOGETHER, fire_next_timer
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.ports import RealClock
from engine.store.session import Store
from qms.bootstrap import surroundings
from workers.bench import timer_rows
from workers.bench.case_rows import Row
from workers.bench.comparing import Begin, compared, side_by_side, worst
from workers.bench.figures import Series
from workers.bench.floor import plain_url
from workers.bench.model import AGENCY, TIMER_KEY, timer_bundle
from workers.listening import ROOT

FAR: Final = datetime(2099, 1, 1, tzinfo=UTC)
WARM_UP: Final = 20
"""Transactions that are not measured."""
_BEFORE: Final = datetime(2026, 1, 1, tzinfo=UTC)
_GETTING_READY: Final = timedelta(seconds=6)
_PATIENCE: Final = 120.0
_CLOCK: Final = RealClock()


def bench_timers(
    url: str, *, pending: int, due: int, workers: Sequence[int], per_second: int, seconds: int
) -> dict[str, object]:
    """Rates of firing for each number of worker processes, and the lateness under a steady load.

    The floor claims and fires one timer in a transaction, ours up to `TOGETHER`.
    """
    model = _template(url)
    timer_rows.add_pending(url, model, pending)
    _add_due(url, model, 1)
    side_by_side(_run_ours, url, [None])
    events = timer_rows.events_of_a_firing(url, model)
    detail = []
    for count in workers:
        _add_due(url, model, due + count * WARM_UP)
        below = side_by_side(_run_floor, url, [events] * count)
        _add_due(url, model, due + count * WARM_UP * TOGETHER)
        ours = side_by_side(_run_ours, url, [None] * count)
        detail.append(compared("workers", count, below=below, ours=ours))
    return {
        "bench": "timers",
        **worst(detail),
        "pending": pending,
        "due": due,
        "history_rows_per_firing": len(events),
        "most_timers_per_transaction": TOGETHER,
        "by_workers": detail,
        "lateness": _lateness(url, model, per_second, seconds),
    }


def _template(url: str) -> timer_rows.Template:
    store, around = Store(url), surroundings()
    actor = Actor(person=None, origin="bench")
    try:
        deploy_model(store, around, DeployModel(bundle=timer_bundle(), actor=actor), _CLOCK.now())
        command = StartProcess(
            key=TIMER_KEY, agency=AGENCY, series="BENCH", variables={"han": FAR}, actor=actor
        )
        started = start_process(store, around, command, _CLOCK.now())
    finally:
        store.close()
    return timer_rows.template(url, started.instance)


def _add_due(url: str, model: timer_rows.Template, count: int) -> None:
    timer_rows.add_due(url, model, count, first=_BEFORE, apart="1 s")
    timer_rows.settle(url)


def _run_floor(begin: Begin, url: str, events: tuple[Row, ...]) -> Series:
    with psycopg.connect(plain_url(url), autocommit=True) as connection:

        def fire() -> int | None:
            return 1 if timer_rows.fire_on_the_floor(connection, events, _CLOCK.now()) else None

        return _until_none(begin, fire)


def _run_ours(begin: Begin, url: str, _nothing: object) -> Series:
    store, around = Store(url), surroundings()

    def fire() -> int | None:
        if not fire_next_timer(store, around, _CLOCK.now()):
            return None
        return sum(noted.count for noted in around.lateness.take().values())

    try:
        return _until_none(begin, fire)
    finally:
        store.close()


def _until_none(begin: Begin, fire: Callable[[], int | None]) -> Series:
    """Fire until nothing is due; the first few compile the model and its statements.

    Timers of one transaction share its duration evenly.
    """
    for _ in range(WARM_UP):
        fire()
    begin()
    durations: list[float] = []
    cpu, start = process_time(), perf_counter()
    while True:
        begun = perf_counter()
        fired = fire()
        if fired is None:
            break
        durations += [(perf_counter() - begun) / fired] * fired if fired else ()
    elapsed = perf_counter() - start
    return Series(durations=tuple(durations), elapsed=elapsed, cpu=process_time() - cpu)


def _lateness(url: str, model: timer_rows.Template, per_second: int, seconds: int) -> dict[str, object]:
    """So many timers a second, fired by a worker process as it runs in an office."""
    expected = per_second * seconds
    first = _CLOCK.now() + _GETTING_READY
    timer_rows.add_due(url, model, expected, first=first, apart=f"{1000 / per_second} ms")
    with _worker(url):
        fired = _collected(partial(timer_rows.latenesses, url, first), expected, seconds)
    cuts = quantiles(fired, n=100, method="inclusive") if len(fired) > 1 else [0.0] * 99
    return {
        "due_per_s": per_second,
        "expected": expected,
        "fired": len(fired),
        "p50_ms": round(cuts[49] * 1000, 1),
        "p99_ms": round(cuts[98] * 1000, 1),
        "max_ms": round(max(fired, default=0.0) * 1000, 1),
    }


def _collected(read: Callable[[], list[float]], expected: int, seconds: int) -> list[float]:
    end = monotonic() + seconds + _GETTING_READY.total_seconds() + _PATIENCE
    fired = read()
    while len(fired) < expected and monotonic() < end:
        Event().wait(0.5)
        fired = read()
    return fired


@contextmanager
def _worker(url: str) -> Iterator[None]:
    environment = {
        **os.environ,
        "QUYTRINH_ENVIRONMENT": "production",
        "DATABASE_URL": plain_url(url),
        "QUYTRINH_SECRET_KEY": "0" * 64,
        "QUYTRINH_BASE_URL": "http://127.0.0.1:8000",
        "QUYTRINH_MAIL_FROM": "Bench <bench@co-quan.example>",
        "SMTP_URL": "smtp://127.0.0.1:1",
    }
    command = [sys.executable, "-m", "workers.cli", "worker"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as worker:
        try:
            yield
        finally:
            worker.send_signal(signal.SIGTERM)
