"""Starting the two real servers as processes of the test's own, on free ports of this machine."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools"


def install() -> None:
    """Bring the servers to .tools; a second run only compares a stamp."""
    subprocess.run([str(ROOT / "scripts" / "identity_servers.sh")], check=True)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], **options: object) -> Iterator[subprocess.Popen[str]]:
    """The process, ended with the block."""
    process = subprocess.Popen(  # type: ignore[call-overload]
        list(command), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()
