"""The caps: the law's, a province's, and that the lesser of both holds, whatever is spent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qms.budget.caps import (
    AgencyClass,
    Asked,
    Cap,
    LineKind,
    WarningCode,
    cap_for,
    class_of,
    money,
    shipped_caps,
    warnings_of,
)
from qms.budget.rules import Spent, spent_of

MAINTENANCE = LineKind.MAINTENANCE


def asked(province: str = "", of: AgencyClass = AgencyClass.DEPARTMENT, year: int = 2026) -> Asked:
    return Asked(agency="S-XD", province=province, agency_class=of, year=year)


def codes(amount: int, province: str = "", kind: LineKind = MAINTENANCE) -> list[WarningCode]:
    return [one.code for one in warnings_of({kind: amount}, asked(province))]


def test_sixteen_million_pass_the_law_and_twelve_pass_tay_ninh_alone() -> None:
    assert codes(15_000_000) == []
    assert codes(16_000_000) == [WarningCode.LEGAL_CAP]
    assert codes(12_000_000) == []
    assert codes(12_000_000, "Tây Ninh") == [WarningCode.LOCAL_CAP]
    assert codes(16_000_000, "tay ninh") == [WarningCode.LEGAL_CAP, WarningCode.LOCAL_CAP]
    (warning,) = warnings_of({MAINTENANCE: 16_000_000}, asked())
    assert "khoản 6 Điều 4 Thông tư 116/2015/TT-BTC" in warning.message[0]
    assert "16.000.000 đ" in warning.message[0]


def test_a_certification_body_is_warned_of_whatever_it_costs() -> None:
    assert codes(1, kind=LineKind.CERTIFICATION) == [WarningCode.CERTIFICATION]
    (warning,) = warnings_of({LineKind.CERTIFICATION: 1}, asked())
    assert "Điều 4 Quyết định 19/2014/QĐ-TTg" in warning.message[0]


@pytest.mark.parametrize(
    ("of", "consultant", "own"),
    [("ubnd_tinh", 60, 65), ("so", 45, 50), ("chi_cuc", 33, 40), ("xa", 26.4, 32)],
)
def test_the_first_build_goes_by_the_class_of_the_agency(of: str, consultant: float, own: float) -> None:
    who = asked(of=AgencyClass(of))
    firm = cap_for(LineKind.CONSULTANT, who)
    assert (firm, cap_for(LineKind.OWN_BUILDING, who)) == (consultant * 1_000_000, own * 1_000_000)
    assert cap_for(LineKind.INDEPENDENT_CONSULTANT, who) == (firm or 0) * 8 // 10


def test_the_class_is_read_from_the_name_of_the_agency() -> None:
    assert class_of("Văn phòng Ủy ban nhân dân tỉnh Tây Ninh") is AgencyClass.PROVINCE
    assert class_of("Ủy ban nhân dân xã Tân Đông") is AgencyClass.COMMUNE
    assert class_of("Chi cục Tiêu chuẩn Đo lường Chất lượng") is AgencyClass.BRANCH
    assert class_of("Sở Xây dựng tỉnh Tây Ninh") is AgencyClass.DEPARTMENT


def cap(scope: str, place: str, amount: int) -> Cap:
    return Cap(
        scope=scope,
        place=place,
        kind=MAINTENANCE,
        agency_class=None,
        amount=amount,
        valid_from=date(2020, 1, 1),
        valid_to=date(2027, 1, 1),
        basis="Văn bản",
    )


AMOUNTS = st.integers(min_value=0, max_value=10**11)


@given(law=AMOUNTS, local=AMOUNTS, spent=AMOUNTS, more=AMOUNTS)
@settings(max_examples=60)
def test_the_lesser_cap_holds_and_more_money_never_takes_a_warning_away(
    law: int, local: int, spent: int, more: int
) -> None:
    caps = (cap("country", "", law), cap("province", "Tây Ninh", local))
    who = asked("Tây Ninh")
    assert cap_for(MAINTENANCE, who, caps) == min(law, local)
    warned = {one.code for one in warnings_of({MAINTENANCE: spent}, who, caps)}
    assert bool(warned) == (spent > min(law, local))
    assert warned <= {one.code for one in warnings_of({MAINTENANCE: spent + more}, who, caps)}
    assert not warnings_of({MAINTENANCE: spent}, asked("Tây Ninh", year=2027), caps)


def test_an_agencys_own_cap_goes_before_its_provinces() -> None:
    caps = (cap("province", "Tây Ninh", 10), cap("agency", "S-XD", 7), cap("agency", "S-KHAC", 1))
    assert cap_for(MAINTENANCE, asked("Tây Ninh"), caps) == 7


def test_every_cap_says_on_what_it_rests() -> None:
    assert all(one.basis and one.amount > 0 for one in shipped_caps())


@given(approved=st.integers(min_value=1, max_value=10**10), spent=AMOUNTS)
@settings(max_examples=60)
def test_more_than_eighty_and_more_than_a_hundred_per_cent_are_told(approved: int, spent: int) -> None:
    expected = Spent.OVER if spent > approved else Spent.NEARLY if spent * 10 > approved * 8 else Spent.WITHIN
    assert spent_of(spent, approved) is expected
    assert spent_of(spent, None) is (Spent.OVER if spent else Spent.WITHIN)


def test_money_is_written_with_dots() -> None:
    assert money(1_234_567) == "1.234.567 đ"
