"""Where the servers of this installation listen, and whether a port is free."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
DEFAULT_PORT: Final = 8000
MAIL_PORT: Final = 8025


class PortBusy(Exception):
    """A port that a command needs belongs to another program."""

    def __init__(self, port: int, option: str) -> None:
        super().__init__(
            f"Cổng {port} đang bận. Dừng chương trình đang dùng cổng đó, hoặc chọn cổng khác: {option} SỐ.\n"
            f"Port {port} is busy. Stop the program that uses it, or choose another: {option} NUMBER."
        )


def require_free(port: int, option: str, host: str = "127.0.0.1") -> None:
    """Raise PortBusy when somebody listens there already; `option` is how to choose another port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise PortBusy(port, option) from None
