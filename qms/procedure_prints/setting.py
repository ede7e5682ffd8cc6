"""Sets a printed procedure as PDF in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from engine.domain.local_time import day_text, local_day
from qms.procedure_prints.content import Cover, PrintedProcedure
from qms.procedure_prints.describing import TITLES
from qms.procedure_prints.readme import Block, Chapter
from qms.procedure_tables.printed import HEADS
from qms.records.letterhead import place_and_day
from qms.records.typesetting import PrintedRecord, typeset

NOT_WRITTEN: Final = "Chưa viết"
_UNCONTROLLED: Final = "Bản in để tham khảo; bản đang có hiệu lực xem trên hệ thống."


def as_pdf(printed: PrintedProcedure) -> bytes:
    """The PDF; the same document gives the same bytes whenever it is printed."""
    return typeset(PrintedRecord.PROCEDURE, content_of(printed), printed.cover.as_of)


def content_of(printed: PrintedProcedure) -> dict[str, Any]:
    """What the template is given."""
    return {
        **_cover(printed.cover),
        "issues": [
            {"number": one.number, "day": _day(one.effective_from), "changes": list(one.changes)}
            for one in printed.issues
        ],
        "purpose": _written(printed, Chapter.PURPOSE),
        "scope": _written(printed, Chapter.SCOPE),
        "terms": _written(printed, Chapter.TERMS),
        "basis": [f"Căn cứ {document}" for document in printed.basis],
        "references": _blocks(printed.chapters.get(Chapter.REFERENCES, ())),
        "sheets": [{"svg": sheet.svg, "width": round(sheet.width, 2)} for sheet in printed.sheets],
        "heads": list(HEADS),
        "rows": [list(row) for row in printed.rows],
        "total": printed.total,
        "forms": [
            {
                "title": form.title,
                "code": form.code,
                "version": form.version,
                "blanks": [
                    {
                        "kind": blank.kind,
                        "label": blank.label,
                        "required": blank.required,
                        "options": list(blank.options),
                        "note": blank.note,
                    }
                    for blank in form.blanks
                ],
            }
            for form in printed.forms
        ],
        "ladders": [
            {
                "name": f"{one.name} ({one.code})",
                "holds_for": ", ".join(one.holds_for),
                "rows": [list(row) for row in one.rows],
            }
            for one in printed.ladders
        ],
        "records": [list(row) for row in printed.records],
        "kept": _blocks(printed.chapters.get(Chapter.RECORDS, ())),
        "retention": printed.retention,
        "parties": list(printed.parties),
        "distribution": _blocks(printed.chapters.get(Chapter.DISTRIBUTION, ())),
    }


def _cover(cover: Cover) -> dict[str, Any]:
    short = cover.bundle_hash[:16]
    return {
        "title": f"Quy trình {cover.name}",
        "agency": cover.head.agency,
        "superior": cover.head.superior,
        "number": f"Mã hiệu: {cover.code}",
        "place_and_day": place_and_day(cover.head.place, local_day(cover.as_of)),
        "name": cover.name,
        "footer": f"{cover.code} · {cover.issue} · mã băm {short} · {_UNCONTROLLED}",
        "facts": [
            ["Mã hiệu", cover.code],
            ["Mã mô hình", cover.key],
            ["Phiên bản", cover.issue],
            ["Tình trạng", cover.status],
            ["Có hiệu lực từ ngày", _day(cover.effective_from) or "chưa xác định"],
            *([["Quyết định ban hành", cover.decision]] if cover.decision else []),
            ["Mã băm (SHA-256)", f"{cover.bundle_hash[:32]} {cover.bundle_hash[32:]}"],
        ],
        "signers": [
            {"act": one.act, "name": one.name, "day": f"ngày {_day(one.day)}" if one.day else ""}
            for one in cover.signers
        ],
        "watermark": cover.watermark,
    }


def _written(printed: PrintedProcedure, chapter: Chapter) -> list[dict[str, Any]]:
    """The author's words, or that there are none and where they belong."""
    blocks = printed.chapters.get(chapter, ())
    if blocks:
        return _blocks(blocks)
    note = f"{NOT_WRITTEN}. Hãy viết mục “{TITLES[chapter]}” ở trang “Phần thuyết minh” của bản thảo."
    return [{"kind": "missing", "text": note, "cells": []}]


def _blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [{"kind": one.kind, "text": one.text, "cells": list(one.cells)} for one in blocks]


def _day(day: date | None) -> str:
    return "" if day is None else day_text(day)
