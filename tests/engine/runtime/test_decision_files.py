"""DMN files as tools write them: names with blanks, types, priorities, decisions that need others.

The cases follow the areas of the DMN technology compatibility kit, level 2; the tables are our own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime.decision_reading import DecisionFile, compile_decisions
from engine.runtime.decision_words import Words
from engine.runtime.expressions import ExpressionError
from tests.engine.runtime.tables import document, given_data, literal, table


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
        "for x in y satisfies x",
        "some x in y return x > 1",
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
    with pytest.raises(ModelRefused) as caught:
        compile_decisions(document(table("d", columns, row)))
    assert rule in [finding.rule for finding in caught.value.findings]
    assert all("dòng 1" in each.message_vi for each in caught.value.findings if columns != 'x:number="a" > y')


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


def test_columns_of_one_label_are_told_apart_in_what_is_kept() -> None:
    decision = compile_decisions(document(table("d", "x | x > y", "> 1 | < 9 => 1"))).decisions["d"]
    assert decision.decide({"x": 5}.get).answer.inputs == {"x (1)": 5, "x (2)": 5}
