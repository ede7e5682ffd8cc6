"""The clock of a deadline: what started, paused, reset or prolonged it, and the dates that follow from that.

A due date is a function of the policy, the anchor, the calendar and this ledger, of nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from engine.domain.calendar import WorkingCalendar
from engine.domain.deadline import Deadline, DeadlinePolicy, compute_deadline
from engine.domain.deadline_policy import DeadlineUnit


class ClockEntryKind(StrEnum):
    """What an entry does to the clock."""

    PAUSE = "pause"
    RESUME = "resume"
    RESET = "reset"
    """The period begins anew from this moment."""
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One entry; an extension gives an amount in a unit, or the day until which it goes."""

    kind: ClockEntryKind
    at: datetime
    amount: int | None = None
    unit: DeadlineUnit | None = None
    until: date | None = None
    event: str = ""
    authority: str = ""
    basis: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockInterval:
    """A stretch of time in which the clock ran or stood still, in whole working minutes of the office."""

    running: bool
    begins: datetime
    ends: datetime | None
    """None while it goes on."""
    working_minutes: int | None
    entry: LedgerEntry | None
    """What began it; None for the event itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """The dates of a deadline by its ledger.

    While the clock stands still (`paused_since`) the dates are those that would hold if it went on at once:
    nobody is late by them.
    """

    deadline: Deadline
    paused_since: datetime | None


def reckon(
    policy: DeadlinePolicy,
    anchor: date | datetime,
    entries: Sequence[LedgerEntry],
    calendar: WorkingCalendar,
) -> Reckoning:
    """The dates of `policy` for an event on a day or at an aware moment, by what the ledger says."""
    if entries:
        raise NotImplementedError
    return Reckoning(deadline=compute_deadline(policy, anchor, calendar), paused_since=None)
