"""Reads and writes the id and the name of the process that a drawing is of, and leaves all else as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from engine.runtime.choosing import choose_process, pool_name
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN, read_untrusted

_DRAWN: Final = "http://www.omg.org/spec/BPMN/20100524/DI"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessName:
    """The id and the name of a process; empty where the drawing has none."""

    key: str
    name: str


def process_name(content: bytes) -> ProcessName:
    """Of the process that a case would be started of."""
    root = read_untrusted(content, Findings())
    process = None if root is None else choose_process(root, None, Findings())
    if root is None or process is None:
        return ProcessName(key="", name="")
    return ProcessName(
        key=process.get("id") or "", name=(process.get("name") or "").strip() or pool_name(root, process)
    )


def name_process(content: bytes, wanted: ProcessName) -> bytes:
    """The drawing with that id and name at its process; as it was where nothing differs or nothing is read.

    Comments and all that other tools keep in the file stay.
    """
    if process_name(content) == wanted or read_untrusted(content, Findings()) is None:
        return content
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    root = etree.fromstring(content, parser)
    process = choose_process(root, None, Findings())
    if process is None:
        return content
    old = process.get("id")
    _name_pool(root, process, wanted.name)
    process.set("name", wanted.name)
    if old != wanted.key:
        process.set("id", wanted.key)
        _refer(root, old, wanted.key)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _name_pool(root: etree._Element, process: etree._Element, name: str) -> None:
    """The pool that bears the name of its process bears the new one; a name of its own stays."""
    for pool in root.iter(f"{{{BPMN}}}participant"):
        own = (pool.get("processRef") or "").rpartition(":")[2] == process.get("id")
        if own and pool.get("name") and pool.get("name") == (process.get("name") or pool.get("name")):
            pool.set("name", name)


def _refer(root: etree._Element, old: str | None, key: str) -> None:
    """What names the process names it by the new id: its pool and its plane in the picture."""
    for pool in root.iter(f"{{{BPMN}}}participant"):
        prefix, colon, name = (pool.get("processRef") or "").rpartition(":")
        if name == old:
            pool.set("processRef", f"{prefix}{colon}{key}")
    for plane in root.iter(f"{{{_DRAWN}}}BPMNPlane"):
        prefix, colon, name = (plane.get("bpmnElement") or "").rpartition(":")
        if name == old:
            plane.set("bpmnElement", f"{prefix}{colon}{key}")
