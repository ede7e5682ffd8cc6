"""One instance under its lock, from load to save: the only place where the process and its rows meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from datetime import datetime
from functools import partial
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, func, null, or_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, object_session

from engine.domain.assignment import SYSTEM_ORIGIN, Actor, Candidates
from engine.domain.audit import FIRST_HASH
from engine.domain.definition import ActivityDefinition, ProcessDefinition
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.refusals import InstanceNotFound
from engine.domain.states import LIVE_TASK_STATES, InstanceState, TaskState
from engine.domain.text import fold
from engine.domain.values import Value, dump_values
from engine.execution import legal_dates, shadows
from engine.execution.history import HistoryWriter
from engine.execution.incidents import settle
from engine.execution.notices import leave_with, notices, notify
from engine.execution.recipients import candidates
from engine.execution.subscriptions import gather, write_post
from engine.execution.surroundings import Surroundings
from engine.runtime import CompiledModel, OpenTask, RunningProcess, Waits, compile_expression
from engine.store.rows import Batch, Rows, Statement, write, write_one
from engine.store.tables import ModelVersion, NumberSeries, ProcessInstance, Task

LEGAL_DUE: Final = "han_phap_ly"
TARGET_DUE: Final = "han_muc_tieu"
OVERDUE_FROM: Final = "qua_han_luc"
"""The variables in which a model finds the deadline of its own instance."""


class Execution:
    """An instance locked in the verb's transaction; `save` writes all that the verb changed.

    `row` and the tasks given to `keep` belong to no session: `save` writes what was set on them.
    """

    def __init__(
        self,
        session: Session,
        surroundings: Surroundings,
        row: ProcessInstance,
        process: RunningProcess,
        definition: ProcessDefinition,
        actor: Actor,
        now: datetime,
        *,
        shadowed: Waits | None,
    ) -> None:
        self.session = session
        self.surroundings = surroundings
        self.row = row
        self.process = process
        self.definition = definition
        self.actor = actor
        self.now = now
        self._new = shadowed is None
        self._shadowed = shadowed or Waits(users={}, services={}, timers={})
        """What the rows of tasks, jobs and timers say; `save` brings them to what the process says."""
        self._history = HistoryWriter(row, actor, now)
        self._notices: list[dict[str, object]] = []
        self._queues: dict[Candidates, tuple[UUID, ...]] = {}
        self._kept: list[Task] = []

    def record(
        self,
        kind: str,
        *,
        element: str | None = None,
        task: UUID | None = None,
        data: Mapping[str, object] | None = None,
    ) -> None:
        """Append one event to the instance's history."""
        self._history.record(kind, element=element, task=task, data=data)

    def notify(
        self, persons: tuple[UUID, ...], kind: str, *, task: Task | None = None, step: str = ""
    ) -> None:
        """Leave a notice for each person."""
        notify(self.session, self.row, persons, kind=kind, now=self.now, task=task, step=step)

    def keep(self, task: Task) -> None:
        """Let `save` write what the verb set on the task."""
        self._kept.append(task)

    def save(self) -> None:
        """Bring tasks, timers, jobs, history and state in line with the process."""
        for event in self.process.trace():
            self.record(
                f"activity.{event.what}",
                element=event.element_id,
                task=UUID(event.task_id) if event.task_id else None,
                data=event.data,
            )
        if self.row.open_incidents:
            settle(self)
        before, after = self._shadowed, self.process.waits()
        gone = self._gone(before.users.keys() - after.users.keys())
        opened = self._opened(after.users.keys() - before.users.keys())
        post = gather(self)
        if self.process.completed and self.row.state == InstanceState.RUNNING:
            self._end(InstanceState.COMPLETED, " ".join(self.process.outcome))
        self.row.process_state = self.process.dump()
        self.row.revision += 1
        self.session.flush()  # what operators left
        batch = Batch()
        self._history.write(batch)
        self._write_row(batch)
        for task in self._kept:
            write_one(batch, task)
        if gone:
            batch.add(_CANCEL, {"ids": gone})
        for task in opened:
            TASKS.add_one(batch, task)
        shadows.keep_jobs(batch, self.row.id, self.definition, before, after, self.now)
        shadows.keep_timers(batch, self.row.id, before, after, self.now)
        leave_with(batch, self._notices)
        batch.run(self.session)
        if post is not None:
            write_post(self.session, post)
        self._shadowed = after
        self._notices = []
        self._kept = []

    def save_history(self) -> None:
        """Write what was recorded and set after `save`."""
        self._history.append(self.session)
        write(self.session, self.row)

    def _write_row(self, batch: Batch) -> None:
        if self._new:
            INSTANCES.add_one(batch, self.row)
            self._new = False
        elif object_session(self.row) is None:
            write_one(batch, self.row)

    @property
    def open_tasks(self) -> int:
        """How many tasks of people the instance has open."""
        return len(self._shadowed.users)

    def _end(self, state: InstanceState, outcome: str) -> None:
        self.row.state = state
        self.row.outcome = outcome
        self.row.ended_at = self.now
        self.row.escalate_at = None
        self.record(f"instance.{state}", data={"outcome": outcome})

    def _gone(self, users: Set[str]) -> list[UUID]:
        """Tasks that nobody did and that wait no longer."""
        done = {str(task.id) for task in self._kept if task.state == TaskState.COMPLETED}
        gone = [task for task in self._shadowed.users if task in users and task not in done]
        for task in gone:
            self.record("task.cancelled", element=self._shadowed.users[task], task=UUID(task))
        return [UUID(task) for task in gone]

    def _opened(self, users: Set[str]) -> list[Task]:
        return [self._create_task(task) for task in self.process.open_tasks(users)] if users else []

    def _create_task(self, open_task: OpenTask) -> Task:
        activity = self.definition.activities[open_task.element_id]
        task = Task(
            id=UUID(open_task.id),
            instance_id=self.row.id,
            agency_id=self.row.agency_id,
            element_id=activity.element_id,
            scope=open_task.scope_id,
            name=activity.name,
            title=open_task.title or "",
            search_text=fold(f"{activity.name} {open_task.title or ''} {self.row.code} {self.row.title}"),
            role=activity.assignment.role if activity.assignment else None,
            unit_id=UUID(open_task.unit) if open_task.unit else None,
            person_id=UUID(open_task.person) if open_task.person else None,
            form_key=activity.form_key,
            state=TaskState.OPEN,
            created_at=self.now,
        )
        self._give_dates(task, activity)
        self.record(
            "task.created",
            element=task.element_id,
            task=task.id,
            data={
                "role": task.role,
                "unit": task.unit_id,
                "legal_due": task.legal_due,
                "target_due": task.target_due,
            },
        )
        self._notices += notices(self.row, self._able(task), kind="M01", now=self.now, task=task)
        return task

    def _able(self, task: Task) -> tuple[UUID, ...]:
        """Whom a new task waits for; asked once for tasks of one queue."""
        queue = candidates_of(task)
        if queue not in self._queues:
            self._queues[queue] = candidates(self.session, self.surroundings, task, local_day(self.now))
        return self._queues[queue]

    def _give_dates(self, task: Task, activity: ActivityDefinition) -> None:
        deadline = None
        if activity.deadline is not None:
            deadline = legal_dates.compute(
                self.surroundings,
                task.agency_id,
                activity.deadline,
                lambda expression: self.process.evaluate(expression, str(task.id)),
                self.now,
            )
        legal_dates.set_deadline(task, deadline, references=activity.legal_basis)
        legal_dates.arm(task, activity.escalation, self.surroundings, self.now)


Occasion: TypeAlias = Callable[[Execution], None]
"""Tells a case that begins what it begins on, before its first steps are written."""
INSTANCES: Final = Rows(ProcessInstance)
TASKS: Final = Rows(Task)
_LOCK: Final = Statement(
    INSTANCES.select().where(ProcessInstance.id == bindparam("instance")).with_for_update()
)
_VERSION: Final = Rows(ModelVersion)
_NEWEST: Final = Statement(
    _VERSION.select()
    .where(ModelVersion.key == bindparam("key"))
    .order_by(ModelVersion.version.desc())
    .limit(1)
)
_NUMBER: Final = Statement(
    insert(NumberSeries)
    .values(agency_id=bindparam("agency"), series=bindparam("series"), year=bindparam("year"), last=1)
    .on_conflict_do_update(
        index_elements=["agency_id", "series", "year"], set_={"last": NumberSeries.last + 1}
    )
    .returning(NumberSeries.last)
)
_CANCEL: Final = Statement(
    update(Task)
    .where(
        Task.id == func.any(bindparam("ids", type_=ARRAY(Uuid))),
        or_(*(Task.state == state for state in LIVE_TASK_STATES)),
    )
    .values(state=TaskState.CANCELLED, escalate_at=null())
)


def candidates_of(task: Task) -> Candidates:
    """Whom the task waits for."""
    return Candidates(role=task.role, unit=task.unit_id, person=task.person_id)


def lock(
    session: Session,
    surroundings: Surroundings,
    instance: UUID,
    *,
    actor: Actor,
    now: datetime,
) -> Execution:
    """Lock the instance row and load its process; raises InstanceNotFound."""
    found = _LOCK.run(session, instance=instance).fetchone()
    if found is None:
        raise InstanceNotFound(instance)
    return resume(session, surroundings, INSTANCES.one(found), actor=actor, now=now)


def resume(
    session: Session, surroundings: Surroundings, row: ProcessInstance, *, actor: Actor, now: datetime
) -> Execution:
    """Load the process of an instance row that the caller has locked."""
    if row.hops and actor.origin != SYSTEM_ORIGIN:
        row.hops = 0  # somebody acts: what follows is no chain of messages that nobody looks at
    model = surroundings.models.compiled(session, row.model_version_id)
    process = RunningProcess.load(
        model,
        row.process_state,
        now=now,
        calendar=partial(surroundings.calendars.calendar_of, row.agency_id),
    )
    return Execution(
        session, surroundings, row, process, model.definition, actor, now, shadowed=process.waits()
    )


def begin(
    session: Session,
    surroundings: Surroundings,
    version: ModelVersion,
    *,
    agency: UUID,
    series: str,
    variables: Mapping[str, Value],
    actor: Actor,
    now: datetime,
    begins_at: str | None = None,
    occasion: Occasion | None = None,
) -> Execution:
    """Start an instance of a published version and save it; the caller may add notices before committing.

    Of several start events, `begins_at` names the one that happened; `occasion` tells of it before the first
    steps are told.

    The deadline of the instance is computed first, so that the model finds its dates in the variables
    han_phap_ly, han_muc_tieu and qua_han_luc.
    """
    model = surroundings.models.compiled(session, version.id)
    definition = model.definition
    row = _new_row(session, version, agency=agency, series=series, actor=actor, now=now)
    known = dict(variables)

    def evaluate(expression: str) -> Value:
        return compile_expression(expression).evaluate(known.get)

    deadline = None
    if definition.deadline is not None:
        deadline = legal_dates.compute(surroundings, agency, definition.deadline, evaluate, now)
    legal_dates.set_deadline(row, deadline, references=definition.legal_basis)
    if deadline is not None:
        row.anchor = deadline.anchor
        known |= {
            LEGAL_DUE: deadline.legal_due,
            TARGET_DUE: deadline.target_due,
            OVERDUE_FROM: deadline.overdue_from,
        }
    title = evaluate(definition.title_expression) if definition.title_expression else None
    row.title = title if isinstance(title, str) else definition.name
    row.search_text = fold(f"{row.code} {row.title}")
    legal_dates.arm(row, definition.escalation, surroundings, now)
    execution = _start(session, surroundings, row, model, known, actor, now, begins_at)
    if occasion is not None:
        occasion(execution)
    execution.save()
    return execution


def _start(
    session: Session,
    surroundings: Surroundings,
    row: ProcessInstance,
    model: CompiledModel,
    variables: Mapping[str, Value],
    actor: Actor,
    now: datetime,
    begins_at: str | None,
) -> Execution:
    process = RunningProcess.start(
        model,
        variables=variables,
        now=now,
        calendar=partial(surroundings.calendars.calendar_of, row.agency_id),
        begins_at=begins_at,
    )
    execution = Execution(session, surroundings, row, process, model.definition, actor, now, shadowed=None)
    execution.record(
        "instance.started",
        data={
            "model": model.definition.process_id,
            "bundle": model.definition.bundle_hash,
            "title": row.title,
            "anchor": row.anchor,
            "legal_due": row.legal_due,
            "target_due": row.target_due,
            "variables": dump_values(dict(variables)).decode(),
        },
    )
    return execution


def _new_row(
    session: Session, version: ModelVersion, *, agency: UUID, series: str, actor: Actor, now: datetime
) -> ProcessInstance:
    year = local_day(now).year
    number = next_number(session, agency, series, year)
    return ProcessInstance(
        id=fresh_id(),
        agency_id=agency,
        model_version_id=version.id,
        code=f"{series}-{year}-{number:04d}",
        state=InstanceState.RUNNING,
        revision=0,
        started_at=now,
        started_by=actor.person,
        history_sequence=0,
        history_hash=FIRST_HASH,
        open_incidents=0,
        hops=0,
    )


def next_number(session: Session, agency: UUID, series: str, year: int) -> int:
    """The next number of a series of the agency and year; gap-free, since it commits with its use."""
    (number,) = _NUMBER.run(session, agency=agency, series=series, year=year).fetchone() or (0,)
    return int(number)


def latest_version(session: Session, key: str) -> ModelVersion | None:
    """The newest published version of a model."""
    found = _NEWEST.run(session, key=key).fetchone()
    return None if found is None else _VERSION.one(found)
