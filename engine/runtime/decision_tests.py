"""Unary tests of decision tables: what a cell says about its input, as FEEL writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from engine.domain.values import Value
from engine.runtime.expression_nodes import Lookup
from engine.runtime.expression_values import ExpressionError, equal, ordered
from engine.runtime.expressions import Expression, compile_expression

INPUT: Final = "gia_tri_dau_vao_"
"""Stands for `?` in the expressions beneath; no form can write a variable of a decision's inside."""
_COMPARED: Final = re.compile(r"(<=|>=|!=|<|>|=)(?!=)(.*)", re.DOTALL)
_NEGATED: Final = re.compile(r"not\s*\((.*)\)", re.DOTALL)
_OPENING: Final = "[(]"
_CLOSING: Final = "])["

Check: TypeAlias = Callable[[Value, Lookup], bool]
_Part: TypeAlias = tuple[Check, tuple[Value, ...] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnaryTest:
    """The content of one input cell."""

    text: str
    check: Check
    """Whether a value passes, seen with the variables of the case; raises ExpressionError."""
    landmarks: tuple[Value, ...] | None
    """The constants at which the answer may change; None where variables take part."""


def compile_test(text: str) -> UnaryTest:
    """Read a cell; raises ExpressionError with the reason."""
    stripped = text.strip()
    if stripped in {"", "-"}:
        return UnaryTest(text=stripped, check=lambda _value, _look: True, landmarks=())
    parts, wanted = _parts(stripped)
    checks = [check for check, _ in parts]
    known: list[Value] = []
    simple = True
    for _, landmarks in parts:
        simple = simple and landmarks is not None
        known.extend(landmarks or ())

    def check(value: Value, look: Lookup) -> bool:
        return any(part(value, look) for part in checks) is wanted

    return UnaryTest(text=stripped, check=check, landmarks=tuple(known) if simple else None)


def _parts(text: str) -> tuple[list[_Part], bool]:
    """The tests of a cell of which one has to pass, or, behind `not`, none."""
    negated = _NEGATED.fullmatch(text)
    if negated:
        try:
            return [_part(piece) for piece in _pieces(negated.group(1))], False
        except ExpressionError:
            pass  # `not(a) or not(b)`: a condition, not a negated cell
    return [_part(piece) for piece in _pieces(text)], True


def _part(piece: str) -> _Part:
    interval = _interval(piece)
    if interval is not None:
        return interval
    if _mentions_input(piece):
        return _condition(piece)
    compared = _COMPARED.fullmatch(piece)
    sign, text = (compared.group(1), compared.group(2)) if compared else ("=", piece)
    other = compile_expression(text)
    if sign in {"=", "!="}:
        return _equality(other, wanted=sign == "="), _constants(other)
    compare = ordered(sign)
    return lambda value, look: compare(value, other.evaluate(look)), _constants(other)


def _equality(other: Expression, *, wanted: bool) -> Check:
    def check(value: Value, look: Lookup) -> bool:
        meant = other.evaluate(look)
        if isinstance(meant, list) and not isinstance(value, list):
            return any(equal(value, item) for item in meant) is wanted
        return equal(value, meant) is wanted

    return check


def _condition(piece: str) -> _Part:
    condition = compile_expression("".join(INPUT if char == "?" else char for char in _marked(piece)))

    def check(value: Value, look: Lookup) -> bool:
        return condition.holds(lambda name: value if name == INPUT else look(name))

    return check, None


def _interval(piece: str) -> _Part | None:
    if len(piece) < 2 or piece[0] not in _OPENING or piece[-1] not in _CLOSING:  # noqa: PLR2004 - two brackets
        return None
    dots = _dots(piece[1:-1])
    if dots is None:
        return None
    low = compile_expression(piece[1 : dots + 1])
    high = compile_expression(piece[dots + 3 : -1])
    above = ordered(">=" if piece[0] == "[" else ">")
    below = ordered("<=" if piece[-1] == "]" else "<")

    def check(value: Value, look: Lookup) -> bool:
        return above(value, low.evaluate(look)) and below(value, high.evaluate(look))

    first, last = _constants(low), _constants(high)
    return check, None if first is None or last is None else (*first, *last)


def _constants(expression: Expression) -> tuple[Value, ...] | None:
    if expression.names:
        return None
    value = expression.evaluate(lambda _name: None)
    return tuple(value) if isinstance(value, list) else (value,)


# Taking the text apart


def _pieces(text: str) -> Iterator[str]:
    """The tests parted by commas; those within brackets, intervals and quotation marks stay together."""
    start = depth = 0
    for place, char in _bare(text):
        at_start = not text[start:place].strip()
        if at_start and char == "]":
            depth += 1  # `]a..b]`: an interval that leaves its lower end out
        elif char in "([{":
            depth += -1 if char == "[" and depth == 1 and _open_interval(text[start:place]) else 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth == 0:
            yield _piece(text[start:place])
            start = place + 1
    yield _piece(text[start:])


def _piece(text: str) -> str:
    if not text.strip():
        raise ExpressionError(vi="thiếu giá trị giữa các dấu phẩy", en="a value between commas is missing")
    return text.strip()


def _open_interval(text: str) -> bool:
    """Whether an interval has begun whose upper end is being read."""
    stripped = text.strip()
    if not stripped or stripped[0] not in _OPENING:
        return False
    dots = _dots(stripped[1:])
    return dots is not None and bool(stripped[dots + 3 :].strip())


def _dots(text: str) -> int | None:
    """Where `..` stands outside brackets and quotation marks."""
    depth = 0
    for place, char in _bare(text):
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth == 0:
            return None
        elif depth == 0 and text.startswith("..", place):
            return place
    return None


def _mentions_input(piece: str) -> bool:
    return any(char == "?" for _, char in _bare(piece))


def _marked(piece: str) -> Iterator[str]:
    """The characters; a question mark within quotation marks is kept apart from the input."""
    bare = {place for place, _ in _bare(piece)}
    for place, char in enumerate(piece):
        yield char if char != "?" or place in bare else "\\?"


def _bare(text: str) -> Iterator[tuple[int, str]]:
    """The characters outside quotation marks with their places."""
    quote = ""
    skipped = False
    for place, char in enumerate(text):
        if skipped:
            skipped = False
        elif quote:
            skipped = char == "\\"
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        else:
            yield place, char
