"""One document of each kind that an office of the demo issues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from qms.outgoing.composed import DocumentHeading
from qms.outgoing.kinds import DocumentKind

HEADING: Final = DocumentHeading(
    agency="Văn phòng Ủy ban nhân dân tỉnh",
    superior="Ủy ban nhân dân tỉnh Tây Ninh",
    place="Tây Ninh",
    kind=DocumentKind.DECISION,
    title="Về việc thành lập đoàn đánh giá nội bộ năm 2027",
    symbol="QĐ-VP",
    number=7,
    dated_on=date(2027, 2, 5),
    capacity="",
    principal_title="Chánh Văn phòng",
    signer_title="Chánh Văn phòng",
    signer="Nguyễn Văn Chánh",
    at=datetime(2027, 2, 5, 2, tzinfo=UTC),
)
BASES: Final = [
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ;",
    "Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ Khoa học và Công nghệ.",
    "Theo đề nghị của Thư ký Ban Chỉ đạo ISO",
]
PROCEDURES: Final = [
    [n, f"2.{n:06}", "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc", "Văn thư – Lưu trữ", "02"]
    for n in range(1, 46)
]
DOCUMENTS: Final[Mapping[str, tuple[DocumentHeading, Mapping[str, Any]]]] = {
    "quyet_dinh": (
        HEADING,
        {
            "can_cu": BASES,
            "dieu": [
                {
                    "ten": "Điều 1",
                    "noi_dung": "Thành lập đoàn đánh giá nội bộ gồm các ông, bà:\n1. Bà Lê Thị An.",
                },
                {
                    "ten": "",
                    "noi_dung": "Đoàn làm việc từ ngày 15 tháng 3 năm 2027 và tự giải thể khi xong việc.",
                },
                {"ten": "Điều 3", "noi_dung": "Quyết định này có hiệu lực kể từ ngày ký."},
            ],
            "noi_nhan": ["Như Điều 3", "Sở Khoa học và Công nghệ", "Lưu: VT, HCTC"],
        },
    ),
    "ke_hoach": (
        replace(
            HEADING,
            kind=DocumentKind.PLAN,
            title="Duy trì và cải tiến hệ thống quản lý chất lượng năm 2027",
            symbol="KH-VP",
            number=12,
            capacity="KT.",
            signer_title="Phó Chánh Văn phòng",
            signer="Trần Văn Phó",
        ),
        {
            "can_cu": BASES[:2],
            "doan": ["Văn phòng ban hành kế hoạch duy trì và cải tiến hệ thống quản lý chất lượng như sau:"],
            "dieu": [
                {"ten": "I. MỤC ĐÍCH, YÊU CẦU", "noi_dung": "Duy trì hệ thống đúng phạm vi đã công bố."},
                {"ten": "II. NỘI DUNG", "noi_dung": "Các hoạt động trong năm:"},
                {
                    "ten": "III. TỔ CHỨC THỰC HIỆN",
                    "noi_dung": "Các phòng, ban, trung tâm thực hiện kế hoạch này.",
                },
            ],
            "bang": [
                {
                    "ten": "Các hoạt động trong năm",
                    "cot": [
                        {"ma": "tt", "ten": "TT"},
                        {"ma": "viec", "ten": "Hoạt động"},
                        {"ma": "han", "ten": "Hạn"},
                    ],
                    "dong": [
                        {"tt": 1, "viec": "Đánh giá nội bộ", "han": date(2027, 3, 15)},
                        {
                            "tt": 2,
                            "viec": "Xem xét của lãnh đạo",
                            "han": {"$": "date", "value": "2027-11-05"},
                        },
                    ],
                    "sau_dieu": 2,
                }
            ],
            "noi_nhan": ["Các phòng, ban, trung tâm", "Sở Khoa học và Công nghệ"],
        },
    ),
    "bien_ban": (
        replace(
            HEADING,
            kind=DocumentKind.MINUTES,
            title="Họp xem xét của lãnh đạo năm 2027",
            symbol="BB-VP",
            number=3,
        ),
        {
            "doan": ["Hôm nay, vào lúc 08 giờ 00 ngày 05 tháng 11 năm 2027, tại phòng họp số 1."],
            "dieu": [
                {
                    "ten": "1. Thành phần",
                    "noi_dung": "Chủ trì: Ông Nguyễn Văn Chánh.\nThư ký: Bà Trần Thị Thư.",
                },
                {"ten": "2. Kết luận", "noi_dung": "Hệ thống quản lý chất lượng có hiệu lực."},
            ],
            "nguoi_ky_cung": [{"chuc_danh": "Thư ký", "ho_ten": "Trần Thị Thư"}],
            "noi_nhan": ["Các thành phần dự họp"],
        },
    ),
    "bao_cao": (
        replace(
            HEADING,
            kind=DocumentKind.REPORT,
            title="Kết quả đánh giá nội bộ năm 2027",
            symbol="BC-VP",
            number=21,
        ),
        {
            "doan": ["Thực hiện Kế hoạch số 12/KH-VP, đoàn đánh giá báo cáo kết quả như sau:"],
            "dieu": [
                {"ten": "1. Phạm vi", "noi_dung": "Bốn đơn vị, tất cả quy trình đã công bố."},
                {"ten": "2. Phát hiện", "noi_dung": "Đoàn ghi nhận hai điểm không phù hợp nhẹ."},
            ],
            "bang": [
                {
                    "ten": "Các phát hiện",
                    "cot": ["STT", "Đơn vị", "Điều khoản", "Nội dung", "Mức độ"],
                    "dong": [
                        [
                            1,
                            "Phòng Hành chính - Tổ chức",
                            "7.5.3",
                            "Một biểu mẫu đang dùng đã hết hiệu lực.",
                            "Nhẹ",
                        ],
                        [2, "Phòng Quản trị - Tài vụ", "8.5.1", "Ba hồ sơ không có phiếu kiểm soát.", "Nhẹ"],
                    ],
                }
            ],
            "noi_nhan": ["Trưởng Ban Chỉ đạo ISO", "Các đơn vị được đánh giá"],
        },
    ),
    "phieu": (
        replace(
            HEADING,
            kind=DocumentKind.SLIP,
            title="Phiếu số KPH-2027-004",
            symbol="P-VP",
            number=4,
            principal_title="",
            signer_title="",
            signer="",
        ),
        {
            "ten_loai": "Phiếu yêu cầu hành động khắc phục",
            "khung": [
                {
                    "ten": "1. Nội dung đề xuất",
                    "noi_dung": "Một biểu mẫu đang dùng đã hết hiệu lực.\nYêu cầu: ISO 9001:2015, 7.5.3.",
                    "chuc_danh": "Người đề xuất",
                    "ho_ten": "Lê Thị An",
                    "ngay": date(2027, 3, 16),
                },
                {"ten": "2. Nguyên nhân và biện pháp", "noi_dung": "", "chuc_danh": "Đơn vị được yêu cầu"},
                {
                    "ten": "3. Phê duyệt",
                    "noi_dung": "Đồng ý.",
                    "chuc_danh": "Trưởng Ban Chỉ đạo ISO",
                    "ho_ten": "",
                },
                {"ten": "4. Đánh giá kết quả", "noi_dung": "", "chuc_danh": "Người xác minh", "ho_ten": ""},
            ],
        },
    ),
    "cong_bo": (
        replace(
            HEADING,
            title="Công bố Hệ thống quản lý chất lượng phù hợp tiêu chuẩn TCVN ISO 9001:2015",
            number=125,
            agency="Ủy ban nhân dân xã Tân Hòa",
            superior="",
            place="Tân Hòa",
            symbol="QĐ-UBND",
            capacity="TM.",
            principal_title="Ủy ban nhân dân xã Tân Hòa",
            signer_title="Chủ tịch",
        ),
        {
            "can_cu": BASES,
            "dieu": [
                {
                    "ten": "Điều 1",
                    "noi_dung": "Công bố hệ thống quản lý chất lượng áp dụng cho các thủ tục tại Phụ lục.",
                },
                {"ten": "Điều 2", "noi_dung": "Quyết định này thay thế Quyết định số 80/QĐ-UBND."},
            ],
            "bang": [
                {
                    "ten": "Danh mục thủ tục hành chính áp dụng hệ thống quản lý chất lượng",
                    "cot": ["TT", "Mã thủ tục", "Tên thủ tục hành chính", "Lĩnh vực", "Lần ban hành"],
                    "dong": PROCEDURES,
                }
            ],
            "noi_nhan": ["Sở Khoa học và Công nghệ", "Các phòng thuộc xã", "Lưu: VT"],
        },
    ),
    "thong_bao": (
        replace(
            HEADING,
            kind=DocumentKind.NOTICE,
            title="Kết luận họp xem xét của lãnh đạo năm 2027",
            symbol="TB-VP",
        ),
        {
            "doan": ["Chánh Văn phòng kết luận như sau."],
            "dieu": [{"ten": "1. Việc cần làm", "noi_dung": "Rà soát."}],
        },
    ),
    "giay_moi": (
        replace(
            HEADING, kind=DocumentKind.INVITATION, title="Họp xem xét của lãnh đạo năm 2027", symbol="GM-VP"
        ),
        {
            "kinh_gui": ["Phòng Hành chính - Tổ chức", "Phòng Quản trị - Tài vụ", "Trung tâm Công báo"],
            "doan": ["Thời gian: 08 giờ 00 ngày 05 tháng 11 năm 2027.", "Địa điểm: phòng họp số 1."],
        },
    ),
    "cong_van": (
        replace(
            HEADING,
            kind=DocumentKind.LETTER,
            title="gửi hồ sơ duy trì, cải tiến hệ thống quản lý chất lượng năm 2027",
            symbol="VP-HCTC",
            number=None,
            dated_on=None,
            signer="",
            capacity="TL.",
            signer_title="Trưởng phòng Hành chính - Tổ chức",
        ),
        {
            "kinh_gui": ["Sở Khoa học và Công nghệ"],
            "doan": ["Văn phòng gửi Sở hồ sơ duy trì và cải tiến hệ thống quản lý chất lượng năm 2027."],
            "noi_nhan": ["Như trên"],
        },
    ),
}
