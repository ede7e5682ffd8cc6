"""Identifiers: what follows from something has an id derived from it, so doing it twice inserts once."""

from __future__ import annotations

import uuid
from typing import Final

NAMESPACE: Final = uuid.UUID("6f1d3c1e-4f0a-5d0c-9a53-0f6d1f3c8a11")


def derived_id(*parts: object) -> uuid.UUID:
    """The id that belongs to these parts, always the same one."""
    return uuid.uuid5(NAMESPACE, "\x1f".join(map(str, parts)))


def fresh_id() -> uuid.UUID:
    """An id for something that starts with us and follows from nothing."""
    return uuid.uuid4()


def parse_id(text: str) -> uuid.UUID | None:
    """The id written in `text`, or None when it is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
