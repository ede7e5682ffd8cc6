"""Reads the correlation key that Zeebe writes on a message as that of its senders and receivers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from engine.runtime.xml_intake import BPMN

_DEFINITION: Final = f"{{{BPMN}}}messageEventDefinition"
_BEARERS: Final = (_DEFINITION, f"{{{BPMN}}}receiveTask", f"{{{BPMN}}}sendTask")


def spread_key(
    root: etree._Element,
    message: etree._Element,
    key: str | None,
    extend: Callable[[etree._Element, str, dict[str, str]], bool],
) -> bool:
    """Let the key of a message hold for all that send or receive it; what starts a case has none."""
    if not key:
        return False
    for bearer in _bearers(root, message.get("id") or ""):
        if not starts_process(bearer):
            extend(bearer, "message", {"key": key})
    return True


def starts_process(element: etree._Element) -> bool:
    """Whether it is a start event of a process, not one of a sub-process."""
    level = element.getparent()
    return element.tag == f"{{{BPMN}}}startEvent" and level is not None and level.tag == f"{{{BPMN}}}process"


def _bearers(root: etree._Element, message_id: str) -> list[etree._Element]:
    found = []
    for element in root.iter(*_BEARERS):
        if (element.get("messageRef") or "").rpartition(":")[2] == message_id:
            bearer = element.getparent() if element.tag == _DEFINITION else element
            if bearer is not None:
                found.append(bearer)
    return found
