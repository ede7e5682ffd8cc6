"""The content of a document between the record that a caller gives and the texts that a drafter types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from engine.domain.local_time import local_day
from engine.domain.values import Value

Content: TypeAlias = Mapping[str, Value]
"""`kinh_gui`, `can_cu`, `doan`, `noi_nhan`: texts; `dieu`: records {ten, noi_dung}; `bang`: a table each."""


def as_typed(content: Content) -> dict[str, Value]:
    """The content as the fields of the drafting form show it."""
    return {
        "kinh_gui_soan": "\n".join(_texts(content.get("kinh_gui"))) or None,
        "can_cu_soan": "\n".join(_texts(content.get("can_cu"))) or None,
        "doan_soan": "\n\n".join(_texts(content.get("doan"))) or None,
        "dieu_soan": [
            {"ten_dieu": str(row.get("ten") or ""), "noi_dung_dieu": str(row.get("noi_dung") or "")}
            for row in _records(content.get("dieu"))
        ],
        "noi_nhan_soan": "\n".join(_texts(content.get("noi_nhan"))) or None,
    }


def from_typed(content: Content, typed: Mapping[str, Value]) -> dict[str, Value]:
    """The content after drafting: what the drafter left as it was stays exactly what the caller gave."""
    before = as_typed(content)
    drafted: dict[str, Value] = dict(content)
    # Shown for letters and invitations alone: an empty one takes nothing away from what the caller gave.
    if typed.get("kinh_gui_soan") and typed["kinh_gui_soan"] != before["kinh_gui_soan"]:
        drafted["kinh_gui"] = list(_lines(typed["kinh_gui_soan"]))
    if typed.get("can_cu_soan") != before["can_cu_soan"]:
        drafted["can_cu"] = list(_lines(typed.get("can_cu_soan")))
    if typed.get("doan_soan") != before["doan_soan"]:
        drafted["doan"] = list(_paragraphs(typed.get("doan_soan")))
    if (typed.get("dieu_soan") or []) != before["dieu_soan"]:
        drafted["dieu"] = [
            {"ten": str(row.get("ten_dieu") or ""), "noi_dung": str(row.get("noi_dung_dieu") or "")}
            for row in _records(typed.get("dieu_soan"))
        ]
    if typed.get("noi_nhan_soan") != before["noi_nhan_soan"]:
        drafted["noi_nhan"] = list(_lines(typed.get("noi_nhan_soan")))
    return drafted


def storable(content: Content) -> dict[str, Any]:
    """The content as JSON keeps it: days as the document writes them, dd/mm/yyyy."""
    return {key: _plain(value) for key, value in content.items()}


def _plain(value: Value) -> object:
    match value:
        case datetime():
            return f"{local_day(value):%d/%m/%Y}"
        case date():
            return f"{value:%d/%m/%Y}"
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value


def _texts(value: Value) -> list[str]:
    return [str(item) for item in value if item] if isinstance(value, list) else []


def _records(value: Value) -> list[dict[str, Value]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _lines(value: Value) -> list[str]:
    return [line.strip() for line in str(value or "").splitlines() if line.strip()]


def _paragraphs(value: Value) -> list[str]:
    """Parts between empty lines; a paragraph keeps the lines within it."""
    parts = "\n".join(line.rstrip() for line in str(value or "").splitlines()).split("\n\n")
    return [part.strip() for part in parts if part.strip()]
