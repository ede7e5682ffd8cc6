"""Decisions that need others: what they see, in which order they are asked, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.runtime.decision_reading import compile_decisions
from engine.runtime.decision_requirements import in_order
from tests.engine.runtime.tables import document, given_data, literal, table
from tests.engine.runtime.test_decision_files import ask, refused


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
