"""What a password must be: guessed ones, leaked ones, and the person's own words are refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from argon2 import extract_parameters
from hypothesis import given, settings
from hypothesis import strategies as st

from qms.accounts import passwords
from qms.accounts.password_rules import (
    BreachListUnreadable,
    PasswordBreached,
    PasswordGuessable,
    PasswordRules,
)
from qms.accounts.passwords import PasswordTooShort, hash_password, password_fits, renewed_hash

ABOUT = ("thuky", "Nguyễn Thị Thư Ký", "thuky.vp", "Văn phòng UBND tỉnh Tây Ninh", "VP UBND", "VPUBND-TN")
RULES = PasswordRules()


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "qwertyuiop123",
        "matkhau123456",
        "Mật khẩu 123456",
        "Anh yêu em 123",
        "Nguyễn Thị Thư Ký",
        "thuky.thuky.thuky",
        "vanphongubnd2026",
        "VPUBND-TN2026",
        "tayninh123456",
        "abababababababababababababababab",
    ],
)
def test_what_a_program_guesses_is_refused(password: str) -> None:
    with pytest.raises(PasswordGuessable):
        RULES.check(password, ABOUT)


@pytest.mark.parametrize(
    "password",
    [
        "một câu dễ nhớ hơn",
        "Hòa bình muôn năm",
        "mưa rơi trên mái tôn xanh",
        "kJ7#pq92!xLm",
        "x9" * 3 + "Trăng khuyết bên thềm",
    ],
)
def test_a_sentence_or_a_random_word_is_taken(password: str) -> None:
    RULES.check(password, ABOUT)


def test_a_password_printed_somewhere_is_refused() -> None:
    with pytest.raises(PasswordGuessable):
        PasswordRules(public=frozenset({"quytrinh-demo"})).check("quytrinh-demo", ABOUT)
    RULES.check("quytrinh-demo", ABOUT)


@pytest.mark.parametrize("password", ["", "11 ký tự ấy", "x" * 257])
def test_length_is_asked_first(password: str) -> None:
    with pytest.raises(PasswordTooShort):
        RULES.check(password, ABOUT)


def test_a_long_password_is_weighed_by_its_beginning_in_a_moment() -> None:
    RULES.check("mưa rơi trên mái tôn xanh " * 9, ABOUT)


def line(password: str) -> bytes:
    mark = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()
    return f"{mark}:{len(password)}\r\n".encode()


@settings(max_examples=60)
@given(leaked=st.sets(st.integers(0, 400), max_size=60), asked=st.integers(0, 400))
def test_the_list_of_leaked_passwords_says_what_a_reading_of_all_of_it_would_say(
    tmp_path_factory: pytest.TempPathFactory, leaked: set[int], asked: int
) -> None:
    path = tmp_path_factory.mktemp("leaked") / "hashes.txt"
    path.write_bytes(b"".join(sorted(line(f"mưa rơi trên mái tôn {number}") for number in leaked)))
    rules = PasswordRules(breached=path)
    password = f"mưa rơi trên mái tôn {asked}"
    if asked in leaked:
        with pytest.raises(PasswordBreached):
            rules.check(password, ABOUT)
    else:
        rules.check(password, ABOUT)


def test_no_password_is_taken_unexamined(tmp_path: Path) -> None:
    with pytest.raises(BreachListUnreadable):
        PasswordRules(breached=tmp_path / "gone.txt").check("mưa rơi trên mái tôn xanh", ABOUT)


def test_an_unknown_name_is_weighed_by_a_hash_that_costs_as_much_as_a_real_one() -> None:
    real = hash_password("trăng khuyết bên thềm")
    assert extract_parameters(passwords._DUMMY) == extract_parameters(real)
    assert not password_fits(None, "trăng khuyết bên thềm")


def test_a_hash_of_weaker_cost_is_made_anew_and_still_fits() -> None:
    weak = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21l$8Nq1YdxEYFvwmXlY2Hh0AWWHVcSmYyTVwc/FG2iGn3U"
    renewed = renewed_hash(weak, "mưa rơi trên mái tôn")
    assert renewed is not None
    assert renewed != weak
    assert password_fits(renewed, "mưa rơi trên mái tôn")
    strong = hash_password("mưa rơi trên mái tôn")
    assert renewed_hash(strong, "mưa rơi trên mái tôn") == strong
