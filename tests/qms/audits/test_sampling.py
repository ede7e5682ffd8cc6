"""The sample of real cases: random, the same whenever drawn again, late ones more likely; the clauses."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from qms.audits.sampling import SAMPLE_SIZE, SampledCase, draw
from qms.audits.standard import clauses_on

SEED = UUID(int=7)


def case(number: int, *, late: bool = False) -> SampledCase:
    return SampledCase(id=uuid5(SEED, str(number)), code=f"HS-{number}", title="", late=late)


@given(st.permutations(range(12)), st.uuids())
@settings(max_examples=40)
def test_the_sample_does_not_depend_on_the_order_of_the_cases(order: list[int], seed: UUID) -> None:
    cases = [case(number, late=number % 3 == 0) for number in order]
    drawn = draw(seed, cases)
    assert drawn == draw(seed, sorted(cases, key=lambda one: one.code))
    assert len(drawn) == SAMPLE_SIZE
    assert set(drawn) <= set(cases)


def test_fewer_cases_than_the_sample_are_all_looked_at() -> None:
    assert set(draw(SEED, [case(1), case(2, late=True)])) == {case(1), case(2, late=True)}


def test_late_cases_are_drawn_more_often_and_never_alone() -> None:
    cases = [case(number, late=number < 10) for number in range(100)]
    drawn = [one for audit in range(400) for one in draw(UUID(int=audit), cases)]
    late = sum(one.late for one in drawn) / len(drawn)
    # A tenth is late; weighted threefold it is a quarter of what is drawn.
    assert 0.2 < late < 0.3


def test_clauses_are_those_of_the_edition_in_force() -> None:
    assert clauses_on(date(2015, 9, 14)) == ()
    numbers = [clause.number for clause in clauses_on(date(2026, 10, 15))]
    assert {"4.1", "7.5.3", "8.5.1", "9.2", "10.3"} <= set(numbers)
    assert len(numbers) == len(set(numbers))
