"""An embedded PostgreSQL 18 for the demo and the tests: nothing to install, nothing outside the data folder.

One process owns a data folder (an advisory lock says which, and the kernel drops it when the process dies);
it starts the server and stops it. Others attach to the running server and leave it running.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Self

import psycopg
from psycopg import sql
from sqlalchemy import URL

from engine.store import embedded_programs
from engine.store.embedded_place import SOCKET_FOLDER_PREFIX, Place, PostgresNotStarted, settle
from engine.store.embedded_programs import PORT, SUPERUSER

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["EmbeddedPostgres", "PostgresNotStarted", "start"]

_MAJOR = "18"
_PATIENCE_SECONDS = 120.0
_ENDING_SECONDS = 30.0
_PID_FILE_SOCKET_LINE, _PID_FILE_STATUS_LINE = 4, 7


class EmbeddedPostgres:
    """A running server on one data folder; the one who started it stops it."""

    def __init__(self, place: Place, lock: int | None, process: subprocess.Popen[bytes] | None) -> None:
        self._place = place
        self._lock = lock
        self._process = process
        self._socket_folder = _recorded_socket_folder(place.data)

    @property
    def owned(self) -> bool:
        """Whether this process owns the server, so that `stop` stops it."""
        return self._lock is not None

    @property
    def data_folder(self) -> Path:
        """Where the data really lie (elsewhere for root when the checkout is closed to other accounts)."""
        return self._place.data

    def url(self, database: str) -> str:
        """SQLAlchemy's address of a database of this server."""
        address = URL.create(
            "postgresql+psycopg",
            username=SUPERUSER,
            database=database,
            query={"host": str(self._socket_folder), "port": PORT},
        )
        return address.render_as_string(hide_password=False)

    def ensure_database(self, database: str) -> str:
        """Create the database if it is missing; its address."""
        with _connected(self._socket_folder) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,)).fetchone()
            if found is None:
                with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                    connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
        return self.url(database)

    def stop(self) -> None:
        """Stop the server if this process owns it: clients are cut off, what they committed is on disk."""
        if self._lock is None:
            return
        if self._process is not None:
            _end(self._process)
        elif _server_lives(self._place.data):
            embedded_programs.stop(self._place)
        with suppress(OSError):
            self._socket_folder.rmdir()
        os.close(self._lock)
        self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def start(data_folder: Path, *, durable: bool = True) -> EmbeddedPostgres:
    """Start the server of `data_folder`, or attach to it where another process has started it.

    `durable=False` is for tests: a power cut would lose data. Raises PostgresNotStarted.
    """
    place = settle(data_folder)
    until = monotonic() + _PATIENCE_SECONDS
    try:
        while (lock := _taken_lock(data_folder)) is None:
            if _answers(place.data):
                return EmbeddedPostgres(place, None, None)
            if monotonic() > until:
                raise _failure(place, "another process holds the data folder but its server does not answer")
            Event().wait(0.1)
        return _owning(place, lock, until, durable=durable)
    except PermissionError as error:
        raise _failure(place, "the folder belongs to another account; run as that account") from error


def _owning(place: Place, lock: int, until: float, *, durable: bool) -> EmbeddedPostgres:
    try:
        if not (place.data / "PG_VERSION").exists():
            _initialise(place, durable=durable)
        _check_version(place)
        process = None if _adopted(place, until) else _served(place, until, durable=durable)
        return EmbeddedPostgres(place, lock, process)
    except BaseException:
        os.close(lock)
        raise


def _taken_lock(data_folder: Path) -> int | None:
    path = data_folder.with_name(data_folder.name + ".lock")
    lock = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    return lock


def _adopted(place: Place, until: float) -> bool:
    """Whether a server whose owner died still runs and answers."""
    while _server_lives(place.data):
        if _answers(place.data):
            return True
        if monotonic() > until:
            raise _failure(place, "a server runs on the data folder but does not answer")
        Event().wait(0.1)
    with suppress(OSError, IndexError):
        left_over = _recorded_socket_folder(place.data)  # of a server that was killed
        if left_over.name.startswith(SOCKET_FOLDER_PREFIX):
            shutil.rmtree(left_over)
    return False


def _served(place: Place, until: float, *, durable: bool) -> subprocess.Popen[bytes]:
    while True:
        process = embedded_programs.launch(place, durable=durable)
        try:
            if _ready(place, process, until):
                return process
        except BaseException:
            _end(process)
            raise
        # Children of a killed server hold its memory for a moment longer: the only end worth a retry.
        if "pre-existing shared memory" not in embedded_programs.log_tail(place) or monotonic() > until:
            raise _failure(place, "the server stopped at once")
        Event().wait(0.2)


def _ready(place: Place, process: subprocess.Popen[bytes], until: float) -> bool:
    """Wait until the server answers (True) or ends (False)."""
    while process.poll() is None:
        if _answers(place.data):
            return True
        if monotonic() > until:
            raise _failure(place, "the server does not answer")
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """End our own server: fast (clients are cut off), then at once."""
    for ending in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        process.send_signal(ending)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_ENDING_SECONDS)
            return


def _initialise(place: Place, *, durable: bool) -> None:
    """Make the data folder beside its place and move it there whole: half a folder is never found later."""
    making = Path(tempfile.mkdtemp(prefix=place.data.name + ".", dir=place.data.parent))
    if place.account:
        os.chown(making, place.account.uid, place.account.gid)
    done = embedded_programs.initialise(place, making, durable=durable)
    if done.returncode:
        shutil.rmtree(making)
        raise _failure(place, done.stderr.decode(errors="replace").strip())
    try:
        making.rename(place.data)
    except OSError as error:
        raise _failure(place, f"{place.data} is not a PostgreSQL data folder and not empty") from error


def _check_version(place: Place) -> None:
    version = (place.data / "PG_VERSION").read_text().strip()
    if version != _MAJOR:
        raise _failure(place, f"{place.data} was made by PostgreSQL {version}, this is {_MAJOR}")


def _server_lives(data: Path) -> bool:
    """Whether the process that the pid file names runs this server.

    After a restart of the machine the number may be a stranger's; PostgreSQL would take the stranger for its
    predecessor and refuse to start, so the file goes.
    """
    pid_file = data / "postmaster.pid"
    try:
        pid = int(pid_file.read_text().splitlines()[0])
        os.kill(pid, 0)
    except (FileNotFoundError, ProcessLookupError, IndexError, ValueError):
        return False
    except PermissionError:
        pid_file.unlink()
        return False
    if Path("/proc/self/cwd").exists() and _working_folder(pid) != data:
        pid_file.unlink()
        return False
    return True


def _working_folder(pid: int) -> Path | None:
    """Where a process works: a PostgreSQL server in its data folder; None for one that has ended."""
    try:
        return Path(f"/proc/{pid}/cwd").readlink()
    except OSError:
        return None


def _recorded_socket_folder(data: Path) -> Path:
    return Path((data / "postmaster.pid").read_text().splitlines()[_PID_FILE_SOCKET_LINE])


def _answers(data: Path) -> bool:
    """Whether the server is ready, by its pid file (which grows line by line), and takes a connection."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        if lines[_PID_FILE_STATUS_LINE].strip() != "ready":
            return False
        with _connected(Path(lines[_PID_FILE_SOCKET_LINE])):
            return True
    except (FileNotFoundError, IndexError, psycopg.OperationalError):
        return False


def _connected(folder: Path) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=str(folder), port=PORT, user=SUPERUSER, dbname="postgres", autocommit=True, connect_timeout=10
    )


def _failure(place: Place, reason: str) -> PostgresNotStarted:
    tail = embedded_programs.log_tail(place)
    return PostgresNotStarted(
        vi=f"Không khởi động được PostgreSQL trong {place.data} ({reason}).",
        en=f"PostgreSQL could not be started in {place.data} ({reason})." + (f"\n{tail}" if tail else ""),
    )
