"""The stretches in which a clock ran or stood still, and how much office time lies in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_entries import ClockEntryKind, LedgerEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockInterval:
    """A stretch of time in which the clock ran or stood still, in whole working minutes of the office."""

    running: bool
    begins: datetime
    ends: datetime | None
    """None while it goes on."""
    working_minutes: int | None
    """Until now where it goes on; None where it has not begun."""
    entry: LedgerEntry | None
    """What began it; None for the event itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSum:
    """What has run and stood still since the period began (anew), and what is left; in working minutes."""

    elapsed: int
    stood: int
    remaining: int | None
    """Negative where it is late; None without a deadline."""


def event_moment(anchor: date | datetime, calendar: WorkingCalendar) -> datetime:
    """The moment from which entries count: that of the event, or the first of its day."""
    return anchor if isinstance(anchor, datetime) else calendar.midnight(anchor)


def intervals(
    event: datetime, entries: Sequence[LedgerEntry], calendar: WorkingCalendar, now: datetime
) -> tuple[ClockInterval, ...]:
    """The stretches from the event until now in order; each entry begins one."""
    marks: list[tuple[datetime, LedgerEntry | None]] = [(event, None)]
    marks += [(max(entry.at, event), entry) for entry in entries]
    found: list[ClockInterval] = []
    running = True
    for place, (begins, entry) in enumerate(marks):
        if entry is not None and entry.kind is not ClockEntryKind.EXTENSION:
            running = entry.kind is not ClockEntryKind.PAUSE
        ends = marks[place + 1][0] if place + 1 < len(marks) else None
        until = ends or now
        minutes = calendar.working_minutes_between(begins, until) if until >= begins else None
        found.append(
            ClockInterval(running=running, begins=begins, ends=ends, working_minutes=minutes, entry=entry)
        )
    return tuple(found)


def sum_of(
    stretches: Sequence[ClockInterval],
    overdue_from: datetime | None,
    paused_since: datetime | None,
    calendar: WorkingCalendar,
    now: datetime,
) -> ClockSum:
    """The sum of the stretches since the last reset, and the office time left until the first late moment.

    While the clock stands still what is left stays what it was.
    """
    resets = [
        place
        for place, one in enumerate(stretches)
        if one.entry is not None and one.entry.kind is ClockEntryKind.RESET
    ]
    counted = stretches[resets[-1] :] if resets else stretches
    left = None
    if overdue_from is not None:
        left = calendar.working_minutes_between(paused_since or now, overdue_from)
    return ClockSum(
        elapsed=sum(one.working_minutes or 0 for one in counted if one.running),
        stood=sum(one.working_minutes or 0 for one in counted if not one.running),
        remaining=left,
    )
