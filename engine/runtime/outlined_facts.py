"""What is said of one element of a drawing, as paths with values; nothing that is written is passed over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from engine.runtime.xml_intake import BPMN, GOV

_NOT_SAID: Final = frozenset({"incoming", "outgoing", "laneSet", "childLaneSet", "flowNodeRef"})
"""Said once more by the flows and the lanes."""
_REFERENCES: Final = frozenset({"sourceRef", "targetRef", "attachedToRef", "default", "processRef"})
_KEYS: Final = ("name", "variable", "doc", "target", "key", "code", "ref")
"""Which attribute tells the items of a list apart."""
_DEFAULTS: Final = frozenset(
    {
        ("isExecutable", "true"),
        ("cancelActivity", "true"),
        ("isInterrupting", "true"),
        ("isSequential", "false"),
        ("triggeredByEvent", "false"),
        ("isForCompensation", "false"),
        ("startQuantity", "1"),
        ("completionQuantity", "1"),
        ("parallelMultiple", "false"),
        ("gatewayDirection", "Unspecified"),
        ("gov:personal", "false"),
        ("gov:confidential", "false"),
        ("escalation.owedToDepartment", "false"),
        ("assignment.inPerson", "false"),
    }
)
"""What holds as well where it is not written."""
_SHORT: Final = {
    "conditionExpression": "condition",
    "multiInstanceLoopCharacteristics": "loop",
    "standardLoopCharacteristics": "loop",
}
_EVENT: Final = "EventDefinition"
_SCHEMA: Final = "http://www.w3.org/2001/XMLSchema-instance"
_NO_MATTER: Final = frozenset({"id", "language", "textFormat"})
_NAMED: Final = ("messageRef", "signalRef", "errorRef", "escalationRef")
_SEPARATION: Final = "separation.differentFrom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is said, and which of the paths name other elements."""

    said: dict[str, str]
    references: frozenset[str]


def facts_of(element: etree._Element, *, own: Collection[str]) -> Facts:
    """The facts of an element; `own` are the elements inside that stand for themselves."""
    said: dict[str, str] = {}
    for path, value in _read(element, "", own):
        if (path, value) not in _DEFAULTS:
            # Two of one key are told together: none of them is lost.
            said[path] = f"{said[path]} | {value}" if path in said else value
    for path in [each for each in said if each.startswith("legalBasis[")]:
        said[path] = " | ".join(sorted(said[path].split(" | ")))
    references = {path for path in said if path in _REFERENCES or path == _SEPARATION}
    return Facts(said=said, references=frozenset(references))


def _read(element: etree._Element, path: str, own: Collection[str]) -> Iterator[tuple[str, str]]:
    """What is said on and in an element of BPMN."""
    yield from _attributes(element, path)
    for child in element.iterchildren(tag=etree.Element):
        name = etree.QName(child)
        local = name.localname
        if name.namespace != BPMN:
            yield from _extension(child, _joined(path, _extension_name(child)))
        elif local == "extensionElements":
            for extension in child.iterchildren(tag=etree.Element):
                yield from _extension(extension, _joined(path, _extension_name(extension)))
        elif local in _NOT_SAID or (local in own and child.get("id") is not None):
            continue
        else:
            yield from _inner(child, path, local, own)


def _inner(child: etree._Element, path: str, local: str, own: Collection[str]) -> Iterator[tuple[str, str]]:
    if local.endswith(_EVENT):
        kind = local.removesuffix(_EVENT)
        yield _joined(path, "event"), kind
        yield from _read(child, _joined(path, kind), own)
        return
    here = _joined(path, _SHORT.get(local, local))
    text = _text(child)
    inside = list(_read(child, here, own))
    if text or not inside:
        yield here, text or "true"
    yield from inside


def _attributes(element: etree._Element, path: str) -> Iterator[tuple[str, str]]:
    for raw, value in element.attrib.items():
        name = etree.QName(str(raw))
        local, namespace = name.localname, name.namespace or ""
        if namespace == _SCHEMA or (not namespace and local in _NO_MATTER):
            continue
        if not namespace and local == "name" and not path:
            continue
        foreign = bool(namespace) and not (path and namespace == GOV)
        shown = f"{_prefix(namespace)}:{local}" if foreign else local
        yield _joined(path, shown), _referred(element, local, str(value))


def _referred(element: etree._Element, attribute: str, value: str) -> str:
    """Of a message, signal, error or escalation its name, which is what counts, not its id."""
    if attribute not in _NAMED:
        return " ".join(value.split())
    root = element.getroottree().getroot()
    local = attribute.removesuffix("Ref")
    for each in root.iterchildren(f"{{{BPMN}}}{local}"):
        if each.get("id") == value:
            return each.get("name") or each.get(f"{local}Code") or value
    return value


def _extension(element: etree._Element, path: str) -> Iterator[tuple[str, str]]:
    """An extension; its lists by the keys of their items."""
    if path == "deadline":
        said = sorted(f"{_bare(raw)}={value!s}" for raw, value in element.attrib.items())
        yield path, "; ".join(said)
        return
    inside = [
        *((f"{path}.{_bare(raw)}", " ".join(str(value).split())) for raw, value in element.attrib.items()),
        *(fact for child in element.iterchildren(tag=etree.Element) for fact in _item(child, path)),
    ]
    text = _text(element)
    if text or not inside:
        yield path, text or "true"
    yield from inside


def _item(element: etree._Element, path: str) -> Iterator[tuple[str, str]]:
    local = etree.QName(element).localname
    key = next((each for each in _KEYS if element.get(each) is not None), None)
    if key is None:
        yield from _extension(element, f"{path}.{local}")
        return
    # A list of nothing else needs no name of its own: legalBasis[19/2014/QĐ-TTg].
    listed = path if path in {"legalBasis", "variables"} else f"{path}.{local}"
    here = f"{listed}[{element.get(key)}]"
    rest = [(_bare(raw), str(value)) for raw, value in element.attrib.items() if _bare(raw) != key]
    inner = [fact for child in element.iterchildren(tag=etree.Element) for fact in _item(child, here)]
    text = _text(element)
    if len(rest) == 1 and not inner:
        yield here, " ".join(rest[0][1].split())
    elif not rest and not inner:
        yield here, text or "true"
    else:
        yield from ((f"{here}.{name}", " ".join(value.split())) for name, value in rest)
        yield from inner


def _extension_name(element: etree._Element) -> str:
    """The path that an extension begins with; those of which there may be several carry their key."""
    name = etree.QName(element)
    local = name.localname if name.namespace == GOV else f"{_prefix(name.namespace or '')}:{name.localname}"
    for repeated, key in (("assign", "variable"), ("input", "target"), ("output", "target")):
        if local == repeated and element.get(key) is not None:
            return f"{local}[{element.get(key)}]"
    return local


def _prefix(namespace: str) -> str:
    """A short name of a foreign namespace that does not hang on the prefix chosen in a file."""
    if namespace == GOV:
        return "gov"
    words = [each for each in namespace.replace(":", "/").split("/") if each]
    return next((each for each in reversed(words) if not each[:1].isdigit()), "other")


def _bare(raw: str | bytes | bytearray | etree.QName) -> str:
    return etree.QName(str(raw)).localname


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _text(element: etree._Element) -> str:
    return " ".join((element.text or "").split())
