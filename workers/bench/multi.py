"""A hundred instances of a sub-process at the same time: what starting them and completing each one costs."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

import psycopg

from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor, Grant, Viewer
from engine.domain.forms import Submitted
from engine.domain.identifiers import derived_id
from engine.execution.surroundings import Surroundings
from engine.ports import RealClock
from engine.store.session import Store
from qms.bootstrap import surroundings
from workers.bench import case_rows
from workers.bench.case_rows import CaseRows
from workers.bench.comparing import Begin, compared, side_by_side
from workers.bench.figures import Series, in_sequence, measure
from workers.bench.floor import plain_url
from workers.bench.model import AGENCY, MULTI_KEY, multi_bundle

WARM_UP: Final = 3
"""Instances of the case that is played before anything is measured."""
_OFFICER: Final = Viewer(
    person=derived_id("person", "bench"), agency=AGENCY, grants=(Grant(role="CHUYEN_VIEN", unit=None),)
)
_ACTOR: Final = Actor(person=_OFFICER.person, origin="bench")
_CLOCK: Final = RealClock()


def bench_multi(url: str, *, parallel: int, cases: int) -> dict[str, object]:
    """So many cases with so many parallel instances each, all completed one after the other."""
    store, around = Store(url), surroundings()
    try:
        deploy_model(store, around, DeployModel(bundle=multi_bundle(), actor=_ACTOR), _CLOCK.now())
        _play(store, around, url, WARM_UP)
        begun: list[UUID] = []
        starting = measure([lambda: begun.append(_start(store, around, parallel))] * cases)
        full = _rows(url, begun[0])
        halfway = _halved(store, around, url, begun[0])
    finally:
        store.close()
    below = side_by_side(_run_floor, url, [(cases, full, halfway)])
    ours = side_by_side(_run_ours, url, [(cases, parallel)])
    return {
        "bench": "multi",
        **compared("clients", 1, below=below, ours=ours),
        "parallel": parallel,
        "cases": cases,
        "start_ms": starting.milliseconds(50),
        "state_bytes": len(full.state),
        "state_bytes_halfway": len(halfway.state),
        "history_rows_per_start": len(full.events),
        "history_rows_per_completion": len(halfway.events),
    }


def _rows(url: str, instance: UUID) -> CaseRows:
    with psycopg.connect(plain_url(url)) as connection:
        return case_rows.read_case(connection, instance)


def _open_tasks(url: str, instance: UUID) -> list[UUID]:
    return [row[0] for row in _rows(url, instance).tasks]


def _halved(store: Store, around: Surroundings, url: str, instance: UUID) -> CaseRows:
    """The case when half of it is done, with the history of the last completion."""
    tasks = _open_tasks(url, instance)
    half = tasks[: max(len(tasks) // 2, 1)]
    before = _rows(url, instance)
    for task in half:
        before = _rows(url, instance)
        _complete(store, around, task)
    return _rows(url, instance).since(before)


def _run_floor(begin: Begin, url: str, asked: tuple[int, CaseRows, CaseRows]) -> Series:
    cases, full, halfway = asked
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        measure(case_rows.completions(connection, full, halfway)[:WARM_UP])
        ready = [case_rows.completions(connection, full, halfway) for _ in range(cases)]
        begin()
        return in_sequence([measure(completions) for completions in ready])


def _run_ours(begin: Begin, url: str, asked: tuple[int, int]) -> Series:
    cases, parallel = asked
    store, around = Store(url), surroundings()
    try:
        _play(store, around, url, WARM_UP)
        ready = [_open_tasks(url, _start(store, around, parallel)) for _ in range(cases)]
        begin()
        return in_sequence(
            [measure([partial(_complete, store, around, task) for task in tasks]) for tasks in ready]
        )
    finally:
        store.close()


def _play(store: Store, around: Surroundings, url: str, parallel: int) -> None:
    for task in _open_tasks(url, _start(store, around, parallel)):
        _complete(store, around, task)


def _start(store: Store, around: Surroundings, parallel: int) -> UUID:
    command = StartProcess(
        key=MULTI_KEY,
        agency=AGENCY,
        series="BENCH",
        variables={"cac_phan": list(range(parallel))},
        actor=_ACTOR,
    )
    return start_process(store, around, command, _CLOCK.now()).instance


def _complete(store: Store, around: Surroundings, task: UUID) -> None:
    command = CompleteTask(task=task, viewer=_OFFICER, origin="bench", submitted=Submitted(values={}))
    complete_task(store, around, command, _CLOCK.now())
