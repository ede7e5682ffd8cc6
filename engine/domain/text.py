"""Vietnamese text: one normal form, and a folded form in which search ignores marks."""

from __future__ import annotations

import unicodedata
from typing import Final

CONTROLS: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories of what breaks a line, controls a terminal, or is no text at all (lone surrogates)."""
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""Huyền, sắc, ngã, hỏi, nặng as combining characters."""
_LATER_LETTERS: Final = {
    "ă": "az",
    "â": "azz",
    "đ": "dz",
    "ê": "ez",
    "ô": "oz",
    "ơ": "ozz",
    "ư": "uz",
}
"""A letter that follows its base letter in the alphabet; no Vietnamese word has a z."""


def normal(text: str) -> str:
    """The text in NFC with outer blanks removed."""
    return unicodedata.normalize("NFC", text).strip()


def one_line(text: str) -> str:
    """The text in NFC with single blanks, without line breaks and control characters."""
    shown = (letter if unicodedata.category(letter) not in CONTROLS else " " for letter in normal(text))
    return " ".join("".join(shown).split())


def storable(text: str) -> str:
    """The text without what no text column takes: zeros and halves of characters."""
    return text.replace("\0", "").encode(errors="replace").decode()


def fold(text: str) -> str:
    """The text for searching: lower case, no tone or vowel marks, đ as d, single blanks.

    `đ` has no decomposition, so it is mapped by hand; old and new tone placement ("hoà", "hòa") fold alike.
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.split())


def name_sort_key(full_name: str) -> str:
    """Staff lists sort by given name, then by the family and middle names before it.

    Letters stand in the order of the Vietnamese alphabet (a ă â … d đ e ê …), tones do not count. The key is
    made of plain letters, so that every collation of a database gives the same order.
    """
    words = fold("".join(_LATER_LETTERS.get(letter, letter) for letter in _without_tones(full_name))).split()
    return " ".join(words[-1:] + words[:-1])


def _without_tones(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", "".join(letter for letter in decomposed if letter not in _TONES))
