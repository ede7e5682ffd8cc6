"""What a step is given for itself alone, what leaves it, and what other engines' mappings become."""

# ruff: noqa: E501  a piece of XML reads best on its one line

from __future__ import annotations

import pytest

from engine.domain.values import Value
from engine.runtime import CompiledModel
from tests.engine.runtime.drawings import Case, Drawing
from tests.engine.runtime.foreign import around, compiled, extended, flows, is_open, model, played, refusal
from tests.engine.runtime.moved import Moving

STEP = '<bpmn:userTask id="a" name="Bước a">'
IN = '<gov:input source="x + 1" target="p"/><gov:input source="p * 2" target="q"/>'
OUT = '<gov:output source="p + ket" target="tong"/>'


def mapped(
    gov: str, drawing: str = "s:start\n a:user\n b:user\n e:end\n s > a > b > e", step: str = STEP
) -> CompiledModel:
    drawn = Drawing(drawing).xml()
    assert step in drawn
    return compiled(drawn.replace(step, f"{step}<bpmn:extensionElements>{gov}</bpmn:extensionElements>", 1))


def case(gov: str, **variables: Value) -> Case:
    return Case(mapped(gov), variables, stored=True)


def seen(run: Case) -> dict[str, Value]:
    return dict(run.process.variables(run.process.open_tasks()[0].id))


def test_a_step_sees_what_it_is_given_and_each_value_those_before() -> None:
    run = case(IN, x=1)
    assert seen(run) == {"x": 1, "p": 2, "q": 4}
    assert dict(run.process.variables()) == {"x": 1}


def test_without_outputs_what_it_writes_leaves_but_for_what_it_was_given() -> None:
    run = case(IN, x=1).do("a", p=9, ket=5)
    assert dict(run.process.variables()) == {"x": 1, "ket": 5}
    assert seen(run) == {"x": 1, "ket": 5}


def test_with_outputs_they_alone_leave() -> None:
    assert dict(case(IN + OUT, x=1).do("a", p=9, ket=5).process.variables()) == {"x": 1, "tong": 14}


def test_with_outputs_and_all_both_leave() -> None:
    run = case(f'{IN}{OUT}<gov:output variables="all"/>', x=1).do("a", p=9, ket=5)
    assert dict(run.process.variables()) == {"x": 1, "ket": 5, "tong": 14}


def test_nothing_leaves_where_that_is_said() -> None:
    assert dict(case('<gov:output variables="none"/>', x=1).do("a", ket=5).process.variables()) == {"x": 1}


def test_a_step_that_is_passed_over_lets_nothing_out() -> None:
    run = case(IN + OUT, x=1, tong=3)
    run.process.pass_over(run.process.open_tasks()[0].id)
    assert dict(run.process.variables()) == {"x": 1, "tong": 3}
    assert [scope.id for scope in run.process.scopes()] == [""]


def test_a_step_that_is_interrupted_lets_nothing_out_and_leaves_no_scope() -> None:
    run = Case(
        mapped(IN + OUT, "s:start\n a:user\n t:timer on a in P1D\n b:user\n s > a\n t > b"),
        {"x": 1},
        stored=True,
    )
    assert run.wait(days=1) == 1
    assert run.open == ["b"]
    assert [scope.id for scope in run.process.scopes()] == [""]


def test_the_scope_of_a_step_bears_its_name_and_the_step_still_stands_in_that_around_it() -> None:
    run = case(IN, x=1)
    assert [scope.element_id for scope in run.process.scopes()] == [None, "a"]
    assert run.process.open_tasks()[0].scope_id == "", "separation of duties compares the places of steps"


def test_a_sub_process_gives_its_steps_what_it_was_given() -> None:
    drawing = "s:start\n q:sub {\n s1:start\n a:user\n b:user\n s1 > a > b\n }\n z:user\n s > q > z"
    run = Case(mapped(IN + OUT, drawing, '<bpmn:subProcess id="q" name="Bước q">'), {"x": 1}, stored=True)
    assert seen(run.do("a", p=5, ket=1)) == {"x": 1, "p": 5, "q": 4, "ket": 1}
    assert dict(run.do("b").process.variables()) == {"x": 1, "tong": 6}


def test_each_instance_of_a_loop_is_given_its_own_and_gives_the_loop_what_leaves_it() -> None:
    drawing = "s:start\n a:user each n of ds into kq as tong\n z:user\n s > a > z"
    drawn = (
        Drawing(drawing)
        .xml()
        .replace(
            STEP,
            f'{STEP}<bpmn:extensionElements><gov:input source="n" target="p"/>{OUT}</bpmn:extensionElements>',
            1,
        )
    )
    run = Case(compiled(drawn), {"ds": [10, 20]}, stored=True).do("a", ket=1).do("a", ket=2)
    assert run.value("kq") == [11, 22]
    assert [scope.id for scope in run.process.scopes()] == [""]


def test_a_message_that_is_received_may_be_put_into_other_words() -> None:
    drawing = "s:start\n m:message Tin\n z:user\n s > m > z"
    step = '<bpmn:intermediateCatchEvent id="m" name="Bước m">'
    run = Case(mapped('<gov:output source="so + x" target="tong"/>', drawing, step), {"x": 1}, stored=True)
    assert run.process.correlate("Tin", {"so": 4})
    assert dict(run.process.variables()) == {"x": 1, "tong": 5}


def test_every_message_at_a_border_that_does_not_interrupt_is_put_into_other_words() -> None:
    out = '<extensionElements><zeebe:ioMapping><zeebe:output source="= so" target="lan"/></zeebe:ioMapping></extensionElements>'
    border = f'<boundaryEvent id="m" attachedToRef="a" cancelActivity="false">{out}<messageEventDefinition messageRef="M"/></boundaryEvent><userTask id="z"/>{flows("m", "z")}'
    run = Case(
        compiled(around('<userTask id="a"/>', border, '<message id="M" name="Tin"/>')), {}, stored=True
    )
    for number in (1, 2):
        assert run.process.correlate("Tin", {"so": number})
        assert dict(run.process.variables()) == {"lan": number}
    assert run.open == ["a", "z", "z"]


@pytest.mark.parametrize(
    ("gov", "rule"),
    [
        ('<gov:input variables="all"/>', "local-input"),
        ('<gov:input source="1" target="p"/><gov:input source="2" target="p"/>', "call-mapping"),
        ('<gov:input source="1 +" target="p"/>', "expression-unreadable"),
        ('<gov:output source="1"/>', "call-mapping"),
    ],
)
def test_a_mapping_that_says_nothing_clear_is_refused(gov: str, rule: str) -> None:
    drawn = (
        Drawing("s:start\n a:user\n s > a")
        .xml()
        .replace(STEP, f"{STEP}<bpmn:extensionElements>{gov}</bpmn:extensionElements>")
    )
    assert rule in [found for found, _ in refusal(drawn)]


@pytest.mark.parametrize("kind", ["start", "handler", "end", "border"])
def test_a_mapping_stands_where_a_step_begins_and_ends(kind: str) -> None:
    gov = {"end": OUT, "border": '<gov:input source="1" target="p"/>'}.get(kind, OUT)
    inside = f"<extensionElements>{gov}</extensionElements>"
    place = {
        "start": around('<userTask id="a"/>').replace(
            '<startEvent id="s"/>', f'<startEvent id="s">{inside}</startEvent>'
        ),
        "handler": around(
            '<userTask id="a"/>',
            f'<subProcess id="h" triggeredByEvent="true">{inside}<startEvent id="s1"><errorEventDefinition/></startEvent><endEvent id="e1"/>{flows("s1", "e1")}</subProcess>',
        ),
        "end": around('<userTask id="a"/>').replace(
            '<endEvent id="e"/>', f'<endEvent id="e">{inside}</endEvent>'
        ),
        "border": around(
            '<userTask id="a"/>',
            f'<boundaryEvent id="m" attachedToRef="a">{inside}<errorEventDefinition/></boundaryEvent><endEvent id="e2"/>{flows("m", "e2")}',
        ),
    }[kind]
    place = place.replace("<definitions ", '<definitions xmlns:gov="urn:vn:gov:bpmn:1" ')
    assert {rule for rule, _ in refusal(place)} & {"local-mapping-place", "unknown-gov-element"}


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("", IN + OUT, {"x": 1, "tong": 7}),
        (IN, IN + OUT, {"x": 1, "tong": 7}),
        (IN + OUT, IN + OUT, {"x": 1, "tong": 7}),
        (IN + OUT, "", {"x": 1, "ket": 5}),
        (IN + OUT, IN, {"x": 1, "ket": 5}),
    ],
)
def test_a_step_under_way_is_fitted_to_the_mapping_of_the_next_version(
    before: str, after: str, left: dict[str, Value]
) -> None:
    def version(gov: str) -> str:
        drawn = Drawing("s:start\n a:user\n b:user\n e:end\n s > a > b > e").xml()
        return drawn.replace(STEP, f"{STEP}<bpmn:extensionElements>{gov}</bpmn:extensionElements>", 1)

    run = Moving(version(before), x=1).to(version(after)).do("a", ket=5)
    assert dict(run.process.variables()) == left
    assert [scope.id for scope in run.process.scopes()] == [""]


# Other engines

CAMUNDA = '<camunda:inputOutput><camunda:inputParameter name="p">${x + 1}</camunda:inputParameter><camunda:outputParameter name="tong">${p * 2}</camunda:outputParameter></camunda:inputOutput>'
ZEEBE = '<zeebe:ioMapping><zeebe:input source="= x + 1" target="p"/><zeebe:output source="= p * 2" target="tong"/></zeebe:ioMapping>'


@pytest.mark.parametrize(
    ("extension", "left"),
    [
        (CAMUNDA, {"x": 1, "khac": 7, "tong": 10}),
        (ZEEBE, {"x": 1, "tong": 10}),
        (ZEEBE.replace('<zeebe:output source="= p * 2" target="tong"/>', ""), {"x": 1, "khac": 7}),
    ],
)
@pytest.mark.parametrize("tag", ["userTask", "serviceTask"])
def test_a_mapping_of_another_engine_lets_out_what_it_lets_out_there(
    tag: str, extension: str, left: dict[str, Value]
) -> None:
    """Camunda writes at once what is no input; Zeebe does so only where no outputs are named."""
    step: dict[str, object] = {"complete": "a", "data": {"p": 5, "khac": 7}}
    *_, last = played(around(extended(tag, extension)), {"start": {"x": 1}}, step)
    assert last.variables == left


def test_lists_and_maps_of_camunda_are_values() -> None:
    parameter = '<camunda:inputParameter name="p"><camunda:map><camunda:entry key="ds"><camunda:list><camunda:value>a</camunda:value><camunda:value>${x}</camunda:value></camunda:list></camunda:entry><camunda:entry key="khong"/></camunda:map></camunda:inputParameter>'
    result = '<camunda:outputParameter name="q">${p}</camunda:outputParameter>'
    *_, last = played(
        around(extended("userTask", f"<camunda:inputOutput>{parameter}{result}</camunda:inputOutput>")),
        {"start": {"x": 1}},
        {"complete": "a"},
    )
    assert last.variables["q"] == {"ds": ["a", 1], "khong": None}


def test_the_steps_of_a_sub_process_of_zeebe_write_outwards_whatever_leaves_it() -> None:
    inside = f'<startEvent id="s1"/><userTask id="u"/><endEvent id="e1"/>{flows("s1", "u", "e1")}'
    xml = around(f'<subProcess id="a"><extensionElements>{ZEEBE}</extensionElements>{inside}</subProcess>')
    *_, last = played(xml, {"start": {"x": 1}}, {"complete": "u", "data": {"khac": 7, "p": 5}})
    assert last.variables == {"x": 1, "khac": 7, "tong": 10}


LOOP = '<userTask id="a"><extensionElements>{}</extensionElements><multiInstanceLoopCharacteristics>{}<loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask>'


def test_outputs_of_several_instances_are_taken_only_where_the_loop_gathers_them() -> None:
    assert refusal(around(LOOP.format(CAMUNDA, ""))) == [("foreign-extension", "a")]
    assert refusal(around(LOOP.format(ZEEBE, ""))) == [("foreign-extension", "a")]
    gathers = '<extensionElements><zeebe:loopCharacteristics inputCollection="= ds" inputElement="x" outputCollection="kq" outputElement="= tong"/></extensionElements>'
    looped = LOOP.format(ZEEBE, gathers).replace("<loopCardinality>2</loopCardinality>", "")
    *_, last = played(around(looped), {"start": {"ds": [1, 2]}}, {"complete": "a"}, {"complete": "a"})
    assert last.variables["kq"] == [4, 6]


def test_what_is_caught_tells_its_code_and_message_to_the_variables_that_ask_for_them() -> None:
    inner = f'<startEvent id="s1"/><endEvent id="x"><errorEventDefinition errorRef="E"/></endEvent>{flows("s1", "x")}'
    catch = '<boundaryEvent id="b" attachedToRef="a"><errorEventDefinition camunda:errorCodeVariable="ma" camunda:errorMessageVariable="loi"/></boundaryEvent>'
    xml = around(
        f'<subProcess id="a">{inner}</subProcess>',
        f'{catch}<userTask id="z"/>{flows("b", "z")}',
        '<error id="E" errorCode="E1" camunda:errorMessage="${ly_do}"/>',
    )
    (begun,) = played(xml, {"start": {"ly_do": "thiếu chữ ký"}})
    assert is_open(begun) == ["z"]
    assert (begun.variables["ma"], begun.variables["loi"]) == ("E1", "thiếu chữ ký")
    escalation = (
        xml.replace("errorEvent", "escalationEvent")
        .replace("errorRef", "escalationRef")
        .replace("errorCode", "escalationCode")
        .replace("<error ", "<escalation ")
        .replace('camunda:errorMessageVariable="loi"', "")
        .replace('camunda:errorMessage="${ly_do}"', "")
    )
    (begun,) = played(escalation, {"start": {}})
    assert begun.variables == {"ma": "E1"}


def test_a_service_that_fails_tells_its_code_and_has_no_message() -> None:
    catch = '<boundaryEvent id="b" attachedToRef="a"><errorEventDefinition camunda:errorCodeVariable="ma" camunda:errorMessageVariable="loi"/></boundaryEvent>'
    xml = around('<serviceTask id="a"/>', f'{catch}<userTask id="z"/>{flows("b", "z")}')
    *_, last = played(xml, {"start": {"loi": "cũ"}}, {"fail": "a", "code": "E7"})
    assert last.variables == {"ma": "E7", "loi": None}


def test_a_signal_carries_what_its_thrower_names_and_no_more() -> None:
    carried = '<extensionElements><camunda:in source="x" target="y"/><camunda:in sourceExpression="${x + 1}" target="z"/></extensionElements>'
    body = (
        '<startEvent id="s"/><parallelGateway id="g"/><intermediateCatchEvent id="c"><signalEventDefinition signalRef="S"/></intermediateCatchEvent><userTask id="a"/><userTask id="u"/>'
        f'<endEvent id="e"><signalEventDefinition signalRef="S">{carried}</signalEventDefinition></endEvent>{flows("s", "g", "a", "e")}{flows("g", "c", "u")}'
    )
    xml = model(body, '<signal id="S" name="Tin"/>')
    *_, last = played(xml, {"start": {"x": 1}}, {"complete": "a"})
    assert is_open(last) == ["u"]
    assert last.variables == {"x": 1, "y": 1, "z": 2}
    assert (
        refusal(xml.replace('<camunda:in source="x" target="y"/>', '<camunda:in variables="all"/>'))[0][0]
        == "foreign-extension"
    )


def test_an_event_on_the_border_that_would_read_an_input_is_refused() -> None:
    """In Camunda it sees the variables of the step; here it stands outside."""
    border = f'<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>${{p}}</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e2"/>{flows("t", "e2")}'
    xml = around(extended("userTask", CAMUNDA), border)
    assert refusal(xml) == [("local-read-outside", "t")]
    assert is_open(played(xml.replace("${p}", "${han}"), {"start": {"x": 1, "han": "P1D"}})[0]) == ["a"]
