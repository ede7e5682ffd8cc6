"""Escalation ladders: who is told what, and when, as a task comes due and goes late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from engine.domain.calendar import WorkingCalendar
from engine.domain.escalation_done import Done, done_text, read_done
from engine.domain.escalation_moments import Term, moment_of
from engine.domain.escalation_seeds import LADDERS, QMS_LADDER, UnknownLadder, ladder_named
from engine.domain.escalation_steps import (
    Audience,
    CountedFrom,
    Ladder,
    NamedRole,
    Recipient,
    Standing,
    Step,
    StepKind,
    StepUnit,
)
from engine.domain.escalation_text import ladder_text, read_ladder

__all__ = [
    "LADDERS",
    "QMS_LADDER",
    "Audience",
    "CountedFrom",
    "Decision",
    "Ladder",
    "NamedRole",
    "PlannedStep",
    "Recipient",
    "Rest",
    "Standing",
    "Step",
    "StepKind",
    "StepUnit",
    "Tell",
    "UnknownLadder",
    "Wait",
    "codes_done",
    "decide",
    "ladder_named",
    "ladder_text",
    "open_again",
    "plan",
    "read_ladder",
]

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step and the moment it falls on (UTC), of one that is told again the first."""

    step: Step
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Tell `step` now; it was planned for `planned`.

    `passed_over` are the lower escalations that were missed and end with this one: those they were meant for
    have not heard yet and hear now, and what they do is done now. Store `done_codes` and look again at
    `next_moment` (None: never). `occasion` tells this telling from an earlier one of the same step.
    """

    step: Step
    planned: datetime
    passed_over: tuple[Step, ...]
    next_moment: datetime | None
    done_codes: str
    occasion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Nothing to tell before `until`."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Nothing left to tell."""


Decision: TypeAlias = Tell | Wait | Rest


def plan(  # noqa: PLR0913 - what the moments rest on, each by its name
    ladder: Ladder,
    legal_due: date,
    target_due: date,
    calendar: WorkingCalendar,
    *,
    owed_to_department: bool,
    begins: datetime | None = None,
    overdue_from: datetime | None = None,
    stood_still: int = 0,
    whole_case: bool = False,
) -> tuple[PlannedStep, ...]:
    """The moments of a ladder's steps in order of time; of two at one moment the higher comes later.

    Steps in percent count office time from `begins` to `overdue_from`, less the `stood_still` minutes of
    office time in which the clock was paused; without `overdue_from` the term ends with the legal day. For a
    whole case no step holds that asks whether somebody holds the task.
    """
    term = Term(
        legal_due=legal_due,
        target_due=target_due,
        begins=begins,
        overdue_from=overdue_from,
        stood_still=stood_still,
    )
    planned = [
        PlannedStep(step=step, moment=moment_of(step, term, calendar))
        for step in ladder.steps
        if (owed_to_department or not step.only_owed_to_department)
        and not (whole_case and len(step.holds_for) < len(Standing))
    ]
    return tuple(sorted(planned, key=lambda one: one.moment))


def decide(
    planned: Sequence[PlannedStep],
    done: str,
    created: datetime,
    now: datetime,
    calendar: WorkingCalendar,
    standing: Standing | None = None,
) -> Decision:
    """What to tell at `now`, given what `plan` said and what is stored of earlier decisions.

    `done` is "" at first and `Tell.done_codes` of the last telling afterwards. Of several steps whose moment
    has come only the highest is told, and the lower ones are done with it. No two levels are told on one day:
    the second waits for the next working day. Reminders that fall before `created` are left out; escalations
    that do are told at once. A step that does not hold for the task's `standing` (None: not asked) is passed
    by, and holds if the task stands so when the ladder is looked at again.
    """
    entries = read_done(done)
    ahead = _ahead(planned, entries, created, calendar)
    taken = _level_told(planned, entries, calendar.local_day(now))
    come = [
        one
        for one in ahead
        if one.moment <= now and _holds(one.step, standing) and not (taken and one.step.is_level)
    ]
    if not come:
        until = _next(ahead, now, calendar, standing, taken=taken)
        return Rest() if until is None else Wait(until=until)
    told = max(come, key=lambda one: (one.step.every is None, come.index(one)))
    after = _after_telling(entries, ahead, come, told, now, calendar)
    left = _ahead(planned, after, created, calendar)
    taken = taken or told.step.is_level
    return Tell(
        step=told.step,
        planned=told.moment,
        passed_over=tuple(
            one.step for one in come if one is not told and one.step.kind is StepKind.ESCALATION
        ),
        next_moment=_next(left, now, calendar, standing, taken=taken),
        done_codes=done_text(after),
        occasion=_occasion(told.step, entries, calendar.local_day(now)),
    )


def codes_done(done: str) -> tuple[str, ...]:
    """The codes in a stored `done_codes`, told or done with, in order."""
    return tuple(code for code, entry in read_done(done).items() if not entry.open_again)


def open_again(planned: Sequence[PlannedStep], done: str, now: datetime, *, anew: bool) -> str:
    """What is stored as done once the dates were moved so that `planned` holds.

    An escalation whose moment lies ahead again is told again then: it speaks of another date. A reminder is
    told again only where the term itself begins `anew`, not for a corrected calendar.
    """
    entries = read_done(done)
    for one in planned:
        entry = entries.get(one.step.code)
        reopens = anew or one.step.kind is StepKind.ESCALATION
        if entry is not None and reopens and one.moment > now:
            entries[one.step.code] = Done(day=entry.day, open_again=True)
    return done_text(entries)


def _ahead(
    planned: Sequence[PlannedStep], entries: Mapping[str, Done], created: datetime, calendar: WorkingCalendar
) -> list[PlannedStep]:
    """What is not done, in order of time; of a step that is told again the next time."""
    ahead = []
    again = False
    for one in planned:
        entry = entries.get(one.step.code)
        if entry is None or entry.open_again:
            if one.step.kind is StepKind.ESCALATION or one.moment >= created:
                ahead.append(one)
        elif one.step.every is not None and entry.day is not None:
            opening = calendar.opening(calendar.add_working_days(entry.day, one.step.every))
            ahead.append(PlannedStep(step=one.step, moment=max(one.moment, opening)))
            again = True
    return sorted(ahead, key=lambda one: one.moment) if again else ahead


def _holds(step: Step, standing: Standing | None) -> bool:
    return standing is None or standing in step.holds_for


def _level_told(planned: Sequence[PlannedStep], entries: Mapping[str, Done], today: date) -> bool:
    """Whether the one level of this day was told; a code that the ladder no longer has counts as one."""
    codes = [code for code, entry in entries.items() if entry.day == today]
    if not codes:
        return False
    small = {one.step.code for one in planned if not one.step.is_level}
    return any(code not in small for code in codes)


def _next(
    ahead: Sequence[PlannedStep],
    now: datetime,
    calendar: WorkingCalendar,
    standing: Standing | None,
    *,
    taken: bool,
) -> datetime | None:
    """When to look again; a level waits for the next working day where one was told today (`taken`)."""
    today = calendar.local_day(now)
    tomorrow = calendar.opening(today + _ONE_DAY) if taken else now
    moments = []
    for one in ahead:
        if taken and one.step.is_level and calendar.local_day(one.moment) <= today:
            moments.append(tomorrow)
        elif one.moment > now:
            moments.append(one.moment)
        elif _holds(one.step, standing):
            moments.append(now)
    return min(moments, default=None)


def _after_telling(
    entries: Mapping[str, Done],
    ahead: Sequence[PlannedStep],
    come: Sequence[PlannedStep],
    told: PlannedStep,
    now: datetime,
    calendar: WorkingCalendar,
) -> dict[str, Done]:
    """What is done once `told` was told: all that came with it, and the lower ones that did not hold."""
    today = calendar.local_day(now)
    after = dict(entries)
    for one in ahead:
        if one is told or (one in come and one.step.every is not None):
            after.pop(one.step.code, None)
            after[one.step.code] = Done(day=today)
        elif one in come or (told.step.is_level and one.moment < told.moment):
            after[one.step.code] = Done()
    return after


def _occasion(step: Step, entries: Mapping[str, Done], today: date) -> str:
    return f"{step.code}@{today.isoformat()}" if step.code in entries else step.code
