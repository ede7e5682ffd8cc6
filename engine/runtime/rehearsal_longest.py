"""The longest way through a model by the time of its steps, loops left aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from engine.runtime.rehearsal_ways import ModelMap

_Place: TypeAlias = tuple[str, bool]
"""An element, and whether it is being left: what stands inside a sub-process lies between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Longest:
    """How much work lies behind each element, and which ways lead back."""

    work: Mapping[str, int]
    back: frozenset[tuple[str, str]]


def longest_ways(model_map: ModelMap, minutes: Mapping[str, int]) -> Longest:
    """For each element the most working minutes that steps can take from it to the end of its level.

    `minutes` is what each task takes. A flow that leads back is not followed.
    """
    search = _Search(model_map, minutes)
    for element in sorted(model_map.activities, key=lambda each: not model_map.begins(each)):
        search.measure((element, False))
    work = {element: length for (element, leaving), length in search.found.items() if not leaving}
    return Longest(work=work, back=frozenset(search.back))


class _Search:
    """Depth first without recursion: drawings may be long rows."""

    def __init__(self, model_map: ModelMap, minutes: Mapping[str, int]) -> None:
        self.found: dict[_Place, int] = {}
        self.back: set[tuple[str, str]] = set()
        self._map, self._minutes = model_map, minutes
        self._on_the_way: set[_Place] = set()

    def measure(self, first: _Place) -> None:
        """Measure the ways from a place on."""
        stack: list[tuple[_Place, bool]] = [(first, False)]
        while stack:
            place, done = stack.pop()
            if place in self.found:
                continue
            followers = _followers(place, self._map)
            if done:
                self._on_the_way.discard(place)
                own = 0 if place[1] else self._minutes.get(place[0], 0)
                self.found[place] = own + max((self.found.get(each, 0) for each in followers), default=0)
            elif place not in self._on_the_way:
                self._on_the_way.add(place)
                stack.append((place, True))
                ahead = [each for each in followers if each not in self._on_the_way]
                self.back |= {(place[0], each[0]) for each in followers if each not in ahead}
                stack += [(each, False) for each in ahead]


def _followers(place: _Place, model_map: ModelMap) -> list[_Place]:
    element, leaving = place
    if not leaving:
        inside = model_map.first_inside(element)
        return [(each, False) for each in inside] if inside else [(element, True)]
    following = [(each, False) for each in model_map.following(element)]
    said = model_map.activities[element]
    if not following and said.parent_id is not None and not model_map.stands_beside(element):
        return [(said.parent_id, True)]
    return following
