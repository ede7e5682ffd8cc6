"""Decision tables: cells in FEEL, hit policies, and what is told of a table when it is handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime.decision_reading import compile_decisions
from engine.runtime.decision_tests import compile_test
from engine.runtime.decisions import Decision
from engine.runtime.expressions import ExpressionError

DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
Row = tuple[Sequence[str], Sequence[str]]


def written(
    inputs: Sequence[str],
    outputs: Sequence[str],
    rules: Sequence[Row],
    *,
    policy: str = "",
    kind: str = "",
    allowed: str = "",
    default: str = "",
    namespace: str = DMN,
) -> bytes:
    """The DMN file of a table; a rule is its input cells and its output cells."""

    def cell(tag: str, text: str) -> str:
        return f"<{tag}><text>{escape(text)}</text></{tag}>" if text else ""

    def columns() -> str:
        given_in = "".join(
            f'<input label="{name}"><inputExpression typeRef="{kind}"><text>{name}</text></inputExpression>'
            f"{cell('inputValues', allowed)}</input>"
            for name in inputs
        )
        return given_in + "".join(
            f'<output name="{name}">{cell("defaultOutputEntry", default)}</output>' for name in outputs
        )

    rows = "\n".join(
        "<rule>"
        + "".join(f"<inputEntry><text>{escape(text)}</text></inputEntry>" for text in tests)
        + "".join(f"<outputEntry><text>{escape(text)}</text></outputEntry>" for text in entries)
        + "</rule>"
        for tests, entries in rules
    )
    return (
        f'<definitions xmlns="{namespace}" id="D"><decision id="Q" name="Mức"><decisionTable {policy}>'
        f"{columns()}\n{rows}</decisionTable></decision></definitions>"
    ).encode()


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
    "cell", ['"a', "1,,2", "< ", "[1..", "[1..2", "..3", "not(", "1 2", ",", "a b", "[..]"]
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


FEES: list[Row] = [(["< 100"], ['"thấp"']), (["[100..500]"], ['"vừa"']), (["> 500"], ['"cao"'])]


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


OVERLAPPING: list[Row] = [(["<= 5"], ['"a"']), ([">= 5"], ['"b"'])]


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


# What is told when a table is handed in


def warned(xml: bytes) -> list[str]:
    return [f"{finding.rule} {finding.message_en}" for finding in compile_decisions(xml).warnings]


def contradictions(xml: bytes) -> list[str]:
    with pytest.raises(ModelRefused) as refused:
        compile_decisions(xml)
    assert {finding.rule for finding in refused.value.findings} == {"decision-overlap"}
    return [finding.message_en for finding in refused.value.findings]


@pytest.mark.parametrize(
    ("cells", "kind", "told"),
    [
        (["<= 5", ">= 5"], "number", "x = 5"),
        (["< 6", "> 5"], "number", "x = 5.5"),
        (["-", "5"], "number", "x = 5"),
        (['not("a")', 'not("b")'], "string", "x = (giá trị khác)"),
        (['"a","b"', '"b"'], "string", "x = b"),
        (['<= date("2026-01-05")', '>= date("2026-01-05")'], "date", "x = 2026-01-05"),
        (['> @"2026-01-05T08:00:00Z"', '< @"2026-01-06T08:00:00Z"'], "", "x = 2026-01-05 08:00:01+00:00"),
        (["true", "not(false)"], "boolean", "x = True"),
        (["null", "not(5)"], "number", "–"),
    ],
)
def test_rules_of_which_two_hold_under_unique_are_refused_with_a_value(
    cells: list[str], kind: str, told: str
) -> None:
    refused = contradictions(written(["x"], ["y"], [([cell], ["1"]) for cell in cells], kind=kind))
    assert refused[0].startswith(f"“Mức”: rules 1 and 2 of the decision table both hold for {told};")


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["< 6", "> 5"], "integer"),
        (["<= 5", "> tran"], "number"),
        (['"a"', '"b"', 'not("a","b")'], "string"),
        (["< 5", ">= 5", "null"], "number"),
    ],
)
def test_rules_that_need_not_meet_are_taken(cells: list[str], kind: str) -> None:
    compile_decisions(written(["x"], ["y"], [([cell], ["1"]) for cell in cells], kind=kind))


def test_rules_of_any_that_disagree_for_certain_are_refused() -> None:
    refused = contradictions(written(["x"], ["y"], OVERLAPPING, policy='hitPolicy="ANY"'))
    assert "both hold but disagree for x = 5" in refused[0]
    agreeing: list[Row] = [(["<= 5"], ["1"]), ([">= 5"], ["1"])]
    compile_decisions(written(["x"], ["y"], agreeing, policy='hitPolicy="ANY"'))


@pytest.mark.parametrize(
    ("cells", "kind", "told"),
    [
        (["< 5", "> 5"], "number", "x = 5"),
        (["<= 5", ">= 6"], "number", "x = 5.5"),
        (["<= 5", ">= 6"], "integer", None),
        (["[1..5]", "> 5"], "number", "x = 0"),
        (["true"], "boolean", "x = False"),
        (["true", "false"], "boolean", None),
        (['<= date("2026-01-05")', '> date("2026-01-06")'], "date", "x = 2026-01-06"),
        (['<= date("2026-01-05")', '> date("2026-01-05")'], "date", None),
        (["< 5", "> tran"], "number", None),
        (['"a"', '"b"'], "string", "x = (giá trị khác)"),
        (["[1..9]"], "integer", "x = 0"),
    ],
)
def test_a_gap_is_told_with_a_value(cells: list[str], kind: str, told: str | None) -> None:
    warnings = warned(written(["x"], ["y"], [([cell], ["1"]) for cell in cells], kind=kind))
    assert len(warnings) == (told is not None)
    assert told is None or told in warnings[0]


def test_a_value_that_the_table_allows_and_no_rule_takes_is_a_gap() -> None:
    rules: list[Row] = [(['"a"'], ["1"]), (['"b"'], ["2"])]
    assert "x = c" in warned(written(["x"], ["y"], rules, allowed='"a","b","c"'))[0]
    assert warned(written(["x"], ["y"], rules, allowed='"a","b"')) == []


def test_a_default_closes_every_gap() -> None:
    assert warned(written(["x"], ["y"], [(["> 5"], ["1"])], default="0")) == []


def test_overlaps_and_gaps_are_found_over_several_columns() -> None:
    rules: list[Row] = [(["< 5", '"a"'], ["1"]), (["-", '"a"'], ["2"]), (["-", '"b"'], ["3"])]
    assert "rules 1 and 2 of the decision table both hold for x = 4, z = a;" in contradictions(
        written(["x", "z"], ["y"], rules)
    )[0]
    told = warned(written(["x", "z"], ["y"], [rules[0], rules[2]], policy='hitPolicy="FIRST"'))
    assert "x = 5, z = a" in told[0]


@given(
    st.lists(
        st.tuples(*[st.sampled_from(["-", "< 3", ">= 3", "[2..4]", "5", "not(3)", "null"])] * 2), max_size=5
    )
)
def test_what_is_told_of_a_table_is_so(rows: list[tuple[str, str]]) -> None:
    rules: list[Row] = [(list(cells), [str(place)]) for place, cells in enumerate(rows)]
    table = compile_decision(written(["x", "z"], ["y"], rules, policy='hitPolicy="COLLECT"'))
    cases: list[Value] = [None, *range(8), Decimal("2.5")]
    held = [asked(table, x=x, z=z) for x in cases for z in cases]
    overlapping = any(isinstance(answer, list) and len(answer) > 1 for answer in held)
    unique = written(["x", "z"], ["y"], rules)
    assert overlapping == (bool(rules) and _is_refused(unique))
    first = compile_decisions(written(["x", "z"], ["y"], rules, policy='hitPolicy="FIRST"')).warnings
    known = [asked(table, x=x, z=z) for x in cases[1:] for z in cases[1:]]
    assert bool(first) == (bool(rules) and any(answer == [] for answer in known))


def _is_refused(xml: bytes) -> bool:
    try:
        compile_decisions(xml)
    except ModelRefused:
        return True
    return False


def test_a_large_table_is_looked_through_at_once() -> None:
    rules: list[Row] = [([f"[{10 * row}..{10 * row + 9}]", '"a"'], [str(row)]) for row in range(300)]
    file = compile_decisions(written(["x", "z"], ["y"], [*rules, (["> 3000", "-"], ["1"])]))
    assert [finding.rule for finding in file.warnings] == ["decision-gap"]


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
