"""The columns of a list of earlier audits: a row for each finding, or one for an audit without any."""

from __future__ import annotations

from typing import Final

from qms.lists.columns import ListColumn

NEEDED_WITH_FINDING: Final = ("loai", "dieu_khoan", "bang_chung")
COLUMNS: Final = (
    ListColumn(
        key="don_vi",
        heading="Đơn vị",
        spellings=("Đơn vị được đánh giá", "Phòng"),
        hint=(
            "Tên hoặc mã đơn vị, ghi ở mọi dòng.",
            "Name or code of the unit, in every row.",
        ),
        example="Phòng Kinh tế",
        needed=True,
    ),
    ListColumn(
        key="ngay",
        heading="Ngày đánh giá",
        spellings=("Ngày",),
        hint=(
            "Ghi ở mọi dòng; cùng đơn vị và cùng ngày là một cuộc. Chỉ các năm trước.",
            "In every row; one unit and one day make one audit. Earlier years only.",
        ),
        example="12/11/2025",
        needed=True,
    ),
    ListColumn(
        key="ma",
        heading="Mã cuộc đánh giá",
        spellings=("Mã", "Số cuộc đánh giá"),
        hint=("Để trống thì hệ thống đặt mã.", "Left empty, the system gives one."),
        example="ĐG-2025-03",
        coded=True,
    ),
    ListColumn(
        key="pham_vi",
        heading="Phạm vi",
        spellings=("Nội dung đánh giá", "Phạm vi đánh giá"),
        hint=("Quá trình và điều khoản đã xem.", "Processes and clauses looked at."),
        example="Điều 8.1, 8.5.1; thủ tục 1.013225",
    ),
    ListColumn(
        key="truong_doan",
        heading="Trưởng đoàn",
        spellings=("Đánh giá viên trưởng",),
        hint=(
            "Họ và tên một người của cơ quan, kể cả người đã nghỉ; để trống nếu không có trong danh sách.",
            "Full name of one person of the agency, also a former one; empty if not on the list.",
        ),
        example="Đinh Thị Kiều Oanh",
    ),
    ListColumn(
        key="ngay_dgl",
        heading="Ngày đánh giá lại",
        spellings=("Đã đánh giá lại", "Ngày đánh giá lại đạt"),
        hint=(
            "Ngày đánh giá lại đạt, nếu có điểm không phù hợp.",
            "Day of the re-audit that found all corrected, where something did not conform.",
        ),
        example="05/12/2025",
    ),
    ListColumn(
        key="ma_ph",
        heading="Mã phát hiện",
        spellings=("Số phát hiện",),
        hint=("Để trống thì hệ thống đặt mã.", "Left empty, the system gives one."),
        example="PH-2025-07",
        coded=True,
    ),
    ListColumn(
        key="loai",
        heading="Loại phát hiện",
        spellings=("Loại", "Mức độ", "Kết luận"),
        hint=(
            "Cần khi dòng có phát hiện: Phù hợp, Không phù hợp nặng (nhẹ), Lưu ý hoặc Cơ hội cải tiến.",
            "Phù hợp: conforms; Không phù hợp nặng, nhẹ: major, minor; Lưu ý; Cơ hội cải tiến: opportunity.",
        ),
        example="Không phù hợp nhẹ",
    ),
    ListColumn(
        key="dieu_khoan",
        heading="Điều khoản",
        spellings=("Yêu cầu", "Điều khoản ISO"),
        hint=(
            "Cần khi dòng có phát hiện: số điều của tiêu chuẩn.",
            "Needed with a finding: clause of the standard.",
        ),
        example="8.5.1",
        coded=True,
    ),
    ListColumn(
        key="bang_chung",
        heading="Bằng chứng",
        spellings=("Bằng chứng khách quan",),
        hint=(
            "Cần khi dòng có phát hiện: điều đã thấy, ở hồ sơ nào.",
            "Needed with a finding: what was seen, in which record.",
        ),
        example="Hồ sơ 014 ngày 02/11/2025 không có giấy hẹn",
    ),
    ListColumn(
        key="mo_ta",
        heading="Nhận xét",
        spellings=("Mô tả", "Nội dung phát hiện"),
        hint=("Phát hiện nói gì.", "What the finding says."),
        example="Không lập giấy hẹn trả kết quả",
    ),
    ListColumn(
        key="thu_tuc",
        heading="Mã thủ tục",
        spellings=("Thủ tục", "Mã TTHC"),
        hint=("Mã trong danh mục thủ tục, nếu có.", "Code in the catalogue of procedures, if any."),
        example="1.013225",
        coded=True,
    ),
    ListColumn(
        key="phieu",
        heading="Phiếu khắc phục",
        spellings=("Số phiếu", "Phiếu KPH"),
        hint=(
            "Số phiếu đã có trong sổ không phù hợp; nhập sổ đó trước.",
            "Number of a slip in the register of nonconformities; import that register first.",
        ),
        example="KPH-2025-014",
        coded=True,
    ),
)
