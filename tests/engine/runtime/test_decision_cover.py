"""What is told of a decision table when it is handed in: rules that contradict one another, gaps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime.decision_reading import compile_decisions
from tests.engine.runtime.tables import OVERLAPPING, Row, written
from tests.engine.runtime.test_decisions import asked, compile_decision


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
        (['<= date("2026-01-05")', '>= date("2026-01-05")'], "date", "x = 05/01/2026"),
        (['> @"2026-01-05T08:00:00Z"', '< @"2026-01-06T08:00:00Z"'], "", "x = 05/01/2026 15:00:01"),
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
        (['<= date("2026-01-05")', '> date("2026-01-06")'], "date", "x = 06/01/2026"),
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
    assert (
        "rules 1 and 2 of the decision table both hold for x = 4, z = a;"
        in contradictions(written(["x", "z"], ["y"], rules))[0]
    )
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
