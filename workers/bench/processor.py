"""CPU time of the PostgreSQL server, read from /proc where the server runs on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from workers.bench.floor import plain_url

_PROC: Final = Path("/proc")
_SERVER: Final = ("postgres", "postmaster")
_OWN, _WAITED_FOR = slice(11, 13), slice(13, 15)
"""Fields of /proc/<pid>/stat after the name: utime and stime, cutime and cstime."""
_PARENT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Process:
    name: str
    parent: int
    own: int
    waited_for: int
    """Of children that have ended."""


def postgres_cpu_seconds(url: str) -> float | None:
    """CPU seconds that the server and all its processes took so far; None where /proc does not show them."""
    with psycopg.connect(plain_url(url)) as connection:
        backend = _read(connection.info.backend_pid)
        if backend is None or backend.name not in _SERVER:
            return None
        server = _read(backend.parent)
        if server is None or server.name not in _SERVER:
            return None
        ticks = server.own + server.waited_for
        ticks += sum(child.own for child in _processes() if child.parent == backend.parent)
    return ticks / os.sysconf("SC_CLK_TCK")


def tree_pids(pid: int) -> list[int]:
    """A process and its children, as far as /proc shows them."""
    found = [pid]
    for entry in _PROC.iterdir():
        one = _read(int(entry.name)) if entry.name.isdecimal() else None
        if one is not None and one.parent == pid:
            found.append(int(entry.name))
    return found


def tree_cpu_seconds(pid: int) -> float:
    """CPU seconds that a process and its children took so far; 0 where /proc does not show them."""
    top = _read(pid)
    if top is None:
        return 0.0
    ticks = top.own + top.waited_for + sum(one.own for one in _processes() if one.parent == pid)
    return ticks / os.sysconf("SC_CLK_TCK")


def _processes() -> Iterator[_Process]:
    for entry in _PROC.iterdir():
        found = _read(int(entry.name)) if entry.name.isdecimal() else None
        if found is not None:
            yield found


def _read(pid: int) -> _Process | None:
    with suppress(OSError):
        before, _, after = (_PROC / str(pid) / "stat").read_text().rpartition(")")
        fields = after.split()
        return _Process(
            name=before.partition("(")[2],
            parent=int(fields[_PARENT]),
            own=sum(map(int, fields[_OWN])),
            waited_for=sum(map(int, fields[_WAITED_FOR])),
        )
    return None
