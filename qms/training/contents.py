"""What the documents of training say: the plan of the year, the letter that names who is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.domain.local_time import day_text
from engine.domain.values import Value
from qms.training.answers import PlannedClass
from qms.training.rules import KIND_NAMES, CourseSource

_BASES = (
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ",
    "Căn cứ tiêu chuẩn quốc gia TCVN ISO 9001:2015, điều 7.2 và 7.3",
)
_SOURCES = {
    CourseSource.OWN: "tự tổ chức",
    CourseSource.DEPARTMENT: "Sở mở lớp",
    CourseSource.OUTSIDE: "thuê ngoài",
}


def plan_title(year: int) -> str:
    """What the plan is about."""
    return f"Đào tạo về hệ thống quản lý chất lượng năm {year}"


def plan(year: int, purpose: str, classes: Sequence[PlannedClass]) -> Value:
    """The content of the plan with its classes."""
    total = sum(one.cost or 0 for one in classes)
    money = f"{total:,}".replace(",", ".")
    return {
        "can_cu": list(_BASES),
        "dieu": [
            {"ten": "Mục đích, yêu cầu", "noi_dung": purpose},
            {"ten": "Các lớp trong năm", "noi_dung": f"Năm {year} có {len(classes)} lớp nêu ở bảng."},
            {"ten": "Kinh phí", "noi_dung": f"Tổng kinh phí dự kiến: {money} đồng."},
            {
                "ten": "Tổ chức thực hiện",
                "noi_dung": (
                    "Thư ký ISO tổ chức lớp, điểm danh và đánh giá từng người; các đơn vị bố trí người học."
                ),
            },
        ],
        "bang": [
            {
                "ten": "Các lớp đào tạo",
                "cot": [
                    "Số TT",
                    "Loại",
                    "Tên lớp",
                    "Đối tượng",
                    "Giảng viên",
                    "Thời gian",
                    "Kinh phí",
                    "Hình thức",
                ],
                "dong": [
                    [
                        str(number),
                        KIND_NAMES[one.kind],
                        one.title,
                        one.audience,
                        one.trainer or "–",
                        day_text(one.planned_on) if one.planned_on else "–",
                        f"{one.cost:,}".replace(",", ".") if one.cost else "–",
                        _SOURCES[one.source],
                    ]
                    for number, one in enumerate(classes, start=1)
                ],
                "sau_dieu": 2,
            }
        ],
        "noi_nhan": ["Lãnh đạo cơ quan", "Các đơn vị", "Lưu: VT, hồ sơ đào tạo"],
    }


def nomination(title: str, day: date | None, people: Sequence[str]) -> Value:
    """The content of the letter to the Department."""
    when = f", ngày {day_text(day)}" if day else ""
    return {
        "kinh_gui": ["Sở Khoa học và Công nghệ"],
        "doan": [
            f"Cơ quan cử {len(people)} người tham gia lớp “{title}”{when}, theo danh sách kèm theo.",
        ],
        "bang": [
            {
                "ten": "Danh sách người tham gia",
                "cot": ["Số TT", "Họ và tên, chức vụ"],
                "dong": [[str(number), one] for number, one in enumerate(people, start=1)],
            }
        ],
        "noi_nhan": ["Như trên", "Lưu: VT, hồ sơ đào tạo"],
    }
