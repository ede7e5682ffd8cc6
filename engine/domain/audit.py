"""The hash chain of an instance's history: each event seals all that came before it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
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


def seal(event: Event, previous: bytes) -> bytes:
    """SHA-256 over the previous hash and every field of the event."""
    fields = [
        str(event.instance),
        event.sequence,
        event.at.astimezone(UTC).isoformat(),
        event.kind,
        str(event.actor) if event.actor else None,
        event.origin,
        event.element,
        str(event.task) if event.task else None,
        event.data,
    ]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(previous + text.encode()).digest()
