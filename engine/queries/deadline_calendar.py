"""Deadlines by day: one officer's for a calendar program, an agency's for its yearly calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES, InstanceState, TaskState
from engine.execution.personal import initials, is_personal_model
from engine.execution.surroundings import Surroundings
from engine.queries.inbox import listed_tasks
from engine.queries.instances import seen_by
from engine.store.tables import ProcessInstance, Task

MOST_OF_AN_OFFICER: Final = 500
"""Deadlines beyond it are not in the officer's calendar: the nearest come first."""
MOST_OF_AN_AGENCY: Final = 2_000
"""Deadlines beyond it are not on one page of the agency's calendar, which then says so."""


class Standing(StrEnum):
    """How a deadline stands at a moment."""

    OPEN = "open"
    TARGET_MISSED = "target_missed"
    """The target has passed, the law is still kept."""
    LATE = "late"
    PAUSED = "paused"
    DONE = "done"
    DONE_LATE = "done_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedWork:
    """A task or a case with its dates."""

    instance: UUID
    model_version: UUID
    case_code: str
    case_title: str
    task: UUID | None
    """None: the deadline of the case itself."""
    task_name: str
    task_title: str
    """What tells the task from its siblings; may be empty."""
    unit: UUID | None
    legal_due: date | None
    target_due: date | None
    standing: Standing
    unconfirmed: bool
    confidential: bool = False

    @property
    def work(self) -> str:
        """The task with what tells it from its siblings; empty for a case."""
        return f"{self.task_name} – {self.task_title}" if self.task_title else self.task_name

    @property
    def day(self) -> date:
        """The day on which it stands in a list: the target, else the legal date."""
        day = self.target_due or self.legal_due
        if day is None:
            raise ValueError(f"no deadline: {self}")
        return day


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedWorks:
    """Deadlines in order of their days; `more` when there are others that were left out."""

    lines: tuple[DatedWork, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What the standing of a deadline follows from."""

    done: bool
    ended_at: datetime | None
    paused_at: datetime | None
    target_due: date | None
    overdue_from: datetime | None


def _standing(state: _State, now: datetime, today: date) -> Standing:
    """A clock that stands still is never late."""
    late_from = state.overdue_from
    if state.done:
        late = late_from is not None and state.ended_at is not None and state.ended_at >= late_from
        return Standing.DONE_LATE if late else Standing.DONE
    if state.paused_at is not None:
        return Standing.PAUSED
    if late_from is not None and now >= late_from:
        return Standing.LATE
    missed = state.target_due is not None and state.target_due < today
    return Standing.TARGET_MISSED if missed else Standing.OPEN


def officer_deadlines(
    session: Session, surroundings: Surroundings, viewer: Viewer, now: datetime, today: date
) -> DatedWorks:
    """What is open for the viewer: own and waiting tasks, and the cases to which they belong.

    Three statements, however much the office holds. It leaves the house: of a citizen's case there is the
    code with initials, nothing else.
    """
    tasks = listed_tasks(session, viewer, now, most=MOST_OF_AN_OFFICER + 1)
    shown = tasks[:MOST_OF_AN_OFFICER]
    ids, cases = [task.id for task in shown], {task.instance for task in shown}
    lines = _tasks(session, (Task.id.in_(ids),), now, today)
    lines += _cases(session, (ProcessInstance.id.in_(cases),), now, today)
    versions = {line.model_version for line in lines}
    personal = {version for version in versions if is_personal_model(session, surroundings, version)}
    hidden = (line.confidential or line.model_version in personal for line in lines)
    told = [_discreet(line) if hide else line for line, hide in zip(lines, hidden, strict=True)]
    return DatedWorks(lines=_in_order(told), more=len(tasks) > MOST_OF_AN_OFFICER)


def agency_deadlines(
    session: Session,
    viewer: Viewer,
    first: date,
    last: date,
    now: datetime,
    today: date,
    *,
    unit: UUID | None = None,
) -> DatedWorks:
    """All deadlines that fall between two days, both included, in the cases that the viewer may see.

    With a unit, its tasks and the cases in which it has one. Cancelled work has no deadline any more.
    """
    seen = seen_by(viewer)
    of_task: list[ColumnElement[bool]] = [Task.agency_id == viewer.agency, _falls(Task, first, last), *seen]
    of_case: list[ColumnElement[bool]] = [_falls(ProcessInstance, first, last), *seen]
    if unit is not None:
        of_task.append(Task.unit_id == unit)
        of_case.append(exists().where(Task.instance_id == ProcessInstance.id, Task.unit_id == unit))
    tasks = _tasks(session, of_task, now, today)
    cases = _cases(session, of_case, now, today)
    lines = _in_order([*tasks, *cases])
    return DatedWorks(lines=lines[:MOST_OF_AN_AGENCY], more=len(lines) > MOST_OF_AN_AGENCY)


def _discreet(line: DatedWork) -> DatedWork:
    """The step's own name stays; what tells it from its siblings may name a person."""
    title = "" if line.confidential else initials(line.case_title)
    return replace(line, case_title=title, task_title="")


def _falls(table: type[Task | ProcessInstance], first: date, last: date) -> ColumnElement[bool]:
    return or_(table.target_due.between(first, last), table.legal_due.between(first, last))


def _tasks(
    session: Session, conditions: Sequence[ColumnElement[bool]], now: datetime, today: date
) -> list[DatedWork]:
    rows = session.execute(
        select(
            Task.id,
            Task.name,
            Task.title,
            Task.unit_id,
            Task.state,
            Task.completed_at,
            Task.legal_due,
            Task.target_due,
            Task.overdue_from,
            Task.unconfirmed,
            func.coalesce(Task.clock_paused_at, ProcessInstance.clock_paused_at).label("paused_at"),
            ProcessInstance.id.label("instance"),
            ProcessInstance.model_version_id,
            ProcessInstance.confidential,
            ProcessInstance.code,
            ProcessInstance.title.label("case_title"),
        )
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .where(
            Task.state.in_((*LIVE_TASK_STATES, TaskState.COMPLETED)),
            or_(Task.target_due.is_not(None), Task.legal_due.is_not(None)),
            *conditions,
        )
        .order_by(Task.target_due, Task.id)
        .limit(MOST_OF_AN_AGENCY + 1)
    )
    return [
        DatedWork(
            instance=row.instance,
            model_version=row.model_version_id,
            confidential=row.confidential,
            case_code=row.code,
            case_title=row.case_title,
            task=row.id,
            task_name=row.name,
            task_title=row.title,
            unit=row.unit_id,
            legal_due=row.legal_due,
            target_due=row.target_due,
            standing=_standing(
                _State(
                    done=row.state == TaskState.COMPLETED,
                    ended_at=row.completed_at,
                    paused_at=row.paused_at,
                    target_due=row.target_due,
                    overdue_from=row.overdue_from,
                ),
                now,
                today,
            ),
            unconfirmed=row.unconfirmed,
        )
        for row in rows
    ]


def _cases(
    session: Session, conditions: Sequence[ColumnElement[bool]], now: datetime, today: date
) -> list[DatedWork]:
    rows = session.execute(
        select(
            ProcessInstance.id,
            ProcessInstance.model_version_id,
            ProcessInstance.confidential,
            ProcessInstance.code,
            ProcessInstance.title,
            ProcessInstance.state,
            ProcessInstance.ended_at,
            ProcessInstance.legal_due,
            ProcessInstance.target_due,
            ProcessInstance.overdue_from,
            ProcessInstance.unconfirmed,
            ProcessInstance.clock_paused_at,
        )
        .where(
            ProcessInstance.state.in_((*LIVE_INSTANCE_STATES, InstanceState.COMPLETED)),
            or_(ProcessInstance.target_due.is_not(None), ProcessInstance.legal_due.is_not(None)),
            *conditions,
        )
        .order_by(ProcessInstance.target_due, ProcessInstance.id)
        .limit(MOST_OF_AN_AGENCY + 1)
    )
    return [
        DatedWork(
            instance=row.id,
            model_version=row.model_version_id,
            confidential=row.confidential,
            case_code=row.code,
            case_title=row.title,
            task=None,
            task_name="",
            task_title="",
            unit=None,
            legal_due=row.legal_due,
            target_due=row.target_due,
            standing=_standing(
                _State(
                    done=row.state == InstanceState.COMPLETED,
                    ended_at=row.ended_at,
                    paused_at=row.clock_paused_at,
                    target_due=row.target_due,
                    overdue_from=row.overdue_from,
                ),
                now,
                today,
            ),
            unconfirmed=row.unconfirmed,
        )
        for row in rows
    ]


def _in_order(lines: Sequence[DatedWork]) -> tuple[DatedWork, ...]:
    return tuple(sorted(lines, key=lambda line: (line.day, line.case_code, line.work, str(line.task))))
