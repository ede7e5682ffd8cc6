"""The scope of a publication: which procedures it names, and how it differs from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.domain.forms import Message
from engine.domain.text import fold
from qms.documents.catalogue import CatalogueEntry

LONGEST_PROPOSAL: Final = 19_000
"""Beyond it a proposal names codes alone: a form's text holds 20,000 letters."""
_MOST_NAMED: Final = 10
_CODE: Final = re.compile(r"[^\s;,|]+")


class Change(StrEnum):
    """What a publication does to a procedure, against the publication before."""

    KEPT = "giu_nguyen"
    ADDED = "them"
    REMOVED = "bo"
    NEW_VERSION = "doi_phien_ban"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeLine:
    """A procedure in the scope of a publication, with the version that held."""

    code: str
    name: str
    field: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeDifference:
    """How one scope differs from the one before; `changed` gives the old line and the new one."""

    added: tuple[ScopeLine, ...]
    removed: tuple[ScopeLine, ...]
    changed: tuple[tuple[ScopeLine, ScopeLine], ...]
    kept: tuple[ScopeLine, ...]

    @property
    def none(self) -> bool:
        """Whether the two are the same."""
        return not (self.added or self.removed or self.changed)


def difference(before: Iterable[ScopeLine], now: Iterable[ScopeLine]) -> ScopeDifference:
    """What was added, removed and published in another version, by code."""
    old, new = {line.code: line for line in before}, {line.code: line for line in now}
    both = [code for code in sorted(new) if code in old]
    return ScopeDifference(
        added=tuple(new[code] for code in sorted(new) if code not in old),
        removed=tuple(old[code] for code in sorted(old) if code not in new),
        changed=tuple((old[code], new[code]) for code in both if old[code].version != new[code].version),
        kept=tuple(new[code] for code in both if old[code].version == new[code].version),
    )


def line_of(entry: CatalogueEntry) -> ScopeLine:
    """A procedure of the catalogue as a publication would name it today."""
    return ScopeLine(code=entry.code, name=entry.name, field=entry.field, version=entry.version)


def proposed(catalogue: Sequence[CatalogueEntry], last: Iterable[str]) -> tuple[CatalogueEntry, ...]:
    """Every administrative procedure, and of the internal ones those that the last publication named."""
    named = {key(code) for code in last}
    return tuple(one for one in catalogue if not one.internal or key(one.code) in named)


def as_text(entries: Iterable[CatalogueEntry]) -> str:
    """A scope as it is typed: a code on each line, with the name where there is room."""
    chosen = list(entries)
    named = "\n".join(f"{one.code} – {one.name}" for one in chosen)
    return named if len(named) <= LONGEST_PROPOSAL else "\n".join(one.code for one in chosen)


def codes_in(text: str) -> tuple[str, ...]:
    """The codes that a typed scope names, the first word of each line."""
    found = (_CODE.search(line) for line in text.splitlines())
    return tuple(one.group() for one in found if one)


def key(code: str) -> str:
    """A code without marks and case, so that spellings of one code meet."""
    return fold(code)


def chosen(text: str, catalogue: Sequence[CatalogueEntry]) -> tuple[CatalogueEntry, ...]:
    """The procedures that a typed scope names, by code; what is unknown is left out."""
    wanted = {key(code) for code in codes_in(text)}
    return tuple(one for one in catalogue if key(one.code) in wanted)


def scope_problems(text: str, catalogue: Sequence[CatalogueEntry]) -> tuple[Message, ...]:
    """Why a typed scope cannot be published (19/2014/QĐ-TTg, Article 3: every administrative procedure)."""
    named = codes_in(text)
    known: Mapping[str, CatalogueEntry] = {key(one.code): one for one in catalogue}
    unknown = [code for code in named if key(code) not in known]
    twice = sorted({code for code in named if [key(each) for each in named].count(key(code)) > 1})
    asked = {key(code) for code in named}
    missing = [one.code for one in catalogue if not one.internal and key(one.code) not in asked]
    unapproved = [one.code for one in catalogue if key(one.code) in asked and not one.version]
    found: list[Message] = []
    if unknown:
        listed = _listed(unknown)
        found.append(
            (
                f"Không có trong sổ thủ tục, hoặc đã hết hiệu lực: {listed}. Kiểm tra lại mã.",
                f"Not in the register of procedures, or no longer in force: {listed}. Check the code.",
            )
        )
    if twice:
        found.append((f"Ghi hai lần: {_listed(twice)}.", f"Written twice: {_listed(twice)}."))
    if missing:
        listed = _listed(missing)
        found.append(
            (
                f"Thiếu thủ tục hành chính còn hiệu lực: {listed} (Quyết định 19/2014/QĐ-TTg, Điều 3).",
                f"The scope lacks administrative procedures in force: {listed} (19/2014/QĐ-TTg, Article 3).",
            )
        )
    if unapproved:
        listed = _listed(unapproved)
        found.append(
            (
                f"Chưa có phiên bản quy trình được duyệt: {listed}.",
                f"No approved version of the procedure: {listed}.",
            )
        )
    return tuple(found)


def told(found: ScopeDifference) -> str:
    """The difference in Vietnamese, for a form and a letter."""
    if found.none:
        return "Không có chênh lệch so với lần công bố trước."
    parts = [
        *_part("Thêm", [f"{line.code} – {line.name}" for line in found.added]),
        *_part("Bỏ", [f"{line.code} – {line.name}" for line in found.removed]),
        *_part(
            "Đổi phiên bản",
            [f"{new.code} – {new.name}: {old.version} → {new.version}" for old, new in found.changed],
        ),
    ]
    return "\n".join(parts)


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    return [f"{heading} ({len(lines)}):", *(f"- {line}" for line in lines)] if lines else []


def _listed(codes: Sequence[str]) -> str:
    rest = len(codes) - _MOST_NAMED
    return ", ".join(codes[:_MOST_NAMED]) + (f" … (+{rest})" if rest > 0 else "")
