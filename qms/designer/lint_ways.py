"""Rules about the ways through a procedure: each leads to an end that is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from engine.domain.definition import Severity
from engine.domain.model_outline import ModelOutline, Part, Subject
from qms.designer.linting import Found, Linted, LintRule

_NODES: Final = frozenset({Subject.STEP, Subject.EVENT, Subject.GATEWAY})


def _path_ends(linted: Linted) -> Iterator[Found]:
    onward = _left(linted.outline)
    for part in linted.outline.parts:
        drawn = part.subject in _NODES and part.id in linted.definition.activities
        if drawn and part.id not in onward and not _ends(part):
            yield Found(
                element=part.id,
                vi="không có đường đi tiếp; hãy nối đến bước sau hoặc đến một sự kiện kết thúc",
                en="nothing leaves it; lead it to the step that follows or to an end event",
            )


def _left(outline: ModelOutline) -> frozenset[str]:
    """What a flow leaves."""
    return frozenset(
        part.facts.get("sourceRef", "") for part in outline.parts if part.subject is Subject.FLOW
    )


def _ends(part: Part) -> bool:
    """What nothing has to leave: ends, throwing links, and sub-processes that an event opens."""
    link = part.kind == "intermediateThrowEvent" and "link" in part.facts.get("event", "")
    return part.kind == "endEvent" or link or part.facts.get("triggeredByEvent") == "true"


RULES: Final = (
    LintRule(
        code="path-ends-here",
        severity=Severity.ERROR,
        vi="Mỗi nhánh dẫn đến một sự kiện kết thúc.",
        en="Every branch leads to an end event.",
        check=_path_ends,
    ),
)
