"""Holds a model against the list of what it may contain; nothing else is passed over in silence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lxml import etree

from engine.runtime.allowed_elements import DRAWN_FLOW, GOV_SHAPES, SHAPES, Shape
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN, GOV

XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_DIAGRAM: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
_DRAWING_ONLY: Final = frozenset(
    {
        "http://bpmn.io/schema/bpmn/biocolor/1.0",
        "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
    }
)
_INSTEAD: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "complexGateway": ("dùng cổng bao hàm hoặc cổng song song", "use an inclusive or a parallel gateway"),
        "transaction": ("dùng quy trình con thường", "use a plain sub-process"),
        "adHocSubProcess": (
            "vẽ rõ thứ tự các bước trong quy trình con",
            "draw the order of the steps in a sub-process",
        ),
        "linkEventDefinition": ("nối thẳng bằng luồng tuần tự", "connect with a sequence flow"),
        "signalEventDefinition": ("dùng thông điệp", "use a message"),
        "errorEventDefinition": ("dùng cổng loại trừ xét kết quả", "use an exclusive gateway on the result"),
        "escalationEventDefinition": ("dùng gov:escalation của việc", "use gov:escalation of the task"),
        "compensateEventDefinition": (
            "vẽ các bước sửa lại như việc thường",
            "draw the steps that undo it as plain tasks",
        ),
        "conditionalEventDefinition": (
            "dùng cổng loại trừ sau bước làm thay đổi dữ liệu",
            "use an exclusive gateway after the step that changes the data",
        ),
        "cancelEventDefinition": ("dùng sự kiện kết thúc toàn bộ", "use a terminate end event"),
        "ioSpecification": ("khai báo biến bằng gov:variables", "declare variables with gov:variables"),
        "loopDataInputRef": ("dùng thuộc tính gov:collection", "use the attribute gov:collection"),
        "isForCompensation": (
            "vẽ bước sửa lại như việc thường sau một cổng",
            "draw the step that undoes it as a plain task behind a gateway",
        ),
        "startQuantity": ("vẽ cổng song song gom các nhánh", "draw a parallel gateway that joins them"),
        "completionQuantity": ("vẽ cổng song song tách nhánh", "draw a parallel gateway that forks"),
        "instantiate": ("dùng sự kiện bắt đầu bằng thông điệp", "use a message start event"),
        "parallelMultiple": (
            "vẽ mỗi sự kiện một phần tử sau cổng song song",
            "draw each event by itself behind a parallel gateway",
        ),
        "eventGatewayType": (
            "vẽ cổng song song với các sự kiện theo sau",
            "draw a parallel gateway with the events behind it",
        ),
        "potentialOwner": ("dùng gov:assignment", "use gov:assignment"),
        "humanPerformer": ("dùng gov:assignment", "use gov:assignment"),
        "performer": ("dùng gov:assignment", "use gov:assignment"),
    }
)
_ELSE: Final = (
    "bỏ phần tử này, hoặc vẽ lại bằng phần tử được hỗ trợ",
    "leave it out, or draw it with supported elements",
)


def check_allowed(root: etree._Element, findings: Findings) -> None:
    """Walk the whole document except its diagram and refuse everything that is not on the list."""
    stack = [root]
    while stack:
        element = stack.pop()
        name = etree.QName(element).localname
        shape = SHAPES[name]
        _check_attributes(element, shape, findings)
        if name == "extensionElements":
            bearer = element.getparent()
            allowed = SHAPES[etree.QName(bearer).localname].gov if bearer is not None else frozenset()
            for extension in element:
                _check_gov(extension, allowed, findings)
            continue
        stack.extend(child for child in element if _allowed_child(child, shape, findings))


def _allowed_child(child: etree._Element, shape: Shape, findings: Findings) -> bool:
    name = etree.QName(child)
    if name.namespace == _DIAGRAM or name.localname in DRAWN_FLOW | {"extensionElements", "documentation"}:
        return name.namespace == BPMN and _drawn_flow(child, name.localname, findings)
    if name.namespace != BPMN:
        _refuse_foreign(child, findings)
        return False
    if name.localname not in shape.children:
        vi, en = _INSTEAD.get(name.localname, _ELSE)
        findings.error(
            f"unsupported-{name.localname}",
            child,
            f"phần tử {name.localname} không được hỗ trợ ở đây; hãy {vi}",
            f"the element {name.localname} is not supported here; {en}",
        )
        return False
    return True


def _drawn_flow(child: etree._Element, local: str, findings: Findings) -> bool:
    """What may stand in any element; of a data association it is said that no data moves."""
    if local in DRAWN_FLOW:
        findings.warning(
            "drawn-data",
            child,
            "liên kết dữ liệu chỉ để xem, hệ thống không chuyển dữ liệu theo nó",
            "the data association is drawing only; no data moves along it",
        )
    return True


def _check_attributes(element: etree._Element, shape: Shape, findings: Findings) -> None:
    for key, value in _attributes(element):
        name = etree.QName(key)
        local = name.localname
        if name.namespace is None and (local in shape.attributes or value in shape.only.get(local, ())):
            continue
        if name.namespace == GOV and local in shape.gov_attributes:
            continue
        # Colours belong to the drawing; tools sign the root element with attributes of their own.
        if name.namespace in _DRAWING_ONLY | {XSI} or (name.namespace and element.getparent() is None):
            continue
        vi, en = _INSTEAD.get(local, ("bỏ thuộc tính này", "remove it"))
        findings.error(
            "unsupported-attribute",
            element,
            f"thuộc tính {local}=“{value[:60]}” không được hỗ trợ; hãy {vi}",
            f"the attribute {local}=“{value[:60]}” is not supported; {en}",
        )


def _check_gov(element: etree._Element, allowed: frozenset[str], findings: Findings) -> None:
    name = etree.QName(element)
    if name.namespace != GOV:
        _refuse_foreign(element, findings)
        return
    local = name.localname
    if local not in allowed or local not in GOV_SHAPES:
        findings.error(
            "unknown-gov-element",
            element,
            f"gov:{local} không dùng được ở đây",
            f"gov:{local} does not belong here",
        )
        return
    shape = GOV_SHAPES[local]
    for key, value in _attributes(element):
        if key not in shape.attributes or value not in shape.only.get(key, (value,)):
            findings.error(
                "unknown-gov-attribute",
                element,
                f"gov:{local} không có thuộc tính {key}=“{value[:60]}”",
                f"gov:{local} has no attribute {key}=“{value[:60]}”",
            )
    for child in element:
        _check_gov(child, shape.gov, findings)


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(key), str(value)) for key, value in element.attrib.items()]


def _refuse_foreign(element: etree._Element, findings: Findings) -> None:
    name = etree.QName(element)
    findings.error(
        "foreign-extension",
        element,
        f"phần mở rộng {name.localname} của phần mềm khác ({name.namespace}) không chạy được ở đây; hãy bỏ"
        " đi, hoặc vẽ điều đó thành bước, điều kiện hay việc dịch vụ bằng phần mở rộng gov",
        f"the extension {name.localname} of another product ({name.namespace}) is not run here; remove it,"
        " or draw what it does as a step, a condition or a service task with the gov extensions",
    )
