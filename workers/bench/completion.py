"""Completing one user task through the engine's command, against the same rows written by bare psycopg."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final
from uuid import UUID

import psycopg
from sqlalchemy import select

from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor, Grant, Viewer
from engine.domain.forms import Submitted
from engine.domain.identifiers import derived_id
from engine.domain.states import TaskState
from engine.ports import RealClock
from engine.store.session import Store
from engine.store.tables import ProcessInstance, Task
from qms.bootstrap import surroundings
from workers.bench import floor
from workers.bench.comparing import Begin, Measured, compared, side_by_side, watched, worst
from workers.bench.figures import Series, in_sequence, measure
from workers.bench.floor import Connection
from workers.bench.model import KEY, loop_bundle
from workers.bench.processor import postgres_cpu_seconds

AGENCY: Final = derived_id("agency", "bench")
OFFICER: Final = Viewer(
    person=derived_id("person", "bench"), agency=AGENCY, grants=(Grant(role="CHUYEN_VIEN", unit=None),)
)
INSTANCES: Final = 20
WARM_UP: Final = 2


def bench_completion(url: str, *, clients: Sequence[int], rounds: int) -> dict[str, object]:
    """For each number of clients: our rate, the floor's, percentiles and CPU; clients are processes."""
    detail = []
    for count in clients:
        below = side_by_side(_run_floor, url, [rounds] * count)
        ours = side_by_side(_run_ours, url, [rounds] * count)
        detail.append(compared("clients", count, below=below, ours=ours))
    return {"bench": "completion", **worst(detail), "by_clients": detail}


def bench_age(url: str, *, rounds_at: Sequence[int], samples: int) -> dict[str, object]:
    """The same case in a loop, measured young and old: what its age costs, and how large its state is."""
    store = Store(url)
    try:
        with psycopg.connect(floor.plain_url(url), autocommit=True) as connection:
            turns = max(samples // INSTANCES, 1)
            below = watched(url, bare_completions(connection, url, turns))
        case = _start(store)
        done = 0
        detail: list[dict[str, Any]] = []
        for age in rounds_at:
            for _ in range(age - done):
                _round(store, [case])
            before = postgres_cpu_seconds(url)
            series = in_sequence([_round(store, [case]) for _ in range(samples)])
            after = postgres_cpu_seconds(url)
            spent = None if before is None or after is None else after - before
            done = age + samples
            ours = Measured(series=series, postgres_cpu=spent)
            figures = compared("round", age, below=below, ours=ours)
            detail.append({**figures, "state_bytes": _state_bytes(store, case)})
    finally:
        store.close()
    oldest, youngest = detail[-1]["p50_ms"], detail[0]["p50_ms"]
    return {
        "bench": "age",
        "cost_ratio_oldest_to_youngest": round(oldest / youngest, 3),
        **detail[-1],
        "by_round": detail,
    }


def _run_floor(begin: Begin, url: str, rounds: int) -> Series:
    with psycopg.connect(floor.plain_url(url), autocommit=True) as connection:
        operations = bare_completions(connection, url, rounds)
        begin()
        return measure(operations)


def bare_completions(connection: Connection, url: str, rounds: int) -> list[Callable[[], object]]:
    """The rows of so many completions of twenty cases, warmed up."""
    store = Store(url)
    try:
        cases = [_start(store) for _ in range(INSTANCES)]
        before = [floor.history_rows(connection, case) for case in cases]
        _round(store, cases)
    finally:
        store.close()
    patterns = [floor.pattern(connection, case, rows) for case, rows in zip(cases, before, strict=True)]
    measure(floor.operations(connection, patterns, WARM_UP))
    return floor.operations(connection, patterns, rounds)


def _run_ours(begin: Begin, url: str, rounds: int) -> Series:
    store = Store(url)
    try:
        cases = [_start(store) for _ in range(INSTANCES)]
        for _ in range(WARM_UP):
            _round(store, cases)
        begin()
        return in_sequence([_round(store, cases) for _ in range(rounds)])
    finally:
        store.close()


def _round(store: Store, cases: Sequence[UUID]) -> Series:
    """Complete the open task of each case; finding the tasks is not measured."""
    with store.reading() as session:
        tasks = session.scalars(
            select(Task.id).where(Task.instance_id.in_(cases), Task.state == TaskState.OPEN)
        ).all()
    return measure([partial(_complete, store, task) for task in tasks])


def _complete(store: Store, task: UUID) -> None:
    command = CompleteTask(task=task, viewer=OFFICER, origin="bench", submitted=Submitted(values={}))
    complete_task(store, _SURROUNDINGS, command, _CLOCK.now())


def _state_bytes(store: Store, case: UUID) -> int:
    with store.reading() as session:
        return len(
            session.scalars(select(ProcessInstance.process_state).where(ProcessInstance.id == case)).one()
        )


def _start(store: Store) -> UUID:
    actor = Actor(person=OFFICER.person, origin="bench")
    deploy_model(store, _SURROUNDINGS, DeployModel(bundle=loop_bundle(), actor=actor), _CLOCK.now())
    command = StartProcess(key=KEY, agency=AGENCY, series="BENCH", variables={}, actor=actor)
    return start_process(store, _SURROUNDINGS, command, _CLOCK.now()).instance


_CLOCK: Final = RealClock()
_SURROUNDINGS: Final = surroundings()
