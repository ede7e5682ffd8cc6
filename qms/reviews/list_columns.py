"""The columns of a list of earlier reviews: a row for each decision, or one for a review without any."""

from __future__ import annotations

from typing import Final

from qms.lists.columns import ListColumn

COLUMNS: Final = (
    ListColumn(
        key="ngay",
        heading="Ngày họp",
        spellings=("Ngày xem xét", "Ngày họp xem xét"),
        hint=(
            "Ghi ở mọi dòng; cùng ngày là một cuộc họp. Chỉ các năm trước.",
            "In every row; one day makes one meeting. Earlier years only.",
        ),
        example="18/12/2025",
        needed=True,
    ),
    ListColumn(
        key="lan",
        heading="Lần",
        spellings=("Lần xem xét",),
        hint=("Lần thứ mấy trong năm; để trống thì theo ngày họp.", "Which of the year; empty: by its day."),
        example="1",
    ),
    ListColumn(
        key="chu_tri",
        heading="Người chủ trì",
        spellings=("Chủ trì",),
        hint=(
            "Họ và tên một người của cơ quan, kể cả người đã nghỉ; để trống nếu không có trong danh sách.",
            "Full name of one person of the agency, also a former one; empty if not on the list.",
        ),
        example="Lâm Hữu Trường",
    ),
    ListColumn(
        key="bien_ban",
        heading="Số biên bản",
        spellings=("Biên bản",),
        hint=(
            "Số, ký hiệu của văn bản đã có trong sổ văn bản đi; để trống nếu chưa nhập sổ đó.",
            "Number and symbol of a document in the register of issued documents; else empty.",
        ),
        example="05/BB-VP",
        coded=True,
    ),
    ListColumn(
        key="ket_luan",
        heading="Số thông báo kết luận",
        spellings=("Thông báo kết luận", "Kết luận"),
        hint=("Như cột Số biên bản.", "As for the minutes."),
        example="21/TB-VP",
        coded=True,
    ),
    ListColumn(
        key="hieu_luc",
        heading="Hiệu lực của hệ thống",
        spellings=("Hiệu lực", "Xác nhận hiệu lực"),
        hint=(
            "Hệ thống có hiệu lực hoặc Phải khắc phục; khi ghi thì ghi cả ngày và người xác nhận.",
            "Hệ thống có hiệu lực (effective) or Phải khắc phục (to correct); then with day and person.",
        ),
        example="Hệ thống có hiệu lực",
    ),
    ListColumn(
        key="ngay_hl",
        heading="Ngày xác nhận hiệu lực",
        spellings=("Ngày xác nhận",),
        hint=("Ngày người đứng đầu xác nhận.", "Day on which the head confirmed."),
        example="22/12/2025",
    ),
    ListColumn(
        key="nguoi_hl",
        heading="Người xác nhận hiệu lực",
        spellings=("Người xác nhận",),
        hint=("Họ và tên, như Người chủ trì.", "Full name, as for the chair."),
        example="Lâm Hữu Trường",
    ),
    ListColumn(
        key="ma",
        heading="Mã việc",
        spellings=("Số việc", "Mã"),
        hint=("Để trống thì hệ thống đặt mã.", "Left empty, the system gives one."),
        example="XXLD-2025-03",
        coded=True,
    ),
    ListColumn(
        key="loai",
        heading="Loại đầu ra",
        spellings=("Loại",),
        hint=(
            "Cơ hội cải tiến, Thay đổi hệ thống quản lý chất lượng, Nguồn lực hoặc Khác; trống là Khác.",
            "Cải tiến (improvement), Thay đổi hệ thống (change), Nguồn lực (resources) or Khác (other).",
        ),
        example="Cơ hội cải tiến",
    ),
    ListColumn(
        key="noi_dung",
        heading="Nội dung",
        spellings=("Nội dung việc", "Quyết định", "Việc"),
        hint=("Cần khi dòng có việc: việc được giao.", "Needed with a decision: what was decided."),
        example="Sửa mẫu giấy hẹn trả kết quả",
    ),
    ListColumn(
        key="nguoi",
        heading="Người thực hiện",
        spellings=("Người phụ trách", "Giao cho"),
        hint=(
            "Cần khi dòng có việc: họ và tên một người của cơ quan.",
            "Needed with a decision: full name of one person of the agency.",
        ),
        example="Đinh Thị Kiều Oanh",
    ),
    ListColumn(
        key="don_vi",
        heading="Đơn vị",
        spellings=("Đơn vị thực hiện",),
        hint=("Tên hoặc mã đơn vị, nếu có.", "Name or code of the unit, if any."),
        example="Phòng Kinh tế",
    ),
    ListColumn(
        key="han",
        heading="Hạn",
        spellings=("Thời hạn", "Hạn hoàn thành"),
        hint=("Cần khi dòng có việc: hạn của việc.", "Needed with a decision: by when."),
        example="28/02/2026",
    ),
    ListColumn(
        key="tinh_trang",
        heading="Tình trạng",
        hint=(
            "Cần khi dòng có việc: Đã xong hoặc Không thực hiện; việc còn mở thì giao lại năm nay.",
            "Đã xong (done) or Không thực hiện (not done); what is open is given anew this year.",
        ),
        example="Đã xong",
    ),
    ListColumn(
        key="xong",
        heading="Ngày kết thúc",
        spellings=("Ngày hoàn thành",),
        hint=(
            "Cần khi dòng có việc: ngày việc xong hoặc được bỏ.",
            "Needed with a decision: day on which it was done or dropped.",
        ),
        example="20/02/2026",
    ),
    ListColumn(
        key="ket_qua",
        heading="Kết quả",
        spellings=("Ghi chú kết quả", "Lý do"),
        hint=("Kết quả; việc không thực hiện thì ghi lý do.", "The result; the reason where it was dropped."),
        example="Mẫu mới ban hành lần 02",
    ),
)
