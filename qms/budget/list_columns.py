"""The columns of a list of expenses."""

from __future__ import annotations

from typing import Final

from qms.lists.columns import ListColumn

COLUMNS: Final = (
    ListColumn(
        key="chung_tu",
        heading="Số chứng từ",
        spellings=("Chứng từ", "Số phiếu chi"),
        hint=("Số phiếu chi, ủy nhiệm chi, hóa đơn.", "Number of the voucher."),
        example="PC-0012",
        needed=True,
        coded=True,
    ),
    ListColumn(
        key="ngay",
        heading="Ngày chi",
        spellings=("Ngày",),
        hint=(
            "Ngày/tháng/năm; năm phải có kinh phí được duyệt, chưa quyết toán.",
            "Day/month/year, of a year whose money is approved and not settled.",
        ),
        example="15/03/2026",
        needed=True,
    ),
    ListColumn(
        key="noi_dung",
        heading="Nội dung",
        spellings=("Nội dung chi", "Diễn giải"),
        hint=("Chi cho việc gì.", "What for."),
        example="In tài liệu tập huấn",
        needed=True,
    ),
    ListColumn(
        key="so_tien",
        heading="Số tiền (đồng)",
        spellings=("Số tiền", "Thành tiền"),
        hint=("Số nguyên, ví dụ 1234567 hoặc 1.234.567.", "Whole, such as 1234567 or 1.234.567."),
        example="1.250.000",
        needed=True,
    ),
    ListColumn(
        key="don_vi_nhan",
        heading="Đơn vị được trả",
        spellings=("Đơn vị tư vấn", "Nhà thầu"),
        hint=("Tổ chức tư vấn, đào tạo, chứng nhận, nếu thuê.", "The body that was hired, if any."),
        example="Công ty TNHH Tư vấn ABC",
    ),
    ListColumn(
        key="giay_xac_nhan",
        heading="Giấy xác nhận",
        hint=("Cần khi ghi đơn vị được trả.", "Needed where a body was hired: its licence."),
        example="45/GXN-TĐC",
    ),
)
"""Headings as the template writes them."""
