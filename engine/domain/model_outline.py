"""The outline of a model: everything that it says, as parts with facts that can be laid side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

_NO_FACTS: Final[Mapping[str, str]] = MappingProxyType({})


class Subject(StrEnum):
    """What a part is for those who read a procedure; the order is that in which changes are told."""

    PROCESS = "process"
    LANE = "lane"
    STEP = "step"
    EVENT = "event"
    GATEWAY = "gateway"
    FLOW = "flow"
    FORM = "form"
    FIELD = "field"
    DECISION = "decision"
    RULE = "rule"
    CALLED = "called"
    SCENARIO = "scenario"
    NOTE = "note"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a model is made of, with what is said of it."""

    id: str
    """The id in the drawing; of what stands in other files, file and key, e.g. “form:phe-duyet/ngay_ky”."""
    subject: Subject
    kind: str
    """As the file calls it: userTask, sequenceFlow, textfield …"""
    name: str = ""
    within: str = ""
    """The id of the part around it."""
    facts: Mapping[str, str] = field(default_factory=lambda: _NO_FACTS)
    """Path -> what is said there. Lists have their key in the path: `operator.parameter[vbqppl]`."""
    references: frozenset[str] = frozenset()
    """The paths among them whose values are ids of parts, with blanks between them."""
    line: int = 1
    """Where in its file it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOutline:
    """All parts of a bundle."""

    parts: tuple[Part, ...]
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a form or a table -> its fields or rules in their order; that of steps the flows give."""
    looks: str = ""
    """Changes with the drawing's boxes, lines and colours, which say nothing."""

    def by_id(self) -> dict[str, Part]:
        """The parts by their ids; of two with one id, the first."""
        found: dict[str, Part] = {}
        for part in self.parts:
            found.setdefault(part.id, part)
        return found
