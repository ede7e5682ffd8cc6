"""The meaning of each construct of the expression language, as closures over a lookup of variables."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final, TypeAlias

from engine.domain.values import Value
from engine.runtime import expression_values as op
from engine.runtime.expression_functions import Function
from engine.runtime.expression_rounds import counted, gathered, satisfied

__all__ = [
    "call",
    "choice",
    "comparing",
    "constant",
    "counted",
    "gathered",
    "item_at",
    "item_of",
    "junction",
    "listing",
    "literal_number",
    "literal_text",
    "member",
    "member_of",
    "negation",
    "negative",
    "reckoning",
    "record",
    "satisfied",
    "variable",
    "within",
]

Lookup: TypeAlias = Callable[[str], Value]
Node: TypeAlias = Callable[[Lookup], Value]

_ESCAPES: Final = {"n": "\n", "t": "\t"}
_RECKONINGS: Final = {"+": op.add, "-": op.subtract, "*": op.multiply, "/": op.divide}


def literal_text(token: str) -> str:
    return re.sub(
        r"\\(.)", lambda found: _ESCAPES.get(found.group(1), found.group(1)), token[1:-1], flags=re.DOTALL
    )


def literal_number(token: str) -> Value:
    return op.as_number(Decimal(token) if "." in token else int(token[:40]), token)


def constant(value: Value) -> Node:
    return lambda _look: value


def variable(name: str) -> Node:
    return lambda look: look(name)


def call(name: str, function: Function, arguments: list[Node]) -> Node:
    del name
    work = function.call
    if function.by_calendar:
        return lambda look: work(look, [argument(look) for argument in arguments])
    return lambda look: work(*[argument(look) for argument in arguments])


def choice(condition: Node, then: Node, otherwise: Node) -> Node:
    return lambda look: (then if op.truth(condition(look), "if") else otherwise)(look)


def negative(node: Node) -> Node:
    return lambda look: op.negate(node(look))


def reckoning(sign: str, left: Node, right: Node) -> Node:
    return _both(_RECKONINGS[sign], left, right)


def comparing(sign: str, left: Node, right: Node) -> Node:
    if sign == "=":
        return lambda look: op.equal(left(look), right(look))
    if sign == "!=":
        return lambda look: not op.equal(left(look), right(look))
    return _both(op.ordered(sign), left, right)


def junction(parts: list[Node], word: str, *, decisive: bool) -> Node:
    """`and` and `or` with three truth values: one decisive part settles it, else null beats the rest."""

    def decide(look: Lookup) -> Value:
        unknown = False
        for part in parts:
            value = op.truth(part(look), word)
            if value is decisive:
                return decisive
            unknown = unknown or value is None
        return None if unknown else not decisive

    return decide


def negation(node: Node) -> Node:
    def negate(look: Lookup) -> Value:
        value = op.truth(node(look), "not")
        return None if value is None else not value

    return negate


def within(node: Node, low: Node, high: Node) -> Node:
    at_least, at_most = op.ordered(">="), op.ordered("<=")

    def check(look: Lookup) -> Value:
        value = node(look)
        return at_least(value, low(look)) and at_most(value, high(look))

    return check


def member(node: Node, collection: Node) -> Node:
    def check(look: Lookup) -> Value:
        items = collection(look)
        if items is None:
            return False
        if not isinstance(items, list):
            raise op.mismatch("in", items)
        value = node(look)
        return any(op.equal(value, item) for item in items)

    return check


def listing(nodes: list[Node]) -> Node:
    return lambda look: [node(look) for node in nodes]


def record(entries: list[tuple[str, Node]]) -> Node:
    return lambda look: {key: node(look) for key, node in entries}


def member_of(node: Node, key: str) -> Node:
    """The member of a record, or of each record of a list; one that does not exist is null."""

    def part(look: Lookup) -> Value:
        whole = node(look)
        if whole is None:
            return None
        if isinstance(whole, list):
            return [item.get(key) if isinstance(item, dict) else None for item in whole]
        if not isinstance(whole, dict):
            raise op.mismatch(f".{key}", whole)
        return whole.get(key)

    return part


def item_of(node: Node, index: Node) -> Node:
    """The item at a place counted from 1, from -1 backwards; a place that does not exist is null."""

    def item(look: Lookup) -> Value:
        items, place = node(look), index(look)
        if items is None or place is None:
            return None
        if isinstance(items, dict) and isinstance(place, str):
            return items.get(place)
        if not isinstance(items, list):
            raise op.mismatch("[]", items)
        number = op.as_number(place, "[]")
        whole = int(number)
        if number != whole or whole == 0 or abs(whole) > len(items):
            return None
        return items[whole - 1 if whole > 0 else whole]

    return item


def item_at(name: str, source: Node) -> Node:
    """The item that a run through a list is at."""
    del source
    return variable(name)


def _both(operation: Callable[[Value, Value], Value], left: Node, right: Node) -> Node:
    return lambda look: operation(left(look), right(look))
