"""Expressions as other engines write them: read with the meaning they have there, or refused."""

# ruff: noqa: E501  a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.engine.runtime.foreign import around, choice, flows, is_open, model, played, refusal, told

# Expressions


@pytest.mark.parametrize(
    ("condition", "variables", "opened"),
    [
        ("${x eq 5 and y ne 'b'}", {"x": 5, "y": "a"}, "yes"),
        ("#{x lt 5 || x ge 9}", {"x": 7}, "no"),
        ("${empty ds}", {"ds": []}, "yes"),
        ("${not empty ds && ds.size() gt 1}", {"ds": [1, 2]}, "yes"),
        ("${ds[0] == 'first'}", {"ds": ["first", "second"]}, "yes"),
        ("${r['k'] == 1}", {"r": {"k": 1}}, "yes"),
        ("${kq.equals('dat')}", {"kq": "dat"}, "yes"),
        ("${execution.getVariable('x') > 3 ? true : false}", {"x": 4}, "yes"),
        ("${environment.variables.x > 3}", {"x": 4}, "yes"),
        ("${this.environment.variables.x > 3}", {"x": 4}, "yes"),
        ("${ok ? x > 1 : x > 100}", {"ok": False, "x": 50}, "no"),
        ('= ds[1] = "first"', {"ds": ["first"]}, "yes"),
        ('= upper case(k) = "A" and starts with(k, "a")', {"k": "a"}, "yes"),
        ('= k = "string (x)"', {"k": "string (x)"}, "yes"),
    ],
)  # fmt: skip
def test_conditions_of_the_java_engines_and_of_feel_mean_here_what_they_mean_there(
    condition: str, variables: Mapping[str, object], opened: str
) -> None:
    text = condition.replace("&", "&amp;").replace("<", "&lt;")
    xml = choice(f"<conditionExpression>{text}</conditionExpression>")
    (standing,) = played(xml, {"start": variables})
    assert is_open(standing) == [opened]
    assert told(xml) >= {"expression-read"}


@pytest.mark.parametrize(
    "condition",
    ["${x % 2 == 0}", "${bean.check(x)}", "${ds[i] == 1}", "${x.toString() == 'a'}", "= ds[item > 2] = 1", "${x ? 1}", "${a} == ${b}", '= context(x) = "true"'],
)  # fmt: skip
def test_what_our_language_would_read_in_another_way_is_refused_once(condition: str) -> None:
    xml = choice(f"<conditionExpression>{condition.replace('>', '&gt;')}</conditionExpression>")
    assert refusal(xml) == [("expression-unreadable", "c")]


def test_a_script_as_a_condition_is_taken_only_where_it_reads_alike_everywhere() -> None:
    xml = choice("<conditionExpression language='JavaScript'>x == \"a\"</conditionExpression>")
    (standing,) = played(xml, {"start": {"x": "a"}})
    assert is_open(standing) == ["yes"]
    for text in ("x / 2 > 1", "order/total > 1", "execution.getVariable('x')"):
        condition = (
            f"<conditionExpression language='groovy'>{text.replace('>', '&gt;')}</conditionExpression>"
        )
        assert refusal(choice(condition)) == [("expression-language", "c")]


def test_a_condition_that_stands_in_another_file_is_never_a_flow_without_condition() -> None:
    condition = '<conditionExpression language="groovy" camunda:resource="x.groovy"/>'
    assert refusal(choice(condition)) == [("foreign-meaning", "c")]
    without_default = choice(condition).replace(' default="d"', "")
    assert ("foreign-meaning", "c") in refusal(without_default)


@pytest.mark.parametrize(
    ("condition", "opened"),
    [
        ("${loopCounter == 0}", ["first", "later", "later"]),
        ("= loopCounter = 1", ["first", "later", "later"]),
    ],
)
def test_the_counter_of_a_loop_is_counted_as_its_engine_counts(condition: str, opened: list[str]) -> None:
    xml = model(
        '<startEvent id="s"/><subProcess id="a"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality>'
        '</multiInstanceLoopCharacteristics><startEvent id="as"/><exclusiveGateway id="g" default="d"/>'
        f'<userTask id="first"/><userTask id="later"/>{flows("as", "g")}'
        f'<sequenceFlow id="c" sourceRef="g" targetRef="first"><conditionExpression>{condition}</conditionExpression></sequenceFlow>'
        f'<sequenceFlow id="d" sourceRef="g" targetRef="later"/></subProcess><endEvent id="e"/>{flows("s", "a", "e")}'
    )
    (standing,) = played(xml)
    assert is_open(standing) == opened


@pytest.mark.parametrize("duration", ["PT1H", "${'PT1H'}", '= duration("PT1H")', '="PT1H"'])
def test_a_timer_is_due_however_its_duration_is_wrapped(duration: str) -> None:
    timer = f"<timerEventDefinition><timeDuration>{duration}</timeDuration></timerEventDefinition>"
    xml = around(f'<intermediateCatchEvent id="a">{timer}</intermediateCatchEvent>')
    begun, done = played(xml, {"advance": "PT1H"})
    assert [(each.id, each.kind) for each in begun.waiting] == [("a", "timer")]
    assert done.ended == ("e",)


def test_an_empty_condition_is_said_to_be_none() -> None:
    xml = model(
        '<startEvent id="s"/><userTask id="a"/><userTask id="b"/><userTask id="c"/>'
        f'{flows("s", "a", "b")}<sequenceFlow id="c1" sourceRef="a" targetRef="c"><conditionExpression/></sequenceFlow>'
    )
    assert "condition-empty-left-out" in told(xml)
    *_, standing = played(xml, {"complete": "a"})
    assert is_open(standing) == ["b", "c"]


@pytest.mark.parametrize(
    "condition",
    ["${execution.businessKey == 'a'}", "${execution.id != null}", "${environment.services.f}", "${environment.output.buoc.x}", "${authenticatedUserId == 'an'}", "${variableContainer.x}"],
)  # fmt: skip
def test_an_object_of_another_engine_is_no_variable_that_is_always_empty(condition: str) -> None:
    xml = choice(f"<conditionExpression>{condition}</conditionExpression>")
    assert refusal(xml) == [("expression-unreadable", "c")]


def test_a_member_of_a_record_may_be_called_as_an_object_of_an_engine_is() -> None:
    xml = choice("<conditionExpression>${ho_so.execution == 1}</conditionExpression>")
    (standing,) = played(xml, {"start": {"ho_so": {"execution": 1}}})
    assert is_open(standing) == ["yes"]


@pytest.mark.parametrize(
    ("condition", "variables", "opened"),
    [
        ("${x == 'true'}", {"x": True}, "yes"),
        ("${x == 'true'}", {"x": "true"}, "yes"),
        ("${x == 'true'}", {"x": "yes"}, "no"),
        ("${x == 'true'}", {}, "no"),
        ("${x != 'false'}", {"x": False}, "no"),
        ("${x ne 'false'}", {}, "yes"),
        ("${'2' eq x}", {"x": 2}, "yes"),
        ("${x.y == '1.5' and z == 'a'}", {"x": {"y": 1.5}, "z": "a"}, "yes"),
        ("${!(x == 'true')}", {"x": True}, "no"),
        ("${x == '01'}", {"x": "01"}, "yes"),
        ("${a == 'true' ? b == '0' : false}", {"a": True, "b": 0}, "yes"),
    ],
)  # fmt: skip
def test_a_text_that_spells_a_value_is_compared_as_the_java_engines_do(
    condition: str, variables: Mapping[str, object], opened: str
) -> None:
    xml = choice(f"<conditionExpression>{condition}</conditionExpression>")
    (standing,) = played(xml, {"start": variables})
    assert is_open(standing) == [opened]


@pytest.mark.parametrize(
    ("language", "condition"),
    [
        ("http://www.java.com/java", "return x == 1;"),
        ("http://www.mvel.org/2.0", "return  x == 1 && !z"),
        ("http://www.w3.org/1999/XPath", "$x = 1"),
    ],
)
def test_a_script_that_only_gives_back_a_comparison_is_that_comparison(language: str, condition: str) -> None:
    text = condition.replace("&", "&amp;")
    xml = choice(f"<conditionExpression language='{language}'>{text}</conditionExpression>")
    (standing,) = played(xml, {"start": {"x": 1, "z": False}})
    assert is_open(standing) == ["yes"]
    (other,) = played(xml, {"start": {"x": 2, "z": False}})
    assert is_open(other) == ["no"]


def test_the_language_of_a_timer_of_iso_8601_does_not_matter_and_cron_is_told_as_such() -> None:
    def timer(cycle: str) -> str:
        return around(
            f'<intermediateCatchEvent id="a"><timerEventDefinition>{cycle}</timerEventDefinition></intermediateCatchEvent>'
        )

    _, passed = played(timer('<timeCycle language="iso">R2/PT1H</timeCycle>'), {"advance": "PT1H"})
    assert passed.ended == ("e",)
    assert refusal(timer('<timeCycle language="cron">0 0 * * *</timeCycle>')) == [("timer-cron", "a")]


def test_the_type_of_a_condition_is_left_out() -> None:
    xml = choice('<conditionExpression evaluatesToTypeRef="xsd:boolean">x</conditionExpression>')
    (standing,) = played(xml, {"start": {"x": True}})
    assert is_open(standing) == ["yes"]
