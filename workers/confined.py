"""Does work on what strangers handed in, in a child process that cannot take the machine with it."""

from __future__ import annotations

import json
import multiprocessing
import resource
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

CPU_SECONDS: Final = 10
WALL_SECONDS: Final = 60.0
"""Longer than the CPU time: the machine may be busy with other things."""
MEMORY_BYTES: Final = 1024**3
_STATM: Final = Path("/proc/self/statm")
_FORK: Final = multiprocessing.get_context("fork")


class Died(Exception):
    """The work was not finished: it ran into a limit, or into a mistake of ours."""


def confined(work: Callable[[], dict[str, object]]) -> dict[str, object]:
    """What `work` gives, as JSON brings it over; raises Died. Only for processes of one thread."""
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_run, args=(work, sender), daemon=True)
    child.start()
    sender.close()
    try:
        answer = receiver.recv_bytes() if receiver.poll(WALL_SECONDS) else b""
    except (EOFError, OSError):
        answer = b""
    finally:
        child.kill()
        child.join()
        receiver.close()
    if not answer:
        raise Died("limits")
    report: dict[str, object] = json.loads(answer)
    if "died" in report:
        raise Died(str(report["died"]))
    return report


def _run(work: Callable[[], dict[str, object]], sender: Connection) -> None:
    _limit(resource.RLIMIT_CPU, CPU_SECONDS)
    _limit(resource.RLIMIT_AS, _in_use() + MEMORY_BYTES)
    _limit(resource.RLIMIT_CORE, 0)
    try:
        report = work()
    except MemoryError:
        report = {"died": "memory"}
    except Exception as error:  # noqa: BLE001 - whatever a hostile file breaks, the caller gets an answer
        report = {"died": type(error).__name__}
    sender.send_bytes(json.dumps(report).encode())


def _limit(what: int, most: int) -> None:
    _, allowed = resource.getrlimit(what)
    most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(what, (most, most))


def _in_use() -> int:
    """Address space that the child begins with; where it cannot be told, none."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 0
