"""Cuts the text of an expression into words and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from engine.runtime.expression_values import ExpressionError

_TOKEN: Final = re.compile(
    r"""\s*(?:
      (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<number>[0-9]+(?:\.[0-9]+)?)
    | (?P<name>[^\W\d]\w*)
    | (?P<sign>==|!=|<=|>=|&&|\|\||\.\.|[=<>+\-*/()\[\]{},:.!])
    )""",
    re.VERBOSE | re.DOTALL,
)
_NAME: Final = re.compile(r"[^\W\d]\w*")
_WRAPPED: Final = re.compile(r"[$#]\{(.*)\}", re.DOTALL)
_SAME: Final = {"==": "=", "&&": "and", "||": "or", "!": "not"}
_KEYWORDS: Final = frozenset(
    {"and", "or", "not", "in", "between", "if", "then", "else", "true", "false", "null"},
)


_LITERALS: Final = frozenset({"true", "false", "null"})
"""Read in whatever letters they are written: nobody means a variable by `True`."""


def is_name(text: str) -> bool:
    """Whether `text` may name a variable."""
    return _NAME.fullmatch(text) is not None and text not in _KEYWORDS and text.lower() not in _LITERALS


def unwrapped(text: str) -> str:
    """The text without the signs that some tools put around an expression."""
    text = text.strip()
    wrapped = _WRAPPED.fullmatch(text)
    text = wrapped.group(1).strip() if wrapped else text
    return text[1:].strip() if text.startswith("=") and not text.startswith("==") else text


def tokens(source: str) -> Iterator[tuple[str, str]]:
    """The kind and text of each word, in order; raises ExpressionError."""
    position = 0
    while source[position:].strip():
        match = _TOKEN.match(source, position)
        if match is None:
            rest = source[position:].strip()[:20]
            raise ExpressionError(vi=f"không hiểu “{rest}”", en=f"cannot read “{rest}”")
        position = match.end()
        kind = match.lastgroup or ""
        text = match.group(kind)
        if kind == "name" and text.lower() in _LITERALS:
            text = text.lower()
        if kind == "name" and text in _KEYWORDS:
            yield "sign", text
        else:
            yield kind, _SAME.get(text, text) if kind == "sign" else text
