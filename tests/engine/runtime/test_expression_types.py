"""What is known of an expression before it meets a value, and what a model is refused for."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime import CompiledModel, ExpressionError, compile_bundle, compile_expression
from engine.runtime.expression_functions import FUNCTIONS
from engine.runtime.expression_types import _FUNCTIONS, ANYTHING, Kinds, declared_kinds, infer
from engine.runtime.expression_values import kind_of
from tests.engine.runtime.drawings import Drawing

TYPES = {
    "t": "text",
    "n": "number",
    "m": "decimal",
    "d": "date",
    "w": "datetime",
    "b": "bool",
    "l": "list",
    "r": "record",
    "f": "file",
}


def known(name: str) -> Kinds:
    return declared_kinds(TYPES[name]) if name in TYPES else ANYTHING


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("n + m * 2", {"number"}),
        ('t + "x"', {"text"}),
        ("d + n", {"date"}),
        ("d - n", {"date"}),
        ("d - w", {"number"}),
        ("w + 1", {"datetime"}),
        ("l + l", {"list"}),
        ("n > 1 and t = null", {"bool"}),
        ("if b then n else t", {"number", "text"}),
        ("days_between(d, w)", {"number"}),
        ("max(n, m)", {"number"}),
        ('date("2026-01-01")', {"date"}),
        ("[1, n][1]", {"number"}),
        ("null", set()),
        ("n + null", set()),
        ("not b", {"bool"}),
        ("{x: 1}", {"record"}),
        ("count(l) + 1", {"number"}),
        ('t in ["a", "b"]', {"bool"}),
        ("n between 1 and m", {"bool"}),
        ("-n", {"number"}),
        ('contains(l, t) or starts_with(t, "x")', {"bool"}),
    ],
)
def test_the_kinds_of_an_expression_follow_from_those_of_its_variables(text: str, kinds: set[str]) -> None:
    inferred = infer(text, known)
    assert inferred.kinds.of == frozenset(kinds)
    assert not inferred.problems


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "x + n",
        "x.y",
        "l[1]",
        "r.y = n",
        "x > t",
        "x = d",
        "sum(l)",
        "x[1]",
        "f.id",
        'x in ["a"]',
        "t = x",
    ],
)
def test_what_is_not_known_is_never_a_problem(text: str) -> None:
    assert infer(text, known).problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("t > 5", "“>” does not work between text and number"),
        ("t = 5", "“=” does not work between text and number"),
        ('d = "2026-01-01"', "“=” does not work between date and text"),
        ("d + t", "“+” does not work between date and text"),
        ("d + d", "“+” does not work between date and date"),
        ("d < w", "“<” does not work between date and datetime"),
        ("b and t", "“and” needs bool, it does not work with text"),
        ("not n", "“not” needs bool, it does not work with number"),
        ("count(t)", "“count()” needs list, it does not work with text"),
        ("lower(n)", "“lower()” needs text, it does not work with number"),
        ("datetime(d)", "“datetime()” needs datetime or text, it does not work with date"),
        ("t.x", "“.x” needs list or record, it does not work with text"),
        ("t in n", "“in” needs list, it does not work with number"),
        ('n in ["a", "b"]', "“in” does not work between number and text"),
        ("n between 1 and t", "“<=” does not work between number and text"),
        ("if n then 1 else 2", "“if” needs bool, it does not work with number"),
        ("-t", "“-” needs number, it does not work with text"),
        ("l * 2", "“*” does not work between list and number"),
    ],
)
def test_an_operation_that_can_never_work_is_a_problem(text: str, said: str) -> None:
    ((vi, en),) = infer(text, known).problems
    assert en == said
    assert vi != en


def test_every_function_has_its_types() -> None:
    assert _FUNCTIONS.keys() == FUNCTIONS.keys()


VALUES: dict[str, st.SearchStrategy[Value]] = {
    "t": st.text(alphabet="ab1", max_size=3),
    "n": st.integers(-5, 5),
    "m": st.decimals(-5, 5, places=1),
    "d": st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    "w": st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 - the zone follows
    "b": st.booleans(),
    "l": st.lists(st.one_of(st.integers(0, 3), st.text(max_size=2)), max_size=3),
    "r": st.fixed_dictionaries({"x": st.integers()}),
}
LEAVES = st.sampled_from([*VALUES, "1", "2.5", '"a"', "true", "null", "x"])


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    sign = st.sampled_from(["+", "-", "*", "/", "=", "!=", "<", ">=", "and", "or", "in"])
    pair = st.tuples(inner, sign, inner).map(lambda three: f"({three[0]} {three[1]} {three[2]})")
    call = st.tuples(st.sampled_from(sorted(FUNCTIONS)), st.lists(inner, min_size=1, max_size=3)).map(
        lambda two: f"{two[0]}({', '.join(two[1])})"
    )
    choice = st.tuples(inner, inner, inner).map(
        lambda three: f"(if {three[0]} then {three[1]} else {three[2]})"
    )
    return st.one_of(
        pair, call, choice, inner.map(lambda one: f"(not {one})"), inner.map(lambda one: f"{one}.x")
    )


@given(st.recursive(LEAVES, _grown, max_leaves=6), st.fixed_dictionaries(VALUES))
def test_a_value_that_comes_out_is_of_the_kinds_that_were_inferred(
    text: str, values: dict[str, Value]
) -> None:
    try:
        inferred = infer(text, known)
        value = compile_expression(text).evaluate(values.get)
    except ExpressionError:
        return
    if not inferred.problems and value is not None:
        assert kind_of(value) in inferred.kinds.of


# In a model


def drawn(
    text: str,
    declared: dict[str, str],
    *,
    extensions: dict[str, str] | None = None,
    forms: dict[str, object] | None = None,
) -> CompiledModel:
    xml = Drawing(text).xml()
    variables = "".join(f'<gov:variable name="{name}" type="{kind}"/>' for name, kind in declared.items())
    inner = f"<gov:variables>{variables}</gov:variables>" if declared else ""
    xml = xml.replace(
        'isExecutable="true">',
        f'isExecutable="true"><bpmn:extensionElements>{inner}</bpmn:extensionElements>',
    )
    for element, gov in (extensions or {}).items():
        place = f'<bpmn:userTask id="{element}" name="Bước {element}">'
        assert place in xml
        xml = xml.replace(place, f"{place}<bpmn:extensionElements>{gov}</bpmn:extensionElements>")
    files = {"model.bpmn": xml.encode()}
    files |= {f"forms/{key}.json": json.dumps(form).encode() for key, form in (forms or {}).items()}
    return compile_bundle(Bundle(files=files))


def refusal(make: Callable[[], CompiledModel]) -> list[tuple[str, str | None]]:
    with pytest.raises(ModelRefused) as caught:
        make()
    assert all(finding.line > 1 for finding in caught.value.findings)
    return [(finding.rule, finding.element_id) for finding in caught.value.findings]


CHOICE = "s:start\n a:user\n g:xor\n e:end\n f:end\n s > a > g\n g > e if {}\n g > f else"


def test_a_condition_that_compares_a_text_with_a_number_is_refused_at_its_flow() -> None:
    assert refusal(lambda: drawn(CHOICE.format("ket_luan = 5"), {"ket_luan": "text"})) == [
        ("expression-type", "F3_g_e")
    ]


def test_a_condition_that_can_never_be_true_or_false_is_refused() -> None:
    assert refusal(lambda: drawn(CHOICE.format("so + 1"), {"so": "number"})) == [
        ("expression-result", "F3_g_e")
    ]
    drawn(CHOICE.format("co"), {"co": "bool"})
    drawn(CHOICE.format("khong_khai_bao"), {})


@pytest.mark.parametrize(
    ("line", "declared"),
    [
        ("a:user each x of ds", {"ds": "text"}),
        ("a:user times so", {"so": "list"}),
        ("a:user times 3 until so + 1", {"so": "number"}),
        ("a:user while so most 3", {"so": "number"}),
        ("w:timer at so\n a:user\n s > w > a", {"so": "number"}),
        ("w:condition so\n a:user\n s > w > a", {"so": "number"}),
    ],
)
def test_lists_numbers_moments_and_conditions_must_be_what_they_are_asked_for(
    line: str, declared: dict[str, str]
) -> None:
    chain = "" if ">" in line else "s > a\n"
    ((rule, element),) = refusal(lambda: drawn(f"s:start\n e:end\n {line}\n {chain} a > e", declared))
    assert rule == "expression-result"
    assert element == line[0]


@pytest.mark.parametrize(
    "gov",
    [
        '<gov:deadline date="so"/>',
        '<gov:deadline policy="X" anchor="so"/>',
        '<gov:assignment unit="so"/>',
        '<gov:assignment role="X" person="so"/>',
    ],
)
def test_deadlines_and_assignments_must_be_what_they_are_asked_for(gov: str) -> None:
    drawing = "s:start\n a:user\n e:end\n s > a > e"
    assert refusal(lambda: drawn(drawing, {"so": "number"}, extensions={"a": gov})) == [
        ("expression-result", "a")
    ]


def test_a_form_that_writes_another_type_than_the_declared_one_is_refused() -> None:
    fields = {"components": [{"type": "group", "components": [{"type": "number", "key": "tien"}]}]}
    drawing, form = "s:start\n a:user\n e:end\n s > a > e", {"a": '<gov:form key="don"/>'}
    assert refusal(lambda: drawn(drawing, {"tien": "text"}, extensions=form, forms={"don": fields})) == [
        ("form-type", "a")
    ]
    for fitting in ("number", "decimal"):
        drawn(drawing, {"tien": fitting}, extensions=form, forms={"don": fields})


@pytest.mark.parametrize(
    ("kind", "gives", "other"),
    [("dynamiclist", "list", "record"), ("receipt", "record", "text"), ("reference", "record", "list")],
)
def test_records_of_forms_are_held_to_the_declared_type(kind: str, gives: str, other: str) -> None:
    column = {"type": "number", "key": "tien"}  # a part of a row: it meets no variable
    parts = {"components": [column]} if kind == "dynamiclist" else {}
    fields = {"components": [{"type": kind, "key": "ds", **parts}]}
    drawing, form = "s:start\n a:user\n e:end\n s > a > e", {"a": '<gov:form key="don"/>'}
    drawn(drawing, {"ds": gives, "tien": "text"}, extensions=form, forms={"don": fields})
    assert refusal(lambda: drawn(drawing, {"ds": other}, extensions=form, forms={"don": fields})) == [
        ("form-type", "a")
    ]


def test_a_name_that_nothing_declares_or_writes_is_told_once_where_the_model_declares_names() -> None:
    text = (
        "s:start\n a:user\n g:xor\n e:end\n f:end\n s > a > g\n g > e if lạ = 1\n g > f if lạ = 2 and số = 1"
    )
    model = drawn(text, {"số": "number"})
    told = [finding for finding in model.warnings if finding.rule == "variable-unknown"]
    assert [(finding.element_id, "“lạ”" in finding.message_vi) for finding in told] == [("F3_g_e", True)]
    assert not [each for each in drawn(text, {}).warnings if each.rule == "variable-unknown"]


def test_what_forms_operators_and_loops_write_is_known() -> None:
    text = (
        "s:start\n a:user\n v:service tinh result=kq\n b:user each don_vi of ds into cac_kq\n g:xor\n e:end\n"
        " f:end\n s > a > v > b > g\n g > f else\n"
        " g > e if kq = 1 and tien > 0 and don_vi = null and count(cac_kq) = loop_index"
    )
    fields = {"components": [{"type": "number", "key": "tien"}]}
    model = drawn(text, {"ds": "list"}, extensions={"a": '<gov:form key="don"/>'}, forms={"don": fields})
    assert not [finding for finding in model.warnings if finding.rule == "variable-unknown"]


def test_what_a_script_computes_is_known_and_held_to_its_type() -> None:
    def scripted(expression: str) -> CompiledModel:
        text = "s:start\n a:user\n g:xor\n e:end\n f:end\n s > a > g\n g > e if moi > 1\n g > f else"
        xml = Drawing(text).xml().replace("userTask", "scriptTask")
        gov = f'<gov:assign variable="moi" value="{expression}"/>'
        declared = '<gov:variables><gov:variable name="kq" type="text"/></gov:variables>'
        xml = xml.replace(
            'name="Bước a">', f'name="Bước a"><bpmn:extensionElements>{gov}</bpmn:extensionElements>'
        )
        xml = xml.replace('"true">', f'"true"><bpmn:extensionElements>{declared}</bpmn:extensionElements>', 1)
        return compile_bundle(Bundle(files={"model.bpmn": xml.encode()}))

    assert not [each for each in scripted("1 + 1").warnings if each.rule == "variable-unknown"]
    assert refusal(lambda: scripted("kq * 2")) == [("expression-type", "a")]


def test_decimals_are_numbers() -> None:
    assert kind_of(Decimal(1)) in declared_kinds("decimal").of
