"""What a rehearsal has to see at least once, and how far it is to there: the graph of a model."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from engine.domain.definition import ActivityDefinition, ActivityKind
from engine.runtime.compiling import CompiledModel
from engine.runtime.what_if import ways_of

Goal: TypeAlias = tuple[str, str, tuple[str, ...]]
"""What, at which element, by which flows."""
WAY: Final = "way"
FLOW: Final = "flow"
TIMER: Final = "timer"
COMES: Final = "comes"
NEVER: Final = "never"
FAILS: Final = "fails"
STARTS: Final = "starts"

PLAIN: Final = frozenset({WAY, FLOW, STARTS})
"""What is seen while everything goes well."""
FAR: Final = 1_000_000
_Kind = ActivityKind
_TIMERS: Final = frozenset({_Kind.TIMER_BOUNDARY_EVENT, _Kind.TIMER_CATCH_EVENT, _Kind.TIMER_START_EVENT})
_FROM_OUTSIDE: Final = frozenset(
    {
        _Kind.MESSAGE_BOUNDARY_EVENT,
        _Kind.SIGNAL_BOUNDARY_EVENT,
        _Kind.CONDITION_BOUNDARY_EVENT,
        _Kind.MESSAGE_CATCH_EVENT,
        _Kind.SIGNAL_CATCH_EVENT,
        _Kind.CONDITION_CATCH_EVENT,
        _Kind.MESSAGE_START_EVENT,
        _Kind.SIGNAL_START_EVENT,
        _Kind.CONDITION_START_EVENT,
        _Kind.RECEIVE_TASK,
    }
)
_ERRORS: Final = frozenset({_Kind.ERROR_BOUNDARY_EVENT, _Kind.ERROR_START_EVENT})


class ModelMap:
    """The elements of a model with what leads where; never changed."""

    def __init__(self, model: CompiledModel) -> None:
        self.model = model
        self.activities: Mapping[str, ActivityDefinition] = model.definition.activities
        self._flows_in: dict[str, list[str]] = {}
        """Element -> those from which a token comes to it."""
        self._out: dict[str, list[str]] = {}
        for source, target in model.definition.flows.values():
            self._out.setdefault(source, []).append(target)
            self._flows_in.setdefault(target, []).append(source)
        self.races = {
            element: tuple(self._out.get(sources[0], ()))
            for element, sources in self._flows_in.items()
            if len(sources) == 1 and self._kind(sources[0]) is _Kind.EVENT_BASED_GATEWAY
        }
        inside: dict[str, list[str]] = {}
        for element, said in self.activities.items():
            if said.kind is _Kind.EVENT_SUB_PROCESS or said.attached_to is not None:
                continue  # no flow leads there
            if said.parent_id is not None and not self._flows_in.get(element):
                inside.setdefault(said.parent_id, []).append(element)
        self._inside = {parent: tuple(children) for parent, children in inside.items()}
        self._before = self._reversed(self._edges())
        ends = [
            one for one, said in self.activities.items() if said.parent_id is None and not self._out.get(one)
        ]
        self.to_end: Mapping[str, int] = self.distances(ends)

    def name(self, element: str) -> str:
        """What an element is called, on one line; its id where it has no name."""
        said = self.activities.get(element)
        return " ".join(said.name.split()) if said is not None and said.name.strip() else element

    def shown(self, element: str) -> str:
        """What people call a place: a nameless gateway is called by what follows it."""
        seen: set[str] = set()
        while element not in seen and not self.activities[element].name.strip():
            seen.add(element)
            following = self._out.get(element, ())
            if len(following) != 1:
                break
            element = following[0]
        return self.name(element)

    def around(self, element: str) -> tuple[str, ...]:
        """The element and the sub-processes and calls that it stands in, innermost first."""
        found: list[str] = []
        inside: str | None = element
        while inside is not None and inside not in found:
            found.append(inside)
            inside = self.activities[inside].parent_id if inside in self.activities else None
        return tuple(found)

    def following(self, element: str) -> tuple[str, ...]:
        """Where the flows out of an element lead."""
        return tuple(self._out.get(element, ()))

    def first_inside(self, element: str) -> tuple[str, ...]:
        """Where a token begins inside a sub-process or call."""
        return self._inside.get(element, ())

    def begins(self, element: str) -> bool:
        """Whether the process begins at an element."""
        return self.activities[element].parent_id is None and not self._flows_in.get(element)

    def guards(self, event: str, element: str) -> bool:
        """Whether an event stands on the border of an element or around it, not in the flow."""
        said = self.activities[event]
        if said.attached_to is not None:
            return said.attached_to in self.around(element)
        handler = self.activities.get(said.parent_id or "")
        if handler is None or handler.kind is not _Kind.EVENT_SUB_PROCESS:
            return False
        around = self.around(element)
        if handler.element_id in around:
            return False
        return handler.parent_id is None or handler.parent_id in around

    def stands_beside(self, event: str) -> bool:
        """Whether an event is on a border or begins an event sub-process: the flow does not wait for it."""
        said = self.activities[event]
        handler = self.activities.get(said.parent_id or "")
        return said.attached_to is not None or (
            said.kind.value.endswith("start_event")
            and handler is not None
            and handler.kind is _Kind.EVENT_SUB_PROCESS
        )

    def goals(self) -> dict[Goal, str]:
        """All that is to be seen, in order of the drawing, with the element to which a token has to come."""
        found: dict[Goal, str] = {}
        for spec in self._specs():
            for way in ways_of(spec):
                if any(way.flows) and spec.element_id:
                    found[WAY, spec.element_id, way.flows] = spec.element_id
        chosen = {flow for _, _, flows in found for flow in flows}
        for flow, (source, _) in self.model.definition.flows.items():
            if flow not in chosen:
                found[FLOW, source, (flow,)] = source
        for said in self.activities.values():
            for goal in self._of_event(said):
                found[goal] = self._guarded(said)
        for begins in self._beginnings():
            found[STARTS, begins, ()] = begins
        rank = {element: place for place, element in enumerate(self.model.definition.order)}
        return dict(sorted(found.items(), key=lambda each: (rank.get(each[1], FAR), each[0])))

    def _guarded(self, said: ActivityDefinition) -> str:
        """Where a token has to be for an event to happen."""
        handler = self.activities.get(said.parent_id or "")
        if (
            handler is not None
            and handler.kind is _Kind.EVENT_SUB_PROCESS
            and self.stands_beside(said.element_id)
        ):
            return handler.parent_id or said.element_id
        return said.attached_to or said.element_id

    def _of_event(self, said: ActivityDefinition) -> Iterator[Goal]:
        element, beside = said.element_id, self.stands_beside(said.element_id)
        if said.kind in _TIMERS and (beside or said.kind is not _Kind.TIMER_START_EVENT):
            yield TIMER, element, ()
        if said.kind in _FROM_OUTSIDE and (beside or not said.kind.value.endswith("start_event")):
            yield COMES, element, ()
            if not beside and self._waits_alone(element):
                yield NEVER, element, ()
        if said.kind in _ERRORS:
            yield FAILS, element, ()

    def _waits_alone(self, element: str) -> bool:
        """Whether nothing comes instead of what is waited for; of rivals, the first speaks for all."""
        rivals = self.races.get(element)
        if rivals is None:
            return True
        return rivals[0] == element and not any(self._kind(each) in _TIMERS for each in rivals)

    def _beginnings(self) -> Iterable[str]:
        beginnings = self.model.process_spec.beginnings
        return tuple(beginnings) if len(beginnings) > 1 else ()

    def _specs(self) -> Iterator[Any]:
        for level in (self.model.process_spec, *self.model.level_specs.values()):
            yield from level.task_specs.values()

    def distances(self, targets: Iterable[str]) -> dict[str, int]:
        """How many steps it is from each element to the nearest of the targets; others are missing."""
        found = dict.fromkeys(targets, 0)
        queue = deque(found)
        while queue:
            element = queue.popleft()
            for before in self._before.get(element, ()):
                if before not in found:
                    found[before] = found[element] + 1
                    queue.append(before)
        return found

    def _edges(self) -> Iterator[tuple[str, str]]:
        for source, targets in self._out.items():
            for target in targets:
                yield source, target
        for element, said in self.activities.items():
            if said.attached_to is not None:
                yield said.attached_to, element
            if said.parent_id is None:
                continue
            if element in self._inside.get(said.parent_id, ()):
                yield said.parent_id, element
            if said.kind is _Kind.ERROR_END_EVENT:
                around = self.around(element)
                yield from ((element, each) for each in self._error_borders() if self._host(each) in around)
            elif not self._out.get(element):
                yield element, said.parent_id

    def _error_borders(self) -> Iterator[str]:
        return (each for each, said in self.activities.items() if said.kind is _Kind.ERROR_BOUNDARY_EVENT)

    def _host(self, event: str) -> str | None:
        return self.activities[event].attached_to

    @staticmethod
    def _reversed(edges: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        before: dict[str, list[str]] = {}
        for source, target in edges:
            before.setdefault(target, []).append(source)
        return before

    def _kind(self, element: str) -> ActivityKind | None:
        said = self.activities.get(element)
        return None if said is None else said.kind
