"""Finds parallel joins behind a choice: of two ways that exclude each other both never bring a token."""

from __future__ import annotations

from typing import Final

from engine.domain.definition import ActivityKind as Kind
from engine.runtime.drawing import BOUNDARIES, Level, Node
from engine.runtime.findings import Findings

_EITHER: Final = frozenset({Kind.EXCLUSIVE_GATEWAY, Kind.EVENT_BASED_GATEWAY})


def check_joins(level: Level, findings: Findings) -> None:
    """Warn where two ways into a parallel gateway begin at one choice and meet nothing between."""
    for node in level.nodes.values():
        if node.kind is Kind.PARALLEL_GATEWAY and len(node.incoming) > 1:
            origins = [
                origin
                for flow in node.incoming
                if (origin := _origin(level.nodes[flow.source], level)) is not None
            ]
            twice = next((origin for origin in origins if origins.count(origin) > 1), None)
            if twice is not None:
                name = level.nodes[twice].definition.name or twice
                findings.warning(
                    "join-behind-choice",
                    node.element,
                    f"chờ cả hai nhánh mà “{name}” chỉ cho đi một; hãy nhập nhánh bằng cổng loại trừ",
                    f"it waits for two ways of which “{name}” takes one; merge with an exclusive gateway",
                )


def _origin(node: Node, level: Level) -> str | None:
    """The choice that a path without forks and merges comes from, or the activity that an event cuts off."""
    seen: set[str] = set()
    while node.id not in seen:
        seen.add(node.id)
        if node.kind in BOUNDARIES:
            return node.definition.attached_to if node.interrupting and len(node.outgoing) == 1 else None
        if node.kind in _EITHER and len(node.outgoing) > 1:
            return node.id
        if len(node.incoming) != 1 or len(node.outgoing) != 1:
            return None
        if any(event.interrupting for event in node.boundary):
            return node.id
        node = level.nodes[node.incoming[0].source]
    return None
