"""The draft of the minutes of a disposal, in the words of an administrative document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from engine.domain.local_time import clock_text, day_text, local_day
from qms.records.letterhead import Letterhead, place_and_day
from qms.retention.queries import DisposalLine, ItemLine
from web.names import person_name

# Printed in Vietnamese alone, so these words are in no catalogue.
_TO_FILL: Final = "……………………………………………………"


def draft_of_minutes(
    line: DisposalLine, items: Sequence[ItemLine], head: Letterhead, now: datetime
) -> Mapping[str, object]:
    """The content of `qms/records/disposal_minutes.typ`."""
    return {
        "agency": head.agency,
        "superior": head.superior,
        "number": f"Số: {line.minutes_number or '……/BB-…'}",
        "place_and_day": place_and_day(head.place, line.minutes_on or local_day(now)),
        "title": "Biên bản tiêu hủy hồ sơ",
        "about": "Hồ sơ điện tử hết thời hạn lưu trữ",
        "lines": [
            (
                f"Căn cứ đề nghị tiêu hủy số {line.number} do {person_name(line.proposed_by)} lập lúc"
                f" {clock_text(line.proposed_at)}; lý do: {line.reason}"
            ),
            f"Hội đồng xét hủy gồm: {line.council or _TO_FILL}",
            (
                f"Hội đồng đã đối chiếu danh mục gồm {line.cases} hồ sơ dưới đây với bảng thời hạn lưu và"
                " thống nhất đề nghị tiêu hủy nội dung của các hồ sơ này. Mã, ngày tháng, loại hồ sơ, lịch"
                " sử niêm phong và biên bản này được giữ lại."
            ),
        ],
        "list_title": "Danh mục hồ sơ tiêu hủy",
        "heads": ["TT", "Mã hồ sơ", "Tên hồ sơ", "Loại, căn cứ", "Kết thúc", "Lưu đến", "Tệp"],
        "rows": [
            [
                str(item.position),
                item.code,
                item.title,
                f"{item.class_name} ({item.years} năm; {item.basis})",
                day_text(item.ended_on),
                day_text(item.kept_until),
                str(item.files),
            ]
            for item in items
        ],
        "closing": [
            f"Mã băm của danh mục (SHA-256): {line.list_sha256}",
            f"Ý kiến khác: {_TO_FILL}",
            "Biên bản lập thành 02 bản, mỗi bên giữ 01 bản.",
        ],
        "signers": ["NGƯỜI LẬP DANH MỤC", "THỦ TRƯỞNG CƠ QUAN"],
        "sign_here": "(Ký, ghi rõ họ tên)",
        "footer": f"Đề nghị số {line.number}. Lập lúc {clock_text(now)}.",
    }
