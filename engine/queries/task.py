"""One task with what is needed to work on it: form, case data, draft, dates and their explanation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Candidates, Viewer
from engine.domain.deadline import BY_WORKING_DAYS, ON_FIXED_DAY
from engine.domain.definition import ActivityDefinition
from engine.domain.forms import Form, parse_form
from engine.domain.refusals import TaskNotFound, TaskNotYours
from engine.domain.states import LIVE_TASK_STATES, InstanceState, TaskState
from engine.domain.values import Value, load_values
from engine.execution.legal_dates import read_sentences
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import may_work_on
from engine.queries.files import FileLine, files_of_task
from engine.runtime import RunningProcess
from engine.store.rows import Statement
from engine.store.tables import ProcessInstance, Task

OFFICE_DATES: Final = frozenset({BY_WORKING_DAYS, ON_FIXED_DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed before, as text, and the files attached so far by field."""

    values: Mapping[str, tuple[str, ...]]
    files: Mapping[str, tuple[FileLine, ...]]
    by: UUID | None
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """A task as its page shows it."""

    id: UUID
    name: str
    title: str
    element: str
    state: TaskState
    instance: UUID
    case_code: str
    case_title: str
    agency: UUID
    role: str | None
    unit: UUID | None
    claimed_by: UUID | None
    claimed_at: datetime | None
    completed_by: UUID | None
    completed_at: datetime | None
    created_at: datetime
    legal_due: date | None
    target_due: date | None
    overdue_from: datetime | None
    clock_paused_at: datetime | None
    milestone: bool
    """Whether the dates are the office's own for this step, not a legal deadline."""
    case_legal_due: date | None
    explanation: tuple[tuple[str, str], ...]
    legal_basis: str
    unconfirmed: bool
    returned_by: UUID | None
    returned_at: datetime | None
    returned_reason: str | None
    activity: ActivityDefinition
    form: Form | None
    case: Mapping[str, Value]
    outputs: Mapping[str, Value]
    draft: Draft | None
    may_work: bool
    """Whether the viewer may claim or complete it now, were its case not suspended."""
    suspended_at: datetime | None
    """Since when its case rests; None while it runs."""
    suspended_by: UUID | None
    suspended_reason: str | None
    case_ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskForm:
    """What is needed to read what somebody hands in for a task."""

    form: Form | None
    draft: Draft | None


def task_form(session: Session, surroundings: Surroundings, viewer: Viewer, task: UUID) -> TaskForm:
    """The form of a task, for those who may see the task. Raises as task_view."""
    found = _FORM.run(session, task=task, agency=viewer.agency).fetchone()
    if found is None:
        raise TaskNotFound(task)
    version, form_key, state, role, unit, person, completed_by, draft, draft_by, draft_at = found
    if not (Candidates(role=role, unit=unit, person=person).include(viewer) or completed_by == viewer.person):
        raise TaskNotYours(task)
    raw = None
    if form_key is not None:
        raw = surroundings.models.compiled(session, version).definition.forms.get(form_key)
    return TaskForm(
        form=parse_form(raw) if raw is not None else None,
        draft=_draft(session, task, draft, draft_by, draft_at) if state in LIVE_TASK_STATES else None,
    )


_FORM: Final = Statement(
    select(
        ProcessInstance.model_version_id,
        Task.form_key,
        Task.state,
        Task.role,
        Task.unit_id,
        Task.person_id,
        Task.completed_by,
        Task.draft,
        Task.draft_by,
        Task.draft_at,
    )
    .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
    .where(Task.id == bindparam("task"), Task.agency_id == bindparam("agency"))
)


def task_view(session: Session, surroundings: Surroundings, viewer: Viewer, task: UUID) -> TaskView:
    """The task for somebody who may work on it, did it, or took part in its case.

    Raises TaskNotFound (another agency's) and TaskNotYours.
    """
    row = session.scalars(
        select(Task)
        .where(Task.id == task, Task.agency_id == viewer.agency)
        .options(undefer(Task.draft), undefer(Task.outputs))
    ).one_or_none()
    if row is None:
        raise TaskNotFound(task)
    workable = may_work_on(row, viewer)
    if not workable and row.completed_by != viewer.person:
        raise TaskNotYours(task)
    instance = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id == row.instance_id)
        .options(undefer(ProcessInstance.process_state))
    ).one()
    model = surroundings.models.compiled(session, instance.model_version_id)
    live = row.state in {TaskState.OPEN, TaskState.CLAIMED}
    case: Mapping[str, Value] = {}
    if live:
        case = RunningProcess.load(model, instance.process_state, now=row.created_at).variables(str(row.id))
    raw = model.definition.forms.get(row.form_key) if row.form_key else None
    return TaskView(
        id=row.id,
        name=row.name,
        title=row.title,
        element=row.element_id,
        state=TaskState(row.state),
        instance=instance.id,
        case_code=instance.code,
        case_title=instance.title,
        agency=row.agency_id,
        role=row.role,
        unit=row.unit_id,
        claimed_by=row.claimed_by,
        claimed_at=row.claimed_at,
        completed_by=row.completed_by,
        completed_at=row.completed_at,
        created_at=row.created_at,
        legal_due=row.legal_due,
        target_due=row.target_due,
        overdue_from=row.overdue_from,
        clock_paused_at=row.clock_paused_at,
        milestone=row.deadline_policy in OFFICE_DATES,
        case_legal_due=instance.legal_due,
        explanation=read_sentences(row.explanation),
        legal_basis=row.legal_basis,
        unconfirmed=row.unconfirmed,
        returned_by=row.returned_by,
        returned_at=row.returned_at,
        returned_reason=row.returned_reason,
        activity=model.definition.activities[row.element_id],
        form=parse_form(raw) if raw is not None else None,
        case=case,
        outputs=load_values(row.outputs) if row.outputs else {},
        draft=_draft(session, row.id, row.draft, row.draft_by, row.draft_at) if live else None,
        may_work=workable and live and row.claimed_by in {None, viewer.person},
        suspended_at=instance.suspended_at if instance.state == InstanceState.SUSPENDED else None,
        suspended_by=instance.suspended_by,
        suspended_reason=instance.suspended_reason,
        case_ended=instance.ended_at is not None,
    )


def _draft(
    session: Session, task: UUID, stored: bytes | None, by: UUID | None, at: datetime | None
) -> Draft | None:
    if stored is None:
        return None
    content = load_values(stored)
    files = {file.id: file for file in files_of_task(session, task)}
    return Draft(
        values={key: _texts(texts) for key, texts in _mapping(content.get("values")).items()},
        files={
            key: tuple(files[UUID(one)] for one in _texts(ids) if UUID(one) in files)
            for key, ids in _mapping(content.get("files")).items()
        },
        by=by,
        at=at,
    )


def _mapping(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
