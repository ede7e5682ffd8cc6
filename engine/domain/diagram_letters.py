"""How wide words are and where their lines end, in a type with the widths of Times."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WIDTHS: Final[dict[str, int]] = {
    letter: width
    for letters, width in (
        ("bdghknopquvxy0123456789$_", 500),
        ("acez", 444),
        ("fr()[]-I", 333),
        ("ijlt;:/\\", 278),
        (" .,|", 250),
        ("s", 389),
        ("w", 722),
        ("m", 778),
        ("ADGHKNOQUVXY", 722),
        ("BCR", 667),
        ("ELTZ", 611),
        ("FPS", 556),
        ("J", 389),
        ("M", 889),
        ("W", 944),
        ("?", 444),
        ("%", 833),
        ("'‘’", 250),
        ("“”", 444),
        ("–", 500),
        ("+=<>×→", 564),
    )
    for letter in letters
}
"""Thousandths of the size."""
_HORNED: Final = 60
_UNKNOWN: Final = 620


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A type: its family as a page names it, and how much wider than Times it is."""

    family: str
    wider: float = 1.0


PRINTED: Final = Lettering(family="Liberation Serif, Times New Roman, serif")
ON_SCREEN: Final = Lettering(family="Liberation Sans, Arial, Helvetica, sans-serif", wider=1.13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A text broken into lines at a size."""

    lines: tuple[str, ...]
    size: float

    @property
    def spacing(self) -> float:
        """From one line to the next."""
        return self.size * 1.2

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.spacing * len(self.lines)


def width_of(text: str, size: float, lettering: Lettering = PRINTED) -> float:
    """How wide a text is, in the unit of its size."""
    return sum(map(_of_letter, text)) * size * lettering.wider / 1000


def fitted(
    text: str,
    width: float,
    height: float,
    lettering: Lettering = PRINTED,
    *,
    sizes: tuple[float, ...] = (12, 11, 10, 9, 8),
) -> Lines:
    """The text in the largest of the sizes at which it goes in; at the last one it ends with “…”."""
    for size in sizes:
        lines = Lines(lines=wrapped(text, width, size, lettering), size=size)
        if lines.height <= height and all(width_of(one, size, lettering) <= width for one in lines.lines):
            return lines
    size = sizes[-1]
    most = max(1, int(height / (size * 1.2)))
    kept = list(wrapped(text, width, size, lettering))
    if len(kept) > most:
        kept = [*kept[: most - 1], _shortened(kept[most - 1], width, size, lettering)]
    return Lines(lines=tuple(kept), size=size)


def wrapped(text: str, width: float, size: float, lettering: Lettering = PRINTED) -> tuple[str, ...]:
    """The text in lines, broken between words, and within a word that is wider than a whole line."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size, lettering) <= width:
            lines[-1] = joined
        else:
            lines += _pieces(word, width, size, lettering)
    return tuple(lines)


def _pieces(word: str, width: float, size: float, lettering: Lettering) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size, lettering) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _shortened(line: str, width: float, size: float, lettering: Lettering) -> str:
    while line and width_of(f"{line}…", size, lettering) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


@lru_cache(maxsize=2048)
def _of_letter(letter: str) -> int:
    if letter in "đĐ":
        return 500 if letter == "đ" else 722
    parts = unicodedata.normalize("NFD", letter)
    horned = _HORNED if "\u031b" in parts else 0
    return _WIDTHS.get(parts[0], _UNKNOWN) + horned
