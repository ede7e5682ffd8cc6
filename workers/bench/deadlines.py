"""Reckoning open deadlines anew after a day off was entered, against bare SQL that writes the same rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from time import perf_counter, process_time
from typing import Final
from uuid import UUID

import psycopg

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.recompute_deadlines import BATCH, recompute_next_batch
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.domain.calendar import DayKind
from engine.domain.local_time import local_day
from engine.execution.stale_dates import SETTLED_AFTER
from engine.ports import RealClock
from engine.queries.deadline_changes import reckoning_of
from engine.store.session import Store
from qms.bootstrap import surroundings
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import SetDay
from qms.legal_time.scopes import NATION
from workers.bench import deadline_rows
from workers.bench.comparing import Measured, compared
from workers.bench.figures import Series
from workers.bench.floor import plain_url
from workers.bench.model import AGENCY, DATED_KEY, dated_bundle
from workers.bench.processor import postgres_cpu_seconds

_CLOCK: Final = RealClock()
_ORIGIN: Final = "bench"
_AT_ONCE: Final = 2 * BATCH
"""Deadlines of one batch: each case has one, and one for its task."""


def bench_deadlines(url: str, *, deadlines: int) -> dict[str, object]:
    """Deadlines reckoned anew a second; every one of them moves, and half of them with their case's state."""
    cases = deadlines // 2
    store = Store(url)
    around = surroundings(store)
    try:
        actor = Actor(person=None, origin=_ORIGIN)
        deploy_model(store, around, DeployModel(bundle=dated_bundle(), actor=actor), _CLOCK.now())
        command = StartProcess(key=DATED_KEY, agency=AGENCY, series="BENCH", variables={}, actor=actor)
        started = start_process(store, around, command, _CLOCK.now())
        deadline_rows.add_cases(url, deadline_rows.template(url, started.instance), cases - 1)
        deadline_rows.settle(url)
        begun = _CLOCK.now()
        day = around.calendars.calendar_of(AGENCY).add_working_days(local_day(begun), 2)
        off = SetDay(day=day, kind=DayKind.HOLIDAY, name="Ngày nghỉ để đo", basis=_ORIGIN)
        draft = DraftChange(viewer=None, origin=_ORIGIN, scope=NATION, title="", edits=[off])
        change = draft_change(store, around, draft, begun)
        version = apply_change(store, around, ApplyChange(viewer=None, origin=_ORIGIN, change=change), begun)
        ours = _watched(url, lambda: _recompute(partial(recompute_next_batch, store, around), 2 * cases))
        with store.reading() as session:
            view = reckoning_of(session, version, agency=None)
    finally:
        store.close()
    if view is None or view.finished_at is None:
        raise LookupError(version)
    deadline_rows.settle(url)
    below = _watched(url, lambda: _on_the_floor(url, view.id, started.instance))
    return {
        "bench": "deadlines",
        **compared("clients", 1, below=below, ours=ours),
        "deadlines": view.seen,
        "changed": view.changed,
        "seconds": round(ours.series.elapsed, 1),
        "cases_at_once": BATCH,
    }


def _recompute(run: Callable[[datetime], bool], deadlines: int) -> Series:
    """Every batch of the reckoning, and the look at its end with the telling."""
    durations: list[float] = []
    now = _CLOCK.now()
    cpu, start = process_time(), perf_counter()
    for moment in (now, now + SETTLED_AFTER + timedelta(seconds=5)):
        begun = perf_counter()
        while run(moment):
            took, begun = perf_counter() - begun, perf_counter()
            durations += [took / _AT_ONCE] * _AT_ONCE
    elapsed = perf_counter() - start
    return Series(durations=tuple(durations[:deadlines]), elapsed=elapsed, cpu=process_time() - cpu)


def _on_the_floor(url: str, reckoning: UUID, instance: UUID) -> Series:
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        pattern = deadline_rows.pattern(connection, instance)
        batches = list(deadline_rows.changed_cases(connection, reckoning))
        durations: list[float] = []
        cpu, start = process_time(), perf_counter()
        for cases in batches:
            begun = perf_counter()
            count = deadline_rows.write_on_the_floor(connection, cases, pattern)
            durations += [(perf_counter() - begun) / count] * count
        return Series(durations=tuple(durations), elapsed=perf_counter() - start, cpu=process_time() - cpu)


def _watched(url: str, run: Callable[[], Series]) -> Measured:
    before = postgres_cpu_seconds(url)
    series = run()
    after = postgres_cpu_seconds(url)
    return Measured(series=series, postgres_cpu=None if before is None or after is None else after - before)
