"""DMN files as tools write them: names with blanks, types, priorities, decisions that need others.

The cases follow the areas of the DMN technology compatibility kit, level 2; the tables are our own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime.decision_reading import DecisionFile, compile_decisions
from engine.runtime.decision_requirements import in_order
from engine.runtime.decision_words import Words
from engine.runtime.expressions import ExpressionError

DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"


def document(*parts: str) -> bytes:
    return f'<definitions xmlns="{DMN}" id="D">{"".join(parts)}</definitions>'.encode()


def literal(decision_id: str, text: str, *, name: str = "", needs: str = "", kind: str = "") -> str:
    variable = f'<variable name="{name}" typeRef="{kind}"/>' if name else ""
    return (
        f'<decision id="{decision_id}" name="{name or decision_id}">{variable}{required(needs)}'
        f"<literalExpression><text>{escape(text)}</text></literalExpression></decision>"
    )


def table(
    decision_id: str,
    columns: str,
    *rows: str,
    name: str = "",
    needs: str = "",
    policy: str = "FIRST",
) -> str:
    """Columns are `x:type=allowed | … > y:type=values | …`, rows `cell | … > cell | …`."""
    inputs, outputs = (part.strip() for part in columns.split(">"))
    return (
        f'<decision id="{decision_id}" name="{name or decision_id}">{required(needs)}'
        f'<decisionTable hitPolicy="{policy}">'
        + "".join(_column(each, "input") for each in inputs.split("|"))
        + "".join(_column(each, "output") for each in outputs.split("|"))
        + "".join(_row(row) for row in rows)
        + "</decisionTable></decision>"
    )


def _column(text: str, tag: str) -> str:
    head, _, values = text.strip().partition("=")
    name, _, kind = head.partition(":")
    listed = f"<{tag}Values><text>{escape(values)}</text></{tag}Values>" if values else ""
    if tag == "output":
        return f'<output name="{name}" typeRef="{kind}">{listed}</output>'
    return f'<input><inputExpression typeRef="{kind}"><text>{name}</text></inputExpression>{listed}</input>'


def _row(text: str) -> str:
    tests, entries = text.split("=>")
    return (
        "<rule>"
        + "".join(f"<inputEntry><text>{escape(each)}</text></inputEntry>" for each in tests.split("|"))
        + "".join(f"<outputEntry><text>{escape(each)}</text></outputEntry>" for each in entries.split("|"))
        + "</rule>"
    )


def required(needs: str) -> str:
    return "".join(
        f"<informationRequirement><{'requiredInput' if one.startswith('i_') else 'requiredDecision'}"
        f' href="#{one}"/></informationRequirement>'
        for one in needs.split()
    )


def given_data(data_id: str, name: str, kind: str = "") -> str:
    return f'<inputData id="{data_id}" name="{name}"><variable name="{name}" typeRef="{kind}"/></inputData>'


def ask(xml: bytes, decision_id: str, **variables: Value) -> Value:
    return compile_decisions(xml).decisions[decision_id].evaluate(variables.get)


def refused(xml: bytes) -> list[str]:
    with pytest.raises(ModelRefused) as caught:
        compile_decisions(xml)
    return [finding.rule for finding in caught.value.findings]


# Expressions


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"xin chào"', "xin chào"),
        ('""', ""),
        ("true", True),
        ("-.872", Decimal("-0.872")),
        (".5 + 1.5", 2),
        ("(10 + 20) - (-5 + 3)", 32),
        ("10 + 20 / -5 - 3", 3),
        ("10 + null", None),
        ("null / 10", None),
        ("not(true)", False),
        ("not(null)", None),
        ("true and null", None),
        ("false and null", False),
        ("true or null", True),
        ('@"2026-03-01"', date(2026, 3, 1)),
        ('date("2026-03-01") + 1', date(2026, 3, 2)),
        ('@"2026-03-01T08:00:00Z"', datetime(2026, 3, 1, 8, tzinfo=UTC)),
        ('date and time("2026-03-01T08:00:00Z")', datetime(2026, 3, 1, 8, tzinfo=UTC)),
        ('starts with("QĐ-15", "QĐ")', True),
        ('upper case("qđ")', "QĐ"),
        ('list contains(["a","b"], "b")', True),
        ('if 3 > 2 then "lớn" else "nhỏ"', "lớn"),
        ('"starts with(.5)"', "starts with(.5)"),
        ("{muc: 3}.muc", 3),
        ("[1,2,3][2]", 2),
    ],
)
def test_a_decision_may_be_one_expression(text: str, value: Value) -> None:
    answer = ask(document(literal("d", text)), "d")
    assert (answer, isinstance(answer, bool)) == (value, isinstance(value, bool))


@pytest.mark.parametrize(
    "text",
    [
        "2 ** 3",
        "for x in y return x",
        "some x in y satisfies x > 1",
        'duration("P1D")',
        "x instance of number",
    ],
)
def test_what_our_expressions_cannot_say_is_refused(text: str) -> None:
    assert refused(document(literal("d", text))) == ["decision-cell"]


def test_names_with_blanks_mean_the_variable_of_that_name_or_of_the_name_that_forms_can_write() -> None:
    xml = document(
        given_data("i_1", "Họ và tên", "string"),
        literal("chào", '"Kính gửi " + Họ  và tên', needs="i_1"),
        given_data("i_2", "Lương-tháng", "number"),
        literal("năm", "Lương-tháng * 12", needs="i_2"),
    )
    assert ask(xml, "chào", **{"Họ và tên": "An"}) == "Kính gửi An"
    assert ask(xml, "chào", Họ_và_tên="An") == "Kính gửi An"
    assert ask(xml, "năm", Lương_tháng=2) == 24


@given(st.text(alphabet='aới -."\\ ', max_size=20))
def test_texts_in_quotation_marks_are_never_touched(text: str) -> None:
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    assert Words(["a ới", "a-ới"]).plain(quoted) == quoted


# Types and allowed values


def test_data_of_a_wrong_type_or_not_allowed_stop_the_decision() -> None:
    item = (
        '<itemDefinition name="tLoai"><typeRef>string</typeRef><allowedValues><text>"A","B"</text>'
        "</allowedValues></itemDefinition>"
    )
    xml = document(item, given_data("i_1", "loai", "tLoai"), literal("d", '"loại " + loai', needs="i_1"))
    assert ask(xml, "d", loai="A") == "loại A"
    assert ask(xml, "d") is None
    for wrong in ("C", 5):
        with pytest.raises(ExpressionError):
            ask(xml, "d", loai=wrong)


@pytest.mark.parametrize(
    ("columns", "row", "rule"),
    [
        ("x:number > y", '"a" => 1', "decision-type"),
        ("x:string > y", "< 5 => 1", "decision-type"),
        ("x:boolean > y", '"true" => 1', "decision-type"),
        ("x:date > y", "[1..3] => 1", "decision-type"),
        ("x > y:string", "1 => 5", "decision-type"),
        ('x:string="a","b" > y', '"c" => 1', "decision-not-allowed"),
        ('x > y:string="a","b"', '1 => "c"', "decision-not-allowed"),
        ("x:number=[0..9] > y", "12 => 1", "decision-not-allowed"),
        ('x:number="a" > y', "1 => 1", "decision-type"),
    ],
)
def test_a_cell_that_contradicts_its_column_is_refused(columns: str, row: str, rule: str) -> None:
    assert rule in refused(document(table("d", columns, row)))


def test_a_value_that_a_rule_reckons_has_to_be_allowed_too() -> None:
    xml = document(table("d", 'x > y:string="a","b"', "- => ket_qua"))
    assert ask(xml, "d", ket_qua="a") == "a"
    with pytest.raises(ExpressionError):
        ask(xml, "d", ket_qua="c")
    with pytest.raises(ExpressionError):
        ask(xml, "d", ket_qua=5)


def test_types_of_the_file_may_build_on_one_another() -> None:
    items = (
        '<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition>'
        '<itemDefinition name="b"><typeRef>feel:number</typeRef></itemDefinition>'
        '<itemDefinition name="c"><typeRef>c</typeRef></itemDefinition>'
        '<itemDefinition name="ds" isCollection="true"><typeRef>string</typeRef></itemDefinition>'
    )
    assert refused(document(items, table("d", "x:a > y", '"a" => 1'))) == ["decision-type"]
    assert ask(document(items, table("d", "x:c > y", '"a" => 1')), "d", x="a") == 1
    assert ask(document(items, table("d", "x:ds > y", 'contains(?, "a") => 1')), "d", x=["a"]) == 1


# Hit policies of several rules

RISK = (
    'tuoi:number | rui_ro:string="cao","vừa","thấp" > kq:string="duyệt","bác" | gia:string',
    '>= 18 | "vừa","thấp" => "duyệt" | "thường"',
    '< 18 | - => "bác" | "ưu đãi"',
    '- | "cao" => "duyệt" | "ưu đãi"',
)


def policy(name: str) -> Callable[..., Value]:
    xml = document(table("d", *RISK, policy=name))
    return lambda tuoi, rui_ro: ask(xml, "d", tuoi=tuoi, rui_ro=rui_ro)


def test_by_priority_the_first_of_the_output_values_wins() -> None:
    decide = policy("PRIORITY")
    assert decide(19, "thấp") == {"kq": "duyệt", "gia": "thường"}
    assert decide(13, "cao") == {"kq": "duyệt", "gia": "ưu đãi"}
    assert decide(13, "thấp") == {"kq": "bác", "gia": "ưu đãi"}


def test_in_output_order_all_are_given_by_priority() -> None:
    assert policy("OUTPUT ORDER")(13, "cao") == [
        {"kq": "duyệt", "gia": "ưu đãi"},
        {"kq": "bác", "gia": "ưu đãi"},
    ]
    assert policy("RULE ORDER")(13, "cao") == [
        {"kq": "bác", "gia": "ưu đãi"},
        {"kq": "duyệt", "gia": "ưu đãi"},
    ]
    assert policy("COLLECT")(13, "cao") == policy("RULE ORDER")(13, "cao")
    assert policy("OUTPUT ORDER")(None, None) == []


def test_a_default_of_a_list_is_refused() -> None:
    xml = document(table("d", "x > y", "1 => 2", policy="COLLECT"))
    default = b"<defaultOutputEntry><text>9</text></defaultOutputEntry></output>"
    assert refused(xml.replace(b"</output>", default)) == ["decision-default"]


def test_negations_of_what_is_not_known_do_not_hold() -> None:
    xml = document(table("d", "x > y", "not(< 5) => 1", "not([1..3]) => 2", "null => 3", "- => 4"))
    assert [ask(xml, "d", x=x) for x in (7, 4, None, 2)] == [1, 2, 3, 4]


def test_camunda_calls_the_input_of_a_cell_by_a_name() -> None:
    named = document(table("d", "x > y", "cellInput > 5 => 1", "- => 2"))
    assert [ask(named, "d", x=x) for x in (6, 5)] == [1, 2]
    own = named.replace(b"cellInput", b"so").replace(
        b"<input>", b'<input xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:inputVariable="so">'
    )
    assert [ask(own, "d", x=x) for x in (6, 5)] == [1, 2]


# Decisions that need others


def rated(more: str) -> bytes:
    return document(
        given_data("i_tuoi", "Tuổi", "number"),
        table(
            "nhom",
            "Tuổi:number > nhom_tuoi:string",
            '< 60 => "trẻ"',
            '>= 60 => "già"',
            name="Nhóm tuổi",
            needs="i_tuoi",
        ),
        table("muc", "he_so > a | b", "1 => 10 | 20", "2 => 30 | 40", name="Mức"),
        literal("phi", more or 'if Nhóm tuổi = "già" then Mức.a else Mức.b', needs="nhom muc"),
    )


@pytest.mark.parametrize(
    "text",
    [
        'if Nhóm tuổi = "già" then Mức.a else Mức.b',
        'if nhom = "già" then muc.a else muc.b',
        'if nhom_tuoi = "già" then a else b',
    ],
)
def test_a_decision_sees_those_it_needs_by_name_by_id_or_by_their_outputs(text: str) -> None:
    assert ask(rated(text), "phi", Tuổi=70, he_so=2) == 30
    assert ask(rated(text), "phi", Tuổi=7, he_so=1) == 20


def test_a_decision_that_found_nothing_is_null_to_the_next() -> None:
    assert ask(rated("is_empty(Mức) and is_empty(a)"), "phi", he_so=9) is True


def test_a_list_of_answers_is_seen_as_a_list_of_each_output() -> None:
    xml = document(
        table("chon", "x > mon | gia", '> 1 => "a" | 1', '> 2 => "b" | 2', policy="COLLECT"),
        literal("tong", "sum(gia)", needs="chon"),
        literal("dem", "count(chon)", needs="chon"),
    )
    assert (ask(xml, "tong", x=3), ask(xml, "dem", x=3)) == (3, 2)


def test_a_variable_of_the_case_never_stands_in_for_a_decision() -> None:
    assert ask(rated("nhom_tuoi"), "phi", Tuổi=70, nhom_tuoi="sai", nhom="sai") == "già"


def test_each_decision_is_asked_once_and_told_in_order() -> None:
    xml = document(
        literal("a", "x + 1"), literal("b", "a * 2", needs="a"), literal("c", "a + b", needs="b a")
    )
    decided = compile_decisions(xml).decisions["c"].decide({"x": 1}.get)
    assert [(step.decision.decision_id, step.answer.value) for step in decided.steps] == [
        ("a", 2),
        ("b", 4),
        ("c", 6),
    ]


def test_a_long_chain_is_asked_to_its_end() -> None:
    links = [
        literal("d0", "0"),
        *(literal(f"d{n}", f"d{n - 1} + 1", needs=f"d{n - 1}") for n in range(1, 500)),
    ]
    assert ask(document(*links), "d499") == 499
    assert refused(document(*links, literal("d500", "0"))) == ["too-many-decisions"]


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ((literal("a", "b", needs="b"), literal("b", "a", needs="a")), "decision-circle"),
        ((literal("a", "a", needs="a"),), "decision-circle"),
        ((literal("a", "1", needs="b"),), "decision-required"),
        ((literal("a", "1", needs="i_x"),), "decision-required"),
        (
            (literal("a", "1", name="N"), literal("b", "2", name="N"), literal("c", "N", needs="a b")),
            "decision-name-twice",
        ),
        (
            (table("a", "x > y", "- => 1"), table("b", "x > y", "- => 1"), literal("c", "y", needs="a b")),
            "decision-name-twice",
        ),
    ],
)
def test_requirements_that_cannot_be_met_are_refused(parts: tuple[str, ...], rule: str) -> None:
    assert rule in refused(document(*parts))


@given(st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=3), max_size=8))
def test_the_order_puts_each_behind_all_it_needs(drawn: dict[int, list[int]]) -> None:
    needs = {str(one): [str(other) for other in others if other in drawn] for one, others in drawn.items()}
    order = in_order(needs)
    for one, before in order.items():
        assert len(set(before)) == len(before)
        assert one not in before
        for place, other in enumerate(before):
            assert set(order[other]) <= set(before[:place])
        assert set(needs[one]) <= set(before)
    for one in needs.keys() - order.keys():
        assert any(other not in order for other in needs[one])


def test_several_decisions_of_a_file_stand_side_by_side() -> None:
    file: DecisionFile = compile_decisions(document(literal("a", "1"), table("b", "x > y", "- => 2")))
    assert list(file.decisions) == ["a", "b"]
    assert file.warnings == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (("literalExpression", "invocation"), "decision-unsupported-invocation"),
        (("literalExpression", "context"), "decision-unsupported-context"),
        (("literalExpression", "list"), "decision-unsupported-list"),
        (("<text>1</text>", "<text/>"), "decision-table-missing"),
        (("<literalExpression>", '<literalExpression expressionLanguage="urn:python">'), "decision-language"),
        (
            ("<definitions ", '<definitions expressionLanguage="http://www.java.com/java" '),
            "decision-language",
        ),
    ],
)
def test_other_ways_to_decide_are_refused_by_name(change: tuple[str, str], rule: str) -> None:
    xml = document(literal("a", "1")).decode().replace(*change).encode()
    assert refused(xml) == [rule]
