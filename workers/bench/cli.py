"""The benchmarks on the command line."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from engine.store import embedded, migrate
from workers.bench.completion import bench_age, bench_completion
from workers.bench.deadlines import bench_deadlines
from workers.bench.http import bench_http
from workers.bench.inbox import bench_inbox
from workers.bench.memory import bench_memory
from workers.bench.multi import bench_multi
from workers.bench.start import bench_start
from workers.bench.timers import bench_timers

bench = typer.Typer(
    no_args_is_help=True, help="Đo tốc độ, mỗi số cùng mức sàn của nó. / Speed, each figure with its floor."
)
AsJson = Annotated[bool, typer.Option("--json", help="Dòng cuối là JSON. / Last line is JSON.")]


@bench.command("completion")
def completion(clients: str = "1,8", rounds: int = 25, as_json: AsJson = False) -> None:
    """Hoàn thành một việc. / Completing one user task."""
    counts = [int(count) for count in clients.split(",")]
    with _database() as url:
        _print(bench_completion(url, clients=counts, rounds=rounds), as_json=as_json)


@bench.command("age")
def age(rounds: str = "10,100,1000,10000", samples: int = 100, as_json: AsJson = False) -> None:
    """Chi phí theo tuổi hồ sơ. / What the age of a case costs."""
    with _database() as url:
        ages = [int(one) for one in rounds.split(",")]
        _print(bench_age(url, rounds_at=ages, samples=samples), as_json=as_json)


@bench.command("timers")
def timers(
    pending: int = 1_000_000,
    due: int = 10_000,
    workers: str = "1,2",
    per_second: int = 50,
    seconds: int = 30,
    as_json: AsJson = False,
) -> None:
    """Đồng hồ đến hạn. / Firing timers, and how late they fire."""
    counts = [int(count) for count in workers.split(",")]
    with _database() as url:
        figures = bench_timers(
            url, pending=pending, due=due, workers=counts, per_second=per_second, seconds=seconds
        )
        _print(figures, as_json=as_json)


@bench.command("deadlines")
def deadlines(deadlines: int = 100_000, as_json: AsJson = False) -> None:
    """Tính lại hạn sau khi lịch thay đổi. / Reckoning open deadlines anew."""
    with _database() as url:
        _print(bench_deadlines(url, deadlines=deadlines), as_json=as_json)


@bench.command("start")
def start(clients: str = "1,8", cases: int = 500, as_json: AsJson = False) -> None:
    """Khởi tạo hồ sơ. / Starting cases."""
    counts = [int(count) for count in clients.split(",")]
    with _database() as url:
        _print(bench_start(url, clients=counts, cases=cases), as_json=as_json)


@bench.command("multi")
def multi(parallel: int = 100, cases: int = 10, as_json: AsJson = False) -> None:
    """Tiến trình con song song. / Parallel instances of a sub-process."""
    with _database() as url:
        _print(bench_multi(url, parallel=parallel, cases=cases), as_json=as_json)


@bench.command("inbox")
def inbox(tasks: str = "1000,1000000", looks: int = 500, as_json: AsJson = False) -> None:
    """Hộp việc khi có rất nhiều việc mở. / A list with counts among very many open tasks."""
    counts = [int(count) for count in tasks.split(",")]
    with _database() as url:
        _print(bench_inbox(url, tasks=counts, looks=looks), as_json=as_json)


@bench.command("http")
def http(
    clients: str = "1,8",
    rounds: int = 20,
    tasks: str = "1000,1000000",
    pages: int = 100,
    port: int = 8790,
    as_json: AsJson = False,
) -> None:
    """Hoàn thành việc qua trang web. / Completing a task through the web, and the inbox page."""
    with _database() as url:
        figures = bench_http(
            url,
            clients=[int(count) for count in clients.split(",")],
            rounds=rounds,
            tasks=[int(count) for count in tasks.split(",")],
            pages=pages,
            port=port,
        )
        _print(figures, as_json=as_json)


@bench.command("memory")
def memory(completions: int = 100_000, clients: int = 8, port: int = 8791, as_json: AsJson = False) -> None:
    """Bộ nhớ theo thời gian. / Memory of web and worker over many completions."""
    with _database() as url:
        _print(bench_memory(url, completions=completions, clients=clients, port=port), as_json=as_json)


@contextmanager
def _database() -> Iterator[str]:
    """QUYTRINH_BENCH_DATABASE, else an embedded PostgreSQL that syncs every commit; thrown away after."""
    given = os.environ.get("QUYTRINH_BENCH_DATABASE")
    if given:
        migrate.upgrade(given)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="quytrinh-bench-") as folder:
        Path(folder).chmod(0o755)
        with embedded.start(Path(folder) / "postgres", durable=True) as server:
            url = server.ensure_database("bench")
            migrate.upgrade(url)
            yield url


def _print(figures: dict[str, object], *, as_json: bool) -> None:
    typer.echo(json.dumps(figures, ensure_ascii=False, indent=None if as_json else 2))
