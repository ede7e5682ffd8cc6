"""Starting cases through the engine's command, against the same rows written by bare psycopg."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final
from uuid import UUID

import psycopg

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.execution.surroundings import Surroundings
from engine.ports import RealClock
from engine.store.session import Store
from qms.bootstrap import surroundings
from workers.bench import case_rows
from workers.bench.case_rows import CaseRows
from workers.bench.comparing import Begin, compared, side_by_side, worst
from workers.bench.figures import Series, measure
from workers.bench.floor import plain_url
from workers.bench.model import AGENCY, KEY, loop_bundle

WARM_UP: Final = 10
_ACTOR: Final = Actor(person=None, origin="bench")
_CLOCK: Final = RealClock()


def bench_start(url: str, *, clients: Sequence[int], cases: int) -> dict[str, object]:
    """For each number of clients: our rate of starts, the floor's, percentiles and CPU."""
    like = _like(url)
    detail = []
    for count in clients:
        below = side_by_side(_run_floor, url, [(cases, like)] * count)
        ours = side_by_side(_run_ours, url, [cases] * count)
        detail.append(compared("clients", count, below=below, ours=ours))
    return {
        "bench": "start",
        **worst(detail),
        "state_bytes": len(like.state),
        "history_rows_per_start": len(like.events),
        "by_clients": detail,
    }


def _like(url: str) -> CaseRows:
    store, around = Store(url), surroundings()
    try:
        deploy_model(store, around, DeployModel(bundle=loop_bundle(), actor=_ACTOR), _CLOCK.now())
        instance = _start(store, around)
        with psycopg.connect(plain_url(url)) as connection:
            return case_rows.read_case(connection, instance)
    finally:
        store.close()


def _run_floor(begin: Begin, url: str, asked: tuple[int, CaseRows]) -> Series:
    cases, like = asked
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        measure(case_rows.starts(connection, like, WARM_UP))
        begin()
        return measure(case_rows.starts(connection, like, cases))


def _run_ours(begin: Begin, url: str, cases: int) -> Series:
    store, around = Store(url), surroundings()
    try:
        measure([partial(_start, store, around)] * WARM_UP)
        begin()
        return measure([partial(_start, store, around)] * cases)
    finally:
        store.close()


def _start(store: Store, around: Surroundings) -> UUID:
    command = StartProcess(key=KEY, agency=AGENCY, series="BENCH", variables={}, actor=_ACTOR)
    return start_process(store, around, command, _CLOCK.now()).instance
