"""A case as its page shows it: drawing with the path done, timeline, data, files, deadlines, open tasks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Candidates, Viewer
from engine.domain.authority import Part, Power, may
from engine.domain.deadline import OFFICE_DATES
from engine.domain.definition import ActivityDefinition, ProcessDefinition
from engine.domain.disposal import CaseDisposed
from engine.domain.refusals import InstanceNotFound, InstanceNotYours
from engine.domain.states import LIVE_TASK_STATES, InstanceState, TaskState
from engine.domain.values import Value
from engine.execution.confidential import require_open
from engine.execution.legal_dates import read_sentences
from engine.execution.recipients import candidates_of
from engine.execution.surroundings import Surroundings
from engine.queries.files import FileLine, files_of_instance
from engine.queries.past_versions import VersionsOfTheTime, versions_of_the_time
from engine.queries.taking_part import taking_part
from engine.runtime import RunningProcess
from engine.store.tables import HistoryEvent, Incident, ModelFile, ProcessInstance, Task, Timer

MODEL_FILE: Final = "model.bpmn"
DECIDED: Final = "activity.decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """One line of the history."""

    sequence: int
    at: datetime
    kind: str
    actor: UUID | None
    element: str | None
    element_name: str
    task: UUID | None
    data: Mapping[str, object]
    definition: ProcessDefinition
    """The version of the model on which the case ran then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One task of the case."""

    id: UUID
    element: str
    name: str
    title: str
    state: TaskState
    role: str | None
    unit: UUID | None
    person: UUID | None
    claimed_by: UUID | None
    completed_by: UUID | None
    completed_at: datetime | None
    claimed_for: UUID | None
    completed_for: UUID | None
    """In whose name; the events tell by which decision."""
    waits_for: Candidates
    created_at: datetime
    legal_due: date | None
    milestone: bool
    """Whether its dates are the office's own, not a legal deadline."""
    target_due: date | None
    overdue_from: datetime | None
    clock_paused_at: datetime | None
    explanation: tuple[tuple[str, str], ...]
    legal_basis: str
    unconfirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerLine:
    """A moment at which the process will go on by itself."""

    element: str
    element_name: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLine:
    """Something to repair."""

    id: UUID
    element: str
    message_vi: str
    message_en: str
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What the viewer paints: elements done, flows taken, tokens by element, those late."""

    completed: tuple[str, ...]
    flows: tuple[str, ...]
    current: Mapping[str, int]
    overdue: tuple[str, ...]
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceView:
    """One case."""

    id: UUID
    agency: UUID
    code: str
    title: str
    state: InstanceState
    suspended_at: datetime | None
    suspended_by: UUID | None
    suspended_reason: str | None
    outcome: str | None
    confidential: bool
    model_version: UUID
    definition: ProcessDefinition
    past: tuple[ActivityDefinition, ...]
    """What was done in earlier versions and the present one does not have, in order."""
    started_at: datetime
    started_by: UUID | None
    ended_at: datetime | None
    anchor: date | None
    legal_due: date | None
    milestone: bool
    """Whether its dates are the office's own, not a legal deadline."""
    target_due: date | None
    overdue_from: datetime | None
    overdue_at: datetime | None
    clock_paused_at: datetime | None
    explanation: tuple[tuple[str, str], ...]
    legal_basis: str
    unconfirmed: bool
    drawing: Drawing
    timeline: tuple[TimelineEvent, ...]
    tasks: tuple[TaskLine, ...]
    timers: tuple[TimerLine, ...]
    incidents: tuple[IncidentLine, ...]
    variables: Mapping[str, Value]
    files: tuple[FileLine, ...]


def require_visible(session: Session, viewer: Viewer, instance: UUID) -> ProcessInstance:
    """The case's row for somebody who may see it.

    Raises InstanceNotFound, CaseConfidential and InstanceNotYours.
    """
    row = session.get(ProcessInstance, instance)
    if row is None or row.agency_id != viewer.agency:
        raise InstanceNotFound(instance)
    require_open(session, viewer, row)
    parts = (Part.STARTED,) if row.started_by == viewer.person else ()
    if may(viewer, Power.SEE_CASE, parts=parts):
        return row
    part = select(Task.id).where(Task.instance_id == instance, taking_part(viewer))
    if session.execute(part.limit(1)).first() is None:
        raise InstanceNotYours(instance)
    return row


def instance_view(
    session: Session, surroundings: Surroundings, viewer: Viewer, instance: UUID, now: datetime
) -> InstanceView:
    """One case with all that its page shows; raises as require_visible, and CaseDisposed."""
    return _view(session, surroundings, require_visible(session, viewer, instance), now)


def case_for_operators(
    session: Session, surroundings: Surroundings, instance: UUID, now: datetime
) -> InstanceView | None:
    """Any case, for the command line on the server itself; None when there is none."""
    row = session.get(ProcessInstance, instance)
    return _view(session, surroundings, row, now) if row else None


def _view(session: Session, surroundings: Surroundings, row: ProcessInstance, now: datetime) -> InstanceView:
    instance = row.id
    if row.disposed_at is not None:
        raise CaseDisposed(instance, row.code, row.disposed_at)
    session.refresh(row, ["process_state"])
    model = surroundings.models.compiled(session, row.model_version_id)
    definition = model.definition
    tasks = _tasks(session, instance)
    incidents = _incidents(session, instance)
    events = _events(session, instance)
    versions = versions_of_the_time(session, surroundings, row.model_version_id, events)
    drawing = _drawing(events, versions, tasks, incidents, now)
    return InstanceView(
        id=row.id,
        agency=row.agency_id,
        code=row.code,
        title=row.title,
        state=InstanceState(row.state),
        suspended_at=row.suspended_at,
        suspended_by=row.suspended_by,
        suspended_reason=row.suspended_reason,
        outcome=row.outcome,
        confidential=row.confidential,
        model_version=row.model_version_id,
        definition=definition,
        past=_past(drawing.completed, versions, definition),
        started_at=row.started_at,
        started_by=row.started_by,
        ended_at=row.ended_at,
        anchor=row.anchor,
        legal_due=row.legal_due,
        milestone=row.deadline_policy in OFFICE_DATES,
        target_due=row.target_due,
        overdue_from=row.overdue_from,
        overdue_at=row.overdue_at,
        clock_paused_at=row.clock_paused_at,
        explanation=read_sentences(row.explanation),
        legal_basis=row.legal_basis,
        unconfirmed=row.unconfirmed,
        drawing=drawing,
        timeline=tuple(_event(event, versions.at(event.sequence)) for event in events if _told(event)),
        tasks=tasks,
        timers=_timers(session, instance, definition),
        incidents=incidents,
        variables=RunningProcess.load(model, row.process_state, now=now).variables(),
        files=files_of_instance(session, instance),
    )


def model_drawing(session: Session, viewer: Viewer, instance: UUID) -> bytes:
    """The BPMN file of the case's version; raises as require_visible."""
    row = require_visible(session, viewer, instance)
    return session.scalars(
        select(ModelFile.content).where(
            ModelFile.model_version_id == row.model_version_id, ModelFile.path == MODEL_FILE
        )
    ).one()


def _events(session: Session, instance: UUID) -> list[HistoryEvent]:
    return list(
        session.scalars(
            select(HistoryEvent).where(HistoryEvent.instance_id == instance).order_by(HistoryEvent.sequence)
        )
    )


def _told(event: HistoryEvent) -> bool:
    """Whether the timeline tells of it: of the steps of the drawing only what a decision was made from."""
    return event.kind == DECIDED or not event.kind.startswith("activity.")


def _event(event: HistoryEvent, definition: ProcessDefinition) -> TimelineEvent:
    activity = definition.activities.get(event.element_id) if event.element_id else None
    return TimelineEvent(
        sequence=event.sequence,
        at=event.at,
        kind=event.kind,
        actor=event.actor_id,
        element=event.element_id,
        element_name=activity.name if activity else "",
        task=event.task_id,
        data=json.loads(event.data),
        definition=definition,
    )


def _past(
    completed: tuple[str, ...], versions: VersionsOfTheTime, present: ProcessDefinition
) -> tuple[ActivityDefinition, ...]:
    gone = (versions.activity(element) for element in completed if element not in present.activities)
    return tuple(activity for activity in gone if activity is not None)


def _drawing(
    events: list[HistoryEvent],
    versions: VersionsOfTheTime,
    tasks: tuple[TaskLine, ...],
    incidents: tuple[IncidentLine, ...],
    now: datetime,
) -> Drawing:
    entered: Counter[str] = Counter()
    completed: dict[str, None] = {}
    flows: dict[str, None] = {}
    for event in events:
        moved = versions.renamed.get(event.sequence)
        if moved:
            entered = Counter({moved.get(element, element): count for element, count in entered.items()})
            completed = {moved.get(element, element): None for element in completed}
        if event.element_id is None:
            continue
        match event.kind:
            case "activity.entered":
                entered[event.element_id] += 1
            case "activity.completed" | "activity.cancelled":
                entered[event.element_id] -= 1
                if event.kind == "activity.completed":
                    completed[event.element_id] = None
            case "activity.flow_taken":
                flows[event.element_id] = None
            case _:
                pass
    live = [task for task in tasks if task.state in LIVE_TASK_STATES]
    return Drawing(
        completed=tuple(completed),
        flows=tuple(flows),
        current={
            element: count
            for element, count in entered.items()
            if count > 0 and (not versions.renamed or element in versions.definitions[-1].activities)
        },
        overdue=tuple(
            {task.element: None for task in live if task.overdue_from and task.overdue_from <= now}
        ),
        incidents=tuple(incident.element for incident in incidents if incident.element),
    )


def _tasks(session: Session, instance: UUID) -> tuple[TaskLine, ...]:
    rows = session.scalars(
        select(Task)
        .where(Task.instance_id == instance)
        .order_by(Task.created_at, Task.name, Task.title, Task.id)
    )
    return tuple(
        TaskLine(
            id=row.id,
            element=row.element_id,
            name=row.name,
            title=row.title,
            state=TaskState(row.state),
            role=row.role,
            unit=row.unit_id,
            person=row.person_id,
            claimed_by=row.claimed_by,
            completed_by=row.completed_by,
            completed_at=row.completed_at,
            claimed_for=row.claimed_for,
            completed_for=row.completed_for,
            waits_for=candidates_of(row),
            created_at=row.created_at,
            legal_due=row.legal_due,
            milestone=row.deadline_policy in OFFICE_DATES,
            target_due=row.target_due,
            overdue_from=row.overdue_from,
            clock_paused_at=row.clock_paused_at,
            explanation=read_sentences(row.explanation),
            legal_basis=row.legal_basis,
            unconfirmed=row.unconfirmed,
        )
        for row in rows
    )


def _timers(session: Session, instance: UUID, definition: ProcessDefinition) -> tuple[TimerLine, ...]:
    rows = session.scalars(select(Timer).where(Timer.instance_id == instance).order_by(Timer.due))
    return tuple(
        TimerLine(
            element=row.element_id, element_name=definition.activities[row.element_id].name, due=row.due
        )
        for row in rows
    )


def _incidents(session: Session, instance: UUID) -> tuple[IncidentLine, ...]:
    rows = session.scalars(
        select(Incident)
        .where(Incident.instance_id == instance, Incident.resolved_at.is_(None))
        .order_by(Incident.opened_at)
    )
    return tuple(
        IncidentLine(
            id=row.id,
            element=row.element_id,
            message_vi=row.message_vi,
            message_en=row.message_en,
            opened_at=row.opened_at,
        )
        for row in rows
    )
