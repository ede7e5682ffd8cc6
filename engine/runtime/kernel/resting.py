"""What rests: the parts of a stored case that no step has touched stay as they were stored.

A step moves one or two tokens, however many the case has. A task, a level or a scope is made of its stored
form when somebody asks for it; what nobody asked for is written back as it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import cached_property
from typing import Any, Final, Generic, TypeAlias, TypeVar, cast

from engine.domain.values import Value, from_json, to_json
from engine.runtime.incidents import StateUnreadable
from engine.runtime.kernel.tokens import LIVE, TokenTask

Row: TypeAlias = list[Any]
"""A stored task: its id in hex, the place of the row it hangs on, state, spec, order, what it keeps or 0."""
Test: TypeAlias = Callable[[Any, int], bool]
"""Asked with the spec and the state of a task."""
ROOT: Final = -1
"""In place of a row's number, for what hangs on the root of its level."""
ROOT_ID: Final = "0" * 32
Kept = TypeVar("Kept", bound=Value)


def live(_spec: Any, state: int) -> bool:
    """Whether a task holds a token."""
    return bool(state & LIVE)


class Tasks:
    """The tasks of one level, by their ids in hex, in the order in which they were stored and came."""

    def __init__(self, level: Any, rows: list[Row]) -> None:
        self._level = level
        self._rows = rows
        self._specs = level.spec.task_specs
        self._found: dict[str, Any] = {ROOT_ID: ROOT} if rows else {}
        self._found.update({row[0]: number for number, row in enumerate(rows)})
        self.stirred = False
        """Whether a task was asked for."""

    @classmethod
    def stored(cls, level: Any, rows: list[Row]) -> Tasks:
        """The tasks of a level that was stored, with its root."""
        tasks = cls(level, rows)
        level.tasks = tasks
        root = TokenTask(level, level.spec.start, None, state=TaskState.COMPLETED, hex_id=ROOT_ID)
        level.task_tree = root
        return tasks
