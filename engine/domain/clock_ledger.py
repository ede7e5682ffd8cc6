"""The clock of a deadline: what started, paused, reset or prolonged it, and the dates that follow from that.

A due date is a function of the policy, the anchor, the calendar and this ledger, of nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from engine.domain.calendar import CalendarDay, WorkingCalendar
from engine.domain.clock_entries import (
    ClockEntryKind,
    LedgerEntry,
    begins_anew,
    effect_of,
    merged,
    paused_by,
    require_entry,
    require_sound,
)
from engine.domain.clock_intervals import ClockInterval, ClockSum, event_moment, intervals, sum_of
from engine.domain.clock_refusals import EntryYearImpossible
from engine.domain.clock_sentences import (
    extended,
    original,
    paused,
    paused_in_vain,
    reset_sentence,
    standing,
)
from engine.domain.clock_stretch import MINUTES_OF_AN_HOUR, Counting, first_stretch, stretch_from
from engine.domain.deadline import (
    Deadline,
    DeadlinePolicy,
    add_months,
    compute_deadline,
    deadline_of,
    derive,
    in_order,
    overdue_from,
)
from engine.domain.deadline_policy import LAST_YEAR, DeadlineUnit
from engine.domain.deadline_sentences import Derivation, Sentence, explain_count, explain_end

__all__ = [
    "ClockEntryKind",
    "ClockInterval",
    "ClockSum",
    "LedgerEntry",
    "Reckoning",
    "begins_anew",
    "effect_of",
    "event_moment",
    "intervals",
    "merged",
    "paused_by",
    "reckon",
    "require_entry",
    "require_sound",
    "sum_of",
]

HOURS_OF_A_DAY = 8
"""By which an extension in hours becomes one in working days, and the other way round (DOMAIN §6, rule 2)."""


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
    """The dates of `policy` for an event on a day or at an aware moment, by what the ledger says.

    Raises as compute_deadline and require_sound.
    """
    if not entries:
        return Reckoning(deadline=compute_deadline(policy, anchor, calendar), paused_since=None)
    require_sound(entries)
    told: list[Sentence] = []
    if policy.unit is not DeadlineUnit.FIXED_DATE:  # a point in time does not begin anew
        resets = [place for place, entry in enumerate(entries) if entry.kind is ClockEntryKind.RESET]
        if resets:
            reset, entries = entries[resets[-1]], entries[resets[-1] + 1 :]
            anchor = reset.at
            told.append(reset_sentence(reset, calendar))
    period = _Period(derive(policy, anchor, calendar), calendar)
    told += explain_count(period.reached, calendar)
    if entries:
        told.append(original(period.reached, calendar))
    for entry in entries:
        told += period.enter(entry)
    told += period.standing()
    told += explain_end(period.reached, calendar)
    deadline = deadline_of(period.reached, tuple(told), calendar)
    return Reckoning(deadline=deadline, paused_since=period.paused_since)


class _Period:
    """A period as its ledger is read: `reached` is its end by all that was entered so far."""

    def __init__(self, derivation: Derivation, calendar: WorkingCalendar) -> None:
        self.reached = derivation
        self.paused_since: datetime | None = None
        """Since when it stands still by an open pause that counts."""
        self._policy = derivation.policy
        self._calendar = calendar
        self._opened: LedgerEntry | None = None
        self._passed: tuple[CalendarDay, ...] = ()
        """Days that nobody confirmed, over which an extension in working days has passed."""
        self._stretch = first_stretch(derivation, calendar)

    def enter(self, entry: LedgerEntry) -> tuple[Sentence, ...]:
        """Take up one entry; the sentences that tell what it did."""
        match entry.kind:
            case ClockEntryKind.PAUSE:
                self._opened = entry
                return self._pause(entry)
            case ClockEntryKind.RESUME:
                return self._resume(entry)
            case ClockEntryKind.EXTENSION:
                return self._extend(entry)
            case ClockEntryKind.RESET:
                return ()

    def standing(self) -> tuple[Sentence, ...]:
        """The sentence that it stands still, if it does."""
        if self._opened is None or self.paused_since is None:
            return ()
        return (standing(self._opened, self._calendar),)

    def _pause(self, entry: LedgerEntry) -> tuple[Sentence, ...]:
        if self._fixed or entry.at >= overdue_from(self.reached, self._calendar):
            self.paused_since = None
            return (paused_in_vain(entry, self._calendar, fixed=self._fixed),)
        pauses = self._stretch.pauses
        if pauses and pauses[-1][1] == entry.at:  # the pause before goes on: one pause, not two
            self.paused_since = pauses.pop()[0]
        else:
            self.paused_since = entry.at
        return ()

    def _resume(self, entry: LedgerEntry) -> tuple[Sentence, ...]:
        since, opened, self._opened = self.paused_since, self._opened, None
        self.paused_since = None
        if since is None or opened is None:
            return ()
        self._stretch.pauses.append((since, entry.at))
        self._count()
        stood = self._stretch.stood((opened.at, entry.at), self._calendar)
        return (paused(opened, entry.at, stood, self.reached, self._calendar),)

    def _extend(self, entry: LedgerEntry) -> tuple[Sentence, ...]:
        amount, unit, stretch = entry.amount or 0, entry.unit, self._stretch
        in_office_time = unit in {DeadlineUnit.WORKING_DAY, DeadlineUnit.HOUR}
        if stretch.counting is Counting.MINUTES and in_office_time:
            hours = amount if unit is DeadlineUnit.HOUR else amount * HOURS_OF_A_DAY
            stretch.amount += hours * MINUTES_OF_AN_HOUR
        elif stretch.counting is Counting.WORKING_DAYS and in_office_time:
            stretch.amount += _in_working_days(amount, unit)
        else:
            day = self._day_of(entry)
            if in_office_time:
                self._passed += self._calendar.unconfirmed_between(self.reached.end, day)
            self._begin_anew(day)
        self._count()
        if self.reached.legal_due.year > LAST_YEAR:
            raise EntryYearImpossible(self.reached.legal_due)
        self.reached = replace(self.reached, unconfirmed=in_order(self._passed, self.reached.unconfirmed))
        if self._opened is not None and self.paused_since is None and not self._fixed:
            self.paused_since = entry.at  # it had run out as it was paused; what is granted anew stands still
        return (extended(entry, self.reached, self._calendar),)

    def _day_of(self, entry: LedgerEntry) -> date:
        """The day until which an extension goes that is not counted in the policy's own unit."""
        end, amount = self.reached.end, entry.amount or 0
        if entry.until is not None:
            return max(entry.until, end)
        match entry.unit:
            case DeadlineUnit.CALENDAR_DAY:
                return end + timedelta(days=amount)
            case DeadlineUnit.MONTH:
                return add_months(end, amount)
            case _:
                return self._calendar.add_working_days(end, _in_working_days(amount, entry.unit))

    def _begin_anew(self, day: date) -> None:
        """Pauses from now on add to this day."""
        moment = self.reached.due_moment
        if moment is not None:
            moment = max(moment, self._calendar.closing(day))
            day = self._calendar.local_day(moment)
        self._stretch = stretch_from(self._policy, day, moment)

    def _count(self) -> None:
        self.reached = self._stretch.ended(self.reached, self._calendar)

    @property
    def _fixed(self) -> bool:
        return self._policy.unit is DeadlineUnit.FIXED_DATE


def _in_working_days(amount: int, unit: DeadlineUnit | None) -> Fraction:
    """An extension in hours or working days as working days; parts of days are rounded with the end only."""
    return Fraction(amount, HOURS_OF_A_DAY) if unit is DeadlineUnit.HOUR else Fraction(amount)
