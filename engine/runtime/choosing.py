"""Chooses one of several processes of a file; the others are left out of the reading."""

from __future__ import annotations

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN


def keep_process(root: etree._Element, process_id: str, findings: Findings) -> bool:
    """Take out of the tree all processes but the chosen one and those it calls; False when there is none."""
    processes = {process.get("id") or "": process for process in root.iterchildren(f"{{{BPMN}}}process")}
    if process_id not in processes:
        findings.whole_file(
            "process-unknown",
            f"tệp không có quy trình (process) mang mã “{process_id}”",
            f"the file has no process with the id “{process_id}”",
        )
        return False
    kept: set[str] = set()
    waiting = [process_id]
    while waiting:
        name = waiting.pop()
        if name in processes and name not in kept:
            kept.add(name)
            waiting.extend(_called(processes[name]))
    for name, process in processes.items():
        if name not in kept:
            root.remove(process)
    return True


def _called(process: etree._Element) -> list[str]:
    """The processes that its call activities name, without the prefix of a namespace."""
    return [
        (call.get("calledElement") or "").rpartition(":")[2]
        for call in process.iter(f"{{{BPMN}}}callActivity")
    ]
