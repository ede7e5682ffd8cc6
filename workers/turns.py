"""What the ticks of a worker are at, so that one that hangs is not taken for a sign of life."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Lock, get_ident
from typing import Final

from engine.ports import Clock

HANGS_AFTER: Final = timedelta(minutes=5)
"""One step of a turn is a transaction or a dialogue with a mail server: none lasts so long."""


class Turns:
    """Turns under way, each in its thread, and when each last took a step; by the machine's clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._stepped: dict[int, datetime] = {}
        self._lock = Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Around one turn of a tick."""
        with self._lock:
            self._stepped[get_ident()] = self._clock.now()
        try:
            yield
        finally:
            with self._lock:
                self._stepped.pop(get_ident(), None)

    def step(self) -> None:
        """The turn of this thread goes on to its next step."""
        with self._lock:
            if get_ident() in self._stepped:
                self._stepped[get_ident()] = self._clock.now()

    def hang(self) -> bool:
        """Whether some turn has taken no step for so long that nobody may rely on this worker."""
        with self._lock:
            return any(self._clock.now() - stepped > HANGS_AFTER for stepped in self._stepped.values())
