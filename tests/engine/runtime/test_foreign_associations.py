"""Data associations as jBPM, Kogito and the standard write them."""

# ruff: noqa: E501  a piece of XML reads best on its one line

from __future__ import annotations

from tests.engine.runtime.foreign import around, compiled, flows, is_open, played, refusal, told, warned


def put_in(target: str, text: str) -> str:
    return f"<dataInputAssociation><targetRef>{target}</targetRef><assignment><from><![CDATA[{text}]]></from><to>{target}</to></assignment></dataInputAssociation>"


def moved(kind: str, source: str, target: str) -> str:
    return f"<{kind}Association><sourceRef>{source}</sourceRef><targetRef>{target}</targetRef></{kind}Association>"


def task(associations: str, *, inputs: str = "", outputs: str = "", more: str = "") -> str:
    """A model whose task a declares these inputs and outputs; the ids are the names with i_ and o_."""
    declared = "".join(f'<dataInput id="i_{name}" name="{name}"/>' for name in inputs.split())
    declared += "".join(f'<dataOutput id="o_{name}" name="{name}"/>' for name in outputs.split())
    return around(
        f'<userTask id="a"><ioSpecification>{declared}<inputSet/><outputSet/></ioSpecification>{associations}{more}</userTask>'
    )


def test_what_jbpm_tells_its_lists_and_whom_it_gives_a_task() -> None:
    xml = task(
        put_in("i_TaskName", "Duyet") + put_in("i_Skippable", "false") + put_in("i_GroupId", "van_thu"),
        inputs="TaskName Skippable GroupId",
    )
    assignment = compiled(xml).definition.activities["a"].assignment
    assert assignment is not None
    assert assignment.role == "van_thu"
    assert "setting-left-out" in told(xml)
    person = task(put_in("i_ActorId", "#{nguoi}"), inputs="ActorId")
    named = compiled(person).definition.activities["a"].assignment
    assert named is not None
    assert named.person_expression == "nguoi"


def test_several_groups_are_left_out_with_a_warning() -> None:
    xml = task(put_in("i_GroupId", "a,b"), inputs="GroupId")
    assert compiled(xml).definition.activities["a"].assignment is None
    assert "left-out" in warned(xml)


def test_data_move_under_the_names_that_the_associations_say() -> None:
    xml = task(
        moved("dataInput", "so", "i_vao")
        + moved("dataOutput", "o_ra", "kq")
        + moved("dataOutput", "o_b", "b"),
        inputs="vao",
        outputs="ra b",
    )
    *_, done = played(xml, {"start": {"so": 1}}, {"complete": "a", "data": {"ra": 5, "b": 6, "c": 7}})
    assert done.variables == {"so": 1, "kq": 5, "b": 6}
    assert done.ended == ("e",)


def test_data_that_keep_their_names_leave_the_task_as_ever() -> None:
    xml = task(moved("dataInput", "so", "i_so") + moved("dataOutput", "o_b", "b"), inputs="so", outputs="b")
    *_, done = played(xml, {"start": {"so": 1}}, {"complete": "a", "data": {"b": 6, "c": 7}})
    assert done.variables == {"so": 1, "b": 6, "c": 7}


def test_what_the_model_gives_a_task_is_given_and_what_cannot_be_read_is_refused() -> None:
    given = put_in("i_han_muc", "#{so * 2}") + moved("dataOutput", "o_han_muc", "kq")
    xml = task(given, inputs="han_muc", outputs="han_muc")
    *_, done = played(xml, {"start": {"so": 2}}, {"complete": "a"})
    assert done.variables == {"so": 2, "kq": 4}
    program = task(put_in("i_x", "#{bean.call(so)}"), inputs="x")
    assert refusal(program) == [("unsupported-assignment", "a")]


def test_the_list_of_a_loop_and_what_it_gathers_are_the_variables_that_the_associations_say() -> None:
    loop = '<multiInstanceLoopCharacteristics><loopDataInputRef>i_IN</loopDataInputRef><loopDataOutputRef>o_OUT</loopDataOutputRef><inputDataItem id="x" name="x"/><outputDataItem id="y" name="y"/></multiInstanceLoopCharacteristics>'
    associations = (
        moved("dataInput", "ds", "i_IN")
        + moved("dataInput", "x", "i_x")
        + moved("dataOutput", "o_OUT", "kq")
        + moved("dataOutput", "o_y", "y")
    )
    xml = task(associations, inputs="IN x", outputs="OUT y", more=loop)
    begun, *_, done = played(
        xml,
        {"start": {"ds": [1, 2]}},
        {"complete": "a", "data": {"y": 3}},
        {"complete": "a", "data": {"y": 4}},
    )
    assert is_open(begun) == ["a", "a"]
    assert done.variables == {"ds": [1, 2], "kq": [3, 4]}


def test_a_service_is_handed_its_inputs_and_its_outputs_leave_it_under_their_other_names() -> None:
    xml = task(
        moved("dataInput", "so", "i_vao") + put_in("i_k", "7") + moved("dataOutput", "o_ra", "kq"),
        inputs="vao k",
        outputs="ra",
    )
    xml = xml.replace("<userTask ", '<serviceTask camunda:class="a.B" ').replace(
        "</userTask>", "</serviceTask>"
    )
    operator = compiled(xml).definition.activities["a"].operator
    assert operator is not None
    assert operator.parameters == {"vao": "vao", "k": "k"}
    *_, done = played(xml, {"start": {"so": 1}}, {"service": "a", "answer": {"ra": 3}})
    assert done.variables == {"so": 1, "kq": 3}


def test_a_called_process_is_given_what_the_associations_name() -> None:
    called = f'<process id="Q"><startEvent id="qs"/><userTask id="u"/><endEvent id="qe"/>{flows("qs", "u", "qe")}</process>'
    xml = task(
        moved("dataInput", "so", "i_vao")
        + moved("dataInput", "b", "i_b")
        + moved("dataOutput", "o_ra", "kq"),
        inputs="vao b",
        outputs="ra",
    )
    xml = xml.replace("<userTask ", '<callActivity calledElement="Q" ', 1).replace(
        "</userTask>", "</callActivity>", 1
    )
    xml = xml.replace("</definitions>", f"{called}</definitions>")
    *_, done = played(xml, {"start": {"so": 1, "b": 2}}, {"complete": "u", "data": {"ra": 5, "khac": 6}})
    assert done.variables == {"so": 1, "b": 2, "kq": 5}
    assert done.ended[-1] == "e"


def test_an_association_of_a_drawing_moves_nothing() -> None:
    xml = around(
        '<userTask id="a"><dataOutputAssociation><targetRef>D</targetRef></dataOutputAssociation></userTask>',
        '<dataObjectReference id="D" dataObjectRef="O"/><dataObject id="O"/>' + flows("e"),
    )
    assert "drawn-data" in warned(xml)
    *_, done = played(xml, {"complete": "a", "data": {"b": 1}})
    assert done.variables == {"b": 1}
