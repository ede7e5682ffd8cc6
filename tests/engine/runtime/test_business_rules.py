"""Business rule tasks: which decision they ask, what they write, and what of it is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused
from engine.domain.values import Value
from engine.runtime import CompiledModel, ProcessIncident, What, compile_bundle
from engine.runtime.rehearsal import Status, read_script, rehearse
from tests.engine.runtime.drawings import Case, Drawing
from tests.engine.runtime.tables import FEES, OVERLAPPING, Row, written

OTHERS = (
    ' xmlns:operaton="http://operaton.org/schema/1.0/bpmn" xmlns:flowable="http://flowable.org/bpmn"'
    ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"'
)
LINE = "s:start\na:user\ne:end\n{task}\ns > r > a > e"


def asking(key: str = "Q", more: str = "", *, inner: str = "") -> str:
    """A business rule task `r` in one line."""
    return drawn(inner=f'<gov:decision key="{key}" {more}/>', loop=inner)


def drawn(attributes: str = "", *, inner: str = "", loop: str = "") -> str:
    """A business rule task `r` with attributes and extensions."""
    extensions = f"<bpmn:extensionElements>{inner}</bpmn:extensionElements>" if inner else ""
    return (
        f'<bpmn:businessRuleTask id="r" name="Tính mức" {attributes}>{extensions}{loop}'
        "</bpmn:businessRuleTask>"
    )


def files(drawing: str, **tables: bytes) -> Bundle:
    """A bundle; the table `q` is the file q.dmn."""
    xml = Drawing(drawing).xml().replace("<bpmn:definitions", f"<bpmn:definitions{OTHERS}")
    return Bundle(
        files={"model.bpmn": xml.encode(), **{f"{name}.dmn": table for name, table in tables.items()}}
    )


def model(task: str, table: bytes, *, forms_known: bool = True) -> CompiledModel:
    """A task `r` between start and user task."""
    return compile_bundle(files(LINE.format(task=task), q=table), forms_known=forms_known)


def findings(bundle: Bundle, *, forms_known: bool = True) -> tuple[Finding, ...]:
    with pytest.raises(ModelRefused) as refused:
        compile_bundle(bundle, forms_known=forms_known)
    for finding in refused.value.findings:
        assert finding.message_vi != finding.message_en
    return refused.value.findings


def rules(bundle: Bundle, *, forms_known: bool = True) -> list[str]:
    return [finding.rule for finding in findings(bundle, forms_known=forms_known)]


TABLE = written(["tien"], ["muc"], FEES, kind="number")
PAIRED = written(["x"], ["muc", "han"], [(["1"], ['"cao"', "x + 4"]), (["2"], ['"vừa"', "9"])])
Stored = Callable[[CompiledModel, Mapping[str, Value]], Case]


@pytest.fixture(params=["in memory", "stored between steps"])
def play(request: pytest.FixtureRequest) -> Stored:
    """Start a case of a model."""
    return lambda model, variables: Case(model, variables, stored=request.param != "in memory")


# What is written


def test_the_answer_becomes_the_variable_that_the_task_names(play: Stored) -> None:
    case = play(model(asking(more='result="muc_phi"'), TABLE), {"tien": 700})
    assert case.open == ["a"]
    assert case.value("muc_phi") == "cao"
    assert "muc" not in case.process.variables()


def test_without_a_name_each_output_becomes_a_variable(play: Stored) -> None:
    assert play(model(asking(), TABLE), {"tien": 5}).value("muc") == "thấp"
    case = play(model(asking(), PAIRED), {"x": 1})
    assert (case.value("muc"), case.value("han")) == ("cao", 5)


def test_where_no_rule_holds_the_variables_are_null_whatever_they_were(play: Stored) -> None:
    assert play(model(asking(more='result="kq"'), PAIRED), {"x": 7, "kq": "cũ"}).value("kq") is None
    case = play(model(asking(), PAIRED), {"x": 7, "muc": "cũ", "han": 1})
    assert (case.value("muc"), case.value("han")) == (None, None)


@pytest.mark.parametrize(
    ("shape", "of_one", "of_none"),
    [
        ("value", {"muc": "cao", "han": 5}, None),
        ("record", {"muc": "cao", "han": 5}, None),
        ("records", [{"muc": "cao", "han": 5}], []),
    ],
)
def test_the_answer_takes_the_form_that_is_asked_for(shape: str, of_one: Value, of_none: Value) -> None:
    compiled = model(asking(more=f'result="kq" as="{shape}"'), PAIRED)
    assert Case(compiled, {"x": 1}, stored=False).value("kq") == of_one
    assert Case(compiled, {"x": 7}, stored=False).value("kq") == of_none


@pytest.mark.parametrize(
    ("shape", "of_one", "of_none"),
    [
        ("value", "vừa", None),
        ("entry", "vừa", None),
        ("record", {"muc": "vừa"}, None),
        ("values", ["vừa"], []),
        ("records", [{"muc": "vừa"}], []),
    ],
)
def test_the_answer_of_one_output_takes_that_form_too(shape: str, of_one: Value, of_none: Value) -> None:
    compiled = model(asking(more=f'result="kq" as="{shape}"'), written(["tien"], ["muc"], FEES[:2]))
    assert Case(compiled, {"tien": 200}, stored=False).value("kq") == of_one
    assert Case(compiled, {"tien": 900}, stored=False).value("kq") == of_none


def test_all_answers_of_a_collecting_table_come_as_a_list(play: Stored) -> None:
    table = written(["x"], ["y"], [(["> 1"], ["1"]), (["> 2"], ["2"])], policy='hitPolicy="COLLECT"')
    assert play(model(asking(more='result="kq"'), table), {"x": 5}).value("kq") == [1, 2]
    summed = written(
        ["x"], ["y"], [(["> 1"], ["1"]), (["> 2"], ["2"])], policy='hitPolicy="COLLECT" aggregation="SUM"'
    )
    for shape in ("value", "entry"):
        compiled = model(asking(more=f'result="kq" as="{shape}"'), summed)
        assert play(compiled, {"x": 5}).value("kq") == 3


def test_the_task_does_not_wait_and_a_gateway_behind_it_chooses_by_its_answer(play: Stored) -> None:
    drawing = f"""
        s:start
        {asking(more='result="muc"')}
        g:xor
        a:user
        b:user
        e:end
        s > r > g
        g > a if muc = "cao"
        g > b else
        a > e
        b > e
    """
    bundle = files(drawing, q=TABLE)
    assert play(compile_bundle(bundle), {"tien": 900}).open == ["a"]
    assert play(compile_bundle(bundle), {"tien": 9}).open == ["b"]


def test_a_conditional_flow_may_leave_the_task(play: Stored) -> None:
    drawing = f"""
        s:start
        {asking(more='result="muc"')}
        a:user
        e:end
        s > r
        r > a if muc = "cao"
        r > e if muc != "cao"
        a > e
    """
    assert play(compile_bundle(files(drawing, q=TABLE)), {"tien": 9}).completed


def test_each_instance_of_a_loop_asks_with_its_own_values(play: Stored) -> None:
    loop = (
        '<bpmn:multiInstanceLoopCharacteristics gov:collection="cac_khoan" gov:elementVariable="tien"'
        ' gov:outputCollection="cac_muc" gov:outputElement="muc"/>'
    )
    case = play(model(asking(more='result="muc"', inner=loop), TABLE), {"cac_khoan": [5, 200, 900]})
    assert case.value("cac_muc") == ["thấp", "vừa", "cao"]
    assert case.value("muc") is None


def test_parallel_branches_keep_what_each_decided(play: Stored) -> None:
    drawing = f"""
        s:start
        p:and
        {asking(more='result="mot"')}
        {asking(more='result="hai"').replace('id="r"', 'id="t"')}
        u:user
        j:and
        e:end
        s > p > r > j > e
        p > u > t > j
    """
    case = play(compile_bundle(files(drawing, q=TABLE)), {"tien": 900})
    case.do("u", tien=1)
    assert (case.value("mot"), case.value("hai")) == ("cao", "thấp")
    assert case.completed


def test_a_process_of_the_same_file_asks_decisions_too(play: Stored) -> None:
    drawing = f"""
        s:start
        c:call P2
        a:user
        e:end
        s > c > a > e
        P2:process {{
            s2:start
            {asking(more='result="muc"')}
            e2:end
            s2 > r > e2
        }}
    """
    assert play(compile_bundle(files(drawing, q=TABLE)), {"tien": 900}).value("muc") == "cao"


# What is kept of it


def test_the_trace_keeps_the_rules_taken_with_inputs_and_outputs(play: Stored) -> None:
    case = play(model(asking(more='result="muc"'), TABLE.replace(b"<rule>", b'<rule id="R">')), {"tien": 200})
    assert case.happened(What.DECIDED) == ["r"]
    (decided,) = [event for event in case.trace if event.what is What.DECIDED]
    assert decided.element_name == "Tính mức"
    assert decided.data == {
        "decision": "Q",
        "result": "muc",
        "steps": [
            {
                "decision": "Q",
                "name": "Mức",
                "inputs": {"tien": 200},
                "rows": [2],
                "rules": ["R"],
                "output": "vừa",
            }
        ],
    }
    assert all(event.data is None for event in case.trace if event.what is not What.DECIDED)


# What stops it


def stopped(compiled: CompiledModel, **variables: Value) -> ProcessIncident:
    with pytest.raises(ProcessIncident) as incident:
        Case(compiled, variables, stored=False)
    assert incident.value.element_id == "r"
    return incident.value


def test_rules_that_contradict_one_another_are_an_incident_at_the_task() -> None:
    table = written(["x"], ["y"], [(["<= tran"], ["1"]), ([">= 5"], ["2"])])
    assert "rules 1, 2" in stopped(model(asking(more='result="kq"'), table), x=5, tran=5).en
    disagreeing = written(["x"], ["y"], [(["<= tran"], ["1"]), ([">= 5"], ["2"])], policy='hitPolicy="ANY"')
    assert "các dòng 1, 2" in stopped(model(asking(more='result="kq"'), disagreeing), x=5, tran=5).vi


def test_values_that_the_table_cannot_take_are_an_incident() -> None:
    compiled = model(asking(more='result="kq"'), TABLE)
    assert "“tien” must be of type number but has a value of type text" in stopped(compiled, tien="5").en
    listed = written(["x"], ["y"], [(['"a"'], ["1"])], kind="string", allowed='"a","b"')
    assert "“c”" in stopped(model(asking(more='result="kq"'), listed), x="c").en
    shaped = written(["x"], ["y"], [(["-"], ["1"]), (["-"], ["2"])], policy='hitPolicy="COLLECT"')
    assert "2 rules hold" in stopped(model(asking(more='result="kq" as="entry"'), shaped), x=1).en


def test_an_incident_leaves_the_case_where_it_stood() -> None:
    task = asking(more='result="kq"')
    drawing = f"s:start\na:user\ne:end\n{task}\ns > a > r > e"
    steps = read_script(
        [{"start": {}}, {"complete": "a", "data": {"tien": "x"}}, {"complete": "a", "data": {"tien": 5}}]
    )
    begun, broken, mended = rehearse(compile_bundle(files(drawing, q=TABLE)), steps)
    assert (begun.status, broken.status, mended.status) == (Status.RUNNING, Status.INCIDENT, Status.COMPLETED)
    assert broken.error is not None
    assert [task.id for task in broken.open] == ["a"]
    assert mended.variables["kq"] == "thấp"


# What is refused before


def test_a_task_that_names_no_decision_is_refused() -> None:
    (finding,) = findings(files(LINE.format(task=drawn()), q=TABLE))
    assert (finding.rule, finding.element_id, finding.line > 1) == ("decision-missing", "r", True)


def test_a_decision_that_the_bundle_does_not_hold_is_refused_with_those_it_has() -> None:
    (finding,) = findings(files(LINE.format(task=asking("Khac")), q=TABLE))
    assert (finding.rule, finding.element_id) == ("decision-unknown", "r")
    assert "“Khac”" in finding.message_vi
    assert "Q" in finding.message_en
    assert rules(files(LINE.format(task=asking()))) == ["decision-unknown"]


def test_all_tables_of_a_bundle_are_checked_and_named_by_their_file() -> None:
    broken = written(["x"], ["y"], OVERLAPPING).replace(b'"Q"', b'"KHAC"')
    bundle = files(LINE.format(task=asking()), q=TABLE, thua=broken)
    (finding,) = findings(bundle)
    assert finding.rule == "decision-overlap"
    assert finding.message_vi.startswith("Tệp thua.dmn: ")
    compile_bundle(bundle, forms_known=False)  # a drawing alone: tables that it does not name are others'


def test_a_gap_is_a_warning_of_the_model() -> None:
    warnings = model(asking(more='result="kq"'), written(["x"], ["y"], [(["< 5"], ["1"])])).warnings
    (gap,) = [warning.message_vi for warning in warnings if warning.rule == "decision-gap"]
    assert gap.startswith("Tệp q.dmn: ")


def test_a_decision_in_two_files_is_refused() -> None:
    assert "decision-twice" in rules(files(LINE.format(task=asking()), q=TABLE, p=TABLE))


@pytest.mark.parametrize(
    ("more", "table", "rule"),
    [
        ('result="a b"', TABLE, "decision-result"),
        ('result="kq" as="list"', TABLE, "decision-as"),
        ('as="entry"', TABLE, "decision-result"),
        ('result="kq" as="entry"', PAIRED, "decision-as"),
        ('result="kq" as="values"', PAIRED, "decision-as"),
        ("", PAIRED.replace(b'name="muc"', b'name="m c"'), "decision-result"),
        ("", PAIRED.replace(b"<decisionTable >", b'<decisionTable hitPolicy="COLLECT">'), "decision-result"),
        ("", TABLE.replace(b'name="muc"', b""), "decision-result"),
        ('kq="muc"', TABLE, "unknown-gov-attribute"),
    ],
)
def test_an_answer_that_has_no_place_is_refused(more: str, table: bytes, rule: str) -> None:
    assert rules(files(LINE.format(task=asking(more=more)), q=table)) == [rule]


@pytest.mark.parametrize(
    ("declared", "more", "refused"),
    [
        ({"tien": "decimal", "muc": "text"}, "", False),
        ({"tien": "text"}, "", True),
        ({"muc": "number"}, "", True),
        ({"kq": "bool"}, 'result="kq"', True),
        ({"kq": "record"}, 'result="kq" as="record"', False),
        ({"kq": "text"}, 'result="kq" as="values"', True),
    ],
)
def test_declared_variables_go_with_the_types_of_the_table(
    declared: Mapping[str, str], more: str, *, refused: bool
) -> None:
    table = TABLE.replace(b'<output name="muc">', b'<output name="muc" typeRef="string">')
    variables = "".join(f'<gov:variable name="{name}" type="{kind}"/>' for name, kind in declared.items())
    said = f"<bpmn:extensionElements><gov:variables>{variables}</gov:variables></bpmn:extensionElements>"
    bundle = files(f"{said}\n{LINE.format(task=asking(more=more))}", q=table)
    if refused:
        assert rules(bundle) == ["decision-type"]
    else:
        compile_bundle(bundle)


def test_a_loop_of_rules_alone_is_refused() -> None:
    circle = f"s:start\n{asking()}\ns > r > r"
    assert "cycle-without-gateway" in rules(files(circle, q=TABLE))


# Decisions that need others


def chain(rows: Sequence[Row]) -> bytes:
    """A decision that needs another."""
    first = written(["tuoi"], ["nhom"], rows).decode()
    second = written(["Nhom"], ["phi"], [(['"trẻ"'], ["0"]), (['"già"'], ["1"])], kind="string").decode()
    inner = first[first.index("<decision ") : first.index("</definitions>")].replace(
        'name="Mức"', 'name="Nhom"'
    )
    outer = second[second.index("<decision ") :].replace('id="Q"', 'id="Phi"')
    need = '<informationRequirement><requiredDecision href="#Q"/></informationRequirement><decisionTable'
    return (first[: first.index("<decision ")] + inner + outer.replace("<decisionTable", need)).encode()


def test_a_decision_asks_those_it_needs_first_and_all_of_it_is_kept(play: Stored) -> None:
    table = chain([(["< 60"], ['"trẻ"']), ([">= 60"], ['"già"'])])
    case = play(model(asking("Phi", 'result="phi"'), table), {"tuoi": 70})
    assert case.value("phi") == 1
    assert case.value("nhom") is None
    (decided,) = [event.data for event in case.trace if event.data is not None]
    assert [(step["decision"], step["rows"], step["output"]) for step in _steps(decided)] == [
        ("Q", [2], "già"),
        ("Phi", [2], 1),
    ]


def _steps(data: Mapping[str, Value]) -> list[dict[str, Value]]:
    steps = data["steps"]
    assert isinstance(steps, list)
    return [step for step in steps if isinstance(step, dict)]
