"""Notices of every kind, and the letter that an officer gets of some of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workers.mail.letters import Agency, Letter, Recipient, compose
from workers.mail.notices import Notice
from workers.mail.wording import NoticeKind

TODAY = date(2026, 10, 2)
AGENCY = Agency(
    name="Văn phòng UBND tỉnh Tây Ninh", short="VP UBND tỉnh", contact="Thư ký ISO, số máy lẻ 105"
)
PERSON = Recipient(name="Lê Thị Mẫu", title="Chánh Văn phòng", address="mau@vp.tayninh.example")
SITE = "https://iso.tayninh.example/"
OVERDUE = Notice(
    kind=NoticeKind.OVERDUE,
    case_code="VP-P06-0007",
    case_title="Cập nhật VBQPPL – Đất đai",
    task_name="Đánh giá tác động",
    unit="Phòng Nội chính",
    link="/tasks/7",
    legal_due=date(2026, 9, 29),
    target_due=date(2026, 9, 28),
    days=3,
    legal_basis="Điều 4 khoản 4 điểm a Quyết định 19/2014/QĐ-TTg",
    explanation=(
        ("Ngày hiệu lực 29/06/2026.", "In force from 29/06/2026."),
        ("Cộng 3 tháng: 29/09/2026.", "Plus 3 months: 29/09/2026."),
    ),
)
REMINDER = replace(
    OVERDUE,
    kind=NoticeKind.REMINDER,
    link="/tasks/8",
    task_name="Soạn kế hoạch năm",
    legal_due=date(2026, 10, 9),
    target_due=date(2026, 10, 9),
    days=5,
)
NEW = replace(
    OVERDUE,
    kind=NoticeKind.NEW_TASK,
    link="/tasks/9",
    task_name="Sàng lọc văn bản",
    legal_due=date(2026, 12, 1),
    target_due=date(2026, 12, 1),
    days=None,
)
DUE_TODAY = replace(
    REMINDER, link="/tasks/10", task_name="Lập báo cáo", legal_due=TODAY, target_due=TODAY, days=0
)
LEGAL_CHANGE = replace(
    NEW,
    kind=NoticeKind.LEGAL_CHANGE,
    link="/tasks/11",
    document_number="217/2026/NĐ-CP",
    effective_date=date(2026, 9, 1),
)
LEGAL_CHANGE_OVERDUE = replace(
    OVERDUE, kind=NoticeKind.LEGAL_CHANGE_OVERDUE, link="/tasks/12", document_number="217/2026/NĐ-CP"
)
READ = replace(
    NEW,
    kind=NoticeKind.READ_AND_CONFIRM,
    link="/documents/3",
    document_number="QT-07",
    legal_due=None,
    target_due=None,
)
RETURNED = replace(
    NEW, kind=NoticeKind.RETURNED, link="/tasks/13", reason="Thiếu căn cứ pháp lý.\nSai thể thức."
)
TO_DEPARTMENT = replace(
    OVERDUE, kind=NoticeKind.OVERDUE_TO_DEPARTMENT, link="/tasks/14", unit="UBND xã Mẫu", days=10
)
TO_LEADERS = replace(OVERDUE, kind=NoticeKind.REPORT_TO_LEADERS)
INCIDENT = replace(
    OVERDUE,
    kind=NoticeKind.INCIDENT,
    link="/operations/incidents/4",
    task_name="Ghi sổ văn bản",
    reason="Máy in hết giấy.",
)
SUSPENDED = replace(
    OVERDUE, kind=NoticeKind.SUSPENDED, link="/instances/5", task_name="Cập nhật VBQPPL", reason="Chờ Sở."
)
CANCELLED = replace(SUSPENDED, kind=NoticeKind.CANCELLED)
RESUMED = replace(SUSPENDED, kind=NoticeKind.RESUMED, reason="")
MESSAGE_PARKED = replace(
    INCIDENT, kind=NoticeKind.MESSAGE_PARKED, link="/operations/messages/6", task_name="Tra_loi"
)


def letter(*notices: Notice, locale: str = "vi") -> Letter:
    return compose(replace(PERSON, locale=locale), notices, TODAY, AGENCY, SITE)
