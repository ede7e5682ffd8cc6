"""What an element without a name is called in a sentence: by its kind and by what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from lxml import etree

_Side: TypeAlias = tuple[Mapping[str, list[str]], str, str]
_LONGEST: Final = 60
_FEW: Final = 10
_FLOW: Final = "sequenceFlow"
_WORDS: Final = {
    "startEvent": ("sự kiện bắt đầu", "start event"),
    "endEvent": ("sự kiện kết thúc", "end event"),
    "intermediateCatchEvent": ("sự kiện chờ", "waiting event"),
    "intermediateThrowEvent": ("sự kiện phát", "sending event"),
    "boundaryEvent": ("sự kiện biên", "event on a border"),
    "exclusiveGateway": ("cổng rẽ nhánh", "gateway"),
    "inclusiveGateway": ("cổng nhiều nhánh", "inclusive gateway"),
    "parallelGateway": ("cổng song song", "parallel gateway"),
    "eventBasedGateway": ("cổng chờ sự kiện", "event gateway"),
    "subProcess": ("quy trình con", "sub-process"),
    "callActivity": ("bước gọi quy trình", "call"),
    "task": ("bước", "step"),
    "userTask": ("bước", "step"),
    "manualTask": ("bước", "step"),
    "serviceTask": ("việc hệ thống", "service task"),
    "sendTask": ("việc gửi", "send task"),
    "receiveTask": ("việc nhận", "receive task"),
    "scriptTask": ("việc tính toán", "script task"),
    "businessRuleTask": ("việc theo quy tắc", "business rule task"),
}
_PARTS: Final = ("EventDefinition", "LoopCharacteristics", "Expression", "Association")
"""How the names of parts end that are not drawn by themselves."""
_MORE_PARTS: Final = frozenset(
    {
        "timeDate",
        "timeDuration",
        "timeCycle",
        "condition",
        "loopCondition",
        "loopCardinality",
        "completionCondition",
        "transformation",
        "assignment",
        "from",
        "to",
        "ioSpecification",
        "extensionElements",
    }
)


def drawn_bearer(element: etree._Element) -> etree._Element:
    """What a person can point at in the drawing: the nearest element with an id that is no mere part.

    The root where nothing has an id.
    """
    nearest: etree._Element | None = element
    while nearest is not None and (nearest.get("id") is None or _is_part(nearest)):
        nearest = nearest.getparent()
    return element if nearest is None else nearest


def _is_part(element: etree._Element) -> bool:
    local, parent = etree.QName(element).localname, element.getparent()
    inside = parent is not None and parent.getparent() is not None
    return inside and (local in _MORE_PARTS or (local.endswith(_PARTS) and local != "association"))


class ElementWords:
    """Names the elements of one tree."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
        self._before: dict[str, list[str]] = {}
        self._behind: dict[str, list[str]] = {}
        for flow in root.iter(f"{{*}}{_FLOW}"):
            source, target = _reference(flow, "sourceRef"), _reference(flow, "targetRef")
            self._before.setdefault(target, []).append(source)
            self._behind.setdefault(source, []).append(target)

    def of(self, element: etree._Element) -> tuple[str, str] | None:
        """In Vietnamese and English, of a flow or of what has no name; None where an id alone is known.

        Flows are told by their ends: half of all gateways have a way called “Không”.
        """
        local, own = etree.QName(element).localname, element.get("id") or ""
        if local == _FLOW:
            source = self._end(_reference(element, "sourceRef"), (self._before, "sau", "after"))
            target = self._end(_reference(element, "targetRef"), (self._behind, "trước", "before"))
            return _flow_words(_name(element), source, target)
        words = _WORDS.get(local)
        if words is None:
            return None
        host = self._by_id.get(_reference(element, "attachedToRef"))
        if host is not None and _name(host):
            return _beside(words, "của", "of", _name(host))
        return (
            self._by_neighbour(words, own, (self._before, "sau", "after"))
            or self._by_neighbour(words, own, (self._behind, "trước", "before"))
            or (f"{words[0]} “{own}”", f"{words[1]} “{own}”")
        )

    def _end(self, own: str, side: _Side) -> tuple[str, str] | None:
        """One end of a flow; what stands on its far side names it where it has no name itself."""
        node = self._by_id.get(own)
        if node is None:
            return None
        if _name(node):
            return f"“{_name(node)}”", f"“{_name(node)}”"
        words = _WORDS.get(etree.QName(node).localname)
        return None if words is None else self._by_neighbour(words, own, side) or words

    def _by_neighbour(self, words: tuple[str, str], own: str, side: _Side) -> tuple[str, str] | None:
        joined, vi, en = side
        names = self._names(joined, own)
        return _beside(words, vi, en, names[0]) if len(names) == 1 else None

    def _names(self, joined: Mapping[str, list[str]], own: str) -> list[str]:
        """Names of what flows join it with on one side; of few, as others tell nobody where it is."""
        found = (self._by_id.get(end) for end in joined.get(own, ())[:_FEW])
        return [name for node in found if node is not None and (name := _name(node))]


def _beside(words: tuple[str, str], vi: str, en: str, name: str) -> tuple[str, str]:
    return f"{words[0]} {vi} “{name}”", f"{words[1]} {en} “{name}”"


def _flow_words(
    name: str, source: tuple[str, str] | None, target: tuple[str, str] | None
) -> tuple[str, str] | None:
    if source is None or target is None:
        return None
    if name:
        return f"“{name}” ({source[0]} → {target[0]})", f"“{name}” ({source[1]} → {target[1]})"
    return f"đường nối {source[0]} → {target[0]}", f"flow {source[1]} → {target[1]}"


def _name(element: etree._Element) -> str:
    name = " ".join((element.get("name") or "").split())
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _reference(element: etree._Element, attribute: str) -> str:
    return (element.get(attribute) or "").strip().rpartition(":")[2]
