"""Models that must not be deployed: each is refused by a finding that says what to draw instead."""

# ruff: noqa: E501  a drawing or a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused, Severity
from engine.runtime import compile_bundle

PLAIN = "s:start\n a:user\n e:end\n s > a > e"
A = '<bpmn:userTask id="a" name="Bước a">'
GATEWAY = "s:start\n g:xor\n a:user\n b:user\n e:end\n s > g\n g > a if x = 1\n g > b else\n a > e\n b > e"


def rules(refusal: ModelRefused) -> set[str]:
    return {finding.rule for finding in refusal.findings}


@pytest.mark.parametrize(
    ("element", "rule"),
    [
        ('<bpmn:scriptTask id="n"/>', "unsupported-scriptTask"),
        ('<bpmn:businessRuleTask id="n"/>', "decision-missing"),
        ('<bpmn:callActivity id="n"/>', "call-elsewhere"),
        (
            '<bpmn:transaction id="n"><bpmn:endEvent id="n1"><bpmn:cancelEventDefinition/></bpmn:endEvent></bpmn:transaction>',
            "unsupported-transaction",
        ),
        ('<bpmn:adHocSubProcess id="n"/>', "unsupported-adHocSubProcess"),
        ('<bpmn:eventBasedGateway id="n"/>', "dead-end"),
        ('<bpmn:eventBasedGateway id="n" instantiate="true"/>', "unsupported-attribute"),
        ('<bpmn:receiveTask id="n" instantiate="true"/>', "unsupported-attribute"),
        ('<bpmn:complexGateway id="n"/>', "unsupported-complexGateway"),
        (
            '<bpmn:intermediateThrowEvent id="n"><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>',
            "unsupported-compensateEventDefinition",
        ),
        (
            '<bpmn:intermediateThrowEvent id="n"><bpmn:errorEventDefinition/></bpmn:intermediateThrowEvent>',
            "unsupported-errorEventDefinition",
        ),
        ('<bpmn:subProcess id="n" triggeredByEvent="true"/>', "handler-start"),
        ('<bpmn:choreographyTask id="n"/>', "unsupported-choreographyTask"),
        ('<bpmn:madeUp id="n"/>', "unsupported-madeUp"),
    ],
)
def test_elements_that_are_not_on_the_list(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], element: str, rule: str
) -> None:
    refusal = refused(draw(PLAIN).replace(A, element + A))
    assert rule in rules(refusal)


@pytest.mark.parametrize("definition", ["compensate", "conditional", "cancel", "link", "timer"])
def test_end_events_of_other_kinds(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], definition: str
) -> None:
    xml = draw(PLAIN).replace('name="Bước e">', f'name="Bước e"><bpmn:{definition}EventDefinition/>')
    assert f"unsupported-{definition}EventDefinition" in rules(refused(xml))


@pytest.mark.parametrize("definition", ["link", "cancel", "compensate", "terminate"])
def test_boundary_events_of_other_kinds(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], definition: str
) -> None:
    xml = draw("s:start\n a:user\n m:message on a X\n e:end\n s > a > e\n m > e")
    xml = xml.replace(
        '<bpmn:messageEventDefinition messageRef="M_X"/>', f"<bpmn:{definition}EventDefinition/>"
    )
    assert f"unsupported-{definition}EventDefinition" in rules(refused(xml))


@pytest.mark.parametrize("definition", ["timer in P1D", "error X", "escalation X", "condition so = 1"])
def test_start_events_that_wait_for_something(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], definition: str
) -> None:
    assert "start-by-itself" in rules(refused(draw(PLAIN.replace("s:start", f"s:start {definition}"))))


@pytest.mark.parametrize(
    ("drawing", "rule"),
    [
        ("", "no-nodes"),
        ("a:user\n b:user\n a > b > a", "one-start"),
        ("s:start\n r:start\n a:user\n e:end\n s > a > e\n r > a", "one-start"),
        ("s:start\n a:user\n b:user\n e:end\n s > a > e\n b > e", "unreachable"),
        ("s:start\n n:event\n a:user\n e:end\n s > n > a > e", "event-gateway-target"),
        ("s:start\n n:event\n w:message T\n s > n > w > w", "event-gateway-target"),
        ("s:start\n n:event\n r:receive T\n t:timer on r in P1D\n s > n > r\n t > r", "event-gateway-target"),
        ("s:start\n a:user\n m:error on a X beside\n e:end\n s > a > e\n m > e", "error-interrupts"),
        ("s:start\n a:user while\n e:end\n s > a > e", "loop-endless"),
        ("s:start\n a:user most 0\n e:end\n s > a > e", "loop-maximum"),
        ("s:start\n w:timer every PT1H\n e:end\n s > w > e", "timer-cycle"),
        ("s:start\n w:condition\n e:end\n s > w > e", "condition-empty"),
        ("s:start\n a:user\n e:end\n s > a > e\n a > s", "flow-into-start"),
        ("s:start\n a:user\n e:end\n s > a > e > a", "flow-out-of-end"),
        ("s:start\n a:user\n t:timer on a in P1D\n e:end\n s > a > e\n t > e\n a > t", "flow-into-start"),
        ("s:start\n h:throw\n p:and\n e:end\n s > h > p > h\n p > e", "cycle-without-gateway"),
        ("s:start\n h:throw\n e:end\n s > h\n h > e if x = 1", "condition-outside-gateway"),
        (
            "s:start\n g:xor\n a:user\n b:user\n e:end\n s > g\n g > a if x = 1\n g > b\n g > e\n a > e\n b > e",
            "condition-missing",
        ),
        ("s:start\n g:or\n a:user\n e:end\n s > g\n g > a if x = 1\n g > e\n a > e", "condition-missing"),
        ("s:start\n p:and\n a:user\n e:end\n s > p\n p > a if x = 1\n a > e", "condition-outside-gateway"),
        (
            "s:start\n q:sub {\n s1:start\n a:user\n e1:end\n s1 > a > e1\n }\n e:end\n s > q > e\n a > e",
            "flow-ends",
        ),
        ("s:start\n g:xor\n t:timer on g in P1D\n e:end\n s > g > e\n t > e", "boundary-host"),
        ("s:start\n w:timer in 5\n e:end\n s > w > e", "timer-duration"),
        ("s:start\n w:timer in \n e:end\n s > w > e", "timer-empty"),
        ("s:start\n w:timer at han +\n e:end\n s > w > e", "expression-unreadable"),
        (
            "s:start\n g:xor\n a:user\n e:end\n s > g\n g > a if __import__('os').system('x')\n g > e else\n a > e",
            "expression-unreadable",
        ),
        (
            "s:start\n g:xor\n a:user\n e:end\n s > g\n g > a if x =\n g > e else\n a > e",
            "expression-unreadable",
        ),
        ("s:start\n a:user each 1x of ds\n e:end\n s > a > e", "loop-variable"),
        ("s:start\n a:user each x of ds+\n e:end\n s > a > e", "expression-unreadable"),
        ("s:start\n v:service op p=+\n e:end\n s > v > e", "expression-unreadable"),
    ],
)
def test_drawings_that_cannot_run(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], drawing: str, rule: str
) -> None:
    assert rule in rules(refused(draw(drawing)))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            A,
            A + "<bpmn:extensionElements><camunda:connector/></bpmn:extensionElements>",
            "foreign-extension",
        ),
        (A, A + "<bpmn:extensionElements><gov:madeUp/></bpmn:extensionElements>", "unknown-gov-element"),
        (
            A,
            A + '<bpmn:extensionElements><gov:form key="k" id="x"/></bpmn:extensionElements>',
            "unknown-gov-attribute",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:operator name="x"/></bpmn:extensionElements>',
            "unknown-gov-element",
        ),
        (A, A + "<bpmn:extensionElements><gov:form/></bpmn:extensionElements>", "gov-attribute-missing"),
        (
            A,
            A + '<bpmn:extensionElements><gov:form key="khong-co"/></bpmn:extensionElements>',
            "form-missing",
        ),
        (A, A + "<bpmn:extensionElements><gov:deadline/></bpmn:extensionElements>", "deadline-one-way"),
        (
            A,
            A + '<bpmn:extensionElements><gov:deadline workingDays="5" policy="X"/></bpmn:extensionElements>',
            "deadline-one-way",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:deadline workingDays="-5"/></bpmn:extensionElements>',
            "deadline-days",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:deadline workingHours="1,5"/></bpmn:extensionElements>',
            "deadline-hours",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:deadline workingHours="0"/></bpmn:extensionElements>',
            "deadline-hours",
        ),
        (
            A,
            A
            + '<bpmn:extensionElements><gov:deadline date="n" leastWorkingDays="0"/></bpmn:extensionElements>',
            "deadline-days",
        ),
        (
            A,
            A
            + '<bpmn:extensionElements><gov:deadline policy="X" leastWorkingDays="3"/></bpmn:extensionElements>',
            "deadline-least",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:deadline date="ngay +"/></bpmn:extensionElements>',
            "expression-unreadable",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:assignment role="X" unit="a."/></bpmn:extensionElements>',
            "expression-unreadable",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:separation differentFrom="zz"/></bpmn:extensionElements>',
            "separation-unknown",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:assignment role="X" inPerson="có"/></bpmn:extensionElements>',
            "assignment-flag",
        ),
        (
            A,
            A + '<bpmn:extensionElements><gov:form key="a"/><gov:form key="b"/></bpmn:extensionElements>',
            "gov-twice",
        ),
        (A, A + "<bpmn:multiInstanceLoopCharacteristics/>", "loop-list"),
        (A, A + '<bpmn:multiInstanceLoopCharacteristics camunda:collection=""/>', "loop-list"),
        (A, A + "<bpmn:standardLoopCharacteristics/>", "loop-endless"),
        (A, A.replace("<bpmn:userTask", '<bpmn:userTask isForCompensation="true"'), "unsupported-attribute"),
        ('id="a"', "", "id-missing"),
        ('id="a"', 'id="s"', "id-twice"),
        ("</bpmn:process>", "</bpmn:process>" + '<bpmn:process id="P2"/>' * 20, "too-many-processes"),
        ("<bpmn:process ", '<bpmn:choreography id="x"/><bpmn:process ', "unsupported-choreography"),
    ],
)
def test_extensions_and_attributes_that_would_have_no_effect(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], old: str, new: str, rule: str
) -> None:
    xml = draw(PLAIN)
    assert old in xml
    assert rule in rules(refused(xml.replace(old, new, 1)))


def test_a_default_flow_that_leaves_another_gateway(
    draw: Callable[..., str], refused: Callable[..., ModelRefused]
) -> None:
    assert "default-elsewhere" in rules(
        refused(draw(GATEWAY).replace('default="F3_g_b"', 'default="F1_s_g"'))
    )


def test_a_finding_names_the_element_and_its_line(
    draw: Callable[..., str], refused: Callable[..., ModelRefused]
) -> None:
    xml = draw(PLAIN).replace(A, '\n\n<bpmn:scriptTask id="kich_ban" name="Chạy kịch bản"/>' + A)
    (finding,) = [found for found in refused(xml).findings if found.rule == "unsupported-scriptTask"]
    assert (finding.element_id, finding.element_name) == ("kich_ban", "Chạy kịch bản")
    assert finding.line == xml[: xml.index("<bpmn:scriptTask")].count("\n") + 1
    assert finding.severity is Severity.ERROR
    assert "gov:operator" in finding.message_vi


def test_all_findings_come_at_once_in_order_of_the_file(
    draw: Callable[..., str], refused: Callable[..., ModelRefused]
) -> None:
    refusal = refused(draw("s:start\n w:timer in 5\n v:timer in 6\n e:end\n s > w > v > e"))
    assert len([found for found in refusal.findings if found.rule == "timer-duration"]) == 2
    assert [found.line for found in refusal.findings] == sorted(found.line for found in refusal.findings)


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        (b"", "xml-unreadable"),
        (b"<a>", "xml-unreadable"),
        (b"\xff\xfe\x00", "xml-unreadable"),
        (b"<a/>", "not-bpmn"),
        (b'<definitions xmlns="urn:other"/>', "not-bpmn"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "xml-doctype"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "xml-doctype"),
        (b"<a>" + b"<b>" * 200 + b"</b>" * 200 + b"</a>", "file-too-complex"),
        (b"<a>" + b"<b/>" * 60_000 + b"</a>", "file-too-complex"),
        (b" " * (5 * 1024 * 1024 + 1), "file-too-large"),
    ],
    ids=[
        "empty",
        "cut off",
        "no text",
        "other root",
        "other namespace",
        "entity",
        "external",
        "deep",
        "wide",
        "large",
    ],
)
def test_files_that_are_no_models(source: bytes, rule: str) -> None:
    with pytest.raises(ModelRefused) as caught:
        compile_bundle(Bundle(files={"model.bpmn": source}))
    assert rules(caught.value) == {rule}


def test_entities_that_multiply_are_not_expanded() -> None:
    bomb = (
        b'<!DOCTYPE a [<!ENTITY x0 "ha">'
        + b"".join(
            b'<!ENTITY x%d "&x%d;&x%d;">' % (number, number - 1, number - 1) for number in range(1, 60)
        )
        + b"]><a>&x59;</a>"
    )
    with pytest.raises(ModelRefused):
        compile_bundle(Bundle(files={"model.bpmn": bomb}))


def test_a_bundle_without_a_model() -> None:
    with pytest.raises(ModelRefused) as caught:
        compile_bundle(Bundle(files={}))
    assert rules(caught.value) == {"model-missing"}


@pytest.mark.parametrize(
    ("form", "rule"),
    [
        ([], "form-unreadable"),
        ({"components": 1}, "form-unreadable"),
        ({"components": [{"type": "script", "key": "a"}]}, "form-component"),
        ({"components": [{"type": ["text"], "key": "a"}]}, "form-component"),
        ({"components": [{"type": "textfield"}]}, "form-key"),
        ({"components": [{"type": "textfield", "key": "a b"}]}, "form-key"),
        ({"components": [{"type": "textfield", "key": "and"}]}, "form-key"),
        (
            {
                "components": [
                    {"type": "textfield", "key": "a"},
                    {"type": "group", "components": [{"type": "number", "key": "a"}]},
                ]
            },
            "form-key",
        ),
    ],
)
def test_forms_that_cannot_be_filled_in(
    draw: Callable[..., str], refused: Callable[..., ModelRefused], form: Any, rule: str
) -> None:
    xml = draw(PLAIN).replace(A, A + '<bpmn:extensionElements><gov:form key="k"/></bpmn:extensionElements>')
    assert rule in rules(refused(xml, {"k": form}))
