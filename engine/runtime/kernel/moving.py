"""Moving a token by hand: it is taken from where it stands and begins again somewhere of the same level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from SpiffWorkflow.util.task import TaskState

from engine.domain.errors import Invalid
from engine.domain.moves import (
    EndHasNoAfter,
    LastToken,
    PlaceGone,
    TargetElsewhere,
    TargetNeedsOthers,
    TargetUnknown,
)
from engine.domain.values import Value
from engine.runtime.kernel.activities import BoundarySplit
from engine.runtime.kernel.events import RACE, BoundaryEvent, EventGateway, HandlerStart
from engine.runtime.kernel.gateways import (
    ConditionalFlows,
    ExclusiveGateway,
    InclusiveGateway,
    ParallelGateway,
)
from engine.runtime.kernel.tokens import Held, forget, kernel_of, live_tasks, withdraw

if TYPE_CHECKING:
    from engine.runtime.kernel.workflow import Kernel

_INDEX = "index"
_VIA = "via"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a token stands that a person may take away: an open task, a waiting event, a waiting join."""

    id: str
    element_id: str
    inside: tuple[tuple[str, int | None], ...]
    """The sub-processes around it with the number of their instance, outermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An element of the same level to which a token may be moved, and how."""

    element_id: str
    at: bool
    """Whether it may begin there."""
    behind: bool
    """Whether it may begin behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Variables that belong together: those of the process (id empty) or of one instance of a loop."""

    id: str
    element_id: str | None
    loop_index: int | None
    variables: Mapping[str, Value]


def places(kernel: Kernel) -> tuple[Place, ...]:
    """Where the case stands, in order of arrival."""
    found = sorted(filter(_movable, kernel.all_tasks()), key=lambda task: int(task.thread_id or 0))
    return tuple(
        Place(id=str(task.id), element_id=task.task_spec.element_id, inside=_around(task)) for task in found
    )


def scopes(kernel: Kernel) -> tuple[Scope, ...]:
    """The scopes that exist now, that of the process first."""
    owners = {str(task.id): task for task in kernel.all_tasks()}
    found = [
        Scope(
            id=scope_id,
            element_id=owner.task_spec.element_id if owner else None,
            loop_index=owner.internal_data.get(_INDEX) if owner else None,
            variables=dict(variables),
        )
        for scope_id, variables in kernel.scopes.items()
        # A step's own variables are kept under its id and a sign.
        for owner in (owners.get(scope_id.partition(":")[0]),)
    ]
    found.sort(key=lambda scope: (scope.id != "", scope.element_id or "", scope.loop_index or 0, scope.id))
    return tuple(found)


def targets(kernel: Kernel, place: str) -> tuple[Target, ...]:
    """Where the token of a place may go; raises PlaceGone."""
    level = _standing(kernel, place).workflow
    found = (
        Target(
            element_id=body.element_id,
            at=_startable(level, body, after=False),
            behind=_startable(level, body, after=True),
        )
        for body in _elements(level.spec)
    )
    return tuple(target for target in found if target.at or target.behind)


def move(kernel: Kernel, place: str, target: str | None, *, after: bool) -> tuple[str, ...]:
    """Take the token away and let it begin at `target`, or behind it; without a target it only goes.

    Returns the joins that would now wait without end, since one of their branches has no token left.
    """
    task = _standing(kernel, place)
    level = task.workflow
    starving = _starving(level)
    body = None if target is None else _body(kernel, level, target)
    if body is not None:
        _require_startable(level, body, after=after)
    elif not any(other is not task and _movable(other) for other in live_tasks(level)):
        raise LastToken
    _take(task)
    if body is not None:
        (_put_after if after else _put)(level, body)
    if not level.completed:
        level._recheck_joins()
    kernel.run(by_hand=True)
    return tuple(sorted(_starving(level) - starving))


def _standing(kernel: Kernel, place: str) -> Any:
    for task in kernel.all_tasks():
        if str(task.id) == place and _movable(task):
            return task
    raise PlaceGone


def _movable(task: Any) -> bool:
    spec = task.task_spec
    if spec.element_id is None or isinstance(spec, BoundaryEvent | HandlerStart):
        return False
    return spec.loop_body is None


def _around(task: Any) -> tuple[tuple[str, int | None], ...]:
    kernel, around = kernel_of(task), []
    while task.workflow is not kernel:
        task = task.workflow.parent_task
        around.append((task.task_spec.element_id, task.internal_data.get(_INDEX)))
    return tuple(reversed(around))


def _body(kernel: Any, level: Any, target: str) -> Any:
    """The spec of the element within the level; the loop for an activity with one."""
    here = [spec for spec in _elements(level.spec) if spec.element_id == target]
    if here:
        return here[0]
    specs = (kernel.spec, *kernel.subprocess_specs.values())
    if any(spec.element_id == target for one in specs for spec in _elements(one)):
        raise TargetElsewhere(target)
    raise TargetUnknown(target)


def _elements(spec: Any) -> list[Any]:
    return [
        one
        for one in spec.task_specs.values()
        if getattr(one, "element_id", None) is not None
        and one.loop_body is None
        and not isinstance(one, ConditionalFlows)
    ]


def _startable(level: Any, body: Any, *, after: bool) -> bool:
    try:
        _require_startable(level, body, after=after)
    except Invalid:
        return False
    return True


def _require_startable(level: Any, body: Any, *, after: bool) -> None:
    before = [level.spec.task_specs[name] for name in body._inputs]
    if isinstance(body, BoundaryEvent | HandlerStart) or any(isinstance(one, HandlerStart) for one in before):
        raise TargetNeedsOthers(body.element_name or body.element_id)
    if after:
        chooses = isinstance(body, EventGateway | ExclusiveGateway | InclusiveGateway)
        if not body._outputs or (chooses and len(body._outputs) > 1):
            raise EndHasNoAfter(body.element_name or body.element_id)
        return
    waits_for_others = isinstance(body, ParallelGateway | InclusiveGateway) and len(before) > 1
    if waits_for_others or any(isinstance(one, EventGateway) for one in before):
        raise TargetNeedsOthers(body.element_name or body.element_id)


def _take(task: Any) -> None:
    """Withdraw the token with the events on its border and its rivals behind an event-based gateway."""
    level, race = task.workflow, task.internal_data.get(RACE)
    together = [task]
    if isinstance(task.parent.task_spec, BoundarySplit):
        together += [other for other in task.parent.children if isinstance(other.task_spec, BoundaryEvent)]
    if race is not None:
        together += [other for other in live_tasks(level) if other.internal_data.get(RACE) == race]
    for one in dict.fromkeys(together):
        # A boundary event that happened already, beside its activity, goes its own way.
        if one is task or one._state == TaskState.WAITING:
            withdraw(one)


def _put(level: Any, body: Any) -> None:
    before = [level.spec.task_specs[name] for name in body._inputs]
    entrance = next((one for one in before if isinstance(one, BoundarySplit)), body)
    token = Held(level, entrance, level.task_tree, state=TaskState.FUTURE)
    token.task_spec._update(token)


def _put_after(level: Any, body: Any) -> None:
    kernel = level.top_workflow
    left = Held(level, body, level.task_tree, state=TaskState.COMPLETED)
    tokens = []
    for name in body._outputs:
        if name in body.flow_ids:
            kernel.note_flow(body.flow_ids[name])
        tokens.append(Held(level, level.spec.task_specs[name], left, state=TaskState.FUTURE))
    for token in tokens:
        token.task_spec._update(token)
    forget(left)


def _starving(level: Any) -> frozenset[str]:
    """The parallel joins to which a token comes or has come, while none can come to one of their ways in."""
    specs = level.spec.task_specs
    joins = [one for one in specs.values() if isinstance(one, ParallelGateway) and len(one._inputs) > 1]
    if not joins or level.completed:
        return frozenset()
    tokens = [
        task for task in live_tasks(level) if not isinstance(task.task_spec, BoundaryEvent | HandlerStart)
    ]
    return frozenset(str(join.element_id) for join in joins if _starves(join, tokens, specs))


def _starves(join: Any, tokens: Iterable[Any], specs: Mapping[str, Any]) -> bool:
    fed: set[str] = set()
    for token in tokens:
        if token.task_spec is join:
            fed.add(token.internal_data.get(_VIA, ""))
        else:
            fed |= _ways_in(join, token.task_spec.name, specs)
    return bool(fed) and not fed >= set(join._inputs)


def _ways_in(join: Any, start: str, specs: Mapping[str, Any]) -> set[str]:
    """The ways into the join that a token at `start` can come to without passing it."""
    reached: set[str] = set()
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name in seen:
            continue
        seen.add(name)
        for following in specs[name]._outputs:
            if following == join.name:
                reached.add(name)
            else:
                ahead.append(following)
    return reached
