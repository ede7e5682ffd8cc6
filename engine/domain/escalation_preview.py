"""Every date of a ladder before it holds: shown before a model or a changed ladder goes live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from engine.domain.calendar import WorkingCalendar
from engine.domain.escalation import PlannedStep, Rest, Tell, Wait, decide, plan
from engine.domain.escalation_steps import Ladder, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedStep:
    """One step (with its audience and actions), the moment it falls on, and when it would be told (UTC).

    `told_at` lies later than `planned` where another level is told on that day, or the task came late; it is
    None for a reminder older than its task. `told_with` is the higher step with which it is told then. Of a
    step that is told again this is the first time.
    """

    step: Step
    planned: datetime
    told_at: datetime | None
    told_with: str


def preview_ladder(
    ladder: Ladder,
    *,
    legal_due: date,
    target_due: date,
    overdue_from: datetime | None,
    created: datetime,
    calendar: WorkingCalendar,
    owed_to_department: bool = False,
    whole_case: bool = False,
) -> tuple[PreviewedStep, ...]:
    """The steps of a task or case made at `created` that nobody completes, in order of time.

    Steps that ask how the task stands are shown as if it stood so. Raises NoWorkingDay.
    """
    planned = plan(
        ladder,
        legal_due,
        target_due,
        calendar,
        owed_to_department=owed_to_department,
        begins=created,
        overdue_from=overdue_from,
        whole_case=whole_case,
    )
    told = _told(planned, created, calendar)
    return tuple(
        PreviewedStep(
            step=one.step,
            planned=one.moment,
            told_at=told.get(one.step.code, (None, ""))[0],
            told_with=told.get(one.step.code, (None, ""))[1],
        )
        for one in planned
    )


def _told(
    planned: Sequence[PlannedStep], created: datetime, calendar: WorkingCalendar
) -> dict[str, tuple[datetime | None, str]]:
    """By code when each step is told for the first time, and with which, by a worker that is never late."""
    told: dict[str, tuple[datetime | None, str]] = {}
    last = max((one.moment for one in planned), default=created)
    done, now = "", created
    while True:
        match decide(planned, done, created, now, calendar):
            case Tell() as tell:
                again = tell.step.code in told and now > last  # only what repeats is left
                for step in tell.passed_over:
                    told.setdefault(step.code, (now, tell.step.code))
                told.setdefault(tell.step.code, (now, ""))
                if again or tell.next_moment is None:
                    return told
                done, now = tell.done_codes, tell.next_moment
            case Wait(until=until):
                now = until
            case Rest():
                return told
