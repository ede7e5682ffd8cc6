"""The elements, attributes and extensions that a model may contain, one entry an element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

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
DRAWN_FLOW: Final = _set("dataInputAssociation dataOutputAssociation")
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
