"""The words of other products' models: which change how a case runs, and which only steer their engines."""

from __future__ import annotations

import re
from typing import Final

_FAMILY: Final = re.compile(
    r"camunda|operaton|cibseven|eximeebpms|flowable|activiti|zeebe|jboss|spiffworkflow"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def is_of_an_engine(namespace: str | None) -> bool:
    """Whether a namespace is that of a product that runs models, and not of one that draws them."""
    return namespace is not None and _FAMILY.search(namespace) is not None


MEANT: Final = _set(
    "adHoc aggregations businessRuleTask calledDecision conditionalFilter connector correlations"
    " errorEventDefinition eventListener eventType executionListener executionListeners field in inputOutput"
    " ioMapping mapException"
    " messagePayload messageVariable onEntry-script onExit-script out payloadExpression postScript preScript"
    " script serviceTaskOperator taskListener taskListeners triggerEventType value variableAggregation"
    " variableListenerEventDefinition"
)
"""Extensions that change what a model does; without a counterpart they are refused, not left out."""

MEANT_ATTRIBUTES: Final = _set(
    "caseRef decisionRef messageExpression noWaitStatesAsyncLeave resource rules ruleVariablesInput"
    " signalExpression skipExpression terminateAll terminateMultiInstance triggerable variableEvents"
    " variableMappingClass variableMappingDelegateExpression"
)
"""Attributes of the same kind."""

MEANT_THERE: Final = {
    "signal": _set("scope"),
    "timerEventDefinition": _set("businessCalendarName endDate"),
    "timeCycle": _set("businessCalendarName endDate"),
    "timeDuration": _set("businessCalendarName"),
}
"""Attributes of the same kind on these elements: whom a signal reaches, when a timer fires and no more."""
WIDEST_SCOPE: Final = "global"
"""The reach of a signal there that every signal has here."""
NARROW_SIGNAL: Final = "processInstance"

VARIABLE_NAMED: Final = _set(
    "elementIndexVariable errorCodeVariable errorMessage errorMessageVariable errorVariableName"
    " escalationCodeVariable initiator processInstanceIdVariableName taskCompleterVariableName"
    " taskIdVariableName"
)
"""Attributes that name a variable for the engine to fill; left out where nothing in the file reads it."""

CAUGHT: Final = {
    "errorCodeVariable": "code",
    "escalationCodeVariable": "code",
    "errorMessageVariable": "message",
}
"""Variables that take something of what an event catches."""
CAUGHT_BY: Final = _set("errorEventDefinition escalationEventDefinition")

SETTINGS: Final = _set(
    "async asyncAfter asyncAfterExclusive asyncBefore asyncBeforeExclusive asyncLeave asyncLeaveExclusive"
    " exclusive executionPlatform executionPlatformVersion failedJobRetryTimeCycle followUpDate"
    " historyTimeToLive isStartableInTasklist jobCategory jobPriority metaData modelerTemplate"
    " modelerTemplateIcon modelerTemplateVersion packageName parallelInSameTransaction priority"
    " priorityDefinition properties retries taskPriority userTask version versionTag waitExpiryDate"
)
"""What steers another engine or its lists and changes no step of a case."""

DRAWING_ONLY: Final = _set(
    "auditing conversation conversationAssociation conversationLink correlationKey"
    " correlationProperty dataInput dataOutput dataState endPoint extension globalBusinessRuleTask"
    " globalConversation globalManualTask globalScriptTask globalTask globalUserTask import inputSet"
    " interface ioSpecification itemDefinition messageFlowAssociation monitoring operationRef outputSet"
    " participantAssociation participantMultiplicity partnerEntity partnerRole relationship rendering"
    " resource subConversation supportedInterfaceRef callConversation callChoreography"
)
"""Elements of BPMN that say nothing about the order of steps, the people or the data of a case."""

UNUSED_ATTRIBUTES: Final = _set("evaluatesToTypeRef itemSubjectRef operationRef structureRef itemRef")

PEOPLE: Final = _set("task userTask manualTask")
IMPLEMENTATIONS: Final = ("topic", "class", "delegateExpression", "expression", "type")
"""Attributes that name the program of a service task, the most telling first."""
RESULTS: Final = ("resultVariable", "resultVariableName")
LOOP_NAMES: Final = {
    "collection": "collection",
    "elementVariable": "elementVariable",
    "inputCollection": "collection",
    "inputElement": "elementVariable",
    "outputCollection": "outputCollection",
    "outputElement": "outputElement",
}
EXPRESSIONS: Final = _set(
    "conditionExpression condition completionCondition loopCardinality loopCondition timeDate timeDuration"
    " timeCycle"
)
"""Elements of BPMN whose text is an expression."""
