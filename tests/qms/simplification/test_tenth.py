"""The counter of OB-11: one procedure in ten, each once, only what the agency stands by."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from qms.simplification.rules import NOT_COUNTED, ProposalState, tenth

STATES = st.sampled_from(list(ProposalState))
PROPOSALS = st.lists(st.tuples(st.integers(0, 60), STATES), max_size=80)


@given(scope=st.integers(0, 300), proposals=PROPOSALS)
def test_it_is_reached_exactly_from_a_tenth_on_and_says_how_many_are_missing(
    scope: int, proposals: list[tuple[int, ProposalState]]
) -> None:
    found = tenth(range(scope), proposals)
    assert found.reached == (found.proposed >= Fraction(scope, 10))
    assert found.missing == min(
        more for more in range(scope + 1) if found.proposed + more >= Fraction(scope, 10)
    )


@given(proposals=PROPOSALS, again=STATES, refused=st.sampled_from(NOT_COUNTED))
def test_a_procedure_counts_once_and_what_the_head_did_not_agree_to_counts_nothing(
    proposals: list[tuple[int, ProposalState]], again: ProposalState, refused: ProposalState
) -> None:
    before = tenth(range(20), proposals).proposed
    assert before <= len({procedure for procedure, _ in proposals})
    assert tenth(range(20), [*proposals, (99, refused)]).proposed == before
    counted = [(procedure, again) for procedure, state in proposals if state not in NOT_COUNTED]
    assert tenth(range(20), [*proposals, *counted]).proposed == before
    assert tenth(range(20), [*proposals, (99, ProposalState.AGREED)]).proposed == before + 1
