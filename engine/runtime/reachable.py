"""Whether a case of a model could ever come to stand at certain places of a level, all at the same time.

A case that is put where no case could come to stand gets stuck at a join or does a step twice. The search
plays the flow of the level from its start. A token that stands where none is wanted has to move on sooner or
later, and its move depends on no other token, so it is moved at once and only its own choices branch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, Final, TypeAlias

from engine.runtime.kernel.activities import BoundarySplit
from engine.runtime.kernel.events import BoundaryEvent, EventGateway, HandlerStart
from engine.runtime.kernel.gateways import (
    ConditionalFlows,
    ExclusiveGateway,
    InclusiveGateway,
    ParallelGateway,
)

MOST_MARKINGS: Final = 5_000
MOST_CHOSEN: Final = 6
"""Of an inclusive split with more ways than this, each way alone and all together are tried."""

Spot: TypeAlias = "str | tuple[str, str]"
"""A spec by name, or a join and the way by which a token came to it."""
_Marking: TypeAlias = frozenset[tuple[Spot, int]]


def reachable(level: Any, wanted: Counter[Spot]) -> bool:
    """Whether a run of the level can stand at exactly the wanted spots; false also when it takes too long."""
    search = _Search(level.task_specs, wanted)
    begin = Counter[Spot]()
    search.arrive(begin, level.start.name, level.start._outputs)
    goal = _frozen(wanted)
    seen = {_frozen(begin)}
    stack = [begin]
    while stack:
        marking = stack.pop()
        if _frozen(marking) == goal:
            return True
        for following in search.following(marking):
            key = _frozen(following)
            if key not in seen and not search.hopeless(following):
                if len(seen) >= MOST_MARKINGS:
                    return False
                seen.add(key)
                stack.append(following)
    return False


def ahead(level: Any, spots: Iterable[Spot]) -> frozenset[str]:
    """The names of all specs of the level to which a token at one of the spots may still come."""
    return _ahead(level.task_specs, [spot if isinstance(spot, str) else spot[0] for spot in spots])


def _ahead(specs: Mapping[str, Any], names: Iterable[str]) -> frozenset[str]:
    seen: set[str] = set()
    stack = list(names)
    while stack:
        name = stack.pop()
        if name not in seen:
            seen.add(name)
            stack += specs[name]._outputs
            stack += [event for event, _ in _border(specs, name)]
    return frozenset(seen)


def _came_from(spot: Spot) -> str:
    """What a token has to reach so that it can come to stand there."""
    return spot if isinstance(spot, str) else spot[1]


class _Search:
    def __init__(self, specs: Mapping[str, Any], wanted: Counter[Spot]) -> None:
        self._specs = specs
        self._wanted = wanted
        self._ahead: dict[str, frozenset[str]] = {}

    def following(self, marking: Counter[Spot]) -> Iterator[Counter[Spot]]:
        """The markings that come next; of tokens that must move, one is enough."""
        for spot, number in marking.items():
            if isinstance(spot, str) and number > self._wanted[spot]:
                yield from self._moves(marking, spot)
                return
        for spot in marking:
            if isinstance(spot, str):
                yield from self._moves(marking, spot)
        for name in {spot[0] for spot in marking if not isinstance(spot, str)}:
            yield from self._fires(marking, name)

    def hopeless(self, marking: Counter[Spot]) -> bool:
        """Whether a token is missing where none can come any more."""
        missing = {_came_from(spot) for spot, number in self._wanted.items() if number > marking[spot]}
        for spot in marking if missing else ():
            missing -= self._reached(spot if isinstance(spot, str) else spot[0])
        return bool(missing)

    def _reached(self, name: str) -> frozenset[str]:
        if name not in self._ahead:
            self._ahead[name] = _ahead(self._specs, [name])
        return self._ahead[name]

    def _moves(self, marking: Counter[Spot], name: str) -> Iterator[Counter[Spot]]:
        spec = self._specs[name]
        for ways in self._ways(spec):
            yield from self._after(marking, name, name, ways)
        for event, interrupting in _border(self._specs, name):
            taken = name if interrupting else None
            yield from self._after(marking, taken, event, self._specs[event]._outputs)

    def _ways(self, spec: Any) -> list[tuple[str, ...]]:
        outputs = tuple(spec._outputs)
        match spec:
            case ExclusiveGateway() | EventGateway():
                return [(way,) for way in outputs]
            case InclusiveGateway():
                return _some(outputs)
            case ConditionalFlows():
                always = tuple(spec.always)
                chosen = _some(tuple(way for way in outputs if way not in always))
                return [(*always, *some) for some in chosen] + ([always] if always else [])
            case _:
                return [outputs]

    def _after(
        self, marking: Counter[Spot], taken: Spot | None, source: str, ways: Iterable[str]
    ) -> Iterator[Counter[Spot]]:
        following = marking.copy()
        if taken is not None:
            _take(following, taken)
        self.arrive(following, source, ways)
        # Nothing is gained by piling up more tokens than are wanted and one may still need on its way.
        if all(number <= self._wanted[spot] + 2 for spot, number in following.items()):
            yield following

    def arrive(self, marking: Counter[Spot], source: str, ways: Iterable[str]) -> None:
        """Put a token on each way."""
        for name in ways:
            spec = self._specs[name]
            if isinstance(spec, HandlerStart):
                continue
            if isinstance(spec, BoundarySplit):
                spec = self._specs[next(each for each in spec._outputs if not _is_border(self._specs[each]))]
            joins = isinstance(spec, ParallelGateway | InclusiveGateway) and len(spec._inputs) > 1
            marking[(spec.name, source) if joins else spec.name] += 1

    def _fires(self, marking: Counter[Spot], name: str) -> Iterator[Counter[Spot]]:
        spec = self._specs[name]
        arrived = {via for via in spec._inputs if marking[name, via]}
        if isinstance(spec, ParallelGateway):
            if arrived != set(spec._inputs):
                return
        elif self._held_up(marking, spec, arrived):
            return
        following = marking.copy()
        for via in arrived:
            _take(following, (name, via))
        for ways in self._ways(spec):
            yield from self._after(following, None, name, ways)

    def _held_up(self, marking: Counter[Spot], join: Any, arrived: set[str]) -> bool:
        """Whether another token can still come to a way in of an inclusive join that has none."""
        missing = set(join._inputs) - arrived
        for spot in marking:
            start = spot if isinstance(spot, str) else spot[0]
            if missing and start != join.name:
                reached = join._ways_in_reached(start, self._specs)
                if reached & missing and not reached & arrived:
                    return True
        return False


def _take(marking: Counter[Spot], spot: Spot) -> None:
    marking[spot] -= 1
    if not marking[spot]:
        del marking[spot]


def _some(ways: tuple[str, ...]) -> list[tuple[str, ...]]:
    if len(ways) > MOST_CHOSEN:
        return [*((way,) for way in ways), ways]
    return [some for size in range(1, len(ways) + 1) for some in combinations(ways, size)]


def _is_border(spec: Any) -> bool:
    return isinstance(spec, BoundaryEvent)


def _border(specs: Mapping[str, Any], name: str) -> list[tuple[str, bool]]:
    """The events on the border of an activity, and whether each takes the activity away."""
    return [
        (event, specs[event].cancel_activity)
        for split in specs[name]._inputs
        if isinstance(specs[split], BoundarySplit)
        for event in specs[split]._outputs
        if _is_border(specs[event])
    ]


def _frozen(marking: Counter[Spot]) -> _Marking:
    return frozenset((spot, number) for spot, number in marking.items() if number)
