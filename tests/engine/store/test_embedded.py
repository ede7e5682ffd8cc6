"""The embedded PostgreSQL survives what happens to it on people's machines."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from engine.store import embedded
from engine.store.embedded import PostgresNotStarted

ATTACH = """
import sys
from pathlib import Path
from engine.store import embedded
server = embedded.start(Path(sys.argv[1]), durable=False)
server.stop()
print(server.owned)
"""
START_AND_DIE = """
import os, signal, sys
from pathlib import Path
from engine.store import embedded
embedded.start(Path(sys.argv[1]), durable=False)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def data_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="quytrinh tests "))
    folder.chmod(0o755)
    yield folder / "var" / "postgres"
    shutil.rmtree(folder)


def test_what_was_written_is_there_after_a_restart(data_folder: Path) -> None:
    with embedded.start(data_folder, durable=False) as server:
        _execute(server.ensure_database("office"), "CREATE TABLE letter AS SELECT 'ĐÃ GỬI' AS state")
    with embedded.start(data_folder, durable=False) as server:
        assert _execute(server.ensure_database("office"), "SELECT lower(state) FROM letter") == "đã gửi"


def test_a_second_process_attaches_and_leaves_the_server_running(data_folder: Path) -> None:
    with embedded.start(data_folder, durable=False) as server:
        assert _python(ATTACH, data_folder).stdout.strip() == "False"
        assert server.owned
        assert _execute(server.url("postgres"), "SELECT 1") == 1


def test_a_second_start_in_the_same_process_attaches_too(data_folder: Path) -> None:
    with embedded.start(data_folder, durable=False) as server:
        with embedded.start(data_folder, durable=False) as second:
            assert not second.owned
        assert _execute(server.url("postgres"), "SELECT 1") == 1


def test_the_server_of_a_killed_owner_is_adopted_and_stopped_by_the_next(data_folder: Path) -> None:
    assert _python(START_AND_DIE, data_folder).returncode == -signal.SIGKILL
    with embedded.start(data_folder, durable=False) as server:
        assert server.owned
    assert not (server.data_folder / "postmaster.pid").exists()


def test_a_killed_server_starts_again(data_folder: Path) -> None:
    first = embedded.start(data_folder, durable=False)
    os.kill(_server_pid(first.data_folder), signal.SIGKILL)
    first.stop()
    with embedded.start(data_folder, durable=False) as again:
        assert _execute(again.url("postgres"), "SELECT 1") == 1


def test_a_process_number_used_again_by_a_stranger_is_not_taken_for_the_server(data_folder: Path) -> None:
    with embedded.start(data_folder, durable=False) as server:
        data = server.data_folder
        record = (data / "postmaster.pid").read_text().splitlines()
    stale = "\n".join([str(os.getpid()), *record[1:]]) + "\n"
    (data / "postmaster.pid").write_text(stale)
    with embedded.start(data_folder, durable=False) as server:
        assert _server_pid(server.data_folder) != os.getpid()


def test_ctrl_c_in_the_terminal_does_not_reach_the_server(data_folder: Path) -> None:
    with embedded.start(data_folder, durable=False) as server:
        pid = _server_pid(server.data_folder)
        assert (os.getpgid(pid), os.getsid(pid)) == (pid, pid)


def test_the_server_leaves_nothing_behind_but_its_data(data_folder: Path) -> None:
    with embedded.start(data_folder, durable=False) as server:
        socket_folder = Path(str(_execute(server.url("postgres"), "SHOW unix_socket_directories")))
        assert socket_folder.stat().st_mode & 0o077 == 0
    assert not socket_folder.exists()
    assert {path.name for path in data_folder.parent.iterdir()} == {"postgres", "postgres.lock"}


def test_the_users_own_postgresql_settings_do_not_lead_astray(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "7777")
    monkeypatch.setenv("PGDATA", "/nowhere")
    with embedded.start(data_folder, durable=False) as server:
        assert _execute(server.url("postgres"), "SHOW port") == "5432"


def test_durable_means_that_a_commit_is_on_disk(data_folder: Path) -> None:
    with embedded.start(data_folder) as server:
        url = server.url("postgres")
        assert [_execute(url, f"SHOW {name}") for name in ("fsync", "synchronous_commit")] == ["on", "on"]


def test_data_of_another_postgresql_are_refused_in_two_languages(data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    (data_folder / "PG_VERSION").write_text("16\n")
    with pytest.raises(PostgresNotStarted, match="PostgreSQL 16") as refusal:
        embedded.start(data_folder)
    assert refusal.value.vi.startswith("Không khởi động được")
    assert refusal.value.en.startswith("PostgreSQL could not be started")


def _execute(url: str, command: str) -> object:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        cursor = connection.execute(command)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def _python(program: str, data_folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, str(data_folder)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)


def _server_pid(data_folder: Path) -> int:
    return int((data_folder / "postmaster.pid").read_text().splitlines()[0])
