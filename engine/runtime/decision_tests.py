"""Unary tests of decision tables: what a cell says about its input, as FEEL writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any, Final, TypeAlias

from engine.domain.values import Value
from engine.runtime.decision_words import bare
from engine.runtime.expression_nodes import Lookup
from engine.runtime.expression_values import ExpressionError, equal, ordered
from engine.runtime.expressions import Expression, compile_expression

LONGEST_CELL: Final = 20_000
INPUT: Final = "gia_tri_dau_vao_"
"""Stands for `?` in the expressions beneath; no form can write a variable of a decision's inside."""
_COMPARED: Final = re.compile(r"(<=|>=|!=|<|>|=)(?!=)(.*)", re.DOTALL)
_NEGATED: Final = re.compile(r"not\s*\((.*)\)", re.DOTALL)
_LOGIC: Final = re.compile(r"[<>=]|(?<!\w)(?:and|or|not|in|between)(?!\w)")
_QUICK: Final[Mapping[str, Callable[[Any, Any], bool]]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
_OPENING: Final = "[(]"
_CLOSING: Final = "])["

Check: TypeAlias = Callable[[Value, Lookup], bool | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnaryTest:
    """The content of one input cell, or of a list of allowed values."""

    text: str
    check: Callable[[Value, Lookup], bool]
    """Whether a value passes, seen with the variables of the case; raises ExpressionError."""
    landmarks: tuple[Value, ...] | None
    """The constants at which the answer may change; None where variables take part."""
    listed: tuple[Value, ...] | None
    """The constants themselves, in order, where the cell is a list of nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    check: Check
    landmarks: tuple[Value, ...] | None
    listed: bool = False


def compile_test(text: str) -> UnaryTest:
    """Read a cell; raises ExpressionError with the reason."""
    stripped = text.strip()
    if len(stripped) > LONGEST_CELL:
        raise ExpressionError(vi="quá dài", en="it is too long")
    if stripped in {"", "-"}:
        return UnaryTest(text=stripped, check=lambda _value, _look: True, landmarks=(), listed=None)
    parts, negated = _parts(stripped)
    known: list[Value] = []
    simple, listed = True, not negated
    for part in parts:
        simple = simple and part.landmarks is not None
        listed = listed and part.listed
        known.extend(part.landmarks or ())
    return UnaryTest(
        text=stripped,
        check=_checking([part.check for part in parts], negated=negated),
        landmarks=tuple(known) if simple else None,
        listed=tuple(known) if listed else None,
    )


def _checking(checks: list[Check], *, negated: bool) -> Callable[[Value, Lookup], bool]:
    def check(value: Value, look: Lookup) -> bool:
        unknown = False
        for part in checks:
            answer = part(value, look)
            if answer:
                return not negated
            unknown = unknown or answer is None
        # Three truth values: the negation of what cannot be said cannot be said either.
        return negated and not unknown

    return check


def _parts(text: str) -> tuple[list[_Part], bool]:
    """The tests of a cell of which one has to pass, or, behind `not`, none."""
    negated = _NEGATED.fullmatch(text)
    if negated:
        try:
            return [_part(piece) for piece in _pieces(negated.group(1))], True
        except ExpressionError:
            pass  # `not(a) or not(b)`: a condition, not a negated cell
    return [_part(piece) for piece in _pieces(text)], False


def _part(piece: str) -> _Part:
    interval = _interval(piece)
    if interval is not None:
        return interval
    if _mentions_input(piece):
        return _condition(piece)
    compared = _COMPARED.fullmatch(piece)
    sign, text = (compared.group(1), compared.group(2)) if compared else ("=", piece)
    other = compile_expression(text)
    outside = "".join(char for _, char in bare(text)).strip()
    if _LOGIC.search(outside) and not outside.startswith("if "):
        raise ExpressionError(
            vi="điều kiện về chính giá trị đầu vào phải viết với dấu “?”, ví dụ “? > 3 and ? < 5”",
            en="a condition about the input is written with “?”, for example “? > 3 and ? < 5”",
        )
    landmarks = _constants(other)
    if sign in {"=", "!="}:
        check = _equality(other, wanted=sign == "=")
        return _Part(check=check, landmarks=landmarks, listed=landmarks is not None and sign == "=")
    return _Part(check=_comparison(sign, other), landmarks=landmarks)


def _equality(other: Expression, *, wanted: bool) -> Check:
    meant_by = _once(other)

    def check(value: Value, look: Lookup) -> bool:
        meant = meant_by(look)
        if isinstance(meant, list) and not isinstance(value, list):
            return any(equal(value, item) for item in meant) is wanted
        return equal(value, meant) is wanted

    return check


def _comparison(sign: str, other: Expression) -> Check:
    compare, limit_of = _ordered(sign), _once(other)

    def check(value: Value, look: Lookup) -> bool | None:
        limit = limit_of(look)
        return None if value is None or limit is None else compare(value, limit)

    return check


def _condition(piece: str) -> _Part:
    condition = compile_expression("".join(INPUT if char == "?" else char for char in _marked(piece)))

    def check(value: Value, look: Lookup) -> bool | None:
        answer = condition.evaluate(lambda name: value if name == INPUT else look(name))
        if answer is None or isinstance(answer, bool):
            return answer
        raise ExpressionError(
            vi="điều kiện phải cho kết quả đúng hoặc sai", en="a condition must give true or false"
        )

    return _Part(check=check, landmarks=None)


def _interval(piece: str) -> _Part | None:
    if len(piece) < 2 or piece[0] not in _OPENING or piece[-1] not in _CLOSING:  # noqa: PLR2004 - two brackets
        return None
    dots = _dots(piece[1:-1])
    if dots is None:
        return None
    low = compile_expression(piece[1 : dots + 1])
    high = compile_expression(piece[dots + 3 : -1])
    above = _ordered(">=" if piece[0] == "[" else ">")
    below = _ordered("<=" if piece[-1] == "]" else "<")

    least_of, most_of = _once(low), _once(high)

    def check(value: Value, look: Lookup) -> bool | None:
        least, most = least_of(look), most_of(look)
        if value is None or least is None or most is None:
            return None
        return above(value, least) and below(value, most)

    first, last = _constants(low), _constants(high)
    return _Part(check=check, landmarks=None if first is None or last is None else (*first, *last))


def _ordered(sign: str) -> Callable[[Value, Value], bool]:
    """The comparison of our expressions, quicker for numbers: large tables are looked through beforehand."""
    compare, quick = ordered(sign), _QUICK[sign]

    def ask(left: Value, right: Value) -> bool:
        return quick(left, right) if _exact(left) and _exact(right) else compare(left, right)

    return ask


def _exact(value: Value) -> bool:
    return type(value) is int or (type(value) is Decimal and value.is_finite())


def _once(expression: Expression) -> Callable[[Lookup], Value]:
    """The value of an expression, reckoned beforehand where it needs no variables."""
    if expression.names:
        return expression.evaluate
    value = expression.evaluate(lambda _name: None)
    return lambda _look: value


def _constants(expression: Expression) -> tuple[Value, ...] | None:
    if expression.names:
        return None
    value = expression.evaluate(lambda _name: None)
    return tuple(value) if isinstance(value, list) else (value,)


# Taking the text apart


def _pieces(text: str) -> Iterator[str]:
    """The tests parted by commas; those within brackets, intervals and quotation marks stay together."""
    start = depth = 0
    for place, char in bare(text):
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
    for place, char in bare(text):
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
    return any(char == "?" for _, char in bare(piece))


def _marked(piece: str) -> Iterator[str]:
    """The characters; a question mark within quotation marks is kept apart from the input."""
    outside = {place for place, _ in bare(piece)}
    for place, char in enumerate(piece):
        yield char if char != "?" or place in outside else "\\?"
