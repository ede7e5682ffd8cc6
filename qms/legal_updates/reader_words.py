"""What those who have to read are told of a change, within the task itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.domain.local_time import day_text
from engine.domain.values import Value


def told_to_readers(record: Mapping[str, Value]) -> str:
    """One changed procedure in the words that its readers see."""
    day = record.get("ngay_hieu_luc_moi")
    since = f"từ {day_text(day)}" if isinstance(day, date) else ""
    label = record.get("phien_ban_moi")
    becomes = "bãi bỏ" if record.get("phuong_an") == "bai_bo" else f"phiên bản {label}" if label else ""
    decision = f"Quyết định {record['so_quyet_dinh']}" if record.get("so_quyet_dinh") else ""
    facts = ", ".join(part for part in (f"{becomes} {since}".strip(), decision) if part)
    said = f"{record.get('ma') or ''} {record.get('ten') or ''}".strip()
    return ". ".join(
        part for part in (f"{said}: {facts}" if facts else said, str(record.get("tom_tat") or "")) if part
    )
