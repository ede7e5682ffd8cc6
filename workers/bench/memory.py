"""Memory of the web server and of a worker over very many completions: it must stay where it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

import psycopg

from engine.store.session import Store
from workers.bench.figures import measure
from workers.bench.floor import Connection, plain_url
from workers.bench.http import Browser, browsing, ready_office, running, start_case
from workers.bench.processor import tree_pids

CASES: Final = 10
_OPEN: Final = "SELECT id FROM task WHERE instance_id = ANY (%s) AND state = 'open'"


def bench_memory(
    url: str, *, completions: int, clients: int, port: int, samples: int = 10
) -> dict[str, object]:
    """Complete tasks through the web and let a worker write the letters; resident megabytes on the way.

    The first tenth warms up; `growth` compares the end with its end.
    """
    store = Store(url)
    ready_office(store)
    taken: list[dict[str, float]] = []
    with (
        running(url, port, "serve", "--port", str(port)) as web,
        running(url, None, "worker") as worker,
        psycopg.connect(plain_url(url), autocommit=True) as connection,
        ThreadPoolExecutor(clients) as pool,
        browsing(port, clients) as browsers,
    ):
        cases = [[start_case(store) for _ in range(CASES)] for _ in browsers]
        done = 0
        for sample in range(1, samples + 1):
            while done < completions * sample // samples:
                posts = [
                    _posts(connection, browser, mine) for browser, mine in zip(browsers, cases, strict=True)
                ]
                if not all(posts):
                    raise LookupError("a case has no open task")
                done += sum(len(series.durations) for series in pool.map(measure, posts))
            taken.append(
                {"completions": done, "web_mb": _resident_mb(web), "worker_mb": _resident_mb(worker)}
            )
    store.close()
    first, last = taken[0], taken[-1]
    return {
        "bench": "memory",
        "completions": done,
        "web_growth": round(last["web_mb"] / first["web_mb"], 3),
        "worker_growth": round(last["worker_mb"] / first["worker_mb"], 3),
        "samples": taken,
    }


def _posts(connection: Connection, browser: Browser, cases: Sequence[object]) -> list[Callable[[], object]]:
    found = connection.execute(_OPEN, (list(cases),)).fetchall()
    return [partial(browser.post, f"/tasks/{task}/completion") for (task,) in found]


def _resident_mb(pid: int) -> float:
    """Of a process and its children, in megabytes; pages they share are counted once each."""
    pages = 0
    for one in tree_pids(pid):
        resident, shared = (Path("/proc") / str(one) / "statm").read_text().split()[1:3]
        pages += int(resident) - int(shared)
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024, 1)
