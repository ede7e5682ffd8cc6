"""Which processes of a file are run: several pools are several processes, one of which is read at a time."""

from __future__ import annotations

from typing import Final

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN

MOST_PROCESSES: Final = 20
ZEEBE: Final = "http://camunda.org/schema/zeebe/1.0"
_STEPS: Final = ("Event", "ask", "Gateway", "Process", "Activity", "transaction")
"""What the names of the elements of a flow end with."""


def startable_processes(root: etree._Element) -> tuple[etree._Element, ...]:
    """The processes that a case may be started of, in order of the file.

    A process that another one of the file calls is part of that one; one without any step is the drawing of
    an outsider. Where nothing else is left, every process counts.
    """
    processes = _processes(root)
    called = {name for process in processes for name in called_by(process)}
    drawn = [process for process in processes if _has_steps(process)]
    outermost = [process for process in drawn if process.get("id") not in called]
    return tuple(outermost or drawn or processes)


def published_processes(root: etree._Element) -> tuple[etree._Element, ...]:
    """The startable processes that a deployment publishes.

    Where the file marks one as executable, those it marks as not executable are the partners' side of the
    drawing; a file that marks none publishes all.
    """
    startable = startable_processes(root)
    if any(process.get("isExecutable") == "true" for process in startable):
        return tuple(process for process in startable if process.get("isExecutable") != "false")
    return startable


def choose_process(root: etree._Element, process_id: str | None, findings: Findings) -> etree._Element | None:
    """The process with that id; without one, the first that is executable, else the first there is."""
    if len(_processes(root)) > MOST_PROCESSES:
        findings.whole_file(
            "too-many-processes",
            f"tệp có quá {MOST_PROCESSES} quy trình; hãy tách thành nhiều tệp",
            f"the file has more than {MOST_PROCESSES} processes; split it into several files",
        )
        return None
    if process_id is not None:
        return _with_id(root, process_id, findings)
    startable = startable_processes(root)
    if not startable:
        findings.error(
            "no-process",
            root,
            "tệp không có quy trình (process) nào; hãy vẽ một quy trình",
            "the file holds no process; draw one",
        )
        return None
    return next((each for each in startable if each.get("isExecutable") == "true"), startable[0])


def keep_process(root: etree._Element, chosen: etree._Element) -> None:
    """Take out of the tree all processes but the chosen one and those it calls."""
    processes = {process.get("id") or "": process for process in _processes(root)}
    kept = [chosen]
    for process in kept:
        kept.extend(
            processes[name]
            for name in called_by(process)
            if name in processes and processes[name] not in kept
        )
    for process in _processes(root):
        if process not in kept:
            root.remove(process)


def called_by(process: etree._Element) -> list[str]:
    """The processes that its call activities name, without the prefix of a namespace."""
    return [called_element(call) for call in process.iter(f"{{{BPMN}}}callActivity")]


def called_element(call: etree._Element) -> str:
    """The process that a call activity names, in its own attribute or as Zeebe writes it."""
    name = (call.get("calledElement") or "").rpartition(":")[2]
    if name:
        return name
    zeebe = call.find(f"{{{BPMN}}}extensionElements/{{{ZEEBE}}}calledElement")
    return "" if zeebe is None else (zeebe.get("processId") or "")


def pool_name(root: etree._Element, process: etree._Element) -> str:
    """The name of the pool that a process stands in."""
    for participant in root.iterfind(f"{{{BPMN}}}collaboration/{{{BPMN}}}participant"):
        if (participant.get("processRef") or "").rpartition(":")[2] == process.get("id"):
            return (participant.get("name") or "").strip()
    return ""


def _with_id(root: etree._Element, process_id: str, findings: Findings) -> etree._Element | None:
    for process in _processes(root):
        if process.get("id") == process_id:
            return process
    findings.whole_file(
        "process-unknown",
        f"tệp không có quy trình (process) mang mã “{process_id}”",
        f"the file has no process with the id “{process_id}”",
    )
    return None


def _processes(root: etree._Element) -> list[etree._Element]:
    return list(root.iterchildren(f"{{{BPMN}}}process"))


def _has_steps(process: etree._Element) -> bool:
    """Whether anything is drawn in it that is more than lanes, data and notes."""
    return any(etree.QName(child).localname.endswith(_STEPS) for child in process)
