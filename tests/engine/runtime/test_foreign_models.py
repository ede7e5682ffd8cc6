"""Models as other engines' designers write them: run with the one meaning they have, or refused."""

# ruff: noqa: E501  a piece of XML reads best on its one line

from __future__ import annotations

import pytest

from engine.domain.definition import ModelRefused, OperatorBinding
from tests.engine.runtime.foreign import (
    around,
    compiled,
    extended,
    flows,
    is_open,
    model,
    played,
    refusal,
    told,
    warned,
)

# Values as XML Schema lets them be written


def test_booleans_may_be_written_as_numbers() -> None:
    handler = (
        '<subProcess id="h" triggeredByEvent="1"><startEvent id="hs" isInterrupting=" 1 ">'
        '<signalEventDefinition signalRef="S"/></startEvent><userTask id="b"/>'
        f"{flows('hs', 'b')}</subProcess>"
    )
    begun, interrupted = played(
        around('<userTask id="a"/>', handler, '<signal id="S" name="S"/>'), {"signal": "S"}
    )
    assert is_open(begun) == ["a"]
    assert is_open(interrupted) == ["b"]
    beside = handler.replace(" 1 ", "0")
    _, both = played(around('<userTask id="a"/>', beside, '<signal id="S" name="S"/>'), {"signal": "S"})
    assert is_open(both) == ["a", "b"]


def test_a_boolean_that_is_none_is_refused() -> None:
    marker = '<multiInstanceLoopCharacteristics isSequential="yes"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>'
    xml = around(f'<userTask id="a">{marker}</userTask>')
    assert refusal(xml) == [("boolean-unreadable", "a")]


def test_references_may_bear_the_prefix_of_a_namespace() -> None:
    event = (
        '<boundaryEvent id="b" attachedToRef="tns:a"><messageEventDefinition messageRef="tns:M"/></boundaryEvent>'
        f'<userTask id="c"/>{flows("b", "c")}'
    )
    *_, standing = played(
        around('<userTask id="a"/>', event, '<message id="M" name="Tin"/>'), {"message": "Tin"}
    )
    assert is_open(standing) == ["c"]


def test_a_message_without_a_name_has_its_id_for_one_and_one_that_is_not_there_is_refused() -> None:
    step = '<receiveTask id="a" messageRef="M"/>'
    xml = around(step, roots='<message id="M"/>')
    assert told(xml) == {"message-named-by-id"}
    *_, standing = played(xml, {"message": "M"})
    assert standing.ended == ("e",)
    assert refusal(around(step)) == [("message-unnamed", "a")]


# Activities


def operator(step: str) -> OperatorBinding | None:
    return compiled(around(step)).definition.activities["a"].operator


def test_the_topic_of_an_external_task_is_its_operator_wherever_it_stands() -> None:
    for attributes in (
        'camunda:type="external" camunda:topic="gui"',
        'camunda:topic="gui" camunda:type="external"',
    ):
        assert operator(f'<serviceTask id="a" {attributes}/>') == OperatorBinding(name="gui")


def test_what_is_handed_to_a_program_are_parameters_and_what_it_gives_is_the_result() -> None:
    mapped = '<camunda:inputOutput><camunda:inputParameter name="p">${x + 1}</camunda:inputParameter><camunda:inputParameter name="q">say "hi"</camunda:inputParameter></camunda:inputOutput>'
    assert operator(
        extended("serviceTask", mapped, 'camunda:class="a.B" camunda:resultVariable="kq"')
    ) == OperatorBinding(name="a.B", result="kq", parameters={"p": "p", "q": "q"})
    fields = '<flowable:field name="to" stringValue="x@y"/><flowable:field name="who"><flowable:expression>${nguoi}</flowable:expression></flowable:field>'
    assert operator(extended("serviceTask", fields, 'flowable:type="mail"')) == OperatorBinding(
        name="mail", parameters={"to": '"x@y"', "who": "nguoi"}
    )
    zeebe = '<zeebe:taskDefinition type="gui" retries="3"/><zeebe:ioMapping><zeebe:input source="= x" target="p"/></zeebe:ioMapping><zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>'
    assert operator(extended("serviceTask", zeebe)) == OperatorBinding(
        name="gui", parameters={"p": "p", "k": '"v"'}
    )


@pytest.mark.parametrize(
    "extension",
    [
        '<camunda:inputOutput><camunda:outputParameter name="p"><camunda:script scriptFormat="groovy">x</camunda:script></camunda:outputParameter></camunda:inputOutput>',
        '<camunda:inputOutput><camunda:inputParameter name="p">số ${x}</camunda:inputParameter></camunda:inputOutput>',
        '<zeebe:ioMapping><zeebe:output source="= x" target="p.q"/></zeebe:ioMapping>',
        '<zeebe:ioMapping><zeebe:output source="= x" target="p"/><zeebe:output source="= p" target="q"/></zeebe:ioMapping>',
        "<camunda:connector/>",
        '<camunda:executionListener class="x" event="start"/>',
        "<spiff:preScript>x = 1</spiff:preScript>",
        '<drools:onEntry-script scriptFormat="java"/>',
    ],
)
def test_what_would_change_data_or_run_a_program_is_refused_and_not_left_out(extension: str) -> None:
    assert refusal(around(extended("serviceTask", extension, 'camunda:class="a.B"'))) == [
        ("foreign-extension", "a")
    ]


@pytest.mark.parametrize(
    "attributes",
    [
        'flowable:skipExpression="${x}"',
        'flowable:triggerable="true"',
        'camunda:caseRef="c"',
        'flowable:terminateAll="true"',
        'flowable:signalExpression="${x}"',
    ],
)
def test_attributes_that_change_the_course_of_a_case_are_refused(attributes: str) -> None:
    assert refusal(around(f'<serviceTask id="a" {attributes}/>')) == [("foreign-meaning", "a")]


@pytest.mark.parametrize(
    "attributes",
    ['camunda:asyncBefore="true" camunda:jobPriority="3"', 'flowable:async="true" flowable:exclusive="false"', 'flowable:triggerable="false"'],
)  # fmt: skip
def test_what_only_steers_another_engine_is_left_out_without_a_warning(attributes: str) -> None:
    xml = around(f'<serviceTask id="a" {attributes}/>')
    assert "setting-left-out" in told(xml)
    assert warned(xml) == set()


def test_a_variable_that_another_engine_fills_may_be_left_out_only_where_nothing_reads_it() -> None:
    xml = around('<userTask id="a" camunda:assignee="ai_do"/>').replace(
        '<startEvent id="s"/>', '<startEvent id="s" camunda:initiator="nguoi_mo"/>'
    )
    assert "left-out" in warned(xml)
    assert refusal(xml.replace("ai_do", "${nguoi_mo}")) == [("foreign-meaning", "s")]


def test_a_task_that_sends_by_a_program_is_a_service_task() -> None:
    xml = around('<sendTask id="a" camunda:type="external" camunda:topic="gui"/>')
    assert told(xml) == {"read-as-serviceTask", "read-as-gov-operator"}
    _, failed = played(xml, {"fail": "a"})
    assert failed.status == "incident"


@pytest.mark.parametrize(
    "step",
    [
        extended("scriptTask", '<zeebe:script expression="= x * 7" resultVariable="y"/>'),
        '<scriptTask id="a" scriptFormat="juel" camunda:resultVariable="y"><script>${x * 7}</script></scriptTask>',
        '<scriptTask id="a" scriptFormat="feel" camunda:resultVariable="y"><script>x * 7</script></scriptTask>',
        '<serviceTask id="a" camunda:expression="${x * 7}" camunda:resultVariable="y"/>',
        '<serviceTask id="a" camunda:expression="${execution.setVariable(\'y\', x * 7)}"/>',
    ],
)
def test_what_only_computes_a_variable_is_computed(step: str) -> None:
    (standing,) = played(around(step), {"start": {"x": 6}})
    assert standing.variables == {"x": 6, "y": 42}
    assert standing.ended == ("e",)


@pytest.mark.parametrize(
    "script",
    [
        "<script>x = 1</script>",
        "",
        "<extensionElements><camunda:resource/></extensionElements>",
    ],
)  # fmt: skip
def test_a_script_in_a_programming_language_is_refused(script: str) -> None:
    assert refusal(around(f'<scriptTask id="a" scriptFormat="python">{script}</scriptTask>')) == [
        ("unsupported-scriptTask", "a")
    ]


def test_a_computation_that_fails_is_an_incident_and_not_passed_over() -> None:
    (standing,) = played(
        around('<serviceTask id="a" camunda:expression="${x * 7}" camunda:resultVariable="y"/>'),
        {"start": {"x": "chữ"}},
    )
    assert standing.status == "incident"


def test_the_people_of_the_standard_are_an_assignment() -> None:
    def owner(local: str, text: str) -> str:
        return f'<userTask id="a"><{local}><resourceAssignmentExpression><formalExpression>{text}</formalExpression></resourceAssignmentExpression></{local}></userTask>'

    def assigned(step: str, roots: str = "") -> tuple[str | None, str | None]:
        assignment = compiled(around(step, roots=roots)).definition.activities["a"].assignment
        assert assignment is not None
        return assignment.role, assignment.person_expression

    assert assigned(owner("potentialOwner", "to_truong")) == ("to_truong", None)
    assert assigned(owner("potentialOwner", "group(to_truong)")) == ("to_truong", None)
    assert assigned(owner("potentialOwner", "user(an)")) == (None, '"an"')
    assert assigned(owner("humanPerformer", "${nguoi}")) == (None, "nguoi")
    named = '<userTask id="a"><potentialOwner><resourceRef>R</resourceRef></potentialOwner></userTask>'
    assert assigned(named, '<resource id="R" name="van_thu"/>') == ("van_thu", None)
    several = around(owner("potentialOwner", "group(a), group(b)"))
    assert compiled(several).definition.activities["a"].assignment is None
    assert "left-out" in warned(several)


def test_the_list_of_the_standard_is_run_through() -> None:
    marker = "<multiInstanceLoopCharacteristics><loopDataInputRef>I</loopDataInputRef><inputDataItem name='x'/></multiInstanceLoopCharacteristics>"
    data = '<ioSpecification><dataInput id="I" name="trong"/><inputSet/><outputSet/></ioSpecification><dataInputAssociation id="as"><sourceRef>D</sourceRef><targetRef>I</targetRef></dataInputAssociation>'
    xml = around(
        f'<userTask id="a">{data}{marker}</userTask>', '<dataObject id="D" name="ds" isCollection="true"/>'
    )
    (standing,) = played(xml, {"start": {"ds": ["b", "c"]}})
    assert is_open(standing) == ["a", "a"]
    plain = around(f'<userTask id="a">{marker.replace(">I<", ">ds<")}</userTask>')
    (standing,) = played(plain, {"start": {"ds": ["b", "c", "d"]}})
    assert is_open(standing) == ["a", "a", "a"]


def test_a_transaction_that_is_never_cancelled_is_a_sub_process() -> None:
    inside = f'<startEvent id="as"/><userTask id="u"/>{flows("as", "u")}'
    xml = around(f'<transaction id="a" method="##Compensate">{inside}</transaction>')
    begun, done = played(xml, {"complete": "u"})
    assert is_open(begun) == ["u"]
    assert done.ended == ("e",)
    cancelled = inside + '<endEvent id="c"><cancelEventDefinition/></endEvent>' + flows("u", "c")
    assert ("unsupported-transaction", "a") in refusal(
        around(f'<transaction id="a">{cancelled}</transaction>')
    )


def test_a_call_of_a_global_user_task_is_that_task() -> None:
    xml = around(
        '<callActivity id="a" name="Duyệt" calledElement="G"/>', roots='<globalUserTask id="G" name="g"/>'
    )
    (standing,) = played(xml)
    assert [(task.id, task.name) for task in standing.open] == [("a", "Duyệt")]


# What only looks


def test_notes_in_html_and_data_of_events_do_not_stop_a_model() -> None:
    html = '<p xmlns="http://www.w3.org/1999/xhtml">Theo <b>luật</b></p>'
    xml = around(
        f'<userTask id="a"><documentation>{html}</documentation></userTask>',
        f'<textAnnotation id="t"><text>{html}</text></textAnnotation>',
    ).replace(
        '<startEvent id="s"/>',
        '<startEvent id="s"><dataOutput id="o"/><dataOutputAssociation id="oa"><sourceRef>o</sourceRef><extensionElements><signavio:meta k="v"/></extensionElements></dataOutputAssociation><outputSet/></startEvent>',
    )
    assert compiled(xml).definition.activities["a"].documentation == "Theo luật"


# Refusals say what is wrong, and only that


def test_behind_a_refused_element_nothing_is_called_unreachable() -> None:
    xml = model(
        '<startEvent id="s"/><complexGateway id="g"/><userTask id="a"/><endEvent id="e"/>'
        + flows("s", "g", "a", "e")
    )
    assert refusal(xml) == [("unsupported-complexGateway", "g")]


def test_an_event_with_a_refused_definition_is_not_said_to_have_none() -> None:
    event = '<boundaryEvent id="b" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><serviceTask id="undo" isForCompensation="true"/>'
    assert set(refusal(around('<userTask id="a"/>', event))) == {
        ("unsupported-compensateEventDefinition", "b"),
        ("unsupported-attribute", "undo"),
    }


def test_a_flow_that_leads_nowhere_names_what_is_missing() -> None:
    with pytest.raises(ModelRefused) as caught:
        compiled(around('<userTask id="a"/>', '<sequenceFlow id="z" sourceRef="a" targetRef="x"/>'))
    (finding,) = caught.value.findings
    assert (finding.rule, finding.element_id) == ("flow-ends", "z")
    assert "“x” (targetRef)" in finding.message_en
    assert "không có trong tệp" in finding.message_vi


# Failing services


def test_a_failure_without_a_code_is_caught_by_the_nearest_error_event_around_the_service() -> None:
    inside = '<startEvent id="as"/><serviceTask id="v" camunda:class="X"/>' + flows("as", "v")
    border = '<boundaryEvent id="b" attachedToRef="a"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="c"/>'
    xml = around(
        f'<subProcess id="a">{inside}</subProcess>',
        border + flows("b", "c"),
        '<error id="E" errorCode="E1"/>',
    )
    *_, standing = played(xml, {"fail": "v"})
    assert is_open(standing) == ["c"]
    handler = '<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><errorEventDefinition errorRef="E"/></startEvent><userTask id="d"/></subProcess>'
    nearer = xml.replace("</subProcess>", handler.replace("</subProcess>", flows("hs", "d") + "</subProcess></subProcess>"), 1)  # fmt: skip
    *_, standing = played(nearer, {"fail": "v"})
    assert is_open(standing) == ["d"]


# Names and values


def test_a_name_that_is_computed_is_refused_and_a_constant_one_is_read() -> None:
    step = '<receiveTask id="a" messageRef="M"/>'
    *_, standing = played(
        around(step, roots='<message id="M" name="= &quot;Tin&quot;"/>'), {"message": "Tin"}
    )
    assert standing.ended == ("e",)
    assert refusal(around(step, roots='<message id="M" name="${ten}"/>')) == [("name-computed", "M")]


@pytest.mark.parametrize(
    ("due", "expression"),
    [("2026-02-01", 'date("2026-02-01")'), ("2026-02-01T08:00:00Z", 'datetime("2026-02-01T08:00:00Z")'), ("${han}", "han"), ("P5D", None), ("ngay_mai", None)],
)  # fmt: skip
def test_a_due_date_is_a_day_or_an_expression_and_a_duration_is_left_out(
    due: str, expression: str | None
) -> None:
    deadline = (
        compiled(around(f'<userTask id="a" camunda:dueDate="{due}"/>')).definition.activities["a"].deadline
    )
    assert (None if deadline is None else deadline.date_expression) == expression


@pytest.mark.parametrize("person", ["an@so.gov.vn", "Nguyễn Văn An", "an-1"])
def test_an_assignee_without_the_signs_of_an_expression_is_meant_as_it_stands(person: str) -> None:
    assignment = compiled(around(f'<userTask id="a" camunda:assignee="{person}"/>')).definition.activities[
        "a"
    ]
    assert assignment.assignment is not None
    assert assignment.assignment.person_expression == f'"{person}"'


def test_two_messages_of_one_id_are_refused() -> None:
    roots = '<message id="M" name="b"/><message id="M" name="c"/>'
    assert ("id-twice", "M") in refusal(around('<receiveTask id="a" messageRef="M"/>', roots=roots))


@pytest.mark.parametrize(
    ("definition", "roots", "element"),
    [
        ('<signalEventDefinition signalRef="S"/>', '<signal id="S" name="S" flowable:scope="processInstance"/>', "S"),
        ('<timerEventDefinition><timeCycle flowable:endDate="2026-02-01">R3/PT1H</timeCycle></timerEventDefinition>', "", "a"),
        ('<timerEventDefinition flowable:businessCalendarName="x"><timeDuration>PT1H</timeDuration></timerEventDefinition>', "", "a"),
    ],
)  # fmt: skip
def test_whom_a_signal_reaches_and_when_a_timer_fires_is_not_left_out(
    definition: str, roots: str, element: str
) -> None:
    event = f'<intermediateCatchEvent id="a">{definition}</intermediateCatchEvent>'
    assert refusal(around(event, roots=roots)) == [("foreign-meaning", element)]


def test_a_signal_of_jbpm_for_its_own_case_alone_is_refused() -> None:
    def thrown(scope: str) -> str:
        said = f'<extensionElements><drools:metaData name="customScope"><drools:metaValue>{scope}</drools:metaValue></drools:metaData></extensionElements>'
        return around(
            f'<intermediateThrowEvent id="a">{said}<signalEventDefinition signalRef="S"/></intermediateThrowEvent>',
            roots='<signal id="S" name="S" flowable:scope="global"/>',
        )

    assert refusal(thrown("processInstance")) == [("foreign-meaning", "a")]
    (done,) = played(thrown("default"))
    assert done.ended == ("e",)


def test_a_start_by_an_event_of_another_registry_is_no_plain_start() -> None:
    said = "<extensionElements><flowable:eventType>don</flowable:eventType></extensionElements>"
    xml = around('<userTask id="a"/>').replace(
        '<startEvent id="s"/>', f'<startEvent id="s">{said}</startEvent>'
    )
    assert refusal(xml) == [("foreign-extension", "s")]
