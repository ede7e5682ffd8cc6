"""By what right somebody works on a task: own right, then the narrowest mandate, nothing beyond its scope."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.assignment import (
    OWN_RIGHT,
    Candidates,
    Grant,
    Holder,
    MandatedGrant,
    Right,
    Viewer,
    able_among,
    reaching_mandates,
    right_of,
)
from engine.domain.mandate_refusals import MandateEnded
from engine.domain.mandates import EndedMandate, Mandate, MandateEnd, MandateForm, acted_for

AGENCY, ME, HEAD, OTHER = (UUID(int=number) for number in range(1, 5))
UNITS = (UUID(int=11), UUID(int=12))
ROLES = ("LD_CQ", "LD_PHONG", "CHUYEN_VIEN")
MODELS = ("P06", "P08")
TASKS = ("duyet", "ky")


def mandate(
    number: int = 100,
    *,
    principal: UUID = HEAD,
    form: MandateForm = MandateForm.AUTHORISED,
    roles: frozenset[str] = frozenset(),
    procedures: frozenset[str] = frozenset(),
    elements: frozenset[str] = frozenset(),
    decided_on: date | None = date(2026, 8, 28),
    until: date | None = date(2026, 9, 6),
) -> Mandate:
    return Mandate(
        id=UUID(int=number),
        principal=principal,
        form=form,
        decision=f"{number}/QĐ-UBND",
        decided_on=decided_on,
        valid_from=date(2026, 9, 1),
        valid_to=until,
        roles=roles,
        procedures=procedures,
        elements=elements,
    )


def waiting(
    role: str | None = "LD_CQ",
    *,
    unit: UUID | None = None,
    person: UUID | None = None,
    in_person: bool = False,
    claimed_by: UUID | None = None,
    by: UUID | None = None,
) -> Candidates:
    return Candidates(
        role=role,
        unit=unit,
        person=person,
        procedure="P06",
        element="ky",
        in_person=in_person,
        claimed_by=claimed_by,
        claimed_by_mandate=by,
    )


def acting(*mandates: Mandate, own: tuple[str, ...] = (), lent: str = "LD_CQ") -> Viewer:
    """Somebody for whom each mandate reaches one role held in the whole agency."""
    return Viewer(
        person=ME,
        agency=AGENCY,
        grants=tuple(Grant(role=role, unit=None) for role in own),
        mandated=tuple(MandatedGrant(role=lent, unit=None, mandate=one) for one in mandates),
        substitutes=tuple(one for one in mandates if one.form is MandateForm.ABSENCE),
    )


def test_own_right_goes_before_any_mandate() -> None:
    assert right_of(acting(mandate(), own=("LD_CQ",)), waiting()) is OWN_RIGHT


def test_who_has_neither_role_nor_mandate_has_no_right() -> None:
    assert right_of(acting(), waiting()) is None
    assert right_of(acting(mandate(), lent="VAN_THU"), waiting()) is None


def test_a_mandate_gives_no_other_power_than_to_work_on_tasks() -> None:
    assert not acting(mandate()).holds("LD_CQ")


@pytest.mark.parametrize(
    "narrower",
    [
        mandate(2, procedures=frozenset({"P06"})),
        mandate(2, elements=frozenset({"ky"})),
        mandate(2, roles=frozenset({"LD_CQ"})),
    ],
)
def test_of_several_mandates_the_narrowest_goes_first_whatever_its_date(narrower: Mandate) -> None:
    wide = mandate(1, decided_on=date(2020, 1, 1))
    for order in ((wide, narrower), (narrower, wide)):
        assert right_of(acting(*order), waiting()) == Right(mandate=narrower)


def test_of_equally_wide_mandates_the_earlier_decision_goes_first() -> None:
    late, early = mandate(1, decided_on=date(2026, 8, 29)), mandate(2, decided_on=date(2026, 8, 1))
    for order in ((late, early), (early, late)):
        assert right_of(acting(*order), waiting()) == Right(mandate=early)


@pytest.mark.parametrize(
    "beside",
    [
        mandate(procedures=frozenset({"P08"})),
        mandate(elements=frozenset({"duyet"})),
        mandate(roles=frozenset({"LD_PHONG"})),
    ],
)
def test_a_mandate_opens_nothing_beside_its_scope(beside: Mandate) -> None:
    assert right_of(acting(beside), waiting()) is None


@pytest.mark.parametrize("form", list(MandateForm))
def test_what_is_to_be_done_in_person_is_done_in_no_other_name(form: MandateForm) -> None:
    viewer = acting(mandate(form=form))
    assert right_of(viewer, waiting(in_person=True)) is None
    assert right_of(viewer, waiting(None, person=HEAD, in_person=True)) is None


@pytest.mark.parametrize("form", list(MandateForm))
def test_only_who_stands_in_for_the_absent_does_what_waits_for_that_person_alone(form: MandateForm) -> None:
    one = mandate(form=form)
    expected = Right(mandate=one) if form is MandateForm.ABSENCE else None
    assert right_of(acting(one), waiting(None, person=HEAD)) == expected
    assert right_of(acting(one), waiting(None, person=OTHER)) is None


@pytest.mark.parametrize("form", list(MandateForm))
def test_only_who_stands_in_takes_over_what_the_absent_has_claimed(form: MandateForm) -> None:
    right = right_of(acting(mandate(form=form), own=("LD_CQ",)), waiting(claimed_by=HEAD))
    assert right is not None
    assert right.takes_over_from(HEAD) is (form is MandateForm.ABSENCE)
    assert not right.takes_over_from(OTHER)


def test_what_was_claimed_by_a_mandate_stays_so_while_that_reaches_it() -> None:
    wide, narrow = mandate(1), mandate(2, elements=frozenset({"ky"}))
    viewer = acting(wide, narrow, own=("LD_CQ",))
    assert right_of(viewer, waiting(claimed_by=ME, by=wide.id)) == Right(mandate=wide)
    assert right_of(acting(narrow), waiting(claimed_by=ME, by=wide.id)) == Right(mandate=narrow)
    assert right_of(viewer, waiting(claimed_by=ME)) is OWN_RIGHT


scopes = st.builds(
    mandate,
    st.integers(100, 104),
    principal=st.sampled_from([HEAD, OTHER]),
    form=st.sampled_from(list(MandateForm)),
    roles=st.frozensets(st.sampled_from(ROLES), max_size=2),
    procedures=st.frozensets(st.sampled_from(MODELS), max_size=1),
    elements=st.frozensets(st.sampled_from(TASKS), max_size=1),
    decided_on=st.sampled_from([None, date(2026, 8, 1), date(2026, 8, 2)]),
)
grants = st.lists(
    st.builds(Grant, role=st.sampled_from(ROLES), unit=st.sampled_from([None, *UNITS])), max_size=2
)
viewers = st.lists(st.tuples(scopes, grants), max_size=4, unique_by=lambda pair: pair[0].id).flatmap(
    lambda lent: st.builds(
        lambda own: Viewer(
            person=ME,
            agency=AGENCY,
            grants=tuple(own),
            mandated=tuple(
                MandatedGrant(role=held.role, unit=held.unit, mandate=one)
                for one, helds in lent
                for held in helds
                if not one.roles or held.role in one.roles
            ),
            substitutes=tuple(one for one, _ in lent if one.form is MandateForm.ABSENCE),
        ),
        grants,
    )
)
tasks = st.builds(
    Candidates,
    role=st.sampled_from([None, *ROLES]),
    unit=st.sampled_from([None, *UNITS]),
    person=st.sampled_from([None, None, ME, HEAD]),
    procedure=st.sampled_from(MODELS),
    element=st.sampled_from(TASKS),
    in_person=st.booleans(),
    claimed_by=st.sampled_from([None, ME, HEAD, OTHER]),
    claimed_by_mandate=st.sampled_from([None, UUID(int=100), UUID(int=101)]),
)


@given(viewers, tasks)
def test_there_is_a_right_exactly_where_a_role_or_a_scope_reaches(viewer: Viewer, task: Candidates) -> None:
    right, reaching = right_of(viewer, task), reaching_mandates(viewer, task)
    assert (right is not None) == (task.include_of_own_right(viewer) or bool(reaching))
    if right is not None and right.mandate is not None:
        assert right.mandate in reaching
        assert not task.in_person


@given(viewers, tasks)
def test_the_order_in_which_mandates_were_read_changes_nothing(viewer: Viewer, task: Candidates) -> None:
    turned = Viewer(
        person=ME,
        agency=AGENCY,
        grants=viewer.grants[::-1],
        mandated=viewer.mandated[::-1],
        substitutes=viewer.substitutes[::-1],
    )
    assert right_of(viewer, task) == right_of(turned, task)


@given(viewers, tasks)
def test_who_is_told_of_a_task_is_who_may_take_it(viewer: Viewer, task: Candidates) -> None:
    holders = [Holder(person=ME, unit=one.unit) for one in viewer.grants if one.role == task.role]
    holders += [
        Holder(person=ME, unit=one.unit, mandate=one.mandate)
        for one in viewer.mandated
        if one.role == task.role
    ]
    standing_in = [Holder(person=ME, unit=None, mandate=one) for one in viewer.substitutes]
    assert (ME in able_among(holders, standing_in, task)) == task.include(viewer)


def test_an_event_tells_in_whose_name_and_is_read_back() -> None:
    one = mandate()
    told = acted_for(
        {key: str(value) if value is not None else None for key, value in Right(mandate=one).told().items()}
    )
    assert told is not None
    assert (told.on_behalf_of, told.form, told.decision, told.decided_on, told.mandate) == (
        HEAD,
        MandateForm.AUTHORISED,
        "100/QĐ-UBND",
        date(2026, 8, 28),
        one.id,
    )
    assert acted_for(OWN_RIGHT.told()) is None


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (MandateEnd.RUN_OUT, "đã hết hạn, ngày cuối cùng là 05/09/2026"),
        (MandateEnd.REVOKED, "đã được thu hồi"),
        (MandateEnd.ROLE_LOST, "không còn giữ vai trò"),
    ],
)
def test_the_refusal_names_form_decision_and_last_day(end: MandateEnd, said: str) -> None:
    refusal = MandateEnded(UUID(int=1), "Nguyễn A", EndedMandate(mandate=mandate(), end=end, roles=()))
    for part in ("Nguyễn A", "TUQ.", "100/QĐ-UBND", "05/09/2026", said):
        assert part in refusal.vi
    for part in ("Nguyễn A", "TUQ.", "100/QĐ-UBND", "05/09/2026"):
        assert part in refusal.en
