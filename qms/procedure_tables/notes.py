"""What the description of a step keeps of its row, so that the table comes back as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SEPARATOR: Final = "— Theo bảng quy trình —"
LABEL: Final = "TT"
ACTORS: Final = "Trách nhiệm"
LANE: Final = "Làn"
TIME: Final = "Thời gian"
PAPERS: Final = "Biểu mẫu/Kết quả"
_BREAK: Final = "\n"
_INDENT: Final = "  "
_GOES_ON: Final = _BREAK + _INDENT
_ORDER: Final = (LABEL, ACTORS, LANE, TIME, PAPERS)


def written(work: str, kept: Mapping[str, str]) -> str:
    """The description: the work in full, then what else the row says."""
    lines = [f"{name}: {kept[name].replace(_BREAK, _GOES_ON)}" for name in _ORDER if kept.get(name)]
    body = work.replace(SEPARATOR, "").strip()
    return "\n".join([body, SEPARATOR, *lines]) if lines else body


def read(documentation: str) -> tuple[str, dict[str, str]]:
    """The work, and what was kept of the row; nothing for a description that somebody else wrote."""
    work, separator, tail = documentation.rpartition(SEPARATOR)
    if not separator:
        return documentation.strip(), {}
    kept: dict[str, str] = {}
    waiting = list(_ORDER)
    name = ""
    for line in tail.strip("\n").split("\n"):
        found = next((each for each in waiting if line.startswith(f"{each}: ")), "")
        if line.startswith(_INDENT) and name:
            kept[name] += f"\n{line.removeprefix(_INDENT)}"
        elif found:
            name, waiting = found, waiting[waiting.index(found) + 1 :]
            kept[name] = line[len(found) + 2 :]
    return work.strip(), kept
