"""Which delegations an office may have: every refusal at its field, and what is allowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.mandates import MandateForm
from qms.delegation import refusals
from qms.delegation.rules import Asked, Away, Held, Party, Scope, Standing, wrong_days, wrong_with

AGENCY, UNIT, OTHER_UNIT = uuid4(), uuid4(), uuid4()
TODAY = date(2026, 8, 28)
FIRST, AFTER = date(2026, 9, 1), date(2026, 9, 6)
TUQ, KT, TL, AWAY = (
    MandateForm.AUTHORISED,
    MandateForm.FOR_THE_HEAD,
    MandateForm.BY_ORDER,
    MandateForm.ABSENCE,
)


def party(title: str, *roles: str, unit: UUID | None = None, until: date | None = None) -> Party:
    held = tuple(
        Held(
            role=role, unit=unit if role == "LD_PHONG" else None, valid_from=date(2024, 1, 1), valid_to=until
        )
        for role in roles
    )
    return Party(id=uuid4(), agency=AGENCY, unit=unit, title=title, active=True, held=held)


HEAD = party("Chánh Văn phòng", "LD_CQ")
DEPUTY = party("Phó Chánh Văn phòng", "TRUONG_BCD")
ROOM_HEAD = party("Trưởng phòng", "LD_PHONG", unit=UNIT)
ROOM_DEPUTY = party("Phó Trưởng phòng", "LD_PHONG", unit=UNIT)
OFFICER = party("Chuyên viên", "CHUYEN_VIEN")


def scope(form: MandateForm = TUQ, *roles: str, begin: date = FIRST, end: date | None = AFTER) -> Scope:
    return Scope(form=form, roles=frozenset(roles), valid_from=begin, valid_to=end)


def asked(principal: Party, delegate: Party, wanted: Scope, decision: str = "45/QĐ-VP") -> Asked:
    return Asked(
        principal=principal, delegate=delegate, scope=wanted, decision=decision, decided_on=date(2026, 8, 27)
    )


def stands(principal: Party, delegate: Party, wanted: Scope) -> Standing:
    return Standing(principal=principal.id, delegate=delegate.id, scope=wanted)


def fields(wanted: Asked, *standing: Standing, away: tuple[Away, ...] = ()) -> list[str]:
    return [wrong.field for wrong in wrong_with(wanted, standing, away, TODAY)]


@pytest.mark.parametrize(
    ("principal", "delegate", "form", "end"),
    [
        (HEAD, DEPUTY, TUQ, AFTER),
        (HEAD, DEPUTY, KT, None),
        (HEAD, ROOM_HEAD, TL, None),
        (HEAD, ROOM_DEPUTY, TL, AFTER),
        (ROOM_HEAD, ROOM_DEPUTY, KT, AFTER),
        (OFFICER, ROOM_DEPUTY, AWAY, AFTER),
    ],
)
def test_what_the_decree_allows_is_recorded(
    principal: Party, delegate: Party, form: MandateForm, end: date | None
) -> None:
    assert fields(asked(principal, delegate, scope(form, end=end))) == []


@pytest.mark.parametrize(
    ("wanted", "wrong"),
    [
        (asked(HEAD, HEAD, scope()), refusals.ONESELF),
        (asked(HEAD, DEPUTY, scope(), decision=""), refusals.DECISION_MISSING),
        (
            replace(asked(HEAD, DEPUTY, scope()), decided_on=TODAY + timedelta(days=1)),
            refusals.DECISION_TO_COME,
        ),
        (asked(HEAD, DEPUTY, scope(begin=date(2026, 8, 1), end=TODAY)), refusals.ALL_PAST),
        (asked(HEAD, DEPUTY, scope(TUQ, end=None)), refusals.END_MISSING),
        (asked(HEAD, replace(DEPUTY, active=False), scope()), refusals.DELEGATE_LEFT),
        (asked(HEAD, replace(DEPUTY, agency=uuid4()), scope()), refusals.DELEGATE_UNKNOWN),
        (asked(HEAD, ROOM_HEAD, scope(KT)), refusals.NOT_A_DEPUTY),
        (asked(OFFICER, DEPUTY, scope(KT)), refusals.NOT_A_HEAD),
        (asked(ROOM_HEAD, replace(ROOM_DEPUTY, unit=OTHER_UNIT), scope(KT)), refusals.OTHER_UNIT),
        (asked(HEAD, OFFICER, scope(TL)), refusals.NOT_A_UNIT_HEAD),
        (asked(ROOM_HEAD, ROOM_DEPUTY, scope(TL)), refusals.NOT_THE_AGENCY_HEAD),
        (asked(party("Chuyên viên"), DEPUTY, scope()), refusals.NO_AUTHORITY),
        (asked(party("Quản trị", "QUAN_TRI"), DEPUTY, scope()), refusals.NO_AUTHORITY),
        (asked(party("Chánh", "LD_CQ", until=FIRST), DEPUTY, scope()), refusals.NO_AUTHORITY),
        (
            asked(party("Quản trị", "QUAN_TRI", "LD_CQ"), DEPUTY, scope(TUQ, "QUAN_TRI")),
            refusals.role_not_delegated("Quản trị hệ thống", "Administrator"),
        ),
        (
            asked(OFFICER, DEPUTY, scope(TUQ, "LD_CQ")),
            refusals.role_not_held("Lãnh đạo cơ quan", "Head of the agency"),
        ),
    ],
)
def test_each_wrong_delegation_is_refused_at_its_field(wanted: Asked, wrong: refusals.Wrong) -> None:
    assert wrong_with(wanted, (), (), TODAY) == [wrong]


def test_who_acts_by_a_mandate_alone_cannot_pass_it_on() -> None:
    received = stands(HEAD, DEPUTY, scope())
    onward = asked(DEPUTY, ROOM_HEAD, scope(TUQ, "LD_CQ"))
    assert wrong_with(onward, [received], (), TODAY) == [
        refusals.role_received("Lãnh đạo cơ quan", "Head of the agency")
    ]
    own = asked(DEPUTY, ROOM_HEAD, scope(TUQ, "TRUONG_BCD"))
    assert fields(own, received) == [], "what the deputy holds by own right may be delegated"


def test_the_same_scope_is_delegated_to_the_same_person_once_in_a_time() -> None:
    first = stands(HEAD, DEPUTY, scope(TUQ, "LD_CQ"))
    assert fields(asked(HEAD, DEPUTY, scope()), first) == ["delegate"], "everything meets a part of it"
    assert fields(asked(HEAD, DEPUTY, scope(TUQ, begin=AFTER, end=date(2026, 9, 10))), first) == []
    assert fields(asked(HEAD, ROOM_HEAD, scope()), first) == [], "another person may have it too"
    procedures = replace(scope(), procedures=frozenset({"P06"}))
    assert (
        fields(
            asked(HEAD, DEPUTY, replace(scope(), procedures=frozenset({"P05"}))),
            stands(HEAD, DEPUTY, procedures),
        )
        == []
    )


def test_a_substitute_is_there_and_two_people_never_substitute_each_other() -> None:
    wanted = asked(HEAD, DEPUTY, scope(AWAY))
    gone = Away(person=DEPUTY.id, valid_from=date(2026, 9, 5), valid_to=date(2026, 9, 20))
    assert wrong_with(wanted, (), (gone,), TODAY) == [refusals.SUBSTITUTE_AWAY]
    assert fields(wanted, away=(replace(gone, valid_from=AFTER),)) == []
    back = stands(DEPUTY, HEAD, scope(AWAY, begin=date(2026, 9, 5), end=date(2026, 9, 9)))
    assert wrong_with(wanted, [back], (), TODAY) == [refusals.CIRCLE]
    assert fields(wanted, stands(DEPUTY, HEAD, scope(AWAY, begin=AFTER, end=date(2026, 9, 9)))) == []


def test_days_are_given_in_order_and_within_living_memory() -> None:
    day = date(2026, 9, 1)
    assert wrong_days(None, day, limited=True) == [refusals.day_missing("first_day")]
    assert wrong_days(day, None, limited=True) == [refusals.END_MISSING]
    assert wrong_days(day, None, limited=False) == []
    assert wrong_days(day, day, limited=True) == []
    assert wrong_days(day, day - timedelta(days=1), limited=True) == [refusals.END_REVERSED]
    assert [wrong.field for wrong in wrong_days(date(1900, 1, 1), day, limited=True)] == ["first_day"]
    assert [wrong.field for wrong in wrong_days(day, date.max, limited=True)] == ["last_day"]


names = st.frozensets(st.sampled_from(["a", "b"]))
scopes = st.builds(
    lambda roles, procedures, elements, begin, length: Scope(
        form=TUQ,
        roles=roles,
        procedures=procedures,
        elements=elements,
        valid_from=FIRST + timedelta(days=begin),
        valid_to=None if length is None else FIRST + timedelta(days=begin + length),
    ),
    names,
    names,
    names,
    st.integers(0, 4),
    st.none() | st.integers(1, 4),
)


@given(scopes, scopes)
def test_scopes_meet_where_one_task_of_one_day_lies_in_both(one: Scope, other: Scope) -> None:
    days = [FIRST + timedelta(days=day) for day in range(9)]

    def reaches(scope: Scope, role: str, procedure: str, element: str, day: date) -> bool:
        return (
            (not scope.roles or role in scope.roles)
            and (not scope.procedures or procedure in scope.procedures)
            and (not scope.elements or element in scope.elements)
            and scope.valid_from <= day
            and (scope.valid_to is None or day < scope.valid_to)
        )

    shared = any(
        reaches(one, role, procedure, element, day) and reaches(other, role, procedure, element, day)
        for role in "ab"
        for procedure in "ab"
        for element in "ab"
        for day in days
    )
    assert one.meets(other) == other.meets(one) == shared
