"""The decision that issues, changes or withdraws a controlled document, in the words of its layout."""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.domain.local_time import day_text
from engine.domain.values import Value
from qms.controlled_documents.rules import KIND_NAMES, DocumentKind, RequestKind
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion

_BASES: Final = (
    (
        "Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản "
        "lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức "
        "thuộc hệ thống hành chính nhà nước"
    ),
    "Tiêu chuẩn quốc gia TCVN ISO 9001:2015, mục 7.5",
    "Đề nghị của Thư ký ISO",
)
_VERBS: Final = {
    RequestKind.ISSUE: "Ban hành",
    RequestKind.CHANGE: "Ban hành bản sửa đổi của",
    RequestKind.WITHDRAW: "Bãi bỏ",
}


def decision_title(kind: RequestKind, document: ControlledDocument, version: ControlledVersion | None) -> str:
    """Trích yếu, e.g. "Ban hành bản sửa đổi của quy trình QT-05 … (lần ban hành 03)"."""
    name = f"{KIND_NAMES[DocumentKind(document.kind)][0].lower()} {document.code} {document.name}"
    label = f" (lần ban hành {version.label})" if version else ""
    return f"{_VERBS[kind]} {name}{label}"


def decision_content(
    kind: RequestKind,
    document: ControlledDocument,
    version: ControlledVersion | None,
    *,
    effective_on: date | None,
    summary: str,
) -> Value:
    """Bases, articles and recipients."""
    name = f"{KIND_NAMES[DocumentKind(document.kind)][0].lower()} {document.code} “{document.name}”"
    since = f"từ ngày {day_text(effective_on)}" if effective_on else "từ ngày ký"
    if version is None:
        first = f"Bãi bỏ {name} {since}. Lý do: {summary}"
    else:
        first = (
            f"{_VERBS[kind]} {name}, lần ban hành {version.label}, kèm theo Quyết định này. "
            f"Nội dung thay đổi: {summary}"
        )
    force = f"Quyết định này có hiệu lực {since}, nhưng không sớm hơn ngày ký." + (
        ""
        if kind is RequestKind.ISSUE
        else " Phiên bản trước hết hiệu lực từ cùng ngày và được lưu theo quy định."
    )
    carry = (
        "Thư ký ISO, trưởng các đơn vị và cán bộ, công chức, người lao động có liên quan chịu trách nhiệm "
        "thi hành Quyết định này."
    )
    return {
        "can_cu": list(_BASES),
        "doan": [],
        "dieu": [
            {"ten": "", "noi_dung": first},
            {"ten": "", "noi_dung": force},
            {"ten": "", "noi_dung": carry},
        ],
        "bang": [],
        "noi_nhan": ["Như Điều 3", "Ban Chỉ đạo ISO", "Lưu: VT, hồ sơ ISO"],
    }
