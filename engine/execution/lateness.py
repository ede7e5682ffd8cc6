"""The latenesses of the timers that this process fired, until they are written down with its sign of life."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock

from engine.domain.lateness import class_of, in_milliseconds


@dataclass(slots=True)
class Fired:
    """How many timers fired in one class of lateness, and the longest lateness among them."""

    count: int = 0
    longest_ms: int = 0


class LatenessLog:
    """Counts in memory: a row that every firing would change were a queue before all workers."""

    def __init__(self) -> None:
        self._fired: dict[int, Fired] = {}
        self._lock = Lock()

    def note(self, late: timedelta) -> None:
        """A timer fired so late."""
        with self._lock:
            self._add(class_of(late), 1, in_milliseconds(late))

    def take(self) -> Mapping[int, Fired]:
        """What was noted since the last time, by class; the caller writes it down or puts it back."""
        with self._lock:
            taken, self._fired = self._fired, {}
            return taken

    def put_back(self, taken: Mapping[int, Fired]) -> None:
        """What was taken could not be written down."""
        with self._lock:
            for number, fired in taken.items():
                self._add(number, fired.count, fired.longest_ms)

    def _add(self, number: int, count: int, longest_ms: int) -> None:
        kept = self._fired.setdefault(number, Fired())
        kept.count += count
        kept.longest_ms = max(kept.longest_ms, longest_ms)
