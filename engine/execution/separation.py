"""Separate duties: who did, lent the name to, or is concerned by what a task checks does not do that task."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Right
from engine.domain.definition import ActivityKind, ProcessDefinition
from engine.domain.errors import Refusal
from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.mandate_refusals import NotOfThatUnit, NotThatPerson, SeparationUnreadable
from engine.domain.refusals import DutiesNotSeparated
from engine.domain.values import Value
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import person_name
from engine.runtime import RunningProcess
from engine.runtime.expressions import ExpressionError
from engine.store.rows import Statement
from engine.store.tables import InstanceMigration, ProcessInstance, Task

_PERSONS: Final = func.any(bindparam("persons", type_=ARRAY(Uuid)))
_DONE_BY: Final = Statement(
    select(Task.element_id, Task.name, Task.scope, Task.completed_at, Task.completed_by, Task.completed_for)
    .where(
        Task.instance_id == bindparam("instance"),
        or_(Task.completed_by == _PERSONS, Task.completed_for == _PERSONS),
    )
    .order_by(Task.completed_at, Task.id)
)
_RENAMED: Final = Statement(
    select(InstanceMigration.at, InstanceMigration.plan)
    .where(InstanceMigration.instance_id == bindparam("instance"), InstanceMigration.reverted_at.is_(None))
    .order_by(InstanceMigration.at, InstanceMigration.revision)
)


def require_separate_duties(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task,
    person: UUID,
    right: Right,
    now: datetime,
    *,
    process: RunningProcess | None = None,
) -> None:
    """Refuse where the person who asks, or in whose name that person acts, is to stay out of the task.

    `process` is that of the case where it is loaded already. Raises DutiesNotSeparated, NotOfThatUnit,
    NotThatPerson or SeparationUnreadable.
    """
    found = separated(session, surroundings, instance, task, ((person, right),), now, process=process)
    for kept_out, why in found:
        raise why("" if kept_out == person else person_name(session, surroundings, kept_out))


def barred_among(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task,
    persons: Iterable[UUID],
    now: datetime,
) -> frozenset[UUID]:
    """Those of the persons who may not do the task, each in the own name, as their duties are separated."""
    asked = tuple((person, Right()) for person in persons)
    try:
        return frozenset(person for person, _ in separated(session, surroundings, instance, task, asked, now))
    except SeparationUnreadable:
        return frozenset(person for person, _ in asked)


def separated(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task,
    asked: tuple[tuple[UUID, Right], ...],
    now: datetime,
    *,
    process: RunningProcess | None = None,
) -> Iterator[tuple[UUID, Callable[[str], Refusal]]]:
    """Each name that is to stay out of the task, with the refusal that says why to whoever is named.

    Both names count: of who would do it, and of those in whose name it would be done.
    """
    model = surroundings.models.compiled(session, instance.model_version_id)
    activity = model.definition.activities[task.element_id]
    names = {name for person, right in asked for name in (person, right.principal) if name is not None}
    if not names:
        return

    def running() -> RunningProcess:
        nonlocal process
        if process is None:
            process = RunningProcess.load(model, instance.process_state, now=now)
        return process

    if activity.different_from:
        yield from _by_earlier_steps(session, task, model.definition, names, running)
    if activity.not_of_unit is None and activity.not_person is None:
        return
    process = running()
    for one in _ids(process, task, activity.not_person):
        if one in names:
            yield one, lambda who: NotThatPerson(task.id, who)
    for unit in _ids(process, task, activity.not_of_unit):
        belonging = surroundings.directory.belonging(session, frozenset(names), unit, local_day(now))
        for one in sorted(belonging):
            yield one, lambda who: NotOfThatUnit(task.id, who)


def _by_earlier_steps(
    session: Session,
    task: Task,
    definition: ProcessDefinition,
    names: set[UUID],
    running: Callable[[], RunningProcess],
) -> Iterator[tuple[UUID, Callable[[str], Refusal]]]:
    """By the steps it checks; who did one for another item of a loop around both is not kept out."""
    rows = _DONE_BY.run(session, instance=task.instance_id, persons=sorted(names)).fetchall()
    if not rows:
        return
    renamed = _renamings(session, task.instance_id)
    different = set(definition.activities[task.element_id].different_from)
    for element, step, scope, at, done_by, done_for in rows:
        known = _called_now(element, at, renamed)
        if different.isdisjoint(_upwards(definition, known)):
            continue
        if not _same_round(definition, known, scope, task, running):
            continue
        if done_by in names:
            yield done_by, _did(task.id, step)
        if done_for in names:
            yield done_for, _lent(task.id, step)


def _renamings(session: Session, instance: UUID) -> list[tuple[datetime, Mapping[str, str]]]:
    """What the migrations of the case called anew, the earliest first."""
    return [
        (at, json.loads(plan).get("renamed", {})) for at, plan in _RENAMED.run(session, instance=instance)
    ]


def _called_now(
    element: str, done_at: datetime, renamed: Iterable[tuple[datetime, Mapping[str, str]]]
) -> str:
    """The id by which the case's version knows a step that was done under an earlier one."""
    for at, names in renamed:
        if done_at <= at:
            element = names.get(element, element)
    return element


def _upwards(definition: ProcessDefinition, element: str | None) -> Iterator[str]:
    """The element and what it stands in, innermost first; a sub-process may be named for all its steps."""
    while element is not None:
        yield element
        activity = definition.activities.get(element)
        element = activity.parent_id if activity is not None else None


def _rounds(definition: ProcessDefinition, element: str) -> list[str]:
    """The sub-processes done once for each item, and the calls, in which the element stands."""
    return [
        each
        for each in list(_upwards(definition, element))[1:]
        if (around := definition.activities.get(each)) is not None
        and (around.multi_instance is not None or around.kind is ActivityKind.CALL_ACTIVITY)
    ]


def _same_round(
    definition: ProcessDefinition,
    element: str,
    scope: str,
    task: Task,
    running: Callable[[], RunningProcess],
) -> bool:
    """Whether a step belongs to the same item of every loop, and the same call, around both.

    Of a step deeper within that loop nothing is kept that tells for which item it was: its doer stays out.
    """
    own, others = _rounds(definition, task.element_id), _rounds(definition, element)
    shared = [each for each in own if each in others]
    activity = definition.activities.get(element)
    deeper = (
        not shared or others[0] != shared[0] or (activity is not None and activity.multi_instance is not None)
    )
    return deeper or scope == task.scope or scope in running().scopes_around(str(task.id))


def _did(task: UUID, step: str) -> Callable[[str], Refusal]:
    return lambda who: DutiesNotSeparated(task, step, who)


def _lent(task: UUID, step: str) -> Callable[[str], Refusal]:
    return lambda who: DutiesNotSeparated(task, step, who, in_name=True)


def _ids(process: RunningProcess, task: Task, expression: str | None) -> tuple[UUID, ...]:
    """The ids that an expression of the model gives as the task sees the case; none where nothing is set."""
    if expression is None:
        return ()
    try:
        value = process.evaluate(expression, str(task.id))
    except ExpressionError as error:
        raise SeparationUnreadable(task.id, expression) from error
    found = value if isinstance(value, list) else [] if value in {None, ""} else [value]
    ids = tuple(_id(one) for one in found)
    if None in ids:
        raise SeparationUnreadable(task.id, expression)
    return tuple(one for one in ids if one is not None)


def _id(value: Value) -> UUID | None:
    """An id as text, or of a record with one, as the entries of a list of people or units are."""
    if isinstance(value, dict):
        value = value.get("id")
    return parse_id(value) if isinstance(value, str) else None
