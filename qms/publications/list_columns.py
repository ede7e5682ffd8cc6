"""The columns of a list of earlier publications: a row for each procedure in the scope of each."""

from __future__ import annotations

from typing import Final

from qms.lists.columns import ListColumn

COLUMNS: Final = (
    ListColumn(
        key="lan",
        heading="Lần công bố",
        spellings=("Lần",),
        hint=(
            "1, 2, 3 … ghi ở mọi dòng; các cột khác của lần công bố chỉ cần ghi ở một dòng.",
            "1, 2, 3 … in every row; what else is said of a publication is said once.",
        ),
        example="1",
        needed=True,
    ),
    ListColumn(
        key="so",
        heading="Số quyết định",
        spellings=("Quyết định", "Số, ký hiệu quyết định"),
        hint=(
            "Cần ở một dòng của mỗi lần: số và ký hiệu của quyết định công bố.",
            "Needed once of each: number and symbol of the decision.",
        ),
        example="45/QĐ-VP",
        coded=True,
    ),
    ListColumn(
        key="ngay_qd",
        heading="Ngày quyết định",
        hint=("Cần ở một dòng của mỗi lần.", "Needed once of each: day of the decision."),
        example="20/12/2025",
    ),
    ListColumn(
        key="ly_do",
        heading="Lý do",
        hint=(
            "Lần đầu; Thêm, bớt thủ tục hành chính; Tổ chức thay đổi; Tiêu chuẩn thay đổi; Quy trình nội bộ.",
            "First publication, scope, organisation, standard or internal procedures, in these words.",
        ),
        example="Công bố lần đầu",
    ),
    ListColumn(
        key="tieu_chuan",
        heading="Tiêu chuẩn",
        hint=("Để trống là TCVN ISO 9001:2015.", "Empty: TCVN ISO 9001:2015."),
        example="TCVN ISO 9001:2015",
    ),
    ListColumn(
        key="ngay_cb",
        heading="Ngày công bố",
        hint=(
            "Cần ở một dòng của mỗi lần: ngày việc công bố hoàn tất.",
            "Needed once of each: day on which it was complete.",
        ),
        example="28/12/2025",
    ),
    ListColumn(
        key="niem_yet",
        heading="Ngày niêm yết",
        spellings=("Niêm yết ngày",),
        hint=("Bắt buộc với lần đang có hiệu lực.", "Needed for the one in force."),
        example="22/12/2025",
    ),
    ListColumn(
        key="trang",
        heading="Trang đăng",
        spellings=("Địa chỉ trang đăng", "Trang thông tin điện tử"),
        hint=("Địa chỉ đầy đủ; cần với lần đang có hiệu lực.", "Full address; needed for the one in force."),
        example="https://vanphong.tayninh.gov.vn/cong-bo-iso",
    ),
    ListColumn(
        key="ngay_dang",
        heading="Ngày đăng",
        hint=("Ngày đăng lên trang.", "Day on which it was on the page."),
        example="23/12/2025",
    ),
    ListColumn(
        key="gui",
        heading="Ngày gửi Sở",
        spellings=("Gửi Sở ngày",),
        hint=("Bắt buộc với lần đang có hiệu lực.", "To the Department; needed for the one in force."),
        example="23/12/2025",
    ),
    ListColumn(
        key="nhan",
        heading="Ngày Sở nhận",
        spellings=("Sở nhận ngày",),
        hint=("Bắt buộc với lần đang có hiệu lực.", "Needed for the one in force."),
        example="26/12/2025",
    ),
    ListColumn(
        key="bien_nhan",
        heading="Số biên nhận",
        spellings=("Biên nhận", "Minh chứng"),
        hint=("Số biên nhận hoặc văn bản xác nhận của Sở.", "The Department's number of receipt."),
        example="BN-2025-118",
        coded=True,
    ),
    ListColumn(
        key="ma",
        heading="Mã thủ tục",
        spellings=("Mã TTHC", "Mã"),
        hint=(
            "Mã trong danh mục thủ tục của cơ quan, mỗi dòng một mã, kể cả thủ tục đã hết hiệu lực.",
            "Code in the agency's catalogue, one a row, also of procedures that ended.",
        ),
        example="1.013225",
        needed=True,
        coded=True,
    ),
    ListColumn(
        key="phien_ban",
        heading="Phiên bản",
        spellings=("Lần ban hành",),
        hint=(
            "Phiên bản quy trình khi công bố; để trống thì lấy theo danh mục ngày công bố.",
            "Version at that time; empty: as the catalogue has it on that day.",
        ),
        example="01",
        coded=True,
    ),
)
