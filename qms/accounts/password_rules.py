"""What a password must be: long enough, not guessed in a moment, on no list of leaked ones.

The list of guessed passwords takes 15 MB: it is loaded by the first password that somebody chooses, not at
the start of a server.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import BinaryIO, Final

from engine.domain.errors import Conflict, Invalid
from engine.domain.text import fold
from qms.accounts.passwords import composed, require_length

FEWEST_GUESSES: Final = 8.0
"""As a power of ten: what takes fewer is found in hours even where tries have to wait."""
_LOOKED_AT: Final = 72
"""zxcvbn takes no longer texts; what is good in its first 72 characters is good."""
_LONGEST_LINE: Final = 128
_HASH_LENGTH: Final = 40
_SHORTEST_WORD: Final = 3
_MOST_WORDS: Final = 12
COMMON_HERE: Final = (
    "matkhau matma khongbiet khongco xinchao anhyeuem emyeuanh yeuem yeuanh yeunhau maiyeuem nhoem "
    "emoi anhoi tinhyeu giadinh conyeu bame bome chame thanhcong hanhphuc maymang deptrai xinhgai "
    "congchua hoangtu vietnam hanoi saigon hochiminh tphcm danang haiphong cantho hue tayninh longan "
    "angiang dongnai daklak hoangsa truongsa bacho bachoho doclap tudo doclaptudohanhphuc thongnhat "
    "cachmang giaiphong dangcongsan ubnd uyban nhandan uybannhandan vanphong congchuc vienchuc canbo "
    "chuyenvien hanhchinh motcua phaply quantri admin administrator giamdoc truongphong ketoan "
    "vanthu thuky soytte sokhcn khoahoc congnghe chatluong iso9001 iso dichvucong congdich dientu "
    "internet maytinh taikhoan dangnhap nguoidung bongda manutd chelsea ronaldo songoku doremon "
    "pikachu taolao vkl vcl dmm clgt "
)
"""What people here begin with, without marks, blanks between."""


class PasswordGuessable(Invalid):
    """A password that a program guesses in a moment."""

    def __init__(self) -> None:
        super().__init__(
            vi="Mật khẩu này quá dễ đoán (từ thông dụng, dãy phím, tên của bạn hoặc của cơ quan). "
            "Xin chọn một câu gồm bốn từ không liên quan trở lên.",
            en="This password is too easy to guess (common words, rows of keys, your name or your agency's). "
            "Please choose a sentence of four or more unrelated words.",
        )


class PasswordBreached(Invalid):
    """A password that stands on a list of leaked ones."""

    def __init__(self) -> None:
        super().__init__(
            vi="Mật khẩu này đã bị lộ ở nơi khác và nằm trong danh sách kẻ xấu thường thử. "
            "Xin chọn mật khẩu khác.",
            en="This password has leaked elsewhere and is on the lists that attackers try. "
            "Please choose another.",
        )


class BreachListUnreadable(Conflict):
    """The file of leaked passwords cannot be read: nobody may choose a password unexamined."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không đọc được danh sách mật khẩu đã lộ nên chưa đổi được mật khẩu. Xin báo người quản trị.",
            en="The list of leaked passwords cannot be read, so no password can be changed. "
            "Please tell the administrator.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordRules:
    """What this installation asks of passwords besides length and guessing."""

    breached: Path | None = None
    """SHA-1 hashes in order, one a line, as haveibeenpwned.com gives them out."""
    public: frozenset[str] = frozenset()
    """Passwords printed somewhere, such as the demo's."""

    def check(self, password: str, about: Iterable[str]) -> None:
        """Refuse a password that is not good enough; `about` names its person, user name and agency.

        Raises PasswordTooShort, PasswordGuessable, PasswordBreached, BreachListUnreadable.
        """
        password = composed(password)
        require_length(password)
        if password in self.public or _guesses(password, about) < FEWEST_GUESSES:
            raise PasswordGuessable
        if self.breached is not None and _leaked(password, self.breached):
            raise PasswordBreached


USUAL_RULES: Final = PasswordRules()


def _guesses(password: str, about: Iterable[str]) -> float:
    """How many tries a program that knows the person needs, as a power of ten."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists are loaded where a password is chosen

    words = [*_words(about), *COMMON_HERE.split()]
    shapes = {password[:_LOOKED_AT], _bare(password)[:_LOOKED_AT]} - {""}
    return min(float(zxcvbn(shape, user_inputs=words)["guesses_log10"]) for shape in shapes)


def _words(about: Iterable[str]) -> list[str]:
    """Every run of words in the names: “Văn phòng UBND” is guessed as vanphong and vanphongubnd too."""
    runs: dict[str, None] = {}
    for text in about:
        words = "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()[:_MOST_WORDS]
        for first, last in combinations(range(len(words) + 1), 2):
            runs["".join(words[first:last])] = None
    return [run for run in runs if len(run) >= _SHORTEST_WORD]


def _bare(text: str) -> str:
    """Letters and digits without marks: “Mật khẩu 123” is guessed as matkhau123."""
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _leaked(password: str, path: Path) -> bool:
    """Whether the file has the hash of the password: halving the file, not reading it."""
    # Lists of leaked passwords are made by SHA-1; it protects nothing here.
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    try:
        with path.open("rb") as file:
            low, high = 0, file.seek(0, 2)
            while low < high:
                middle = (low + high) // 2
                line = _first_line_from(file, middle)
                if line and line < wanted:
                    low = middle + 1
                else:
                    high = middle
            return _first_line_from(file, low) == wanted
    except OSError:
        raise BreachListUnreadable from None


def _first_line_from(file: BinaryIO, offset: int) -> bytes:
    """The hash of the first line that begins at or after the offset; empty past the last."""
    file.seek(max(offset - 1, 0))
    if offset:
        file.readline(_LONGEST_LINE)
    return file.readline(_LONGEST_LINE)[:_HASH_LENGTH].upper()
