"""The graph of a drawing between XML and kernel: nodes, flows and the levels that hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from engine.domain.definition import ActivityDefinition, ActivityKind
from engine.runtime.decisions import Decision
from engine.runtime.expressions import Expression
from engine.runtime.triggers import Trigger

STARTS: Final = frozenset(kind for kind in ActivityKind if kind.value.endswith("start_event"))
ENDS: Final = frozenset(kind for kind in ActivityKind if kind.value.endswith("end_event"))
BOUNDARIES: Final = frozenset(kind for kind in ActivityKind if kind.value.endswith("boundary_event"))
CATCHES: Final = frozenset(
    kind
    for kind in ActivityKind
    if kind.value.endswith("catch_event") and kind is not ActivityKind.LINK_CATCH_EVENT
)
UNFED: Final = frozenset({*STARTS, *BOUNDARIES, ActivityKind.EVENT_SUB_PROCESS})
"""What no flow leads into."""


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
    """The compiled loop marker of an activity: multi-instance, or a standard loop."""

    collection: Expression | None = None
    cardinality: Expression | None = None
    element_variable: str | None = None
    output_collection: str | None = None
    output_element: Expression | None = None
    sequential: bool = False
    completion: Expression | None = None
    standard: bool = False
    """Whether it is a standard loop; what follows belongs to that alone."""
    condition: Expression | None = None
    test_before: bool = False
    most: int | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class CallMapping:
    """What passes between a call activity and the process that it runs: variable and expression."""

    inputs: tuple[tuple[str, Expression], ...] = ()
    outputs: tuple[tuple[str, Expression], ...] = ()
    all_in: bool = True
    """Whether the called process sees what the caller sees."""
    all_out: bool = True
    """Whether all that the called process wrote comes back."""


@dataclass(slots=True, kw_only=True, eq=False)
class LocalMapping:
    """What a step is given for itself alone and what leaves it: variable and expression, in order."""

    inputs: tuple[tuple[str, Expression], ...] = ()
    outputs: tuple[tuple[str, Expression], ...] = ()
    all_out: bool = True
    """Whether what it writes, its inputs apart, leaves it at once."""


@dataclass(slots=True, kw_only=True, eq=False)
class Node:
    """A flow node; boundary events hang on the node they are attached to."""

    definition: ActivityDefinition
    element: etree._Element
    default: str | None = None
    loop: LoopRule | None = None
    trigger: Trigger | None = None
    calls: str | None = None
    """The process that a call activity runs: the id of its level."""
    mapping: CallMapping | None = None
    local: LocalMapping | None = None
    decision: Decision | None = None
    """The decision that a business rule task asks."""
    assignments: tuple[tuple[str, Expression], ...] = ()
    """Of a script task: the variables that it computes, in order."""
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
    incomplete: bool = False
    """Whether something is drawn in it that has been refused, so that what hangs on it cannot be judged."""
    called: list[Level] = field(default_factory=list)
    """Of the process that is run: the processes that it calls, of this file and of others."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Of a process: its declared variables, name -> type."""

    def starts(self) -> list[Node]:
        """The nodes that get a token when the level begins."""
        drawn = [node for node in self.nodes.values() if node.kind in STARTS]
        return drawn or [
            node
            for node in self.nodes.values()
            if not node.incoming and node.kind not in UNFED | {ActivityKind.LINK_CATCH_EVENT}
        ]

    def handlers(self) -> list[Node]:
        """The event sub-processes of the level."""
        return [node for node in self.nodes.values() if node.kind is ActivityKind.EVENT_SUB_PROCESS]

    def walk(self) -> Iterator[Level]:
        """This level and all inside it, outer first, and then the processes that are called."""
        yield from self.inside()
        for level in self.called:
            yield from level.inside()

    def inside(self) -> Iterator[Level]:
        """This level and all inside it, outer first."""
        yield self
        for node in self.nodes.values():
            if node.inner is not None:
                yield from node.inner.inside()
