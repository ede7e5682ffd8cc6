"""What is left of a case whose content was destroyed, and how what is left is still proved (ADR 0014)."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from engine.domain.audit import Event
from engine.domain.errors import Conflict, NotFound
from engine.domain.local_time import clock_text

DISPOSED: Final = "record.disposed"
"""The event that tells of the disposal; its data stay."""
TOMBSTONE: Final = '{"disposed":true}'
"""What stands in the place of an event's data."""
NO_DATA: Final = "{}"
GONE: Final = "(đã tiêu hủy)"
"""What stands in the place of a title or a text."""


def seal_remains(event: Event, own: bytes) -> str:
    """SHA-256 over the JSON array of every field of an event but its data, and of its hash."""
    fields = [
        str(event.instance),
        event.sequence,
        event.at.astimezone(UTC).isoformat(),
        event.kind,
        str(event.actor) if event.actor else None,
        event.origin,
        event.element,
        str(event.task) if event.task else None,
        own.hex(),
    ]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class CaseDisposed(Conflict):
    """The content of the case was destroyed; what is left is its code, its dates and the proof."""

    def __init__(self, instance: UUID, code: str, at: datetime) -> None:
        super().__init__(
            vi=f"Nội dung hồ sơ {code} đã được tiêu hủy lúc {clock_text(at)} theo biên bản; chỉ còn mã, ngày"
            " tháng và bằng chứng.",
            en=f"The content of case {code} was destroyed at {clock_text(at)} by minutes; its code, its dates"
            " and the proof are left.",
        )
        self.instance = instance


class FileDisposed(NotFound):
    """The content of the file was destroyed with its case."""

    def __init__(self, file: UUID) -> None:
        super().__init__(
            vi="Nội dung tệp này đã được tiêu hủy cùng hồ sơ; chỉ còn mã băm của tệp.",
            en="The content of this file was destroyed with its case; only its hash is left.",
        )
        self.file = file
