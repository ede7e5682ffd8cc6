"""What is no root cause: blaming somebody's carelessness without saying what in the work let it happen."""

from __future__ import annotations

import re
from typing import Final

from engine.domain.text import fold

_CARELESS: Final = (
    *("so suat", "so xuat", "so y", "vo y", "bat can", "bat cap", "cau tha", "chu quan", "lo la", "lo dang"),
    *("thieu tap trung", "khong tap trung", "chua tap trung", "mat tap trung", "thieu chu y", "khong chu y"),
    *("chua chu y", "khong de y", "thieu can than", "khong can than", "chua can than", "thieu trach nhiem"),
    *("tinh than trach nhiem chua cao", "y thuc chua cao", "nham lan", "nham", "bo quen", "de quen", "quen"),
    *("bo sot", "de sot", "sot"),
)
"""Longer wordings stand before those that they hold. All folded."""
_BLAME: Final = re.compile(r"\b(?:" + "|".join(_CARELESS) + r")\b")
_FILLERS: Final = frozenset(
    (
        *("do", "vi", "boi", "tai", "la", "can", "bo", "chuyen", "vien", "nhan", "nguoi", "thuc"),
        *("hien", "cong", "chuc", "xu", "ly", "ho", "so", "viec", "cua", "trong", "khi", "nen"),
        *("va", "hoac", "mot", "it", "rat", "qua", "da", "bi", "su", "loi", "ca", "anh"),
        *("chi", "toi", "phu", "trach", "nhat", "thoi", "co", "chut", "nay", "tren", "phong", "don"),
        *("nguyen", "goc", "chinh", "lam", "dan", "den", "gay", "ra", "kph", "sai", "cung", "nhu"),
        *("nhung", "ve", "voi", "chua", "khong", "thi", "ma", "duoc", "luc", "ngay", "han", "giai"),
        *("quyet", "lanh", "dao", "phieu", "khac"),
    )
)
"""What names who, where and that, but says nothing of why. Folded."""
_LEAST_WORDS: Final = 5
"""So many words that say something make an analysis beside the blame."""


def blames_carelessness(cause: str) -> bool:
    """Whether the text blames carelessness and says nothing else ("do sơ suất", "cán bộ quên")."""
    words = re.sub(r"[^a-z0-9 ]+", " ", fold(cause))
    words = " ".join(words.split())
    if _BLAME.search(words) is None:
        return False
    left = [word for word in _BLAME.sub(" ", words).split() if word not in _FILLERS]
    return len(left) < _LEAST_WORDS
