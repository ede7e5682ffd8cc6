"""What a process that looks at a stranger's file may take of the machine."""

from __future__ import annotations

import resource
from pathlib import Path
from typing import Final

_STATM: Final = Path("/proc/self/statm")


def take_limits(*, cpu_seconds: int, memory_bytes: int) -> None:
    """Limit this process from now on: CPU time in all, memory beyond what it has, no core file."""
    _limit(resource.RLIMIT_CPU, cpu_seconds)
    _limit(resource.RLIMIT_AS, _in_use() + memory_bytes)
    _limit(resource.RLIMIT_CORE, 0)


def write_no_files() -> None:
    """Let this process write nothing to disk from now on."""
    _limit(resource.RLIMIT_FSIZE, 0)


def _limit(what: int, most: int) -> None:
    _, allowed = resource.getrlimit(what)
    most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(what, (most, most))


def _in_use() -> int:
    """Address space taken so far; where it cannot be told, none."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 0
