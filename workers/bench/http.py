"""Completing a task through the web: what the server and the database spend on it, against bare psycopg."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from time import perf_counter
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
from workers.bench.comparing import Measured, compared, watched
from workers.bench.completion import bare_completions
from workers.bench.figures import in_sequence, joined, measure
from workers.bench.floor import Connection, plain_url
from workers.bench.inbox import spread_tasks
from workers.bench.model import KEY, loop_bundle
from workers.bench.processor import postgres_cpu_seconds, tree_cpu_seconds

OFFICE: Final = "VP-UBND-TN"
OFFICER: Final = "camtien"
CASES: Final = 10
"""Of each client; their tasks are completed in turn."""
WARM_UP: Final = 4
_TOKEN: Final = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_FOUND: Final = 302
_KEPT_SECONDS: Final = 1.0
"""A resting connection is given up by the server after two."""
_ROOT: Final = Path(__file__).resolve().parents[2]
_CLOCK: Final = RealClock()
_OPEN: Final = "SELECT id FROM task WHERE instance_id = ANY (%s) AND state = 'open'"


class Browser:
    """One officer's browser: signed in, it posts forms and reads pages over one connection."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=120)
        self._asked_at = perf_counter()
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

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()

    def _read_token(self, path: str) -> None:
        found = _TOKEN.search(self.get(path))
        if found is not None:
            self._token = found.group(1)

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        if perf_counter() - self._asked_at > _KEPT_SECONDS:
            self._connection.close()  # the server has let go of it; the next request opens another
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        self._asked_at = perf_counter()
        for cookie in answer.msg.get_all("Set-Cookie") or ():
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, answer.read().decode()


@contextmanager
def browsing(port: int, count: int) -> Iterator[list[Browser]]:
    """So many browsers, closed at the end."""
    with ExitStack() as stack:
        browsers = []
        for _ in range(count):
            browsers.append(browser := Browser(port))
            stack.callback(browser.close)
        yield browsers


def bench_http(
    url: str, *, clients: Sequence[int], rounds: int, tasks: Sequence[int], pages: int, port: int
) -> dict[str, object]:
    """For each number of clients the CPU of a completion; for each number of open tasks that of the inbox."""
    store = Store(url)
    load_demo_office(store, _CLOCK.now())
    deploy_model(store, surroundings(), DeployModel(bundle=loop_bundle(), actor=Actor.system()), _CLOCK.now())
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        below = watched(url, bare_completions(connection, url, rounds))
        with running(url, port, "serve", "--port", str(port)) as pid:
            house = House(url=url, port=port, pid=pid, store=store, connection=connection)
            detail = [_compare(count, below, _completions(house, count, rounds)) for count in clients]
            shown = _pages(house, tasks, pages)
    store.close()
    worst = max(detail, key=lambda one: float(one["cpu_ratio_to_floor"]))
    return {"bench": "http", **worst, "by_clients": detail, **shown}


def ready_office(store: Store) -> None:
    """The demo office with the model that is completed."""
    load_demo_office(store, _CLOCK.now())
    command = DeployModel(bundle=loop_bundle(), actor=Actor.system())
    deploy_model(store, surroundings(), command, _CLOCK.now())


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A running server, its database, and a connection to look into it."""

    url: str
    port: int
    pid: int
    store: Store
    connection: Connection

    def spent(self) -> tuple[float, float]:
        """CPU seconds of the server and of PostgreSQL so far."""
        return tree_cpu_seconds(self.pid), postgres_cpu_seconds(self.url) or 0.0


def _compare(clients: int, below: Measured, ours: Measured) -> dict[str, Any]:
    """The figures of one number of clients; what the browsers themselves spend does not count."""
    figures = compared("clients", clients, below=below, ours=ours)
    above = ours.cpu_ms + (ours.postgres_cpu_ms or 0.0)
    floor = below.cpu_ms + (below.postgres_cpu_ms or 0.0)
    return {**figures, "cpu_ratio_to_floor": round(above / floor, 3)}


def _completions(house: House, clients: int, rounds: int) -> Measured:
    server, postgres, done = 0.0, 0.0, []
    with browsing(house.port, clients) as browsers, ThreadPoolExecutor(clients) as pool:
        cases = [[start_case(house.store) for _ in range(CASES)] for _ in browsers]
        for turn in range(rounds + WARM_UP):
            posts = [_posts(house.connection, *pair) for pair in zip(browsers, cases, strict=True)]
            before = house.spent()
            series = joined(list(pool.map(measure, posts)))
            after = house.spent()
            if turn >= WARM_UP:  # each server process compiles the model and its statements first
                server += after[0] - before[0]
                postgres += after[1] - before[1]
                done.append(series)
    return Measured(series=replace(in_sequence(done), cpu=server), postgres_cpu=postgres)


def _posts(connection: Connection, browser: Browser, cases: Sequence[UUID]) -> list[Callable[[], object]]:
    found = connection.execute(_OPEN, (list(cases),)).fetchall()
    return [partial(browser.post, f"/tasks/{task}/completion") for (task,) in found]


def _pages(house: House, tasks: Sequence[int], pages: int) -> dict[str, object]:
    """The inbox page with ever more open tasks in the house."""
    instance = start_case(house.store)
    detail: list[dict[str, Any]] = []
    there = 0
    with browsing(house.port, 1) as (browser,):
        for count in tasks:
            spread_tasks(house.connection, instance, count - there, also=agency_id(OFFICE))
            there = count
            measure([partial(browser.get, "/")] * pages)
            before = sum(house.spent())
            series = measure([partial(browser.get, "/")] * pages)
            cpu = (sum(house.spent()) - before) / pages
            detail.append(
                {"open_tasks": count, "page_cpu_ms": round(cpu * 1000, 3), "p50_ms": series.milliseconds(50)}
            )
    first, last = detail[0]["page_cpu_ms"], detail[-1]["page_cpu_ms"]
    return {"inbox_cpu_ratio": round(last / first, 3) if first else None, "inbox": detail}


def start_case(store: Store) -> UUID:
    """One case whose task the officer may do."""
    command = StartProcess(
        key=KEY, agency=agency_id(OFFICE), series="BENCH", variables={}, actor=Actor.system()
    )
    return start_process(store, surroundings(), command, _CLOCK.now()).instance


@contextmanager
def running(url: str, port: int | None, *arguments: str) -> Iterator[int]:
    """A command of `quytrinh` as it runs in an office, on this database; its process number."""
    environment = {
        **os.environ,
        "QUYTRINH_ENVIRONMENT": "demo",
        "QUYTRINH_SECRET_KEY": "a secret for the benchmark alone, long enough",
        "QUYTRINH_BASE_URL": "http://127.0.0.1",
        "QUYTRINH_MAIL_FROM": "ISO <iso@vp.tayninh.example>",
        "SMTP_URL": "smtp://127.0.0.1:9",
        "DATABASE_URL": plain_url(url),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "workers.entry", *arguments],
        cwd=_ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        if port is not None:
            _wait_for(port)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:  # what was measured is not lost with it
            process.kill()
            process.wait()


def _wait_for(port: int) -> None:
    for _ in range(240):
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                connection.request("GET", "/sign-in")
                connection.getresponse().read()
        except OSError:
            Event().wait(0.25)
        else:
            return
    raise RuntimeError("the web server does not answer")
