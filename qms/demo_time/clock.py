"""The demo's clock: the machine's time plus how far the demo has been moved ahead."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from engine.ports import Clock
from engine.store.session import Store
from engine.store.tables import DemoTime


class DemoClock:
    """Reads the distance from the database, so that all processes follow together."""

    def __init__(self, store: Store, machine: Clock) -> None:
        self._store = store
        self._machine = machine

    def now(self) -> datetime:
        """The demo's present moment in UTC."""
        with self._store.reading() as session:
            ahead = session.scalar(select(DemoTime.ahead_seconds)) or 0
        return self._machine.now() + timedelta(seconds=ahead)
