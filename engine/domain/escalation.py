"""Escalation ladders: who is told what, and when, as a task comes due and goes late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Final, TypeAlias

from engine.domain.calendar import WorkingCalendar
from engine.domain.errors import NotFound

_ONE_DAY = timedelta(days=1)


class Audience(Enum):
    """Whom a step tells; resolved to persons by the date of the telling."""

    ASSIGNEE = "assignee"
    UNIT_HEAD = "unit_head"
    """LD_PHONG of the unit of the task."""
    ISO_SECRETARY = "iso_secretary"
    STEERING_HEAD = "steering_head"
    AGENCY_HEAD = "agency_head"
    DEPARTMENT_OFFICER = "department_officer"
    """The officer of the department (Sở) who follows the agency."""


class StepKind(Enum):
    """Whether a step helps to be in time or reports that it is too late for that."""

    REMINDER = "reminder"
    ESCALATION = "escalation"


class CountedFrom(Enum):
    """The date a step is counted from."""

    TARGET = "target"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One level of a ladder; it happens at the opening of its working day."""

    code: str
    kind: StepKind
    offset_working_days: int
    from_: CountedFrom
    to: tuple[Audience, ...]
    mail: str
    """Code of the letter."""
    only_owed_to_department: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The steps of an escalation, lowest first; each code once."""

    code: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step and the moment it falls on (UTC)."""

    step: Step
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Tell `step` now; it was planned for `planned`.

    `passed_over` are the lower escalations that were missed and end with this one: those they were meant for
    have not heard yet and hear now. Store `done_codes` and look again at `next_moment` (None: never).
    """

    step: Step
    planned: datetime
    passed_over: tuple[Step, ...]
    next_moment: datetime | None
    done_codes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Nothing to tell before `until`."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Nothing left to tell."""


Decision: TypeAlias = Tell | Wait | Rest


class UnknownLadder(NotFound):
    """A ladder that is named nowhere."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không có thang nhắc việc “{code}”.", en=f"There is no escalation ladder “{code}”."
        )
        self.code = code


def _reminder(code: str, days_before: int) -> Step:
    return Step(
        code=code,
        kind=StepKind.REMINDER,
        offset_working_days=-days_before,
        from_=CountedFrom.TARGET,
        to=(Audience.ASSIGNEE,),
        mail="M02",
    )


def _escalation(code: str, days_after: int, mail: str, *to: Audience, only_owed: bool = False) -> Step:
    return Step(
        code=code,
        kind=StepKind.ESCALATION,
        offset_working_days=days_after,
        from_=CountedFrom.LEGAL,
        to=to,
        mail=mail,
        only_owed_to_department=only_owed,
    )


QMS_LADDER: Final = Ladder(
    code="QMS",
    steps=(
        _reminder("R1", 10),
        _reminder("R2", 5),
        _reminder("R3", 1),
        _escalation("E1", 0, "M03", Audience.ASSIGNEE, Audience.UNIT_HEAD),
        _escalation("E2", 3, "M04", Audience.ISO_SECRETARY, Audience.STEERING_HEAD),
        _escalation("E3", 5, "M04", Audience.AGENCY_HEAD),
        _escalation("E4", 10, "E4", Audience.DEPARTMENT_OFFICER, only_owed=True),
    ),
)

LADDERS: Final[Mapping[str, Ladder]] = MappingProxyType({QMS_LADDER.code: QMS_LADDER})


def ladder_named(code: str) -> Ladder:
    """The ladder a model names; raises UnknownLadder."""
    try:
        return LADDERS[code]
    except KeyError:
        raise UnknownLadder(code) from None


def plan(
    ladder: Ladder, legal_due: date, target_due: date, calendar: WorkingCalendar, *, owed_to_department: bool
) -> tuple[PlannedStep, ...]:
    """The moments of a ladder's steps in order of time; of two at one moment the higher comes later."""
    planned = [
        PlannedStep(step=step, moment=_moment(step, legal_due, target_due, calendar))
        for step in ladder.steps
        if owed_to_department or not step.only_owed_to_department
    ]
    return tuple(sorted(planned, key=lambda one: one.moment))


def decide(
    planned: Sequence[PlannedStep], done: str, created: datetime, now: datetime, calendar: WorkingCalendar
) -> Decision:
    """What to tell at `now`, given what `plan` said and what is stored of earlier decisions.

    `done` is "" at first and `Tell.done_codes` of the last telling afterwards. Of several steps whose moment
    has come only the highest is told, and the lower ones are done with it. No two levels are told on one day:
    the second waits for the next working day. Reminders that fall before `created` are left out; escalations
    that do are told at once.
    """
    told = codes_done(done)
    ahead = [one for one in planned if one.step.code not in told and not _too_late_to_remind(one, created)]
    come = [one for one in ahead if one.moment <= now]
    rest = ahead[len(come) :]
    if not ahead:
        return Rest()
    if not come or _last_day_told(done) == calendar.local_day(now):
        return Wait(until=_not_today(ahead[0].moment, done, now, calendar))
    done_codes = _with_told(done, come, calendar.local_day(now))
    return Tell(
        step=come[-1].step,
        planned=come[-1].moment,
        passed_over=tuple(one.step for one in come[:-1] if one.step.kind is StepKind.ESCALATION),
        next_moment=_not_today(rest[0].moment, done_codes, now, calendar) if rest else None,
        done_codes=done_codes,
    )


def codes_done(done: str) -> tuple[str, ...]:
    """The codes in a stored `done_codes`, told or done with, in order."""
    return tuple(entry.partition("@")[0] for entry in done.split())


def _moment(step: Step, legal_due: date, target_due: date, calendar: WorkingCalendar) -> datetime:
    base = target_due if step.from_ is CountedFrom.TARGET else legal_due
    return calendar.opening(calendar.add_working_days(base, step.offset_working_days))


def _too_late_to_remind(one: PlannedStep, created: datetime) -> bool:
    return one.step.kind is StepKind.REMINDER and one.moment < created


def _not_today(moment: datetime, done: str, now: datetime, calendar: WorkingCalendar) -> datetime:
    """`moment`, or the next working day's opening where something was told today already."""
    today = calendar.local_day(now)
    if _last_day_told(done) == today and calendar.local_day(moment) <= today:
        return calendar.opening(today + _ONE_DAY)
    return moment


def _with_told(done: str, come: Iterable[PlannedStep], today: date) -> str:
    """The stored form: codes in the order done, the told ones with their day ("R1 R2@2026-11-30")."""
    entries = [*done.split(), *(one.step.code for one in come)]
    return " ".join([*entries[:-1], f"{entries[-1]}@{today.isoformat()}"])


def _last_day_told(done: str) -> date | None:
    days = [entry.partition("@")[2] for entry in done.split()]
    return max((date.fromisoformat(day) for day in days if day), default=None)
