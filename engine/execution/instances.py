"""One instance under its lock, from load to save: the only place where the process and its rows meet."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, func, null, or_, update
from sqlalchemy.orm import Session, object_session

from engine.domain.assignment import SYSTEM_ORIGIN, Actor
from engine.domain.definition import ActivityDefinition, ProcessDefinition
from engine.domain.disposal import CaseDisposed
from engine.domain.local_time import local_day
from engine.domain.refusals import InstanceNotFound
from engine.domain.states import LIVE_TASK_STATES, InstanceState, TaskState
from engine.domain.text import fold
from engine.execution import ladders, legal_dates, shadows
from engine.execution.clock_rows import ledger_of, read_ledger
from engine.execution.history import HistoryWriter
from engine.execution.incidents import settle
from engine.execution.notices import leave_with, notices, notify
from engine.execution.recipients import WhoMayTake, candidates_of
from engine.execution.subscriptions import DATES_OF_THE_CASE, gather, write_post
from engine.execution.surroundings import Surroundings
from engine.runtime import OpenTask, RunningProcess, Waits
from engine.runtime.following import rest_timers
from engine.store.rows import Batch, Rows, Statement, write, write_one
from engine.store.tables import ClockEntry, ProcessInstance, Task


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
        self._who = WhoMayTake(session, surroundings, row.agency_id, local_day(now))
        self._kept: list[Task] = []
        self._entries: tuple[ClockEntry, ...] | None = None
        self._told = 0
        """How many events of the process's trace stand in the history already."""

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

    def save(self, into: Batch | None = None) -> None:
        """Bring tasks, timers, jobs, history and state in line with the process.

        Who saves many cases in one transaction gives a batch and runs it.
        """
        trace = self.process.trace()
        for event in trace[self._told :]:
            self.record(
                f"activity.{event.what}",
                element=event.element_id,
                task=UUID(event.task_id) if event.task_id else None,
                data=event.data,
            )
        self._told = len(trace)
        if self.row.open_incidents:
            settle(self)
        if self.row.clock_paused_at is not None and not self.process.completed:
            rest_timers(self.process, DATES_OF_THE_CASE)
        before, after = self._shadowed, self.process.waits()
        gone = self._gone(before.users.keys() - after.users.keys())
        opened = self._opened(after.users.keys() - before.users.keys())
        post = gather(self)
        if self.process.completed and self.row.state == InstanceState.RUNNING:
            self._end(InstanceState.COMPLETED, " ".join(self.process.outcome))
        self.row.process_state = self.process.dump()
        self.row.revision += 1
        self._write(gone, opened, after, into)
        if post is not None:
            write_post(self.session, post)

    def _write(self, gone: list[UUID], opened: list[Task], after: Waits, into: Batch | None) -> None:
        """All rows of the case, as one statement."""
        self.session.flush()  # what operators left
        batch = into or Batch()
        self._history.write(batch)
        self._write_row(batch)
        for task in self._kept:
            write_one(batch, task)
        if gone:
            batch.add(_CANCEL, {"ids": gone})
        for task in opened:
            TASKS.add_one(batch, task)
        shadows.keep_jobs(batch, self.row.id, self.definition, self._shadowed, after, self.now)
        shadows.keep_timers(batch, self.row.id, self._shadowed, after, self.now)
        leave_with(batch, self._notices)
        if into is None:
            batch.run(self.session)
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

    def _gone(self, users: AbstractSet[str]) -> list[UUID]:
        """Tasks that nobody did and that wait no longer."""
        done = {str(task.id) for task in self._kept if task.state == TaskState.COMPLETED}
        gone = [task for task in self._shadowed.users if task in users and task not in done]
        for task in gone:
            self.record("task.cancelled", element=self._shadowed.users[task], task=UUID(task))
        return [UUID(task) for task in gone]

    def _opened(self, users: AbstractSet[str]) -> list[Task]:
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
            process_key=self.definition.process_id,
            in_person=activity.assignment is not None and activity.assignment.in_person,
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
        self._notices += notices(
            self.row, self._who.of(candidates_of(task)), kind="M01", now=self.now, task=task
        )
        return task

    def _give_dates(self, task: Task, activity: ActivityDefinition) -> None:
        found = None
        if activity.deadline is not None:
            found = legal_dates.compute(
                self.surroundings,
                task.agency_id,
                activity.deadline,
                lambda expression: self.process.evaluate(expression, str(task.id)),
                self.now,
                # Only a case whose clock was ever moved is asked for its ledger.
                ledger=ledger_of(self._ledger(), task) if self.row.clock_entries else (),
                procedure=self.definition.process_id,
            )
        legal_dates.set_deadline(task, found, references=activity.legal_basis)
        ladders.arm(task, activity.escalation, self.surroundings, self.now)

    def _ledger(self) -> tuple[ClockEntry, ...]:
        if self._entries is None:
            self._entries = read_ledger(self.session, self.row.id)
        return self._entries


INSTANCES: Final = Rows(ProcessInstance)
TASKS: Final = Rows(Task)
_LOCK: Final = Statement(
    INSTANCES.select().where(ProcessInstance.id == bindparam("instance")).with_for_update()
)
_CANCEL: Final = Statement(
    update(Task)
    .where(
        Task.id == func.any(bindparam("ids", type_=ARRAY(Uuid))),
        or_(*(Task.state == state for state in LIVE_TASK_STATES)),
    )
    .values(state=TaskState.CANCELLED, escalate_at=null())
)


def lock(
    session: Session,
    surroundings: Surroundings,
    instance: UUID,
    *,
    actor: Actor,
    now: datetime,
) -> Execution:
    """Lock the instance row and load its process; raises InstanceNotFound and CaseDisposed."""
    found = _LOCK.run(session, instance=instance).fetchone()
    if found is None:
        raise InstanceNotFound(instance)
    return resume(session, surroundings, INSTANCES.one(found), actor=actor, now=now)


def resume(
    session: Session, surroundings: Surroundings, row: ProcessInstance, *, actor: Actor, now: datetime
) -> Execution:
    """Load the process of an instance row that the caller has locked; raises CaseDisposed."""
    if row.disposed_at is not None:
        raise CaseDisposed(row.id, row.code, row.disposed_at)
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
