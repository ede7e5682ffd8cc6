"""The clock of a case as an operator may move it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from engine.domain.clock_ledger import ClockEntryKind


class CaseClock(Protocol):
    """The clock of the case in which an operator runs."""

    def happened(self, event: str, *, basis: str = "", reason: str = "") -> ClockEntryKind | None:
        """Tell of an event: the policy of the case decides what it does to the clock.

        None where it does nothing, which is noted in the history all the same.
        """

    def put_under(self, policy: str, anchor: date, *, owed_to_department: bool = False) -> None:
        """Give a case without a deadline one from now on; the ladder of its model reminds of it."""

    def met(self, policy: str) -> None:
        """What it asks for was done: the case has that deadline no more."""
