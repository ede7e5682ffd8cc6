"""By what a deadline is reckoned: kept with the row, so that its dates can be reckoned anew at any time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from engine.domain.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineTerms:
    """A named policy, or a number of working days or minutes, each with its anchor; or a fixed day."""

    policy: str | None = None
    working_days: int | None = None
    working_minutes: int | None = None
    """Minutes of office time."""
    day: date | None = None
    anchor: date | datetime | None = None
    """The event from which is counted: a day, or an aware moment; None for a fixed day."""

    def __post_init__(self) -> None:
        ways = (self.policy, self.working_days, self.working_minutes, self.day)
        given = [one for one in ways if one is not None]
        if len(given) != 1 or (self.anchor is None) != (self.day is not None):
            raise ValueError(f"terms that say nothing or too much: {self}")

    def text(self) -> str:
        """The stored form."""
        anchor = self.anchor.isoformat() if self.anchor is not None else None
        day = self.day.isoformat() if self.day is not None else None
        said = {
            "policy": self.policy,
            "working_days": self.working_days,
            "working_minutes": self.working_minutes,
            "day": day,
            "anchor": anchor,
        }
        return json.dumps({name: value for name, value in said.items() if value is not None})


def due_on(day: date, *, least: int | None, now: datetime, calendar: WorkingCalendar) -> DeadlineTerms:
    """Terms of what came up at `now` and is due on a day, yet no sooner than `least` working days later."""
    if least is not None and day < calendar.add_working_days(calendar.local_day(now), least):
        return DeadlineTerms(working_days=least, anchor=now)
    return DeadlineTerms(day=day)


def read_terms(stored: str) -> DeadlineTerms:
    """Terms from their stored form."""
    said = json.loads(stored)
    anchor, day = said.get("anchor"), said.get("day")
    return DeadlineTerms(
        policy=said.get("policy"),
        working_days=said.get("working_days"),
        working_minutes=said.get("working_minutes"),
        day=date.fromisoformat(day) if day else None,
        anchor=_day_or_moment(anchor) if anchor else None,
    )


def _day_or_moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
