"""The walk along a chain, on graphs that hypothesis draws."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from qms.chains.walking import ChainLink, LinkOf, Reach, walk

CASES = [UUID(int=number) for number in range(1, 9)]
LINKS = st.sets(
    st.tuples(st.sampled_from(CASES), st.sampled_from(CASES)).filter(lambda pair: pair[0] < pair[1]),
    max_size=14,
)


def walked(pairs: Iterable[tuple[UUID, UUID]], here: UUID, most: int = 100) -> Reach:
    links = [ChainLink(earlier=one, later=other, of=LinkOf.MESSAGE) for one, other in pairs]
    return walk(here, lambda cases: [one for one in links if {one.earlier, one.later} & cases], most=most)


@given(LINKS)
def test_a_case_is_in_the_chain_of_another_exactly_when_that_one_is_in_its_own(
    pairs: set[tuple[UUID, UUID]],
) -> None:
    reaches = {case: walked(pairs, case) for case in CASES}
    for one in CASES:
        for other in CASES:
            assert (other in reaches[one].before) == (one in reaches[other].after)


@given(LINKS)
def test_no_case_is_both_before_and_after_where_time_leads_one_way(pairs: set[tuple[UUID, UUID]]) -> None:
    for case in CASES:
        reach = walked(pairs, case)
        assert not reach.before & reach.after
        assert case not in reach.before | reach.after


def test_what_else_followed_from_the_cause_is_not_of_the_chain() -> None:
    audit, slip, other = CASES[:3]
    reach = walked([(audit, slip), (audit, other)], slip)
    assert reach.before == {audit}
    assert reach.after == frozenset()
    assert walked([(audit, slip), (audit, other)], audit).after == {slip, other}


def test_a_walk_ends_at_the_limit_and_says_so() -> None:
    reach = walked(pairwise(CASES), CASES[0], most=3)
    assert reach.more
    assert len(reach.after) == 3
    assert not walked(pairwise(CASES), CASES[0]).more


def test_two_that_wrote_to_each_other_at_one_moment_end_the_walk() -> None:
    one, other = CASES[:2]
    reach = walked([(one, other), (other, one)], one)
    assert other in reach.before | reach.after
    assert not reach.more
