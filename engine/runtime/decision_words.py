"""Brings FEEL as tables write it into our expressions: names with blanks, `@"…"`, functions of two words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from engine.runtime.expressions import is_name

_FUNCTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date and time": "datetime",
        "list contains": "contains",
        "lower case": "lower",
        "starts with": "starts_with",
        "upper case": "upper",
    }
)
"""Functions of FEEL that have a counterpart of the same meaning here."""
_CALLS: Final = re.compile(
    r"(?<!\w)(" + "|".join(name.replace(" ", r"\s+") for name in _FUNCTIONS) + r")(?=\s*\()"
)
_NO_NOUGHT: Final = re.compile(r"(?<![\w.)\]])\.(?=[0-9])")
_QUOTED: Final = re.compile(r"""@?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.DOTALL)
_DAY: Final = re.compile(r'@"\d{4}-\d\d-\d\d"')
_MOMENT: Final = re.compile(r'@"\d{4}-\d\d-\d\dT[^"\\]*"')


def plain_name(name: str) -> str:
    """The name as our expressions can write it: `Mức phạt` becomes `Mức_phạt`."""
    plain = re.sub(r"\W+", "_", normalize("NFC", name.strip()))
    return plain if is_name(plain) else f"_{plain}"


class Words:
    """The names of one file that are no names in our expressions."""

    def __init__(self, names: Iterable[str]) -> None:
        odd = {normalize("NFC", name.strip()) for name in names if name.strip() and not is_name(name.strip())}
        self._plain = {" ".join(name.split()): plain_name(name) for name in odd}
        longest_first = sorted(self._plain, key=len, reverse=True)
        pattern = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in longest_first)
        self._names = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if odd else None

    def plain(self, text: str, *, also: Mapping[str, str] | None = None) -> str:
        """The text with all of it in the form of our expressions; `also` replaces further single names."""
        pieces: list[str] = []
        text = normalize("NFC", text)
        at = 0
        for quoted in _QUOTED.finditer(text):
            pieces.append(self._bare(text[at : quoted.start()], also or {}))
            pieces.append(_literal(quoted.group()))
            at = quoted.end()
        pieces.append(self._bare(text[at:], also or {}))
        return "".join(pieces)

    def _bare(self, text: str, also: Mapping[str, str]) -> str:
        text = _CALLS.sub(lambda found: _FUNCTIONS[" ".join(found.group(1).split())], text)
        if self._names is not None:
            text = self._names.sub(lambda found: self._plain[" ".join(found.group().split())], text)
        for name, meant in also.items():
            text = re.sub(rf"(?<![\w.]){re.escape(name)}(?!\w)", meant, text)
        return _NO_NOUGHT.sub("0.", text)


def _literal(quoted: str) -> str:
    if _DAY.fullmatch(quoted):
        return f"date({quoted[1:]})"
    return f"datetime({quoted[1:]})" if _MOMENT.fullmatch(quoted) else quoted


def bare(text: str) -> Iterator[tuple[int, str]]:
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
