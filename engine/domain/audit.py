"""The hash chain of an instance's history: each event seals all that came before it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from json.encoder import encode_basestring
from uuid import UUID

FIRST_HASH = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to an instance; `data` is canonical JSON text."""

    instance: UUID
    sequence: int
    at: datetime
    kind: str
    actor: UUID | None
    origin: str
    element: str | None
    task: UUID | None
    data: str


class Sealing:
    """Seals events of one instance that one actor causes at one moment."""

    def __init__(self, instance: UUID, at: datetime, actor: UUID | None, origin: str) -> None:
        self._instance = _text(str(instance))
        self._at = _text(at.astimezone(UTC).isoformat())
        self._cause = f"{_text(str(actor) if actor else None)},{_text(origin)}"

    def seal(
        self, sequence: int, kind: str, element: str | None, task: UUID | None, data: str, previous: bytes
    ) -> bytes:
        """SHA-256 over the previous hash and the JSON array of every field, in the order of Event."""
        fields = (
            f"[{self._instance},{sequence},{self._at},{_text(kind)},{self._cause}"
            f",{_text(element)},{_text(str(task) if task else None)},{_text(data)}]"
        )
        return hashlib.sha256(previous + fields.encode()).digest()


def seal(event: Event, previous: bytes) -> bytes:
    """The hash of one event on its own."""
    sealing = Sealing(event.instance, event.at, event.actor, event.origin)
    return sealing.seal(event.sequence, event.kind, event.element, event.task, event.data, previous)


def _text(value: str | None) -> str:
    return "null" if value is None else encode_basestring(value)
