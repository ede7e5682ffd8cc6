"""The columns of a list of earlier plans: a row for each activity."""

from __future__ import annotations

from typing import Final

from qms.lists.columns import ListColumn

COLUMNS: Final = (
    ListColumn(
        key="nam",
        heading="Năm",
        spellings=("Năm kế hoạch",),
        hint=(
            "Ghi ở mọi dòng; chỉ các năm trước. Các dòng cùng năm là một kế hoạch.",
            "In every row; earlier years only. The rows of a year are one plan.",
        ),
        example="2025",
        needed=True,
    ),
    ListColumn(
        key="noi_dung",
        heading="Nội dung",
        spellings=("Hoạt động", "Nội dung công việc"),
        hint=("Việc phải làm.", "What is done."),
        example="Đánh giá nội bộ mọi đơn vị",
        needed=True,
    ),
    ListColumn(
        key="loai",
        heading="Loại",
        spellings=("Loại hoạt động",),
        hint=(
            (
                "Đánh giá nội bộ, Xem xét của lãnh đạo, Báo cáo, Đào tạo, Mục tiêu chất lượng, Rủi ro,"
                " Cập nhật văn bản, Công bố, Cải tiến hoặc Khác; trống là Khác."
            ),
            "The kind, by its Vietnamese name; empty is Khác (other).",
        ),
        example="Đánh giá nội bộ",
    ),
    ListColumn(
        key="bao_cao",
        heading="Loại báo cáo",
        hint=(
            "Khi là báo cáo: Hồ sơ duy trì, Báo cáo tiến độ, Báo cáo 6 tháng hoặc Báo cáo năm.",
            "Of a report: its type, by its Vietnamese name.",
        ),
        example="Báo cáo năm",
    ),
    ListColumn(
        key="danh_gia",
        heading="Đơn vị được đánh giá",
        hint=(
            "Khi là đánh giá: tên hoặc mã một đơn vị, hoặc Mọi đơn vị.",
            "Of an audit: one unit by name or code, or Mọi đơn vị (every unit).",
        ),
        example="Mọi đơn vị",
    ),
    ListColumn(
        key="chu_tri",
        heading="Chủ trì",
        spellings=("Đơn vị chủ trì",),
        hint=("Tên hoặc mã đơn vị; trống là cả cơ quan.", "Name or code of the unit; empty: the agency."),
        example="Phòng Kinh tế",
    ),
    ListColumn(
        key="phoi_hop",
        heading="Phối hợp",
        spellings=("Đơn vị phối hợp",),
        hint=("Ai phối hợp.", "Who takes part."),
        example="Các đơn vị",
    ),
    ListColumn(
        key="tu",
        heading="Từ ngày",
        spellings=("Bắt đầu", "Thời gian bắt đầu"),
        hint=("Ngày/tháng/năm.", "Day/month/year."),
        example="01/09/2025",
        needed=True,
    ),
    ListColumn(
        key="den",
        heading="Đến ngày",
        spellings=("Kết thúc", "Thời gian kết thúc", "Hạn"),
        hint=("Ngày/tháng/năm.", "Day/month/year."),
        example="30/09/2025",
        needed=True,
    ),
    ListColumn(
        key="san_pham",
        heading="Sản phẩm",
        spellings=("Kết quả dự kiến",),
        hint=("Văn bản, hồ sơ có được.", "What comes of it."),
        example="Báo cáo đánh giá",
    ),
    ListColumn(
        key="ket_qua",
        heading="Kết quả",
        spellings=("Kết quả thực hiện",),
        hint=("Đã làm được gì; trống nếu không thực hiện.", "What was done; empty where it was not."),
        example="Đã đánh giá 10 đơn vị",
    ),
)
"""Headings as the template writes them."""
