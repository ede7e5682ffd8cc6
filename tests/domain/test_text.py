"""Vietnamese text: searching ignores marks, staff lists sort by given name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.text import fold, name_sort_key, normal

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặĐƯƠÂ -–/0123456789", max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sàng lọc văn bản", "sang loc van ban"),
        ("ĐƯỜNG Đắk Lắk", "duong dak lak"),
        ("Hoà Bình", "hoa binh"),
        ("Hòa Bình", "hoa binh"),
        ("  nhiều \t khoảng\n trắng ", "nhieu khoang trang"),
        ("217/2026/NĐ-CP", "217/2026/nd-cp"),
        ("", ""),
    ],
)
def test_folding_takes_away_marks_case_and_blanks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(VIETNAMESE)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_both_ways_of_writing_a_marked_letter_fold_alike(text: str) -> None:
    forms = {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1
    assert fold(text.upper()) == fold(text)


@given(st.text(max_size=30))
def test_folding_leaves_no_mark_on_any_text(text: str) -> None:
    assert not any(unicodedata.combining(letter) for letter in fold(text))


@given(VIETNAMESE)
def test_the_normal_form_is_composed_and_without_outer_blanks(text: str) -> None:
    found = normal(unicodedata.normalize("NFD", f"  {text} "))
    assert found == found.strip()
    assert unicodedata.is_normalized("NFC", found)
    assert normal(found) == found


def test_a_staff_list_is_sorted_by_given_name_then_family_name() -> None:
    people = ["Võ Đình Khải", "Trần Văn An", "Lê Thị Bình", "Bùi Văn An", "Đặng Ân", "Nguyễn Văn An", "Y"]
    assert sorted(people, key=name_sort_key) == [
        "Bùi Văn An",
        "Nguyễn Văn An",
        "Trần Văn An",
        "Đặng Ân",
        "Lê Thị Bình",
        "Võ Đình Khải",
        "Y",
    ]


@pytest.mark.parametrize("name", ["", "   ", "An"])
def test_a_name_of_one_word_or_none_has_a_key_too(name: str) -> None:
    assert name_sort_key(name) == fold(name)


@given(st.text(alphabet="aăâdđeêioôơuưyÁẶỆỮĐ ", max_size=30))
def test_a_sort_key_holds_nothing_that_a_collation_might_skip(text: str) -> None:
    assert name_sort_key(text).replace(" ", "").isascii()
