"""The rows of what is open in a case that moves to another version: kept, restated, put back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Uuid, delete, inspect, select
from sqlalchemy.orm import Session, undefer

from engine.domain.clock_ledger import LedgerEntry
from engine.domain.definition import ActivityDefinition, ProcessDefinition
from engine.domain.local_time import local_day
from engine.domain.migration import MigrationPlan
from engine.domain.states import LIVE_TASK_STATES, JobState, TaskState
from engine.domain.text import fold
from engine.domain.values import dump_values, load_values
from engine.execution import ladders, legal_dates
from engine.execution.beginning import LEGAL_DUE, OVERDUE_FROM, TARGET_DUE
from engine.execution.clock_rows import ledger_of, read_ledger
from engine.execution.instances import Execution
from engine.execution.recipients import candidates
from engine.execution.tasks import let_go
from engine.runtime import OpenTask
from engine.store.tables import Base, Incident, Job, ProcessInstance, Task, Timer

_DATES: Final = (
    "deadline_policy",
    "legal_due",
    "target_due",
    "overdue_from",
    "explanation",
    "legal_basis",
    "unconfirmed",
    *("deadline_terms", "reckoned_by", "clock_paused_at"),
)
_LADDER: Final = ("ladder", "owed_to_department", "ladder_done", "escalate_at")
_OF_INSTANCE: Final = (*_DATES, *_LADDER, "anchor")
_OF_TASK: Final = (
    *_DATES,
    *_LADDER,
    *("element_id", "name", "title", "search_text", "role", "unit_id", "person_id", "form_key"),
    *("process_key", "in_person"),
)
_CLAIM: Final = ("state", "claimed_by", "claimed_at", "claimed_for", "mandate_id")
_OF_JOB: Final = tuple(column.name for column in Job.__table__.columns)
_OF_TIMER: Final = tuple(column.name for column in Timer.__table__.columns)


def keep_rows(session: Session, row: ProcessInstance) -> bytes:
    """What the rows of a case say now, as text from which `put_back` restores them."""
    return dump_values(
        {
            "instance": _values(row, _OF_INSTANCE),
            "tasks": [_values(task, ("id", *_OF_TASK, *_CLAIM)) for task in _open_tasks(session, row.id)],
            "jobs": [_values(job, _OF_JOB) for job in _all(session, Job, row.id)],
            "timers": [_values(timer, _OF_TIMER) for timer in _all(session, Timer, row.id)],
            "incidents": [
                _values(incident, ("id", "element_id")) for incident in _open_incidents(session, row.id)
            ],
        }
    )


def restate(execution: Execution, plan: MigrationPlan) -> list[dict[str, object]]:
    """Let the rows say what the new version says; what people did with them stays.

    Returns what changed for tasks. The execution is that of the new version, before anything new waits.
    """
    session, process = execution.session, execution.process
    open_tasks = {UUID(task.id): task for task in process.open_tasks()}
    changes = [
        change
        for task in _open_tasks(session, execution.row.id)
        if (change := _restate_task(execution, task, open_tasks[task.id]))
    ]
    waits = process.waits()
    for job in _all(session, Job, execution.row.id):
        _restate_job(execution, job, waits.services[str(job.id)])
    for timer in _all(session, Timer, execution.row.id):
        if str(timer.id) in waits.timers:
            timer.element_id = waits.timers[str(timer.id)][0]
        else:
            session.delete(timer)
    for incident in _open_incidents(session, execution.row.id):
        incident.element_id = plan.element(incident.element_id) or incident.element_id
    _restate_instance(execution, plan)
    session.flush()
    return changes


def _restate_task(execution: Execution, task: Task, now_is: OpenTask) -> dict[str, object]:
    activity = execution.definition.activities[now_is.element_id]
    before = _values(task, _OF_TASK)
    queue = _queue(task)
    task.element_id = activity.element_id
    task.name = activity.name
    task.title = now_is.title
    task.search_text = fold(f"{task.name} {task.title} {execution.row.code} {execution.row.title}")
    task.role = activity.assignment.role if activity.assignment else None
    task.unit_id = UUID(now_is.unit) if now_is.unit else None
    task.person_id = UUID(now_is.person) if now_is.person else None
    task.form_key = activity.form_key
    task.process_key = execution.definition.process_id
    task.in_person = activity.assignment is not None and activity.assignment.in_person
    _restate_dates(execution, task, activity)
    if _queue(task) != queue:
        _offer(execution, task)
    after = _values(task, _OF_TASK)
    shown = ("element_id", "name", "title", "role", "unit_id", "person_id", "form_key", "legal_due", "ladder")
    changed = {key: [before[key], after[key]] for key in shown if before[key] != after[key]}
    return {"task": task.id, "changed": changed} if changed else {}


def _queue(task: Task) -> tuple[object, ...]:
    return task.role, task.unit_id, task.person_id, task.in_person


def _restate_dates(execution: Execution, task: Task, activity: ActivityDefinition) -> None:
    """A date once given stays; one that only the new version gives counts from when the task came."""
    if task.legal_due is None and activity.deadline is not None:
        found = legal_dates.compute(
            execution.surroundings,
            task.agency_id,
            activity.deadline,
            lambda expression: execution.process.evaluate(expression, str(task.id)),
            task.created_at,
            ledger=_ledger(execution, task),
            procedure=execution.definition.process_id,
        )
        legal_dates.set_deadline(task, found, references=activity.legal_basis)
    else:
        task.legal_basis = legal_dates.basis_text(activity.legal_basis) or task.legal_basis
    rule = activity.escalation
    asked = (rule.ladder, rule.owed_to_department) if rule else (None, False)
    if asked != (task.ladder, task.owed_to_department) or (rule and task.escalate_at is None):
        done = task.ladder_done if rule and task.ladder == rule.ladder else ""
        ladders.arm(task, rule, execution.surroundings, execution.now, done=done)


def _offer(execution: Execution, task: Task) -> None:
    """Tell those for whom it waits now; who holds it and is not among them loses it, not what was typed."""
    persons = candidates(execution.session, execution.surroundings, task, local_day(execution.now))
    if task.claimed_by is not None and task.claimed_by not in persons:
        told = {"by": task.claimed_by, **({"on_behalf_of": task.claimed_for} if task.claimed_for else {})}
        execution.record("task.released", element=task.element_id, task=task.id, data=told)
        let_go(task)
    if task.claimed_by is None:
        execution.notify(persons, "M01", task=task)


def _restate_job(execution: Execution, job: Job, element: str) -> None:
    operator = execution.definition.activities[element].operator
    name = operator.name if operator else ""
    if job.operator != name:
        job.operator, job.state, job.attempts, job.run_at = name, JobState.PENDING, 0, execution.now
    job.element_id = element


def _restate_instance(execution: Execution, plan: MigrationPlan) -> None:
    """The dates of the case stay; it goes on the ladder that the new version names."""
    row, rule = execution.row, plan.new.escalation
    given = row.legal_due is None and plan.new.deadline is not None and _give_dates(execution, plan.new)
    if given or rule != plan.old.escalation:
        done = row.ladder_done if rule and row.ladder == rule.ladder else ""
        ladders.arm(row, rule, execution.surroundings, execution.now, done=done)


def _give_dates(execution: Execution, new: ProcessDefinition) -> bool:
    """Dates that only the new version gives, counted from the start of the case; whether there are any."""
    row, process = execution.row, execution.process
    found = new.deadline and legal_dates.compute(
        execution.surroundings,
        row.agency_id,
        new.deadline,
        process.evaluate,
        row.started_at,
        ledger=_ledger(execution, None),
        procedure=new.process_id,
    )
    if not found:
        return False
    legal_dates.set_deadline(row, found, references=new.legal_basis)
    deadline = found.reckoning.deadline
    row.anchor = deadline.anchor
    process.set_variables(
        {
            LEGAL_DUE: deadline.legal_due,
            TARGET_DUE: deadline.target_due,
            OVERDUE_FROM: deadline.overdue_from,
        }
    )
    return True


def _ledger(execution: Execution, task: Task | None) -> tuple[LedgerEntry, ...]:
    """What moved the clock before the version that gives dates."""
    row = execution.row
    return ledger_of(read_ledger(execution.session, row.id), task) if row.clock_entries else ()


def put_back(session: Session, row: ProcessInstance, kept: bytes) -> None:
    """Restore what `keep_rows` wrote; drafts and claims of the meantime stay.

    Dates that were there stay as they are: another calendar may have been read since, and it did not move
    them. What was told of them stays told.
    """
    old: Any = load_values(kept)
    _set(row, old["instance"], _given_back(row, old["instance"], _OF_INSTANCE))
    saved = {UUID(task["id"]): task for task in old["tasks"]}
    for task in _open_tasks(session, row.id, saved):
        if task.id in saved:
            _put_task_back(task, saved[task.id])
        else:
            task.state, task.escalate_at = TaskState.CANCELLED, None
    session.execute(delete(Job).where(Job.instance_id == row.id))
    session.execute(delete(Timer).where(Timer.instance_id == row.id))
    session.add_all(_row(Job, values) for values in old["jobs"])
    session.add_all(_row(Timer, values) for values in old["timers"])
    elements = {UUID(incident["id"]): incident["element_id"] for incident in old["incidents"]}
    for incident in _open_incidents(session, row.id):
        incident.element_id = elements.get(incident.id, incident.element_id)
    session.flush()


def cancelled_since(session: Session, row: ProcessInstance, kept: bytes) -> tuple[UUID, ...]:
    """The tasks that `put_back` opens again."""
    saved = [UUID(task["id"]) for task in cast("Any", load_values(kept))["tasks"]]
    gone = select(Task.id).where(Task.id.in_(saved), Task.state == TaskState.CANCELLED)
    return tuple(session.scalars(gone.where(Task.instance_id == row.id)))


def _put_task_back(task: Task, saved: Mapping[str, Any]) -> None:
    cancelled = task.state == TaskState.CANCELLED
    _set(task, saved, _OF_TASK if cancelled else _given_back(task, saved, _OF_TASK))
    if cancelled or (task.claimed_by is None and saved["claimed_by"] is not None):
        _set(task, saved, _CLAIM)


def _given_back(row: ProcessInstance | Task, saved: Mapping[str, Any], names: Collection[str]) -> list[str]:
    """What of `names` is taken back to what it was."""
    stays = {name for name in _DATES if name != "legal_basis" and saved["legal_due"] is not None}
    stays |= set(_LADDER) if row.ladder == saved["ladder"] and saved["legal_due"] is not None else set()
    return [name for name in names if name not in stays]


def _values(row: Base, names: Collection[str]) -> dict[str, Any]:
    found = {name: getattr(row, name) for name in names}
    return {name: str(value) if isinstance(value, UUID) else value for name, value in found.items()}


def _set(row: Base, values: Mapping[str, Any], names: Collection[str]) -> None:
    for name in names:
        if name in values:  # kept before the column was there
            setattr(row, name, _typed(type(row), name, values[name]))


def _row(table: type[Base], values: Mapping[str, Any]) -> Base:
    return table(**{name: _typed(table, name, value) for name, value in values.items()})


def _typed(table: type[Base], name: str, value: Any) -> Any:
    column = inspect(table).columns[name]
    return UUID(value) if isinstance(column.type, Uuid) and value is not None else value


def _open_tasks(session: Session, instance: UUID, also: Collection[UUID] = ()) -> list[Task]:
    live = Task.state.in_(LIVE_TASK_STATES)
    wanted = (live | Task.id.in_(also)) if also else live
    return list(
        session.scalars(
            select(Task)
            .where(Task.instance_id == instance, wanted)
            .order_by(Task.id)
            .options(undefer(Task.draft))
        )
    )


def _all(session: Session, table: type[Any], instance: UUID) -> list[Any]:
    return list(session.scalars(select(table).where(table.instance_id == instance).order_by(table.id)))


def _open_incidents(session: Session, instance: UUID) -> list[Incident]:
    return list(
        session.scalars(
            select(Incident).where(Incident.instance_id == instance, Incident.resolved_at.is_(None))
        )
    )
