"""The list of what a model may contain; whatever is not on it is refused, never passed over in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from lxml import etree

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
_NO_VALUES: Final[Mapping[str, frozenset[str]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What may stand on and in an element; names are local names of the BPMN or gov namespace."""

    attributes: frozenset[str] = frozenset()
    only: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NO_VALUES)
    """Attributes that are allowed with these values alone."""
    children: frozenset[str] = frozenset()
    gov: frozenset[str] = frozenset()
    """gov elements allowed in its extensionElements, or directly in it when it is a gov element."""
    gov_attributes: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NODES: Final = _set(
    "startEvent endEvent task userTask manualTask serviceTask subProcess exclusiveGateway parallelGateway"
    " inclusiveGateway eventBasedGateway intermediateCatchEvent intermediateThrowEvent boundaryEvent"
    " scriptTask sendTask receiveTask callActivity businessRuleTask"
)
_ARTIFACTS: Final = _set("textAnnotation association group")
_DRAWN_DATA: Final = _set("dataObject dataObjectReference dataStoreReference")
_DRAWN_FLOW: Final = _set("dataInputAssociation dataOutputAssociation")
_LEVEL: Final = _NODES | _ARTIFACTS | _DRAWN_DATA | _set("sequenceFlow laneSet")
_NODE: Final = _set("documentation extensionElements incoming outgoing property")
_ACTIVITY: Final = _NODE | _set("multiInstanceLoopCharacteristics standardLoopCharacteristics")
_NO: Final = frozenset({"false"})
_ONE: Final = frozenset({"1"})
_ACTIVITY_ONLY: Final = MappingProxyType(
    {"isForCompensation": _NO, "startQuantity": _ONE, "completionQuantity": _ONE}
)
_MESSAGE_TASK: Final = MappingProxyType({**_ACTIVITY_ONLY, "instantiate": _NO})
_EVENT_GATEWAY: Final = MappingProxyType({"instantiate": _NO, "eventGatewayType": frozenset({"Exclusive"})})
_LOCAL: Final = _set("input output")
_MANUAL_GOV: Final = _set("form assignment deadline escalation separation title legalBasis branch") | _LOCAL
_MANUAL: Final = Shape(
    attributes=_set("id name implementation default"),
    only=_ACTIVITY_ONLY,
    children=_ACTIVITY,
    gov=_MANUAL_GOV,
)
_GATEWAY: Final = Shape(
    attributes=_set("id name gatewayDirection default"), children=_NODE, gov=_set("legalBasis")
)
_NAMED: Final = Shape(attributes=_set("id name"), children=_set("documentation extensionElements"))
_DRAWN: Final = Shape(
    attributes=_set("id name dataObjectRef dataStoreRef isCollection itemSubjectRef capacity isUnlimited"),
    children=_set("documentation dataState extensionElements"),
)
_ASSOCIATION: Final = Shape(attributes=_set("id"), children=_set("sourceRef targetRef documentation"))
_START_EVENTS: Final = _set(
    "timerEventDefinition messageEventDefinition signalEventDefinition errorEventDefinition"
    " escalationEventDefinition conditionalEventDefinition"
)
_CATCH_EVENTS: Final = _set(
    "timerEventDefinition messageEventDefinition signalEventDefinition conditionalEventDefinition"
    " linkEventDefinition"
)
_THROW_EVENTS: Final = _set(
    "messageEventDefinition signalEventDefinition escalationEventDefinition linkEventDefinition"
)
_END_EVENTS: Final = _set(
    "terminateEventDefinition messageEventDefinition signalEventDefinition errorEventDefinition"
    " escalationEventDefinition"
)
_FLAG: Final = MappingProxyType({"parallelMultiple": _NO})
BRANCHES: Final = _set("refusal supplement apology")
"""What a branch of an administrative procedure is for; the lint asks for one of each."""
_TIMER_GOV: Final = _set("catchUp workingDays")

SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "definitions": Shape(
            attributes=_set(
                "id name targetNamespace expressionLanguage typeLanguage exporter exporterVersion"
            ),
            children=_set(
                "process collaboration message signal error escalation dataStore category documentation"
                " extensionElements"
            ),
        ),
        "process": Shape(
            attributes=_set("id name isExecutable processType isClosed definitionalCollaborationRef"),
            children=_LEVEL | _set("documentation extensionElements property"),
            gov=_set("deadline escalation legalBasis title variables"),
            gov_attributes=_set("personal confidential retention procedure"),
        ),
        "collaboration": Shape(
            attributes=_set("id name isClosed"),
            children=_set("participant messageFlow documentation extensionElements") | _ARTIFACTS,
        ),
        "participant": Shape(
            attributes=_set("id name processRef"), children=_set("documentation extensionElements")
        ),
        "messageFlow": Shape(
            attributes=_set("id name sourceRef targetRef messageRef"),
            children=_set("documentation extensionElements"),
        ),
        "message": Shape(
            attributes=_set("id name itemRef"), children=_set("documentation extensionElements")
        ),
        "signal": Shape(
            attributes=_set("id name structureRef"), children=_set("documentation extensionElements")
        ),
        "error": Shape(
            attributes=_set("id name errorCode structureRef"),
            children=_set("documentation extensionElements"),
            gov_attributes=_set("message"),
        ),
        "escalation": Shape(
            attributes=_set("id name escalationCode structureRef"),
            children=_set("documentation extensionElements"),
        ),
        "category": Shape(attributes=_set("id name"), children=_set("categoryValue documentation")),
        "categoryValue": Shape(attributes=_set("id value")),
        "laneSet": Shape(attributes=_set("id name"), children=_set("lane documentation extensionElements")),
        "childLaneSet": Shape(
            attributes=_set("id name"), children=_set("lane documentation extensionElements")
        ),
        "lane": Shape(
            attributes=_set("id name"),
            children=_set("flowNodeRef childLaneSet documentation extensionElements"),
            gov=_set("assignment"),
        ),
        "sequenceFlow": Shape(
            attributes=_set("id name sourceRef targetRef isImmediate"),
            children=_set("conditionExpression documentation extensionElements"),
            gov=_set("branch"),
        ),
        "conditionExpression": Shape(attributes=_set("id language")),
        "startEvent": Shape(
            attributes=_set("id name isInterrupting"),
            only=_FLAG,
            children=_NODE | _START_EVENTS,
            gov=_set("legalBasis message caught") | _TIMER_GOV,
        ),
        "endEvent": Shape(
            attributes=_set("id name"),
            children=_NODE | _END_EVENTS,
            gov=_set("branch legalBasis message signal") | _LOCAL,
        ),
        "intermediateCatchEvent": Shape(
            attributes=_set("id name"),
            only=_FLAG,
            children=_NODE | _CATCH_EVENTS,
            gov=_set("branch legalBasis message") | _TIMER_GOV | _LOCAL,
        ),
        "intermediateThrowEvent": Shape(
            attributes=_set("id name"),
            children=_NODE | _THROW_EVENTS,
            gov=_set("branch legalBasis message signal") | _LOCAL,
        ),
        "boundaryEvent": Shape(
            attributes=_set("id name attachedToRef cancelActivity"),
            only=_FLAG,
            children=_NODE | _START_EVENTS,
            gov=_set("branch legalBasis message caught") | _TIMER_GOV | _LOCAL,
        ),
        "terminateEventDefinition": Shape(attributes=_set("id")),
        "timerEventDefinition": Shape(
            attributes=_set("id"), children=_set("timeDate timeDuration timeCycle")
        ),
        "messageEventDefinition": Shape(attributes=_set("id messageRef")),
        "signalEventDefinition": Shape(attributes=_set("id signalRef")),
        "errorEventDefinition": Shape(attributes=_set("id errorRef")),
        "escalationEventDefinition": Shape(attributes=_set("id escalationRef")),
        "conditionalEventDefinition": Shape(attributes=_set("id"), children=_set("condition")),
        "linkEventDefinition": Shape(attributes=_set("id name"), children=_set("source target")),
        "source": Shape(),
        "target": Shape(),
        "condition": Shape(attributes=_set("id language")),
        "timeCycle": Shape(attributes=_set("id language")),
        "timeDate": Shape(attributes=_set("id language")),
        "timeDuration": Shape(attributes=_set("id language")),
        "task": _MANUAL,
        "userTask": _MANUAL,
        "manualTask": _MANUAL,
        "receiveTask": Shape(
            attributes=_set("id name implementation messageRef default"),
            only=_MESSAGE_TASK,
            children=_ACTIVITY,
            gov=_set("branch legalBasis message") | _LOCAL,
        ),
        "sendTask": Shape(
            attributes=_set("id name implementation messageRef default"),
            only=_ACTIVITY_ONLY,
            children=_ACTIVITY,
            gov=_set("branch legalBasis message") | _LOCAL,
        ),
        "callActivity": Shape(
            attributes=_set("id name calledElement default"),
            only=_ACTIVITY_ONLY,
            children=_ACTIVITY,
            gov=_set("branch legalBasis input output"),
        ),
        "serviceTask": Shape(
            attributes=_set("id name implementation default"),
            only=_ACTIVITY_ONLY,
            children=_ACTIVITY,
            gov=_set("branch operator legalBasis") | _LOCAL,
        ),
        "businessRuleTask": Shape(
            attributes=_set("id name implementation default"),
            only=_ACTIVITY_ONLY,
            children=_ACTIVITY,
            gov=_set("branch decision legalBasis") | _LOCAL,
        ),
        "scriptTask": Shape(
            attributes=_set("id name scriptFormat default"),
            only=_ACTIVITY_ONLY,
            children=_ACTIVITY | _set("script"),
            gov=_set("assign branch legalBasis") | _LOCAL,
        ),
        "script": Shape(attributes=_set("id")),
        "subProcess": Shape(
            attributes=_set("id name triggeredByEvent default"),
            only=_ACTIVITY_ONLY,
            children=_LEVEL | _ACTIVITY,
            gov=_set("branch legalBasis") | _LOCAL,
        ),
        "eventBasedGateway": Shape(
            attributes=_set("id name gatewayDirection"),
            only=_EVENT_GATEWAY,
            children=_NODE,
            gov=_set("legalBasis"),
        ),
        "exclusiveGateway": _GATEWAY,
        "inclusiveGateway": _GATEWAY,
        "parallelGateway": Shape(
            attributes=_set("id name gatewayDirection"), children=_NODE, gov=_set("legalBasis")
        ),
        "multiInstanceLoopCharacteristics": Shape(
            attributes=_set("id isSequential"),
            only=MappingProxyType({"behavior": frozenset({"All"})}),
            children=_set("loopCardinality completionCondition documentation extensionElements"),
            gov_attributes=_set("collection elementVariable outputCollection outputElement"),
        ),
        "standardLoopCharacteristics": Shape(
            attributes=_set("id testBefore loopMaximum"), children=_set("loopCondition documentation")
        ),
        "loopCondition": Shape(attributes=_set("id language")),
        "completionCondition": Shape(attributes=_set("id language")),
        "loopCardinality": Shape(attributes=_set("id language")),
        "extensionElements": Shape(),
        "documentation": Shape(attributes=_set("id textFormat")),
        "incoming": Shape(),
        "outgoing": Shape(),
        "flowNodeRef": Shape(),
        "sourceRef": Shape(),
        "targetRef": Shape(),
        "property": _NAMED,
        "textAnnotation": Shape(
            attributes=_set("id textFormat"), children=_set("text documentation extensionElements")
        ),
        "text": Shape(),
        "association": Shape(
            attributes=_set("id sourceRef targetRef associationDirection"), children=_set("documentation")
        ),
        "group": Shape(attributes=_set("id categoryValueRef"), children=_set("documentation")),
        "dataObject": _DRAWN,
        "dataObjectReference": _DRAWN,
        "dataStore": _DRAWN,
        "dataStoreReference": _DRAWN,
        "dataState": _NAMED,
        "dataInputAssociation": _ASSOCIATION,
        "dataOutputAssociation": _ASSOCIATION,
    }
)

GOV_SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "form": Shape(attributes=_set("key check")),
        "branch": Shape(attributes=_set("kind"), only=MappingProxyType({"kind": BRANCHES})),
        "assignment": Shape(attributes=_set("role unit person inPerson")),
        "deadline": Shape(attributes=_set("policy anchor workingDays workingHours date leastWorkingDays")),
        "escalation": Shape(attributes=_set("ladder owedToDepartment")),
        "separation": Shape(attributes=_set("differentFrom notOfUnit notPerson")),
        "title": Shape(attributes=_set("expression")),
        "legalBasis": Shape(gov=_set("legalRef")),
        "legalRef": Shape(attributes=_set("doc article")),
        "variables": Shape(gov=_set("variable")),
        "variable": Shape(attributes=_set("name type")),
        "assign": Shape(attributes=_set("variable value")),
        "operator": Shape(attributes=_set("name result"), gov=_set("parameter")),
        "decision": Shape(attributes=_set("key result as")),
        "message": Shape(attributes=_set("key keep"), gov=_set("parameter")),
        "parameter": Shape(attributes=_set("name value")),
        "input": Shape(attributes=_set("source target variables")),
        "output": Shape(attributes=_set("source target variables")),
        "signal": Shape(gov=_set("parameter")),
        "caught": Shape(attributes=_set("code message")),
        "catchUp": Shape(attributes=_set("policy")),
        "workingDays": Shape(),
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
    if name.namespace == _DIAGRAM or name.localname in _DRAWN_FLOW | {"extensionElements", "documentation"}:
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
    if local in _DRAWN_FLOW:
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
