"""The rounds of a timer cycle: where it stands, what comes next, and what is missed after a standstill.

Rounds are counted from the beginning: a month after 31/01 is 28/02, and the month after that 31/03.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from engine.runtime.moments import CalendarInForce, CatchUp, Duration, TimerRule

GRACE: Final = timedelta(minutes=10)
"""How late a round may be and still fire under the policy `skip`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A round of a cycle; round 0 is at its beginning."""

    start: datetime
    duration: Duration
    number: int
    last: int | None
    """The number of its last round; None is without end."""

    def moment(self, number: int, calendar: CalendarInForce | None) -> datetime | None:
        """When a round is due; None when there is no such round, also past the end of the calendar."""
        if self.last is not None and number > self.last:
            return None
        try:
            return self.duration.times(number).after(self.start, calendar)
        except (OverflowError, ValueError):
            return None

    def at(self, number: int) -> Place:
        """Another round of the same cycle."""
        return replace(self, number=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Rounds of a cycle that will not fire any more."""

    first: datetime
    last: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a cycle does when it is due: the round that fires, if one does, and the round after it."""

    fires: Place | None
    following: Place | None
    dropped: Dropped | None


def first_place(rule: TimerRule, now: datetime, calendar: CalendarInForce | None) -> Place:
    """Where a cycle begins that is armed now.

    A beginning that the model names only gives the rhythm: rounds before `now` were never waited for. When
    none is left, the last one stands, overdue like a date in the past.
    """
    if rule.duration is None:
        raise ValueError("a cycle has a duration")
    if rule.fixed is None:
        return Place(start=now, duration=rule.duration, number=1, last=rule.times)
    start = rule.fixed
    if rule.duration.working and calendar is not None:
        day = calendar().first_working_day_from(calendar().local_day(start))
        start = calendar().local(start).replace(year=day.year, month=day.month, day=day.day)
    last = None if rule.times is None else rule.times - 1
    place = Place(start=start, duration=rule.duration, number=0, last=last)
    if start >= now:
        return place
    following = round_after(place, now - timedelta(microseconds=1), calendar)
    return place.at(following if last is None else min(following, last))


def turn(place: Place, policy: CatchUp, now: datetime, calendar: CalendarInForce | None) -> Turn:
    """What a cycle does whose present round is due, with the rounds that are due as well by now."""
    following = round_after(place, now, calendar)
    if policy is CatchUp.ALL:
        return Turn(fires=place, following=_existing(place.at(place.number + 1), calendar), dropped=None)
    if place.last is not None:
        following = min(following, place.last + 1)
    after = _existing(place.at(following), calendar)
    if policy is CatchUp.ONCE:
        dropped = _dropped(place, place.number + 1, following, calendar)
        return Turn(fires=place, following=after, dropped=dropped)
    latest = place.at(following - 1)
    moment = latest.moment(latest.number, calendar)
    if moment is not None and now - moment <= GRACE:
        dropped = _dropped(place, place.number, latest.number, calendar)
        return Turn(fires=latest, following=after, dropped=dropped)
    return Turn(fires=None, following=after, dropped=_dropped(place, place.number, following, calendar))


def round_after(place: Place, now: datetime, calendar: CalendarInForce | None = None) -> int:
    """The number of the first round later than `now` and than the present one, as if there were no last."""
    endless = replace(place, last=None)

    def is_later(number: int) -> bool:
        moment = endless.moment(number, calendar)
        return moment is None or moment > now

    step = 1
    while not is_later(place.number + step):
        step *= 2
    early, late = place.number + step // 2, place.number + step
    while late - early > 1:
        middle = (early + late) // 2
        early, late = (early, middle) if is_later(middle) else (middle, late)
    return late


def _existing(place: Place, calendar: CalendarInForce | None) -> Place | None:
    return None if place.moment(place.number, calendar) is None else place


def _dropped(place: Place, first: int, end: int, calendar: CalendarInForce | None) -> Dropped | None:
    """The rounds from `first` up to but without `end`."""
    begun, ended = place.moment(first, calendar), place.moment(end - 1, calendar)
    if first >= end or begun is None or ended is None:
        return None
    return Dropped(first=begun, last=ended, count=end - first)
