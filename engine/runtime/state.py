"""The stored form of a running case: its tokens and variables, as JSON that no order of keys can harm."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from SpiffWorkflow.util.task import TaskState

from engine.domain.values import Value, dump_values, load_values
from engine.runtime.compiling import CompiledModel
from engine.runtime.incidents import StateUnreadable
from engine.runtime.kernel.messages import KeptMessage
from engine.runtime.kernel.tokens import Held
from engine.runtime.kernel.workflow import Kernel, SubLevel

FORMAT: Final = 1
_ROOT: Final = -1


def dump_state(kernel: Kernel, model: CompiledModel, extra: dict[str, bool]) -> bytes:
    """Write a case that has come to rest; `load_state` gives back an equal one."""
    levels = [_dump_level(None, kernel)]
    levels += [_dump_level(task_id.hex, level) for task_id, level in kernel.subprocesses.items()]
    variables: dict[str, Value] = {"scopes": dict(kernel.scopes), "kept": dict(kernel.kept)}
    if kernel.post.kept:
        variables["messages"] = [
            [kept.name, kept.payload, kept.key, kept.for_any_key] for kept in kernel.post.kept
        ]
    return json.dumps(
        {
            "format": FORMAT,
            "process": model.definition.process_id,
            "bundle": model.definition.bundle_hash,
            "order": kernel.order,
            "ends": kernel.ends,
            "completed": kernel.completed,
            **extra,
            "levels": levels,
            # A text of its own: its field names are users' words and never meet ours.
            "variables": dump_values(variables).decode(),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def load_state(model: CompiledModel, stored: bytes, now: datetime) -> tuple[Kernel, dict[str, Any]]:
    """Read what `dump_state` wrote for the same model; raises StateUnreadable for anything else."""
    try:
        state = json.loads(stored)
        if state["format"] != FORMAT or state["bundle"] != model.definition.bundle_hash:
            raise StateUnreadable
        variables = load_values(state["variables"].encode())
        return _load(model, state, variables, now), state
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise StateUnreadable from error


def _dump_level(parent: str | None, level: Any) -> list[Any]:
    """One level: the task it runs in, its spec, and its tasks, each after the one it hangs on."""
    rows: list[list[Any]] = []
    places = {level.task_tree.id: _ROOT}
    stack = [(child, _ROOT) for child in reversed(level.task_tree.children)]
    while stack:
        task, under = stack.pop()
        places[task.id] = len(rows)
        stack.extend((child, len(rows)) for child in reversed(task.children))
        rows.append(
            [
                task.id.hex,
                under,
                task._state,
                task.task_spec.name,
                task.thread_id,
                task.internal_data or 0,
            ]
        )
    return [parent, level.spec.name, rows]


def _load(model: CompiledModel, state: dict[str, Any], variables: dict[str, Value], now: datetime) -> Kernel:
    scopes: Any = variables["scopes"]
    kept: Any = variables["kept"]
    kernel = Kernel(model.process_spec, model.level_specs, now, scopes, deserializing=True)
    kernel.kept = kept
    messages: Any = variables.get("messages", [])
    kernel.post.kept = [
        KeptMessage(name=name, payload=payload, key=key, for_any_key=for_any_key)
        for name, payload, key, for_any_key in messages
    ]
    kernel.order = state["order"]
    kernel.ends = state["ends"]
    kernel.completed = state["completed"]
    tasks: dict[UUID, Any] = {}
    for parent, spec_name, rows in state["levels"]:
        if parent is None:
            _fill(kernel, rows, tasks)
            continue
        spec = model.level_specs[spec_name]
        owner = tasks[UUID(parent)]
        level = SubLevel(spec, owner, kernel, deserializing=True)
        kernel.subprocesses[owner.id] = level
        _fill(level, rows, tasks)
    return kernel


def _fill(level: Any, rows: list[list[Any]], tasks: dict[UUID, Any]) -> None:
    specs = level.spec.task_specs
    root = _task(level, None, UUID(int=0), TaskState.COMPLETED, level.spec.start, 0, {})
    level.task_tree = root
    made: list[Any] = []
    for task_id, under, status, spec_name, order, internal in rows:
        parent = root if under == _ROOT else made[under]
        task = _task(level, parent, UUID(hex=task_id), status, specs[spec_name], order, internal or {})
        made.append(task)
        tasks[task.id] = task


def _task(level: Any, parent: Any, task_id: UUID, status: int, spec: Any, order: int, internal: Any) -> Any:
    # Around the constructor, which draws a new id and reads the clock.
    task = Held.__new__(Held)
    task.id = task_id
    task.workflow = level
    task._parent = None if parent is None else parent.id
    task._children = []
    task._state = status
    task.triggered = False
    task.task_spec = spec
    task.thread_id = order
    task.data = {}
    task.internal_data = internal
    task.last_state_change = 0.0
    level.tasks[task_id] = task
    if parent is not None:
        parent._children.append(task_id)
    return task
