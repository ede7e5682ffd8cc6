"""Completing a task through the web: what the server and the database spend on it, against bare psycopg."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

import psycopg

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.ports import RealClock
from engine.store.session import Store
from qms.bootstrap import surroundings
from qms.demo_office.loading import DEMO_PASSWORD, agency_id, load_demo_office
from workers.bench.completion import bare_completions
from workers.bench.figures import Series, in_sequence, joined, measure
from workers.bench.floor import Connection, plain_url
from workers.bench.inbox import spread_tasks
from workers.bench.model import KEY, loop_bundle
from workers.bench.processor import postgres_cpu_seconds, tree_cpu_seconds

OFFICE: Final = "VP-UBND-TN"
OFFICER: Final = "camtien"
CASES: Final = 10
"""Of each client; their tasks are completed in turn."""
PAGES: Final = 60
_TOKEN: Final = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_FOUND: Final = 302
_ROOT: Final = Path(__file__).resolve().parents[2]
_CLOCK: Final = RealClock()
_OPEN: Final = "SELECT id FROM task WHERE instance_id = ANY (%s) AND state = 'open'"


class Browser:
    """One officer's browser: signed in, it posts forms and reads pages over one connection."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=120)
        self._cookies: dict[str, str] = {}
        self._token = ""
        self._read_token("/sign-in")
        self.post("/sign-in", username=OFFICER, password=DEMO_PASSWORD)
        self._read_token("/")

    def get(self, path: str) -> str:
        """Read a page."""
        _status, body = self._ask("GET", path, None)
        return body

    def post(self, path: str, **fields: str) -> None:
        """Hand a form in; raises RuntimeError unless the server leads on."""
        status, body = self._ask("POST", path, urlencode({"csrf_token": self._token, **fields}))
        if status != _FOUND:
            raise RuntimeError(f"{path}: {status} {body[:200]}")

    def _read_token(self, path: str) -> None:
        found = _TOKEN.search(self.get(path))
        if found is not None:
            self._token = found.group(1)

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        for cookie in answer.msg.get_all("Set-Cookie") or ():
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, answer.read().decode()


def bench_http(
    url: str, *, clients: Sequence[int], rounds: int, tasks: Sequence[int], port: int
) -> dict[str, object]:
    """For each number of clients the CPU of a completion; for each number of open tasks that of the inbox."""
    store = Store(url)
    load_demo_office(store, _CLOCK.now())
    deploy_model(store, surroundings(), DeployModel(bundle=loop_bundle(), actor=Actor.system()), _CLOCK.now())
    floor_cpu, floor_series = _floor(url, rounds)
    with _server(url, port) as pid, psycopg.connect(plain_url(url), autocommit=True) as connection:
        detail = [
            _compare(
                count,
                *_completions(store, connection, url, pid, port=port, clients=count, rounds=rounds),
                floor_cpu=floor_cpu,
                floor=floor_series,
            )
            for count in clients
        ]
        pages = _pages(store, connection, url, pid, port=port, tasks=tasks)
    store.close()
    worst = max(detail, key=lambda one: float(one["cpu_ratio_to_floor"]))
    return {"bench": "http", **worst, "by_clients": detail, **pages}


def _compare(clients: int, series: Series, cpu: float, *, floor_cpu: float, floor: Series) -> dict[str, Any]:
    each = cpu / len(series.durations)
    below = floor_cpu / len(floor.durations)
    return {
        "clients": clients,
        "floor_per_s": round(floor.rate, 1),
        "ours_per_s": round(series.rate, 1),
        "ratio_to_floor": round(series.rate / floor.rate, 3),
        "p50_ms": series.milliseconds(50),
        "p95_ms": series.milliseconds(95),
        "p99_ms": series.milliseconds(99),
        "cpu_ms_per_operation": round(each * 1000, 3),
        "floor_cpu_ms_per_operation": round(below * 1000, 3),
        "cpu_ratio_to_floor": round(each / below, 3),
    }


def _floor(url: str, rounds: int) -> tuple[float, Series]:
    """CPU seconds of bare psycopg and PostgreSQL together."""
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        operations = bare_completions(connection, url, rounds)
        before = postgres_cpu_seconds(url) or 0.0
        series = measure(operations)
        return series.cpu + (postgres_cpu_seconds(url) or 0.0) - before, series


def _completions(
    store: Store, connection: Connection, url: str, pid: int, *, port: int, clients: int, rounds: int
) -> tuple[Series, float]:
    browsers = [Browser(port) for _ in range(clients)]
    cases = [[_start(store) for _ in range(CASES)] for _ in browsers]
    spent, done = 0.0, []
    with ThreadPoolExecutor(clients) as pool:
        for turn in range(rounds + 1):
            posts = [_posts(connection, *pair) for pair in zip(browsers, cases, strict=True)]
            before = _spent(url, pid)
            series = joined(list(pool.map(measure, posts)))
            if turn:  # the first compiles the model in each server process
                spent += _spent(url, pid) - before
                done.append(series)
    return in_sequence(done), spent


def _posts(connection: Connection, browser: Browser, cases: Sequence[UUID]) -> list[Callable[[], object]]:
    found = connection.execute(_OPEN, (list(cases),)).fetchall()
    return [partial(browser.post, f"/tasks/{task}/completion") for (task,) in found]


def _pages(
    store: Store, connection: Connection, url: str, pid: int, *, port: int, tasks: Sequence[int]
) -> dict[str, object]:
    """The inbox page with ever more open tasks in the house."""
    browser, instance = Browser(port), _start(store)
    detail = []
    there = 0
    for count in tasks:
        spread_tasks(connection, instance, count - there, also=agency_id(OFFICE))
        there = count
        measure([partial(browser.get, "/")] * 10)
        before = _spent(url, pid)
        series = measure([partial(browser.get, "/")] * PAGES)
        cpu = (_spent(url, pid) - before) / PAGES
        detail.append(
            {"open_tasks": count, "page_cpu_ms": round(cpu * 1000, 3), "p50_ms": series.milliseconds(50)}
        )
    first, last = float(detail[0]["page_cpu_ms"]), float(detail[-1]["page_cpu_ms"])
    return {"inbox_cpu_ratio": round(last / first, 3) if first else None, "inbox": detail}


def _spent(url: str, pid: int) -> float:
    return tree_cpu_seconds(pid) + (postgres_cpu_seconds(url) or 0.0)


def _start(store: Store) -> UUID:
    command = StartProcess(
        key=KEY, agency=agency_id(OFFICE), series="BENCH", variables={}, actor=Actor.system()
    )
    return start_process(store, surroundings(), command, _CLOCK.now()).instance


@contextmanager
def _server(url: str, port: int) -> Iterator[int]:
    """`quytrinh serve` as it runs in an office, on this database."""
    environment = {
        **os.environ,
        "QUYTRINH_ENVIRONMENT": "demo",
        "QUYTRINH_SECRET_KEY": "a secret for the benchmark alone, long enough",
        "QUYTRINH_BASE_URL": f"http://127.0.0.1:{port}",
        "QUYTRINH_MAIL_FROM": "ISO <iso@vp.tayninh.example>",
        "SMTP_URL": "smtp://127.0.0.1:8025",
        "DATABASE_URL": plain_url(url),
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "workers.cli", "serve", "--port", str(port)],
        cwd=_ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield server.pid
    finally:
        server.terminate()
        server.wait(60)


def _wait_for(port: int) -> None:
    for _ in range(240):
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/sign-in")
            connection.getresponse().read()
        except OSError:
            Event().wait(0.25)
        else:
            return
    raise RuntimeError("the web server does not answer")
