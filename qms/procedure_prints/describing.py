"""The chapters that an author writes in words, taken out of the README and put back; all else stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from qms.procedure_prints.readme import Chapter, heading_of

TITLES: Final[Mapping[Chapter, str]] = {
    Chapter.PURPOSE: "Mục đích",
    Chapter.SCOPE: "Phạm vi áp dụng",
    Chapter.REFERENCES: "Tài liệu viện dẫn",
    Chapter.TERMS: "Thuật ngữ và chữ viết tắt",
    Chapter.RECORDS: "Hồ sơ lưu",
    Chapter.DISTRIBUTION: "Nơi nhận",
}
"""The headings under which they are written, in the order of the printed procedure."""
_DEPTH: Final = 2


@dataclass(slots=True)
class _Part:
    """What stands under one heading; the first part has none."""

    chapter: Chapter | None = None
    heading: str = ""
    title: str = ""
    depth: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Without the empty lines around it."""
        return "\n".join(self.lines).strip()


def chapter_texts(content: bytes) -> dict[Chapter, str]:
    """What is written in each chapter, empty where nothing is; of two headings of one chapter both."""
    texts = dict.fromkeys(TITLES, "")
    for part in _parts(content):
        if part.chapter is None:
            continue
        before = texts[part.chapter]
        # The heading of the second stays as one within the chapter.
        texts[part.chapter] = f"{before}\n\n### {part.title}\n\n{part.text}".strip() if before else part.text
    return texts


def with_chapters(content: bytes, texts: Mapping[Chapter, str]) -> bytes:
    """The README with these chapters; one that is empty is left out, one that is new comes at the end."""
    written: list[str] = []
    left = dict(texts)
    for part in _parts(content):
        if part.chapter is None or part.chapter not in texts:
            written += [part.heading, *part.lines] if part.heading else part.lines
        elif part.chapter in left:
            written += _section(part.heading, part.depth, left.pop(part.chapter))
    for chapter, title in TITLES.items():
        if left.get(chapter, "").strip() and written and written[-1].strip():
            written.append("")
        written += _section(f"## {title}", _DEPTH, left.get(chapter, ""))
    text = "\n".join(written).strip()
    return f"{text}\n".encode() if text else b""


def _section(heading: str, depth: int, text: str) -> list[str]:
    if not text.strip():
        return []
    return [heading, "", *_inner(text, depth), ""]


def _inner(text: str, depth: int) -> Iterator[str]:
    """Headings that somebody typed within a chapter do not end it."""
    for line in text.strip().splitlines():
        found = heading_of(line)
        yield line if found is None or found[0] > depth else f"{'#' * (depth + 1)} {found[1]}"


def _parts(content: bytes) -> list[_Part]:
    """Cut as `readme.chapters` cuts: a deeper heading stays within its chapter."""
    parts = [_Part()]
    for line in content.decode(errors="replace").splitlines():
        found = heading_of(line)
        if found is None or (parts[-1].chapter is not None and found[0] > parts[-1].depth):
            parts[-1].lines.append(line)
            continue
        depth, title, chapter = found
        parts.append(_Part(chapter=chapter, heading=line, title=title, depth=depth))
    return parts
