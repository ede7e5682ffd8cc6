"""Decision tables: cells in FEEL, hit policies, and what is told of a table when it is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime.decision_reading import compile_decisions
from engine.runtime.decision_tests import compile_test
from engine.runtime.decisions import Decision
from engine.runtime.expressions import ExpressionError
from tests.engine.runtime.tables import DMN, FEES, OVERLAPPING, Row, written


def compile_decision(xml: bytes, decision_id: str = "Q") -> Decision:
    return compile_decisions(xml).decisions[decision_id]


def asked(decision: Decision, **variables: Value) -> Value:
    return decision.evaluate(variables.get)


def passes(cell: str, value: Value, variables: Mapping[str, Value] | None = None) -> bool:
    return compile_test(cell).check(value, (variables or {}).get)


@pytest.mark.parametrize(
    ("cell", "holds", "fails"),
    [
        ("-", [1, None, "a"], []),
        ("", [1, None, "a"], []),
        ('"a"', ["a"], ["b", None, 1]),
        ('"a","b"', ["a", "b"], ["c", "a,b", None]),
        ('"a,b", "c)"', ["a,b", "c)"], ["a", "c"]),
        ('not("a","b")', ["c", None], ["a", "b"]),
        ("not(150)", [149, 151], [150]),
        ("150,200", [150, 200], [175]),
        ("< 10", [9, Decimal("9.99")], [10, 11, None]),
        ("<=10", [10], [11]),
        ("> -5", [-4], [-5]),
        (">= 10, 3", [10, 3], [4]),
        ("= 5", [5, Decimal("5.0")], [4]),
        ("!= 5", [4], [5]),
        ("[1..3]", [1, 2, 3], [0, 4, None]),
        ("(1..3)", [2], [1, 3]),
        ("]1..3[", [2, Decimal("1.01")], [1, 3]),
        ("[1..3[", [1], [3]),
        ("]1..3]", [3], [1]),
        ("[1..3), ]10..12[, 20", [1, 11, 20], [3, 10, 12]),
        ("not([1..3])", [0, 4], [1, 3]),
        ("not(< 3, > 5)", [3, 5], [2, 6]),
        ("[1.5..2.5]", [Decimal("1.5"), 2], [1, 3]),
        ('["a".."c"]', ["b"], ["d"]),
        ('["a","b"]', ["a", "b"], ["c"]),
        ("true", [True], [False, None, 1]),
        ("false", [False], [True, None]),
        ("null", [None], [0, ""]),
        ("not(null)", [0, ""], [None]),
        ('date("2026-03-01")', [date(2026, 3, 1)], [date(2026, 3, 2)]),
        ('< date("2026-03-01")', [date(2026, 2, 28)], [date(2026, 3, 1), None]),
        ('[date("2026-01-01")..date("2026-01-31")]', [date(2026, 1, 31)], [date(2026, 2, 1)]),
        ("? > 3 and ? < 5", [4], [3, 5]),
        ('starts_with(?, "QĐ")', ["QĐ-1"], ["CV-1"]),
        ('? = "thế nào?"', ["thế nào?"], ["?"]),
        ("not(? = 4)", [3], [4]),
        ("not(? = 4) and not(? = 5)", [3], [4, 5]),
        ("2 + 3", [5], [4]),
    ],
)
def test_a_cell_says_which_values_pass(cell: str, holds: list[Value], fails: list[Value]) -> None:
    assert [value for value in holds if not passes(cell, value)] == []
    assert [value for value in fails if passes(cell, value)] == []


def test_a_cell_may_compare_with_variables_of_the_case() -> None:
    assert passes("< muc_tran", 5, {"muc_tran": 6})
    assert not passes("< muc_tran", 5, {"muc_tran": 5})
    assert passes("[san..tran]", 5, {"san": 5, "tran": 6})
    assert passes("danh_sach", "b", {"danh_sach": ["a", "b"]})


@pytest.mark.parametrize(
    "cell",
    ['"a', "1,,2", "< ", "[1..", "[1..2", "..3", "not(", "1 2", ",", "a b", "[..]", "1," * 10_000 + "1"],
)
def test_a_cell_that_makes_no_sense_is_refused(cell: str) -> None:
    with pytest.raises(ExpressionError):
        compile_test(cell)


@given(st.text(alphabet='[]().,<>=!?"-a1 not', max_size=25))
def test_any_text_of_a_cell_is_read_or_refused(cell: str) -> None:
    try:
        test = compile_test(cell)
        test.check(1, lambda _name: None)
    except ExpressionError:
        pass


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(-9, 9))
def test_an_interval_is_what_its_ends_say(low: int, high: int, value: int) -> None:
    assert passes(f"[{low}..{high}]", value) == (low <= value <= high)
    assert passes(f"]{low}..{high}[", value) == (low < value < high)
    assert passes(f"not([{low}..{high}))", value) != (low <= value < high)


@pytest.mark.parametrize(
    "namespace",
    [
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        DMN,
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    ],
)
def test_the_one_rule_that_holds_decides(namespace: str) -> None:
    decision = compile_decision(written(["tien"], ["muc"], FEES, namespace=namespace))
    assert [asked(decision, tien=tien) for tien in (99, 100, 500, 501)] == ["thấp", "vừa", "vừa", "cao"]
    assert compile_decisions(written(["tien"], ["muc"], FEES)).warnings == ()


def test_where_no_rule_holds_the_answer_is_the_default_or_null() -> None:
    assert asked(compile_decision(written(["x"], ["y"], [(["1"], ["2"])])), x=5) is None
    assert asked(compile_decision(written(["x"], ["y"], [(["1"], ["2"])], default="9")), x=5) == 9
    assert asked(compile_decision(written(["x"], ["y"], [(["1"], ["2"])]))) is None


def test_several_outputs_make_a_record() -> None:
    decision = compile_decision(written(["x"], ["muc", "han"], [(["1"], ['"cao"', "x + 4"])]))
    assert asked(decision, x=1) == {"muc": "cao", "han": 5}


def test_inputs_are_expressions_over_the_variables_of_the_case() -> None:
    decision = compile_decision(written(["don.tien * 2"], ["y"], [(["> 10"], ["true"])]))
    assert asked(decision, don={"tien": 6}) is True


def test_under_unique_rules_that_hold_at_once_are_refused_by_number() -> None:
    rules: list[Row] = [(["<= gioi_han"], ['"a"']), ([">= 5"], ['"b"'])]
    decision = compile_decision(written(["x"], ["y"], rules))
    assert asked(decision, x=4, gioi_han=5) == "a"
    with pytest.raises(ExpressionError) as refused:
        asked(decision, x=5, gioi_han=5)
    assert "1, 2" in refused.value.reason_vi


def test_under_first_the_upper_rule_decides() -> None:
    decision = compile_decision(written(["x"], ["y"], OVERLAPPING, policy='hitPolicy="FIRST"'))
    assert (asked(decision, x=5), asked(decision, x=6)) == ("a", "b")


def test_under_any_rules_may_hold_at_once_when_they_agree() -> None:
    rules: list[Row] = [(["<= 5"], ['"a"']), (["[3..5]"], ['"a"']), ([">= san"], ['"b"'])]
    decision = compile_decision(written(["x"], ["y"], rules, policy='hitPolicy="ANY"'))
    assert asked(decision, x=4, san=9) == "a"
    with pytest.raises(ExpressionError):
        asked(decision, x=5, san=5)


@pytest.mark.parametrize(
    ("aggregation", "at_6", "at_1"),
    [
        ("", [3, 4], []),
        ('aggregation="SUM"', 7, None),
        ('aggregation="MIN"', 3, None),
        ('aggregation="MAX"', 4, None),
        ('aggregation="COUNT"', 2, 0),
    ],
)
def test_collect_gathers_the_answers(aggregation: str, at_6: Value, at_1: Value) -> None:
    rules: list[Row] = [(["> 5"], ["3"]), (["> 4"], ["4"])]
    decision = compile_decision(written(["x"], ["y"], rules, policy=f'hitPolicy="COLLECT" {aggregation}'))
    assert (asked(decision, x=6), asked(decision, x=1)) == (at_6, at_1)


def test_rule_order_gives_a_list() -> None:
    rules: list[Row] = [(["-"], ["1"]), (["> 4"], ["2"])]
    decision = compile_decision(written(["x"], ["y"], rules, policy='hitPolicy="RULE ORDER"'))
    assert asked(decision, x=5) == [1, 2]


# What is refused


def refusal(xml: bytes) -> list[str]:
    with pytest.raises(ModelRefused) as refused:
        compile_decisions(xml)
    for finding in refused.value.findings:
        assert finding.message_vi != finding.message_en
    return [finding.rule for finding in refused.value.findings]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ((b"<decisionTable >", b'<decisionTable hitPolicy="BEST">'), "decision-hitPolicy"),
        ((b"<decisionTable >", b'<decisionTable hitPolicy="PRIORITY">'), "decision-ranking"),
        (
            (b"<decisionTable >", b'<decisionTable hitPolicy="COLLECT" aggregation="AVG">'),
            "decision-aggregation",
        ),
        ((b"<decisionTable >", b'<decisionTable aggregation="SUM">'), "decision-aggregation"),
        ((b"<text>1</text>", b"<text>1,,2</text>"), "decision-cell"),
        ((b"<text>2</text>", b"<text>import os</text>"), "decision-cell"),
        ((b"<inputEntry>", b'<inputEntry expressionLanguage="python">'), "decision-language"),
        ((b"<inputEntry><text>1</text></inputEntry>", b""), "decision-rule"),
        ((b'<output name="y">', b'<output name="y"/><output name="y">'), "decision-outputs"),
        ((b"decisionTable", b"literalExpression"), "decision-table-missing"),
        ((b"decisionTable", b"invocation"), "decision-unsupported-invocation"),
        ((b"decisionTable", b"context"), "decision-unsupported-context"),
        ((b"</decision>", b'</decision><decision id="R"/>'), "decision-table-missing"),
        ((b' id="Q"', b""), "decision-id"),
        ((b"<decision ", b"<input_ "), "xml-unreadable"),
        ((b"<decision ", b'<import namespace="urn:x"/><decision '), "decision-import"),
        ((b"<decisionTable >", b"<knowledgeRequirement/><decisionTable >"), "decision-knowledge"),
        ((b"<rule>", b"<relation/><rule>"), "decision-part"),
        ((b"<text>x</text>", b"<text/>"), "decision-input"),
        ((b"<text>1</text>", b"<text>tran &gt; 1</text>"), "decision-cell"),
        ((b"<text>2</text>", b"<text>1 / 0</text>"), "decision-cell"),
        ((DMN.encode(), b"urn:other"), "not-dmn"),
        ((b"</definitions>", b""), "xml-unreadable"),
        ((b"<definitions", b"<!DOCTYPE x []><definitions"), "xml-doctype"),
        (
            (
                b"<decisionTable >",
                b"<informationRequirement><requiredDecision/></informationRequirement><decisionTable >",
            ),
            "decision-required",
        ),
    ],
)
def test_what_is_not_understood_is_refused(change: tuple[bytes, bytes], rule: str) -> None:
    assert rule in refusal(written(["x"], ["y"], [(["1"], ["2"])]).replace(*change))
