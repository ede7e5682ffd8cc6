"""One instance under its lock, from load to save: the only place where the process and its rows meet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Actor, Candidates
from engine.domain.audit import FIRST_HASH
from engine.domain.definition import ActivityDefinition, ProcessDefinition
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.refusals import InstanceNotFound
from engine.domain.states import LIVE_TASK_STATES, InstanceState, JobState, TaskState
from engine.domain.text import fold
from engine.domain.values import Value, dump_values
from engine.execution import legal_dates
from engine.execution.history import HistoryWriter
from engine.execution.notices import leave, notices, notify
from engine.execution.recipients import candidates
from engine.execution.surroundings import Surroundings
from engine.runtime import CompiledModel, OpenTask, OpenTaskKind, RunningProcess, compile_expression
from engine.store.tables import Job, ModelVersion, NumberSeries, ProcessInstance, Task, Timer

LEGAL_DUE: Final = "han_phap_ly"
TARGET_DUE: Final = "han_muc_tieu"
OVERDUE_FROM: Final = "qua_han_luc"
"""The variables in which a model finds the deadline of its own instance."""


class Execution:
    """An instance locked in the verb's transaction; `save` writes all that the verb changed."""

    def __init__(
        self,
        session: Session,
        surroundings: Surroundings,
        row: ProcessInstance,
        process: RunningProcess,
        definition: ProcessDefinition,
        actor: Actor,
        now: datetime,
    ) -> None:
        self.session = session
        self.surroundings = surroundings
        self.row = row
        self.process = process
        self.definition = definition
        self.actor = actor
        self.now = now
        self._history = HistoryWriter(row, actor, now)
        self._notices: list[dict[str, object]] = []
        self._queues: dict[Candidates, tuple[UUID, ...]] = {}

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

    def save(self) -> None:
        """Bring tasks, timers, jobs, history and state in line with the process."""
        for event in self.process.trace():
            self.record(
                f"activity.{event.what}",
                element=event.element_id,
                task=UUID(event.task_id) if event.task_id else None,
            )
        open_tasks = self.process.open_tasks()
        with self.session.no_autoflush:  # each row is written once, at the end
            self._save_tasks({UUID(task.id): task for task in open_tasks if task.kind is OpenTaskKind.USER})
            self._save_jobs({UUID(task.id): task for task in open_tasks if task.kind is OpenTaskKind.SERVICE})
            self._save_timers()
        if self.process.completed and self.row.state == InstanceState.RUNNING:
            self._end(InstanceState.COMPLETED, " ".join(self.process.outcome))
        self.row.process_state = self.process.dump()
        self.row.revision += 1
        self._history.append(self.session)
        leave(self.session, self._notices)
        self._notices = []

    def save_history(self) -> None:
        """Append what was recorded after `save`."""
        self._history.append(self.session)

    def _end(self, state: InstanceState, outcome: str) -> None:
        self.row.state = state
        self.row.outcome = outcome
        self.row.ended_at = self.now
        self.row.escalate_at = None
        self.record(f"instance.{state}", data={"outcome": outcome})

    def _save_tasks(self, current: Mapping[UUID, OpenTask]) -> None:
        live = self.session.scalars(
            select(Task).where(Task.instance_id == self.row.id, Task.state.in_(LIVE_TASK_STATES))
        )
        known = set()
        for task in live:
            known.add(task.id)
            if task.id not in current and task.state in LIVE_TASK_STATES:
                task.state = TaskState.CANCELLED
                task.escalate_at = None
                self.record("task.cancelled", element=task.element_id, task=task.id)
        for task_id, open_task in current.items():
            if task_id not in known:
                self._create_task(task_id, open_task)

    def _create_task(self, task_id: UUID, open_task: OpenTask) -> None:
        activity = self.definition.activities[open_task.element_id]
        task = Task(
            id=task_id,
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
        self.session.add(task)
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

    def _save_jobs(self, current: Mapping[UUID, OpenTask]) -> None:
        known = set(self.session.scalars(select(Job.id).where(Job.instance_id == self.row.id)))
        if gone := known - current.keys():
            self.session.execute(delete(Job).where(Job.id.in_(gone)))
        for job_id, open_task in current.items():
            if job_id not in known:
                operator = self.definition.activities[open_task.element_id].operator
                self.session.add(
                    Job(
                        id=job_id,
                        instance_id=self.row.id,
                        element_id=open_task.element_id,
                        operator=operator.name if operator else "",
                        run_at=self.now,
                        attempts=0,
                        state=JobState.PENDING,
                    )
                )

    def _save_timers(self) -> None:
        pending = {UUID(timer.id): timer for timer in self.process.timers()}
        known = {
            timer.id: timer
            for timer in self.session.scalars(select(Timer).where(Timer.instance_id == self.row.id))
        }
        if gone := known.keys() - pending.keys():
            self.session.execute(delete(Timer).where(Timer.id.in_(gone)))
        for timer_id, timer in pending.items():
            row = known.get(timer_id)
            if row is None:
                self.session.add(
                    Timer(
                        id=timer_id,
                        instance_id=self.row.id,
                        element_id=timer.element_id,
                        due=timer.due,
                        wake_at=timer.due,
                        attempts=0,
                    )
                )
            elif row.due != timer.due:
                row.due = row.wake_at = timer.due


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
    row = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id == instance)
        .options(undefer(ProcessInstance.process_state))
        .with_for_update()
    ).one_or_none()
    if row is None:
        raise InstanceNotFound(instance)
    return resume(session, surroundings, row, actor=actor, now=now)


def resume(
    session: Session, surroundings: Surroundings, row: ProcessInstance, *, actor: Actor, now: datetime
) -> Execution:
    """Load the process of an instance row that the caller has locked."""
    model = surroundings.models.compiled(session, row.model_version_id)
    process = RunningProcess.load(model, row.process_state, now=now)
    return Execution(session, surroundings, row, process, model.definition, actor, now)


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
) -> Execution:
    """Start an instance of a published version and save it; the caller may add notices before committing.

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
    return _start(session, surroundings, row, model, known, actor, now)


def _start(
    session: Session,
    surroundings: Surroundings,
    row: ProcessInstance,
    model: CompiledModel,
    variables: Mapping[str, Value],
    actor: Actor,
    now: datetime,
) -> Execution:
    process = RunningProcess.start(model, variables=variables, now=now)
    row.process_state = b""
    session.add(row)
    session.flush()
    execution = Execution(session, surroundings, row, process, model.definition, actor, now)
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
    execution.save()
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
    )


def next_number(session: Session, agency: UUID, series: str, year: int) -> int:
    """The next number of a series of the agency and year; gap-free, since it commits with its use."""
    statement = insert(NumberSeries).values(agency_id=agency, series=series, year=year, last=1)
    statement = statement.on_conflict_do_update(
        index_elements=["agency_id", "series", "year"], set_={"last": NumberSeries.last + 1}
    )
    return session.execute(statement.returning(NumberSeries.last)).scalar_one()


def latest_version(session: Session, key: str) -> ModelVersion | None:
    """The newest published version of a model."""
    return session.scalars(
        select(ModelVersion).where(ModelVersion.key == key).order_by(ModelVersion.version.desc()).limit(1)
    ).one_or_none()


def count_open_tasks(session: Session, instance: UUID) -> int:
    """How many tasks of the instance are still to be done."""
    return session.scalars(
        select(func.count()).where(Task.instance_id == instance, Task.state.in_(LIVE_TASK_STATES))
    ).one()
