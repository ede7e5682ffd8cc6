"""The columns of a list of objectives of earlier years with what they came to."""

from __future__ import annotations

from typing import Final

from qms.lists.columns import ListColumn

COLUMNS: Final = (
    ListColumn(
        key="ma",
        heading="Mã",
        spellings=("Mã mục tiêu",),
        hint=("Để trống thì hệ thống cấp mã.", "Empty: the system gives one."),
        example="MT-2025-01",
        coded=True,
    ),
    ListColumn(
        key="nam",
        heading="Năm",
        hint=("Năm của mục tiêu, trước năm nay.", "The year of the objective, before this one."),
        example="2025",
        needed=True,
    ),
    ListColumn(
        key="noi_dung",
        heading="Mục tiêu",
        spellings=("Nội dung mục tiêu", "Nội dung"),
        hint=("Nội dung mục tiêu.", "What is aimed at."),
        example="Giải quyết hồ sơ đúng hạn",
        needed=True,
    ),
    ListColumn(
        key="chi_so",
        heading="Chỉ số đo",
        spellings=("Chỉ số", "Chỉ tiêu đo"),
        hint=("Đo bằng gì.", "By what it is measured."),
        example="Tỷ lệ hồ sơ đúng hạn",
        needed=True,
    ),
    ListColumn(
        key="chieu",
        heading="So với chỉ tiêu",
        spellings=("Chiều",),
        hint=(
            "Ít nhất (≥) hoặc nhiều nhất (≤); để trống là ít nhất.",
            "At least (≥) or at most (≤); empty: at least.",
        ),
        example="≥",
    ),
    ListColumn(
        key="chi_tieu",
        heading="Chỉ tiêu",
        spellings=("Giá trị chỉ tiêu",),
        hint=("Một số, thí dụ 98 hoặc 98,5.", "A number, such as 98 or 98,5."),
        example="98",
        needed=True,
    ),
    ListColumn(
        key="don_vi_tinh",
        heading="Đơn vị tính",
        hint=("Thí dụ %, ngày, phiếu.", "Such as %, days, slips."),
        example="%",
        needed=True,
    ),
    ListColumn(
        key="thoi_han",
        heading="Thời hạn",
        spellings=("Hạn",),
        hint=("dd/mm/yyyy, trong năm của mục tiêu.", "dd/mm/yyyy, within the year."),
        example="31/12/2025",
        needed=True,
    ),
    ListColumn(
        key="don_vi",
        heading="Đơn vị",
        spellings=("Đơn vị chịu trách nhiệm", "Phòng, ban"),
        hint=("Tên hoặc mã đơn vị; để trống là của cơ quan.", "Unit; empty: the agency's own."),
        example="",
    ),
    ListColumn(
        key="ket_qua",
        heading="Kết quả năm",
        spellings=("Kết quả", "Kết quả thực hiện", "Giá trị đạt được"),
        hint=("Số đạt được; để trống nếu không có số liệu.", "What it came to; empty: no figure."),
        example="98,7",
    ),
    ListColumn(
        key="ghi_chu",
        heading="Ghi chú",
        spellings=("Phân tích",),
        hint=("Phân tích, nguyên nhân.", "Analysis, causes."),
        example="",
    ),
)
