"""What the README of a bundle says under the headings that a printed procedure has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.domain.text import fold, one_line

MOST_BLOCKS: Final = 400
_LONGEST: Final = 4_000


class Chapter(StrEnum):
    """The parts of a printed procedure that an author writes in words."""

    PURPOSE = "purpose"
    SCOPE = "scope"
    REFERENCES = "references"
    TERMS = "terms"
    RECORDS = "records"
    DISTRIBUTION = "distribution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, an item of a list, or a row of a table."""

    kind: str
    """text, item or row"""
    text: str = ""
    cells: tuple[str, ...] = ()


_HEADINGS: Final[tuple[tuple[Chapter, tuple[str, ...]], ...]] = (
    (Chapter.PURPOSE, ("muc dich",)),
    (Chapter.SCOPE, ("pham vi", "doi tuong")),
    (Chapter.REFERENCES, ("can cu", "tai lieu vien dan", "tai lieu tham chieu")),
    (Chapter.TERMS, ("thuat ngu", "dinh nghia", "giai thich tu ngu", "chu viet tat", "tu viet tat")),
    (Chapter.RECORDS, ("ho so luu", "luu ho so", "luu tru")),
    (Chapter.DISTRIBUTION, ("noi nhan", "phan phoi")),
)
"""How a heading begins, without accents; the first of the words decides."""
_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})\s+(?:[0-9IVX]+[.)]\s*)*(.*?)\s*#*\s*$")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.*)$")
_RULE: Final = re.compile(r"\s*\|?[\s:|-]+\|?\s*$")
_MARKS: Final = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def chapters(content: bytes) -> Mapping[Chapter, tuple[Block, ...]]:
    """The chapters that the text has; of those that are empty none."""
    lines: dict[Chapter, list[str]] = {}
    current: Chapter | None = None
    depth = 0
    for line in content.decode(errors="replace").splitlines():
        found = heading_of(line)
        if found is None:
            if current is not None:
                lines.setdefault(current, []).append(line)
            continue
        level, title, chapter = found
        if current is not None and level > depth:
            lines.setdefault(current, []).extend(["", title, ""])
            continue
        current, depth = chapter, level
    told = {chapter: tuple(_blocks(kept))[:MOST_BLOCKS] for chapter, kept in lines.items()}
    return {chapter: blocks for chapter, blocks in told.items() if blocks}


def heading_of(line: str) -> tuple[int, str, Chapter | None] | None:
    """How deep a heading is, its words without number, the chapter that it begins; None for other lines."""
    heading = _HEADING.match(line)
    return None if heading is None else (len(heading[1]), heading[2], _chapter(heading[2]))


def _chapter(heading: str) -> Chapter | None:
    folded = fold(heading)
    return next((chapter for chapter, words in _HEADINGS if folded.startswith(words)), None)


def _blocks(lines: list[str]) -> Iterator[Block]:
    paragraph: list[str] = []
    kind = "text"
    for line in [*lines, ""]:
        item, row = _ITEM.match(line), line.strip().startswith("|")
        if paragraph and (not line.strip() or item or row):
            yield Block(kind=kind, text=_plain(" ".join(paragraph)))
            paragraph, kind = [], "text"
        if row:
            if not _RULE.fullmatch(line):
                cells = line.strip().strip("|").split("|")
                yield Block(kind="row", cells=tuple(_plain(cell) for cell in cells))
        elif item:
            paragraph, kind = [item[1]], "item"
        elif line.strip():
            paragraph.append(line.strip())


def _plain(text: str) -> str:
    """The words without the signs of Markdown."""
    return one_line(_MARKS.sub("", _LINK.sub(r"\1", text)))[:_LONGEST]
