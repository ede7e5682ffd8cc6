"""The seal of a day: one hash over the ends of all chains that grew and all acts of authority."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from json.encoder import encode_basestring
from uuid import UUID

from engine.domain.audit import FIRST_HASH

__all__ = ["FIRST_HASH", "Act", "DaySeal", "acts_text", "heads_text", "seal_act"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of authority that belongs to no instance; `data` is canonical JSON text."""

    id: int
    at: datetime
    kind: str
    actor: UUID | None
    agency: UUID | None
    origin: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySeal:
    """What one day's root stands for."""

    day: date
    """In Vietnam."""
    sealed_at: datetime
    heads: str
    """As `heads_text` writes them."""
    acts: str
    """As `acts_text` writes them."""
    acts_through: int
    """Up to this number every act has been sealed by this day or one before it."""
    previous: bytes
    """The root of the day before; FIRST_HASH for the first."""

    def root(self) -> bytes:
        """SHA-256 over the previous root and the JSON array of every other field, texts as their SHA-256."""
        fields = ",".join(
            (
                encode_basestring(self.day.isoformat()),
                encode_basestring(self.sealed_at.astimezone(UTC).isoformat()),
                encode_basestring(hashlib.sha256(self.heads.encode()).hexdigest()),
                encode_basestring(hashlib.sha256(self.acts.encode()).hexdigest()),
                str(self.acts_through),
            )
        )
        return hashlib.sha256(self.previous + f"[{fields}]".encode()).digest()


def seal_act(act: Act) -> bytes:
    """SHA-256 over the JSON array of every field, in the order of Act."""
    texts = (
        act.at.astimezone(UTC).isoformat(),
        act.kind,
        str(act.actor) if act.actor else None,
        str(act.agency) if act.agency else None,
        act.origin,
        act.data,
    )
    fields = ",".join("null" if text is None else encode_basestring(text) for text in texts)
    return hashlib.sha256(f"[{act.id},{fields}]".encode()).digest()


def heads_text(heads: Iterable[tuple[UUID, int, bytes]]) -> str:
    """A line for each chain: instance, sequence and hash of its last event, in the order of instances."""
    return "".join(f"{instance} {sequence} {sealed.hex()}\n" for instance, sequence, sealed in sorted(heads))


def acts_text(acts: Iterable[Act]) -> str:
    """A line for each act: its number and its seal, in the order of numbers."""
    return "".join(f"{act.id} {seal_act(act).hex()}\n" for act in sorted(acts, key=lambda act: act.id))
