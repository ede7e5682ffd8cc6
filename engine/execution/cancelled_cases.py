"""What an office hears of a case that was cancelled, so that whoever waits for its result learns of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from engine.domain.assignment import Actor
from engine.domain.values import Value


class CaseCancelled(Protocol):
    """What an office does when a case of its model is cancelled: who waits for its result learns of it."""

    def __call__(self, session: object, cancelled: CancelledCase) -> None:
        """In the open SQLAlchemy session of the cancelling; writes messages, changes no other case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelledCase:
    """A case that somebody ended without an outcome, with its variables at that moment."""

    instance: UUID
    code: str
    agency: UUID
    actor: Actor
    variables: Mapping[str, Value]
    now: datetime
