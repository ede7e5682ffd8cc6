"""What the decision on the steering committee says, and what the secretary is told before proposing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.domain.local_time import day_text
from engine.domain.values import Value
from qms.committee.members import Member
from qms.committee.rules import SEAT_NAMES, SEAT_ORDER
from qms.committee.switching import SeatGiven

TITLE = "Kiện toàn Ban Chỉ đạo áp dụng hệ thống quản lý chất lượng theo TCVN ISO 9001:2015"
_BASES = (
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ",
    "Căn cứ tiêu chuẩn quốc gia TCVN ISO 9001:2015, điều 5.3",
)


def content(
    seats: Sequence[SeatGiven], names: dict[str, str], effective_on: date | None, bases: Sequence[str]
) -> Value:
    """The content of the decision with the list of members."""
    ordered = sorted(seats, key=lambda one: SEAT_ORDER.index(one.seat))
    since = f"từ ngày {day_text(effective_on)}" if effective_on else "từ ngày ký"
    return {
        "can_cu": [*_BASES, *bases],
        "dieu": [
            {
                "ten": "Kiện toàn Ban Chỉ đạo",
                "noi_dung": "Kiện toàn Ban Chỉ đạo ISO của cơ quan gồm các ông, bà có tên trong danh sách.",
            },
            {
                "ten": "Nhiệm vụ",
                "noi_dung": (
                    "Ban Chỉ đạo tổ chức xây dựng, áp dụng, duy trì và cải tiến hệ thống quản lý chất lượng;"
                    " Thư ký giúp việc cho Ban Chỉ đạo."
                ),
            },
            {
                "ten": "Hiệu lực",
                "noi_dung": (
                    f"Quyết định có hiệu lực {since} và thay thế các quyết định trước về Ban Chỉ đạo ISO."
                ),
            },
            {
                "ten": "Thi hành",
                "noi_dung": "Các đơn vị và các ông, bà có tên chịu trách nhiệm thi hành quyết định này.",
            },
        ],
        "bang": [
            {
                "ten": "Danh sách Ban Chỉ đạo",
                "cot": ["Số TT", "Họ và tên", "Chức vụ", "Vai trò trong Ban"],
                "dong": [
                    [str(number), names.get(str(one.person), ""), one.post, SEAT_NAMES[one.seat]]
                    for number, one in enumerate(ordered, start=1)
                ],
                "sau_dieu": 1,
            }
        ],
        "noi_nhan": ["Như Điều 4", "Lưu: VT, hồ sơ Ban Chỉ đạo ISO"],
    }


def concerned(what: str, due_on: date | None, members: Sequence[Member], tasks: str) -> str:
    """What changed, whom of the committee it concerns and what these hold."""
    touched = [f"{one.name} ({SEAT_NAMES[one.seat]}): {why}" for one in members if (why := _why(one))]
    lines = [what]
    if due_on is not None:
        lines.append(f"Hạn kiện toàn: {day_text(due_on)}.")
    lines.append("Thành viên bị ảnh hưởng: " + ("; ".join(touched) if touched else "không tìm thấy") + ".")
    lines.append("Việc còn mở của người rời đi:\n" + tasks)
    return "\n".join(lines)


def _why(member: Member) -> str:
    if not member.in_office:
        return "không còn công tác tại cơ quan"
    return "đơn vị không còn" if member.unit_gone else ""
