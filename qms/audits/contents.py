"""What the plan, the decision and the report of internal audits say, as content for the Decree-30 layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from engine.domain.values import Value

BASES: Final = (
    (
        "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ"
        " thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan,"
        " tổ chức thuộc hệ thống hành chính nhà nước"
    ),
    (
        "Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ quy"
        " định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg"
    ),
    "Tiêu chuẩn quốc gia TCVN ISO 9001:2015, điều 9.2",
)
KIND_WORDS: Final[Mapping[str, str]] = {
    "phu_hop": "Phù hợp",
    "kph_nang": "Không phù hợp nặng",
    "kph_nhe": "Không phù hợp nhẹ",
    "luu_y": "Lưu ý",
    "co_hoi": "Cơ hội cải tiến",
}
PART_WORDS: Final[Mapping[str, str]] = {
    "truong_doan": "Trưởng đoàn",
    "thanh_vien": "Thành viên",
    "quan_sat": "Quan sát",
}
_RECIPIENTS: Final = (
    "Lãnh đạo cơ quan",
    "Ban Chỉ đạo ISO",
    "Các đơn vị được đánh giá",
    "Lưu: VT, Thư ký ISO",
)


def programme_content(
    year: int, criteria: str, methods: str, rows: Sequence[Mapping[str, Value]]
) -> dict[str, Value]:
    """The plan: criteria, methods, and a table of which unit is audited when by whom."""
    return _content(
        bases=BASES,
        paragraphs=(
            f"Năm {year}, cơ quan đánh giá nội bộ tại tất cả các đơn vị, mỗi đơn vị ít nhất một lần.",
            f"Tiêu chí đánh giá: {criteria}",
            f"Phương pháp: {methods}",
            (
                "Sau đánh giá, điểm không phù hợp được khắc phục và đánh giá lại chậm nhất 30 ngày kể từ ngày"
                " đánh giá."
            ),
        ),
        table=_table("Lịch đánh giá", ("Đợt", "Đơn vị", "Ngày", "Phạm vi", "Trưởng đoàn"), rows),
    )


def decision_content(round_name: str, rows: Sequence[Mapping[str, Value]], more: str) -> dict[str, Value]:
    """The decision: the team of each unit with its day."""
    articles: list[Value] = [
        {
            "ten": "Thành lập đoàn đánh giá",
            "noi_dung": f"Thành lập đoàn đánh giá nội bộ {round_name.lower()}, thành phần và lịch theo bảng"
            " kèm theo.",
        },
        {
            "ten": "Nhiệm vụ của đoàn",
            "noi_dung": "Đánh giá khách quan theo chương trình đã duyệt, ghi bằng chứng cho từng phát hiện,"
            " lập báo cáo và đánh giá lại sau khắc phục." + (f"\n{more}" if more else ""),
        },
        {
            "ten": "Hiệu lực thi hành",
            "noi_dung": "Quyết định có hiệu lực từ ngày ký. Các đơn vị có tên và thành viên đoàn chịu trách"
            " nhiệm thi hành.",
        },
    ]
    content = _content(
        bases=BASES,
        paragraphs=(),
        table=_table("Thành phần đoàn và lịch đánh giá", ("Đơn vị", "Ngày", "Họ và tên", "Vai trò"), rows),
    )
    return {**content, "dieu": articles}


def report_content(
    round_name: str,
    counts: str,
    rows: Sequence[Mapping[str, Value]],
    conclusion: str,
    proposals: str,
    *,
    not_held: Sequence[str] = (),
) -> dict[str, Value]:
    """The report: what was found in all, each finding with clause and evidence, conclusion, proposals.

    `not_held` are the units whose audit was called off, each with its reason.
    """
    paragraphs = [f"Kết quả đánh giá nội bộ {round_name.lower()}: {counts}", f"Nhận xét chung: {conclusion}"]
    if not_held:
        paragraphs.insert(1, f"Không đánh giá theo lịch: {'; '.join(not_held)}.")
    if proposals:
        paragraphs.append(f"Kiến nghị: {proposals}")
    headings = ("Mã", "Đơn vị", "Loại", "Điều khoản", "Bằng chứng", "Nhận xét", "Hạn đánh giá lại")
    return _content(bases=BASES, paragraphs=paragraphs, table=_table("Phát hiện đánh giá", headings, rows))


def _content(*, bases: Sequence[str], paragraphs: Sequence[str], table: dict[str, Value]) -> dict[str, Value]:
    return {
        "can_cu": list(bases),
        "doan": list(paragraphs),
        "bang": [table],
        "noi_nhan": list(_RECIPIENTS),
    }


def _table(title: str, headings: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    """A table as the layout takes it; each row is a record by heading."""
    return {
        "ten": title,
        "cot": list(headings),
        "dong": [[row.get(heading) for heading in headings] for row in rows],
    }
