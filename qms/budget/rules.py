"""How far the money of a year is, and when what was spent is warned of."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

MODEL_KEY: Final = "QMS_P15_KINH_PHI"
_NEARLY: Final = 80
_WHOLE: Final = 100


class BudgetState(StrEnum):
    """How far the money of a year is."""

    ESTIMATED = "du_toan"
    SUBMITTED = "trinh_ky"
    SENT = "da_gui"
    APPROVED = "duoc_duyet"
    SETTLED = "da_quyet_toan"
    CANCELLED = "huy"


class Spent(StrEnum):
    """How much of what was approved is spent."""

    WITHIN = "trong_muc"
    NEARLY = "qua_80"
    OVER = "qua_100"


def spent_of(amount: int, approved: int | None) -> Spent:
    """More than 80 % and more than 100 % of what was approved are told; without approval any đồng is over."""
    limit = approved or 0
    if amount * _WHOLE > limit * _WHOLE:
        return Spent.OVER
    return Spent.NEARLY if amount * _WHOLE > limit * _NEARLY else Spent.WITHIN
