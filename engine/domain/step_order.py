"""Which step comes before which as the flows lead, and which steps have changed their place among others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from engine.domain.model_outline import ModelOutline, Subject

_NODES: Final = frozenset({Subject.STEP, Subject.EVENT, Subject.GATEWAY})
_FLOW: Final = "sequenceFlow"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOrder:
    """What comes before each step: loops back are not followed."""

    before: Mapping[str, frozenset[str]]
    """Step -> all steps from which a case comes to it."""
    right_before: Mapping[str, tuple[str, ...]]
    """Step -> the steps with no other step between."""


def step_order(outline: ModelOutline, key: Callable[[str], str] = str) -> StepOrder:
    """The order of the steps of a model; `key` decides where the flows leave a choice."""
    parts = outline.by_id()
    nodes = {own for own, part in parts.items() if part.subject in _NODES}
    onward: dict[str, list[str]] = {own: [] for own in sorted(nodes, key=key)}
    for part in parts.values():
        source, target = part.facts.get("sourceRef", ""), part.facts.get("targetRef", "")
        if part.kind == _FLOW and source in nodes and target in nodes:
            onward[source].append(target)
        elif part.facts.get("attachedToRef", "") in nodes:
            onward[part.facts["attachedToRef"]].append(part.id)
    back: dict[str, list[str]] = {own: [] for own in nodes}
    back |= without_loops(onward, key)
    steps = {own for own in nodes if parts[own].subject is Subject.STEP}
    far: dict[str, frozenset[str]] = {}
    near: dict[str, frozenset[str]] = {}
    for own in feeding_order(back):
        far[own] = frozenset(each for b in back[own] for each in ({b} & steps) | far[b])
        near[own] = frozenset(each for b in back[own] for each in ({b} if b in steps else near[b]))
    return StepOrder(
        before={own: far[own] for own in steps},
        right_before={own: tuple(sorted(near[own])) for own in steps},
    )


def changed_precedence(
    old: ModelOutline, new: ModelOutline, same: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Old id -> the ids of the steps right before it, then and now, of the steps that changed their place.

    Two steps changed places where one came before the other and now comes after it. Of the many ways to say
    so the shortest is told: first the step that changed places with the most others.
    """
    names = {own: "\0".join(sorted((own, other))) for own, other in same.items()}
    names_now = {other: names[own] for own, other in same.items()}
    then = step_order(old, lambda own: names.get(own, own))
    now = step_order(new, lambda own: names_now.get(own, own))
    swapped: dict[str, set[str]] = {}
    for own, earlier in then.before.items():
        for other in earlier:
            if _is_before(same.get(own), same.get(other), now):
                swapped.setdefault(own, set()).add(other)
                swapped.setdefault(other, set()).add(own)
    moved: dict[str, tuple[str, str]] = {}
    while any(swapped.values()):
        own = min(swapped, key=lambda each: (-len(swapped[each]), names[each]))
        for other in swapped.pop(own):
            swapped[other].discard(own)
        moved[own] = (" ".join(then.right_before[own]), " ".join(now.right_before[same[own]]))
    return moved


def _is_before(one: str | None, other: str | None, order: StepOrder) -> bool:
    return one is not None and other is not None and one in order.before.get(other, ())


def without_loops(onward: Mapping[str, list[str]], key: Callable[[str], str] = str) -> dict[str, list[str]]:
    """What leads to each node, without the flows that lead back to where a case came from."""
    back: dict[str, list[str]] = {}
    fed = {each for targets in onward.values() for each in targets}
    state: dict[str, bool] = {}
    """True while a case is on its way from there."""
    for first in [*(own for own in onward if own not in fed), *onward]:
        if first in state:
            continue
        state[first] = True
        way: list[tuple[str, Iterable[str]]] = [(first, iter(sorted(onward[first], key=key)))]
        while way:
            own, rest = way[-1]
            following = next(iter(rest), None)
            if following is None:
                state[own] = False
                way.pop()
            elif not state.get(following, False):
                back.setdefault(following, []).append(own)
                if following not in state:
                    state[following] = True
                    way.append((following, iter(sorted(onward[following], key=key))))
    return back


def feeding_order(back: Mapping[str, list[str]]) -> list[str]:
    """Nodes after all that lead to them."""
    done: dict[str, None] = {}
    for first in back:
        way = [first]
        while way:
            own = way[-1]
            waiting = [each for each in back[own] if each not in done]
            if waiting and own not in done:
                way.extend(waiting)
            else:
                done.setdefault(own)
                way.pop()
    return list(done)
