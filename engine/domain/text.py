"""Vietnamese text: one normal form, and a folded form in which search ignores marks."""

from __future__ import annotations

import unicodedata


def normal(text: str) -> str:
    """The text in NFC with outer blanks removed."""
    return unicodedata.normalize("NFC", text).strip()


def fold(text: str) -> str:
    """The text for searching: lower case, no tone or vowel marks, đ as d, single blanks.

    `đ` has no decomposition, so it is mapped by hand; old and new tone placement ("hoà", "hòa") fold alike.
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.split())


def name_sort_key(full_name: str) -> str:
    """Staff lists sort by given name, then by the family and middle names before it."""
    words = fold(full_name).split()
    return " ".join(words[-1:] + words[:-1])
