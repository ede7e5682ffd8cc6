"""The steps of a drawing by name, also of one that cannot run: what people choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.layout import drawing_order
from engine.runtime.xml_intake import BPMN, read_untrusted

_STEPS: Final = ("Task", "task", "Gateway", "Event", "callActivity", "subProcess", "transaction")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedStep:
    """A step, a gateway or an event that bears a name."""

    id: str
    name: str


def named_steps(content: bytes) -> tuple[NamedStep, ...]:
    """In the order in which the drawing is read; nothing where it cannot be read."""
    root = read_untrusted(content, Findings())
    if root is None:
        return ()
    found = {
        each.get("id") or "": " ".join((each.get("name") or "").split())
        for each in root.iter(f"{{{BPMN}}}*")
        if etree.QName(each).localname.endswith(_STEPS)
    }
    return tuple(
        NamedStep(id=each, name=found[each])
        for each in drawing_order(root, tuple(found))
        if each and found[each]
    )
