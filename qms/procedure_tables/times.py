"""The time of a step as offices write it: days, hours and fractions; what does not count; what is unclear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from engine.domain.deadline_policy import LARGEST_AMOUNT
from engine.domain.office_time import MINUTES_OF_A_DAY, MINUTES_OF_AN_HOUR
from engine.domain.step_times import days_text
from engine.domain.text import fold

_DAYS_OF_A_WEEK: Final = 5
_QUARTER: Final = MINUTES_OF_A_DAY // 4


class TimeKind(StrEnum):
    """What a cell says about time."""

    COUNTED = "counted"
    EXCLUDED = "excluded"
    """Done in office hours at once, or said not to count."""
    MISSING = "missing"
    DATE = "date"
    """A day of the calendar, which is no length of time."""
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTime:
    """The time of a step and the words that gave it."""

    kind: TimeKind
    text: str = ""
    minutes: int | None = None
    """Office time, where it counts; for what is unclear, a proposal or None."""


_UNITS: Final = {
    "phut": Fraction(1),
    "p": Fraction(1),
    "gio": Fraction(MINUTES_OF_AN_HOUR),
    "h": Fraction(MINUTES_OF_AN_HOUR),
    "buoi": Fraction(MINUTES_OF_A_DAY, 2),
    "ngay": Fraction(MINUTES_OF_A_DAY),
    "tuan": Fraction(MINUTES_OF_A_DAY * _DAYS_OF_A_WEEK),
}
_NUMBER: Final = r"(?:[0-9]{1,3} [0-9]{1,2}/[0-9]{1,2}|[0-9]{1,4}/[0-9]{1,3}|[0-9]{1,5}(?:[.,][0-9]{1,4})?)"
_AMOUNT: Final = re.compile(
    rf"(?<![0-9/.,])({_NUMBER}) ?(?:\([^()]{{0,30}}\) ?)?(phut|p|gio|h|buoi|ngay|tuan)(?![a-z])(?: lam viec)?"
)
_BARE: Final = re.compile(rf"({_NUMBER}) ?(?:\([^()]{{0,30}}\))?")
_DATE: Final = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?:[/-][0-9]{1,2}(?:[/-][0-9]{4})?|\.[0-9]{1,2}\.[0-9]{4})(?![0-9/])"
    r"|ngay [0-9]{1,2} thang"
)
_RANGE: Final = re.compile(r"[0-9] ?(?:-|den) ?[0-9]")
_HALF: Final = re.compile(r"\b(?:nua|mot nua|½) (ngay|gio|buoi)\b")
_EXCLUDED: Final = (
    "gio hanh chinh",
    "khong tinh",
    "khong quy dinh thoi gian",
    "khong ap dung",
)
_HOURS_OF_OFFICE: Final = re.compile(r"[0-9] gio hanh chinh")
"""So many hours of office time: a length, not “whenever the office is open”."""
_SIGNS: Final = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "–": "-", "—": "-"}
_NOTHING: Final = frozenset({"", "-", "/", "x", "…", "..."})


def read_time(text: str, default_unit: str = "") -> StepTime:
    """What a cell says; `default_unit` ("ngay", "gio", "phut") is what its heading gives to bare numbers."""
    said = _plain(text)
    if said in _NOTHING:
        return StepTime(kind=TimeKind.MISSING, text=text)
    amounts = list(_AMOUNT.finditer(said))
    excluded = any(words in _HOURS_OF_OFFICE.sub(" ", said) for words in _EXCLUDED)
    if excluded and not amounts:
        return StepTime(kind=TimeKind.EXCLUDED, text=text)
    if not amounts and default_unit and (bare := _BARE.fullmatch(said)):
        return _counted(text, _fraction(bare[1]) * _UNITS[default_unit])
    if not amounts:
        return StepTime(kind=TimeKind.DATE if _DATE.search(said) else TimeKind.UNCLEAR, text=text)
    total = sum((_fraction(each[1]) * _UNITS[each[2]] for each in amounts), Fraction())
    found = _counted(text, total)
    if found.kind is TimeKind.COUNTED and not (excluded or _RANGE.search(said) or _several(said, amounts)):
        return found
    return StepTime(kind=TimeKind.UNCLEAR, text=text, minutes=found.minutes)


def unit_of_heading(text: str) -> str:
    """The unit that a heading such as "Thời gian (giờ làm việc)" names for the numbers under it, or none."""
    said = _plain(text)
    return next((unit for unit in ("phut", "gio", "ngay") if re.search(rf"\b{unit}\b", said)), "")


def time_in_words(minutes: int) -> str:
    """Office time as approved tables write it: "3 ngày", "0,25 ngày", "3 giờ", "2 giờ 40 phút"."""
    if minutes % _QUARTER == 0:
        return f"{days_text(minutes)} ngày"
    hours, odd = divmod(minutes, MINUTES_OF_AN_HOUR)
    return " ".join([f"{hours} giờ"] * bool(hours) + [f"{odd} phút"] * bool(odd))


def _plain(text: str) -> str:
    for sign, letters in _SIGNS.items():
        text = text.replace(sign, letters)
    return _HALF.sub(r"1/2 \1", fold(text)).strip(" .;:")


def _several(said: str, amounts: list[re.Match[str]]) -> bool:
    """Whether the amounts are not parts of one, as "1 ngày 4 giờ" are: the larger unit, then the smaller."""
    for earlier, later in pairwise(amounts):
        between = said[earlier.end() : later.start()].strip(" ,")
        if between not in {"", "va"} or _UNITS[later[2]] >= _UNITS[earlier[2]]:
            return True
    return False


def _fraction(number: str) -> Fraction:
    whole, _blank, part = number.rpartition(" ")
    over, slash, under = part.partition("/")
    if slash and int(under) == 0:
        return Fraction()
    value = Fraction(int(over), int(under)) if slash else Fraction(part.replace(",", "."))
    return value + int(whole or 0)


def _counted(text: str, minutes: Fraction) -> StepTime:
    most = LARGEST_AMOUNT * MINUTES_OF_AN_HOUR
    if minutes.denominator != 1 or not 0 < minutes <= most:
        return StepTime(
            kind=TimeKind.UNCLEAR, text=text, minutes=round(minutes) if 1 <= minutes <= most else None
        )
    return StepTime(kind=TimeKind.COUNTED, text=text, minutes=int(minutes))
