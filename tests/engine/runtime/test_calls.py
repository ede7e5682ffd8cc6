"""Call activities: processes of other files, under ids of their own, with what passes in and out."""

from __future__ import annotations

import json

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime import CompiledModel, ProcessIncident, compile_bundle
from engine.runtime.calling import calls_elsewhere
from tests.engine.runtime.drawings import Case, Drawing

CALLER = "s:start\n a:user\n c:call CON\n b:user\n e:end\n s > a > c > b > e"
CALLED = "s:start\n a:user\n e:end\n s > a > e"
SECTION = '<bpmn:callActivity id="c" name="Bước c" calledElement="CON">'


def xml(text: str, key: str = "P", *, gov: str = "", variables: str = "", more: str = "") -> str:
    """A drawing with that process id, mappings on its call and declared variables."""
    drawn = Drawing(text).xml().replace('<bpmn:process id="P"', f'<bpmn:process id="{key}"{more}', 1)
    if gov:
        assert SECTION in drawn
        drawn = drawn.replace(SECTION, f"{SECTION}<bpmn:extensionElements>{gov}</bpmn:extensionElements>")
    if variables:
        inner = "".join(
            '<gov:variable name="{}" type="{}"/>'.format(*each.split(":")) for each in variables.split()
        )
        drawn = drawn.replace(
            'isExecutable="true">',
            'isExecutable="true"><bpmn:extensionElements>'
            f"<gov:variables>{inner}</gov:variables></bpmn:extensionElements>",
            1,
        )
    return drawn


def files(model: str, **others: str) -> dict[str, bytes]:
    named = {name.replace("__", "/") + ".bpmn": text.encode() for name, text in others.items()}
    return {"model.bpmn": model.encode(), **named}


def compiled(model: str, **others: str) -> CompiledModel:
    return compile_bundle(Bundle(files=files(model, **others)))


def refusal(model: str, **others: str) -> list[tuple[str, str | None]]:
    with pytest.raises(ModelRefused) as caught:
        compiled(model, **others)
    return [(finding.rule, finding.element_id) for finding in caught.value.findings]


def case(model: CompiledModel, **variables: Value) -> Case:
    return Case(model, variables, stored=True)


def test_the_same_ids_in_two_files_are_different_steps() -> None:
    model = compiled(xml(CALLER), con=xml(CALLED, "CON"))
    assert set(model.definition.activities) >= {"a", "b", "CON/a", "CON/s"}
    assert set(model.definition.order) == set(model.definition.activities)
    run = case(model)
    assert run.open == ["a"]
    assert run.do("a").open == ["CON/a"]
    assert run.do("CON/a", so=1).open == ["b"]
    assert run.do("b").completed
    assert run.value("so") == 1


def test_what_is_called_stands_under_its_call() -> None:
    activities = compiled(xml(CALLER), con=xml(CALLED, "CON")).definition.activities
    assert (activities["a"].parent_id, activities["CON/a"].parent_id) == (None, "c")
    inside = compiled(xml(CALLER.replace("CON", "P2") + "\n P2:process {\n s2:start\n z:user\n s2 > z\n }"))
    assert inside.definition.activities["z"].parent_id == "c"


def test_one_process_may_be_called_twice_and_calls_nest() -> None:
    model = compiled(
        xml("s:start\n c:call CON\n d:call CON\n e:end\n s > c > d > e"),
        con=xml("s:start\n c:call CHAU\n e:end\n s > c > e", "CON"),
        chau=xml(CALLED, "CHAU"),
    )
    run = case(model)
    assert run.do("CON/CHAU/a").open == ["CON/CHAU/a"]
    assert run.do("CON/CHAU/a").completed


def test_sub_processes_borders_and_links_of_the_called_process_run_under_their_new_ids() -> None:
    called = xml(
        "s:start\n q:sub {\n s1:start\n a:user\n s1 > a\n }\n t:timer on q in P1D\n g:xor\n l:throw link X\n"
        " m:link X\n b:user\n e:end\n s > q > g\n g > e if xong = true\n g > l else\n m > b\n t > b\n b > e",
        "CON",
    )
    run = case(compiled(xml(CALLER), con=called)).do("a")
    assert run.wait(days=1) == 1
    assert run.open == ["CON/b"]
    run = case(compiled(xml(CALLER), con=called)).do("a").do("CON/a")
    assert run.open == ["CON/b"]
    assert run.do("CON/b").open == ["b"]


def test_what_is_called_and_not_there_is_refused() -> None:
    assert refusal(xml(CALLER)) == [("call-elsewhere", "c")]
    assert refusal(xml(CALLER), mot=xml(CALLED, "CON"), hai=xml(CALLED, "CON")) == [("call-elsewhere", "c")]


def test_what_is_wrong_in_the_called_file_refuses_the_caller_and_names_it() -> None:
    wrong = xml(CALLED, "CON").replace("bpmn:userTask", "bpmn:adHocSubProcess")
    with pytest.raises(ModelRefused) as caught:
        compiled(xml(CALLER), con=wrong)
    assert all("“CON”" in finding.message_vi for finding in caught.value.findings)


def test_a_process_that_comes_back_to_its_caller_is_refused() -> None:
    back = xml("s:start\n c:call P\n e:end\n s > c > e", "CON")
    assert refusal(xml(CALLER), con=back)[0][0] == "call-recursion"
    itself = xml("s:start\n c:call CON\n e:end\n s > c > e", "CON")
    assert refusal(xml(CALLER), con=itself)[0][0] == "call-recursion"
    pinned = refusal(xml(CALLER), called__CON__model=back, called__CON__called__P__model=xml(CALLED))
    assert pinned[0][0] == "call-recursion"


def test_the_published_version_under_called_is_run_with_its_own_forms() -> None:
    plain = '<bpmn:userTask id="a" name="Bước a">'
    form = f'{plain}<bpmn:extensionElements><gov:form key="don"/></bpmn:extensionElements>'
    bundle = files(
        xml(CALLER).replace(plain, form, 1), called__CON__model=xml(CALLED, "CON").replace(plain, form, 1)
    )
    for place, label in (("forms/don.json", "ngoài"), ("called/CON/forms/don.json", "trong")):
        bundle[place] = json.dumps({"title": label, "components": []}).encode()
    definition = compile_bundle(Bundle(files=bundle)).definition
    shown = {
        element: definition.forms[definition.activities[element].form_key or ""]["title"]
        for element in ("a", "CON/a")
    }
    assert shown == {"a": "ngoài", "CON/a": "trong"}


def test_the_drawing_beside_comes_before_the_published_one() -> None:
    model = compiled(
        xml(CALLER),
        con=xml(CALLED, "CON"),
        called__CON__model=xml(CALLED.replace("a:user", "z:user").replace("> a", "> z"), "CON"),
    )
    assert "CON/a" in model.definition.activities


def test_the_calls_that_a_bundle_cannot_answer_itself_are_known() -> None:
    model = xml(
        "s:start\n c:call CON\n d:call TRONG\n f:call XA\n e:end\n s > c > d > f > e\n TRONG:process {\n"
        + CALLED.replace("s:", "s9:")
        .replace("a:", "a9:")
        .replace("e:", "e9:")
        .replace("s > a > e", "s9 > a9 > e9")
        + "\n}"
    )
    assert calls_elsewhere(Bundle(files=files(model, con=xml(CALLED, "CON")))) == ("XA",)


# What passes


def test_without_a_mapping_all_is_seen_and_all_that_was_written_comes_back() -> None:
    run = case(compiled(xml(CALLER), con=xml(CALLED, "CON")), so=1)
    run.do("a")
    assert run.process.variables(run.task("CON/a").id) == {"so": 1}
    run.do("CON/a", so=2, moi=3)
    assert run.process.variables() == {"so": 2, "moi": 3}


def test_while_the_called_process_runs_what_it_wrote_stays_with_it() -> None:
    called = xml("s:start\n a:user\n b:user\n e:end\n s > a > b > e", "CON")
    run = case(compiled(xml(CALLER), con=called), so=1)
    run.do("a").do("CON/a", so=2)
    assert run.process.variables() == {"so": 1}
    assert run.do("CON/b").process.variables() == {"so": 2}


IN = '<gov:input source="so + 1" target="x"/>'
OUT = '<gov:output source="y * 10" target="kq"/>'


@pytest.mark.parametrize(
    ("gov", "seen", "after"),
    [
        (IN, {"x": 6}, {"so": 5, "bi_mat": 1, "y": 7, "rieng": 8}),
        (OUT, {"so": 5, "bi_mat": 1}, {"so": 5, "bi_mat": 1, "kq": 70}),
        (IN + OUT, {"x": 6}, {"so": 5, "bi_mat": 1, "kq": 70}),
        (
            '<gov:input variables="all"/>' + IN,
            {"so": 5, "bi_mat": 1, "x": 6},
            {"so": 5, "bi_mat": 1, "y": 7, "rieng": 8},
        ),
        (
            '<gov:output variables="all"/>' + OUT,
            {"so": 5, "bi_mat": 1},
            {"so": 5, "bi_mat": 1, "y": 7, "rieng": 8, "kq": 70},
        ),
        ('<gov:input variables="none"/><gov:output variables="none"/>', {}, {"so": 5, "bi_mat": 1}),
    ],
)
def test_a_mapping_says_what_is_seen_and_what_comes_back(
    gov: str, seen: dict[str, Value], after: dict[str, Value]
) -> None:
    run = case(compiled(xml(CALLER, gov=gov), con=xml(CALLED, "CON")), so=5, bi_mat=1)
    run.do("a")
    assert run.process.variables(run.task("CON/a").id) == seen
    run.do("CON/a", y=7, rieng=8)
    assert run.process.variables() == after


def test_a_called_process_that_is_given_less_hands_on_less_to_those_it_calls() -> None:
    middle = xml("s:start\n c:call CHAU\n e:end\n s > c > e", "CON")
    model = compiled(xml(CALLER, gov=IN), con=middle, chau=xml(CALLED, "CHAU"))
    run = case(model, so=5)
    run.do("a")
    assert run.process.variables(run.task("CON/CHAU/a").id) == {"x": 6}
    run.do("CON/CHAU/a", y=1)
    assert run.process.variables() == {"so": 5, "y": 1}


def test_each_instance_of_a_called_loop_is_given_its_own_and_gives_its_own_back() -> None:
    text = CALLER.replace("c:call CON", "c:call CON each muc of ds into kq as z")
    gov = '<gov:input source="muc * 2" target="x"/><gov:output source="x + y" target="z"/>'
    run = case(compiled(xml(text, gov=gov), con=xml(CALLED, "CON")), ds=[1, 2])
    run.do("a")
    run.do("CON/a", index=1, y=100).do("CON/a", index=0, y=10)
    assert run.open == ["b"]
    assert run.process.variables() == {"ds": [1, 2], "kq": [12, 104]}


def test_a_call_that_is_repeated_writes_back_each_time() -> None:
    text = CALLER.replace("c:call CON", "c:call CON while so < 3 most 5")
    run = case(compiled(xml(text), con=xml(CALLED, "CON")), so=0)
    run.do("a")
    run.do("CON/a", so=2)
    assert (run.value("so"), run.open) == (2, ["CON/a"])
    assert run.do("CON/a", so=3).open == ["b"]


def test_what_interrupts_a_call_leaves_nothing_of_it_behind() -> None:
    text = CALLER.replace("b:user", "b:user\n t:timer on c in P1D\n t > b")
    run = case(compiled(xml(text, gov=IN), con=xml(CALLED, "CON")), so=1)
    run.do("a").wait(days=1)
    assert run.open == ["b"]
    assert [scope.id for scope in run.process.scopes()] == [""]


@pytest.mark.parametrize(
    "gov",
    [
        '<gov:input source="so"/>',
        '<gov:input source="so" target="1x"/>',
        '<gov:input source="so" target="x"/><gov:input source="so" target="x"/>',
        '<gov:output target="x"/>',
        '<gov:input variables="some"/>',
        '<gov:input variables="all" source="so" target="x"/>',
        '<gov:input variables="none"/><gov:input source="so" target="x"/>',
    ],
)
def test_a_mapping_that_says_nothing_clear_is_refused(gov: str) -> None:
    assert ("call-mapping", "c") in refusal(xml(CALLER, gov=gov), con=xml(CALLED, "CON"))


@pytest.mark.parametrize(
    ("gov", "variables"),
    [
        ("", "so:text"),
        ('<gov:input source="so" target="so"/><gov:output variables="none"/>', "so:text"),
        ('<gov:input variables="none"/><gov:output source="so" target="ten"/>', "ten:text"),
    ],
)
def test_values_that_pass_are_held_to_the_types_of_both_sides(gov: str, variables: str) -> None:
    called = xml(CALLED, "CON", variables="so:number")
    assert ("call-type", "c") in refusal(xml(CALLER, gov=gov, variables=variables), con=called)


def test_a_value_of_another_type_is_an_incident_at_the_call() -> None:
    called = xml(CALLED, "CON", variables="x:text")
    run = case(compiled(xml(CALLER, gov='<gov:input source="so" target="x"/>'), con=called), so=1)
    with pytest.raises(ProcessIncident) as incident:
        run.do("a")
    assert incident.value.element_id == "c"


# What other products write


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        ('<camunda:in source="so" target="x"/>', "gov:input source=“so” target=“x”"),
        ('<camunda:in sourceExpression="${so + 1}" target="x"/>', "gov:input source=“so + 1” target=“x”"),
        ('<camunda:in variables="all"/>', "gov:input variables=“all”"),
        ('<camunda:out source="y" target="kq"/>', "gov:output source=“y” target=“kq”"),
        (
            '<zeebe:ioMapping><zeebe:input source="=so + 1" target="x"/></zeebe:ioMapping>',
            "gov:input source=“so + 1” target=“x”",
        ),
    ],
)
def test_the_mappings_of_other_products_become_ours(foreign: str, ours: str) -> None:
    text = xml(CALLER, gov=foreign).replace(
        "xmlns:gov=", 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:gov='
    )
    model = compiled(text, con=xml(CALLED, "CON"))
    assert any(ours in finding.message_vi for finding in model.rewritten)


def test_zeebe_names_the_called_process_and_what_is_passed() -> None:
    called = '<zeebe:calledElement processId="CON" propagateAllChildVariables="false"/>'
    text = (
        xml(CALLER, gov=called)
        .replace("xmlns:gov=", 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:gov=')
        .replace(' calledElement="CON"', "")
    )
    run = case(compiled(text, con=xml(CALLED, "CON")), so=1)
    run.do("a").do("CON/a", y=1)
    assert run.process.variables() == {"so": 1}


def test_a_call_of_one_particular_version_is_refused() -> None:
    text = xml(CALLER).replace(
        'calledElement="CON"',
        'calledElement="CON" camunda:calledElementBinding="version" camunda:calledElementVersion="2"',
    )
    assert ("foreign-meaning", "c") in refusal(text, con=xml(CALLED, "CON"))
