"""One task with what is needed to work on it: form, case data, draft, dates and their explanation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import ASKED_COLUMNS, OWN_RIGHT, Candidates, Right, Viewer
from engine.domain.deadline import OFFICE_DATES
from engine.domain.definition import ActivityDefinition
from engine.domain.errors import Refusal
from engine.domain.forms import Form, parse_form
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.mandates import Mandate, MandateForm
from engine.domain.refusals import TaskNotFound, TaskNotYours
from engine.domain.states import LIVE_TASK_STATES, InstanceState, TaskState
from engine.domain.values import Value, load_values
from engine.execution.assigning import may_assign, waits_in_vain
from engine.execution.confidential import require_open
from engine.execution.legal_dates import read_sentences
from engine.execution.recipients import WhoMayTake, candidates_of
from engine.execution.separation import require_separate_duties
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import no_right, person_name, right_to
from engine.queries.files import FileLine, files_of_task
from engine.runtime import RunningProcess
from engine.store.rows import Statement
from engine.store.tables import ProcessInstance, Task


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
    person: UUID | None
    """The one person for whom it is, whoever else of the role there may be."""
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
    case_milestone: bool
    """Whether that date of the case is the office's own, not a legal deadline."""
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
    kept_out: Refusal | None
    """Why the viewer may not take it though it waits for the role: duties are separated. Asked of a day."""
    may_assign: bool
    """Whether the viewer may give it to somebody, or back to its queue."""
    on_behalf_of: str | None
    """In whose name it was done or is held, else in whose name the viewer would do it; None: the own."""
    mandate_form: MandateForm | None
    decision: str | None
    decided_on: date | None
    mandate_last_day: date | None
    """The last day on which the mandate holds; None where it has none."""
    takes_over: bool
    """Whether it is claimed by the absent person for whom the viewer stands in."""
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


def task_form(
    session: Session, surroundings: Surroundings, viewer: Viewer, task: UUID, *, today: date | None = None
) -> TaskForm:
    """The form of a task, for those who may see the task. Raises as task_view."""
    found = _FORM.run(session, task=task, agency=viewer.agency).fetchone()
    if found is None:
        raise TaskNotFound(task)
    version, form_key, state, draft, draft_by, draft_at, done_by, done_for, *waits = found
    asked = Candidates(**dict(zip(ASKED_COLUMNS, waits, strict=True)))
    if not asked.include(viewer) and viewer.person not in {done_by, done_for}:
        raise _refusal(session, surroundings, task, asked, viewer, today)
    raw = None
    if form_key is not None:
        raw = surroundings.models.compiled(session, version).definition.forms.get(form_key)
    return TaskForm(
        form=parse_form(raw) if raw is not None else None,
        draft=_draft(session, task, draft, draft_by, draft_at) if state in LIVE_TASK_STATES else None,
    )


def assignees(
    session: Session, surroundings: Surroundings, viewer: Viewer, task: UUID, today: date
) -> Mapping[UUID, str]:
    """To whom the viewer may give the task today, with names; empty where the viewer may not, or nobody can.

    Whether duties are separated the verb alone asks.
    """
    row = session.get(Task, task)
    if row is None or row.state not in LIVE_TASK_STATES or not may_assign(viewer, row):
        return {}
    if waits_in_vain(session, surroundings, row):
        asked = surroundings.directory.members(session, row.agency_id)
    else:  # also while somebody holds it
        asked = WhoMayTake(session, surroundings, row.agency_id, today).of(candidates_of(row))
    able = [each for each in asked if each != row.claimed_by]
    names = surroundings.directory.names(session, frozenset(able))
    return {person: names[person] for person in able if person in names}


def form_of(session: Session, surroundings: Surroundings, agency: UUID, task: UUID) -> Form | None:
    """The form of a task of the agency, its draft left out.

    For whoever had it open until the mandate ended: what was typed is shown again under its labels.
    """
    found = _FORM.run(session, task=task, agency=agency).fetchone()
    if found is None:
        raise TaskNotFound(task)
    version, form_key, *_rest = found
    raw = surroundings.models.compiled(session, version).definition.forms.get(form_key) if form_key else None
    return parse_form(raw) if raw is not None else None


_FORM: Final = Statement(
    select(
        ProcessInstance.model_version_id,
        Task.form_key,
        Task.state,
        Task.draft,
        Task.draft_by,
        Task.draft_at,
        Task.completed_by,
        Task.completed_for,
        Task.role,
        Task.unit_id,
        Task.person_id,
        Task.process_key,
        Task.element_id,
        Task.in_person,
        Task.claimed_by,
        Task.mandate_id,
    )
    .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
    .where(Task.id == bindparam("task"), Task.agency_id == bindparam("agency"))
)


def _refusal(
    session: Session,
    surroundings: Surroundings,
    task: UUID,
    asked: Candidates,
    viewer: Viewer,
    today: date | None,
) -> Refusal:
    if today is None:
        return TaskNotYours(task)
    return no_right(session, surroundings, task, asked, viewer, today)


def _kept_out(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    row: Task,
    viewer: Viewer,
    right: Right | None,
    process: RunningProcess | None,
    today: date | None,
) -> Refusal | None:
    """What claiming would be refused with, of a task that nobody holds; told before anybody tries."""
    if process is None or right is None or today is None or row.claimed_by is not None:
        return None
    noon = datetime.combine(today, time(12), OFFICE_ZONE)
    try:
        require_separate_duties(
            session, surroundings, instance, row, viewer.person, right, noon, process=process
        )
    except Refusal as refusal:
        return refusal
    return None


def task_view(
    session: Session, surroundings: Surroundings, viewer: Viewer, task: UUID, *, today: date | None = None
) -> TaskView:
    """The task for somebody who may work on it, did it, or in whose name it was done.

    Raises TaskNotFound (another agency's) and TaskNotYours; of somebody who acted by a mandate until before
    `today`, where that is given, MandateEnded.
    """
    row = session.scalars(
        select(Task)
        .where(Task.id == task, Task.agency_id == viewer.agency)
        .options(undefer(Task.draft), undefer(Task.outputs))
    ).one_or_none()
    if row is None:
        raise TaskNotFound(task)
    right = right_to(row, viewer)
    if not (
        right is not None or viewer.person in {row.completed_by, row.completed_for} or may_assign(viewer, row)
    ):
        raise _refusal(session, surroundings, task, candidates_of(row), viewer, today)
    instance = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id == row.instance_id)
        .options(undefer(ProcessInstance.process_state))
    ).one()
    require_open(session, viewer, instance)
    model = surroundings.models.compiled(session, instance.model_version_id)
    live = row.state in {TaskState.OPEN, TaskState.CLAIMED}
    process = RunningProcess.load(model, instance.process_state, now=row.created_at) if live else None
    raw = model.definition.forms.get(row.form_key) if row.form_key else None
    free = row.claimed_by in {None, viewer.person}
    takes_over = live and not free and right is not None and right.takes_over_from(row.claimed_by)
    mandate = right.mandate if right is not None and live and (free or takes_over) else None
    mandate, principal = (
        (None, None) if right == OWN_RIGHT and live and free else _named(session, surroundings, row, mandate)
    )
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
        person=row.person_id,
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
        case_milestone=instance.deadline_policy in OFFICE_DATES,
        explanation=read_sentences(row.explanation),
        legal_basis=row.legal_basis,
        unconfirmed=row.unconfirmed,
        returned_by=row.returned_by,
        returned_at=row.returned_at,
        returned_reason=row.returned_reason,
        activity=model.definition.activities[row.element_id],
        form=parse_form(raw) if raw is not None else None,
        case={} if process is None else process.variables(str(row.id)),
        outputs=load_values(row.outputs) if row.outputs else {},
        draft=_draft(session, row.id, row.draft, row.draft_by, row.draft_at) if live else None,
        may_work=right is not None and live and (free or takes_over),
        kept_out=_kept_out(session, surroundings, instance, row, viewer, right, process, today),
        may_assign=live and may_assign(viewer, row),
        on_behalf_of=principal,
        mandate_form=mandate.form if mandate else None,
        decision=mandate.decision if mandate else None,
        decided_on=mandate.decided_on if mandate else None,
        mandate_last_day=mandate.valid_to - timedelta(days=1) if mandate and mandate.valid_to else None,
        takes_over=takes_over,
        suspended_at=instance.suspended_at if instance.state == InstanceState.SUSPENDED else None,
        suspended_by=instance.suspended_by,
        suspended_reason=instance.suspended_reason,
        case_ended=instance.ended_at is not None,
    )


def _named(
    session: Session, surroundings: Surroundings, row: Task, would_be: Mandate | None
) -> tuple[Mandate | None, str | None]:
    """By what mandate the task is held, was or would be done, and the name of its principal."""
    directory, mandate = surroundings.directory, would_be
    if mandate is None and row.mandate_id is not None:
        mandate = directory.mandates(session, frozenset({row.mandate_id})).get(row.mandate_id)
    principal = mandate.principal if mandate else row.completed_for or row.claimed_for
    return mandate, None if principal is None else person_name(session, surroundings, principal)


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
