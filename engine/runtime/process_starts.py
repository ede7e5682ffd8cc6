"""The start events of a process: which there may be, and what sets a case off."""

from __future__ import annotations

from typing import Final

from engine.domain.definition import ActivityKind as Kind
from engine.domain.definition import StartTrigger
from engine.domain.messages import EventKind
from engine.runtime.drawing import STARTS, Level, Node
from engine.runtime.findings import Findings

_KINDS: Final = {
    Kind.MESSAGE_START_EVENT: EventKind.MESSAGE,
    Kind.SIGNAL_START_EVENT: EventKind.SIGNAL,
}


def started_by(process: Level) -> tuple[StartTrigger, ...]:
    """The messages and signals on which a case of the process starts, in order of the file."""
    return tuple(
        StartTrigger(
            element_id=node.id,
            kind=_KINDS[node.kind],
            name=node.trigger.name or "",
            parameters=_parameters(node),
        )
        for node in process.nodes.values()
        if node.kind in _KINDS and node.trigger is not None
    )


def check_several_starts(level: Level, findings: Findings, *, outermost: bool) -> None:
    """A level begins at one event: only a process may offer several, each for a happening of its own."""
    starts = [node for node in level.nodes.values() if node.kind in STARTS]
    happenings = [_happening(node) for node in starts]
    if len(starts) > 1 and (not outermost or len(set(happenings)) < len(starts)):
        findings.error(
            "one-start",
            level.element,
            f"cần đúng một sự kiện bắt đầu, hiện có {len(starts)}; chỉ quy trình chính được có thêm sự kiện"
            " bắt đầu bằng thông điệp hoặc tín hiệu, mỗi cái một tên",
            f"exactly one start event is needed, there are {len(starts)}; only the process itself may have"
            " more, by messages or signals of different names",
        )


def _happening(node: Node) -> tuple[Kind, str]:
    return node.kind, (node.trigger.name or "") if node.trigger is not None else ""


def _parameters(node: Node) -> dict[str, str] | None:
    parameters = None if node.trigger is None else node.trigger.correlation.parameters
    return None if parameters is None else {name: expression.text for name, expression in parameters}
