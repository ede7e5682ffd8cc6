"""Carries a stored case over to another version of its model, token by token.

The stored state is a list of tokens on named specs. Each gets the spec that stands for its own in the new
version; ids, scopes, drafts and moments already reckoned stay. Events beside the flow that are only in the
new version begin to wait with `arm`. Nothing else happens: no step is taken and no value is touched.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from SpiffWorkflow.util.task import TaskState

from engine.domain import migration_findings as say
from engine.domain.definition import ActivityKind, Severity
from engine.domain.migration import MigrationFinding, MigrationPlan
from engine.domain.migration_check import carried_over, check_places, check_values
from engine.runtime.compiling import CompiledModel
from engine.runtime.kernel.activities import (
    BoundarySplit,
    Loop,
    ManualTask,
    NoneTask,
    StandardLoop,
    SubProcess,
    UserTask,
)
from engine.runtime.kernel.events import RACE, BoundaryEvent, HandlerStart
from engine.runtime.kernel.tokens import live_tasks
from engine.runtime.kernel.workflow import Kernel
from engine.runtime.migration_arming import Arm, Beginning, compare_triggers
from engine.runtime.migration_standing import (
    VIA,
    flow_between,
    gateway_before,
    host_of,
    name_in_new,
    passed_by,
    places,
    same_net,
    spots,
)
from engine.runtime.reachable import Spot, reachable
from engine.runtime.state import load_state

_ROOT: Final = -1
_OF_PEOPLE: Final = (UserTask, ManualTask, NoneTask)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """The state of a case for the new version, and what is left to do; no state where it cannot be moved."""

    state: bytes | None
    arms: tuple[Arm, ...]
    findings: tuple[MigrationFinding, ...]


def carry_over(
    old: CompiledModel, new: CompiledModel, plan: MigrationPlan, state: bytes, now: datetime
) -> CarriedOver:
    """Turn a stored state of the old version into one of the new, or say what is in the way."""
    kernel, stored = load_state(old, state, now)
    findings = (
        *check_places(plan, places(kernel)),
        *check_values(plan, kernel.scopes.values()),
    )
    if _stopped(findings):
        return CarriedOver(state=None, arms=(), findings=in_order(findings))
    mover = _Mover(old, new, plan, kernel)
    levels = mover.levels(stored["levels"])
    findings = in_order((*findings, *mover.findings))
    if _stopped(findings):
        return CarriedOver(state=None, arms=(), findings=findings)
    moved = stored | {
        "process": new.definition.process_id,
        "bundle": new.definition.bundle_hash,
        "levels": levels,
    }
    text = json.dumps(moved, ensure_ascii=False, separators=(",", ":"))
    return CarriedOver(state=text.encode(), arms=tuple(mover.arms), findings=findings)


def in_order(findings: tuple[MigrationFinding, ...]) -> tuple[MigrationFinding, ...]:
    """Each once, what is in the way first."""
    gravest = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: gravest.index(finding.severity)))


def _stopped(findings: tuple[MigrationFinding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


@dataclass(slots=True, eq=False)
class _Token:
    """A token of the new state, before it is written."""

    row: list[Any]
    spec: Any
    children: list[_Token] = field(default_factory=list)

    def hang(self, child: _Token) -> _Token:
        self.children.append(child)
        return child


class _Mover:
    """Moves the levels of one case."""

    def __init__(self, old: CompiledModel, new: CompiledModel, plan: MigrationPlan, kernel: Kernel) -> None:
        self._old = old
        self._new = new
        self._plan = plan
        self._kernel = kernel
        self._sources = {each.new: each.old for each in plan.counterparts.values()}
        self._specs_of: dict[str | None, Any] = {}
        self.findings: list[MigrationFinding] = []
        self.arms: list[Arm] = []

    def levels(self, stored: list[list[Any]]) -> list[list[Any]]:
        """The levels for the new state, outer first as they are stored."""
        workflows: dict[str | None, Any] = {None: self._kernel, **dict(self._kernel.subprocesses.items())}
        self._specs_of = {None: self._new.process_spec}
        moved: list[list[Any]] = []
        for owner, _name, _rows in stored:
            spec = self._specs_of.get(owner)
            if spec is not None:
                moved.append([owner, spec.name, self._level(owner, workflows[owner], spec)])
        return moved

    def _level(self, owner: str | None, workflow: Any, spec: Any) -> list[list[Any]]:
        root = _Token([], spec.start)
        stack = [(child, root) for child in reversed(workflow.task_tree.children)]
        while stack:
            task, under = stack.pop()
            token = self._token(task, under, spec.task_specs)
            stack.extend((child, token) for child in reversed(task.children))
        self._arm_handlers(owner, root, spec)
        self._check_standing(workflow, root, spec)
        return _rows(root)

    def _token(self, task: Any, under: _Token, specs: Any) -> _Token:
        """Hang what stands for a token of the old version; what stands for a dropped one is what is above."""
        old = task.task_spec
        if isinstance(old, BoundarySplit):
            return self._border(task, under, specs)
        name = name_in_new(self._plan, old)
        spec = specs.get(name) if name else None
        if isinstance(old, BoundaryEvent | HandlerStart):
            return self._beside(task, under, spec)
        if spec is None or not _like(old, spec):
            self._out_of_place(old, spec)
            return under
        if old.loop_body is None and not isinstance(under.spec, BoundarySplit):
            under = self._new_border(task, under, spec, specs)
        row = _row(task, spec)
        self._keep(task, spec, row, specs)
        if isinstance(spec, SubProcess):
            self._specs_of[task.hex] = self._new.level_specs[spec.spec]
        return under.hang(_Token(row, spec))

    def _border(self, task: Any, under: _Token, specs: Any) -> _Token:
        host = name_in_new(self._plan, host_of(task.workflow.spec.task_specs, task.task_spec))
        split = _split_of(specs, specs.get(host))
        if split is None:
            return under
        self._arm_border(task.hex, split, specs)
        return under.hang(_Token(_row(task, split), split))

    def _new_border(self, task: Any, under: _Token, spec: Any, specs: Any) -> _Token:
        """Where the activity had nothing on its border before."""
        split = _split_of(specs, spec)
        if split is None:
            return under
        mark = Beginning.border_of(task.id)
        self._arm_border(mark.hex, split, specs)
        return under.hang(_Token([mark.hex, _ROOT, int(TaskState.COMPLETED), split.name, 0, 0], split))

    def _beside(self, task: Any, under: _Token, spec: Any) -> _Token:
        """An event beside the flow: it goes on waiting, or is dropped."""
        old = self._plan.old.activities[task.task_spec.element_id]
        new_id = self._plan.element(old.element_id)
        if spec is None or not carried_over(self._plan, old, self._plan.new.activities.get(new_id or "")):
            return under
        row = _row(task, spec)
        self._keep(task, spec, row, None)
        return under.hang(_Token(row, spec))

    def _keep(self, task: Any, spec: Any, row: list[Any], specs: Any) -> None:
        """Carry over what the token keeps besides its place."""
        old = task.task_spec
        if VIA in task.internal_data:
            flow = flow_between(task.workflow.spec.task_specs, task.internal_data[VIA], old.name)
            ways = {flow_between(specs, way, spec.name): way for way in spec._inputs}
            row[5] = task.internal_data | {VIA: ways[self._plan.flows[flow or ""]]}
        if RACE in task.internal_data and not self._same_rivals(task, spec, specs):
            gateway = gateway_before(task.workflow.spec.task_specs, old)
            about = (gateway or old).element_id
            self.findings.append(say.rivals_changed(self._plan.old.activities[about]))
        if getattr(old, "trigger", None) is not None and task._state == TaskState.WAITING:
            activity = self._plan.old.activities[old.element_id]
            found, again = compare_triggers(activity, old.trigger, spec.trigger, task.internal_data)
            self.findings += found
            if again:
                self.arms.append(Arm(how=Beginning.AGAIN, at=task.hex, spec=spec.name))

    def _same_rivals(self, task: Any, spec: Any, specs: Any) -> bool:
        before = gateway_before(task.workflow.spec.task_specs, task.task_spec)
        after = gateway_before(specs, spec)
        if before is None or after is None:
            return False
        rivals = [name_in_new(self._plan, task.workflow.spec.task_specs[each]) for each in before._outputs]
        return set(rivals) == set(after._outputs)

    def _out_of_place(self, old: Any, spec: Any) -> None:
        activity = self._plan.old.activities[old.element_id]
        repeats = [isinstance(each, Loop | StandardLoop) for each in (old, spec)]
        if any(repeats) or old.loop_body is not None:
            self.findings.append(say.loop_changed(activity))
        elif spec is None:
            self.findings.append(say.moved_level(activity, ""))
        else:
            new = self._plan.new.activities[spec.element_id]
            self.findings.append(say.kind_changed(activity, new))

    # What begins to wait

    def _arm_border(self, split_task: str, split: Any, specs: Any) -> None:
        for name in split._outputs:
            if isinstance(specs[name], BoundaryEvent) and self._is_new(specs[name]):
                self.arms.append(Arm(how=Beginning.BORDER, at=split_task, spec=name))

    def _arm_handlers(self, owner: str | None, root: _Token, spec: Any) -> None:
        stands = any(not _of_handler(token.spec, self._new) for token in root.children)
        for name in spec.start._outputs if stands else ():
            if isinstance(spec.task_specs[name], HandlerStart) and self._is_new(spec.task_specs[name]):
                self.arms.append(Arm(how=Beginning.HANDLER, at=owner or "", spec=name))

    def _is_new(self, spec: Any) -> bool:
        """Whether nothing of the old version goes on as this event; what had happened already stays so."""
        source = self._sources.get(spec.element_id)
        if source is None:
            return True
        old, new = self._plan.old.activities[source], self._plan.new.activities[spec.element_id]
        return not carried_over(self._plan, old, new)

    # Whether the case may stand there

    def _check_standing(self, workflow: Any, root: _Token, spec: Any) -> None:
        """A level that changed must allow the case to stand where it does."""
        at = Counter(spots(spec, _flat(root)))
        self.findings += [say.step_passed_by(step) for step in passed_by(self._plan, spec, at)]
        if not at or same_net(self._plan, workflow.spec, spec) or reachable(spec, at):
            return
        name = "" if workflow is self._kernel else workflow.parent_task.task_spec.element_name
        before = ((task.task_spec, task.internal_data) for task in live_tasks(workflow))
        if reachable(workflow.spec, Counter(spots(workflow.spec, before))):
            shown = ", ".join(dict.fromkeys(f"“{_shown(spec, spot)}”" for spot in at))
            self.findings.append(say.unreachable(name, shown))
        else:
            alone = sum(at.values()) == 1 and all(isinstance(spot, str) for spot in at)
            self.findings.append(say.unproven(name, alone=alone))


def _flat(root: _Token) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    for token in root.children:
        yield token.spec, token.row[5] or {}
        yield from _flat(token)


def _row(task: Any, spec: Any) -> list[Any]:
    return [task.hex, _ROOT, task._state, spec.name, task.thread_id, task.internal_data or 0]


def _rows(root: _Token) -> list[list[Any]]:
    """The tokens as they are stored: each after the one it hangs on."""
    rows: list[list[Any]] = []
    stack = [(child, _ROOT) for child in reversed(root.children)]
    while stack:
        token, under = stack.pop()
        # A border on which nothing hangs holds nothing.
        if isinstance(token.spec, BoundarySplit) and not token.children:
            continue
        stack.extend((child, len(rows)) for child in reversed(token.children))
        token.row[1] = under
        rows.append(token.row)
    return rows


def _like(old: Any, new: Any) -> bool:
    """Whether a token of one spec may stand on the other."""
    if (old.loop_body is None) != (new.loop_body is None):
        return False
    return type(old) is type(new) or (isinstance(old, _OF_PEOPLE) and isinstance(new, _OF_PEOPLE))


def _split_of(specs: Any, spec: Any) -> Any:
    """What gives tokens to an activity and to the events on its border; None when nothing is there."""
    if spec is None:
        return None
    return next((specs[each] for each in spec._inputs if isinstance(specs[each], BoundarySplit)), None)


def _of_handler(spec: Any, model: CompiledModel) -> bool:
    activity = model.definition.activities.get(spec.element_id or "")
    return isinstance(spec, HandlerStart) or (
        activity is not None and activity.kind is ActivityKind.EVENT_SUB_PROCESS
    )


def _shown(level: Any, spot: Spot) -> str:
    spec = level.task_specs[spot if isinstance(spot, str) else spot[0]]
    return spec.element_name or spec.element_id or ""
