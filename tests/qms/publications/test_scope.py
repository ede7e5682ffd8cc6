"""Scopes, preconditions and addresses, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms.documents.catalogue import CatalogueEntry
from qms.publications.decision import DecisionText, content, title
from qms.publications.preconditions import Grounds, missing_grounds, year_before
from qms.publications.scope import (
    Change,
    ScopeLine,
    as_text,
    chosen,
    codes_in,
    difference,
    proposed,
    scope_problems,
)
from qms.publications.web_addresses import address_problem

DAY = date(2026, 11, 23)
GOOD = Grounds(
    day=DAY,
    audited_on=date(2026, 10, 15),
    open_slips=(),
    reviewed_on=date(2026, 11, 1),
    review=UUID(int=1),
    validity="hieu_luc",
    validity_confirmed_on=date(2026, 11, 2),
    unapproved=(),
)
LINES = st.dictionaries(st.sampled_from(["1", "2", "3", "4"]), st.sampled_from(["01", "02"]))


def entry(code: str, *, version: str = "01", internal: bool = False) -> CatalogueEntry:
    return CatalogueEntry(
        id=UUID(int=7),
        code=code,
        name=f"Thủ tục {code}",
        field="Xây dựng",
        version=version,
        internal=internal,
    )


def lines(versions: dict[str, str]) -> list[ScopeLine]:
    return [ScopeLine(code=code, name="", field="", version=label) for code, label in versions.items()]


@given(LINES, LINES)
def test_a_difference_names_every_procedure_once_and_turned_round_swaps_added_and_removed(
    old: dict[str, str], new: dict[str, str]
) -> None:
    there, back = difference(lines(old), lines(new)), difference(lines(new), lines(old))
    codes = [line.code for line in (*there.added, *there.removed, *there.kept)]
    codes += [line.code for _old, line in there.changed]
    assert sorted(codes) == sorted({*old, *new})
    assert there.added == back.removed
    assert there.kept == back.kept
    assert there.none == (old == new)


def test_a_proposal_has_every_administrative_procedure_and_the_internal_ones_of_the_last_time() -> None:
    catalogue = [entry("1"), entry("QT-1", internal=True), entry("QT-2", internal=True)]
    assert [one.code for one in proposed(catalogue, ["qt-2", "9"])] == ["1", "QT-2"]


def test_a_proposal_is_read_back_as_it_was_written() -> None:
    catalogue = [entry("1.013225"), entry("QT-1", internal=True)]
    assert codes_in(as_text(catalogue)) == ("1.013225", "QT-1")
    assert chosen(as_text(catalogue), catalogue) == tuple(catalogue)
    assert scope_problems(as_text(catalogue), catalogue) == ()


def test_a_proposal_of_many_procedures_fits_into_the_form() -> None:
    many = [replace(entry(f"1.{number:06}"), name="Thủ tục có tên rất dài " * 8) for number in range(400)]
    assert len(as_text(many)) < 20_000
    assert chosen(as_text(many), many) == tuple(many)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1\n2\n9", "Không có trong sổ thủ tục, hoặc đã hết hiệu lực: 9"),
        ("1\n2\n1", "Ghi hai lần: 1"),
        ("1", "Thiếu thủ tục hành chính còn hiệu lực: 2"),
        ("1\n2\nQT-9", "Chưa có phiên bản quy trình được duyệt: QT-9"),
        ("", "Thiếu thủ tục hành chính còn hiệu lực: 1, 2"),
    ],
)
def test_a_scope_that_may_not_be_published_says_why(typed: str, words: str) -> None:
    catalogue = [entry("1"), entry("2"), entry("QT-9", version="", internal=True)]
    (problem,) = scope_problems(typed, catalogue)
    assert words in problem[0]
    assert problem[1]


def test_a_whole_year_with_everything_in_order_lacks_nothing() -> None:
    assert missing_grounds(GOOD) == ()
    assert missing_grounds(replace(GOOD, audited_on=date(2025, 11, 23))) == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"audited_on": None}, "Chưa có đợt đánh giá nội bộ"),
        ({"audited_on": date(2025, 11, 22)}, "đã quá 12 tháng"),
        ({"open_slips": ("KPH-2026-001",)}, "1 điểm không phù hợp chưa có kế hoạch"),
        ({"reviewed_on": date(2025, 11, 22)}, "đã quá 12 tháng"),
        ({"validity": "", "validity_confirmed_on": None}, "chưa xác nhận hiệu lực"),
        ({"validity": "can_khac_phuc"}, "cần khắc phục"),
        ({"unapproved": tuple(str(one) for one in range(12))}, "và 2 mục khác"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(changes: dict[str, object], words: str) -> None:
    (sentence,) = missing_grounds(replace(GOOD, **changes))  # type: ignore[arg-type]
    assert words in sentence


def test_a_year_before_the_last_of_february_is_the_last_of_february() -> None:
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "address",
    [
        "https://vanphong.tayninh.gov.vn/cong-bo-iso",
        "http://tayninh.gov.vn:8080/iso?nam=2026",
        "https://tâyninh.vn/công-bố",
    ],
)
def test_a_public_page_is_an_address(address: str) -> None:
    assert address_problem(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "vanphong.tayninh.gov.vn",
        "ftp://tayninh.gov.vn/iso",
        "https://localhost/iso",
        "https://10.0.0.1/iso",
        "https://[::1]/iso",
        "https://máy chủ/iso",
        "https://ten:mat-khau@tayninh.gov.vn/iso",
        "javascript:alert(1)",
        "https://tayninh.gov.vn:0x/iso",
        "https://iso.local/trang",
        "https:///iso",
    ],
)
def test_what_is_no_public_page_is_refused(address: str) -> None:
    assert address_problem(address) is not None


def test_the_decision_names_what_it_publishes_and_what_it_takes_out() -> None:
    added = ScopeLine(code="1", name="Một", field="A", version="02")
    removed = ScopeLine(code="2", name="Hai", field="A", version="01")
    text = DecisionText(
        agency="Văn phòng UBND tỉnh",
        standard="TCVN ISO 9001:2015",
        first=False,
        replaces="12/QĐ-VP ngày 01/02/2025",
        review="01/11/2026",
        exclusions="",
        lines=[(removed, Change.REMOVED), (added, Change.ADDED)],
        department="Sở Khoa học và Công nghệ",
    )
    assert title(text).startswith("Công bố lại Hệ thống quản lý chất lượng phù hợp")
    written: Any = content(text)
    (annex,) = written["bang"]
    assert annex["dong"] == [
        ["1", "1", "Một", "A", "02", "Bổ sung"],
        ["2", "2", "Hai", "A", "01", "Đưa ra khỏi phạm vi"],
    ]
    articles = [article["noi_dung"] for article in written["dieu"]]
    assert "đối với 1 thủ tục hành chính" in articles[0]
    assert "thay thế Quyết định số 12/QĐ-VP ngày 01/02/2025" in articles[1]
    assert written["noi_nhan"][0] == "Như Điều 3"
