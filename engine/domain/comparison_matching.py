"""Finds out which part of one model is which part of another: by id, else by name and kind."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from engine.domain.model_outline import ModelOutline, Part, Subject
from engine.domain.text import fold

_NAMELESS: Final = frozenset({Subject.FLOW})
Match = tuple[Part, Part]


def match_parts(old: ModelOutline, new: ModelOutline) -> tuple[Match, ...]:
    """Pairs of parts that are one and the same; the same pairs whichever of the two comes first.

    Tools give new ids: what is left after the ids is matched where kind, name and surroundings leave no
    doubt, flows where they connect the same.
    """
    ours, theirs = old.by_id(), new.by_id()
    pairs = {
        part.id: theirs[part.id].id
        for part in ours.values()
        if part.id in theirs and theirs[part.id].subject is part.subject
    }
    _add(pairs, ours, theirs, _by_name)
    # With the steps known, what stands in them and leads from one to the other is known too.
    for _round in range(2):
        _add(pairs, ours, theirs, _by_name)
        _add(pairs, ours, theirs, _by_ends)
    return tuple((ours[mine], theirs[other]) for mine, other in pairs.items())


def _add(
    pairs: dict[str, str],
    ours: Mapping[str, Part],
    theirs: Mapping[str, Part],
    key: Callable[[Part, Mapping[str, str]], object],
) -> None:
    """Match what has a key that nobody else has on its side."""
    as_they_say = {own: own for own in theirs}
    left = [part for part in ours.values() if part.id not in pairs]
    taken = set(pairs.values())
    right = [part for part in theirs.values() if part.id not in taken]
    mine = _alone(left, lambda part: key(part, pairs))
    other = _alone(right, lambda part: key(part, as_they_say))
    pairs.update({mine[each].id: other[each].id for each in mine if each in other})


def _alone(parts: Iterable[Part], key: Callable[[Part], object]) -> dict[object, Part]:
    keyed = [(key(part), part) for part in parts]
    number = Counter(each for each, _part in keyed)
    return {each: part for each, part in keyed if each is not None and number[each] == 1}


def _by_name(part: Part, ids: Mapping[str, str]) -> object:
    if part.subject in _NAMELESS or not part.name.strip():
        return None
    return part.kind, fold(part.name), ids.get(part.within, "?") if part.within else ""


def _by_ends(part: Part, ids: Mapping[str, str]) -> object:
    ends = [part.facts.get(each, "") for each in ("sourceRef", "targetRef", "attachedToRef")]
    if not any(ends):
        return None
    return part.kind, tuple(ids.get(each, "?") if each else "" for each in ends)


def moved_places(pairs: Sequence[tuple[str, str]], new_order: Sequence[str]) -> frozenset[str]:
    """Of parts in their old order, paired with their ids now, the old ids of those that changed their place.

    As few as possible: what is not on a longest run that kept its order has moved. Of several longest runs
    the same one is taken from both sides.
    """
    place = {own: number for number, own in enumerate(new_order)}
    if [other for _own, other in pairs] == sorted((other for _own, other in pairs), key=place.__getitem__):
        return frozenset()
    names = {own: "\0".join(sorted((own, other))) for own, other in pairs}
    before = [own for own, _other in pairs]
    after = [own for own, _other in sorted(pairs, key=lambda pair: place[pair[1]])]
    first, second = sorted((before, after), key=lambda order: [names[own] for own in order])
    return frozenset(before) - frozenset(_longest_run(first, second))


def _longest_run(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """A longest sequence that stands in the same order in both, which hold the same."""
    at = {own: number for number, own in enumerate(second)}
    ends: list[int] = []
    """Of the runs of each length, the least place at which one ends."""
    last: list[str] = []
    before: dict[str, str | None] = {}
    for own in first:
        length = bisect_left(ends, at[own])
        before[own] = last[length - 1] if length else None
        ends[length : length + 1] = [at[own]]
        last[length : length + 1] = [own]
    run: list[str] = []
    step: str | None = last[-1] if last else None
    while step is not None:
        run.append(step)
        step = before[step]
    return run
