"""The graph of a drawing between XML and kernel: nodes, flows and the levels that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from engine.domain.definition import ActivityDefinition, ActivityKind
from engine.runtime.expressions import Expression
from engine.runtime.moments import TimerRule


@dataclass(slots=True, kw_only=True, eq=False)
class Flow:
    """A sequence flow within one level."""

    id: str
    source: str
    target: str
    condition: Expression | None
    element: etree._Element


@dataclass(slots=True, kw_only=True, eq=False)
class LoopRule:
    """The compiled multi-instance marker of an activity."""

    collection: Expression | None
    cardinality: Expression | None
    element_variable: str | None
    output_collection: str | None
    output_element: Expression | None
    sequential: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Node:
    """A flow node; boundary events hang on the node they are attached to."""

    definition: ActivityDefinition
    element: etree._Element
    default: str | None = None
    loop: LoopRule | None = None
    timer: TimerRule | None = None
    message: str | None = None
    interrupting: bool = True
    inner: Level | None = None
    incoming: list[Flow] = field(default_factory=list)
    outgoing: list[Flow] = field(default_factory=list)
    boundary: list[Node] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The element's id."""
        return self.definition.element_id

    @property
    def kind(self) -> ActivityKind:
        """What it is."""
        return self.definition.kind


@dataclass(slots=True, kw_only=True, eq=False)
class Level:
    """A process or an embedded sub-process: its nodes by id in order of the file."""

    id: str
    name: str
    element: etree._Element
    nodes: dict[str, Node] = field(default_factory=dict)
    flows: list[Flow] = field(default_factory=list)

    def walk(self) -> Iterator[Level]:
        """This level and all inside it, outer first."""
        yield self
        for node in self.nodes.values():
            if node.inner is not None:
                yield from node.inner.walk()
