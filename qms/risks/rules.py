"""What a risk or an opportunity weighs, where it stands, and what its rank asks for."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

MODEL_KEY: Final = "QMS_P03_RUI_RO_CO_HOI"
SCALE: Final = range(1, 6)
"""Likelihood and severity are told in five steps."""
ACT_FROM: Final = 12
"""Of the product, as the model's decision table `xep_hang` ships; an office may say otherwise there."""
WATCH_FROM: Final = 8


class RiskKind(StrEnum):
    """What may go wrong, or what may go better; kept in separate lists."""

    RISK = "rui_ro"
    OPPORTUNITY = "co_hoi"


class RiskState(StrEnum):
    """How far a risk is."""

    IDENTIFIED = "nhan_dien"
    """Below what is watched: accepted as it is."""
    WATCHED = "theo_doi"
    IN_TREATMENT = "dang_xu_ly"
    TREATED = "da_xu_ly"
    CLOSED = "dong"
    """Of an earlier year, or handed over to a slip of nonconformity."""


class Rank(StrEnum):
    """What the decision table answers."""

    ACT = "xu_ly"
    WATCH = "theo_doi"
    ACCEPT = "chap_nhan"


STATE_OF: Final = {
    Rank.ACT: RiskState.IN_TREATMENT,
    Rank.WATCH: RiskState.WATCHED,
    Rank.ACCEPT: RiskState.IDENTIFIED,
}
KIND_NAMES: Final = {RiskKind.RISK: "rủi ro", RiskKind.OPPORTUNITY: "cơ hội"}


def score(likelihood: int, severity: int) -> int:
    """The product of the two, 1 to 25."""
    if likelihood not in SCALE or severity not in SCALE:
        raise ValueError("likelihood and severity lie between 1 and 5")
    return likelihood * severity


def rank(points: int) -> Rank:
    """As the shipped decision table ranks; for what is shown or taken over outside of a case."""
    if points >= ACT_FROM:
        return Rank.ACT
    return Rank.WATCH if points >= WATCH_FROM else Rank.ACCEPT
