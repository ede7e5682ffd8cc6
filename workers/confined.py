"""Does work on what strangers handed in, in a child process that cannot take the machine with it."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Final

from engine.runtime.limits import take_limits

CPU_SECONDS: Final = 10
WALL_SECONDS: Final = 60.0
"""Longer than the CPU time: the machine may be busy with other things."""
MEMORY_BYTES: Final = 1024**3
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
    take_limits(cpu_seconds=CPU_SECONDS, memory_bytes=MEMORY_BYTES)
    try:
        report = work()
    except MemoryError:
        report = {"died": "memory"}
    except Exception as error:  # noqa: BLE001 - whatever a hostile file breaks, the caller gets an answer
        report = {"died": type(error).__name__}
    sender.send_bytes(json.dumps(report).encode())
