"""What the three documents of a review say: the invitation, the minutes, the notice of conclusions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.domain.local_time import day_text
from engine.domain.values import Value
from qms.reviews.rules import ATTENDANCE_NAMES, ITEM_NAMES, Attendance, ReviewItem

_BASES = (
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ",
    "Căn cứ tiêu chuẩn quốc gia TCVN ISO 9001:2015, điều 9.3",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody on the list of the meeting."""

    name: str
    title: str
    came: Attendance
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGiven:
    """A task as the minutes write it."""

    what: str
    owner: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The meeting as it was held."""

    name: str
    held_on: date
    chair: str
    secretary: str
    attendees: Sequence[Attendee]
    discussion: str
    conclusions: Mapping[ReviewItem, str]
    tasks: Sequence[TaskGiven]
    carried_over: Sequence[TaskGiven]


def invitation(name: str, *, on: date, at: str, place: str, agenda: str, invited: Sequence[str]) -> Value:
    """The content of the invitation."""
    return {
        "doan": [
            f"Kính mời dự cuộc họp: {name}.",
            f"Thời gian: {at} ngày {day_text(on)}. Địa điểm: {place}.",
            "Nội dung:\n" + agenda,
            "Báo cáo đầu vào có trên hệ thống; đề nghị các đơn vị chuẩn bị ý kiến.",
        ],
        "kinh_gui": list(invited),
        "noi_nhan": ["Như trên", "Lưu: VT"],
    }


def minutes(meeting: Meeting) -> Value:
    """The content of the minutes: who was there, what was said, what is concluded on each input."""
    return {
        "can_cu": list(_BASES),
        "doan": [f"{meeting.name} họp ngày {day_text(meeting.held_on)}; chủ trì: {meeting.chair}."],
        "dieu": [
            {"ten": "Thành phần dự họp", "noi_dung": "\n".join(_attendee(one) for one in meeting.attendees)},
            {"ten": "Ý kiến thảo luận", "noi_dung": meeting.discussion},
            {"ten": "Kết luận theo từng đầu vào", "noi_dung": _conclusions(meeting)},
            {"ten": "Việc phải làm", "noi_dung": _told(meeting)},
        ],
        "bang": _tasks(meeting, after=4),
        "nguoi_ky_cung": [{"chuc_danh": "Thư ký cuộc họp", "ho_ten": meeting.secretary}],
        "noi_nhan": ["Các thành phần dự họp", "Lưu: VT, hồ sơ xem xét của lãnh đạo"],
    }


def conclusions(meeting: Meeting) -> Value:
    """The content of the notice: conclusions and tasks, for all units."""
    return {
        "can_cu": list(_BASES),
        "doan": [
            f"Ngày {day_text(meeting.held_on)}, {meeting.chair} chủ trì cuộc họp: {meeting.name}. Kết luận:"
        ],
        "dieu": [
            {"ten": "Kết luận theo từng đầu vào", "noi_dung": _conclusions(meeting)},
            {"ten": "Việc phải làm", "noi_dung": _told(meeting)},
        ],
        "bang": _tasks(meeting, after=2),
        "noi_nhan": ["Lãnh đạo cơ quan", "Ban Chỉ đạo ISO", "Các đơn vị", "Lưu: VT"],
    }


def _attendee(one: Attendee) -> str:
    title = f", {one.title}" if one.title else ""
    note = f" ({one.note})" if one.note else ""
    return f"{one.name}{title}: {ATTENDANCE_NAMES[one.came]}{note}"


def _conclusions(meeting: Meeting) -> str:
    return "\n".join(f"{item}) {ITEM_NAMES[item]}: {meeting.conclusions[item]}" for item in ReviewItem)


def _told(meeting: Meeting) -> str:
    given = "Các việc giao tại cuộc họp nêu ở bảng." if meeting.tasks else "Không giao việc mới."
    if not meeting.carried_over:
        return given
    left = "; ".join(
        f"{task.what} ({task.owner}, hạn {day_text(task.due_on)})" for task in meeting.carried_over
    )
    return f"{given} Việc của các lần trước chuyển tiếp theo dõi: {left}."


def _tasks(meeting: Meeting, *, after: int) -> Value:
    if not meeting.tasks:
        return []
    return [
        {
            "ten": "Việc giao tại cuộc họp",
            "cot": ["Số TT", "Việc", "Người thực hiện", "Hạn"],
            "dong": [
                [str(number), task.what, task.owner, day_text(task.due_on)]
                for number, task in enumerate(meeting.tasks, start=1)
            ],
            "sau_dieu": after,
        }
    ]
