"""A case as somebody sees it who is about to intervene, and what an intervention would do, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Viewer
from engine.domain.definition import ProcessDefinition
from engine.domain.disposal import CaseDisposed
from engine.domain.refusals import InstanceNotFound
from engine.domain.states import InstanceState
from engine.domain.values import Value
from engine.execution.confidential import require_open
from engine.execution.surroundings import Surroundings
from engine.execution.variables import change
from engine.queries.incidents import IncidentRecord, incident_records, require_watcher
from engine.runtime import Place, RunningProcess, Scope, Target
from engine.store.tables import ProcessInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An element of the drawing where the case stands or will stand."""

    element: str
    name: str
    title: str
    """What tells it from its siblings: the title of its task, or the number of its instance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPlace:
    """A place of the case with all that it may be moved to."""

    id: str
    step: Step
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeView:
    """Variables that belong together, and the step whose instance they belong to."""

    scope: Scope
    step: Step | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseForRepair:
    """A case before an intervention."""

    id: UUID
    agency: UUID
    code: str
    title: str
    state: InstanceState
    suspended_at: datetime | None
    suspended_by: UUID | None
    suspended_reason: str | None
    definition: ProcessDefinition
    places: tuple[StandingPlace, ...]
    scopes: tuple[ScopeView, ...]
    incidents: tuple[IncidentRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an intervention would do."""

    closed: tuple[Step, ...]
    opened: tuple[Step, ...]
    ended: bool
    starving: tuple[Step, ...] = ()
    """Joins that would wait without end."""
    old: Mapping[str, Value] | None = None
    """Of variables that would change, what they hold now."""


def case_for_repair(
    session: Session, surroundings: Surroundings, viewer: Viewer | None, instance: UUID, now: datetime
) -> CaseForRepair:
    """The case; without a viewer, any. Raises InterventionForbidden and InstanceNotFound."""
    row, process, definition = _load(session, surroundings, viewer, instance, now)
    names = _Names(process, definition)
    incidents, _count = incident_records(session, surroundings, viewer, instance=instance)
    return CaseForRepair(
        id=row.id,
        agency=row.agency_id,
        code=row.code,
        title=row.title,
        state=InstanceState(row.state),
        suspended_at=row.suspended_at,
        suspended_by=row.suspended_by,
        suspended_reason=row.suspended_reason,
        definition=definition,
        places=tuple(
            StandingPlace(id=place.id, step=names.of(place), targets=process.targets(place.id))
            for place in process.places()
        ),
        scopes=tuple(ScopeView(scope=scope, step=names.of_scope(scope)) for scope in process.scopes()),
        incidents=incidents,
    )


def preview_move(
    session: Session,
    surroundings: Surroundings,
    viewer: Viewer | None,
    instance: UUID,
    *,
    place: str,
    target: str | None,
    after: bool,
    now: datetime,
) -> Effect:
    """What moving a token would do; raises what the move itself would."""
    _row, process, definition = _load(session, surroundings, viewer, instance, now)
    before = _Standing(process, definition)
    starving = process.move(place, target, after=after, now=now)
    return before.effect(
        process,
        starving=tuple(Step(element=one, name=_name(definition, one), title="") for one in starving),
    )


def preview_change(
    session: Session,
    surroundings: Surroundings,
    viewer: Viewer | None,
    instance: UUID,
    *,
    values: Mapping[str, Value],
    scope: str,
    now: datetime,
) -> Effect:
    """What changing variables would do; raises what the change itself would."""
    _row, process, definition = _load(session, surroundings, viewer, instance, now)
    before = _Standing(process, definition)
    old = change(process, definition, values, scope)
    return before.effect(process, old=old)


def preview_cancel(
    session: Session, surroundings: Surroundings, viewer: Viewer | None, instance: UUID, now: datetime
) -> Effect:
    """What cancelling the case would do."""
    _row, process, definition = _load(session, surroundings, viewer, instance, now)
    before = _Standing(process, definition)
    process.cancel(now=now)
    return before.effect(process)


def _load(
    session: Session, surroundings: Surroundings, viewer: Viewer | None, instance: UUID, now: datetime
) -> tuple[ProcessInstance, RunningProcess, ProcessDefinition]:
    if viewer is not None:
        require_watcher(viewer)
    row = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id == instance)
        .options(undefer(ProcessInstance.process_state))
    ).one_or_none()
    if row is None or (viewer is not None and row.agency_id != viewer.agency):
        raise InstanceNotFound(instance)
    if viewer is not None:
        require_open(session, viewer, row)
    if row.disposed_at is not None:
        raise CaseDisposed(instance, row.code, row.disposed_at)
    model = surroundings.models.compiled(session, row.model_version_id)
    return row, RunningProcess.load(model, row.process_state, now=now), model.definition


class _Names:
    """Words for where a case stands."""

    def __init__(self, process: RunningProcess, definition: ProcessDefinition) -> None:
        self._titles = {task.id: task.title for task in process.open_tasks()}
        self._definition = definition

    def of(self, place: Place) -> Step:
        around = [
            f"{_name(self._definition, element)}{'' if index is None else f' {index + 1}'}"
            for element, index in place.inside
        ]
        title = " · ".join(filter(None, (*around, self._titles.get(place.id, ""))))
        return Step(element=place.element_id, name=_name(self._definition, place.element_id), title=title)

    def of_scope(self, scope: Scope) -> Step | None:
        if scope.element_id is None:
            return None
        number = "" if scope.loop_index is None else str(scope.loop_index + 1)
        name = _name(self._definition, scope.element_id)
        return Step(element=scope.element_id, name=name, title=self._titles.get(scope.id) or number)


class _Standing:
    """Where a case stood before something was tried with it."""

    def __init__(self, process: RunningProcess, definition: ProcessDefinition) -> None:
        names = _Names(process, definition)
        self._before = {place.id: names.of(place) for place in process.places()}
        self._definition = definition

    def effect(
        self,
        process: RunningProcess,
        *,
        starving: tuple[Step, ...] = (),
        old: Mapping[str, Value] | None = None,
    ) -> Effect:
        names = _Names(process, self._definition)
        after = {place.id: names.of(place) for place in process.places()}
        return Effect(
            closed=tuple(step for place, step in self._before.items() if place not in after),
            opened=tuple(step for place, step in after.items() if place not in self._before),
            ended=process.completed,
            starving=starving,
            old=old,
        )


def _name(definition: ProcessDefinition, element: str) -> str:
    activity = definition.activities.get(element)
    return (activity.name if activity else "") or element
