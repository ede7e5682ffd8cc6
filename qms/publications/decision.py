"""The decision of a publication as content for its layout (Annex I of 19/2014/QĐ-TTg)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.domain.values import Value
from qms.publications.scope import Change, ScopeLine

CHANGE_WORDS: Final = {
    Change.KEPT: "Giữ nguyên",
    Change.ADDED: "Bổ sung",
    Change.REMOVED: "Đưa ra khỏi phạm vi",
    Change.NEW_VERSION: "Đổi phiên bản",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionText:
    """What a publication decides, and for which procedures; `replaces` is the number of the one before."""

    agency: str
    standard: str
    first: bool
    replaces: str
    review: str
    """The day of the review in which validity was confirmed, dd/mm/yyyy."""
    exclusions: str
    lines: Sequence[tuple[ScopeLine, Change]]
    department: str


def title(text: DecisionText) -> str:
    """Trích yếu."""
    again = "" if text.first else " lại"
    return (
        f"Công bố{again} Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia {text.standard} "
        f"tại {text.agency}"
    )


def content(text: DecisionText) -> dict[str, Value]:
    """The content that the layout of documents is filled with: bases, articles, annex, recipients."""
    kept = [line for line, change in text.lines if change is not Change.REMOVED]
    articles = [
        (
            f"Công bố Hệ thống quản lý chất lượng tại {text.agency} phù hợp Tiêu chuẩn quốc gia "
            f"{text.standard} đối với {len(kept)} thủ tục hành chính, quy trình nêu tại Phụ lục kèm theo "
            "Quyết định này."
        ),
        *([f"Ngoại lệ của tiêu chuẩn: {text.exclusions}"] if text.exclusions else []),
        _force(text),
        (
            f"Các đơn vị trực thuộc và cá nhân có liên quan của {text.agency} chịu trách nhiệm thi hành "
            "Quyết định này."
        ),
    ]
    return {
        "can_cu": [
            (
                "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc "
                "áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt "
                "động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước"
            ),
            (
                "Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công "
                "nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg"
            ),
            *([f"Kết luận cuộc họp xem xét của lãnh đạo ngày {text.review}"] if text.review else []),
        ],
        "doan": [],
        "dieu": [{"ten": "", "noi_dung": article} for article in articles],
        "bang": [_annex(text)],
        "noi_nhan": [
            "Như Điều " + str(len(articles)),
            f"{text.department} (để báo cáo)",
            "Niêm yết tại trụ sở; trang thông tin điện tử",
            "Lưu: VT, ISO",
        ],
    }


def _force(text: DecisionText) -> str:
    force = "Quyết định này có hiệu lực kể từ ngày ký"
    return f"{force} và thay thế Quyết định số {text.replaces}." if text.replaces else f"{force}."


def _annex(text: DecisionText) -> Value:
    """The list of procedures with codes, versions and what changed, those taken out at its end."""
    ordered = sorted(text.lines, key=lambda one: (one[1] is Change.REMOVED, one[0].field, one[0].code))
    return {
        "ten": "Danh mục thủ tục hành chính, quy trình trong phạm vi áp dụng",
        "cot": ["TT", "Mã", "Tên thủ tục, quy trình", "Lĩnh vực", "Phiên bản", "So với lần trước"],
        "dong": [
            [
                str(number),
                line.code,
                line.name,
                line.field,
                line.version or "–",
                "" if text.first else CHANGE_WORDS[change],
            ]
            for number, (line, change) in enumerate(ordered, start=1)
        ],
    }
