"""Real processes of the command line, watched and ended by the test that started them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic
from types import TracebackType
from typing import Self

HOUSE = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 60.0


def settings_of(database_url: str, *, port: int = 8000, mail_port: int = 8025) -> dict[str, str]:
    """The environment of a production system on this database, without anything of the shell's."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "QUYTRINH_ENVIRONMENT": "production",
        "QUYTRINH_SECRET_KEY": "0123456789abcdef" * 4,
        "QUYTRINH_BASE_URL": f"http://127.0.0.1:{port}",
        "QUYTRINH_MAIL_FROM": "ISO điện tử <iso@vp.tayninh.example>",
        "DATABASE_URL": database_url,
        "SMTP_URL": f"smtp://127.0.0.1:{mail_port}",
    }


class Running:
    """One `quytrinh` command as a process of its own, its output in a log; killed at the end if need be."""

    def __init__(self, *arguments: str, environment: Mapping[str, str], log: Path) -> None:
        self._log = log
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "workers.entry", *arguments],
                cwd=HOUSE,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def said(self) -> str:
        """What it wrote so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    @property
    def said_last(self) -> str:
        """The end of what it wrote."""
        return self.said[-3000:]

    @property
    def status(self) -> int | None:
        """Its exit status; None while it runs."""
        return self._process.poll()

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait()

    def interrupt(self) -> int:
        """Press Ctrl-C and wait for the end; the exit status."""
        self._process.send_signal(signal.SIGINT)
        return self.ended()

    def terminate(self) -> int:
        """Ask for the end and wait for it; the exit status."""
        self._process.terminate()
        return self.ended()

    def ended(self) -> int:
        """Wait for the end; the exit status."""
        try:
            return self._process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"did not end:\n{self.said_last}") from None

    def until(self, holds: Callable[[], bool], *, seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until it holds, as long as the process runs; fails with what the process wrote."""
        end = monotonic() + seconds
        while not holds():
            assert self.status is None, f"ended with {self.status}:\n{self.said_last}"
            assert monotonic() < end, f"waited {seconds:.0f} s in vain:\n{self.said_last}"
            Event().wait(0.02)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            self.kill()


def free_port() -> int:
    """A port of the loopback that nobody uses at the moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def lives(pid: int) -> bool:
    """Whether a process of that number runs; one that only waits to be read off has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def program(pid: int) -> str:
    """The program that a process runs; empty when it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0].decode(errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return ""


def descendants(pid: int) -> set[int]:
    """The numbers of all processes that a process started, and those started by them."""
    found: set[int] = set()
    for child in _children(pid):
        found |= {child} | descendants(child)
    return found


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, task.read_text().split())


@contextmanager
def taken(port: int) -> Iterator[None]:
    """Somebody else's program on a port of the loopback."""
    with socket.create_server(("127.0.0.1", port)):
        yield
