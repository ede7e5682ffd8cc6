"""Each benchmark runs at a small size and says what it must; how fast is nothing for a test to say."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.processes import free_port
from workers.bench.cli import bench

FIGURES = {
    "ratio_to_floor",
    "floor_per_s",
    "ours_per_s",
    "p50_ms",
    "p95_ms",
    "p99_ms",
    "cpu_ms_per_operation",
    "postgres_cpu_ms_per_operation",
}


def run(database_url: str, *arguments: str) -> dict[str, object]:
    """The JSON object that is the last line of a benchmark."""
    result = CliRunner().invoke(
        bench, [*arguments, "--json"], env={"QUYTRINH_BENCH_DATABASE": database_url}, catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    assert found.keys() >= FIGURES
    for figure in FIGURES - {"postgres_cpu_ms_per_operation"}:
        assert found[figure] > 0, figure
    return found


def test_bench_timers_fires_what_is_due_and_measures_lateness(database_url: str) -> None:
    small = ("--pending", "50", "--due", "30", "--workers", "1,2", "--per-second", "10", "--seconds", "1")
    found = run(database_url, "timers", *small)
    assert (found["bench"], found["pending"], found["due"]) == ("timers", 50, 30)
    detail = found["by_workers"]
    assert isinstance(detail, list)
    assert [each["workers"] for each in detail] == [1, 2]
    assert found["ratio_to_floor"] == min(each["ratio_to_floor"] for each in detail)
    lateness = found["lateness"]
    assert isinstance(lateness, dict)
    assert lateness["fired"] == lateness["expected"] == 10
    assert 0 <= lateness["p50_ms"] <= lateness["p99_ms"] <= lateness["max_ms"]


def test_bench_deadlines_reckons_every_one_anew(database_url: str) -> None:
    found = run(database_url, "deadlines", "--deadlines", "60")
    assert (found["deadlines"], found["changed"]) == (60, 60)


def test_bench_start_compares_at_each_number_of_clients(database_url: str) -> None:
    found = run(database_url, "start", "--clients", "1,2", "--cases", "5")
    detail = found["by_clients"]
    assert isinstance(detail, list)
    assert [each["clients"] for each in detail] == [1, 2]
    assert found["history_rows_per_start"] == 9


@pytest.mark.parametrize("parallel", [1, 6])
def test_bench_multi_completes_all_parallel_instances(database_url: str, parallel: int) -> None:
    found = run(database_url, "multi", "--parallel", str(parallel), "--cases", "2")
    assert found["parallel"] == parallel
    size, halfway = found["state_bytes"], found["state_bytes_halfway"]
    assert isinstance(size, int)
    assert isinstance(halfway, int)
    assert 0 < halfway < size


def test_bench_completion_compares_at_each_number_of_clients(database_url: str) -> None:
    found = run(database_url, "completion", "--clients", "1", "--rounds", "1")
    detail = found["by_clients"]
    assert isinstance(detail, list)
    assert [each["clients"] for each in detail] == [1]


def test_bench_age_keeps_the_state_small(database_url: str) -> None:
    found = run(database_url, "age", "--rounds", "2,30", "--samples", "5")
    detail = found["by_round"]
    assert isinstance(detail, list)
    assert [each["round"] for each in detail] == [2, 30]
    assert max(each["state_bytes"] for each in detail) < 1_000


def test_bench_inbox_shows_each_number_of_open_tasks(database_url: str) -> None:
    found = run(database_url, "inbox", "--tasks", "50,100", "--looks", "10")
    detail = found["by_open_tasks"]
    assert isinstance(detail, list)
    assert [each["open_tasks"] for each in detail] == [50, 100]
    assert found["p95_ratio_to_floor"]


def test_bench_http_signs_in_and_completes(database_url: str) -> None:
    port = str(free_port())
    found = run(
        database_url,
        "http",
        "--clients",
        "1,2",
        "--rounds",
        "1",
        "--tasks",
        "10,20",
        "--pages",
        "4",
        "--port",
        port,
    )
    assert found["cpu_ratio_to_floor"]
    pages = found["inbox"]
    assert isinstance(pages, list)
    assert [each["open_tasks"] for each in pages] == [10, 20]


def test_bench_memory_watches_web_and_worker(database_url: str) -> None:
    result = CliRunner().invoke(
        bench,
        ["memory", "--completions", "60", "--clients", "2", "--port", str(free_port()), "--json"],
        env={"QUYTRINH_BENCH_DATABASE": database_url},
        catch_exceptions=False,
    )
    found = json.loads(result.stdout.splitlines()[-1])
    assert found["completions"] >= 60
    assert all(sample["web_mb"] > 0 and sample["worker_mb"] > 0 for sample in found["samples"])
