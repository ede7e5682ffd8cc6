"""Running through a list within an expression: `some`, `every` and `for`, with a bound on all the rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final, TypeAlias

from engine.domain.values import Value
from engine.runtime.expression_values import ExpressionError, as_number, mismatch, short_list, truth

MOST_ROUNDS: Final = 1_000
"""Of one expression: of a run through a list, with those inside it."""

_Lookup: TypeAlias = Callable[[str], Value]
_Node: TypeAlias = Callable[[_Lookup], Value]


class _Within:
    """A lookup that knows, besides, the item that a run is at; runs inside one another count together."""

    __slots__ = ("item", "name", "outer", "rounds")

    def __init__(self, name: str, outer: _Lookup) -> None:
        self.name = name
        self.outer = outer
        self.item: Value = None
        self.rounds: list[None] = outer.rounds if isinstance(outer, _Within) else []

    def __call__(self, name: str) -> Value:
        return self.item if name == self.name else self.outer(name)

    def at(self, item: Value) -> _Within:
        self.rounds.append(None)
        if len(self.rounds) > MOST_ROUNDS:
            raise ExpressionError(
                vi=f"chạy qua hơn {MOST_ROUNDS} mục", en=f"it runs through more than {MOST_ROUNDS} items"
            )
        self.item = item
        return self


def satisfied(word: str, name: str, source: _Node, condition: _Node) -> _Node:
    """Whether the condition holds for some or for every item; null where that is not known."""
    decisive = word == "some"

    def decide(look: _Lookup) -> Value:
        items = _items(source(look), word)
        unknown, inside = items is None, _Within(name, look)
        for item in items or ():
            value = truth(condition(inside.at(item)), word)
            if value is decisive:
                return decisive
            unknown = unknown or value is None
        return None if unknown else not decisive

    return decide


def gathered(name: str, source: _Node, body: _Node, *, nested: bool) -> _Node:
    """What the body gives for each item; `nested` bodies are runs of their own whose lists are joined."""

    def gather(look: _Lookup) -> Value:
        items = _items(source(look), "for")
        if items is None:
            return None
        inside, found = _Within(name, look), list[Value]()
        for item in items:
            value = body(inside.at(item))
            if nested and isinstance(value, list):
                found.extend(value)
            else:
                found.append(value)
        return short_list(found)

    return gather


def counted(low: _Node, high: _Node) -> _Node:
    """The whole numbers from one to another, upwards or downwards."""

    def count(look: _Lookup) -> Value:
        first, last = low(look), high(look)
        if first is None or last is None:
            return None
        start, end = Decimal(as_number(first, "..")), Decimal(as_number(last, ".."))
        if start % 1 or end % 1 or abs(end - start) >= MOST_ROUNDS:
            raise ExpressionError(
                vi=f"“..” cần hai số nguyên cách nhau dưới {MOST_ROUNDS}",
                en=f"“..” needs two whole numbers less than {MOST_ROUNDS} apart",
            )
        low_end, high_end = int(start), int(end)
        step = 1 if low_end <= high_end else -1
        return list(range(low_end, high_end + step, step))

    return count


def _items(value: Value, word: str) -> Iterable[Value] | None:
    if value is None or isinstance(value, list):
        return value
    raise mismatch(word, value)
