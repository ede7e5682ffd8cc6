"""Which kinds of values an expression can give, and which operations in it can never work.

What is not known stays unknown: a problem is told only where no value of the known kinds would do. Null is
left aside, since every variable may be null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Final

from engine.domain.values import Value
from engine.runtime.expression_functions import Function
from engine.runtime.expression_values import kind_of
from engine.runtime.expressions import read_with

KINDS: Final = frozenset({"bool", "number", "text", "date", "datetime", "list", "record"})


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds a value may be of, null apart; `items` are those of the items of a list."""

    of: frozenset[str] = KINDS
    items: frozenset[str] = KINDS

    def __or__(self, other: Kinds) -> Kinds:
        return Kinds(self.of | other.of, self.items | other.items)


ANYTHING: Final = Kinds()
NOTHING: Final = Kinds(frozenset())
"""Of null: every operation takes it."""
_DECLARED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"decimal": frozenset({"number"}), "file": frozenset({"list", "record", "text"})}
)
_WORDS_VI: Final = {
    "bool": "đúng/sai",
    "number": "số",
    "text": "chữ",
    "date": "ngày",
    "datetime": "thời điểm",
    "list": "danh sách",
    "record": "bản ghi",
}
_DAYS: Final = frozenset({"date", "datetime"})
_ORDERED: Final = frozenset(
    {("number", "number"), ("text", "text"), ("date", "date"), ("datetime", "datetime")}
)
_RECKONINGS: Final[Mapping[str, Mapping[tuple[str, str], str]]] = MappingProxyType(
    {
        "+": {
            ("number", "number"): "number",
            ("text", "text"): "text",
            ("list", "list"): "list",
            ("date", "number"): "date",
            ("number", "date"): "date",
            ("datetime", "number"): "datetime",
            ("number", "datetime"): "datetime",
        },
        "-": {
            ("number", "number"): "number",
            ("date", "number"): "date",
            ("datetime", "number"): "datetime",
            **{(left, right): "number" for left in _DAYS for right in _DAYS},
        },
        "*": {("number", "number"): "number"},
        "/": {("number", "number"): "number"},
    }
)


@dataclass(frozen=True, slots=True)
class _Takes:
    """The kinds that the arguments of a function may be of, the last of them for all that follow."""

    arguments: tuple[frozenset[str], ...]
    gives: frozenset[str]


def _only(*kinds: str) -> frozenset[str]:
    return frozenset(kinds)


_SCALARS: Final = _only("number", "text", "date", "datetime")
_FUNCTIONS: Final[Mapping[str, _Takes]] = MappingProxyType(
    {
        "append": _Takes((_only("list"), KINDS), _only("list")),
        "contains": _Takes((_only("list", "text"), KINDS), _only("bool")),
        "count": _Takes((_only("list"),), _only("number")),
        "date": _Takes((_DAYS | {"text"},), _only("date")),
        "datetime": _Takes((_only("datetime", "text"),), _only("datetime")),
        "days_between": _Takes((_DAYS,), _only("number")),
        "is_empty": _Takes((KINDS,), _only("bool")),
        "is_working_day": _Takes((_DAYS,), _only("bool")),
        "next_working_day": _Takes((_DAYS,), _only("date")),
        "working_days_after": _Takes((_DAYS, _only("number")), _only("date")),
        "working_days_between": _Takes((_DAYS, _DAYS), _only("number")),
        "lower": _Takes((_only("text"),), _only("text")),
        "max": _Takes((_SCALARS | {"list"},), _SCALARS),
        "min": _Takes((_SCALARS | {"list"},), _SCALARS),
        "number": _Takes((_only("number", "text"),), _only("number")),
        "one_of": _Takes((KINDS,), _only("bool")),
        "string": _Takes((_SCALARS | {"bool"},), _only("text")),
        "abs": _Takes((_only("number"),), _only("number")),
        "ceiling": _Takes((_only("number"),), _only("number")),
        "ends_with": _Takes((_only("text"),), _only("bool")),
        "floor": _Takes((_only("number"),), _only("number")),
        "length": _Takes((_only("text"),), _only("number")),
        "modulo": _Takes((_only("number"),), _only("number")),
        "substring": _Takes((_only("text"), _only("number")), _only("text")),
        "starts_with": _Takes((_only("text"),), _only("bool")),
        "sum": _Takes((_only("number", "list"),), _only("number")),
        "text": _Takes((KINDS - {"record"},), _only("text")),
        "upper": _Takes((_only("text"),), _only("text")),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """What is known of an expression before any value is there."""

    kinds: Kinds
    names: frozenset[str]
    """Variables it reads."""
    problems: tuple[tuple[str, str], ...]
    """Operations that can never work, in Vietnamese and English."""


def infer(text: str, known: Callable[[str], Kinds]) -> Inferred:
    """Infer what an expression gives; `known` tells the kinds of a variable. Raises ExpressionError."""
    reader = _Reader(known)
    kinds, names = read_with(text, reader)
    return Inferred(kinds=kinds, names=names, problems=tuple(dict.fromkeys(reader.problems)))


def declared_kinds(declared: str) -> Kinds:
    """The kinds of values that a variable of a declared type holds."""
    return Kinds(_DECLARED.get(declared, frozenset({declared})))


def said(kinds: Iterable[str]) -> tuple[str, str]:
    """Kinds in words, in Vietnamese and English."""
    names = sorted(kinds)
    return " hoặc ".join(_WORDS_VI[name] for name in names), " or ".join(names)


class _Reader:
    """Reads an expression for its types; each method answers to a construct of the language."""

    def __init__(self, known: Callable[[str], Kinds]) -> None:
        self._known = known
        self.problems: list[tuple[str, str]] = []

    def constant(self, value: Value) -> Kinds:
        return NOTHING if value is None else Kinds(frozenset({kind_of(value)}))

    def variable(self, name: str) -> Kinds:
        return self._known(name)

    def call(self, name: str, function: Function, arguments: list[Kinds]) -> Kinds:
        del function
        takes = _FUNCTIONS.get(name)
        if takes is None:
            return ANYTHING
        for place, argument in enumerate(arguments):
            allowed = takes.arguments[min(place, len(takes.arguments) - 1)]
            self._need(argument, allowed, f"{name}()")
        if name in {"min", "max"} and not any("list" in argument.of for argument in arguments):
            return Kinds(takes.gives & frozenset().union(*(argument.of for argument in arguments)))
        return Kinds(takes.gives)

    def choice(self, condition: Kinds, then: Kinds, otherwise: Kinds) -> Kinds:
        self._need(condition, _only("bool"), "if")
        return then | otherwise

    def negative(self, node: Kinds) -> Kinds:
        self._need(node, _only("number"), "-")
        return Kinds(_only("number"))

    def reckoning(self, sign: str, left: Kinds, right: Kinds) -> Kinds:
        if not left.of or not right.of:
            return NOTHING  # null with anything is null
        table = _RECKONINGS[sign]
        found = frozenset(table[pair] for pair in product(left.of, right.of) if pair in table)
        if not found:
            self._mismatch(sign, left, right)
            return ANYTHING
        return Kinds(found, left.items | right.items)

    def comparing(self, sign: str, left: Kinds, right: Kinds) -> Kinds:
        if sign in {"=", "!="}:
            if left.of and right.of and not left.of & right.of:
                self._mismatch(sign, left, right)
        else:
            self._ordered(sign, left, right)
        return Kinds(_only("bool"))

    def junction(self, parts: list[Kinds], word: str, *, decisive: bool) -> Kinds:
        del decisive
        for part in parts:
            self._need(part, _only("bool"), word)
        return Kinds(_only("bool"))

    def negation(self, node: Kinds) -> Kinds:
        self._need(node, _only("bool"), "not")
        return Kinds(_only("bool"))

    def within(self, node: Kinds, low: Kinds, high: Kinds) -> Kinds:
        self._ordered(">=", node, low)
        self._ordered("<=", node, high)
        return Kinds(_only("bool"))

    def member(self, node: Kinds, collection: Kinds) -> Kinds:
        self._need(collection, _only("list"), "in")
        if node.of and collection.items and collection.of == {"list"} and not node.of & collection.items:
            self._mismatch("in", node, Kinds(collection.items))
        return Kinds(_only("bool"))

    def listing(self, nodes: list[Kinds]) -> Kinds:
        return Kinds(_only("list"), frozenset().union(*(node.of for node in nodes)))

    def record(self, entries: list[tuple[str, Kinds]]) -> Kinds:
        del entries
        return Kinds(_only("record"))

    def member_of(self, node: Kinds, key: str) -> Kinds:
        self._need(node, _only("record", "list"), f".{key}")
        return ANYTHING

    def item_of(self, node: Kinds, index: Kinds) -> Kinds:
        self._need(node, _only("list", "record"), "[]")
        self._need(index, _only("number", "text"), "[]")
        return ANYTHING if "record" in node.of else Kinds(node.items or KINDS)

    def item_at(self, name: str, source: Kinds) -> Kinds:
        del name
        return Kinds(source.items or KINDS)

    def satisfied(self, word: str, name: str, source: Kinds, condition: Kinds) -> Kinds:
        del name
        self._need(source, _only("list"), word)
        self._need(condition, _only("bool"), word)
        return Kinds(_only("bool"))

    def gathered(self, name: str, source: Kinds, body: Kinds, *, nested: bool) -> Kinds:
        del name
        self._need(source, _only("list"), "for")
        return Kinds(_only("list"), body.items if nested else body.of or KINDS)

    def counted(self, low: Kinds, high: Kinds) -> Kinds:
        self._need(low, _only("number"), "..")
        self._need(high, _only("number"), "..")
        return Kinds(_only("list"), _only("number"))

    def _ordered(self, sign: str, left: Kinds, right: Kinds) -> None:
        if left.of and right.of and not any(pair in _ORDERED for pair in product(left.of, right.of)):
            self._mismatch(sign, left, right)

    def _need(self, kinds: Kinds, allowed: frozenset[str], operation: str) -> None:
        if kinds.of and not kinds.of & allowed:
            vi, en = said(kinds.of)
            needed_vi, needed_en = said(allowed)
            self.problems.append(
                (
                    f"“{operation}” cần {needed_vi}, không dùng được với {vi}",
                    f"“{operation}” needs {needed_en}, it does not work with {en}",
                )
            )

    def _mismatch(self, operation: str, left: Kinds, right: Kinds) -> None:
        (left_vi, left_en), (right_vi, right_en) = said(left.of), said(right.of)
        self.problems.append(
            (
                f"phép “{operation}” không dùng được giữa {left_vi} và {right_vi}",
                f"“{operation}” does not work between {left_en} and {right_en}",
            )
        )
