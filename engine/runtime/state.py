"""The stored form of a running case: its tokens and variables, as JSON that no order of keys can harm.

What no step has touched goes from one stored state to the next as it is; see `kernel.resting`.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

from engine.domain.values import canonical, from_json, to_json
from engine.runtime.compiling import CompiledModel
from engine.runtime.incidents import StateUnreadable
from engine.runtime.kernel.messages import KeptMessage
from engine.runtime.kernel.resting import Row, Stored, Tasks
from engine.runtime.kernel.workflow import Kernel

FORMAT: Final = 1
_PLAIN: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def dump_state(kernel: Kernel, model: CompiledModel, extra: dict[str, bool]) -> bytes:
    """Write a case that has come to rest; `load_state` gives back an equal one."""
    variables: dict[str, object] = {"scopes": kernel.scopes.stored(), "kept": kernel.kept.stored()}
    if kernel.post.kept:
        variables["messages"] = [
            [kept.name, to_json(kept.payload), kept.key, kept.for_any_key] for kept in kernel.post.kept
        ]
    return _PLAIN.encode(
        {
            "format": FORMAT,
            "process": model.definition.process_id,
            "bundle": model.definition.bundle_hash,
            "order": kernel.order,
            "ends": kernel.ends,
            "completed": kernel.completed,
            **extra,
            "levels": [[None, kernel.spec.name, kernel.tasks.rows()], *kernel.subprocesses.rows()],
            # A text of its own: its field names are users' words and never meet ours.
            "variables": canonical(variables),
        }
    ).encode()


def load_state(model: CompiledModel, stored: bytes, now: datetime) -> tuple[Kernel, dict[str, Any]]:
    """Read what `dump_state` wrote for the same model; raises StateUnreadable for anything else."""
    try:
        state = json.loads(stored)
        if state["format"] != FORMAT or state["bundle"] != model.definition.bundle_hash:
            raise StateUnreadable
        return _load(model, state, json.loads(state["variables"]), now), state
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise StateUnreadable from error


def _load(model: CompiledModel, state: dict[str, Any], variables: dict[str, Any], now: datetime) -> Kernel:
    kernel = Kernel(model.process_spec, model.level_specs, now, Stored(variables["scopes"]), stored=True)
    kernel.kept = Stored(variables["kept"])
    kernel.post.kept = [_message(*message) for message in variables.get("messages", ())]
    kernel.order = state["order"]
    kernel.ends = state["ends"]
    kernel.completed = state["completed"]
    (_, _, rows), *levels = state["levels"]
    _require_whole(kernel, rows, levels)
    Tasks.stored(kernel, rows)
    for owner, spec_name, inside in levels:
        kernel.subprocesses.rest(owner, spec_name, inside)
    return kernel


def _require_whole(kernel: Kernel, rows: list[Row], levels: list[tuple[str, str, list[Row]]]) -> None:
    """Find out now, not when it is asked for, that every token stands on something."""
    known: set[str] = set()
    for owner, spec_name, inside in ((None, None, rows), *levels):
        spec = kernel.spec if spec_name is None else kernel.subprocess_specs[spec_name]
        if owner is not None and owner not in known:
            raise StateUnreadable
        specs = spec.task_specs
        if not all(row[3] in specs and row[1] < number for number, row in enumerate(inside)):
            raise StateUnreadable
        known.update([row[0] for row in inside])


def _message(name: str, payload: Any, key: str | None = None, for_any_key: bool = True) -> KeptMessage:  # noqa: FBT001, FBT002 - as it is stored
    """A kept message; the first states knew nothing of keys, so that the name alone decided."""
    return KeptMessage(name=name, payload=_record(payload), key=key, for_any_key=for_any_key)


def _record(raw: object) -> dict[str, Any]:
    values = from_json(raw)
    if not isinstance(values, dict):
        raise TypeError(type(values))
    return values
