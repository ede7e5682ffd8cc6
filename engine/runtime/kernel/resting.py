"""What rests: the parts of a stored case that no step has touched stay as they were stored.

A step moves one or two tokens, however many the case has. A task, a level or a scope is made of its stored
form when somebody asks for it; what nobody asked for is written back as it was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, MutableMapping
from types import MappingProxyType
from typing import Any, Final, Generic, TypeAlias, TypeVar, cast

from SpiffWorkflow.util.task import TaskState

from engine.domain.values import Value, from_json, to_json
from engine.runtime.incidents import StateUnreadable
from engine.runtime.kernel.tokens import Held

Row: TypeAlias = list[Any]
"""A stored task: its id in hex, the row it hangs on, state, spec, place in the order, what it keeps or 0."""
Test: TypeAlias = Callable[[Any, int], bool]
"""Asked with the spec and the state of a task."""
Standing: TypeAlias = tuple[Any, str, int, Any]
"""Of a task: its spec, its id in hex, its state, what it keeps or 0."""
_ROOT: Final = -1
"""In place of a row's number, for what hangs on the root of its level."""
_ROOT_ID: Final = "0" * 32
Kept = TypeVar("Kept")


class Tasks:
    """The tasks of one level by their ids in hex, in the order in which they were stored and came."""

    def __init__(self, level: Any, rows: list[Row]) -> None:
        self._level = level
        self._rows = rows
        self._specs = level.spec.task_specs
        self._below: defaultdict[int, list[str]] = defaultdict(list)
        for row in rows:
            self._below[row[1]].append(row[0])
        self._found: dict[str, Any] = {}
        """The number of a row that rests, or the task that was made of it or came."""

    @classmethod
    def stored(cls, level: Any, rows: list[Row]) -> Tasks:
        """The tasks that a level had when it was stored, all at rest but the root."""
        tasks = level.tasks = cls(level, rows)
        root = Held(level, level.spec.start, None, state=TaskState.COMPLETED, hex_id=_ROOT_ID)
        root._children = tasks._below[_ROOT]
        level.task_tree = root
        tasks._found.update({row[0]: number for number, row in enumerate(rows)})
        return tasks

    def __getitem__(self, hex_id: str) -> Held:
        found = self._found[_plain(hex_id)]
        return self._wake(found) if type(found) is int else found

    def get(self, hex_id: str | None) -> Held | None:
        """The task, or None."""
        return self[hex_id] if hex_id is not None and hex_id in self else None

    def __contains__(self, hex_id: str) -> bool:
        return _plain(hex_id) in self._found

    def __setitem__(self, hex_id: str, task: Held) -> None:
        self._found[hex_id] = task

    def __delitem__(self, hex_id: str) -> None:
        del self._found[_plain(hex_id)]

    def __len__(self) -> int:
        return len(self._found)

    def _wake(self, number: int) -> Held:
        hex_id, under, state, name, order, kept = self._rows[number]
        self._level.top_workflow.woken.append(hex_id)
        parent = self._level.task_tree.hex if under == _ROOT else self._rows[under][0]
        task = Held(self._level, self._specs[name], None, state=state, hex_id=hex_id)
        task._parent, task._children = parent, self._below[number]
        task.thread_id, task.internal_data = order, kept or {}
        return task

    def states(self) -> Iterator[tuple[Any, int]]:
        """The specs and states of all tasks, which must not change meanwhile."""
        for found in self._found.values():
            if type(found) is int:
                row = self._rows[found]
                yield self._specs[row[3]], row[2]
            else:
                yield found.task_spec, found._state

    def matching(self, test: Test) -> Iterator[Held]:
        """The tasks that pass the test when their turn comes."""
        for hex_id, found in list(self._found.items()):
            if type(found) is int:
                row = self._rows[found]
                # Those before it may have taken it away, or moved it.
                if hex_id in self._found and test(self._specs[row[3]], row[2]):
                    task = self[hex_id]
                    if test(task.task_spec, task._state):
                        yield task
            elif test(found.task_spec, found._state):
                yield found

    def values(self) -> Iterator[Held]:
        """All tasks."""
        return self.matching(lambda _spec, _state: True)

    def resting(self) -> Iterator[Standing]:
        """The tasks that nobody has asked for."""
        for found in self._found.values():
            if type(found) is int:
                row = self._rows[found]
                yield self._specs[row[3]], row[0], row[2], row[5]

    def awake(self) -> Iterator[Held]:
        """The tasks that somebody has asked for, and those that came."""
        return (found for found in self._found.values() if type(found) is not int)

    def rows(self) -> list[Row]:
        """The tasks as they are stored: each after the one it hangs on."""
        rows: list[Row] = []
        stack = [(hex_id, _ROOT) for hex_id in reversed(self._level.task_tree._children)]
        while stack:
            hex_id, under = stack.pop()
            found = self._found[hex_id]
            if type(found) is int:
                below, row = self._below.get(found), self._rows[found]
                if row[1] != under:
                    row = [hex_id, under, *row[2:]]
            else:
                below, row = found._children, _row(found, under)
            if below:
                stack.extend([(child, len(rows)) for child in reversed(below)])
            rows.append(row)
        return rows


def _plain(task_id: str) -> str:
    """The id as it is stored, without dashes."""
    return task_id.replace("-", "")


def _row(task: Held, under: int) -> Row:
    name, kept = task.task_spec.name, task.internal_data or 0
    return [task.hex, under, task._state, name, task.thread_id, kept]


class Levels:
    """The levels of running sub-processes by the tasks they run in, in the order in which they began."""

    def __init__(self, kernel: Any, wake: Callable[[str, Any], Any]) -> None:
        self._kernel = kernel
        self._wake = wake
        self._found: dict[str, Any] = {}
        """The name of the spec and the rows of a level that rests, or the level."""
        self._homes: dict[str, str] | None = None
        """The level of each task of a level that was stored."""

    def rest(self, owner: str, spec_name: str, rows: list[Row]) -> None:
        """Lay down a level as it was stored."""
        self._found[owner] = (spec_name, rows)

    def __getitem__(self, owner: str) -> Any:
        owner = _plain(owner)
        found = self._found[owner]
        if type(found) is not tuple:
            return found
        task = self.find(owner)
        if task is None:
            raise StateUnreadable
        level = self._found[owner] = self._woken(found, task)
        return level

    def get(self, owner: str) -> Any:
        """The level that runs in a task, or None."""
        return self[owner] if _plain(owner) in self._found else None

    def pop(self, owner: Held) -> Any:
        """Take away the level that runs in a task, or None; the level around it may be gone already."""
        found = self._found.pop(owner.hex, None)
        return self._woken(found, owner) if type(found) is tuple else found

    def _woken(self, found: tuple[str, list[Row]], owner: Held) -> Any:
        level = self._wake(found[0], owner)
        Tasks.stored(level, found[1])
        return level

    def __setitem__(self, owner: str, level: Any) -> None:
        self._found[_plain(owner)] = level

    def __len__(self) -> int:
        return len(self._found)

    def items(self) -> Iterator[tuple[str, Any]]:
        """All levels with the tasks they run in."""
        return ((owner, self[owner]) for owner in list(self._found) if owner in self._found)

    def values(self) -> Iterator[Any]:
        """All levels."""
        return (level for _, level in self.items())

    def awake(self) -> Iterator[Any]:
        """The levels that somebody has asked for, and those that began."""
        return (found for found in self._found.values() if type(found) is not tuple)

    def find(self, hex_id: str) -> Held | None:
        """The task of any level that has this id, or None."""
        hex_id = _plain(hex_id)
        if hex_id in self._kernel.tasks:
            return self._kernel.tasks.get(hex_id)  # type: ignore[no-any-return]
        if self._homes is None:
            self._homes = {
                row[0]: owner
                for owner, found in self._found.items()
                if type(found) is tuple
                for row in found[1]
            }
        home = self._homes.get(hex_id)
        if home is not None and home in self._found:
            return self[home].tasks.get(hex_id)  # type: ignore[no-any-return]
        return next((level.tasks[hex_id] for level in self.awake() if hex_id in level.tasks), None)

    def states(self) -> Iterator[tuple[Any, int]]:
        """The specs and states of the tasks of all levels."""
        for found in self._found.values():
            if type(found) is tuple:
                specs = self._kernel.subprocess_specs[found[0]].task_specs
                for row in found[1]:
                    yield specs[row[3]], row[2]
            else:
                yield from found.tasks.states()

    def matching(self, test: Test) -> Iterator[Held]:
        """The tasks of all levels that pass the test when their turn comes."""
        for owner, found in list(self._found.items()):
            if type(found) is tuple:
                specs = self._kernel.subprocess_specs[found[0]].task_specs
                if not any(test(specs[row[3]], row[2]) for row in found[1]):
                    continue
            if owner in self._found:
                yield from self[owner].tasks.matching(test)

    def resting(self) -> Iterator[Standing]:
        """The tasks of all levels that nobody has asked for."""
        for found in self._found.values():
            if type(found) is tuple:
                specs = self._kernel.subprocess_specs[found[0]].task_specs
                for row in found[1]:
                    yield specs[row[3]], row[0], row[2], row[5]
            else:
                yield from found.tasks.resting()

    def rows(self) -> list[list[Any]]:
        """The levels as they are stored: the task each runs in, the name of its spec, its tasks."""
        return [
            [owner, *found] if type(found) is tuple else [owner, found.spec.name, found.tasks.rows()]
            for owner, found in self._found.items()
        ]


class Stored(MutableMapping[str, Kept], Generic[Kept]):
    """Values of a case by key; one that was stored is read when it is asked for, and written when it changed.

    What it gives of a record is not to be changed, and cannot be: the change would not be stored. `changing`
    gives what may be.
    """

    def __init__(self, raw: dict[str, Any]) -> None:
        self._raw = raw
        """What is stored and has not changed, as `to_json` gave it."""
        self._read: dict[str, Kept] = {}

    def __getitem__(self, key: str) -> Kept:
        if key not in self._raw:
            return self._read[key]
        value: Any = self._read.get(key)
        if value is None:
            value = self._read[key] = cast("Kept", from_json(self._raw[key]))
        return MappingProxyType(value) if type(value) is dict else value  # type: ignore[return-value]

    def changing(self, key: str) -> Kept:
        """What is kept under the key, to be changed in place."""
        if self._raw.get(key) is not None and key not in self._read:
            self._read[key] = cast("Kept", from_json(self._raw[key]))
        self._raw.pop(key, None)
        return self._read[key]

    def __setitem__(self, key: str, value: Kept) -> None:
        self._raw.pop(key, None)
        # What was read under another key may be given.
        self._read[key] = cast("Kept", dict(value)) if isinstance(value, MappingProxyType) else value

    def __delitem__(self, key: str) -> None:
        known = key in self._raw
        self._raw.pop(key, None)
        if self._read.pop(key, None) is None and not known:
            raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return key in self._read or key in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter({**self._raw, **self._read})

    def __len__(self) -> int:
        return len({**self._raw, **self._read})

    def stored(self) -> dict[str, Any]:
        """All of it as it is stored; raises ValueNotStorable."""
        changed: dict[str, Any] = {
            key: to_json(cast("Value", value)) for key, value in self._read.items() if key not in self._raw
        }
        return {**self._raw, **changed}


Scopes: TypeAlias = Stored[dict[str, Value]]
