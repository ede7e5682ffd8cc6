"""How other products ask decisions, read as gov:decision, or refused."""

from __future__ import annotations

import pytest

from tests.engine.runtime.drawings import Case
from tests.engine.runtime.tables import FEES, written
from tests.engine.runtime.test_business_rules import LINE, TABLE, asking, drawn, files, model, rules

CAMUNDA = 'camunda:decisionRef="Q" camunda:resultVariable="kq"'
OPERATON = 'operaton:decisionRef="Q" operaton:resultVariable="kq"'
FLOWABLE = (
    '<bpmn:serviceTask id="r" flowable:type="dmn"><bpmn:extensionElements>'
    '<flowable:field name="decisionTableReferenceKey"><flowable:string>Q</flowable:string></flowable:field>'
    '<flowable:field name="decisionTaskThrowErrorOnNoHits"><flowable:string>{strict}</flowable:string>'
    "</flowable:field></bpmn:extensionElements></bpmn:serviceTask>"
)


def zeebe(attributes: str) -> str:
    return drawn(inner=f'<zeebe:calledDecision resultVariable="kq" {attributes}/>')


@pytest.mark.parametrize(
    ("task", "ours"),
    [
        (drawn(f'{CAMUNDA} camunda:mapDecisionResult="singleEntry"'), 'result="kq" as="entry"'),
        (
            drawn(
                f'{CAMUNDA} camunda:mapDecisionResult="singleResult" camunda:decisionRefBinding="deployment"'
            ),
            'result="kq" as="record"',
        ),
        (
            drawn(
                f'{OPERATON} operaton:mapDecisionResult="collectEntries" operaton:decisionRefBinding="latest"'
            ),
            'result="kq" as="values"',
        ),
        (drawn(CAMUNDA), 'result="kq" as="records"'),
        (zeebe('decisionId="Q"'), 'result="kq"'),
        (zeebe('decisionId="Q" bindingType="deployment"'), 'result="kq"'),
        (FLOWABLE.format(strict="false"), ""),
    ],
)
@pytest.mark.parametrize("tien", [200, 900])
def test_other_products_ask_decisions_in_words_of_their_own(task: str, ours: str, tien: int) -> None:
    table = written(["tien"], ["muc"], FEES[:2])
    models = model(task, table), model(asking(more=ours), table)
    assert "read-as-gov-decision" in [finding.rule for finding in models[0].rewritten]
    ends = [dict(Case(each, {"tien": tien}, stored=False).process.variables()) for each in models]
    assert ends[0] == ends[1]


@pytest.mark.parametrize(
    ("task", "rule"),
    [
        (drawn('camunda:decisionRef="Q"'), "decision-result-missing"),
        (drawn(f'{CAMUNDA} camunda:decisionRefBinding="version"'), "foreign-meaning"),
        (drawn(f'{CAMUNDA} camunda:mapDecisionResult="newest"'), "foreign-meaning"),
        (drawn('camunda:decisionRef="${khoa}" camunda:resultVariable="kq"'), "foreign-meaning"),
        (drawn('flowable:rules="r1"'), "foreign-meaning"),
        (zeebe('decisionId="Q" bindingType="versionTag"'), "foreign-meaning"),
        (zeebe('decisionId="= khoa"'), "foreign-meaning"),
        (zeebe('decisionId="Khac"'), "decision-unknown"),
        (FLOWABLE.format(strict="true"), "foreign-meaning"),
    ],
)
def test_words_without_a_counterpart_are_refused(task: str, rule: str) -> None:
    assert rule in rules(files(LINE.format(task=task), q=TABLE))


@pytest.mark.parametrize(
    "task",
    [
        drawn('camunda:class="com.example.Rules"'),
        drawn('camunda:type="external" camunda:topic="rules"'),
        drawn(inner='<zeebe:taskDefinition type="rules"/>'),
        drawn(inner='<gov:operator name="rules"/>'),
    ],
)
def test_a_task_whose_rules_a_program_knows_is_a_service_task(task: str) -> None:
    case = Case(model(task, TABLE), {}, stored=False)
    assert case.open == ["r"]
    assert "read-as-serviceTask" in [finding.rule for finding in case.model.rewritten]
    assert case.do("r").open == ["a"]
