"""Says durations and cycles as ISO 8601 writes them (P3D, PT4H, R3/P1D) in words."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

Pair: TypeAlias = tuple[str, str]
"""Vietnamese and English."""

_NUMBER: Final = r"(\d+(?:[.,]\d+)?)"
_DURATION: Final = re.compile(
    rf"([+-]?)P(?=\d|T\d)(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=\d)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_UNITS: Final[tuple[Pair, ...]] = (
    ("năm", "year"),
    ("tháng", "month"),
    ("tuần", "week"),
    ("ngày", "day"),
    ("giờ", "hour"),
    ("phút", "minute"),
    ("giây", "second"),
)
_LITERAL: Final = re.compile(r"=?\s*duration\((.*)\)")
_CYCLE: Final = re.compile(r"R(\d*)/(?:([^/P]+)/)?(P[^/]+)")


def duration_words(text: str) -> Pair | None:
    """A duration or a cycle in words; None for any other text, so that nothing else is said differently."""
    literal = _LITERAL.fullmatch(text.strip())
    said = (literal[1] if literal else text).strip().strip("\"'")
    cycle = _CYCLE.fullmatch(said)
    if cycle is None:
        return _length(said)
    length = _length(cycle[3])
    if length is None:
        return None
    times, begin = cycle[1], cycle[2]
    vi = f"mỗi {length[0]}" + (f", {times} lần" if times else "") + (f", từ {begin}" if begin else "")
    en = f"every {length[1]}" + (f", {times} times" if times else "") + (f", from {begin}" if begin else "")
    return vi, en


def _length(text: str) -> Pair | None:
    found = _DURATION.fullmatch(text)
    if found is None:
        return None
    sign, amounts = found[1], found.groups()[1:]
    said = [(amount, unit) for amount, unit in zip(amounts, _UNITS, strict=True) if amount is not None]
    vi = " ".join(f"{amount.replace('.', ',')} {unit[0]}" for amount, unit in said)
    en = " ".join(f"{amount.replace(',', '.')} {unit[1]}{_plural(amount)}" for amount, unit in said)
    return ("trước " + vi, en + " before") if sign == "-" else (vi, en)


def _plural(amount: str) -> str:
    return "" if amount == "1" else "s"
