"""The embedded PostgreSQL's programs: their options, a neutral environment, the right account."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TypedDict

from engine.store.embedded_place import Place, socket_folder

SUPERUSER = "quytrinh"
PORT = "5432"
"""Only a part of the socket's name: the server listens on no network address."""

_LOG_LIMIT_BYTES = 5_000_000
_INITDB = (
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",  # the wheel is built without ICU; the built-in provider knows Unicode's case
    "--builtin-locale=C.UTF-8",
    "--auth-local=trust",  # the socket's folder is the wall: 0700
    "--auth-host=reject",
    "--no-instructions",
    f"--username={SUPERUSER}",
)
_SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "64MB",  # an old office PC has 4 GB
    "max_wal_size": "256MB",
    "huge_pages": "off",
    "dynamic_shared_memory_type": "mmap",  # /dev/shm is 64 MB in containers
    "max_parallel_workers_per_gather": "0",
    "io_method": "sync",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "synchronous_commit": "on",
}
_FORGETFUL = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off"}


def initialise(place: Place, folder: Path, *, durable: bool) -> subprocess.CompletedProcess[bytes]:
    """Fill an empty folder with a new cluster."""
    haste = () if durable else ("--no-sync",)
    return _run(place, "initdb", *_INITDB, *haste, "-D", str(folder))


def stop(place: Place) -> None:
    """End a server that is not our child: fast, at once if that takes too long."""
    for mode in ("fast", "immediate"):
        arguments = ("-D", str(place.data), "-m", mode, "-w", "-t", "30", "stop")
        if _run(place, "pg_ctl", *arguments).returncode == 0:
            return


def launch(place: Place, *, durable: bool) -> subprocess.Popen[bytes]:
    """Start the server in a session of its own, its log in the data folder."""
    settings = {**_SETTINGS, "unix_socket_directories": str(socket_folder(place))}
    if not durable:
        settings |= _FORGETFUL
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    log = place.data / "server.log"
    mode = "wb" if log.exists() and log.stat().st_size > _LOG_LIMIT_BYTES else "ab"
    with log.open(mode) as output:
        return subprocess.Popen(
            [place.programs / "bin" / "postgres", "-D", place.data, *options],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C reaches the application, which stops the server last
            **_as_account(place),
        )


def log_tail(place: Place) -> str:
    """The last lines of the server's log: why it ended."""
    with suppress(OSError):
        return "\n".join((place.data / "server.log").read_text(errors="replace").splitlines()[-5:])
    return ""


def _run(place: Place, program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [place.programs / "bin" / program, *arguments],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        **_as_account(place),
    )


class _Surroundings(TypedDict, total=False):
    cwd: str
    env: dict[str, str]
    user: int
    group: int
    extra_groups: list[int]


def _as_account(place: Place) -> _Surroundings:
    """What every call shares: a neutral environment (no PG… of the user's shell) and the account."""
    shared = _Surroundings(cwd="/", env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"})
    if place.account:
        shared["user"] = place.account.uid
        shared["group"] = place.account.gid
        shared["extra_groups"] = []
    return shared
