"""A random sample of real cases that comes out the same whenever it is drawn again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final
from uuid import UUID

SAMPLE_SIZE: Final = 5
LATE_WEIGHT: Final = 3
"""How many times more likely a late case is to be looked at than one in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampledCase:
    """A case that may be looked at."""

    id: UUID
    code: str
    title: str
    late: bool


def draw(seed: UUID, cases: Sequence[SampledCase], size: int = SAMPLE_SIZE) -> tuple[SampledCase, ...]:
    """So many of the cases, drawn by weight without putting back.

    Each case waits a time that is exponential in its weight, and the first ones come (Efraimidis and
    Spirakis). The chance is a hash of seed and case: the order of the cases does not matter, the auditor
    cannot choose, and whoever doubts it draws again.
    """
    return tuple(sorted(cases, key=lambda case: (_wait(seed, case), case.id))[:size])


def _wait(seed: UUID, case: SampledCase) -> float:
    digest = hashlib.sha256(seed.bytes + case.id.bytes).digest()
    chance = (int.from_bytes(digest[:8], "big") + 1) / (2**64 + 1)
    return -log(chance) / (LATE_WEIGHT if case.late else 1)
